//! Editing a line of text. Where the arrow keys, Home or End have another meaning, Ctrl-A and Ctrl-E still move the cursor.

use super::{
    binding::{Binding, binding},
    modes::{SEARCH, TEXT_INPUTS},
};
use crate::command::{intent::Command, key::Key, mode::Mode};

/// Text inputs in which the left and right keys are free.
const LEFT_AND_RIGHT: &[Mode] = &[
    SEARCH,
    Mode::RowFilter,
    Mode::Palette,
    Mode::Help,
    Mode::Jump,
    Mode::Date,
    Mode::FindValue,
    Mode::Save,
];
/// Text inputs in which Home and End are free, and those in which they belong to the list.
const HOME_AND_END: &[Mode] = &[Mode::Jump, Mode::Date, Mode::FindValue, Mode::Save];
const ABOVE_LISTS: &[Mode] = &[SEARCH, Mode::RowFilter, Mode::Palette, Mode::Help];

const CURSOR_START: &str = "move the cursor to the start of the text";
const CURSOR_END: &str = "move the cursor to the end of the text";

pub(super) const BINDINGS: &[Binding] = &[
    binding(Command::CursorLeft, "Cursor left", "move the cursor left")
        .keys(&[Key::Left])
        .modes(LEFT_AND_RIGHT),
    binding(
        Command::CursorRight,
        "Cursor right",
        "move the cursor right",
    )
    .keys(&[Key::Right])
    .modes(LEFT_AND_RIGHT),
    binding(Command::CursorStart, "Cursor to start", CURSOR_START)
        .keys(&[Key::Home, Key::Ctrl('a')])
        .modes(HOME_AND_END),
    binding(Command::CursorStart, "Cursor to start", CURSOR_START)
        .keys(&[Key::Ctrl('a')])
        .modes(ABOVE_LISTS),
    binding(Command::CursorEnd, "Cursor to end", CURSOR_END)
        .keys(&[Key::End, Key::Ctrl('e')])
        .modes(HOME_AND_END),
    binding(Command::CursorEnd, "Cursor to end", CURSOR_END)
        .keys(&[Key::Ctrl('e')])
        .modes(ABOVE_LISTS),
    binding(
        Command::DeleteBackward,
        "Delete back",
        "delete the character before the cursor",
    )
    .keys(&[Key::Backspace])
    .modes(TEXT_INPUTS),
    binding(
        Command::DeleteForward,
        "Delete",
        "delete the character at the cursor",
    )
    .keys(&[Key::Delete])
    .modes(TEXT_INPUTS),
    binding(
        Command::DeleteWord,
        "Delete word",
        "delete the word before the cursor",
    )
    .keys(&[Key::Ctrl('w')])
    .modes(TEXT_INPUTS),
    binding(Command::ClearInput, "Clear", "clear the text")
        .keys(&[Key::Ctrl('u')])
        .modes(TEXT_INPUTS),
];
