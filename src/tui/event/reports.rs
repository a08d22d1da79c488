//! Replies of the terminal (reports), which arrive among the keys.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::terminal_event::TerminalEvent;
use crate::tui::styles::{Background, background};

/// Time after a query in which its reply is recognised. Long, because a connection may stall, and
/// because what only looks like the beginning of a reply is not held for long.
const REPLY_TIMEOUT: Duration = Duration::from_secs(30);
/// Longest pause inside a reply, which may arrive in several packets.
const REPLY_PAUSE: Duration = Duration::from_millis(500);
/// Longest pause after an escape that may begin a reply. Short, because it may be the Esc key.
const ESCAPE_PAUSE: Duration = Duration::from_millis(25);
/// Longest reply, in characters.
const MAX_REPLY_CHARS: usize = 64;

/// A query that was sent to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum TerminalQuery {
    /// OSC 11, answered by `ESC ] 11 ; rgb : … ESC \`.
    Background,
    /// XTVERSION, answered by `ESC P > | kitty(0.31.0) ESC \`.
    Version,
}

impl TerminalQuery {
    /// Returns the beginning of every reply.
    fn reply_start(self) -> &'static str {
        match self {
            Self::Background => "\x1b]11;",
            Self::Version => "\x1bP>|",
        }
    }
}

/// Puts replies together from the keys that crossterm takes them for.
///
/// Only a reply to a query that was sent is recognised. Keys that look like the beginning of one
/// are held, and released when they turn out to be keys: none is ever lost.
#[derive(Debug, Default)]
pub(super) struct ReportParser {
    /// Time until which a reply is expected, for each query.
    background_expected: Option<Instant>,
    version_expected: Option<Instant>,
    /// Events that may be the beginning of a reply, and their characters.
    held: Vec<Event>,
    text: String,
    /// Time at which the held events are released if nothing follows.
    release_at: Option<Instant>,
}

/// Result of comparing characters with a reply.
enum ReplyMatch {
    /// No reply begins like this.
    None,
    /// A reply may begin like this.
    Partial,
    /// A reply to a query, without its beginning and its end.
    Complete(TerminalQuery, String),
}

impl ReportParser {
    /// Records a query that was sent.
    pub(super) fn expect(&mut self, query: TerminalQuery, now: Instant) {
        *self.expected_mut(query) = Some(now + REPLY_TIMEOUT);
    }

    /// Returns the time at which [`ReportParser::release`] is due if nothing arrives.
    pub(super) fn release_at(&self) -> Option<Instant> {
        self.release_at
    }

    /// Adds the events that this one leads to: none while a reply is incomplete.
    pub(super) fn feed(&mut self, event: Event, now: Instant, events: &mut Vec<TerminalEvent>) {
        // A window can be resized in the middle of a reply.
        if matches!(event, Event::Resize(..)) {
            events.push(TerminalEvent::Input(event));
            return;
        }
        let Some((escape, character)) = reply_chars(&event) else {
            self.release(events);
            events.push(TerminalEvent::Input(event));
            return;
        };
        if self.held.is_empty() && !escape {
            events.push(TerminalEvent::Input(event));
            return;
        }
        let was_held = !self.held.is_empty();
        self.text.extend(escape.then_some('\x1b'));
        self.text.extend(character);
        self.held.push(event);
        match self.compare(now) {
            ReplyMatch::Partial => {
                let pause = if self.text == "\x1b" {
                    ESCAPE_PAUSE
                } else {
                    REPLY_PAUSE
                };
                self.release_at = Some(now + pause);
            }
            ReplyMatch::Complete(query, text) => {
                self.clear();
                events.extend(self.parse(query, text));
            }
            ReplyMatch::None => {
                let last = self.held.pop();
                self.release(events);
                match last {
                    // It may begin a reply itself.
                    Some(event) if was_held => self.feed(event, now, events),
                    last => events.extend(last.map(TerminalEvent::Input)),
                }
            }
        }
    }

    /// Adds the held events, which are keys.
    pub(super) fn release(&mut self, events: &mut Vec<TerminalEvent>) {
        events.extend(self.held.drain(..).map(TerminalEvent::Input));
        self.clear();
    }

    fn clear(&mut self) {
        self.held.clear();
        self.text.clear();
        self.release_at = None;
    }

    fn expected_mut(&mut self, query: TerminalQuery) -> &mut Option<Instant> {
        match query {
            TerminalQuery::Background => &mut self.background_expected,
            TerminalQuery::Version => &mut self.version_expected,
        }
    }

    fn compare(&mut self, now: Instant) -> ReplyMatch {
        if self.text.len() > MAX_REPLY_CHARS {
            return ReplyMatch::None;
        }
        let mut found = ReplyMatch::None;
        for query in [TerminalQuery::Background, TerminalQuery::Version] {
            if self.expected_mut(query).is_none_or(|until| until < now) {
                continue;
            }
            let start = query.reply_start();
            if start.starts_with(&self.text) {
                found = ReplyMatch::Partial;
            } else if let Some(body) = self.text.strip_prefix(start) {
                let end = ["\x1b\\", "\x07"]
                    .into_iter()
                    .find_map(|end| body.strip_suffix(end));
                // An escape at the end may begin the end of the reply.
                let inner = end.unwrap_or_else(|| body.strip_suffix('\x1b').unwrap_or(body));
                if inner.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
                    found = match end {
                        Some(text) => ReplyMatch::Complete(query, text.into()),
                        None => ReplyMatch::Partial,
                    };
                }
            }
        }
        found
    }

    /// Returns the event of a complete reply. After a reply that is not understood, another may
    /// follow.
    fn parse(&mut self, query: TerminalQuery, text: String) -> Option<TerminalEvent> {
        let event = match query {
            TerminalQuery::Background => TerminalEvent::Background(parse_background(&text)?),
            TerminalQuery::Version => TerminalEvent::Version(text),
        };
        *self.expected_mut(query) = None;
        Some(event)
    }
}

