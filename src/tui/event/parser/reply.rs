//! Replies of the terminal: `ESC ]` or `ESC P`, text, and `ESC \` or BEL.

use super::super::terminal_event::TerminalEvent;
use crate::tui::styles::{Background, background};

/// Beginnings of replies after `ESC P`: XTVERSION, DA3, DECRQSS and XTGETTCAP.
const DEVICE_REPLIES: [&[u8]; 6] = [b">|", b"!|", b"0$r", b"1$r", b"0+r", b"1+r"];
/// Most digits of the number that begins a reply after `ESC ]`.
const MAX_OSC_DIGITS: usize = 5;

/// Result of comparing bytes with the beginning of a reply.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum StartMatch {
    /// No reply begins like this.
    None,
    /// A reply may begin like this.
    Partial,
    /// A reply begins like this, and its text follows.
    Complete,
}

/// Compares bytes with the beginnings of replies of this kind, `]` or `P`.
pub(super) fn compare_start(kind: u8, bytes: &[u8]) -> StartMatch {
    if kind == b']' {
        let digits = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        return match &bytes[digits..] {
            [] if digits <= MAX_OSC_DIGITS => StartMatch::Partial,
            b";" if digits > 0 => StartMatch::Complete,
            _ => StartMatch::None,
        };
    }
    if DEVICE_REPLIES.contains(&bytes) {
        StartMatch::Complete
    } else if DEVICE_REPLIES.iter().any(|start| start.starts_with(bytes)) {
        StartMatch::Partial
    } else {
        StartMatch::None
    }
}

/// Returns the event of a reply of this kind, or `None` if it is not understood.
pub(super) fn parse(kind: u8, bytes: &[u8]) -> Option<TerminalEvent> {
    let text = std::str::from_utf8(bytes).ok()?;
    if kind == b']' {
        let background = parse_background(text.strip_prefix("11;")?)?;
        return Some(TerminalEvent::Background(background));
    }
    let name = text.strip_prefix(">|")?;
    Some(TerminalEvent::Version(name.into()))
}

/// Parses `rgb:1e1e/1e1e/1e1e`, in which each part has one to four hexadecimal digits, and
/// `rgba:1e1e/1e1e/1e1e/ffff`.
fn parse_background(text: &str) -> Option<Background> {
    let (space, values) = text.split_once(':')?;
    let mut parts = values.split('/').map(|part| {
        let value = u16::from_str_radix(part, 16).ok()?;
        let max: u16 = match part.len() {
            1 => 0xf,
            2 => 0xff,
            3 => 0xfff,
            4 => 0xffff,
            _ => return None,
        };
        Some(f32::from(value) / f32::from(max))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    let is_complete = match space {
        "rgb" => true,
        "rgba" => parts.next()?.is_some(),
        _ => false,
    } && parts.next().is_none();
    is_complete.then(|| background(red, green, blue))
}
