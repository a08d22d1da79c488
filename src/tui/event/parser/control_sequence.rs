//! Control sequences: `ESC [`, parameters, and a last byte.

use crossterm::event::{KeyCode, KeyModifiers};

use super::{
    super::terminal_event::TerminalEvent,
    keys::{char_event, control_event, key_event, letter_key, numbered_key},
    mouse,
};

/// Returns the event of a sequence with these parameters and last byte. `None` for a reply that no one
/// waits for, and for a sequence without a meaning.
pub(super) fn parse(parameters: &[u8], last: u8) -> Option<TerminalEvent> {
    if let Some(parameters) = parameters.strip_prefix(b"<") {
        return mouse::sgr(&numbers(parameters)?, last);
    }
    // Replies have a sign before or after their parameters: `ESC [ ? 64 ; 1 c`, `ESC [ ? 2026 ; 2 $ y`.
    let numbers = numbers(parameters)?;
    let number = |index: usize| numbers.get(index).copied();
    let modifiers = modifiers(number(1).unwrap_or(1));
    let code = match last {
        b'M' => return mouse::rxvt(&numbers),
        // The position of the cursor, which no one asked for: F3 has no number, or 1.
        b'R' if number(0).unwrap_or(1) != 1 => return None,
        b'Z' => return Some(key_event(KeyCode::BackTab, modifiers | KeyModifiers::SHIFT)),
        b'u' => return character(number(0)?, modifiers),
        // xterm with modifyOtherKeys.
        b'~' if number(0) == Some(27) => {
            return character(number(2)?, modifiers);
        }
        b'~' => numbered_key(number(0)?)?,
        // rxvt: Shift, Ctrl, and both.
        b'$' => return Some(key_event(numbered_key(number(0)?)?, KeyModifiers::SHIFT)),
        b'^' => return Some(key_event(numbered_key(number(0)?)?, KeyModifiers::CONTROL)),
        b'@' => {
            let both = KeyModifiers::SHIFT | KeyModifiers::CONTROL;
            return Some(key_event(numbered_key(number(0)?)?, both));
        }
        b'a'..=b'd' => {
            let code = letter_key(last.to_ascii_uppercase())?;
            return Some(key_event(code, KeyModifiers::SHIFT));
        }
        _ => letter_key(last)?,
    };
    Some(key_event(code, modifiers))
}

/// Returns the numbers between semicolons; a missing one is 1. `None` if there is anything else. Of
/// numbers with parts, such as `1:3`, the first part counts.
fn numbers(parameters: &[u8]) -> Option<Vec<u16>> {
    if parameters.is_empty() {
        return Some(Vec::new());
    }
    let number = |part: &[u8]| {
        let part = part.split(|&byte| byte == b':').next().unwrap_or_default();
        if part.is_empty() {
            return Some(1);
        }
        let is_number = part.iter().all(u8::is_ascii_digit);
        // A number that is too large is none that means anything.
        is_number.then(|| {
            std::str::from_utf8(part)
                .ok()
                .and_then(|digits| digits.parse().ok())
                .unwrap_or(u16::MAX)
        })
    };
    parameters.split(|&byte| byte == b';').map(number).collect()
}

/// Returns the modifiers of a parameter: 1, and a bit for each.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    modifiers
}

/// Returns the event of a key that is given by its character.
fn character(code: u16, modifiers: KeyModifiers) -> Option<TerminalEvent> {
    let alt = modifiers.contains(KeyModifiers::ALT);
    if let Ok(control @ (b'\t' | b'\r' | 0x1b | 0x7f)) = u8::try_from(code) {
        let shifted_tab = control == b'\t' && modifiers.contains(KeyModifiers::SHIFT);
        return Some(if shifted_tab {
            key_event(KeyCode::BackTab, modifiers)
        } else {
            control_event(control, alt)
        });
    }
    let character = char::from_u32(code.into()).filter(|character| !character.is_control())?;
    Some(if modifiers.contains(KeyModifiers::CONTROL) {
        key_event(KeyCode::Char(character), modifiers)
    } else {
        char_event(character, alt)
    })
}
