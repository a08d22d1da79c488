//! The marks in screen-reader mode.

use super::{BookmarkList, text_of_mark};
use crate::tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage};

impl BookmarkList {
    pub(super) fn page<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        let snapshot = scope.view.snapshot();
        let marks = scope.bookmarks;
        SpokenPage::list("Marks", marks.len(), self.selected, move |index| {
            let location = &marks[index];
            format!(
                "{}, in {}",
                text_of_mark(snapshot, location),
                location.view.name()
            )
        })
        .or_empty("No marks yet. Press Esc, and then m in a view to mark what is selected.")
    }
}
