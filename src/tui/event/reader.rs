//! Reads events from the terminal, all that have arrived at once: one frame answers all of them.

use std::{
    collections::HashSet,
    io,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event, KeyCode, KeyModifiers};

use super::{
    reports::{ReportParser, TerminalQuery},
    terminal_event::TerminalEvent,
};

/// At least this many characters at once count as a paste, in a terminal without bracketed paste.
const PASTE_BURST_CHARS: usize = 40;
/// Different characters among them: a key that is held down repeats one.
const PASTE_BURST_DISTINCT_CHARS: usize = 5;
/// Longest pause inside pasted text.
const PASTE_PAUSE: Duration = Duration::from_millis(50);
/// Longest time between two pasted characters; people type more slowly. Waiting for it keeps the
/// first character of a paste from being taken for a key.
const PASTED_CHAR_GAP: Duration = Duration::from_millis(2);
/// Longest time between two sizes while a window is being resized.
const RESIZE_GAP: Duration = Duration::from_millis(10);
/// Shortest time to poll for: with none at all crossterm does not return events that it has
/// already read.
const MIN_POLL: Duration = Duration::from_micros(10);
/// Most events that are returned at once.
const MAX_EVENTS_PER_POLL: usize = 4096;

/// Reads events and separates replies of the terminal from keys.
#[derive(Debug, Default)]
pub(in crate::tui) struct EventReader {
    reports: ReportParser,
    /// Set while text is being pasted without bracketed paste.
    pasting: bool,
}

impl EventReader {
    /// Records a query that was sent: its reply is not a key.
    pub(in crate::tui) fn expect_reply(&mut self, query: TerminalQuery) {
        self.reports.expect(query, Instant::now());
    }

    /// Waits for events, for ever or for this time, and returns all that have arrived; `None` if
    /// there were none in time. A part of a reply is not an event yet.
    ///
    /// # Errors
    /// If the terminal cannot be read from.
    pub(in crate::tui) fn poll(
        &mut self,
        timeout: Option<Duration>,
    ) -> io::Result<Option<Vec<TerminalEvent>>> {
        if self.pasting && !event::poll(PASTE_PAUSE)? {
            self.pasting = false;
        }
        let mut events = Vec::new();
        let release_at = self.reports.release_at();
        let until_release = release_at.map(|at| at.saturating_duration_since(Instant::now()));
        if let Some(timeout) = timeout.into_iter().chain(until_release).min()
            && !event::poll(timeout.max(MIN_POLL))?
        {
            if release_at.is_some_and(|at| at <= Instant::now()) {
                self.reports.release(&mut events);
            }
            return Ok((!events.is_empty()).then_some(events));
        }
        loop {
            let event = event::read()?;
            let more = is_followed(&event)?;
            // Replies arrive as quickly as pasted text, so they are taken out first.
            self.reports.feed(event, Instant::now(), &mut events);
            if events.len() >= MAX_EVENTS_PER_POLL || !more {
                break;
            }
        }
        self.pasting |= is_paste_burst(&events);
        if self.pasting {
            events.retain(|event| typed_char(event).is_none());
        }
        Ok(Some(events))
    }
}

/// Returns true if another event has arrived, or is about to.
fn is_followed(last: &Event) -> io::Result<bool> {
    event::poll(match last {
        Event::Resize(..) => RESIZE_GAP,
        event if char_of(event).is_some() => PASTED_CHAR_GAP,
        _ => MIN_POLL,
    })
}

fn is_paste_burst(events: &[TerminalEvent]) -> bool {
    let chars = || events.iter().filter_map(typed_char);
    events.len() >= PASTE_BURST_CHARS
        && chars().count() >= PASTE_BURST_CHARS
        && chars().collect::<HashSet<_>>().len() >= PASTE_BURST_DISTINCT_CHARS
}

fn typed_char(event: &TerminalEvent) -> Option<char> {
    if let TerminalEvent::Input(event) = event {
        char_of(event)
    } else {
        None
    }
}

/// Returns the character that an event types. Enter and Tab count: pasted text may contain them.
fn char_of(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    match key.code {
        KeyCode::Char(character)
            if !key
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
        {
            Some(character)
        }
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    fn typed(text: &str) -> Vec<TerminalEvent> {
        let key =
            |character| Event::Key(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE));
        text.chars()
            .map(|character| TerminalEvent::Input(key(character)))
            .collect()
    }

    #[test]
    fn pasted_text_is_told_apart_from_typed_text_and_held_keys() {
        assert!(is_paste_burst(&typed(
            "a page of text that somebody copied by mistake and pasted here"
        )));
        assert!(!is_paste_burst(&typed("mental health oldham")));
        assert!(
            !is_paste_burst(&typed(&"j".repeat(500))),
            "a key that is held down"
        );
    }
}
