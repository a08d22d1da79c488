//! The lines of the comparison around the selected row.

use std::{ops::Range, rc::Rc};

use super::{
    CompareView,
    cell::{CellLines, digits, fact_cell, theme_cell, wrapped},
    layout::CompareColumns,
    line_cache::{CompareLine, CompareLines, LineWindow},
    order::ThemeOrder,
    row::CompareRow,
};
use crate::{
    dataset::{Dataset, PriorityIndex},
    query::{comparison::Sharing, describe::counted},
    text::word_lines,
    tui::{
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

impl CompareView {
    /// Returns the lines of the selected row and of at least `height` rows on each side of it.
    pub(super) fn lines(
        &self,
        dataset: &Dataset,
        rows: &[CompareRow],
        columns: &CompareColumns,
        height: usize,
        styles: Styles,
    ) -> Rc<CompareLines> {
        let position = self.position(rows);
        let page = height.max(1);
        // Like that of a list, the window moves by pages, so that most keys change nothing else.
        let first = (position / page).saturating_sub(1) * page;
        let last = ((position / page + 2) * page).min(rows.len());
        let window = LineWindow {
            columns: *columns,
            rows: first.min(last)..last,
            styles,
        };
        self.line_cache
            .lines(window, |window| self.make_lines(dataset, rows, window))
    }

    fn make_lines(
        &self,
        dataset: &Dataset,
        rows: &[CompareRow],
        window: &LineWindow,
    ) -> CompareLines {
        let LineWindow {
            columns,
            rows: Range { start, end },
            styles,
        } = window.clone();
        let columns = &columns;
        let digits = digits(&self.facts, styles);
        let mut lines = Vec::new();
        for (index, &row) in rows.iter().enumerate().take(end).skip(start) {
            lines.extend(self.section_before(row, columns));
            let cells = self.cells(dataset, row, columns, digits, styles);
            let label = match row {
                CompareRow::Fact(row) => {
                    shown_text(&self.facts[row].label, styles.ascii).into_owned()
                }
                CompareRow::Theme(row) => self.themes[row].short_name(dataset).to_string(),
            };
            add_row(&mut lines, index, &label, cells, columns);
        }
        if self.themes.is_empty() && end == rows.len() && !self.areas.is_empty() {
            lines.push(CompareLine::Note("No priorities are known."));
        }
        CompareLines {
            lines,
            rows: rows.len(),
        }
    }

    /// Returns the title before a row that is the first of its kind.
    fn section_before(&self, row: CompareRow, columns: &CompareColumns) -> Option<CompareLine> {
        let CompareRow::Theme(row) = row else {
            return None;
        };
        let sharing = self.themes[row].sharing();
        let count = |sharing| {
            self.themes
                .iter()
                .filter(|row| row.sharing() == sharing)
                .count()
        };
        if columns.is_compact || self.order != ThemeOrder::DifferencesFirst {
            let differ = counted(count(Sharing::Some), "theme differs", "themes differ");
            let parts = [
                (Sharing::Some, differ),
                (Sharing::All, format!("all share {}", count(Sharing::All))),
                (Sharing::None, format!("none has {}", count(Sharing::None))),
            ];
            let parts = parts.into_iter().filter(|(sharing, _)| count(*sharing) > 0);
            let title = match (columns.is_stacked, columns.is_compact) {
                (true, _) => "Priorities",
                (false, true) => "Numbers of the priorities by theme",
                (false, false) => "Priorities by theme",
            };
            let parts: Vec<String> = parts.map(|(_, words)| words).collect();
            return (row == 0).then(|| CompareLine::Section(title.into(), parts.join(", ")));
        }
        let is_first = row == 0 || self.themes[row - 1].sharing() != sharing;
        is_first.then(|| {
            let status = counted(count(sharing), "theme", "themes");
            CompareLine::Section(self.themes[row].heading().into(), status)
        })
    }

    fn cells(
        &self,
        dataset: &Dataset,
        row: CompareRow,
        columns: &CompareColumns,
        digits: usize,
        styles: Styles,
    ) -> Vec<CellLines> {
        let width = columns.text_width();
        let visible = columns.first..columns.first + columns.count.min(self.areas.len());
        visible
            .map(|column| match row {
                CompareRow::Fact(row) => {
                    let fact = &self.facts[row];
                    let value = &fact.values[column];
                    fact_cell(fact, value, digits, width, columns.is_compact, styles)
                }
                CompareRow::Theme(row) => {
                    let as_for = |priority| self.listed_above(dataset, row, column, priority);
                    let priorities = &self.themes[row].priorities[column];
                    theme_cell(
                        dataset,
                        priorities,
                        as_for,
                        width,
                        columns.is_compact,
                        styles,
                    )
                }
            })
            .collect()
    }

    /// Returns the name of the first theme above a row in which a priority is in the same column.
    fn listed_above(
        &self,
        dataset: &Dataset,
        row: usize,
        column: usize,
        priority: PriorityIndex,
    ) -> Option<String> {
        let above = self.themes[..row].iter();
        above
            .filter(|other| other.priorities[column].contains(&priority))
            .map(|other| other.short_name(dataset).to_string())
            .next()
    }
}

/// Adds the lines of a row, as many as its tallest cell or its name needs.
fn add_row(
    lines: &mut Vec<CompareLine>,
    row: usize,
    label: &str,
    cells: Vec<CellLines>,
    columns: &CompareColumns,
) {
    let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
    let mut labels = if columns.is_stacked {
        lines.push(CompareLine::Cells {
            row,
            label: Some(label.to_string()),
            cells: Vec::new(),
        });
        Vec::new().into_iter()
    } else {
        // The bar is before the name, and a gap after it.
        let ranges = word_lines(label, usize::from(columns.label.saturating_sub(2)));
        let labels: Vec<String> = ranges
            .into_iter()
            .map(|range| label[range].to_string())
            .collect();
        labels.into_iter()
    };
    let height = cells
        .iter()
        .map(ExactSizeIterator::len)
        .chain([labels.len()])
        .max()
        .unwrap_or(0);
    for _ in 0..height {
        let cells = cells.iter_mut().map(|cell| cell.next().unwrap_or_default());
        let cells = cells.collect();
        lines.push(CompareLine::Cells {
            row,
            label: labels.next(),
            cells,
        });
    }
}

/// Returns the lines of an area's name above its column: the full name in two lines, or else the short one.
#[must_use]
pub(super) fn name_lines(
    dataset: &Dataset,
    area: crate::dataset::AreaIndex,
    width: usize,
) -> Vec<String> {
    let area = dataset.area(area);
    let lines = |name: &str| {
        let lines = wrapped(name, width, 0, StyleRole::Plain);
        lines
            .into_iter()
            .flatten()
            .map(|(_, text, _)| text)
            .collect::<Vec<_>>()
    };
    let full = lines(&area.name);
    if full.len() <= 2 {
        full
    } else {
        lines(area.short_name())
    }
}
