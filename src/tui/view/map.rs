//! Areas on the coast of Great Britain, in true proportion.

use std::collections::HashMap;

use ratatui::{
    layout::{Position, Rect},
    style::Color,
    symbols::Marker,
    widgets::{Widget, canvas as shapes},
};

use super::{
    detail, pane,
    render_context::{HitTarget, RenderContext},
};
use crate::{
    dataset::AreaIndex,
    fit,
    query::{
        geography::{LONGITUDE_SCALE, position},
        matrix::in_theme,
    },
    tui::{
        app::App,
        layout::{ViewAreas, inner},
        map_outline::great_britain,
        state::map::Layer,
        styles::StyleRole,
    },
};

/// England, and all of Great Britain: west, south, east, north.
const ENGLAND: [f64; 4] = [-5.8, 49.9, 1.85, 55.85];
const GREAT_BRITAIN: [f64; 4] = [-7.6, 49.9, 1.85, 60.8];

/// A label longer than this would hide too much of the map.
const LABEL: usize = 22;

/// Where several areas lie in one cell it says how many, by their number.
const SEVERAL: [Option<&str>; 10] = [
    None,
    None,
    Some("2"),
    Some("3"),
    Some("4"),
    Some("5"),
    Some("6"),
    Some("7"),
    Some("8"),
    Some("9"),
];
const MORE: Option<&str> = Some("+");

/// Draws the view. The map is high, so that what is selected stands beside it where there is room.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let whole = body
        .detail
        .map_or(body.main, |detail| body.main.union(detail));
    let (rect, beside) = if body.detail.is_some() {
        let width = whole.width * 6 / 10;
        let beside = Rect {
            x: whole.x + width,
            width: whole.width - width,
            ..whole
        };
        (Rect { width, ..whole }, Some(beside))
    } else {
        (whole, None)
    };
    let name = app
        .map
        .areas
        .selected()
        .map(|area| app.dataset().area(area).name.to_string())
        .unwrap_or_default();
    let legend = legend(app);
    let unplaced = if app.map.unplaced > 0 {
        format!("{} on no map · ", app.map.unplaced)
    } else {
        String::new()
    };
    pane::render(
        rect,
        &format!("Map: {name}"),
        &[format!("{unplaced}{legend}"), legend.clone()],
        true,
        context,
    );
    let map = Projection::new(
        inner(rect),
        if app.map.wide { GREAT_BRITAIN } else { ENGLAND },
    );
    map.render_coast(context);
    map.render_areas(app, context);
    if let Some(rect) = beside {
        detail::render(app, app.selected_item(), rect, context);
    }
}

/// What the marks mean.
fn legend(app: &App) -> String {
    match app.map.layer {
        Layer::Plans => "● plan published ○ awaited".into(),
        Layer::Ranks => "latest rank".into(),
        Layer::Theme(theme) => format!("● {}", app.dataset().theme(theme).name),
    }
}

/// From degrees to cells.
struct Projection {
    rect: Rect,
    /// West and east.
    x: [f64; 2],
    /// South and north.
    y: [f64; 2],
}

impl Projection {
    /// Shows at least these bounds, in the middle, with what is around them: a cell is twice as high as wide.
    fn new(rect: Rect, [west, south, east, north]: [f64; 4]) -> Self {
        let (width, height) = (
            f64::from(rect.width.max(1)),
            f64::from(rect.height.max(1)) * 2.0,
        );
        // Degrees of latitude that a cell is wide.
        let scale = ((east - west) * LONGITUDE_SCALE / width).max((north - south) / height);
        let (middle_x, middle_y) = (f64::midpoint(west, east), f64::midpoint(south, north));
        let (half_x, half_y) = (width * scale / LONGITUDE_SCALE / 2.0, height * scale / 2.0);
        Self {
            rect,
            x: [middle_x - half_x, middle_x + half_x],
            y: [middle_y - half_y, middle_y + half_y],
        }
    }

    fn render_coast(&self, context: &mut RenderContext) {
        let marker = if context.styles.ascii {
            Marker::Custom('.')
        } else {
            Marker::Braille
        };
        let color = context
            .styles
            .color(StyleRole::Border)
            .unwrap_or(Color::Reset);
        let draw = |context: &mut shapes::Context| {
            for line in &great_britain().lines {
                for ends in line.points.windows(2) {
                    let [[x1, y1], [x2, y2]] = [ends[0], ends[1]];
                    context.draw(&shapes::Line {
                        x1,
                        y1,
                        x2,
                        y2,
                        color,
                    });
                }
            }
        };
        shapes::Canvas::default()
            .marker(marker)
            .x_bounds(self.x)
            .y_bounds(self.y)
            .paint(draw)
            .render(self.rect, context.buffer);
    }

