//! Leaving step by step: what Esc takes back before it leaves a view, and the zoom.

use super::{
    App, Effect,
    notice::{CLEAR_DATE_LABEL, CLEAR_FILTER_LABEL},
};
use crate::{command::Command, query::filter::Filter};

/// A thing that Esc takes back before it leaves a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EscapeStep {
    Zoom,
    /// The map or the timeline is zoomed.
    View(&'static str),
    /// The rows are filtered by words.
    Words,
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
        } else if self.views.get(self.view).has_words() {
            Some(EscapeStep::Words)
        } else if self.as_of().is_some() {
            Some(EscapeStep::Date)
        } else if !self.filter().is_empty() {
            Some(EscapeStep::Filter)
        } else {
            None
        }
    }

    /// Takes back one step: the zoom, the words of rows, the date or the filter. If none of them is set, goes back.
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
            Some(EscapeStep::Words) | None => return self.update(Command::Back),
        }
        Effect::None
    }

    /// Returns what Esc takes back in a view, if that is more than the last step.
    #[must_use]
    pub(in crate::tui) fn escape_label(&self) -> Option<&'static str> {
        Some(match self.escape_step()? {
            EscapeStep::Zoom => "all panes",
            EscapeStep::View(label) => label,
            // The line that has them says so itself.
            EscapeStep::Words => return None,
            EscapeStep::Date => CLEAR_DATE_LABEL,
            EscapeStep::Filter => CLEAR_FILTER_LABEL,
        })
    }

    /// Gives the focused pane the whole screen, or restores all panes.
    pub(super) fn toggle_zoom(&mut self) {
        self.scope.zoomed = !self.scope.zoomed;
        self.resize(self.size());
    }
}
