//! The views: one file or folder for each, with its state, update and rendering.
//!
//! To add a view: write its file, add it to [`Views`] and to [`View`], and bind its keys in [`crate::command`].

pub(crate) mod areas;
pub(crate) mod compare;
mod detail;
mod filter_line;
mod fitted_text;
mod found_text;
pub(crate) mod map;
pub(crate) mod matrix;
mod registry;
mod room;
mod row_marks;
mod scope;
pub(crate) mod search;
pub(crate) mod sources;
pub(crate) mod table;
pub(crate) mod targets;
#[cfg(test)]
mod test_datasets;
pub(crate) mod timeline;
mod view_state;

pub(crate) use registry::{Views, hidden_views};
pub(crate) use scope::ViewScope;
pub(crate) use view_state::ViewState;
