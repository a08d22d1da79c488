//! Reads events from the terminal, all that have arrived at once: one frame answers all of them.

use std::{
    collections::HashSet,
    io, thread,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::{flood_limit::FloodLimit, source::InputSource, terminal_event::TerminalEvent};

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
/// About the most events that are returned at once.
const MAX_EVENTS_PER_POLL: usize = 4096;
/// About the most bytes that are read at once: not all input leads to events.
const MAX_BYTES_PER_POLL: usize = 64 * 1024;

/// Longest time for which events are gathered, while one follows soon on another.
const MAX_GATHER_TIME: Duration = Duration::from_millis(100);

/// Reads events, and recognises pasted text.
#[derive(Debug)]
pub(in crate::tui) struct EventReader {
    source: InputSource,
    flood_limit: FloodLimit,
    /// Set while text is being pasted without bracketed paste.
    pasting: bool,
}

impl EventReader {
    /// Opens the terminal that keys are read from, and listens for another size.
    ///
    /// # Errors
    /// If there is no terminal to read from.
    pub(in crate::tui) fn open() -> io::Result<Self> {
        Ok(Self {
            source: InputSource::open()?,
            flood_limit: FloodLimit::default(),
            pasting: false,
        })
    }

    /// Waits for input, for ever or for this time, and returns the events that have arrived. There may
    /// be none: what is unfinished is not an event yet.
    ///
    /// # Errors
    /// If the terminal cannot be read from.
    pub(in crate::tui) fn poll(
        &mut self,
        timeout: Option<Duration>,
    ) -> io::Result<Vec<TerminalEvent>> {
        thread::sleep(self.flood_limit.pause());
        if self.pasting && !self.source.wait(Some(PASTE_PAUSE))? {
            self.pasting = false;
        }
        let mut events = Vec::new();
        let deadline = self.source.deadline();
        let until_deadline = deadline.map(|at| at.saturating_duration_since(Instant::now()));
        if !self
            .source
            .wait(timeout.into_iter().chain(until_deadline).min())?
        {
            if deadline.is_some_and(|at| at <= Instant::now()) {
                self.source.time_out(&mut events);
            }
            return Ok(events);
        }
        let mut bytes = 0;
        let start = Instant::now();
        loop {
            bytes += self.source.read(self.flood_limit.chunk(), &mut events)?;
            if !self.flood_limit.pause().is_zero()
                || events.len() >= MAX_EVENTS_PER_POLL
                || bytes >= MAX_BYTES_PER_POLL
                || start.elapsed() >= MAX_GATHER_TIME
                || !self.source.wait(Some(gap_after(events.last())))?
            {
                break;
            }
        }
        self.pasting = self.pasting || is_paste_burst(&events);
        if self.pasting {
            events = as_paste(events);
        }
        let now = Instant::now();
        self.flood_limit.record(events.len(), bytes, now);
        Ok(events)
    }
}

/// Returns the time in which another event may follow that belongs to this one.
fn gap_after(last: Option<&TerminalEvent>) -> Duration {
    match last {
        Some(TerminalEvent::Resized) => RESIZE_GAP,
        Some(event) if typed_char(event).is_some() => PASTED_CHAR_GAP,
        _ => Duration::ZERO,
    }
}

fn is_paste_burst(events: &[TerminalEvent]) -> bool {
    let chars = || events.iter().filter_map(typed_char);
    events.len() >= PASTE_BURST_CHARS
        && chars().count() >= PASTE_BURST_CHARS
        && chars().collect::<HashSet<_>>().len() >= PASTE_BURST_DISTINCT_CHARS
}

/// Returns the events with all typed characters as one pasted text, which is not taken for keys.
fn as_paste(mut events: Vec<TerminalEvent>) -> Vec<TerminalEvent> {
    let text: String = events.iter().filter_map(typed_char).collect();
    events.retain(|event| typed_char(event).is_none());
    if !text.is_empty() {
        events.insert(0, TerminalEvent::Input(Event::Paste(text)));
    }
    events
}

/// Returns the character that an event types. Enter, Tab and a line feed count: pasted text may contain them.
fn typed_char(event: &TerminalEvent) -> Option<char> {
    let TerminalEvent::Input(Event::Key(key)) = event else {
        return None;
    };
    match key.code {
        KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
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
    fn pasted_text_is_one_event_before_the_other_keys() {
        let down =
            TerminalEvent::Input(Event::Key(KeyEvent::new(KeyCode::Down, KeyModifiers::NONE)));
        let mut events = typed("why does blackpool");
        events.push(down.clone());
        events.extend(typed(" differ"));
        let paste = TerminalEvent::Input(Event::Paste("why does blackpool differ".into()));
        assert_eq!(as_paste(events), [paste, down.clone()]);
        assert_eq!(as_paste(vec![down.clone()]), [down]);
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