/// Returns the characters of a reply that crossterm takes for this event: an escape, and a
/// character. `None` if it is in no reply.
fn reply_chars(event: &Event) -> Option<(bool, Option<char>)> {
    let Event::Key(key) = event else { return None };
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        // An escape after which nothing had arrived yet.
        KeyCode::Esc => Some((true, None)),
        KeyCode::Char('g') if control => Some((false, Some('\x07'))),
        KeyCode::Char(character) if !control => {
            Some((key.modifiers.contains(KeyModifiers::ALT), Some(character)))
        }
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// Returns the events that crossterm makes of these characters.
    fn events(text: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let (code, modifiers) = match character {
                '\x1b' => match characters.next() {
                    Some(escaped) => (KeyCode::Char(escaped), KeyModifiers::ALT),
                    None => (KeyCode::Esc, KeyModifiers::NONE),
                },
                '\x07' => (KeyCode::Char('g'), KeyModifiers::CONTROL),
                other => (KeyCode::Char(other), KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(code, modifiers)));
        }
        events
    }

    fn keys(text: &str) -> Vec<TerminalEvent> {
        events(text).into_iter().map(TerminalEvent::Input).collect()
    }

    /// A parser that expects both replies.
    fn asked() -> ReportParser {
        let mut parser = ReportParser::default();
        parser.expect(TerminalQuery::Background, Instant::now());
        parser.expect(TerminalQuery::Version, Instant::now());
        parser
    }

    fn feed(parser: &mut ReportParser, text: &str) -> Vec<TerminalEvent> {
        let mut found = Vec::new();
        for event in events(text) {
            parser.feed(event, Instant::now(), &mut found);
        }
        found
    }

    #[test]
    fn a_reply_is_recognised_and_what_follows_are_keys() {
        for (reply, background) in [
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Background::Dark),
            ("\x1b]11;rgb:ff/ff/ff\x07", Background::Light),
            ("\x1b]11;rgb:f/f/e\x07", Background::Light),
            ("\x1b]11;rgba:ffff/ffff/ffff/8080\x07", Background::Light),
        ] {
            let mut expected = vec![TerminalEvent::Background(background)];
            expected.extend(keys("q"));
            assert_eq!(feed(&mut asked(), &format!("{reply}q")), expected);
        }
        assert_eq!(
            feed(
                &mut asked(),
                "\x1b]11;rgb:ff/ff/ff\x1b\\\x1bP>|kitty(0.31.0)\x1b\\"
            ),
            [
                TerminalEvent::Background(Background::Light),
                TerminalEvent::Version("kitty(0.31.0)".into())
            ]
        );
    }

    #[test]
    fn keys_that_only_begin_like_a_reply_are_all_replayed() {
        for typed in [
            "\x1b]q",
            "\x1bPq",
            "\x1bP>q",
            "\x1b]1 q",
            "\x1b]12;rgb:ff/ff/ff\x07q",
            "\x1b]\x1b]q",
            "\x1b\\q",
            "\x07q",
            &format!("\x1b]11;{}", "1".repeat(100)),
        ] {
            let mut parser = asked();
            let mut found = feed(&mut parser, typed);
            parser.release(&mut found);
            assert_eq!(found, keys(typed), "{typed:?}");
        }
    }

    #[test]
    fn an_unfinished_reply_is_released_soon() {
        for (typed, pause) in [("\x1b", ESCAPE_PAUSE), ("\x1b]11;r", REPLY_PAUSE)] {
            let mut parser = asked();
            assert_eq!(feed(&mut parser, typed), []);
            let release_at = parser.release_at().expect("something is held");
            assert!(release_at <= Instant::now() + pause);
            let mut released = Vec::new();
            parser.release(&mut released);
            assert_eq!(released, keys(typed));
            assert_eq!(parser.release_at(), None);
        }
    }

    #[test]
    fn replies_that_were_not_asked_for_are_keys() {
        let reply = "\x1b]11;rgb:ff/ff/ff\x1b\\";
        assert_eq!(feed(&mut ReportParser::default(), reply), keys(reply));
        let mut parser = asked();
        assert_eq!(feed(&mut parser, reply).len(), 1);
        assert_eq!(feed(&mut parser, reply), keys(reply), "a second reply");
        let long_ago = Instant::now().checked_sub(REPLY_TIMEOUT * 2);
        let mut parser = ReportParser::default();
        parser.expect(TerminalQuery::Background, long_ago.expect("the clock runs"));
        assert_eq!(feed(&mut parser, reply), keys(reply), "too late");
    }

    #[test]
    fn a_reply_may_be_split_anywhere() {
        let reply = "\x1bP>|kitty(0.31.0)\x1b\\";
        for at in 1..reply.len() {
            let mut parser = asked();
            let mut found = feed(&mut parser, &reply[..at]);
            parser.feed(Event::Resize(80, 24), Instant::now(), &mut found);
            found.extend(feed(&mut parser, &reply[at..]));
            assert_eq!(
                found,
                [
                    TerminalEvent::Input(Event::Resize(80, 24)),
                    TerminalEvent::Version("kitty(0.31.0)".into())
                ],
                "split at {at}"
            );
        }
    }

    #[test]
    fn a_broken_reply_is_not_typed_and_another_may_follow() {
        let mut parser = asked();
        assert_eq!(feed(&mut parser, "\x1b]11;rgb:zz/qq\x07"), []);
        assert_eq!(
            feed(&mut parser, "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"),
            [TerminalEvent::Background(Background::Light)]
        );
    }
}
