//! Areas side by side by theme, what not all of them have first.

use ratatui::layout::{Position, Rect};

use super::{
    detail,
    item_list::top,
    pane,
    render_context::{HitTarget, RenderContext},
};
use crate::{
    dataset::{AreaIndex, PriorityIndex},
    fit,
    query::comparison::ComparisonRow,
    tui::{
        app::App,
        layout::{ViewAreas, inner},
        styles::{self, StyleRole},
    },
};

/// A narrower column would be read letter by letter.
const NARROWEST: u16 = 18;

/// Draws the view.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let comparisons = app.compare.rows(app.snapshot());
    let table = ComparisonTable::new(app, body.main, &comparisons);
    let count = app.compare.areas.len();
    let hidden = count - table.columns;
    let remark = if hidden > 0 {
        format!("column {} of {count}", app.compare.column + 1)
    } else {
        format!("{count} areas")
    };
    let (above, below) = table.more();
    let remarks = [
        format!("{remark} {}", pane::arrows(above, below))
            .trim_end()
            .to_string(),
        pane::arrows(above, below),
    ];
    pane::render(
        body.main,
        "Areas side by side, differences first",
        &remarks,
        true,
        context,
    );
    table.render(app, context);
    if let Some(rect) = body.detail {
        detail::render(app, app.selected_item(), rect, context);
    }
}

/// A line of the table.
enum ComparisonLine {
    /// What follows: where they differ, what they all have.
    Section(&'static str),
    /// A theme.
    Theme { row: usize, name: String },
    /// A line of the row's cells.
    Cells { row: usize, texts: Vec<String> },
}

struct ComparisonTable {
    content: Rect,
    lines: Vec<ComparisonLine>,
    first_column: usize,
    columns: usize,
    width: u16,
    top: usize,
}

impl ComparisonTable {
    fn new(app: &App, rect: Rect, comparisons: &[ComparisonRow]) -> Self {
        let content = inner(rect);
        let count = app.compare.areas.len();
        let columns =
            usize::from((content.width.saturating_sub(1)) / NARROWEST).clamp(1, count.max(1));
        let width = content.width.saturating_sub(1) / u16::try_from(columns).unwrap_or(1);
        let selected = app.compare.column.min(count.saturating_sub(1));
        let first_column = top(&(selected..selected + 1), count, columns);
        let mut lines = Vec::new();
        let mut section = None;
        for (row, comparison) in comparisons.iter().enumerate() {
            let words = if comparison.differs() {
                "Where they differ"
            } else {
                "What all of them have"
            };
            if section != Some(words) {
                section = Some(words);
                lines.push(ComparisonLine::Section(words));
            }
            let name = comparison
                .theme
                .map_or("No theme", |theme| &app.dataset().theme(theme).name);
            lines.push(ComparisonLine::Theme {
                row,
                name: name.to_string(),
            });
            let shown = comparison
                .priorities
                .iter()
                .skip(first_column)
                .take(columns);
            let cells: Vec<Vec<String>> = shown
                .map(|priorities| cell(app, priorities, width))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            lines.extend((0..height).map(|line| {
                let texts = cells
                    .iter()
                    .map(|cell| cell.get(line).cloned().unwrap_or_default())
                    .collect();
                ComparisonLine::Cells { row, texts }
            }));
        }
        let of = |line: &ComparisonLine| matches!(line, ComparisonLine::Theme { row, .. } | ComparisonLine::Cells { row, .. } if *row == app.compare.row);
        let start = lines.iter().position(of).unwrap_or(0);
        let length = lines[start.min(lines.len())..]
            .iter()
            .take_while(|line| of(line))
            .count();
        let height = usize::from(content.height.saturating_sub(1));
        // The section's name is shown with its first row, where there is room for both.
        let first = if app.compare.row == 0 && start + length <= height {
            0
        } else {
            start
        };
        let top = top(&(first..start + length), lines.len(), height);
        Self {
            content,
            lines,
            first_column,
            columns: columns.min(count),
            width,
            top,
        }
    }

    fn more(&self) -> (bool, bool) {
        (
            self.top > 0,
            self.top + usize::from(self.content.height.saturating_sub(1)) < self.lines.len(),
        )
    }

    fn x(&self, column: usize) -> u16 {
        self.content.x + 1 + u16::try_from(column).unwrap_or(0) * self.width
    }

    fn render(&self, app: &App, context: &mut RenderContext) {
        let room = usize::from(self.width.saturating_sub(1));
        for (column, &area) in app
            .compare
            .areas
            .iter()
            .skip(self.first_column)
            .take(self.columns)
            .enumerate()
        {
            self.render_name(app, column, area, context);
        }
        let (mut cursor, mut marker) = (None, self.content.as_position());
        for (y, line) in
            (self.content.y + 1..self.content.bottom()).zip(self.lines.iter().skip(self.top))
        {
            match line {
                ComparisonLine::Section(words) => {
                    _ = context.put_str(
                        self.content.x,
                        y,
                        words,
                        usize::from(self.content.width),
                        StyleRole::Heading,
                    );
                }
                ComparisonLine::Theme { row, name } => {
                    let selected = *row == app.compare.row;
                    let columns = usize::from(self.content.width).saturating_sub(1);
                    context.put_str(
                        self.content.x + 1,
                        y,
                        &fit::elide_end(name, columns),
                        columns,
                        if selected {
                            StyleRole::Emphasis
                        } else {
                            StyleRole::Plain
                        },
                    );
                    if selected {
                        context.put_symbol(
                            self.content.x,
                            y,
                            styles::SELECTED,
                            StyleRole::Selected,
                        );
                        marker = Position::new(self.content.x, y);
                    }
                }
                ComparisonLine::Cells { row, texts } => {
                    for (column, text) in texts.iter().enumerate() {
                        let rect = Rect {
                            x: self.x(column),
                            y,
                            width: self.width.saturating_sub(1),
                            height: 1,
                        };
                        context.put_str(rect.x, y, text, room, StyleRole::Plain);
                        context
                            .register_hit(rect, HitTarget::Cell(*row, self.first_column + column));
                        if *row == app.compare.row
                            && self.first_column + column == app.compare.column
                        {
                            context.set_style(rect, StyleRole::Selected);
                            cursor.get_or_insert(Position::new(rect.x, y));
                        }
                    }
                }
            }
        }
        context.cursor = cursor.unwrap_or(marker);
    }

    fn render_name(&self, app: &App, column: usize, area: AreaIndex, context: &mut RenderContext) {
        let selected = self.first_column + column == app.compare.column;
        let name = &app.dataset().area(area).name;
        let name = if selected {
            format!("[{name}]")
        } else {
            name.to_string()
        };
        let room = usize::from(self.width.saturating_sub(1));
        context.put_str(
            self.x(column),
            self.content.y,
            &fit::elide_end(&name, room),
            room,
            StyleRole::Heading,
        );
    }
}

/// The priorities of a cell, wrapped.
fn cell(app: &App, priorities: &[PriorityIndex], width: u16) -> Vec<String> {
    let columns = usize::from(width.saturating_sub(2)).max(4);
    if priorities.is_empty() {
        return vec![fit::elide_end("no priority here", columns).into_owned()];
    }
    let texts = priorities.iter().flat_map(|&index| {
        let priority = app.dataset().priority(index);
        fit::wrap_lines(
            &format!("{} {}", priority.number, priority.title),
            columns,
            3,
        )
    });
    texts.collect()
}