    /// The cell of an area, if it lies on this map.
    fn cell(&self, app: &App, area: AreaIndex) -> Option<Position> {
        let position = position(app.dataset(), area)?;
        let part = |value: f64, [from, to]: [f64; 2]| {
            Some((value - from) / (to - from)).filter(|part| (0.0..1.0).contains(part))
        };
        let across = part(position.longitude.degrees(), self.x)?;
        let down = 1.0 - part(position.latitude.degrees(), self.y)?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "parts of the place's sides, from 0 to 1"
        )]
        let cell = |part: f64, length: u16| ((part * f64::from(length)) as u16).min(length - 1);
        Some(Position::new(
            self.rect.x + cell(across, self.rect.width),
            self.rect.y + cell(down, self.rect.height),
        ))
    }

    /// Draws marks and, where there is room for them, names: first that of the selected area.
    fn render_areas(&self, app: &App, context: &mut RenderContext) {
        let areas = &app.map.areas;
        let mut cells: Vec<(usize, AreaIndex, Position)> = areas
            .items()
            .iter()
            .enumerate()
            .filter_map(|(item, &area)| Some((item, area, self.cell(app, area)?)))
            .collect();
        cells.sort_by_key(|(item, ..)| *item != areas.selected_index());
        let mut taken: Vec<Rect> = cells
            .iter()
            .map(|(.., at)| Rect {
                x: at.x,
                y: at.y,
                width: 1,
                height: 1,
            })
            .collect();
        for &(item, area, at) in &cells {
            let label = label(app, area);
            let Some(rect) = self.room(at, &label, &taken) else {
                continue;
            };
            let role = if item == areas.selected_index() {
                StyleRole::Selected
            } else {
                StyleRole::Plain
            };
            context.clear(rect);
            context.put_str(rect.x, rect.y, &label, usize::from(rect.width), role);
            context.register_hit(rect, HitTarget::Row(item));
            taken.push(rect);
        }
        // Marks come last, that of the selected area above all others.
        let mut together: HashMap<Position, usize> = HashMap::new();
        for (.., at) in &cells {
            *together.entry(*at).or_default() += 1;
        }
        for &(item, area, at) in cells.iter().rev() {
            let (sign, role) = sign(app, area);
            let sign = SEVERAL
                .get(together[&at])
                .copied()
                .unwrap_or(MORE)
                .unwrap_or(sign);
            context.put_symbol(
                at.x,
                at.y,
                sign,
                if item == areas.selected_index() {
                    StyleRole::Selected
                } else {
                    role
                },
            );
            context.register_hit(
                Rect {
                    x: at.x,
                    y: at.y,
                    width: 1,
                    height: 1,
                },
                HitTarget::Row(item),
            );
            if item == areas.selected_index() {
                context.cursor = at;
            }
        }
    }

    /// Where a label fits beside its mark without touching another: right, left, then a row below or above.
    fn room(&self, at: Position, label: &str, taken: &[Rect]) -> Option<Rect> {
        let width = u16::try_from(fit::text_width(label)).ok()?;
        let right = at.x.checked_add(2);
        let left = at.x.checked_sub(width + 1);
        let pane_areas = [
            (right, Some(at.y)),
            (left, Some(at.y)),
            (right, at.y.checked_add(1)),
            (right, at.y.checked_sub(1)),
            (left, at.y.checked_add(1)),
            (left, at.y.checked_sub(1)),
        ];
        let fits = |rect: &Rect| {
            // A blank on both sides keeps names apart.
            let around = Rect {
                x: rect.x.saturating_sub(1),
                width: rect.width + 2,
                ..*rect
            };
            self.rect.union(*rect) == self.rect
                && !taken.iter().any(|other| {
                    other.intersects(around)
                        && !(other.y == at.y
                            && other.x == at.x
                            && other.width == 1
                            && rect.y == at.y)
                })
        };
        let rect = |(x, y): (Option<u16>, Option<u16>)| {
            Some(Rect {
                x: x?,
                y: y?,
                width,
                height: 1,
            })
        };
        pane_areas.into_iter().filter_map(rect).find(fits)
    }
}

fn label(app: &App, area: AreaIndex) -> String {
    let name = &app.dataset().area(area).name;
    match (app.map.layer, app.snapshot().rank(area)) {
        (Layer::Ranks, Some(rank)) => {
            fit::elide_end(&format!("{} {name}", rank.rank), LABEL).into_owned()
        }
        (Layer::Ranks, None) => fit::elide_end(&format!("? {name}"), LABEL).into_owned(),
        _ => fit::elide_end(name, LABEL).into_owned(),
    }
}

/// An area's mark, by what is laid over the map.
fn sign(app: &App, area: AreaIndex) -> (&'static str, StyleRole) {
    let there = match app.map.layer {
        Layer::Plans => app.snapshot().plan(area).is_some(),
        Layer::Ranks => app.snapshot().rank(area).is_some(),
        Layer::Theme(theme) => in_theme(app.snapshot(), area, theme).next().is_some(),
    };
    if there {
        ("●", StyleRole::Present)
    } else {
        ("○", StyleRole::Pending)
    }
}
