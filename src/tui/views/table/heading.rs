//! The title, the filter and the headings of the table.

use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

use super::{
    columns::{TableColumns, TableSpan},
    view::TableView,
};
use crate::{
    command::Command,
    query::table::TableColumn,
    text::{elide_words, grouped, text_width},
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        widgets::{InputLine, PaneFrame, RenderContext},
    },
};

/// The label of the filter.
const FILTER_LABEL: &str = " Filter ";

impl TableView {
    /// Renders the title: how many facts are shown of how many, and their order.
    pub(super) fn render_title(&self, pane: Rect, context: &mut RenderContext) {
        let (shown, known) = (grouped(self.facts().len()), grouped(self.rows.known));
        let facts = if self.rows.known == 1 {
            "fact"
        } else {
            "facts"
        };
        let title = if self.pending().is_some() && self.rows.known == 0 {
            "Table · reading the facts".to_string()
        } else if self.pending().is_some() {
            format!("Table · looking through {known} {facts}")
        } else if self.query.has_words() {
            format!("Table · {shown} of {known} {facts}")
        } else {
            format!("Table · {known} {facts}")
        };
        PaneFrame {
            title: &title,
            statuses: &[self.order.words()],
            focused: true,
            styles: context.styles,
        }
        .render(pane, context.buffer);
    }

    /// Renders the words that rows must have, and on the right what changes them.
    pub(super) fn render_filter(&self, row: Rect, context: &mut RenderContext) {
        let input = InputLine {
            label: FILTER_LABEL,
            input: &self.input,
            status: None,
            focused: self.is_typing,
            styles: context.styles,
        };
        let used = cells(text_width(self.input.text()) + FILTER_LABEL.len() + 1);
        context.render(input, row);
        let label = Rect {
            width: row.width.min(cells(FILTER_LABEL.len())),
            height: 1,
            ..row
        };
        context.set_style(label, StyleRole::Dim);
        let hints: &[&str] = match (self.is_typing, self.input.text().is_empty()) {
            (true, _) => &["Ctrl-U clears it, Esc leaves it", "Esc leaves it"],
            (false, true) => &[
                "press / and type: only rows with these words are shown",
                "press / and type words",
                "press / to type",
            ],
            (false, false) => &["/ changes it, Esc clears it", "Esc clears it"],
        };
        let room = usize::from(row.width.saturating_sub(used.saturating_add(4)));
        if let Some(hint) = hints.iter().find(|hint| text_width(hint) <= room) {
            let x = row.right() - 2 - cells(text_width(hint));
            context.put_str(x, row.y, hint, room, StyleRole::Dim);
        }
        context.add_target(row, MouseTarget::Command(Command::FilterRows));
    }

    /// Renders the headings: that of the column it is sorted by with an arrow, and that of the selected column marked.
    pub(super) fn render_headings(
        &self,
        columns: &TableColumns,
        row: Rect,
        context: &mut RenderContext,
    ) {
        for span in &columns.spans {
            let is_sorted = span.column == self.order.column;
            let heading = if columns.names_in_text && span.column == TableColumn::Kind {
                ""
            } else {
                span.column.heading()
            };
            let arrow = if self.order.descending { "▼" } else { "▲" };
            let shown = match (is_sorted, text_width(heading) + 2 <= span.width) {
                (true, true) => format!("{heading} {arrow}"),
                (true, false) if span.width > 1 => {
                    format!("{}{arrow}", elide_words(heading, span.width - 1))
                }
                (true, false) => arrow.to_string(),
                (false, _) => heading.to_string(),
            };
            let role = if is_sorted {
                StyleRole::AccentBold
            } else {
                StyleRole::Dim
            };
            let x = right_or_left(*span, &shown, row.x);
            context.put_str(x, row.y, &shown, span.width, role);
            let cell = Rect {
                x: row.x + cells(span.x),
                width: cells(span.width),
                height: 1,
                ..row
            }
            .intersection(row);
            if span.column == self.column && !self.is_typing {
                context.set_style(
                    Rect {
                        x,
                        width: cells(text_width(&shown)),
                        ..cell
                    },
                    StyleRole::SelectedRow,
                );
            }
            let index = TableColumn::ALL
                .iter()
                .position(|column| *column == span.column);
            if let Some(index) = index {
                context.add_target(cell, MouseTarget::Heading(index));
            }
        }
    }

    /// Puts the cursor on the first row, where the selected one is if there is any.
    pub(super) fn set_cursor(&self, rows: Rect, context: &mut RenderContext) {
        if !self.is_typing {
            context.set_cursor(Position::new(rows.x, rows.y));
        }
    }
}

/// Returns the column at which a cell starts: numbers and dates end below each other.
pub(super) fn right_or_left(span: TableSpan, text: &str, x: u16) -> u16 {
    let indent = if span.column.is_right_aligned() {
        span.width.saturating_sub(text_width(text))
    } else {
        0
    };
    x + cells(span.x + indent)
}
