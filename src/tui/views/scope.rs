//! The scope of all views: a dataset as of a date, filtered, on a screen of some size.

use std::cell::OnceCell;

use ratatui::layout::Size;

use crate::{
    dataset::{Dataset, PartialDate},
    query::{
        facets::{Condition, FacetValue, values},
        filter::Filter,
        filter_words,
        snapshot::Snapshot,
    },
    tui::{
        background_job::runs_in_background,
        layout::{ScreenLayout, ViewRects},
    },
};

/// A dataset as of a date, filtered, on a screen of some size.
#[derive(Debug, Clone)]
pub(crate) struct ViewScope<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The date; none for the latest state.
    pub as_of: Option<PartialDate>,
    /// The filter.
    pub filter: Filter,
    /// The size of the screen.
    pub size: Size,
    /// True if the focused pane has the whole screen.
    pub zoomed: bool,
    /// True in screen-reader mode, which shows one list at a time.
    pub speaks: bool,
    /// The dates on which something became known, collected when first needed.
    dates: OnceCell<Vec<PartialDate>>,
}

impl<'a> ViewScope<'a> {
    /// Creates a scope of everything that is known.
    #[must_use]
    pub(crate) fn new(dataset: &'a Dataset, size: Size) -> Self {
        Self {
            dataset,
            as_of: None,
            filter: Filter::default(),
            size,
            zoomed: false,
            speaks: false,
            dates: OnceCell::new(),
        }
    }

    /// Returns the scope without a filter.
    #[must_use]
    pub(crate) fn unfiltered(&self) -> Self {
        Self {
            filter: Filter::default(),
            ..self.clone()
        }
    }

    /// Returns true if facts are counted while a key waits. In a large dataset a background thread counts them, but not in
    /// screen-reader mode, where what changes later would be spoken again.
    #[must_use]
    pub(crate) fn counts_at_once(&self) -> bool {
        self.speaks || !runs_in_background(self.dataset)
    }

    /// Returns what was known on the date.
    #[must_use]
    pub(crate) fn snapshot(&self) -> Snapshot<'a> {
        Snapshot::as_of(self.dataset, self.as_of)
    }

    /// Returns the layout of the screen.
    #[must_use]
    pub(crate) fn layout(&self) -> ScreenLayout {
        let layout = ScreenLayout::new(self.size);
        if self.zoomed { layout.single() } else { layout }
    }

    /// Returns the parts of the screen in a view with or without a detail, unless the screen is too small. A view that has the
    /// whole screen has no detail.
    #[must_use]
    pub(crate) fn rects(&self, with_detail: bool) -> Option<ViewRects> {
        ViewRects::new(self.size, with_detail && !self.zoomed)
    }

    /// Returns the number of items that a page moves by in a view with or without a detail, at least 1.
    #[must_use]
    pub(crate) fn page(&self, with_detail: bool) -> isize {
        let rects = self.rects(with_detail);
        page(rects.map_or(1, |rects| rects.main.height.saturating_sub(1)))
    }

    /// Returns why a view is empty: the filter, or else that nothing is known.
    #[must_use]
    pub(crate) fn empty_message<'m>(&self, nothing: &'m str) -> &'m str {
        if self.filter.is_empty() {
            nothing
        } else if self.escapes_before_filter() {
            "No matches. Press F to clear the filter."
        } else {
            "No matches. Press Esc to clear the filter."
        }
    }

    /// Returns why a view of one kind of facts is empty: what the filter shows instead, or else that nothing is known.
    /// `what` is a sentence that says what the view shows.
    #[must_use]
    pub(crate) fn empty_text(&self, nothing: &str, what: &str) -> String {
        match filter_words::shown(self.snapshot(), &self.filter, "everything") {
            Some(shown) => {
                let key = if self.escapes_before_filter() {
                    "F"
                } else {
                    "Esc"
                };
                format!("The filter shows {shown}. {what} Press {key} to clear the filter.")
            }
            None => nothing.into(),
        }
    }

    /// Returns true if Esc takes back the zoom or the date before the filter.
    fn escapes_before_filter(&self) -> bool {
        self.zoomed || self.as_of.is_some()
    }

    /// Returns the last date before the current one on which something became known; the current one if there is none.
    #[must_use]
    pub(crate) fn previous_date(&self) -> Option<PartialDate> {
        let is_before = |date: &PartialDate| {
            self.as_of
                .is_none_or(|as_of| date.last_day() < as_of.last_day())
        };
        self.dates().iter().copied().rfind(is_before).or(self.as_of)
    }

    /// Returns the next date on which something became known; none, that is the latest state, after the last.
    #[must_use]
    pub(crate) fn next_date(&self) -> Option<PartialDate> {
        let as_of = self.as_of?;
        self.dates()
            .iter()
            .copied()
            .find(|date| date.last_day() > as_of.last_day())
    }

    fn dates(&self) -> &[PartialDate] {
        self.dates.get_or_init(|| {
            values(
                Snapshot::latest(self.dataset),
                &Filter::default(),
                Condition::Since,
            )
            .into_iter()
            .filter_map(|value| match value.name {
                FacetValue::Date(date) => Some(date),
                _ => None,
            })
            .collect()
        })
    }
}

/// Returns the number of items that a page moves by in a list of `height` rows: one row stays visible.
pub(super) fn page(height: u16) -> isize {
    usize::from(height.saturating_sub(1).max(1)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_visit_every_date_in_both_directions() {
        let dataset = Dataset::bundled();
        let mut scope = ViewScope::new(&dataset, Size::new(80, 24));
        let mut days: Vec<_> = scope.dates().iter().map(|date| date.last_day()).collect();
        days.dedup();
        let mut seen = Vec::new();
        loop {
            let previous = scope.previous_date();
            if previous == scope.as_of {
                break;
            }
            scope.as_of = previous;
            seen.extend(previous.map(PartialDate::last_day));
        }
        seen.reverse();
        assert_eq!(seen, days);
        for _ in &days {
            scope.as_of = scope.next_date();
        }
        assert_eq!(scope.as_of, None);
        assert_eq!(scope.next_date(), None);
    }
}
