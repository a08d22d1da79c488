//! What comes from the terminal, gathered until there is nothing more: one frame answers all of it.

use std::{collections::HashSet, io, time::Duration};

use crossterm::event::{self, Event, KeyCode, KeyModifiers};

use super::{
    reports::{ParsedReport, ReportParser},
    styles::Background,
    worker::BETWEEN_LOOKS,
};

/// So many letters at once are no typing, if they are of several kinds: they were pasted, by a terminal that does not say so.
const BURST: usize = 40;
const KINDS: usize = 5;
/// Between two parts of what is pasted there is no longer pause.
const PAUSE: Duration = Duration::from_millis(50);
/// Letters that are pasted follow each other more quickly than this, and nobody types so fast: it is waited for, so that the
/// first of them is not taken for a key.
const BETWEEN_PASTED: Duration = Duration::from_millis(2);
/// While a window is being resized, sizes follow each other more quickly than this.
const RESIZING: Duration = Duration::from_millis(10);
/// Not nothing: events that crossterm has read already are given only if there is time for it.
const AT_ONCE: Duration = Duration::from_micros(10);
/// No more events are held at once.
const MOST: usize = 4096;

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TerminalEvent {
    /// A key, a click, another size.
    Input(Event),
    /// The terminal's background.
    Background(Background),
    /// The terminal's name.
    Version(String),
}

/// Gathers events.
#[derive(Debug, Default)]
pub(super) struct EventReader {
    answers: ReportParser,
    /// Whether what comes is still a part of what was pasted.
    pasting: bool,
}

impl EventReader {
    /// Waits for events and gives all that came; nothing if none came in time. A part of an answer is none yet.
    ///
    /// # Errors
    /// If the terminal can't be read from.
    pub(super) fn poll(
        &mut self,
        time: Option<Duration>,
    ) -> io::Result<Option<Vec<TerminalEvent>>> {
        if self.pasting && !event::poll(PAUSE)? {
            self.pasting = false;
        }
        if let Some(time) = time
            && !event::poll(time)?
        {
            return Ok(None);
        }
        let mut events = Vec::new();
        loop {
            let event = event::read()?;
            let more = more(&event)?;
            // Answers come among the keys, quick as what is pasted: they are taken out first.
            match self.answers.take(&event) {
                ParsedReport::NotReport => events.push(TerminalEvent::Input(event)),
                ParsedReport::Partial => {}
                ParsedReport::Background(background) => {
                    events.push(TerminalEvent::Background(background));
                }
                ParsedReport::Version(name) => events.push(TerminalEvent::Version(name)),
            }
            if events.len() >= MOST || !more {
                break;
            }
        }
        self.pasting |= is_burst(&events);
        if self.pasting {
            events.retain(|event| letter(event).is_none());
        }
        Ok(Some(events))
    }
}

/// Waits until there is an event, looking now and then for something else; says whether an event came first.
///
/// # Errors
/// If the terminal can't be read from, or the looking fails.
pub(super) fn comes_before(mut look: impl FnMut() -> io::Result<bool>) -> io::Result<bool> {
    loop {
        if event::poll(BETWEEN_LOOKS)? {
            return Ok(true);
        }
        if look()? {
            return Ok(false);
        }
    }
}

/// Whether another event is there, or about to be.
fn more(last: &Event) -> io::Result<bool> {
    event::poll(match last {
        Event::Resize(..) => RESIZING,
        event if letter_of(event).is_some() => BETWEEN_PASTED,
        _ => AT_ONCE,
    })
}

fn is_burst(event: &[TerminalEvent]) -> bool {
    let letters: Vec<char> = event.iter().filter_map(letter).collect();
    letters.len() >= BURST && letters.iter().collect::<HashSet<_>>().len() >= KINDS
}

fn letter(event: &TerminalEvent) -> Option<char> {
    if let TerminalEvent::Input(event) = event {
        letter_of(event)
    } else {
        None
    }
}

/// The letter that an event types; Enter counts, since what is pasted may have many lines.
fn letter_of(event: &Event) -> Option<char> {
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
    fn what_is_pasted_is_told_from_what_is_typed_or_held_down() {
        assert!(is_burst(&typed(
            "a page of text that somebody copied by mistake and pasted here"
        )));
        assert!(!is_burst(&typed("mental health oldham")));
        assert!(
            !is_burst(&typed(&"j".repeat(500))),
            "a key that is held down"
        );
    }
}
