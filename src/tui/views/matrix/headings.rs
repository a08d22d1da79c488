//! Rendering of what is above the rows: the names of themes, the title and the legend.

use ratatui::{layout::Rect, widgets::Widget};

use super::{
    grid::MatrixGrid,
    order::Order,
    roof::{RoofHeading, RoofSide},
};
use crate::{
    query::describe::counted,
    text::text_width,
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        widgets::{PaneFrame, RenderContext},
    },
};

/// The title.
const TITLE: &str = "Priorities by theme";
/// The headings of the column of totals, the preferred one first.
const TOTAL_HEADINGS: [&str; 2] = ["priorities", "all"];
/// The reason why the numbers of a row do not add up to its total, in one row or in two.
const SEVERAL_THEMES: [&[&str]; 2] = [
    &["One priority can have several themes"],
    &["A priority can have", "several themes"],
];
/// The way to the headings.
const UP: &str = "Up selects a theme";

impl MatrixGrid<'_> {
    /// Renders the title and the legend: into the corner that the roof leaves free, or above headings in one row.
    pub(super) fn render_corner(&self, context: &mut RenderContext) {
        let (view, geometry) = (self.view, self.geometry);
        let (priorities, areas) = (view.priority_count, view.known_areas);
        let priorities = counted(priorities, "priority", "priorities");
        let count = format!("{priorities} in {}", counted(areas, "area", "areas"));
        let is_sorted = view.order != Order::Listed;
        if geometry.title > 0 {
            let order = format!("sorted {}", view.order_words);
            PaneFrame {
                title: TITLE,
                statuses: &[format!("{count}, {order}"), order],
                focused: true,
                styles: context.styles,
            }
            .render(
                Rect {
                    height: 1,
                    ..geometry.grid
                },
                context.buffer,
            );
            return;
        }
        let last = geometry.first_column + geometry.columns;
        let all = view.themes.items().len();
        let themes = format!("themes {}–{last} of {all}", geometry.first_column + 1);
        let is_partial = geometry.columns < all;
        let second = if is_partial {
            themes
        } else if is_sorted {
            format!("sorted {}", view.order_words)
        } else {
            count
        };
        let short = view.order_words.split(',').next().unwrap_or_default();
        let short = if is_partial {
            format!("{last} of {all}")
        } else if is_sorted {
            short.to_string()
        } else {
            priorities
        };
        let room = |row: u16| usize::from(geometry.roof.free(row)).saturating_sub(3);
        let mut lines = vec![vec![TITLE.to_string()], vec![second, short]];
        lines.extend(self.several_themes(room).map(|line| vec![line.to_string()]));
        lines.push(vec![UP.into()]);
        for (row, texts) in (0..geometry.roof.rows).zip(lines) {
            let room = room(row);
            let role = if row == 0 {
                StyleRole::Emphasis
            } else {
                StyleRole::Dim
            };
            if let Some(text) = texts.iter().find(|text| text_width(text) <= room) {
                let (x, y) = (geometry.grid.x + 1, geometry.grid.y + row);
                context.put_str(x, y, text, room, role);
            }
        }
    }

    /// Returns the lines that say why the numbers of a row do not add up to its total, if there is a column of totals. They
    /// are below the first two rows, in the longest form for which each row has room.
    fn several_themes(&self, room: impl Fn(u16) -> usize) -> impl Iterator<Item = &'static str> {
        let rows = self.geometry.roof.rows;
        let fits = |lines: &&&[&str]| {
            let mut numbered = (2..).zip(lines.iter());
            numbered.all(|(row, line)| row < rows && text_width(line) <= room(row))
        };
        let mut forms = SEVERAL_THEMES.iter();
        let form = forms.find(fits).filter(|_| self.geometry.has_total_column);
        form.into_iter().flat_map(|lines| lines.iter().copied())
    }

    /// Renders the heading of the totals in the last row of the roof that leaves room for it.
    pub(super) fn render_total_heading(&self, context: &mut RenderContext) {
        let geometry = self.geometry;
        if !geometry.has_total_column {
            return;
        }
        let (first, top) = (geometry.top() - geometry.roof.rows, geometry.top());
        // It ends where the numbers end, or one column further right.
        let mut places = TOTAL_HEADINGS.into_iter().flat_map(|heading| {
            let end = geometry.total_end() - cells(heading.len());
            let rows = (first..top).rev();
            rows.flat_map(move |y| [0, 1].map(|shift| (heading, end + shift, y)))
        });
        let is_free = |&(heading, x, y): &(&str, u16, u16)| {
            // Next to the name of a theme it would read as a part of it.
            let mut cells = x - 2..x + cells(heading.len());
            cells.end < geometry.grid.right()
                && cells.all(|x| context.buffer[(x, y)].symbol() == " ")
        };
        if let Some((heading, x, y)) = places.find(is_free) {
            context.put_str(x, y, heading, heading.len(), StyleRole::Dim);
        }
    }

    pub(super) fn render_heading(
        &self,
        column: usize,
        heading: &RoofHeading,
        context: &mut RenderContext,
    ) {
        let (view, geometry) = (self.view, self.geometry);
        let is_column = column == view.themes.selected_index();
        let is_selected = is_column && view.heading;
        let role = if is_column {
            StyleRole::AccentBold
        } else {
            StyleRole::Plain
        };
        let line_role = if is_column {
            StyleRole::AccentBold
        } else {
            StyleRole::Line
        };
        let (grid, first) = (geometry.grid, geometry.grid.y + geometry.title + heading.y);
        let tick = grid.x + heading.tick;
        if heading.side != RoofSide::Above {
            let corner = if heading.side == RoofSide::Left {
                "╮"
            } else {
                "╭"
            };
            context.put_symbol(tick, first, corner, line_role);
            for y in first + 1..geometry.top() {
                context.put_symbol(tick, y, "│", line_role);
            }
        }
        let target = MouseTarget::Heading(column);
        let below = Rect {
            x: tick,
            y: first,
            width: 1,
            height: geometry.top() - first,
        };
        context.add_target(below, target);
        for (y, line) in (first..).zip(&heading.lines) {
            let x = grid.x + heading.x(line);
            let width = cells(text_width(line)).min(grid.right().saturating_sub(x));
            context.put_str(x, y, line, usize::from(width), role);
            let area = Rect {
                x,
                y,
                width,
                height: 1,
            };
            context.add_target(area, target);
            if is_selected {
                context.set_style(area, StyleRole::ActiveTab);
                if y == first {
                    context.set_cursor(area.as_position());
                }
            }
        }
    }
}
