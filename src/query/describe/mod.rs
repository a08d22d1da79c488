//! Everything known about one item, in the order a reader asks: what, how much, when, and who says
//! so.

mod area;
mod citation;
mod context;
mod description;
mod fact;
mod figure;
mod item;
mod labels;
mod marks;
mod priority;
mod programme;
mod quote;
mod source;
mod term;
mod theme;
mod words;

pub use citation::{citation_line, published, source_line};
pub use context::context_of;
pub(crate) use context::headline_of;
pub use description::{Description, Field};
pub(crate) use description::{FIRST_PUBLISHED, distinct_citations, each_once};
pub(super) use fact::status_words;
pub use figure::figure_words;
pub use item::describe;
pub(crate) use labels::owner_name;
pub use labels::{kind_of, name_of, priority_line};
#[cfg(any(test, feature = "cli"))]
pub(crate) use marks::WORKED_OUT;
pub(crate) use marks::{CHECKED_ONCE, contradiction, remarks};
pub use quote::quote;
#[cfg(feature = "tui")]
pub(crate) use words::known_when;
pub(crate) use words::{and_list, capitalized, counted, or_list, possessive};
