//! The prompt for a date in screen-reader mode. It answers on Enter.

use super::{DatePrompt, Meaning, jump_words};
use crate::tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage};

impl DatePrompt {
    pub(super) fn page<'p>(&'p self, _: OverlayScope<'p>) -> SpokenPage<'p> {
        let advice = if self.jumps.is_empty() {
            "As of a date. Type it and press Enter"
        } else {
            "As of a date. Type it and press Enter, or Down for dates of plans"
        };
        let selected = self.selected.unwrap_or(0);
        SpokenPage::list("Dates of plans", self.jumps.len(), selected, move |index| {
            let words = jump_words(index, &self.jumps);
            format!("{}, {words}", self.jumps[index].date)
        })
        .with_field("Date", advice, &self.input)
        .or_empty("")
    }

    /// Chooses an offered date. The field stays as it is, so that only the date is spoken.
    pub(super) fn choose_spoken(&mut self, index: usize) {
        self.selected = Some(index);
        if let Some(jump) = self.jumps.get(index) {
            self.meaning = Meaning::Date(Some(jump.date), jump.known.clone());
        }
    }

    /// Returns the reason why the entry is not a date.
    pub(crate) fn problem(&self) -> Option<&str> {
        match &self.meaning {
            Meaning::Problem(problem) => Some(problem),
            Meaning::Date(..) => None,
        }
    }
}
