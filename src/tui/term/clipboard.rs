//! The terminal's clipboard (OSC 52), which works over SSH, too.
//!
//! Terminals do not say if they accept a text. So it is only sent where at least the sequence is
//! known to be read to its end: others would show it as text.

use crossterm::{Command as _, clipboard::CopyToClipboard};

use crate::tui::app::CopyOutcome;

/// The way to the terminal's clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ClipboardRoute {
    /// None that is known.
    #[default]
    None,
    /// OSC 52.
    Osc52,
    /// OSC 52 in pieces that GNU screen passes on to its own terminal. Itself it knows no OSC 52,
    /// and shows what does not fit its buffer.
    ScreenPassthrough,
}

/// Longest text, in bytes. In base 64 it has 100,000, which is all that some terminals take.
const MAX_TEXT_BYTES: usize = 75_000;
/// Longest piece that is passed through GNU screen, in bytes. Its buffer has 768, in old versions
/// 256 (`MAXSTR`).
const MAX_PASSTHROUGH_BYTES: usize = 240;

/// Returns what happens to a text that is copied, and the bytes that copy it.
pub(super) fn encode(route: ClipboardRoute, text: &str) -> (CopyOutcome, Vec<u8>) {
    if route == ClipboardRoute::None {
        return (CopyOutcome::NoClipboard, Vec::new());
    }
    if text.len() > MAX_TEXT_BYTES {
        return (CopyOutcome::TooLong, Vec::new());
    }
    let mut sequence = String::new();
    if CopyToClipboard::to_clipboard_from(text)
        .write_ansi(&mut sequence)
        .is_err()
    {
        return (CopyOutcome::NoClipboard, Vec::new());
    }
    let bytes = match route {
        ClipboardRoute::ScreenPassthrough => pass_through_screen(&sequence),
        _ => sequence.into_bytes(),
    };
    (CopyOutcome::Sent, bytes)
}

/// Wraps a sequence in device control strings, which GNU screen sends to its terminal as they are.
fn pass_through_screen(sequence: &str) -> Vec<u8> {
    // Its own end would end the device control string, too: BEL ends it as well.
    let sequence = sequence.replace("\x1b\\", "\x07");
    let mut bytes = Vec::with_capacity(sequence.len() * 2);
    for piece in sequence.as_bytes().chunks(MAX_PASSTHROUGH_BYTES) {
        bytes.extend_from_slice(b"\x1bP");
        bytes.extend_from_slice(piece);
        bytes.extend_from_slice(b"\x1b\\");
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(route: ClipboardRoute, text: &str) -> String {
        let (outcome, bytes) = encode(route, text);
        assert_eq!(outcome, CopyOutcome::Sent);
        String::from_utf8(bytes)
            .expect("base 64 is ASCII")
            .replace('\x1b', "^")
            .replace('\x07', "$")
    }

    #[test]
    fn text_is_sent_in_base_64() {
        assert_eq!(
            sent(ClipboardRoute::Osc52, "oldham/3"),
            "^]52;c;b2xkaGFtLzM=^\\"
        );
    }

    #[test]
    fn gnu_screen_passes_a_long_text_on_in_pieces() {
        assert_eq!(
            sent(ClipboardRoute::ScreenPassthrough, "oldham/3"),
            "^P^]52;c;b2xkaGFtLzM=$^\\"
        );
        let text = "opportunity ".repeat(100);
        let bytes = sent(ClipboardRoute::ScreenPassthrough, &text);
        let pieces: Vec<&str> = bytes
            .strip_suffix("^\\")
            .expect("the last piece ends")
            .split("^\\")
            .collect();
        assert!(pieces.iter().all(|piece| piece.len() <= 256), "{pieces:?}");
        let passed_on: String = pieces
            .iter()
            .map(|piece| piece.strip_prefix("^P").expect("each piece begins"))
            .collect();
        let direct = sent(ClipboardRoute::Osc52, &text).replace("^\\", "$");
        assert_eq!(passed_on, direct);
    }

    #[test]
    fn nothing_is_sent_without_a_clipboard_or_if_the_text_is_too_long() {
        assert_eq!(
            encode(ClipboardRoute::None, "oldham"),
            (CopyOutcome::NoClipboard, Vec::new())
        );
        let text = "x".repeat(MAX_TEXT_BYTES);
        assert_eq!(encode(ClipboardRoute::Osc52, &text).0, CopyOutcome::Sent);
        assert_eq!(
            encode(ClipboardRoute::Osc52, &format!("{text}x")),
            (CopyOutcome::TooLong, Vec::new())
        );
    }
}
