//! The content of every page.

mod areas;
mod brief;
mod comparison;
mod coverage;
mod dispatch;
mod facts;
mod filter;
mod help;
mod item;
mod map;
mod marks;
mod money;
mod names;
mod search;
mod sentences;
mod sources;
mod start;
mod table;
mod targets;
mod themes;
mod timeline;

pub(super) use comparison::example as comparison_example;
pub(super) use dispatch::{ContentContext, content, rest};
pub(super) use facts::asked as asked_facts;
pub(super) use filter::state as filter_state;
pub(super) use map::{around as map_around, asked as asked_map};
pub(super) use names::name;
pub(super) use search::advice as search_advice;
pub(super) use table::table_words;
pub(super) use targets::{asked as asked_targets, narrowed};
