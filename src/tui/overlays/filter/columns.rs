//! The two columns of the filter's popup.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{
    FilterPicker,
    value_row::{FRAME, ValueRow, row_width},
};
use crate::{
    query::{facet_options::FacetOption, facets::Condition},
    text::text_width,
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        widgets::{PopupRows, RenderContext},
    },
};

/// The least width of the popup with its frame, and the columns of the view that stay visible beside it.
const WIDTH: u16 = 70;
const BESIDE: u16 = 4;
/// The rows of the frame, and of the sentence with the blank row before it.
const AROUND_OPTIONS: usize = 5;

impl FilterPicker {
    /// Returns the rows that the popup needs to show all values in two columns.
    pub(super) fn height(&self) -> u16 {
        let first = self.lines(0..self.first_column).len();
        let second = self.lines(self.first_column..self.options.len()).len();
        cells(first.max(second) + AROUND_OPTIONS)
    }

    /// Returns the widths of the two columns in a body of a width: names are whole where there is room for them.
    pub(super) fn columns(&self, body: u16) -> [u16; 2] {
        let most = body.saturating_sub(BESIDE).max(WIDTH) - FRAME;
        let needed = |options: &[FacetOption]| options.iter().map(row_width).max().unwrap_or(0);
        let (first, second) = self.options.split_at(self.first_column);
        let first = needed(first).clamp(most.min(WIDTH) / 3, most / 2);
        let second = needed(second).max((WIDTH - FRAME).saturating_sub(first));
        [first, second.min(most - first)]
    }

    /// Returns the rows of a column: the indices of its values, and none for headings and the blanks between groups.
    fn lines(&self, column: Range<usize>) -> Vec<Option<usize>> {
        let mut lines: Vec<Option<usize>> = Vec::new();
        for index in column.clone() {
            let condition = self.options[index].condition;
            let is_first = index == column.start;
            if is_first || self.options[index - 1].condition != condition {
                if !is_first {
                    lines.push(None);
                }
                lines.push(None);
            }
            lines.push(Some(index));
        }
        lines
    }

    /// Renders the values of a column under headings.
    pub(super) fn render_column(
        &self,
        column: Range<usize>,
        area: Rect,
        context: &mut RenderContext,
    ) {
        let lines = self.lines(column);
        let selected = lines.iter().position(|line| *line == Some(self.selected));
        let rows = PopupRows {
            area,
            count: lines.len(),
            selected: selected.unwrap_or(0),
            focused: selected.is_some(),
        };
        rows.render(context, |line, row, role, context| {
            if let Some(index) = lines[line] {
                context.add_target(row, MouseTarget::Row(index));
                let option = &self.options[index];
                let value = ValueRow {
                    option,
                    is_on: self.is_on(option),
                    is_empty: self.is_counted && option.count == 0,
                    count: &if self.is_counted {
                        option.count.to_string()
                    } else {
                        String::new()
                    },
                };
                value.render(row, role, context);
                return;
            }
            context.add_target(row, MouseTarget::Heading(line));
            if let Some(Some(index)) = lines.get(line + 1) {
                render_heading(self.options[*index].condition, row, context);
            }
        });
    }
}

fn render_heading(condition: Condition, row: Rect, context: &mut RenderContext) {
    let name = match condition {
        Condition::Kind => "Kinds",
        other => other.plural(),
    };
    let counted = condition.counted();
    let columns = usize::from(row.width);
    context.put_str(row.x, row.y, name, columns, StyleRole::Emphasis);
    let x = row.right().saturating_sub(cells(text_width(counted)));
    context.put_str(x, row.y, counted, columns, StyleRole::Dim);
}
