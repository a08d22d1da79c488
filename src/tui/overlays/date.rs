//! The prompt for a date.

use super::overlay_state::{OverlayScope, OverlayState, Prompt, Response};
use crate::{
    command::{Command, Mode},
    dataset::{ParseDateError, PartialDate},
    tui::{action::AppAction, widgets::TextInput},
};

/// A date that is being typed. The view shows it as soon as it is valid.
#[derive(Debug, Clone)]
pub(crate) struct DatePrompt {
    input: TextInput,
    /// Why the text is not a date.
    problem: Option<String>,
}

impl DatePrompt {
    /// Creates a prompt that starts with the current date.
    #[must_use]
    pub(crate) fn new(as_of: Option<PartialDate>) -> Self {
        Self {
            input: input(as_of),
            problem: None,
        }
    }

    fn step_to(&mut self, date: Option<PartialDate>) -> Response {
        self.input = input(date);
        self.problem = None;
        Response::stay(AppAction::SetAsOf(date))
    }
}

impl OverlayState for DatePrompt {
    fn mode(&self) -> Mode {
        Mode::Date
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        if let Some(change) = self.input.update(command) {
            if change.value {
                self.problem = None;
                if let Ok(date) = parse(self.input.text()) {
                    return Response::stay(AppAction::SetAsOf(date));
                }
            }
            return Response::stay(AppAction::None);
        }
        match command {
            Command::Back => Response::close(AppAction::CancelPreview),
            Command::Open => match parse(self.input.text()) {
                Ok(date) => Response::close(AppAction::SetAsOf(date)),
                Err(problem) => {
                    self.problem = Some(problem.to_string());
                    Response::stay(AppAction::None)
                }
            },
            Command::PreviousDate => self.step_to(scope.view.previous_date()),
            Command::NextDate => self.step_to(scope.view.next_date()),
            _ => Response::stay(AppAction::None),
        }
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn prompt(&self) -> Option<Prompt<'_>> {
        let status = if self.input.text().is_empty() {
            Some("no date: the latest is shown".into())
        } else {
            self.problem.clone()
        };
        Some(Prompt {
            label: "As of: ",
            input: &self.input,
            status,
        })
    }
}

fn input(date: Option<PartialDate>) -> TextInput {
    TextInput::new(date.map(|date| date.iso()).unwrap_or_default())
}

/// Parses a date. No text means the latest state.
fn parse(text: &str) -> Result<Option<PartialDate>, ParseDateError> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some),
    }
}
