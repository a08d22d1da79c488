//! Keys in the footer, written as signs or as words.

use super::{bindings::bindings, intent::Command, key::Key, mode::Mode};

/// One or more keys in the footer, with a word for what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FooterKey {
    /// The commands of the keys. A click runs the last one.
    pub commands: &'static [Command],
    /// The effect of the keys, in one or a few words.
    pub label: &'static str,
}

impl FooterKey {
    /// Returns the keys as the footer shows them in a mode: `Enter`, `↑↓`, `+ -`; arrows as words if only ASCII may be shown.
    /// Returns nothing if one of the commands has no key in the mode.
    #[must_use]
    pub fn keys(&self, mode: Mode, ascii: bool) -> Option<String> {
        let keys: Option<Vec<Key>> = self
            .commands
            .iter()
            .map(|&command| key_of(mode, command))
            .collect();
        let keys = keys?;
        let are_arrows = keys.iter().all(|key| arrow(*key).is_some());
        if ascii && are_arrows && keys.len() > 2 {
            return Some("Arrows".into());
        }
        let names: Vec<String> = keys
            .into_iter()
            .map(|key| match arrow(key) {
                Some(arrow) if !ascii => arrow.into(),
                _ => key.to_string(),
            })
            .collect();
        Some(names.join(match (are_arrows, ascii) {
            (true, false) => "",
            (true, true) => "/",
            (false, _) => " ",
        }))
    }
}

/// Returns the key of a command that the footer shows: an arrow if there is one, or else the first.
fn key_of(mode: Mode, command: Command) -> Option<Key> {
    // Commands are compared first: modes are a list.
    let mut keys = bindings()
        .filter(move |binding| binding.command == command && binding.modes.contains(&mode))
        .flat_map(|binding| binding.keys.iter().copied());
    let first = keys.next()?;
    Some(
        [first]
            .into_iter()
            .chain(keys)
            .find(|key| arrow(*key).is_some())
            .unwrap_or(first),
    )
}

/// Returns the sign of an arrow key.
fn arrow(key: Key) -> Option<&'static str> {
    Some(match key {
        Key::Up => "↑",
        Key::Down => "↓",
        Key::Left => "←",
        Key::Right => "→",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{View, footer::footer};

    #[test]
    fn keys_are_shown_as_signs_or_as_words() {
        let shown = |label: &str, ascii| {
            let mode = Mode::View(View::Matrix);
            let key = footer(mode).keys.iter().find(|key| key.label == label);
            key.and_then(|key| key.keys(mode, ascii))
        };
        assert_eq!(shown("move", false).as_deref(), Some("←→↑↓"));
        assert_eq!(shown("move", true).as_deref(), Some("Arrows"));
        assert_eq!(shown("open", false).as_deref(), Some("Enter"));
        let timeline = Mode::View(View::Timeline);
        let keys = footer(timeline).keys;
        let in_ascii = |key: &FooterKey| key.keys(timeline, true);
        assert_eq!(in_ascii(&keys[0]).as_deref(), Some("Left/Right"));
        assert_eq!(in_ascii(&keys[1]).as_deref(), Some("Up/Down"));
        let areas = Mode::View(View::Areas);
        let key = |commands| FooterKey {
            commands,
            label: "word",
        };
        let next = key(&[Command::Right]);
        assert_eq!(next.keys(areas, false).as_deref(), Some("→"));
        assert_eq!(next.keys(areas, true).as_deref(), Some("Right"));
        assert_eq!(key(&[Command::Unmark]).keys(areas, false), None);
    }
}
