//! Input: keys, the mouse, replies of the terminal, and signals.

#[cfg_attr(
    not(windows),
    allow(dead_code, reason = "only the Windows console reports keys")
)]
mod console_keys;
mod flood_limit;
pub(super) mod keys;
#[cfg_attr(
    not(unix),
    allow(
        dead_code,
        reason = "only Unix terminals send bytes, and their sequences"
    )
)]
mod parser;
mod reader;
pub(super) mod signals;
mod source;
mod terminal_event;

pub(super) use reader::EventReader;
pub(super) use terminal_event::TerminalEvent;
