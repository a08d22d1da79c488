//! Leaving step by step: what Esc takes back before it leaves a view, and the zoom.

use super::{App, Effect};
use crate::{command::Command, query::filter::Filter};

impl App<'_> {
    /// Takes back one step: the zoom, the date or the filter. If none of them is set, goes back.
    ///
    /// The date and the filter come first, so that nobody leaves a view and still sees an old date.
    pub(super) fn escape(&mut self) -> Effect {
        if self.scope.zoomed {
            self.toggle_zoom();
        } else if self.as_of().is_some() {
            self.set_as_of(None);
            self.say_date();
        } else if !self.filter().is_empty() {
            self.set_filter(Filter::default());
            self.say_filter();
        } else {
            return self.update(Command::Back);
        }
        Effect::None
    }

    /// Returns what Esc takes back in a view, if that is more than the last step.
    #[must_use]
    pub(in crate::tui) fn escape_label(&self) -> Option<&'static str> {
        if self.scope.zoomed {
            Some("all panes")
        } else if self.as_of().is_some() {
            Some("clear date")
        } else if !self.filter().is_empty() {
            Some("clear filter")
        } else {
            None
        }
    }

    /// Gives the focused pane the whole screen, or restores all panes.
    pub(super) fn toggle_zoom(&mut self) {
        self.scope.zoomed = !self.scope.zoomed;
        self.resize(self.size());
    }
}
