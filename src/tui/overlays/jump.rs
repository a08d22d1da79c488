//! The prompt for a name in the view's list.

use super::overlay_state::{OverlayScope, OverlayState, Prompt, Response};
use crate::{
    command::{Command, Mode},
    query::search::prefix_rank,
    tui::{action::AppAction, selectable_list::Motion, widgets::TextInput},
};

/// A name that is being typed. The view selects the best match meanwhile.
#[derive(Debug, Clone)]
pub(crate) struct JumpPrompt {
    input: TextInput,
    /// The names of the list.
    names: Vec<String>,
    /// The index of the item that was selected before.
    before: usize,
    /// The indices of the items that match, the best first.
    matches: Vec<usize>,
    /// Which of the matches is selected.
    selected: usize,
}

impl JumpPrompt {
    /// Creates a prompt for a list with the item at index `before` selected.
    #[must_use]
    pub(crate) fn new(names: Vec<String>, before: usize) -> Self {
        Self {
            input: TextInput::default(),
            names,
            before,
            matches: Vec::new(),
            selected: 0,
        }
    }

    /// Finds the names that match, and returns the index of the best; without a match, that of the item selected before.
    fn find(&mut self) -> usize {
        let typed = self.input.text();
        let mut ranked: Vec<(u8, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((prefix_rank(typed, name)?, index)))
            .collect();
        ranked.sort_unstable();
        self.matches = ranked.into_iter().map(|(_, index)| index).collect();
        self.selected = 0;
        self.matches.first().copied().unwrap_or(self.before)
    }
}

impl OverlayState for JumpPrompt {
    fn mode(&self) -> Mode {
        Mode::Jump
    }

    fn update(&mut self, _: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::CancelPreview),
            Command::Open if self.matches.is_empty() && !self.input.text().trim().is_empty() => {
                return Response::stay(AppAction::None);
            }
            Command::Open => return Response::close(AppAction::None),
            _ => {}
        }
        if let Some(change) = self.input.update(command) {
            if change.value {
                return Response::stay(AppAction::SelectIndex(self.find()));
            }
        } else if let Some(motion) = Motion::from_command(command, 1) {
            self.selected = motion.apply(self.selected, self.matches.len());
            if let Some(&index) = self.matches.get(self.selected) {
                return Response::stay(AppAction::SelectIndex(index));
            }
        }
        Response::stay(AppAction::None)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn prompt(&self) -> Option<Prompt<'_>> {
        let status = match self.matches.len() {
            _ if self.input.text().trim().is_empty() => None,
            0 => Some("no match".into()),
            count => Some(format!("{} of {count}", self.selected + 1)),
        };
        Some(Prompt {
            label: "Jump to: ",
            input: &self.input,
            status,
        })
    }
}
