//! The store: a loaded dataset, and access to what is in it by index and by reference.

mod dataset;
mod fact;
mod item;
mod kind;
mod name_index;
mod owner;
mod packed_index;

pub use dataset::Dataset;
pub use fact::{Fact, FactData};
pub use item::{FactIndex, Item, ItemIndex, OwnerIndex};
pub use kind::Kind;
pub(super) use name_index::{NameIndex, NameKey};
pub use owner::Owner;
pub(super) use owner::VisitCitations;
