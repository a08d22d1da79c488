//! The overlays: one file for each, with its state, update and rendering. Lists and texts cover the view; prompts take the
//! footer and leave the view visible.

mod bookmarks;
mod commands;
mod date;
mod filter;
mod jump;
mod save;
mod text;

pub(crate) use bookmarks::BookmarkList;
pub(crate) use commands::{CommandList, CommandPicker};
pub(crate) use date::DatePrompt;
pub(crate) use filter::FilterPicker;
pub(crate) use jump::JumpPrompt;
pub(crate) use save::SavePrompt;
pub(crate) use text::TextPopup;

use super::{
    action::AppAction,
    history::Location,
    hit_targets::HitTarget,
    layout::ViewAreas,
    views::ViewScope,
    widgets::{RenderContext, TextInput},
};
use crate::command::{Command, Mode};

/// The part of the app that overlays know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OverlayScope<'s> {
    /// The scope of the view below.
    pub view: &'s ViewScope<'s>,
    /// The bookmarked locations.
    pub bookmarks: &'s [Location],
}

/// The reaction of an overlay to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Response {
    /// True if the overlay closes.
    pub closes: bool,
    /// A request to the app.
    pub action: AppAction,
}

impl Response {
    /// The overlay stays open, and the app does something.
    fn stay(action: AppAction) -> Self {
        Self {
            closes: false,
            action,
        }
    }

    /// The overlay closes, and the app does something.
    fn close(action: AppAction) -> Self {
        Self {
            closes: true,
            action,
        }
    }
}

/// A prompt for a line of text.
pub(crate) struct Prompt<'o> {
    /// The label.
    pub label: &'static str,
    /// The text and its cursor.
    pub input: &'o TextInput,
    /// A message about the text, if there is one.
    pub status: Option<String>,
}

/// An overlay. Its state changes only in these methods.
pub(crate) trait OverlayState {
    /// Returns the mode, which decides what keys mean.
    fn mode(&self) -> Mode;

    /// Runs a command.
    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response;

    /// Adapts the overlay to a changed date, filter, list of bookmarks or screen size.
    fn refresh(&mut self, _scope: &OverlayScope) {}

    /// Selects what was clicked. Returns whether it was selected already: a second click opens it.
    fn click(&mut self, _target: HitTarget) -> bool {
        false
    }

    /// Returns the prompt for the footer; none if the overlay covers the view.
    fn prompt(&self) -> Option<Prompt<'_>> {
        None
    }

    /// Renders an overlay that covers the view.
    fn render(&self, _scope: &OverlayScope, _areas: &ViewAreas, _context: &mut RenderContext) {}
}

/// The open overlay.
#[derive(Debug, Clone)]
pub(crate) enum Overlay {
    /// The palette or the help.
    Commands(CommandPicker),
    /// The prompt for a name in the list.
    Jump(JumpPrompt),
    /// The prompt for a date.
    Date(DatePrompt),
    /// The list of filters.
    Filter(FilterPicker),
    /// The list of bookmarks.
    Bookmarks(BookmarkList),
    /// The prompt for a file name.
    Save(SavePrompt),
    /// A full text or a message.
    Text(TextPopup),
}

impl Overlay {
    /// Returns the state.
    #[must_use]
    pub(crate) fn state(&self) -> &dyn OverlayState {
        match self {
            Self::Commands(overlay) => overlay,
            Self::Jump(overlay) => overlay,
            Self::Date(overlay) => overlay,
            Self::Filter(overlay) => overlay,
            Self::Bookmarks(overlay) => overlay,
            Self::Save(overlay) => overlay,
            Self::Text(overlay) => overlay,
        }
    }

    /// Returns the state to change it.
    pub(crate) fn state_mut(&mut self) -> &mut dyn OverlayState {
        match self {
            Self::Commands(overlay) => overlay,
            Self::Jump(overlay) => overlay,
            Self::Date(overlay) => overlay,
            Self::Filter(overlay) => overlay,
            Self::Bookmarks(overlay) => overlay,
            Self::Save(overlay) => overlay,
            Self::Text(overlay) => overlay,
        }
    }

    /// Returns whether the overlay is a prompt, which leaves the view visible.
    #[must_use]
    pub(crate) fn is_prompt(&self) -> bool {
        self.state().prompt().is_some()
    }
}

/// Selects the row of a list that was clicked. Returns whether it was selected already.
fn click_row(selected: &mut usize, target: HitTarget) -> bool {
    let HitTarget::Row(row) = target else {
        return false;
    };
    std::mem::replace(selected, row) == row
}
