//! Answers of the terminal that come among the keys.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::styles::{Background, background};

/// No answer is longer.
const LONGEST: usize = 64;

/// What was made of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ParsedReport {
    /// It belongs to no answer: it is a key, say.
    NotReport,
    /// It is a part of an answer.
    Partial,
    /// It ends the answer that tells the background.
    Background(Background),
    /// It ends the answer that tells the terminal's name.
    Version(String),
}

/// Gathers answers from the keys that they are taken for: `ESC ] 11 ; rgb : … ESC \` and `ESC P > | kitty(0.31.0) ESC \`.
#[derive(Debug, Default)]
pub(super) struct ReportParser {
    open: Option<PendingReport>,
}

/// An answer that has begun.
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
    /// The kind of answer that begins with this letter after an escape.
    fn begun_by(character: char) -> Option<Self> {
        match character {
            ']' => Some(Self::Background),
            'P' => Some(Self::Version),
            _ => None,
        }
    }

    /// Whether the next character can be this one. Nobody's keys are to be taken for an answer for long.
    fn goes_on(self, text: &str, character: char) -> bool {
        match (self, text.len()) {
            (_, LONGEST..) => false,
            (Self::Background, _) => {
                character.is_ascii_alphanumeric() || ";:/?".contains(character)
            }
            (Self::Version, 0) => character == '>',
            (Self::Version, 1) => character == '|',
            (Self::Version, _) => character == ' ' || character.is_ascii_graphic(),
        }
    }

    fn read(self, text: &str) -> Option<ParsedReport> {
        match self {
            Self::Background => parse(text).map(ParsedReport::Background),
            Self::Version => text
                .strip_prefix(">|")
                .map(|name| ParsedReport::Version(name.into())),
        }
    }
}

impl ReportParser {
    /// Takes an event if it belongs to an answer.
    pub(super) fn take(&mut self, event: &Event) -> ParsedReport {
        let Event::Key(KeyEvent {
            code: KeyCode::Char(character),
            modifiers,
            ..
        }) = event
        else {
            // Whatever it was, it has ended: nobody's keys get lost for long.
            self.open = None;
            return ParsedReport::NotReport;
        };
        let alt = modifiers.contains(KeyModifiers::ALT);
        let control = modifiers.contains(KeyModifiers::CONTROL);
        let Some(open) = &mut self.open else {
            self.open = ReportKind::begun_by(*character)
                .filter(|_| alt)
                .map(|kind| PendingReport {
                    kind,
                    text: String::new(),
                });
            return if self.open.is_some() {
                ParsedReport::Partial
            } else {
                ParsedReport::NotReport
            };
        };
        if (alt && *character == '\\') || (control && *character == 'g') {
            let read = open.kind.read(&open.text);
            self.open = None;
            return read.unwrap_or(ParsedReport::Partial);
        }
        if open.kind.goes_on(&open.text, *character) {
            open.text.push(*character);
            return ParsedReport::Partial;
        }
        self.open = None;
        ParsedReport::NotReport
    }
}

/// Reads `11;rgb:1e1e/1e1e/1e1e`; each part has one to four digits.
fn parse(text: &str) -> Option<Background> {
    let mut parts = text.strip_prefix("11;rgb:")?.split('/').map(|part| {
        let value = u16::from_str_radix(part, 16).ok()?;
        let most: u16 = match part.len() {
            1 => 0xf,
            2 => 0xff,
            3 => 0xfff,
            4 => 0xffff,
            _ => return None,
        };
        Some(f32::from(value) / f32::from(most))
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

    fn taken(text: &str) -> Vec<ParsedReport> {
        let mut answers = ReportParser::default();
        events(text)
            .iter()
            .map(|event| answers.take(event))
            .collect()
    }

    #[test]
    fn an_answer_is_taken_whole_and_what_follows_is_keys() {
        for (answer, told) in [
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Background::Dark),
            ("\x1b]11;rgb:ff/ff/ff\x07", Background::Light),
            ("\x1b]11;rgb:f/f/e\x07", Background::Light),
        ] {
            let taken = taken(&format!("{answer}q"));
            let (keys, answered) = taken.split_last().expect("something was taken");
            assert_eq!(answered.last(), Some(&ParsedReport::Background(told)));
            assert!(
                answered[..answered.len() - 1]
                    .iter()
                    .all(|taken| *taken == ParsedReport::Partial)
            );
            assert_eq!(*keys, ParsedReport::NotReport);
        }
    }

    #[test]
    fn a_name_is_taken_whole_and_what_only_begins_like_one_is_keys() {
        let named = taken("\x1b]11;rgb:ff/ff/ff\x1b\\\x1bP>|kitty(0.31.0)\x1b\\q");
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
                .filter(|taken| **taken == ParsedReport::NotReport)
                .count(),
            1
        );
        assert_eq!(taken("\x1bPq")[1], ParsedReport::NotReport);
        assert_eq!(taken("\x1bP>q")[2], ParsedReport::NotReport);
    }

    #[test]
    fn nonsense_ends_by_itself() {
        assert_eq!(taken("q"), [ParsedReport::NotReport]);
        assert_eq!(
            taken("\x1b]11;rgb:zz/1/1\x07").last(),
            Some(&ParsedReport::Partial)
        );
        let endless = taken(&format!("\x1b]{}", "1".repeat(100)));
        assert_eq!(
            endless
                .iter()
                .filter(|taken| **taken == ParsedReport::NotReport)
                .count(),
            100 - LONGEST
        );
        assert_eq!(
            taken("\x1b]1 q")[2..],
            [ParsedReport::NotReport, ParsedReport::NotReport]
        );
    }
}
