//! Conditions that narrow every view and answer, and the items that meet them.

mod conditions;
mod dates;
mod matching;

pub use conditions::Filter;
pub(super) use dates::due_date;
