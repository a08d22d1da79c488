//! The comparison in screen-reader mode: a sentence with the values of all areas for each fact and theme.

use super::{CompareView, row::CompareRow};
use crate::{
    query::describe::and_list,
    tui::{speech::SpokenPage, views::scope::ViewScope},
};

impl CompareView {
    /// Returns all rows: a sentence has room for names that a column has not.
    fn spoken_rows(&self) -> Vec<CompareRow> {
        let facts = (0..self.facts.len()).map(CompareRow::Fact);
        facts
            .chain((0..self.themes.len()).map(CompareRow::Theme))
            .collect()
    }

    pub(super) fn spoken_comparison<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let dataset = scope.dataset;
        let names = self
            .areas
            .iter()
            .map(|&area| dataset.area(area).short_name());
        let names: Vec<&str> = names.collect();
        let column = names
            .get(self.column)
            .map(|name| format!("; column {name}"));
        let title = format!("Compare {}{}", and_list(&names), column.unwrap_or_default());
        let rows = self.spoken_rows();
        let selected = self.position(&rows);
        SpokenPage::list(title, rows.len(), selected, move |index| {
            match rows[index] {
                CompareRow::Fact(row) => {
                    let fact = &self.facts[row];
                    let values = names.iter().zip(&fact.values);
                    let values: Vec<String> = values
                        .map(|(name, value)| format!("{name} {}", value.words))
                        .collect();
                    format!("{}: {}", fact.label, values.join(", "))
                }
                CompareRow::Theme(row) => {
                    let row = &self.themes[row];
                    let values = names.iter().zip(&row.priorities).map(|(name, priorities)| {
                        let numbers: Vec<String> = priorities
                            .iter()
                            .map(|&priority| dataset.priority(priority).number.to_string())
                            .collect();
                        match &numbers[..] {
                            [] => format!("{name} none"),
                            [one] => format!("{name} priority {one}"),
                            several => format!("{name} priorities {}", and_list(several)),
                        }
                    });
                    let values: Vec<String> = values.collect();
                    format!("{}: {}", row.short_name(dataset), values.join(", "))
                }
            }
        })
        .or_empty("Nothing is compared. Press a to add an area.")
    }

    pub(super) fn select_spoken_row(&mut self, index: usize) {
        self.selected = self.spoken_rows().get(index).copied().or(self.selected);
    }
}
