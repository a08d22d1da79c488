//! Rendering of the map: land, districts, marks and labels.

use std::collections::HashMap;

use ratatui::{
    layout::{Position, Rect},
    style::Color,
    symbols::Marker,
    widgets::{
        Widget,
        canvas::{Canvas, Context, Line},
    },
};

use super::{
    Layer, MapView,
    projection::{ENGLAND, GREAT_BRITAIN, Projection},
};
use crate::{
    dataset::AreaIndex,
    query::matrix::in_theme,
    text::{elide_end, text_width, wrap},
    tui::{
        layout::{ViewRects, inner},
        map_shapes::{countries, district},
        mouse_targets::MouseTarget,
        styles::StyleRole,
        symbols,
        views::{ViewScope, ViewState, detail},
        widgets::{PaneFrame, RenderContext},
    },
};

/// The widest label in columns: a longer one would hide too much of the map.
const MAX_LABEL: usize = 22;

/// The marks of cells with two to nine areas.
const COUNTS: [&str; 8] = ["2", "3", "4", "5", "6", "7", "8", "9"];
/// The mark of a cell with more areas than [`COUNTS`] has.
const MANY: &str = "+";

impl MapView {
    pub(super) fn render_map(
        &self,
        scope: &ViewScope,
        rects: &ViewRects,
        context: &mut RenderContext,
    ) {
        let (pane, beside) = split(rects);
        let title = self.areas.selected().map_or("Map".into(), |area| {
            format!("Map: {}", scope.dataset.area(area).name)
        });
        let mut statuses = self.legends(scope);
        if self.is_empty() {
            statuses.clear();
        } else if self.unplaced > 0 {
            let unplaced = format!("{} without a position", self.unplaced);
            let both = match statuses.first() {
                Some(legend) => format!("{unplaced} · {legend}"),
                None => unplaced,
            };
            statuses.insert(0, both);
        }
        PaneFrame {
            title: &title,
            statuses: &statuses,
            focused: true,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        if self.is_empty() {
            self.render_empty(scope, inner(pane), context);
            return;
        }
        let bounds = if self.great_britain {
            GREAT_BRITAIN
        } else {
            ENGLAND
        };
        let projection = Projection::new(inner(pane), bounds);
        let is_on_map = |&area: &AreaIndex| projection.cell(scope.dataset, area).is_some();
        if self.areas.items().iter().any(is_on_map) {
            self.render_shapes(&projection, scope, context);
            self.render_areas(&projection, scope, context);
        } else {
            render_message("No area has a position here.", inner(pane), context);
        }
        if let Some(area) = beside.filter(|_| !self.is_empty()) {
            detail::render(scope, self.selected_item(), area, context);
        }
    }

    /// Renders why there is nothing on the map: an empty coast would not say it.
    fn render_empty(&self, scope: &ViewScope, area: Rect, context: &mut RenderContext) {
        let message = match self.unplaced {
            0 => scope.empty_message("There are no areas."),
            _ => "No area has a position here.",
        };
        render_message(message, area, context);
    }

    /// Returns the meaning of the marks, and a shorter text for a narrow map.
    fn legends(&self, scope: &ViewScope) -> Vec<String> {
        let is_ranked = |area: &AreaIndex| scope.snapshot().rank(*area).is_some();
        match self.layer {
            Layer::Plans if !self.has_plans => Vec::new(),
            Layer::Plans => vec!["● plan published ○ not yet".into()],
            Layer::Ranks if self.areas.items().iter().all(is_ranked) => vec!["latest rank".into()],
            Layer::Ranks => vec!["latest rank ○ not known".into(), "latest rank".into()],
            Layer::Theme(theme) => {
                let short = format!("● {}", scope.dataset.theme(theme).name);
                vec![format!("{short} ○ no priority in it"), short]
            }
        }
    }

    /// Renders the marks, and the labels for which there is room, that of the selected area first.
    fn render_areas(
        &self,
        projection: &Projection,
        scope: &ViewScope,
        context: &mut RenderContext,
    ) {
        let selected = self.areas.selected_index();
        let mut marks: Vec<(usize, AreaIndex, Position)> = self
            .areas
            .items()
            .iter()
            .enumerate()
            .filter_map(|(item, &area)| Some((item, area, projection.cell(scope.dataset, area)?)))
            .collect();
        marks.sort_by_key(|(item, ..)| *item != selected);
        let mut taken: Vec<Rect> = marks.iter().map(|(.., at)| cell_area(*at)).collect();
        for &(item, area, at) in &marks {
            let label = self.label(scope, area);
            let Some(area) = label_area(projection.area, at, &label, &taken) else {
                continue;
            };
            let role = if item == selected {
                StyleRole::Selected
            } else {
                StyleRole::Plain
            };
            context.clear(area);
            context.put_str(area.x, area.y, &label, usize::from(area.width), role);
            context.add_target(area, MouseTarget::Row(item));
            taken.push(area);
        }
        let mut counts: HashMap<Position, usize> = HashMap::new();
        for (.., at) in &marks {
            *counts.entry(*at).or_default() += 1;
        }
        // Marks are drawn over labels, that of the selected area over all others.
        for &(item, area, at) in marks.iter().rev() {
            let (symbol, role) = self.mark(scope, area);
            let symbol = match counts[&at] {
                1 => symbol,
                count => COUNTS.get(count - 2).unwrap_or(&MANY),
            };
            let role = if item == selected {
                StyleRole::Selected
            } else {
                role
            };
            context.put_symbol(at.x, at.y, symbol, role);
            context.add_target(cell_area(at), MouseTarget::Row(item));
            if item == selected {
                context.set_cursor(at);
            }
        }
    }

    /// Renders the outlines of the countries, and of the districts of the areas.
    fn render_shapes(
        &self,
        projection: &Projection,
        scope: &ViewScope,
        context: &mut RenderContext,
    ) {
        let marker = if context.styles.ascii {
            Marker::Custom('.')
        } else {
            Marker::Braille
        };
        let color = context
            .styles
            .color(StyleRole::Border)
            .unwrap_or(Color::Reset);
        let areas = self.areas.items().iter();
        let codes = areas.flat_map(|&area| &scope.dataset.area(area).districts);
        let districts: Vec<_> = codes
            .filter_map(|authority| district(&authority.gss.to_string()))
            .collect();
        let paint = |canvas: &mut Context| {
            let land = countries().iter().flat_map(|country| &country.polygons);
            for ring in land.chain(districts.iter().map(|district| &district.polygon)) {
                for ends in ring.windows(2) {
                    let [[x1, y1], [x2, y2]] = [ends[0], ends[1]];
                    canvas.draw(&Line {
                        x1,
                        y1,
                        x2,
                        y2,
                        color,
                    });
                }
            }
        };
        Canvas::default()
            .marker(marker)
            .x_bounds(projection.longitudes)
            .y_bounds(projection.latitudes)
            .paint(paint)
            .render(projection.area, context.buffer);
    }

    fn label(&self, scope: &ViewScope, area: AreaIndex) -> String {
        let name = &scope.dataset.area(area).name;
        let label = match (self.layer, scope.snapshot().rank(area)) {
            (Layer::Ranks, Some(rank)) => format!("{} {name}", rank.rank),
            _ => name.to_string(),
        };
        elide_end(&label, MAX_LABEL).into_owned()
    }

    /// Returns the mark of an area in the current layer.
    fn mark(&self, scope: &ViewScope, area: AreaIndex) -> (&'static str, StyleRole) {
        let snapshot = scope.snapshot();
        let present = match self.layer {
            Layer::Plans => !self.has_plans || snapshot.plan(area).is_some(),
            Layer::Ranks => snapshot.rank(area).is_some(),
            Layer::Theme(theme) => in_theme(snapshot, area, theme).next().is_some(),
        };
        if present {
            (symbols::PRESENT, StyleRole::Present)
        } else {
            (symbols::PENDING, StyleRole::Pending)
        }
    }
}

/// Renders a message in place of the map, with the cursor at its start.
fn render_message(message: &str, area: Rect, context: &mut RenderContext) {
    for (y, line) in (area.y..area.bottom()).zip(wrap(message, usize::from(area.width))) {
        context.put_str(area.x, y, &line, usize::from(area.width), StyleRole::Plain);
    }
    context.set_cursor(Position::new(area.x, area.y));
}

/// Returns the areas of the map and of the detail. The map is tall, so the detail is beside it.
fn split(rects: &ViewRects) -> (Rect, Option<Rect>) {
    let Some(detail) = rects.detail else {
        return (rects.main, None);
    };
    let whole = rects.main.union(detail);
    let width = whole.width * 6 / 10;
    let beside = Rect {
        x: whole.x + width,
        width: whole.width - width,
        ..whole
    };
    (Rect { width, ..whole }, Some(beside))
}

fn cell_area(at: Position) -> Rect {
    Rect {
        x: at.x,
        y: at.y,
        width: 1,
        height: 1,
    }
}

/// Returns the place of a label beside its mark, free of other marks and labels: right, left, then a row below or above.
fn label_area(map: Rect, at: Position, label: &str, taken: &[Rect]) -> Option<Rect> {
    let width = u16::try_from(text_width(label)).ok()?;
    let right = at.x.checked_add(2);
    let left = at.x.checked_sub(width + 1);
    let (below, above) = (at.y.checked_add(1), at.y.checked_sub(1));
    let candidates = [
        (right, Some(at.y)),
        (left, Some(at.y)),
        (right, below),
        (right, above),
        (left, below),
        (left, above),
    ];
    let own_mark = cell_area(at);
    let fits = |area: &Rect| {
        // A blank on both sides separates labels.
        let around = Rect {
            x: area.x.saturating_sub(1),
            width: area.width + 2,
            ..*area
        };
        let is_free =
            |other: &Rect| !other.intersects(around) || (*other == own_mark && area.y == at.y);
        map.union(*area) == map && taken.iter().all(is_free)
    };
    candidates
        .into_iter()
        .filter_map(|(x, y)| {
            Some(Rect {
                x: x?,
                y: y?,
                width,
                height: 1,
            })
        })
        .find(fits)
}
