//! Rendering of the comparison.

use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

use super::CompareView;
use crate::{
    dataset::{AreaIndex, Dataset, PriorityIndex},
    query::{
        comparison::{ComparisonRow, NO_PRIORITY},
        describe::counted,
    },
    text::{elide_end, wrap_lines},
    tui::{
        layout::{ViewRects, cells, inner},
        mouse_targets::MouseTarget,
        styles::StyleRole,
        symbols,
        views::{ViewScope, ViewState, detail},
        widgets::{PaneFrame, RenderContext, scroll_offset},
    },
};

/// The narrowest column: words would not fit into a narrower one.
const MIN_COLUMN: u16 = 18;

/// The most lines of a priority; the detail shows the whole.
const MAX_LINES: usize = 3;

impl CompareView {
    pub(super) fn render_comparison(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let table = ComparisonTable::new(self, scope.dataset, rects.main);
        let count = self.areas.len();
        let status = if table.columns < count {
            format!("column {} of {count}", self.column + 1)
        } else {
            counted(count, "area", "areas")
        };
        let arrows = table.arrows();
        PaneFrame {
            title: "Areas side by side, differences first",
            statuses: &[
                format!("{status} {arrows}").trim_end().to_string(),
                arrows.to_string(),
            ],
            focused: true,
            styles: context.styles,
        }
        .render(rects.main, context.buffer);
        table.render(scope.dataset, context);
        if self.rows.is_empty() {
            let message = if self.is_empty() {
                "There are no areas."
            } else {
                "No priorities are known."
            };
            table.render_message(message, context);
        }
        if let Some(area) = rects.detail.filter(|_| !self.is_empty()) {
            detail::render(scope, self.selected_item(), area, context);
        }
    }
}

/// A line of the table.
enum ComparisonLine {
    /// The heading of the rows in which areas differ, or of those that they share.
    Section(&'static str),
    /// The theme of a row.
    Theme { row: usize, name: String },
    /// A line of the cells of a row.
    Cells { row: usize, texts: Vec<String> },
}

impl ComparisonLine {
    fn is_of(&self, selected: usize) -> bool {
        match self {
            Self::Section(_) => false,
            Self::Theme { row, .. } | Self::Cells { row, .. } => *row == selected,
        }
    }
}

/// The visible part of the comparison.
struct ComparisonTable<'v> {
    view: &'v CompareView,
    content: Rect,
    lines: Vec<ComparisonLine>,
    first_column: usize,
    columns: usize,
    column_width: u16,
    top: usize,
}

impl<'v> ComparisonTable<'v> {
    fn new(view: &'v CompareView, dataset: &Dataset, pane: Rect) -> Self {
        let content = inner(pane);
        let count = view.areas.len();
        let width = content.width.saturating_sub(1);
        let columns = usize::from(width / MIN_COLUMN).clamp(1, count.max(1));
        let column_width = width / cells(columns);
        let selected = view.column.min(count.saturating_sub(1));
        let first_column = scroll_offset(&(selected..selected + 1), count, columns);
        let mut lines = Vec::new();
        let mut section = None;
        for (row, comparison) in view.rows.iter().enumerate() {
            let name = comparison.heading();
            if section != Some(name) {
                section = Some(name);
                lines.push(ComparisonLine::Section(name));
            }
            let visible = first_column..first_column + columns;
            add_row(&mut lines, dataset, row, comparison, visible, column_width);
        }
        let start = lines
            .iter()
            .position(|line| line.is_of(view.row))
            .unwrap_or(0);
        let length = lines[start.min(lines.len())..]
            .iter()
            .take_while(|line| line.is_of(view.row))
            .count();
        let height = usize::from(content.height.saturating_sub(1));
        // The heading of the first section is shown with its first row, if there is room for both.
        let first = if view.row == 0 && start + length <= height {
            0
        } else {
            start
        };
        let top = scroll_offset(&(first..start + length), lines.len(), height);
        Self {
            view,
            content,
            lines,
            first_column,
            columns: columns.min(count),
            column_width,
            top,
        }
    }

