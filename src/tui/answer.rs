//! Answers of the terminal that come among the keys.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::look::{Background, background};

/// No answer is longer.
const LONGEST: usize = 40;

/// What was made of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It belongs to no answer: it is a key, say.
    Nothing,
    /// It is a part of an answer.
    Part,
    /// It ends the answer that tells the background.
    Background(Background),
}

/// Gathers an answer from the keys that it is taken for: `ESC ] 11 ; rgb : … ESC \`.
#[derive(Debug, Default)]
pub(super) struct Answers {
    open: Option<String>,
}

impl Answers {
    /// Takes an event if it belongs to an answer.
    pub(super) fn take(&mut self, event: &Event) -> Taken {
        let Event::Key(KeyEvent { code: KeyCode::Char(character), modifiers, .. }) = event else {
            // Whatever it was, it has ended: nobody's keys get lost for long.
            self.open = None;
            return Taken::Nothing;
        };
        let alt = modifiers.contains(KeyModifiers::ALT);
        let control = modifiers.contains(KeyModifiers::CONTROL);
        let Some(text) = &mut self.open else {
            let begins = alt && *character == ']';
            self.open = begins.then(String::new);
            return if begins { Taken::Part } else { Taken::Nothing };
        };
        if (alt && *character == '\\') || (control && *character == 'g') {
            let background = parse(text);
            self.open = None;
            return background.map_or(Taken::Part, Taken::Background);
        }
        if text.len() < LONGEST && (character.is_ascii_alphanumeric() || ";:/?".contains(*character)) {
            text.push(*character);
            return Taken::Part;
        }
        self.open = None;
        Taken::Nothing
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
                '\x1b' => (characters.next().expect("something follows"), KeyModifiers::ALT),
                '\x07' => ('g', KeyModifiers::CONTROL),
                other => (other, KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(KeyCode::Char(character), modifiers)));
        }
        events
    }

    fn taken(text: &str) -> Vec<Taken> {
        let mut answers = Answers::default();
        events(text).iter().map(|event| answers.take(event)).collect()
    }

    #[test]
    fn an_answer_is_taken_whole_and_what_follows_is_keys() {
        for (answer, told) in [
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Background::Dark),
            ("\x1b]11;rgb:ff/ff/ff\x07", Background::Light),
            ("\x1b]11;rgb:f/f/e\x07", Background::Light),
        ] {
            let taken = taken(&format!("{answer}q"));
            let (keys, answered) = (taken[taken.len() - 1], &taken[..taken.len() - 1]);
            assert_eq!(answered.last(), Some(&Taken::Background(told)));
            assert!(answered[..answered.len() - 1].iter().all(|taken| *taken == Taken::Part));
            assert_eq!(keys, Taken::Nothing);
        }
    }

    #[test]
    fn nonsense_ends_by_itself() {
        assert_eq!(taken("q"), [Taken::Nothing]);
        assert_eq!(taken("\x1b]11;rgb:zz/1/1\x07").last(), Some(&Taken::Part));
        let endless = taken(&format!("\x1b]{}", "1".repeat(100)));
        assert_eq!(endless.iter().filter(|taken| **taken == Taken::Nothing).count(), 100 - LONGEST);
        assert_eq!(taken("\x1b]1 q")[2..], [Taken::Nothing, Taken::Nothing]);
    }
}
