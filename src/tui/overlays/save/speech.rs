//! The prompt for a file name in screen-reader mode.

use super::SavePrompt;
use crate::tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage};

impl SavePrompt {
    pub(super) fn page<'p>(&'p self, _: OverlayScope<'p>) -> SpokenPage<'p> {
        SpokenPage::list(self.words.in_full(), 0, 0, |_| String::new())
            .with_field(
                "File name",
                "Enter saves, Tab changes the format",
                &self.input,
            )
            .or_empty("")
    }

    /// Returns the reason why nothing was saved, or why the name is none for a file.
    pub(crate) fn problem(&self) -> Option<String> {
        let (status, is_problem) = self.status(None);
        Some(status).filter(|_| is_problem)
    }
}
