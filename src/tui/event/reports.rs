//! Replies of the terminal (reports), which arrive among the keys.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::tui::styles::{Background, background};

/// Longest report, in characters.
const MAX_REPORT_CHARS: usize = 64;

/// Result of feeding an event to the parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ParsedReport {
    /// Not part of a report: a key, for example.
    NotReport,
    /// Part of a report that has not ended, or the end of one that is not understood.
    Partial,
    /// End of the report on the background.
    Background(Background),
    /// End of the report on the terminal's name and version.
    Version(String),
}

/// Puts reports together from the keys that crossterm takes them for:
/// `ESC ] 11 ; rgb : … ESC \` (OSC 11) and `ESC P > | kitty(0.31.0) ESC \` (XTVERSION).
#[derive(Debug, Default)]
pub(super) struct ReportParser {
    pending: Option<PendingReport>,
}

/// A report that has begun.
#[derive(Debug)]
struct PendingReport {
    kind: ReportKind,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReportKind {
    Background,
    Version,
}

impl ReportKind {
    /// Returns the kind of report that begins with this character after an escape.
    fn from_start(character: char) -> Option<Self> {
        match character {
            ']' => Some(Self::Background),
            'P' => Some(Self::Version),
            _ => None,
        }
    }

    /// Returns true if the report can continue with this character. Strict, so that keys are not
    /// taken for a report for long.
    fn accepts(self, text: &str, character: char) -> bool {
        match (self, text.len()) {
            (_, MAX_REPORT_CHARS..) => false,
            (Self::Background, _) => {
                character.is_ascii_alphanumeric() || ";:/?".contains(character)
            }
            (Self::Version, 0) => character == '>',
            (Self::Version, 1) => character == '|',
            (Self::Version, _) => character == ' ' || character.is_ascii_graphic(),
        }
    }

    fn parse(self, text: &str) -> Option<ParsedReport> {
        match self {
            Self::Background => parse_background(text).map(ParsedReport::Background),
            Self::Version => text
                .strip_prefix(">|")
                .map(|name| ParsedReport::Version(name.into())),
        }
    }
}

impl ReportParser {
    /// Consumes an event if it is part of a report.
    pub(super) fn feed(&mut self, event: &Event) -> ParsedReport {
        let Event::Key(KeyEvent {
            code: KeyCode::Char(character),
            modifiers,
            ..
        }) = event
        else {
            self.pending = None;
            return ParsedReport::NotReport;
        };
        // crossterm reports ESC and a character as Alt, and BEL as Ctrl-G.
        let alt = modifiers.contains(KeyModifiers::ALT);
        let control = modifiers.contains(KeyModifiers::CONTROL);
        let Some(pending) = &mut self.pending else {
            self.pending = ReportKind::from_start(*character)
                .filter(|_| alt)
                .map(|kind| PendingReport {
                    kind,
                    text: String::new(),
                });
            return if self.pending.is_some() {
                ParsedReport::Partial
            } else {
                ParsedReport::NotReport
            };
        };
        if (alt && *character == '\\') || (control && *character == 'g') {
            let parsed = pending.kind.parse(&pending.text);
            self.pending = None;
            return parsed.unwrap_or(ParsedReport::Partial);
        }
        if pending.kind.accepts(&pending.text, *character) {
            pending.text.push(*character);
            return ParsedReport::Partial;
        }
        self.pending = None;
        ParsedReport::NotReport
    }
}

/// Parses `11;rgb:1e1e/1e1e/1e1e`, in which each part has one to four hexadecimal digits.
fn parse_background(text: &str) -> Option<Background> {
    let mut parts = text.strip_prefix("11;rgb:")?.split('/').map(|part| {
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
    parts.next().is_none().then(|| background(red, green, blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(text: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let (character, modifiers) = match character {
                '\x1b' => (
                    characters.next().expect("something follows"),
                    KeyModifiers::ALT,
                ),
                '\x07' => ('g', KeyModifiers::CONTROL),
                other => (other, KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(
                KeyCode::Char(character),
                modifiers,
            )));
        }
        events
    }

    fn parsed(text: &str) -> Vec<ParsedReport> {
        let mut parser = ReportParser::default();
        events(text)
            .iter()
            .map(|event| parser.feed(event))
            .collect()
    }

    #[test]
    fn a_report_is_parsed_and_what_follows_are_keys() {
        for (report, background) in [
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Background::Dark),
            ("\x1b]11;rgb:ff/ff/ff\x07", Background::Light),
            ("\x1b]11;rgb:f/f/e\x07", Background::Light),
        ] {
            let parsed = parsed(&format!("{report}q"));
            let (key, report) = parsed.split_last().expect("the text is not empty");
            assert_eq!(report.last(), Some(&ParsedReport::Background(background)));
            assert!(
                report[..report.len() - 1]
                    .iter()
                    .all(|parsed| *parsed == ParsedReport::Partial)
            );
            assert_eq!(*key, ParsedReport::NotReport);
        }
    }

    #[test]
    fn a_name_is_parsed_and_what_only_begins_like_one_are_keys() {
        let named = parsed("\x1b]11;rgb:ff/ff/ff\x1b\\\x1bP>|kitty(0.31.0)\x1b\\q");
        assert!(named.contains(&ParsedReport::Background(Background::Light)));
        assert_eq!(
            named[named.len() - 2..],
            [
                ParsedReport::Version("kitty(0.31.0)".into()),
                ParsedReport::NotReport
            ]
        );
        assert_eq!(
            named
                .iter()
                .filter(|parsed| **parsed == ParsedReport::NotReport)
                .count(),
            1
        );
        assert_eq!(parsed("\x1bPq")[1], ParsedReport::NotReport);
        assert_eq!(parsed("\x1bP>q")[2], ParsedReport::NotReport);
    }

    #[test]
    fn a_broken_report_ends_by_itself() {
        assert_eq!(parsed("q"), [ParsedReport::NotReport]);
        assert_eq!(
            parsed("\x1b]11;rgb:zz/1/1\x07").last(),
            Some(&ParsedReport::Partial)
        );
        let endless = parsed(&format!("\x1b]{}", "1".repeat(100)));
        assert_eq!(
            endless
                .iter()
                .filter(|parsed| **parsed == ParsedReport::NotReport)
                .count(),
            100 - MAX_REPORT_CHARS
        );
        assert_eq!(
            parsed("\x1b]1 q")[2..],
            [ParsedReport::NotReport, ParsedReport::NotReport]
        );
    }
}
