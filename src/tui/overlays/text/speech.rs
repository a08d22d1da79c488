//! A text in screen-reader mode.

use super::TextPopup;
use crate::tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage};

impl TextPopup {
    pub(super) fn page<'p>(&'p self, _: OverlayScope<'p>) -> SpokenPage<'p> {
        let lines = self
            .text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        SpokenPage::text(&*self.title, lines.map(String::from).collect())
    }
}
