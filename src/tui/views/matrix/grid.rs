//! Rendering of the matrix: rows and totals.

use ratatui::layout::{Position, Rect};

use super::{MatrixView, geometry::MatrixGeometry};
use crate::{
    dataset::{AreaIndex, ThemeIndex},
    text::text_width,
    tui::{
        layout::{ViewRects, cells},
        mouse_targets::MouseTarget,
        styles::{HeatLevel, StyleRole},
        symbols,
        views::ViewScope,
        widgets::RenderContext,
    },
};

/// The name of the row of totals, the longest that fits is shown.
const TOTALS: [&str; 2] = ["Areas with such a priority", "Areas"];

impl MatrixView {
    pub(super) fn render_matrix(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let geometry = self.geometry(scope, rects);
        let grid = MatrixGrid {
            view: self,
            scope,
            geometry: &geometry,
        };
        grid.render(context);
        if let Some(detail) = geometry.detail {
            self.render_detail(scope, detail, context);
        }
    }

    /// Returns where everything is. The matrix and the pane below divide the whole height, so that neither wastes rows.
    pub(super) fn geometry(&self, scope: &ViewScope, rects: &ViewRects) -> MatrixGeometry {
        MatrixGeometry::new(self, scope.dataset, rects.whole(), rects.detail.is_some())
    }
}

/// The matrix on the screen.
pub(super) struct MatrixGrid<'a> {
    /// The state.
    pub view: &'a MatrixView,
    /// The date, the filter and the dataset.
    pub scope: &'a ViewScope<'a>,
    /// The place of everything.
    pub geometry: &'a MatrixGeometry,
}

