//! Tests of whole dialogues.

mod answers;
mod brevity;
mod commands;
mod names;
mod reach;
mod wording;

use super::{Dialogue, DialogueAction};
use crate::dataset::Dataset;

/// Starts a dialogue that gives no hints any more.
fn without_hints(dataset: &Dataset) -> Dialogue<'_> {
    let mut dialogue = Dialogue::new(dataset, false);
    dialogue.hints = 0;
    dialogue
}

/// Answers a line and returns what is said.
fn say(dialogue: &mut Dialogue, line: &str) -> String {
    match dialogue.answer(line) {
        DialogueAction::Say(words) => words,
        other => panic!("{line}: {other:?}"),
    }
}
