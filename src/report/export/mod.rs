//! Every known item as tidy CSV files, one for each kind.
//!
//! The files are described as CSV on the Web (<https://www.w3.org/TR/tabular-data-primer/>), so
//! that any validator can check them.

mod catalogue;
mod citations;
mod facts;
mod figures;
mod files;
mod metadata;
mod sheet;

pub use files::{ExportFile, export};
#[cfg(feature = "office")]
pub(super) use {files::sheets, sheet::Sheet};
