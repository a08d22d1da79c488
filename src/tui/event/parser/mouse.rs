//! Mouse events, in the three forms that terminals send.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::super::terminal_event::TerminalEvent;

/// Returns the event of `ESC [ <`, these numbers, and `M` or `m`.
pub(super) fn sgr(numbers: &[u16], last: u8) -> Option<TerminalEvent> {
    match (numbers, last) {
        (&[code, column, row], b'M' | b'm') => event(code, column, row, last == b'm'),
        _ => None,
    }
}

/// Returns the event of `ESC [`, these numbers and `M`, as rxvt sends it.
pub(super) fn rxvt(numbers: &[u16]) -> Option<TerminalEvent> {
    match *numbers {
        [code, column, row] => event(code.checked_sub(32)?, column, row, false),
        _ => None,
    }
}

/// Returns the event of `ESC [ M` and three bytes.
pub(super) fn old(bytes: &[u8]) -> Option<TerminalEvent> {
    let number = |byte: u8| byte.checked_sub(32).map(u16::from);
    match *bytes {
        [code, column, row] => event(number(code)?, number(column)?, number(row)?, false),
        _ => None,
    }
}

/// Returns the event of a code, and a position that counts from 1.
fn event(code: u16, column: u16, row: u16, released: bool) -> Option<TerminalEvent> {
    let button = match code & 0b11 {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let is_motion = code & 32 != 0;
    let kind = match (code >> 6, button) {
        (0, None) if is_motion => MouseEventKind::Moved,
        (0, Some(button)) if is_motion => MouseEventKind::Drag(button),
        (0, Some(button)) if released => MouseEventKind::Up(button),
        (0, Some(button)) => MouseEventKind::Down(button),
        // The older forms do not say which button was released.
        (0, None) => MouseEventKind::Up(MouseButton::Left),
        (1, Some(MouseButton::Left)) => MouseEventKind::ScrollUp,
        (1, Some(MouseButton::Middle)) => MouseEventKind::ScrollDown,
        (1, Some(MouseButton::Right)) => MouseEventKind::ScrollLeft,
        (1, None) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (4, KeyModifiers::SHIFT),
        (8, KeyModifiers::ALT),
        (16, KeyModifiers::CONTROL),
    ] {
        if code & bit != 0 {
            modifiers |= modifier;
        }
    }
    Some(TerminalEvent::Input(Event::Mouse(MouseEvent {
        kind,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
        modifiers,
    })))
}
