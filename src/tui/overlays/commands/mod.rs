//! The palette, which lists every command, and the help. Typing narrows both.

mod help;
mod help_text;
mod palette;
mod speech;

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response, click_row};
use crate::{
    command::{
        Command, Mode, View,
        palette::{CommandMatch, in_all_modes, in_mode},
    },
    tui::{
        action::AppAction,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        speech::SpokenPage,
        widgets::{RenderContext, TextInput},
    },
};

/// The rows that a page of commands or of the help moves by.
const PAGE: isize = 8;

/// The commands that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommandList {
    /// All commands.
    Palette,
    /// The help: the most useful keys and the signs, or all commands of the mode.
    Help,
}

/// A list of commands that match what is typed.
#[derive(Debug, Clone)]
pub(crate) struct CommandPicker {
    /// The commands that match.
    pub matches: Vec<CommandMatch>,
    list: CommandList,
    /// The number of commands before anything is typed.
    total: usize,
    /// The mode below the overlay.
    mode: Mode,
    kiosk: bool,
    /// The views that the dataset has nothing for.
    hidden_views: Vec<View>,
    input: TextInput,
    /// The index of the selected command, or the number of lines that the help is scrolled by.
    selected: usize,
    /// True if the help lists all commands of the mode, although nothing is typed.
    lists_mode: bool,
}

impl CommandPicker {
    /// Creates a list for a mode. In a kiosk, it leaves out what is not allowed there. It leaves out the commands of
    /// `hidden_views`, too.
    #[must_use]
    pub(crate) fn new(list: CommandList, mode: Mode, kiosk: bool, hidden_views: Vec<View>) -> Self {
        let mut picker = Self {
            matches: Vec::new(),
            list,
            total: 0,
            mode,
            kiosk,
            hidden_views,
            input: TextInput::default(),
            selected: 0,
            lists_mode: false,
        };
        picker.find();
        picker.total = picker.matches.len();
        picker
    }

    fn find(&mut self) {
        let typed = self.input.text();
        self.matches = match self.list {
            CommandList::Palette => in_all_modes(self.mode, typed),
            CommandList::Help => in_mode(self.mode, typed),
        };
        let mut matches = std::mem::take(&mut self.matches);
        matches
            .retain(|found| self.is_offered(found.binding.command) && !self.is_hidden(found.view));
        self.matches = matches;
        self.selected = 0;
    }

    fn is_hidden(&self, view: Option<View>) -> bool {
        view.is_some_and(|view| self.hidden_views.contains(&view))
    }

    /// Returns true if the command is allowed in this session, and the dataset has something for it.
    fn is_offered(&self, command: Command) -> bool {
        command.is_allowed(self.kiosk) && !self.is_hidden(command.opened_view())
    }

    /// Returns true if the help lists all commands of the mode, although nothing is typed.
    #[must_use]
    pub(crate) fn lists_mode(&self) -> bool {
        self.lists_mode
    }

    /// Returns true if the help shows its first page: the most useful keys and the signs.
    fn is_overview(&self) -> bool {
        self.list == CommandList::Help && !self.lists_mode && self.input.text().is_empty()
    }

    /// Moves the selection, or scrolls the first page of the help.
    fn move_by(&mut self, scope: &OverlayScope, motion: Motion) {
        let count = if self.is_overview() {
            self.max_scroll(scope) + 1
        } else {
            self.matches.len()
        };
        self.selected = motion.apply(self.selected, count);
    }
}

impl OverlayState for CommandPicker {
    fn mode(&self) -> Mode {
        match self.list {
            CommandList::Palette => Mode::Palette,
            CommandList::Help => Mode::Help,
        }
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::None),
            // There is nothing to run among the signs.
            Command::Open if self.is_overview() => return Response::stay(AppAction::None),
            Command::Open => {
                let Some(found) = self.matches.get(self.selected) else {
                    return Response::stay(AppAction::None);
                };
                return Response::close(AppAction::Run(found.view, found.binding.command));
            }
            Command::Help => {
                self.lists_mode = !self.lists_mode;
                self.selected = 0;
                return Response::stay(AppAction::None);
            }
            _ => {}
        }
        if let Some(change) = self.input.update(command) {
            if change.value {
                self.find();
            }
        } else if let Some(motion) = Motion::from_command(command, PAGE) {
            self.move_by(scope, motion);
        }
        Response::stay(AppAction::None)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        // The list of keys that screen readers get is as long on every screen.
        if !scope.view.speaks {
            self.move_by(scope, Motion::By(0));
        }
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        click_row(&mut self.selected, target)
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn select_spoken(&mut self, index: usize) {
        self.selected = index;
    }

    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext) {
        match self.list {
            CommandList::Palette => self.render_palette(body, context),
            CommandList::Help if self.is_overview() => {
                self.render_overview(scope, body, context);
            }
            CommandList::Help => self.render_keys(body, context),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_a_page_of_keys_and_signs_until_a_key_is_looked_for() {
        let mode = Mode::View(View::Areas);
        let mut help = CommandPicker::new(CommandList::Help, mode, false, Vec::new());
        assert!(help.is_overview());
        help.input.insert("sort");
        assert!(!help.is_overview());
        let palette = CommandPicker::new(CommandList::Palette, mode, false, Vec::new());
        assert!(!palette.is_overview() && palette.total > help.total);
    }
}
