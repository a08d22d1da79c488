//! Input: keys, the mouse, replies of the terminal, and signals.

pub(super) mod keys;
mod reader;
mod reports;
pub(super) mod signals;

pub(super) use reader::{EventReader, TerminalEvent};
pub(super) use reports::TerminalQuery;
