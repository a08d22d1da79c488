//! What lies over a view: a list of commands, a line to type in, a text.

use super::{places::Place, selection::Step};
use crate::{
    command::{
        Command, Mode,
        find::{Found, everywhere, here},
    },
    dataset::{PartialDate, Slot},
    query::choices::Choice,
};

/// What lies over a view.
#[derive(Debug, Clone)]
pub enum Over {
    /// The commands by name.
    Palette(Commands),
    /// What the keys do.
    Help(Commands),
    /// The line for letters of a name.
    Jump(JumpLine),
    /// The line for a date.
    Date(DateLine),
    /// The values that can be chosen.
    Filter(Choices),
    /// The marked places; the selected one.
    Marks(usize),
    /// The line for a file's name.
    Save(SaveLine),
    /// A text on its own.
    Text(TextPage),
}

/// The values that can be chosen: counted when the list is opened and when one is chosen, and not with every key.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The place of the selected one.
    pub selected: usize,
    /// All of them.
    pub choices: Vec<Choice>,
}

/// A list of commands, narrowed by what is typed.
#[derive(Debug, Clone)]
pub struct Commands {
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
pub struct JumpLine {
    /// What is typed.
    pub typed: String,
    /// The place of the selected item before the line was opened.
    pub before: usize,
    /// The places of the items that have the letters, the nearest first.
    pub found: Vec<usize>,
    /// Which of them is selected.
    pub at: usize,
}

impl JumpLine {
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
pub struct DateLine {
    /// What is typed.
    pub typed: String,
    /// The date before the line was opened.
    pub before: Option<PartialDate>,
    /// Why what is typed is no date.
    pub problem: Option<String>,
}

/// A file's name that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveLine {
    /// What is typed.
    pub typed: String,
    /// What is to be saved.
    pub slot: Slot,
    /// What went wrong.
    pub problem: Option<String>,
    /// Whether a file of this name is there, and may be replaced.
    pub replace: bool,
}

/// A text that is shown on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPage {
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

impl TextPage {
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

impl Over {
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
            Command::Erase => _ = line.pop(),
            Command::EraseAll => line.clear(),
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
    pub fn step(&mut self, step: Step, marks: &[Place], text_lines: usize) {
        match self {
            Self::Palette(commands) => {
                commands.selected = step.from(commands.selected, commands.everywhere().len())
            }
            Self::Help(commands) => {
                commands.selected = step.from(commands.selected, commands.here().len())
            }
            Self::Filter(list) => list.selected = step.from(list.selected, list.choices.len()),
            Self::Marks(selected) => *selected = step.from(*selected, marks.len()),
            Self::Text(page) => page.top = step.from(page.top, text_lines.max(1)),
            Self::Jump(_) | Self::Date(_) | Self::Save(_) => {}
        }
    }
}

impl Commands {
    /// A list that lies over a mode, with nothing typed.
    #[must_use]
    pub fn over(under: Mode, kiosk: bool) -> Self {
        Self {
            under,
            kiosk,
            typed: String::new(),
            selected: 0,
        }
    }

    /// What works in the mode under it, narrowed by what is typed.
    #[must_use]
    pub fn here(&self) -> Vec<Found> {
        self.allowed(here(self.under, &self.typed))
    }

    /// The same, and what works in other views.
    #[must_use]
    pub fn everywhere(&self) -> Vec<Found> {
        self.allowed(everywhere(self.under, &self.typed))
    }

    fn allowed(&self, mut found: Vec<Found>) -> Vec<Found> {
        found.retain(|found| found.row.command.is_allowed(self.kiosk));
        found
    }

    /// The selected one of these.
    #[must_use]
    pub fn selected(&self, found: Vec<Found>) -> Option<Found> {
        found.into_iter().nth(self.selected)
    }
}
