//! The content of every page.

mod areas;
mod comparison;
mod coverage;
mod dispatch;
mod filter;
mod help;
mod item;
mod map;
mod money;
mod search;
mod sources;
mod start;
mod table;
mod targets;
mod themes;
mod timeline;

pub(super) use comparison::example as comparison_example;
pub(super) use dispatch::{ContentContext, content};
pub(super) use search::advice as search_advice;
pub(super) use table::table_words;
