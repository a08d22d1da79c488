//! The marked pages.

use super::names::name;
use crate::{
    dialogue::page::{Choice, ChoiceAction, DialoguePage, PageContent},
    query::snapshot::Snapshot,
};

/// Returns the marked pages by their names. A choice returns to one.
pub(super) fn marks(snapshot: Snapshot, marks: &[DialoguePage]) -> PageContent {
    if marks.is_empty() {
        let advice = "No pages are marked. Type m to mark the page you are on.";
        return PageContent::text("Marks", vec![advice.into()]);
    }
    let choices = marks.iter().map(|page| Choice {
        label: name(page, snapshot),
        action: ChoiceAction::Return(page.clone()),
    });
    PageContent::menu("Marks", choices.collect())
}
