//! Leaving step by step: what Esc takes back before it leaves a view, and the zoom.

use super::{App, Effect};
use crate::{command::Command, query::filter::Filter};

/// A thing that Esc takes back before it leaves a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EscapeStep {
    Zoom,
    /// The map or the timeline is zoomed.
    View(&'static str),
    Date,
    Filter,
}

impl App<'_> {
    /// Returns the step that Esc takes back, if anything is set.
    ///
    /// The date and the filter come before leaving, so that nobody leaves a view and still sees an old date.
    fn escape_step(&self) -> Option<EscapeStep> {
        if self.scope.zoomed {
            Some(EscapeStep::Zoom)
        } else if let Some(label) = self.views.get(self.view).escape_label() {
            Some(EscapeStep::View(label))
        } else if self.as_of().is_some() {
            Some(EscapeStep::Date)
        } else if !self.filter().is_empty() {
            Some(EscapeStep::Filter)
        } else {
            None
        }
    }

    /// Takes back one step: the zoom, the date or the filter. If none of them is set, goes back.
    pub(super) fn escape(&mut self) -> Effect {
        match self.escape_step() {
            Some(EscapeStep::Zoom) => self.toggle_zoom(),
            Some(EscapeStep::View(_)) => _ = self.views.get_mut(self.view).go_home(&self.scope),
            Some(EscapeStep::Date) => {
                self.set_as_of(None);
                self.say_date();
            }
            Some(EscapeStep::Filter) => {
                self.set_filter(Filter::default());
                self.say_filter();
            }
            None => return self.update(Command::Back),
        }
        Effect::None
    }

    /// Returns what Esc takes back in a view, if that is more than the last step.
    #[must_use]
    pub(in crate::tui) fn escape_label(&self) -> Option<&'static str> {
        Some(match self.escape_step()? {
            EscapeStep::Zoom => "all panes",
            EscapeStep::View(label) => label,
            EscapeStep::Date => "clear date",
            EscapeStep::Filter => "clear filter",
        })
    }

    /// Gives the focused pane the whole screen, or restores all panes.
    pub(super) fn toggle_zoom(&mut self) {
        self.scope.zoomed = !self.scope.zoomed;
        self.resize(self.size());
    }
}
