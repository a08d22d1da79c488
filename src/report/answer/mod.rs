//! The content of each page: one file for each question.

pub mod brief;
pub mod changes;
pub mod compare;
pub mod coverage;
pub mod dataset_changes;
pub mod fact_table;
pub mod list;
pub mod matrix;
pub mod money;
pub mod search;
pub mod show;
pub mod targets;
pub mod timeline;

mod as_of;
mod cells;
mod notes;
