//! Opportunity areas: the priorities, targets and actions of a programme's areas, each with its source.
//!
//! Layers, from the bottom up; imports point down only:
//!
//! - [`dataset`]: what is known. Types, loading, checking.
//! - [`query`]: questions. No I/O, no widgets.
//! - [`command`]: the table of what a user can do, its words and keys.
//! - [`report`]: answers on standard output as text, Markdown, HTML, CSV and JSON, a face over `query`.
//! - [`tui`]: the dashboard, a face over `query` and `command`.
//! - [`plain`]: the same as a dialogue in lines, a face over `query` and `command`.
//!
//! [`fit`] cuts and wraps text for every face.

pub mod command;
pub mod dataset;
pub mod fit;
pub mod plain;
pub mod query;
pub mod report;
pub mod tui;
