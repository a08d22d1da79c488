//! Converts the terminal's key events to the keys of the command table.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::command::Key;

/// Returns the key that was pressed; `None` for a release, and for keys that have no use.
pub(in crate::tui) fn from_event(event: &KeyEvent) -> Option<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match event.code {
        // The terminal sends a line feed for Enter until the program switches raw mode on.
        KeyCode::Char('j' | 'J') if control => Key::Enter,
        KeyCode::Char(character) if control => Key::Ctrl(character.to_ascii_lowercase()),
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::BackTab => Key::ShiftTab,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::ShiftTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, Mode, View};

    fn command(mode: Mode, event: &KeyEvent) -> Option<Command> {
        Command::from_key(mode, from_event(event)?)
    }

    #[test]
    fn modifiers_change_the_key() {
        let event = |code, modifiers| KeyEvent::new(code, modifiers);
        assert_eq!(
            command(
                Mode::View(View::Areas),
                &event(KeyCode::Char('c'), KeyModifiers::CONTROL)
            ),
            Some(Command::Quit)
        );
        assert_eq!(
            command(
                Mode::View(View::Timeline),
                &event(KeyCode::Char('c'), KeyModifiers::NONE)
            ),
            Some(Command::Compare)
        );
        assert_eq!(
            command(
                Mode::View(View::Areas),
                &event(KeyCode::Char('q'), KeyModifiers::ALT)
            ),
            None
        );
        assert_eq!(
            command(
                Mode::View(View::Areas),
                &event(KeyCode::Char('G'), KeyModifiers::SHIFT)
            ),
            Some(Command::Last)
        );
        assert_eq!(
            command(
                Mode::View(View::Areas),
                &event(KeyCode::BackTab, KeyModifiers::SHIFT)
            ),
            Some(Command::PreviousPane)
        );
    }

    #[test]
    fn enter_that_was_typed_before_the_dashboard_opened_is_enter() {
        let line_feed = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL);
        assert_eq!(from_event(&line_feed), Some(Key::Enter));
    }

    #[test]
    fn a_release_is_not_a_key() {
        let mut event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(command(Mode::View(View::Areas), &event), None);
    }
}
