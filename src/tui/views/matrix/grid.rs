//! Rendering of the matrix.

use ratatui::{
    layout::{Position, Rect},
    widgets::Widget,
};

use super::MatrixView;
use crate::{
    dataset::{AreaIndex, Kind, OwnerIndex, ThemeIndex},
    query::{describe::priority_line, matrix::empty_cell},
    text::{elide_end, text_width, wrap, wrap_lines},
    tui::{
        layout::{ViewRects, cells, inner},
        mouse_targets::MouseTarget,
        styles::StyleRole,
        symbols,
        views::ViewScope,
        widgets::{PaneFrame, RenderContext, RichText, TextPane, scroll_offset},
    },
};

/// The most rows of the headings.
const MAX_HEADING_ROWS: usize = 3;

/// The narrowest and the widest column of a theme.
const MIN_CELL: u16 = 6;
const MAX_CELL: u16 = 11;
/// The columns that the names of areas keep at least.
const MIN_NAMES: u16 = 16;

impl MatrixView {
    pub(super) fn render_matrix(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let grid = MatrixGrid::new(self, scope, rects.main);
        let selected = match (self.areas.selected(), self.themes.selected()) {
            (Some(_), Some(theme)) if self.heading => self.heading_status(scope, theme),
            (Some(area), Some(theme)) => {
                let (area, theme) = (&scope.dataset.area(area).name, theme_name(scope, theme));
                format!("{area}, {theme}: {}", self.priorities().count())
            }
            _ => String::new(),
        };
        let order = self.order.name();
        let arrows = grid.arrows(self);
        PaneFrame {
            title: "Priorities by theme",
            statuses: &[
                format!("{selected} · {order} {arrows}")
                    .trim_matches([' ', '·'])
                    .to_string(),
                format!("{selected} {arrows}").trim().to_string(),
                arrows,
            ],
            focused: true,
            styles: context.styles,
        }
        .render(rects.main, context.buffer);
        grid.render(self, scope, context);
        if let Some(area) = rects.detail {
            self.render_priorities(scope, area, context);
        }
    }

    /// Returns a theme and the number of areas that have it.
    fn heading_status(&self, scope: &ViewScope, theme: ThemeIndex) -> String {
        let areas = match self.areas_with(theme) {
            1 => "1 area".into(),
            areas => format!("{areas} areas"),
        };
        format!("{}: {areas}", theme_name(scope, theme))
    }

    /// Renders the priorities of the selected cell; of an empty cell, the notes that may explain it.
    fn render_priorities(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let (snapshot, dataset) = (scope.snapshot(), scope.dataset);
        let (Some(area), Some(theme)) = (self.areas.selected(), self.themes.selected()) else {
            return;
        };
        let mut text = RichText::new(inner(pane).width, context.styles);
        let (title, status);
        if self.heading {
            // Each priority has at least one line: further ones would not be visible.
            for priority in self.priorities().take(usize::from(pane.height)) {
                text.paragraph(&priority_line(snapshot, priority));
            }
            (title, status) = (self.heading_status(scope, theme), "Enter for the full text");
        } else {
            let area_name = &dataset.area(area).name;
            for priority in self.priorities() {
                let priority = dataset.priority(priority);
                text.heading(&format!("{} {}", priority.number, priority.title));
                text.citations(dataset, snapshot.known(&priority.cites));
                text.field("Reference", priority.reference.as_str());
            }
            if text.is_empty() {
                text.paragraph(&empty_cell(dataset, area, theme));
                for (_, note) in snapshot.facts_of(OwnerIndex::Area(area), Kind::Note) {
                    text.field("Note", &note.headline());
                }
            }
            (title, status) = (format!("{area_name}: {}", theme_name(scope, theme)), "");
        }
        let styles = context.styles;
        context.render(
            TextPane {
                text,
                title: &title,
                status,
                scroll: 0,
                focused: false,
                styles,
            },
            pane,
        );
    }
}

/// The visible part of the matrix.
struct MatrixGrid {
    content: Rect,
    /// The width of the names of areas, including a blank.
    names: u16,
    /// The width of a cell, including a blank.
    cell: u16,
    /// The rows of the headings.
    header: u16,
    first_row: usize,
    first_column: usize,
    rows: usize,
    columns: usize,
}

impl MatrixGrid {
    fn new(view: &MatrixView, scope: &ViewScope, pane: Rect) -> Self {
        let content = inner(pane);
        let (areas, themes) = (&view.areas, &view.themes);
        let longest = areas
            .items()
            .iter()
            .map(|&area| text_width(&scope.dataset.area(area).name))
            .max()
            .unwrap_or(0);
        let count = cells(themes.items().len().max(1));
        // Names are shortened until every theme has its column, but not so far that they become unreadable.
        let left = content.width.saturating_sub(count.saturating_mul(MIN_CELL));
        let names = cells(longest + 3).min(
            left.max(content.width.min(MIN_NAMES))
                .max(content.width / 4),
        );
        let room = content.width - names;
        let cell = (room / count).clamp(MIN_CELL, MAX_CELL);
        let columns = usize::from(room / cell).max(1);
        let header = themes
            .items()
            .iter()
            .map(|&theme| heading(scope, theme, cell).len())
            .max()
            .unwrap_or(0);
        let header = cells(header).min(content.height.saturating_sub(1));
        let rows = usize::from(content.height.saturating_sub(header)).max(1);
        let (row, column) = (areas.selected_index(), themes.selected_index());
        Self {
            first_row: scroll_offset(&(row..row + 1), areas.items().len(), rows),
            first_column: scroll_offset(&(column..column + 1), themes.items().len(), columns),
            rows: rows.min(areas.items().len()),
            columns: columns.min(themes.items().len()),
            content,
            names,
            cell,
            header,
        }
    }

