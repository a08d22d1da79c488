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
    query::table::{NamedArea, TableColumn},
    text::{elide_words, grouped, text_width},
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        views::scope::ViewScope,
        widgets::{PaneFrame, RenderContext},
    },
};

impl TableView {
    /// Renders the title: how many facts are shown of how many, and their order.
    pub(super) fn render_title(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
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
            let title = format!("Table · {shown} of {known} {facts}");
            let whole = self
                .named_rows(scope)
                .map(|rows| format!("{title}: {rows}"));
            let whole = whole.filter(|whole| text_width(whole) + 4 <= usize::from(pane.width));
            whole.unwrap_or(title)
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

    /// Returns how many rows are about the area that the words name, and how many only mention it: `7 of Derby, 1 of the
    /// programme`. None if all are.
    fn named_rows(&self, scope: &ViewScope) -> Option<String> {
        let NamedArea {
            area,
            own,
            programme,
        } = self.rows.named?;
        let others = self.facts().len() - own;
        let name = scope.dataset.area(area).short_name();
        let (own, others, programme) = (grouped(own), grouped(others), others == programme);
        let of = if programme { "the programme" } else { "others" };
        Some(format!("{own} of {name}, {others} of {of}"))
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
            if span.column == self.column && !self.words.is_typing() {
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
        if !self.words.is_typing() {
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
