//! The rows of the comparison that are shown at a width.

use super::{CompareView, layout::CompareColumns, row::CompareRow};
use crate::{
    query::compared_facts::{ComparedFact, ComparedValue},
    text::text_width,
};

impl CompareView {
    /// Returns the rows that are shown on a screen of `width` columns. Narrow columns have no room for names and
    /// dates, nor for a number that would be cut.
    pub(super) fn shown_rows(&self, width: u16) -> Vec<CompareRow> {
        let columns = CompareColumns::new(width, self.areas.len(), self.column);
        let is_shown = |fact: &ComparedFact| {
            let has_outcomes = fact.values.iter().any(|value| !value.outcomes.is_empty());
            let fits = |value: &ComparedValue| {
                let mut words = value.words.split_whitespace();
                words.all(|word| text_width(word) <= columns.text_width())
            };
            if fact.is_number {
                return fact.values.iter().all(fits);
            }
            !columns.is_compact || has_outcomes
        };
        let facts = self.facts.iter().enumerate();
        let facts = facts
            .filter(|(_, fact)| is_shown(fact))
            .map(|(row, _)| CompareRow::Fact(row));
        facts
            .chain((0..self.themes.len()).map(CompareRow::Theme))
            .collect()
    }

    /// Returns the index of the selected row among those that are shown. If it is not among them, the next one is selected.
    pub(super) fn position(&self, rows: &[CompareRow]) -> usize {
        let Some(selected) = self.selected else {
            return 0;
        };
        let key = |row: CompareRow| match row {
            CompareRow::Fact(row) => (0, row),
            CompareRow::Theme(row) => (1, row),
        };
        let next = rows.iter().position(|&row| key(row) >= key(selected));
        next.unwrap_or(rows.len().saturating_sub(1))
    }
}
