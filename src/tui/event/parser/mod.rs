//! The input parser: turns the bytes of the terminal into keys, mouse events, pastes and replies.
//!
//! It takes one byte at a time and keeps at most 256 bytes of a sequence and
//! 4096 of a paste, so no input can fill the memory. What is unfinished is not an event,
//! and after a pause it is dropped, or taken for the keys that it looks like.
//!
//! Replies of the terminal are told apart from keys by their form, not by when they arrive.

mod control_sequence;
mod input_parser;
mod keys;
mod mouse;
mod reply;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

#[cfg(unix)]
pub(super) use input_parser::InputParser;
pub(super) use keys::{char_event, control_event, key_event};
