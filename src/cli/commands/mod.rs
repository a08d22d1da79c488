//! The subcommands: one file each, with its arguments and a function that runs it.
//!
//! `#[group(skip)]` saves time: clap would build a group of each command's arguments at every start, and nothing uses them.

pub(super) mod brief;
pub(super) mod changes;
pub(super) mod check;
mod cli_command;
pub(super) mod compare;
pub(super) mod completions;
pub(super) mod coverage;
pub(super) mod export;
pub(super) mod list;
pub(super) mod man;
pub(super) mod matrix;
pub(super) mod money;
pub(super) mod picture;
pub(super) mod schema;
pub(super) mod search;
pub(super) mod show;
pub(super) mod targets;
pub(super) mod term;
pub(super) mod timeline;
pub(super) mod tour;
pub(super) mod version;

pub(crate) use cli_command::CliCommand;
