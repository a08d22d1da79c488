//! The prompt for a file name to write a briefing to.

use super::overlay_state::{OverlayScope, OverlayState, Prompt, Response};
use crate::{
    command::{Command, Mode, SaveError, file_name},
    dataset::{Dataset, ItemIndex},
    tui::{action::AppAction, widgets::TextInput},
};

/// A file name that is being typed.
#[derive(Debug, Clone)]
pub(crate) struct SavePrompt {
    input: TextInput,
    /// The subject of the briefing.
    item: ItemIndex,
    /// The reason why the file was not written.
    problem: Option<String>,
    /// True if a file of this name exists and saving again overwrites it.
    overwrite: bool,
}

impl SavePrompt {
    /// Creates a prompt that suggests a name.
    #[must_use]
    pub(crate) fn new(dataset: &Dataset, item: ItemIndex) -> Self {
        Self {
            input: TextInput::new(file_name(dataset, item)),
            item,
            problem: None,
            overwrite: false,
        }
    }

    /// Shows why the file was not written.
    pub(crate) fn on_error(&mut self, error: SaveError) {
        let (problem, overwrite) = match error {
            SaveError::Exists => ("already exists. Press Enter to overwrite it.".into(), true),
            SaveError::Failed(reason) => (reason, self.overwrite),
        };
        (self.problem, self.overwrite) = (Some(problem), overwrite);
    }
}

impl OverlayState for SavePrompt {
    fn mode(&self) -> Mode {
        Mode::Save
    }

    fn update(&mut self, _: &OverlayScope, command: Command) -> Response {
        if let Some(change) = self.input.update(command) {
            if change.value {
                (self.problem, self.overwrite) = (None, false);
            }
            return Response::stay(AppAction::None);
        }
        let name = self.input.text().trim();
        match command {
            Command::Back => Response::close(AppAction::None),
            // The prompt stays open until the file is written, to show what goes wrong.
            Command::Open if !name.is_empty() => Response::stay(AppAction::Save {
                name: name.into(),
                item: self.item,
                overwrite: self.overwrite,
            }),
            _ => Response::stay(AppAction::None),
        }
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn prompt(&self) -> Option<Prompt<'_>> {
        Some(Prompt {
            label: "Save as: ",
            input: &self.input,
            status: self.problem.clone(),
        })
    }
}
