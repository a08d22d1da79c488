//! The trait of all overlays, and the types in it.

use ratatui::layout::Rect;

use crate::{
    command::{Command, Mode},
    tui::{
        action::AppAction,
        history::Location,
        mouse_targets::MouseTarget,
        speech::SpokenPage,
        views::ViewScope,
        widgets::{RenderContext, TextInput},
    },
};

/// The parts of the app that overlays can see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OverlayScope<'s> {
    /// The scope of the view below.
    pub view: &'s ViewScope<'s>,
    /// The bookmarked locations.
    pub bookmarks: &'s [Location],
    /// The question that Enter searches for, if one was typed where there is no field for it.
    pub question: Option<&'s str>,
}

impl OverlayScope<'_> {
    /// Returns the part of the screen between header and footer, unless the screen is too small.
    #[must_use]
    pub(super) fn body(&self) -> Option<Rect> {
        let rects = self.view.rects(false)?;
        Some(rects.main)
    }
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
    pub(super) fn stay(action: AppAction) -> Self {
        Self {
            closes: false,
            action,
        }
    }

    /// The overlay closes, and the app does something.
    pub(super) fn close(action: AppAction) -> Self {
        Self {
            closes: true,
            action,
        }
    }
}

/// An overlay. Its state changes only in these methods.
pub(crate) trait OverlayState {
    /// Returns the mode, which decides what keys mean.
    fn mode(&self) -> Mode;

    /// Runs a command.
    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response;

    /// Returns the input that receives typed text, if the overlay has one.
    fn text_input(&mut self) -> Option<&mut TextInput> {
        None
    }

    /// Returns what was typed, if Enter does nothing with it as it is. It may be a question.
    fn refused_entry(&self) -> Option<&str> {
        None
    }

    /// Returns true if a choice in the overlay waits for Enter. Further keys belong to it, and are no question.
    fn has_choice(&self) -> bool {
        false
    }

    /// Adapts the overlay to a changed date, filter, list of bookmarks or screen size.
    fn refresh(&mut self, _scope: &OverlayScope) {}

    /// Selects what was clicked. Returns whether it was selected already: a second click opens it.
    fn click(&mut self, _target: MouseTarget) -> bool {
        false
    }

    /// Returns what the overlay lists in screen-reader mode.
    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p>;

    /// Selects the item at an index of that list.
    fn select_spoken(&mut self, _index: usize) {}

    /// Renders the popup over the body of the screen, which is the part between header and footer.
    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext);
}

/// Selects the row of a list that was clicked. Returns whether it was selected already.
pub(super) fn click_row(selected: &mut usize, target: MouseTarget) -> bool {
    let MouseTarget::Row(row) = target else {
        return false;
    };
    std::mem::replace(selected, row) == row
}
