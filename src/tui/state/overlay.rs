//! What lies over a view: a list of commands, a line to type in, a text.

use super::{history::Location, selectable_list::Motion};
use crate::{
    command::{
        Command, Mode,
        palette::{CommandMatch, in_all_modes, in_mode},
    },
    dataset::{ItemIndex, PartialDate},
    query::facet_options::FacetOption,
};

/// What lies over a view.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The commands by name.
    Palette(CommandPicker),
    /// What the keys do.
    Help(CommandPicker),
    /// The line for letters of a name.
    Jump(JumpPrompt),
    /// The line for a date.
    Date(DatePrompt),
    /// The values that can be chosen.
    Filter(FilterPicker),
    /// The marked places; the selected one.
    Marks(usize),
    /// The line for a file's name.
    Save(SavePrompt),
    /// A text on its own.
    Text(TextPopup),
}

/// The values that can be chosen: counted when the list is opened and when one is chosen, and not with every key.
#[derive(Debug, Clone)]
pub struct FilterPicker {
    /// The place of the selected one.
    pub selected: usize,
    /// All of them.
    pub choices: Vec<FacetOption>,
}

/// A list of commands, narrowed by what is typed.
#[derive(Debug, Clone)]
pub struct CommandPicker {
    /// The mode that it lies over.
    pub under: Mode,
    /// Whether what leads out of the program is left out.
    pub kiosk: bool,
    /// What is typed.
    pub typed: String,
    /// The place of the selected command.
    pub selected: usize,
}

/// Letters of a name, and what they lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JumpPrompt {
    /// What is typed.
    pub typed: String,
    /// The place of the selected item before the line was opened.
    pub before: usize,
    /// The places of the items that have the letters, the nearest first.
    pub found: Vec<usize>,
    /// Which of them is selected.
    pub at: usize,
}

impl JumpPrompt {
    /// What is found, in words; nothing as long as nothing is typed.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        match self.found.len() {
            _ if self.typed.trim().is_empty() => None,
            0 => Some("nothing like that".into()),
            count => Some(format!("{} of {count}", self.at + 1)),
        }
    }
}

/// A date that is typed, or stepped to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePrompt {
    /// What is typed.
    pub typed: String,
    /// The date before the line was opened.
    pub before: Option<PartialDate>,
    /// Why what is typed is no date.
    pub problem: Option<String>,
}

/// A file's name that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavePrompt {
    /// What is typed.
    pub typed: String,
    /// What is to be saved.
    pub item: ItemIndex,
    /// What went wrong.
    pub problem: Option<String>,
    /// Whether a file of this name is there, and may be replaced.
    pub replace: bool,
}

/// A text that is shown on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPopup {
    /// What it is.
    pub title: String,
    /// What else to know about it.
    pub remark: String,
    /// What it says.
    pub text: String,
    /// The first line that is shown.
    pub top: usize,
}

/// A text is wrapped anew with every key: so many lines of it are as quick as none.
const READABLE: usize = 500;

impl TextPopup {
    /// A text from its first line on; of more than anybody reads here, the beginning and where the rest is.
    #[must_use]
    pub fn new(title: &str, remark: &str, text: &str, rest: &str) -> Self {
        let mut lines = text.lines();
        let mut text: String = lines
            .by_ref()
            .take(READABLE)
            .map(|line| format!("{line}\n"))
            .collect();
        let more = lines.count();
        if more > 0 {
            text.push_str(&format!("{more} lines more: {rest}\n"));
        }
        Self {
            title: title.into(),
            remark: remark.into(),
            text,
            top: 0,
        }
    }
}

impl Overlay {
    /// What the keys work on.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self {
            Self::Palette(_) => Mode::Palette,
            Self::Help(_) => Mode::Help,
            Self::Jump(_) => Mode::Jump,
            Self::Date(_) => Mode::Date,
            Self::Filter(_) => Mode::Filter,
            Self::Marks(_) => Mode::Marks,
            Self::Save(_) => Mode::Save,
            Self::Text(_) => Mode::Text,
        }
    }

    /// The line that is typed in, if there is one.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        match self {
            Self::Palette(commands) | Self::Help(commands) => Some(&commands.typed),
            Self::Jump(line) => Some(&line.typed),
            Self::Date(line) => Some(&line.typed),
            Self::Save(line) => Some(&line.typed),
            Self::Filter(_) | Self::Marks(_) | Self::Text(_) => None,
        }
    }

    /// Types a letter, or takes letters away; says whether the command was one for typing.
    pub fn types(&mut self, command: Command) -> bool {
        let line = match self {
            Self::Palette(commands) | Self::Help(commands) => &mut commands.typed,
            Self::Jump(line) => &mut line.typed,
            Self::Date(line) => &mut line.typed,
            Self::Save(line) => &mut line.typed,
            Self::Filter(_) | Self::Marks(_) | Self::Text(_) => return false,
        };
        match command {
            Command::Type(character) => line.push(character),
            Command::DeleteBackward => _ = line.pop(),
            Command::ClearInput => line.clear(),
            _ => return false,
        }
        match self {
            Self::Palette(commands) | Self::Help(commands) => commands.selected = 0,
            Self::Date(line) => line.problem = None,
            Self::Save(line) => (line.problem, line.replace) = (None, false),
            Self::Jump(_) | Self::Filter(_) | Self::Marks(_) | Self::Text(_) => {}
        }
        true
    }

    /// Moves the selection, or scrolls.
    pub fn step(&mut self, step: Motion, marks: &[Location], text_lines: usize) {
        match self {
            Self::Palette(commands) => {
                commands.selected = step.from(commands.selected, commands.in_all_modes().len());
            }
            Self::Help(commands) => {
                commands.selected = step.from(commands.selected, commands.in_mode().len());
            }
            Self::Filter(list) => list.selected = step.from(list.selected, list.choices.len()),
            Self::Marks(selected) => *selected = step.from(*selected, marks.len()),
            Self::Text(page) => page.top = step.from(page.top, text_lines.max(1)),
            Self::Jump(_) | Self::Date(_) | Self::Save(_) => {}
        }
    }
}

impl CommandPicker {
    /// A list that lies over a mode, with nothing typed.
    #[must_use]
    pub fn overlay(under: Mode, kiosk: bool) -> Self {
        Self {
            under,
            kiosk,
            typed: String::new(),
            selected: 0,
        }
    }

    /// What works in the mode under it, narrowed by what is typed.
    #[must_use]
    pub fn in_mode(&self) -> Vec<CommandMatch> {
        self.allowed(in_mode(self.under, &self.typed))
    }

    /// The same, and what works in other views.
    #[must_use]
    pub fn in_all_modes(&self) -> Vec<CommandMatch> {
        self.allowed(in_all_modes(self.under, &self.typed))
    }

    fn allowed(&self, mut found: Vec<CommandMatch>) -> Vec<CommandMatch> {
        found.retain(|found| found.row.command.is_allowed(self.kiosk));
        found
    }

    /// The selected one of these.
    #[must_use]
    pub fn selected(&self, found: Vec<CommandMatch>) -> Option<CommandMatch> {
        found.into_iter().nth(self.selected)
    }
}
