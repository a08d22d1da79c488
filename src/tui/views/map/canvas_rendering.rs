//! Rendering of the map itself: land, marks, labels and names.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
};

use super::{
    fill::MapFill,
    ground::MapGround,
    ground_styles::GroundStyles,
    label_candidates::LabelLine,
    layer_values::{AreaValue, SELECTED_ASCII},
    marks::AreaMark,
    surface::{MapLabels, MapSurface},
};
use crate::tui::{
    mouse_targets::MouseTarget,
    styles::StyleRole,
    symbols::{PENDING, PRESENT},
    widgets::RenderContext,
};

/// The sign of an area without the value, as the legend has it.
const PENDING_CHAR: char = '○';

/// A drawn map, to be rendered.
pub(super) struct MapCanvas<'m> {
    pub(super) surface: &'m MapSurface,
    pub(super) labels: &'m MapLabels,
    pub(super) values: &'m [AreaValue],
    pub(super) styles: GroundStyles,
    /// The index of the selected area.
    pub(super) selected: usize,
    /// True if the selected area has the accent colour. In layers with values it keeps the colour of its value.
    pub(super) is_accented: bool,
    /// The cells of the map.
    pub(super) area: Rect,
}

impl MapCanvas<'_> {
    pub(super) fn render(&self, context: &mut RenderContext) {
        self.render_land(context);
        for line in &self.labels.extras.names {
            self.render_line(line, StyleRole::SeaText, context);
        }
        if let Some(bar) = &self.labels.extras.scale_bar {
            self.render_line(bar, StyleRole::SeaText, context);
        }
        for (area, mark) in self.surface.marks.iter().enumerate() {
            self.render_mark(area, mark, context);
        }
        for (area, lines) in self.labels.labels.iter().enumerate() {
            self.render_label(area, lines, context);
        }
    }

    /// Returns the position on the screen of a cell of the map.
    fn on_screen(&self, cell: Position) -> Position {
        Position::new(self.area.x + cell.x, self.area.y + cell.y)
    }

    fn ground(&self, cell: Position) -> MapGround {
        self.surface.raster.cell(cell).main()
    }

    fn render_land(&self, context: &mut RenderContext) {
        for y in 0..self.area.height {
            for x in 0..self.area.width {
                let ground = self.surface.raster.cell(Position::new(x, y));
                let mut cell = self.styles.fill.cell(ground);
                if self.is_absent(cell.ink) && !self.styles.fill.has_colors() {
                    cell.symbol = PENDING_CHAR;
                }
                if (cell.ink, cell.paper) != (MapGround::Sea, MapGround::Sea) {
                    let style = self.styles.cell(cell.ink, cell.paper);
                    context.buffer[(self.area.x + x, self.area.y + y)]
                        .set_char(cell.symbol)
                        .set_style(style);
                }
            }
        }
    }

    /// Returns true if a ground is the shape of an area without the value.
    fn is_absent(&self, ground: MapGround) -> bool {
        match ground {
            MapGround::Area(area) => !self.values[usize::from(area)].is_present,
            _ => false,
        }
    }

    /// Renders text on the ground of each cell.
    fn render_line(&self, line: &LabelLine, role: StyleRole, context: &mut RenderContext) {
        let at = self.on_screen(line.at);
        let width = usize::from(line.width);
        context.put_str(at.x, at.y, &line.text, width, role);
        for column in 0..line.width {
            let ground = self.ground(Position::new(line.at.x + column, line.at.y));
            let cell = &mut context.buffer[(at.x + column, at.y)];
            cell.set_style(Style::reset());
            cell.set_style(self.styles.on(role, ground));
        }
    }

    fn render_mark(&self, area: usize, mark: &AreaMark, context: &mut RenderContext) {
        match mark {
            AreaMark::Outside => {}
            AreaMark::Point(cell) => self.render_point(area, *cell, context),
            AreaMark::Shape(rows) => {
                for row in rows {
                    let at = self.on_screen(Position::new(row.first, row.y));
                    let shape = Rect::new(at.x, at.y, row.last - row.first + 1, 1);
                    context.add_target(shape, MouseTarget::Row(area));
                }
                if let Some(row) = rows
                    .get(rows.len() / 2)
                    .filter(|_| self.is_unlabelled(area))
                {
                    let at = self.on_screen(Position::new(row.first, row.y));
                    context.buffer[at].set_style(self.styles.selected());
                    context.set_cursor(at);
                }
            }
        }
    }

    /// Returns true if an area is selected, and only its mark can show that: its label has no place.
    fn is_unlabelled(&self, area: usize) -> bool {
        area == self.selected && self.labels.labels[area].is_empty()
    }

    fn render_point(&self, area: usize, cell: Position, context: &mut RenderContext) {
        let is_selected = area == self.selected;
        let value = &self.values[area];
        let symbol = match (is_selected, value.is_present) {
            (true, _) if self.styles.fill == MapFill::Ascii => SELECTED_ASCII,
            (_, true) => PRESENT,
            (_, false) => PENDING,
        };
        let role = self.role(area);
        let at = self.on_screen(cell);
        let style = if self.is_unlabelled(area) {
            self.styles.selected()
        } else {
            self.styles.on(role, self.ground(cell))
        };
        context.buffer[at].set_symbol(symbol).set_style(style);
        context.add_target(Rect::new(at.x, at.y, 1, 1), MouseTarget::Row(area));
        if is_selected {
            context.set_cursor(at);
        }
    }

    /// Returns the role of an area's mark.
    pub(super) fn role(&self, area: usize) -> StyleRole {
        mark_role(
            &self.values[area],
            area == self.selected && self.is_accented,
        )
    }

    fn render_label(&self, area: usize, lines: &[LabelLine], context: &mut RenderContext) {
        let is_selected = area == self.selected;
        for line in lines {
            let role = if self.values[area].is_present {
                StyleRole::GroundText
            } else {
                StyleRole::WeakLabel
            };
            if !self.styles.fill.has_paper() {
                self.render_ends(line, [" ", " "], Style::reset(), context);
            }
            self.render_line(line, role, context);
            let at = self.on_screen(line.at);
            let text = Rect::new(at.x, at.y, line.width, 1);
            if is_selected {
                let style = self.styles.selected();
                let ends = if self.styles.fill == MapFill::Ascii {
                    ["[", "]"]
                } else {
                    [" ", " "]
                };
                self.render_ends(line, ends, style, context);
                for x in text.left()..text.right() {
                    let cell = &mut context.buffer[(x, at.y)];
                    cell.set_style(Style::reset());
                    cell.set_style(style);
                }
            }
            context.add_target(text, MouseTarget::Row(area));
        }
        if let Some(line) = lines.first().filter(|_| is_selected) {
            context.set_cursor(self.on_screen(line.at));
        }
    }

    /// Renders a character at both ends of a line, except on a point.
    fn render_ends(
        &self,
        line: &LabelLine,
        symbols: [&str; 2],
        style: Style,
        context: &mut RenderContext,
    ) {
        let before = line.at.x.checked_sub(1);
        let after = Some(line.at.x + line.width).filter(|&x| x < self.area.width);
        for (x, symbol) in [before, after].into_iter().zip(symbols) {
            let Some(x) = x else { continue };
            let cell = Position::new(x, line.at.y);
            if self.surface.marks.contains(&AreaMark::Point(cell)) {
                continue;
            }
            let cell = &mut context.buffer[self.on_screen(cell)];
            cell.set_style(Style::reset());
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// Returns the role of the mark of an area.
pub(super) fn mark_role(value: &AreaValue, is_accented: bool) -> StyleRole {
    if is_accented {
        StyleRole::Accent
    } else {
        value.role
    }
}