    /// Returns arrows in the directions in which there is more.
    fn arrows(&self, view: &MatrixView) -> String {
        let left = if self.first_column > 0 { "←" } else { "" };
        let right = if self.first_column + self.columns < view.themes.items().len() {
            "→"
        } else {
            ""
        };
        let below = self.first_row + self.rows < view.areas.items().len();
        format!(
            "{left}{right}{}",
            symbols::scroll_arrows(self.first_row > 0, below)
        )
    }

    fn visible_themes(&self, view: &MatrixView) -> impl Iterator<Item = (usize, ThemeIndex)> {
        let themes = view.themes.items().iter().copied().enumerate();
        themes.skip(self.first_column).take(self.columns)
    }

    fn render(&self, view: &MatrixView, scope: &ViewScope, context: &mut RenderContext) {
        for (column, theme) in self.visible_themes(view) {
            self.render_heading(view, scope, column, theme, context);
        }
        let areas = view.areas.items().iter().copied().enumerate();
        for (row, area) in areas.skip(self.first_row).take(self.rows) {
            self.render_row(view, scope, row, area, context);
        }
        if view.areas.items().is_empty() {
            let message = match scope.dataset.areas().next() {
                Some(_) => "There are no themes.",
                None => "There are no areas.",
            };
            let message = scope.empty_message(message);
            let columns = usize::from(self.content.width.saturating_sub(1));
            let rows = self.content.y..self.content.bottom();
            for (y, line) in rows.zip(wrap(message, columns)) {
                context.put_str(self.content.x + 1, y, &line, columns, StyleRole::Plain);
            }
        }
    }

    fn render_heading(
        &self,
        view: &MatrixView,
        scope: &ViewScope,
        column: usize,
        theme: ThemeIndex,
        context: &mut RenderContext,
    ) {
        let selected = column == view.themes.selected_index();
        let role = if selected {
            StyleRole::Emphasis
        } else {
            StyleRole::Plain
        };
        let area = Rect {
            x: self.x(column),
            width: self.cell - 1,
            height: self.header,
            ..self.content
        };
        for (y, line) in (area.y..area.bottom()).zip(heading(scope, theme, self.cell)) {
            context.put_str(area.x, y, &line, usize::from(self.cell), role);
        }
        context.add_target(area, MouseTarget::Heading(column));
        if view.heading && selected {
            context.set_style(area, StyleRole::Selected);
            context.put_symbol(
                self.content.x,
                area.y,
                symbols::SELECTED,
                StyleRole::Emphasis,
            );
            context.set_cursor(area.as_position());
        }
    }

    fn render_row(
        &self,
        view: &MatrixView,
        scope: &ViewScope,
        row: usize,
        area: AreaIndex,
        context: &mut RenderContext,
    ) {
        let y = self.content.y + self.header + cells(row - self.first_row);
        let selected = row == view.areas.selected_index() && !view.heading;
        let columns = usize::from(self.names).saturating_sub(2);
        let name = elide_end(&scope.dataset.area(area).name, columns);
        let role = if selected {
            StyleRole::Emphasis
        } else {
            StyleRole::Plain
        };
        context.put_str(self.content.x + 1, y, &name, columns, role);
        if selected {
            context.put_symbol(self.content.x, y, symbols::SELECTED, StyleRole::Emphasis);
        }
        for (column, theme) in self.visible_themes(view) {
            let cell = Rect {
                x: self.x(column),
                y,
                width: self.cell - 1,
                height: 1,
            };
            let count = view.cell(area, theme).len();
            let role = if count > 0 {
                StyleRole::Present
            } else {
                StyleRole::Border
            };
            context.put_str(
                cell.x,
                y,
                &count_label(count),
                usize::from(cell.width),
                role,
            );
            context.add_target(cell, MouseTarget::Cell(row, column));
            if selected && column == view.themes.selected_index() {
                context.set_style(cell, StyleRole::Selected);
                context.set_cursor(Position::new(cell.x, y));
            }
        }
    }

    fn x(&self, column: usize) -> u16 {
        self.content.x + self.names + cells(column - self.first_column) * self.cell
    }
}

/// Returns the content of a cell: a shade, darker with more priorities, and their number.
fn count_label(count: usize) -> String {
    match count {
        0 => "·".into(),
        1 => "░ 1".into(),
        2 => "▒ 2".into(),
        more => format!("█ {more}"),
    }
}

fn theme_name<'a>(scope: &ViewScope<'a>, theme: ThemeIndex) -> &'a str {
    &scope.dataset.theme(theme).name
}

/// Returns the name of a theme in the lines of its column.
fn heading(scope: &ViewScope, theme: ThemeIndex, cell: u16) -> Vec<String> {
    wrap_lines(
        theme_name(scope, theme),
        usize::from(cell - 1),
        MAX_HEADING_ROWS,
    )
}
