//! Finding commands by name, for the palette and the help.

use crate::{query::describe::capitalized, sort::SortShared};

use super::{
    bindings::{Binding, commands_for},
    intent::Command,
    key::Key,
    mode::Mode,
    view::View,
};

/// A command that matches what is typed.
#[derive(Debug, Clone)]
pub struct CommandMatch {
    /// Its binding.
    pub binding: &'static Binding,
    /// All its keys.
    pub keys: Vec<Key>,
    /// The view to open first; none if the command works in the current mode.
    pub view: Option<View>,
}

impl CommandMatch {
    /// Returns the effect of the command as a sentence, after the view that it opens first, if it does.
    #[must_use]
    pub fn where_and_what(&self) -> String {
        let description = self.binding.description;
        if let Some(view) = self.view {
            return format!("In {}: {description}.", view.name());
        }
        format!("{}.", capitalized(description))
    }
}

/// Returns the commands of a mode that match what is typed.
#[must_use]
pub fn in_mode(mode: Mode, typed: &str) -> Vec<CommandMatch> {
    matching(matches_in(mode, None).collect(), typed)
}

/// Returns the commands of a mode and of every view that match what is typed.
#[must_use]
pub fn in_all_modes(mode: Mode, typed: &str) -> Vec<CommandMatch> {
    let mut all: Vec<CommandMatch> = matches_in(mode, None).collect();
    for view in View::ALL {
        for found in matches_in(Mode::View(view), Some(view)) {
            if !all
                .iter()
                .any(|other| other.binding.command == found.binding.command)
            {
                // The search has no keys for these, but they work there, too: on the selected result.
                let view = found
                    .view
                    .filter(|_| !found.binding.command.works_in_every_view());
                all.push(CommandMatch { view, ..found });
            }
        }
    }
    // These would edit the input of the palette itself, which closes when a command runs.
    all.retain(|found| !found.binding.command.edits_text());
    // The first command is selected when the palette opens, and must not end the program.
    all.sort_shared_by_key(|found| found.binding.command == Command::Quit);
    matching(all, typed)
}

fn matches_in(mode: Mode, view: Option<View>) -> impl Iterator<Item = CommandMatch> {
    commands_for(mode)
        .into_iter()
        .map(move |(binding, keys)| CommandMatch {
            binding,
            keys,
            view,
        })
}

/// Keeps the commands that match; those whose name starts with what is typed come first.
fn matching(mut all: Vec<CommandMatch>, typed: &str) -> Vec<CommandMatch> {
    let typed = typed.trim().to_lowercase();
    all.retain(|found| matches(found, &typed));
    all.sort_shared_by_key(|found| !found.binding.name.to_lowercase().starts_with(&typed));
    all
}

/// Returns whether every typed word starts a word of the name or description, or the whole input is one of the keys.
fn matches(found: &CommandMatch, typed: &str) -> bool {
    let Binding {
        name, description, ..
    } = found.binding;
    let text = format!("{name} {description}").to_lowercase();
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

    const AREAS: Mode = Mode::View(View::Areas);
    const MATRIX: Mode = Mode::View(View::Matrix);

    fn names(found: &[CommandMatch]) -> Vec<&'static str> {
        found.iter().map(|found| found.binding.name).collect()
    }

    #[test]
    fn commands_are_found_by_word_and_by_key() {
        assert_eq!(names(&in_mode(AREAS, "timel"))[0], "Timeline");
        assert_eq!(names(&in_mode(AREAS, "ctrl-l")), ["Redraw"]);
        assert_eq!(names(&in_mode(AREAS, "known date")), ["As of a date"]);
        assert!(names(&in_mode(MATRIX, "order")).contains(&"Sort"));
        assert!(in_mode(AREAS, "xyzzy").is_empty());
        assert_eq!(in_mode(AREAS, "").len(), commands_for(AREAS).len());
    }

    #[test]
    fn a_match_in_the_name_comes_first() {
        assert_eq!(names(&in_mode(AREAS, "co"))[0], "Compare");
        assert_eq!(names(&in_mode(AREAS, "h"))[0], "Help");
    }

    #[test]
    fn commands_of_other_views_are_found_with_their_view() {
        let sort = in_all_modes(AREAS, "sort")
            .into_iter()
            .find(|found| found.binding.command == Command::Sort);
        assert_eq!(sort.and_then(|found| found.view), Some(View::Matrix));
        assert_eq!(in_all_modes(MATRIX, "sort")[0].view, None);
    }
}
