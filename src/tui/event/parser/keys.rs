//! Keys of one byte or character, and those with a short sequence of their own.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::super::terminal_event::TerminalEvent;

/// Returns the event of a key.
pub(in crate::tui::event) fn key_event(code: KeyCode, modifiers: KeyModifiers) -> TerminalEvent {
    TerminalEvent::Input(Event::Key(KeyEvent::new(code, modifiers)))
}

/// Returns the event of a character, which is not a control character.
pub(in crate::tui::event) fn char_event(character: char, alt: bool) -> TerminalEvent {
    let mut modifiers = alt_modifier(alt);
    if character.is_uppercase() {
        modifiers |= KeyModifiers::SHIFT;
    }
    key_event(KeyCode::Char(character), modifiers)
}

/// Returns the event of a key that sends a control character.
pub(in crate::tui::event) fn control_event(byte: u8, alt: bool) -> TerminalEvent {
    let alt = alt_modifier(alt);
    let control = |character| key_event(KeyCode::Char(character), alt | KeyModifiers::CONTROL);
    match byte {
        b'\r' => key_event(KeyCode::Enter, alt),
        b'\t' => key_event(KeyCode::Tab, alt),
        0x1b => key_event(KeyCode::Esc, alt),
        0x7f => key_event(KeyCode::Backspace, alt),
        0 => control(' '),
        0x01..=0x1a => control(char::from(byte - 1 + b'a')),
        // Ctrl with 4 to 7; terminals send the same for Ctrl with \ ] ^ and _.
        _ => control(char::from((byte & 7) + b'0')),
    }
}

/// Returns the key of `ESC O` and this byte, which terminals send in application mode.
pub(super) fn single_shift(byte: u8) -> Option<TerminalEvent> {
    let code = match byte {
        b'M' => KeyCode::Enter,
        _ => letter_key(byte)?,
    };
    Some(key_event(code, KeyModifiers::NONE))
}

/// Returns the key of `ESC [ [` and this byte: F1 to F5 of the Linux console.
pub(super) fn console_key(byte: u8) -> Option<TerminalEvent> {
    matches!(byte, b'A'..=b'E').then(|| key_event(KeyCode::F(byte - b'A' + 1), KeyModifiers::NONE))
}

/// Returns the key of a sequence that ends with this letter.
pub(super) fn letter_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// Returns the key of `ESC [`, this number and `~`.
pub(super) fn numbered_key(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // The numbers that are left out belong to keys of old keyboards.
        11..=15 => function_key(number - 10),
        17..=21 => function_key(number - 11),
        23..=26 => function_key(number - 12),
        28..=29 => function_key(number - 13),
        31..=34 => function_key(number - 14),
        _ => return None,
    })
}

fn function_key(number: u16) -> KeyCode {
    KeyCode::F(u8::try_from(number).unwrap_or_default())
}

/// Returns the modifiers of a key with or without Alt.
fn alt_modifier(alt: bool) -> KeyModifiers {
    if alt {
        KeyModifiers::ALT
    } else {
        KeyModifiers::NONE
    }
}