impl MatrixGrid<'_> {
    fn render(&self, context: &mut RenderContext) {
        let (view, geometry) = (self.view, self.geometry);
        if view.areas.items().is_empty() {
            self.render_message(context);
            return;
        }
        self.render_column_ground(context);
        let themes = view.themes.items().iter().copied().enumerate();
        let themes: Vec<(usize, ThemeIndex)> = themes
            .skip(geometry.first_column)
            .take(geometry.columns)
            .collect();
        for ((column, _), heading) in themes.iter().zip(&geometry.roof.headings) {
            self.render_heading(*column, heading, context);
        }
        self.render_corner(context);
        self.render_total_heading(context);
        let mut y = geometry.top();
        let areas = view
            .areas
            .items()
            .iter()
            .copied()
            .enumerate()
            .skip(geometry.first_row);
        for ((row, area), name) in areas.zip(&geometry.rows) {
            self.render_row((row, area), y, name, &themes, context);
            y += cells(name.len());
        }
        if geometry.has_total_row {
            self.render_totals(geometry.grid.bottom() - 1, &themes, context);
        }
        self.render_scroll_bar(context);
        self.render_arrows(context);
    }

    /// Renders arrows in the directions in which there are more themes, beside the last row.
    fn render_arrows(&self, context: &mut RenderContext) {
        let geometry = self.geometry;
        let (y, end) = (
            geometry.grid.bottom() - 1,
            geometry.tick(geometry.columns - 1) + 2,
        );
        if geometry.first_column > 0 {
            context.put_symbol(geometry.tick(0) - 2, y, "←", StyleRole::AccentBold);
        }
        let is_last = geometry.first_column + geometry.columns >= self.view.themes.items().len();
        if !is_last && end < geometry.grid.right() {
            context.put_symbol(end, y, "→", StyleRole::AccentBold);
        }
    }

    fn render_message(&self, context: &mut RenderContext) {
        let message = match self.scope.dataset.areas().next() {
            Some(_) => "There are no themes.",
            None => "There are no areas.",
        };
        let message = self.scope.empty_message(message);
        let grid = self.geometry.grid;
        context.put_message(grid, message);
        context.set_cursor(grid.as_position());
    }

    /// Renders the background of the selected column, below its heading.
    fn render_column_ground(&self, context: &mut RenderContext) {
        let geometry = self.geometry;
        let grid = geometry.grid;
        let Some(column) = self
            .view
            .themes
            .selected_index()
            .checked_sub(geometry.first_column)
        else {
            return;
        };
        let y = geometry.top();
        let ground = Rect {
            x: geometry.tick(column) - 1,
            y,
            width: 3,
            height: grid.bottom() - y,
        };
        context.set_style(ground, StyleRole::PathRow);
    }

    fn render_row(
        &self,
        (row, area): (usize, AreaIndex),
        y: u16,
        name: &[String],
        themes: &[(usize, ThemeIndex)],
        context: &mut RenderContext,
    ) {
        let (view, geometry) = (self.view, self.geometry);
        let grid = geometry.grid;
        let is_selected = row == view.areas.selected_index() && !view.heading;
        let ground = Rect {
            y,
            height: cells(name.len()).min(grid.bottom().saturating_sub(y)),
            ..grid
        };
        let role = if is_selected {
            StyleRole::PathText
        } else {
            StyleRole::Plain
        };
        if is_selected {
            context.set_style(ground, StyleRole::PathRow);
            for y in ground.top()..ground.bottom() {
                context.put_symbol(grid.x, y, symbols::BAR, StyleRole::SelectedBar);
            }
        }
        let column = view.themes.selected_index();
        let names = Rect {
            width: cells(geometry.name_width + 1),
            ..ground
        };
        context.add_target(names, MouseTarget::Cell(row, column));
        for (y, line) in (ground.top()..ground.bottom()).zip(name) {
            context.put_str(grid.x + 1, y, line, geometry.name_width, role);
        }
        let is_known = view.is_known(area);
        for (visible, &(column, theme)) in themes.iter().enumerate() {
            let count = view.cell(area, theme).len();
            let is_cell = is_selected && column == view.themes.selected_index();
            let cell = Rect {
                x: geometry.tick(visible) - 1,
                y,
                width: 3,
                height: 1,
            };
            context.add_target(
                Rect {
                    height: ground.height,
                    ..cell
                },
                MouseTarget::Cell(row, column),
            );
            let role = match HeatLevel::of(count) {
                _ if is_cell => StyleRole::ActiveTab,
                Some(level) => StyleRole::Heat(level),
                None => StyleRole::Dim,
            };
            if is_cell || count > 0 {
                context.set_style(cell, role);
            }
            let text = if is_known {
                cell_text(count)
            } else {
                symbols::UNKNOWN.into()
            };
            put_number(&text, geometry.tick(visible), y, role, context);
            if count > 0 && (is_selected || column == view.themes.selected_index()) {
                context.set_style(cell, StyleRole::Emphasis);
            }
            if is_cell {
                context.set_cursor(Position::new(cell.x, y));
            }
        }
        if geometry.has_total_column {
            let role = if is_selected {
                StyleRole::PathText
            } else {
                StyleRole::Plain
            };
            let total = if is_known {
                view.count(area).to_string()
            } else {
                symbols::UNKNOWN.into()
            };
            put_number(&total, geometry.total_end() - 1, y, role, context);
        }
    }

    fn render_totals(&self, y: u16, themes: &[(usize, ThemeIndex)], context: &mut RenderContext) {
        let (view, geometry) = (self.view, self.geometry);
        let label = TOTALS
            .iter()
            .find(|label| text_width(label) <= geometry.name_width);
        let label = label.copied().unwrap_or_default();
        context.put_str(
            geometry.grid.x + 1,
            y,
            label,
            geometry.name_width,
            StyleRole::Dim,
        );
        for (visible, &(column, theme)) in themes.iter().enumerate() {
            let is_column = column == view.themes.selected_index();
            let role = if is_column {
                StyleRole::PathText
            } else {
                StyleRole::Dim
            };
            let count = view.areas_with(theme).to_string();
            put_number(&count, geometry.tick(visible), y, role, context);
        }
    }

    fn render_scroll_bar(&self, context: &mut RenderContext) {
        let (geometry, count) = (self.geometry, self.view.areas.items().len());
        if !geometry.scrolls(count) {
            return;
        }
        let top = geometry.top();
        let bottom = geometry.grid.bottom() - u16::from(geometry.has_total_row);
        let area = Rect {
            x: geometry.grid.right() - 1,
            y: top,
            width: 1,
            height: bottom - top,
        };
        let first = geometry.first_row;
        context.put_scroll_bar(area, first..first + geometry.rows.len(), count);
    }
}

/// Returns the content of a cell.
fn cell_text(count: usize) -> String {
    if count == 0 {
        "·".into()
    } else {
        count.to_string()
    }
}

/// Writes a number of up to three digits that ends at a column, or one column later if it has three. More digits do not fit a
/// cell: they become thousands.
fn put_number(text: &str, end: u16, y: u16, role: StyleRole, context: &mut RenderContext) {
    let thousands;
    let text = if text.len() > 3 && text.is_ascii() {
        thousands = format!("{}k", &text[..text.len() - 3]);
        &thousands
    } else {
        text
    };
    let width = cells(text_width(text));
    let end = end + u16::from(width > 2);
    context.put_str(
        end + 1 - width.min(end + 1),
        y,
        text,
        usize::from(width),
        role,
    );
}
