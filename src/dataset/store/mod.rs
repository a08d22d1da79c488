//! The store: a loaded dataset, and access to what is in it by index and by reference.

mod contradictions;
mod dataset;
mod fact;
mod find_in_lists;
mod item;
mod kind;
mod name_index;
mod owner;
mod packed_index;
mod visits;

pub(super) use contradictions::Contradictions;
pub use dataset::Dataset;
pub use fact::{Fact, FactData};
pub use item::{FactIndex, Item, ItemIndex, OwnerIndex};
pub use kind::Kind;
pub(super) use name_index::{NameIndex, NameKey, fact_at};
pub use owner::Owner;
pub(super) use owner::{VisitCitations, list_path};
pub use visits::visit_count;
