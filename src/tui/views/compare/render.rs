//! Rendering of the comparison.

use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

use super::{
    CompareView,
    cell::CellPiece,
    layout::CompareColumns,
    line_cache::{CompareLine, CompareLines},
    lines::name_lines,
};
use crate::{
    text::text_width,
    tui::{
        layout::{ViewRects, cells, split_rows},
        mouse_targets::MouseTarget,
        styles::{StyleRole, Styles},
        symbols,
        views::ViewScope,
        widgets::{PaneFrame, RenderContext, scroll_offset},
    },
};

/// The most rows of the names of areas.
const MAX_NAME_ROWS: usize = 3;
/// The height from which the titles of all areas are below narrow columns; in a lower one, that of the selected area.
const MIN_HEIGHT_WITH_TITLES: u16 = 14;
/// The height from which there is such a pane at all.
const MIN_HEIGHT_WITH_TITLE: u16 = 8;

impl CompareView {
    pub(super) fn render_comparison(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let whole = rects.whole();
        let columns = CompareColumns::new(whole.width, self.areas.len(), self.column);
        let titles_height = self.titles_height(scope, whole, &columns, context.styles);
        let (table, titles) = split_rows(whole, whole.height - titles_height);
        let statuses = self.statuses(&columns);
        let title = if self.is_chosen {
            "Compare"
        } else {
            "Compare: an example"
        };
        PaneFrame {
            title,
            statuses: &statuses,
            focused: true,
            styles: context.styles,
        }
        .render(Rect { height: 1, ..table }, context.buffer);
        let inside = Rect {
            y: table.y + 1,
            height: table.height - 1,
            ..table
        };
        if self.areas.is_empty() {
            let message = if scope.dataset.areas().next().is_some() {
                "Nothing is compared. Press a to add an area."
            } else {
                "There are no areas."
            };
            render_message(message, inside, context);
            return;
        }
        let names = self.render_names(scope, inside, &columns, context);
        let body = Rect {
            y: inside.y + names,
            height: inside.height - names,
            ..inside
        };
        let rows = self.shown_rows(whole.width);
        let lines = self.lines(
            scope.dataset,
            &rows,
            &columns,
            usize::from(body.height),
            context.styles,
        );
        let selected = self.position(&rows);
        CompareBody {
            view: self,
            columns: &columns,
            lines: &lines,
            selected,
        }
        .render(body, context);
        if titles_height > 0 {
            self.render_titles(scope, titles, context);
        }
    }

    /// Returns the rows of the pane below narrow columns: what is free, and at least a line for each area.
    fn titles_height(
        &self,
        scope: &ViewScope,
        whole: Rect,
        columns: &CompareColumns,
        styles: Styles,
    ) -> u16 {
        if !columns.is_compact || self.areas.is_empty() || whole.height < MIN_HEIGHT_WITH_TITLE {
            return 0;
        }
        if whole.height < MIN_HEIGHT_WITH_TITLES {
            return 2;
        }
        let least = 1 + self.areas.len();
        let most = usize::from(whole.height / 3);
        let height = self.title_height(scope, whole.width, most, styles);
        cells(height.min(most).max(least))
    }

    /// Returns the texts for the right of the title, the longest first.
    fn statuses(&self, columns: &CompareColumns) -> Vec<String> {
        let order = self.order.words();
        let remark = self.facts.iter().find_map(|fact| {
            let name = fact
                .label
                .split(' ')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            fact.remark
                .as_ref()
                .map(|remark| format!("{name} {remark}"))
        });
        let mut statuses = Vec::new();
        if !self.is_chosen {
            let advice = "press a to choose areas";
            statuses.extend(remark.iter().map(|remark| format!("{advice}; {remark}")));
            statuses.extend([advice.into(), "a chooses".into()]);
        } else if self.areas.len() == 1 {
            statuses.push("press a to add an area".to_string());
        }
        let full = remark.map_or_else(|| order.to_string(), |remark| format!("{order}; {remark}"));
        if columns.count < self.areas.len() {
            let last = columns.first + columns.count;
            let shown = format!("areas {}–{last} of {}", columns.first + 1, self.areas.len());
            statuses.extend([format!("{shown}, {order}"), shown]);
        }
        statuses.extend([full, order.to_string()]);
        statuses
    }

    /// Renders the names of the visible areas, which end on the same row. Returns the number of rows.
    fn render_names(
        &self,
        scope: &ViewScope,
        inside: Rect,
        columns: &CompareColumns,
        context: &mut RenderContext,
    ) -> u16 {
        let visible = self
            .areas
            .iter()
            .enumerate()
            .skip(columns.first)
            .take(columns.count);
        let names = visible.map(|(column, &area)| {
            (
                column,
                name_lines(scope.dataset, area, columns.name_width()),
            )
        });
        let names: Vec<(usize, Vec<String>)> = names.collect();
        // At least one row is left.
        let most = MAX_NAME_ROWS.min(usize::from(inside.height.saturating_sub(1)));
        let rows = names
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(0)
            .min(most);
        for (column, lines) in names {
            let x = inside.x + columns.x(column - columns.first);
            let role = if column == self.column {
                StyleRole::AccentBold
            } else {
                StyleRole::Plain
            };
            let skipped = rows.saturating_sub(lines.len());
            for (row, line) in lines.iter().take(rows).enumerate() {
                let y = inside.y + cells(skipped + row);
                if column == self.column {
                    // Without colours nothing else shows which column is selected.
                    context.put_symbol(x - 1, y, symbols::BAR, StyleRole::SelectedBar);
                }
                context.put_str(x, y, line, columns.name_width(), role);
            }
            let area = Rect {
                x,
                y: inside.y,
                width: columns.width,
                height: cells(rows),
            };
            context.add_target(area, MouseTarget::Heading(column));
        }
        cells(rows)
    }
}

