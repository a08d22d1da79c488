//! Answers on standard output and in files: one page model for all formats.
//!
//! [`answer`] decides the content of a page; [`render`] writes it in a [`Format`].
//!
//! ```
//! use opportunity_areas::{
//!     dataset::Dataset,
//!     query::snapshot::Snapshot,
//!     report::{Format, TextLayout, answer::show::show, render},
//! };
//!
//! let dataset = Dataset::bundled();
//! let snapshot = Snapshot::latest(&dataset);
//! let item = dataset.find("oldham/3").expect("the bundled dataset has it");
//! let page = show(snapshot, &[item]);
//! let text = render(snapshot, &page, Format::Markdown, TextLayout::plain(80));
//! assert!(text.starts_with("# Oldham, priority 3: "));
//! ```

pub mod answer;
pub mod export;

mod arrange;
mod csv;
mod format;
mod html;
mod json;
mod markdown;
#[cfg(feature = "office")]
pub mod office;
mod page;
mod render;
mod table;
mod text;

pub use arrange::{Arrangement, UnknownColumn};
pub use format::{Format, RowLayout, TextLayout};
pub use page::{Page, PageBlock};
pub use render::render;
pub use table::{CellValue, ColumnUse, ColumnValues, PageCell, PageColumn, PageRow, PageTable};
