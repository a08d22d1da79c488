//! The dashboard as a line-by-line dialogue, for screen readers and braille displays: no drawing,
//! colour or cursor movement.
//!
//! A page is a title, lines that make sense on their own, and numbered choices. The answer is a
//! number or a word from the command table. The dialogue reads lines, so it works in a pipe as
//! well.

mod action;
mod answer;
mod area_names;
mod content;
mod open_named;
mod page;
mod run;
mod save_subject;
mod session;
mod transcript;
mod typed_line;

pub use action::DialogueAction;
pub(crate) use run::run;
pub use session::Dialogue;