    fn arrows(&self) -> &'static str {
        let height = usize::from(self.content.height.saturating_sub(1));
        symbols::scroll_arrows(self.top > 0, self.top + height < self.lines.len())
    }

    /// Returns the left edge of a visible column, counted from the first visible one.
    fn x(&self, column: usize) -> u16 {
        self.content.x + 1 + cells(column) * self.column_width
    }

    fn render(&self, dataset: &Dataset, context: &mut RenderContext) {
        let areas = self.view.areas.iter().skip(self.first_column);
        for (column, &area) in areas.take(self.columns).enumerate() {
            self.render_name(dataset, column, area, context);
        }
        let (mut cursor, mut marker) = (None, self.content.as_position());
        let rows = self.content.y + 1..self.content.bottom();
        for (y, line) in rows.zip(self.lines.iter().skip(self.top)) {
            match line {
                ComparisonLine::Section(name) => {
                    let columns = usize::from(self.content.width);
                    context.put_str(self.content.x, y, name, columns, StyleRole::Heading);
                }
                ComparisonLine::Theme { row, name } => {
                    if self.render_theme(*row, name, y, context) {
                        marker = Position::new(self.content.x, y);
                    }
                }
                ComparisonLine::Cells { row, texts } => {
                    if let Some(x) = self.render_cells(*row, texts, y, context) {
                        cursor.get_or_insert(Position::new(x, y));
                    }
                }
            }
        }
        if self.lines.is_empty() && self.view.column < self.view.areas.len() {
            // Without rows, the area at the head of the column is the selected item.
            let x = self.x(self.view.column - self.first_column);
            let name = Rect {
                x,
                width: self.column_width.saturating_sub(1),
                height: 1,
                ..self.content
            };
            context.set_style(name, StyleRole::Selected);
            cursor = Some(name.as_position());
        }
        context.set_cursor(cursor.unwrap_or(marker));
    }

    /// Renders a message below the names of the areas.
    fn render_message(&self, message: &str, context: &mut RenderContext) {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.content;
        if height > 1 {
            let columns = usize::from(width.saturating_sub(1));
            context.put_str(x + 1, y + 1, message, columns, StyleRole::Plain);
        }
    }

    /// Renders the name of a theme. Returns whether its row is selected.
    fn render_theme(&self, row: usize, name: &str, y: u16, context: &mut RenderContext) -> bool {
        let selected = row == self.view.row;
        let columns = usize::from(self.content.width).saturating_sub(1);
        let role = if selected {
            StyleRole::Emphasis
        } else {
            StyleRole::Plain
        };
        let name = elide_end(name, columns);
        context.put_str(self.content.x + 1, y, &name, columns, role);
        if selected {
            context.put_symbol(self.content.x, y, symbols::SELECTED, StyleRole::Selected);
        }
        selected
    }

    /// Renders a line of the cells of a row. Returns the left edge of the selected cell.
    fn render_cells(
        &self,
        row: usize,
        texts: &[String],
        y: u16,
        context: &mut RenderContext,
    ) -> Option<u16> {
        let mut selected = None;
        for (column, text) in texts.iter().enumerate() {
            let cell = Rect {
                x: self.x(column),
                y,
                width: self.column_width.saturating_sub(1),
                height: 1,
            };
            context.put_str(cell.x, y, text, usize::from(cell.width), StyleRole::Plain);
            let column = self.first_column + column;
            context.add_target(cell, MouseTarget::Cell(row, column));
            if (row, column) == (self.view.row, self.view.column) {
                context.set_style(cell, StyleRole::Selected);
                selected = Some(cell.x);
            }
        }
        selected
    }

    fn render_name(
        &self,
        dataset: &Dataset,
        column: usize,
        area: AreaIndex,
        context: &mut RenderContext,
    ) {
        let name = &dataset.area(area).name;
        let name = if self.first_column + column == self.view.column {
            format!("[{name}]")
        } else {
            name.to_string()
        };
        let room = usize::from(self.column_width.saturating_sub(1));
        let name = elide_end(&name, room);
        context.put_str(
            self.x(column),
            self.content.y,
            &name,
            room,
            StyleRole::Heading,
        );
    }
}

/// Adds the lines of a row: the theme, then the cells of the visible columns.
fn add_row(
    lines: &mut Vec<ComparisonLine>,
    dataset: &Dataset,
    row: usize,
    comparison: &ComparisonRow,
    visible: std::ops::Range<usize>,
    column_width: u16,
) {
    lines.push(ComparisonLine::Theme {
        row,
        name: comparison.theme_name(dataset).to_string(),
    });
    let columns = comparison.priorities.iter();
    let mut cells: Vec<_> = columns
        .skip(visible.start)
        .take(visible.len())
        .map(|priorities| cell_lines(dataset, priorities, column_width).into_iter())
        .collect();
    let height = cells.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    lines.extend((0..height).map(|_| {
        let texts = cells.iter_mut().map(|cell| cell.next().unwrap_or_default());
        ComparisonLine::Cells {
            row,
            texts: texts.collect(),
        }
    }));
}

/// Returns the priorities of a cell in lines.
fn cell_lines(dataset: &Dataset, priorities: &[PriorityIndex], column_width: u16) -> Vec<String> {
    let width = usize::from(column_width.saturating_sub(2)).max(4);
    if priorities.is_empty() {
        return vec![elide_end(NO_PRIORITY, width).into_owned()];
    }
    let lines = priorities.iter().flat_map(|&priority| {
        let priority = dataset.priority(priority);
        let text = format!("{} {}", priority.number, priority.title);
        wrap_lines(&text, width, MAX_LINES)
    });
    lines.collect()
}