fn render_message(message: &str, area: Rect, context: &mut RenderContext) {
    context.put_message(area, message);
    context.set_cursor(area.as_position());
}

/// The rows below the names of the areas.
struct CompareBody<'a> {
    view: &'a CompareView,
    columns: &'a CompareColumns,
    lines: &'a CompareLines,
    /// The index of the selected row.
    selected: usize,
}

impl CompareBody<'_> {
    fn is_selected(&self, line: &CompareLine) -> bool {
        matches!(line, CompareLine::Cells { row, .. } if *row == self.selected)
    }

    fn render(&self, area: Rect, context: &mut RenderContext) {
        context.set_cursor(area.as_position());
        let lines = &self.lines.lines;
        let height = usize::from(area.height);
        let start = lines
            .iter()
            .position(|line| self.is_selected(line))
            .unwrap_or(0);
        let length = lines[start.min(lines.len())..]
            .iter()
            .take_while(|line| self.is_selected(line))
            .count();
        let is_section = |index: usize| matches!(lines[index], CompareLine::Section(..));
        // The title above the first row of a section is shown with it.
        let with_title = start - usize::from(start > 0 && is_section(start - 1));
        let first = if length + start - with_title <= height {
            with_title
        } else {
            start
        };
        let top = scroll_offset(&(first..start + length), lines.len(), height);
        let mut is_first = true;
        let mut visible_rows = Vec::new();
        for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(top)) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            match line {
                CompareLine::Section(title, status) => {
                    // A gap is before the scroll bar.
                    let gap = u16::from(lines.len() > height);
                    let rule = Rect {
                        width: row.width - gap,
                        ..row
                    };
                    PaneFrame {
                        title,
                        statuses: std::slice::from_ref(status),
                        focused: false,
                        styles: context.styles,
                    }
                    .render(rule, context.buffer);
                }
                CompareLine::Note(note) => {
                    let columns = usize::from(area.width.saturating_sub(1));
                    context.put_str(area.x + 1, y, note, columns, StyleRole::Dim);
                }
                CompareLine::Cells {
                    row: index,
                    label,
                    cells,
                } => {
                    if self.is_selected(line) {
                        Self::render_selected_ground(row, is_first, context);
                        is_first = false;
                    }
                    self.render_line(*index, label.as_deref(), cells, row, context);
                    visible_rows.push(*index);
                }
            }
        }
        if let (Some(first), Some(last)) = (visible_rows.first(), visible_rows.last())
            && (lines.len() > height || last - first + 1 < self.lines.rows)
        {
            context.put_scroll_bar(area, *first..*last, self.lines.rows);
        }
    }

    /// Renders the background of a line of the selected row, and the bar before it.
    fn render_selected_ground(row: Rect, is_first: bool, context: &mut RenderContext) {
        context.set_style(row, StyleRole::PathRow);
        if is_first || !context.styles.ascii {
            context.put_symbol(row.x, row.y, symbols::BAR, StyleRole::SelectedBar);
        }
        if is_first {
            context.set_cursor(row.as_position());
        }
    }

    fn render_line(
        &self,
        index: usize,
        label: Option<&str>,
        pieces_of: &[Vec<CellPiece>],
        row: Rect,
        context: &mut RenderContext,
    ) {
        let is_selected = index == self.selected;
        if let Some(label) = label {
            let columns = if self.columns.is_stacked {
                row.width - 2
            } else {
                self.columns.label - 1
            };
            let role = if is_selected {
                StyleRole::PathText
            } else {
                StyleRole::Dim
            };
            context.put_str(row.x + 1, row.y, label, usize::from(columns), role);
        }
        if is_selected && pieces_of.is_empty() {
            // A name with a row of its own: its values may be below the last row.
            context.set_style(row, StyleRole::SelectedRow);
        }
        for (visible, pieces) in pieces_of.iter().enumerate() {
            let column = self.columns.first + visible;
            let cell = Rect {
                x: row.x + self.columns.x(visible),
                width: self.columns.width,
                ..row
            };
            context.add_target(cell, MouseTarget::Cell(index, column));
            let is_cell = is_selected && column == self.view.column;
            let text = Rect {
                width: cell.width.saturating_sub(1),
                ..cell
            };
            let has_backgrounds = context.styles.has_backgrounds();
            if is_cell && has_backgrounds {
                context.set_style(text, StyleRole::SelectedRow);
            }
            for (offset, piece, role) in pieces {
                let role = match role {
                    StyleRole::Plain if is_cell => StyleRole::SelectedText,
                    StyleRole::Plain if is_selected => StyleRole::PathText,
                    role => *role,
                };
                let room = self.columns.text_width().saturating_sub(*offset);
                let width = text_width(piece).min(room);
                context.put_str(cell.x + cells(*offset), row.y, piece, width, role);
            }
            if is_cell {
                if !has_backgrounds {
                    context.set_style(text, StyleRole::SelectedRow);
                }
                if context.state.cursor.x < cell.x {
                    context.set_cursor(Position::new(cell.x, row.y));
                }
            }
        }
    }
}
