//! A terminal to try, with its settings.

use opportunity_areas::tui::app::CopyOutcome;
use ratatui::layout::Size;

use super::{driver::Driver, workspace::Workspace};

/// Starts a terminal that runs the shell of the workspace.
pub(crate) type Start = fn(&Workspace, &Case) -> Box<dyn Driver>;

/// A terminal to try, with its settings.
pub(crate) struct Case {
    pub(crate) start: Start,
    pub(crate) size: Size,
    /// Options for the terminal.
    pub(crate) options: Vec<&'static str>,
    /// Environment variables that are set for the program.
    pub(crate) environment: Vec<(&'static str, &'static str)>,
    /// What the program should say after a copy.
    pub(crate) clipboard: CopyOutcome,
    /// True if clicks should reach the program.
    pub(crate) mouse: bool,
    /// True if the program should show colours, false if it should not. In some terminals it depends on
    /// fonts and backgrounds.
    pub(crate) color: Option<bool>,
    /// True if the line mode should start instead of the dashboard.
    pub(crate) is_dialogue: bool,
}

impl Case {
    /// A terminal with a window.
    pub(crate) fn window(start: Start) -> Self {
        Self {
            start,
            size: Size::new(80, 24),
            options: Vec::new(),
            environment: Vec::new(),
            clipboard: CopyOutcome::Sent,
            mouse: true,
            color: None,
            is_dialogue: false,
        }
    }

    /// A terminal inside another.
    pub(crate) fn multiplexer(start: Start) -> Self {
        // The emulator does not say so itself.
        Self::window(start).environment("COLORFGBG", "15;0")
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = Size::new(columns, rows);
        self
    }

    pub(crate) fn option(mut self, option: &'static str) -> Self {
        self.options.push(option);
        self
    }

    pub(crate) fn environment(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    pub(crate) fn term(self, name: &'static str) -> Self {
        self.environment("TERM", name)
    }

    pub(crate) fn clipboard(mut self, outcome: CopyOutcome) -> Self {
        self.clipboard = outcome;
        self
    }

    pub(crate) fn no_mouse(mut self) -> Self {
        self.mouse = false;
        self
    }

    pub(crate) fn color(mut self, color: bool) -> Self {
        self.color = Some(color);
        self
    }

    pub(crate) fn dialogue(mut self) -> Self {
        self.is_dialogue = true;
        self
    }

    /// Returns true if the program can only show ASCII.
    pub(crate) fn is_ascii(&self) -> bool {
        self.environment.contains(&("LC_ALL", "C"))
    }
}
