//! The dashboard as a line-by-line dialogue, for screen readers and braille displays: no drawing,
//! colour or cursor movement.
//!
//! A page is a title, lines that make sense on their own, and numbered choices. The answer is a
//! number or a word from the command table. The dialogue reads lines, so it works in a pipe as
//! well.
//!
//! It says little: what changes is said in a line, an empty line says the page again, and `more` adds
//! what a page leaves out.

mod action;
mod answer;
mod area_names;
mod changes;
mod content;
mod open_named;
mod page;
mod passages;
mod reply;
mod run;
mod save_subject;
mod session;
#[cfg(test)]
mod tests;
mod transcript;
mod typed_line;

pub use action::DialogueAction;
pub(crate) use run::run;
pub use session::Dialogue;
