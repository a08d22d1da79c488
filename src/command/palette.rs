//! Commands by name: what the palette and the help list, narrowed by what is typed.

use super::{Binding, Command, Key, Mode, View, entries};

/// A command that was found, with all its keys.
#[derive(Debug, Clone)]
pub struct CommandMatch {
    /// Its row in the table.
    pub row: &'static Binding,
    /// All its keys.
    pub keys: Vec<Key>,
    /// The view that must be opened first; none if it works at once.
    pub view: Option<View>,
}

/// What works in a mode, narrowed by what is typed.
#[must_use]
pub fn in_mode(mode: Mode, typed: &str) -> Vec<CommandMatch> {
    narrowed(
        entries(mode)
            .into_iter()
            .map(|(row, keys)| CommandMatch {
                row,
                keys,
                view: None,
            })
            .collect(),
        typed,
    )
}

/// What works in a mode, and what works in other views, narrowed by what is typed.
#[must_use]
pub fn in_all_modes(mode: Mode, typed: &str) -> Vec<CommandMatch> {
    let mut all: Vec<CommandMatch> = entries(mode)
        .into_iter()
        .map(|(row, keys)| CommandMatch {
            row,
            keys,
            view: None,
        })
        .collect();
    for view in View::ALL {
        for (row, keys) in entries(view.into()) {
            if !all.iter().any(|found| found.row.command == row.command) {
                all.push(CommandMatch {
                    row,
                    keys,
                    view: Some(view),
                });
            }
        }
    }
    // Moving about and typing need no name.
    all.retain(|found| {
        !matches!(
            found.row.command,
            Command::DeleteBackward | Command::ClearInput
        )
    });
    narrowed(all, typed)
}

/// Those that match; a name that begins with what is typed comes first.
fn narrowed(mut all: Vec<CommandMatch>, typed: &str) -> Vec<CommandMatch> {
    let typed = typed.trim().to_lowercase();
    all.retain(|found| matches(found, &typed));
    all.sort_by_key(|found| !found.row.name.to_lowercase().starts_with(&typed));
    all
}

/// Whether every word that is typed begins a word of the name or of what it does, or all of it is a key.
fn matches(found: &CommandMatch, typed: &str) -> bool {
    let text = format!("{} {}", found.row.name, found.row.what).to_lowercase();
    let words: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .collect();
    let by_words = typed
        .split_whitespace()
        .all(|typed| words.iter().any(|word| word.starts_with(typed)));
    by_words
        || found
            .keys
            .iter()
            .any(|key| key.to_string().to_lowercase() == typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: &[CommandMatch]) -> Vec<&'static str> {
        found.iter().map(|found| found.row.name).collect()
    }

    #[test]
    fn commands_are_found_by_word_and_by_key() {
        assert_eq!(names(&in_mode(Mode::Areas, "timel"))[0], "Timeline");
        assert_eq!(names(&in_mode(Mode::Areas, "ctrl-l")), ["Redraw"]);
        assert_eq!(names(&in_mode(Mode::Areas, "known date")), ["As of"]);
        assert!(names(&in_mode(Mode::Matrix, "order")).contains(&"Sort"));
        assert!(in_mode(Mode::Areas, "xyzzy").is_empty());
        assert_eq!(in_mode(Mode::Areas, "").len(), entries(Mode::Areas).len());
    }

    #[test]
    fn a_name_comes_before_what_something_does() {
        assert_eq!(names(&in_mode(Mode::Areas, "co"))[0], "Compare");
        assert_eq!(names(&in_mode(Mode::Areas, "h"))[0], "Help");
    }

    #[test]
    fn what_other_views_can_do_is_found_with_its_view() {
        let sort = in_all_modes(Mode::Areas, "sort")
            .into_iter()
            .find(|found| found.row.command == Command::Sort);
        assert_eq!(sort.and_then(|found| found.view), Some(View::Matrix));
        assert_eq!(in_all_modes(Mode::Matrix, "sort")[0].view, None);
    }
}
