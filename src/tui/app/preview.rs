//! The state to return to when a prompt is cancelled.

use crate::{dataset::PartialDate, tui::views::Views};

/// The state before a prompt that changes the view while you type.
#[derive(Debug, Clone)]
pub(super) struct Preview {
    /// The date that was shown.
    pub(super) as_of: Option<PartialDate>,
    /// The views, with what was selected in them.
    pub(super) views: Views,
}
