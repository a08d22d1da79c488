//! The prompt for a name in screen-reader mode.

use super::{JumpPrompt, Purpose};
use crate::{
    query::describe::counted,
    tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage},
};

impl JumpPrompt {
    pub(super) fn page<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        let (count, selected) = if self.is_typed() {
            (self.matches.len(), self.selected)
        } else {
            (self.list_count(), self.before)
        };
        let advice = match self.purpose {
            Purpose::Add { .. } => {
                "Choose an area to compare. Type a name, or press Enter for the list"
            }
            Purpose::Jump => "Jump to a name. Type it, or press Enter for the list",
        };
        let title = counted(count, "name", "names");
        let empty = match scope.question {
            Some(question) => format!("Press Enter to search for {question}"),
            None => self.purpose.no_match().into(),
        };
        SpokenPage::list(title, count, selected, move |row| {
            let name = if self.is_typed() {
                self.matches[row]
            } else {
                row
            };
            self.names[name].clone()
        })
        .with_field("Name", advice, &self.input)
        .or_empty(empty)
    }

    /// Selects a name of the list. The view follows with Enter.
    pub(super) fn select_name(&mut self, row: usize) {
        if self.is_typed() {
            self.selected = row;
        } else {
            self.before = row;
        }
    }
}
