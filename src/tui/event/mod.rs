//! Input: keys, the mouse, replies of the terminal, and signals.

pub(super) mod keys;
mod reader;
mod reports;
pub(super) mod signals;
mod terminal_event;

pub(super) use reader::EventReader;
pub(super) use reports::TerminalQuery;
pub(super) use terminal_event::TerminalEvent;
