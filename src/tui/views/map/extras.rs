//! The names of seas and countries, and the scale bar. They are placed last, and give way first.

use ratatui::layout::{Position, Rect};

use super::{
    ground::MapGround, label_candidates::LabelLine, projection::Projection, raster::Raster,
};
use crate::{sort::SortShared, text::text_width};

/// A name, the longitude and latitude of its middle, and its ground.
const NAMES: [(&str, [f64; 2], MapGround); 5] = [
    ("North Sea", [0.9, 54.75], MapGround::Sea),
    ("Irish Sea", [-4.5, 53.9], MapGround::Sea),
    ("English Channel", [-1.6, 50.15], MapGround::Sea),
    ("Wales", [-3.7, 52.3], MapGround::Neighbour),
    ("Scotland", [-3.3, 55.5], MapGround::Neighbour),
];

/// The cells of the same ground that a name has on both sides.
const CLEARANCE: u16 = 2;
/// The farthest that a name is moved from its place, in columns and rows.
const MAX_MOVE: (u16, u16) = (8, 3);

/// The lengths of scale bars in miles.
const LENGTHS: [u16; 9] = [1, 2, 5, 10, 25, 50, 100, 200, 500];
const MILE_KILOMETRES: f64 = 1.609_344;
/// The shortest scale bar in columns.
const MIN_BAR: f64 = 6.0;
/// The rows, counted from below, that can have the scale bar.
const BAR_ROWS: u16 = 6;

/// The names and the scale bar that have a place.
#[derive(Debug, Clone, Default)]
pub(super) struct MapExtras {
    pub(super) names: Vec<LabelLine>,
    pub(super) scale_bar: Option<LabelLine>,
}

/// Returns the names and the scale bar, clear of the areas that are taken by labels and marks.
pub(super) fn extras(projection: &Projection, raster: &Raster, taken: &[Rect]) -> MapExtras {
    let mut taken = taken.to_vec();
    let scale_bar = scale_bar(projection, raster, &taken);
    taken.extend(scale_bar.iter().map(area));
    let mut names = Vec::new();
    for (text, middle, ground) in NAMES {
        let line = projection
            .cell(middle)
            .and_then(|middle| name(raster, &taken, text, middle, ground));
        if let Some(line) = line {
            taken.push(area(&line));
            names.push(line);
        }
    }
    MapExtras { names, scale_bar }
}

fn area(line: &LabelLine) -> Rect {
    Rect::new(line.at.x, line.at.y, line.width, 1)
}

/// Returns true if a line with some cells on both sides is on the map and free.
fn is_free(raster: &Raster, taken: &[Rect], line: &LabelLine, clearance: u16) -> bool {
    let around = Rect {
        x: line.at.x.saturating_sub(clearance),
        width: line.width + 2 * clearance,
        ..area(line)
    };
    line.at.x >= clearance
        && around.right() <= raster.size.width
        && around.bottom() <= raster.size.height
        && !taken.iter().any(|other| other.intersects(around))
}

/// Returns the nearest place to a point where a name and the cells beside it are on one ground.
fn name(
    raster: &Raster,
    taken: &[Rect],
    text: &str,
    middle: Position,
    ground: MapGround,
) -> Option<LabelLine> {
    let width = u16::try_from(text_width(text)).ok()?;
    let at = Position::new(middle.x.saturating_sub(width / 2), middle.y);
    let (columns, rows) = MAX_MOVE;
    let mut places: Vec<(u32, Position)> = Vec::new();
    for y in at.y.saturating_sub(rows)..=at.y + rows {
        for x in at.x.saturating_sub(columns)..=at.x + columns {
            let (across, down) = (u32::from(x.abs_diff(at.x)), u32::from(y.abs_diff(at.y)));
            // A cell is twice as high as wide.
            places.push((across * across + 4 * down * down, Position::new(x, y)));
        }
    }
    places.sort_shared_by_key(|&(distance, at)| (distance, at.y, at.x));
    let lines = places.into_iter().map(|(_, at)| LabelLine {
        at,
        text: text.to_string(),
        width,
    });
    lines
        .filter(|line| is_free(raster, taken, line, CLEARANCE))
        .find(|line| has_ground(raster, line, CLEARANCE, ground))
}

/// Returns true if the cells of a line, and some on both sides, have one ground.
fn has_ground(raster: &Raster, line: &LabelLine, clearance: u16, ground: MapGround) -> bool {
    let cells = line.at.x - clearance..line.at.x + line.width + clearance;
    cells
        .map(|x| raster.cell(Position::new(x, line.at.y)))
        .all(|cell| cell.is_uniform() && cell.main() == ground)
}

/// Returns a scale bar at the lower right: in the sea if there is room, else on any ground.
fn scale_bar(projection: &Projection, raster: &Raster, taken: &[Rect]) -> Option<LabelLine> {
    let columns = |miles: u16| f64::from(miles) * MILE_KILOMETRES / projection.column_kilometres();
    let miles = LENGTHS
        .into_iter()
        .find(|&miles| columns(miles) >= MIN_BAR)?;
    let length = columns(miles).round();
    if length > f64::from(raster.size.width) / 3.0 {
        return None;
    }
    let inner = usize::from(super::projection::bounded(length - 2.0, raster.size.width));
    let unit = if miles == 1 { "mile" } else { "miles" };
    let text = format!("├{}┤ {miles} {unit}", "─".repeat(inner));
    let width = u16::try_from(text_width(&text)).ok()?;
    let right = raster.size.width.checked_sub(width + CLEARANCE)?;
    let bottom = raster.size.height.checked_sub(1)?;
    let places = (0..BAR_ROWS.min(raster.size.height))
        .flat_map(|up| (0..=right / 3).map(move |left| Position::new(right - left, bottom - up)));
    let lines = places.map(|at| LabelLine {
        at,
        text: text.clone(),
        width,
    });
    let free: Vec<_> = lines
        .filter(|line| is_free(raster, taken, line, 1))
        .collect();
    let in_sea = free
        .iter()
        .position(|line| has_ground(raster, line, 1, MapGround::Sea));
    let in_sea_or_first = in_sea.or((!free.is_empty()).then_some(0))?;
    free.into_iter().nth(in_sea_or_first)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::tui::map_shapes::countries;
    use crate::tui::views::map::projection::ENGLAND;

    fn england(width: u16, height: u16) -> (Projection, Raster) {
        let size = Size::new(width, height);
        let projection = Projection::new(size, ENGLAND, f64::from(width) * 0.28);
        (projection, Raster::new(&projection, countries(), &[]))
    }

    fn texts(extras: &MapExtras) -> Vec<&str> {
        let names = extras.names.iter().map(|line| line.text.as_str());
        names
            .chain(extras.scale_bar.iter().map(|line| line.text.as_str()))
            .collect()
    }

    #[test]
    fn seas_and_countries_are_named_on_their_ground() {
        let (projection, raster) = england(80, 36);
        let extras = extras(&projection, &raster, &[]);
        assert_eq!(
            texts(&extras),
            [
                "North Sea",
                "Irish Sea",
                "English Channel",
                "Wales",
                "Scotland",
                "├───────┤ 50 miles"
            ]
        );
    }

    #[test]
    fn names_give_way_to_labels_and_small_maps() {
        let (projection, raster) = england(80, 36);
        let right = Rect::new(40, 0, 40, 20);
        assert!(!texts(&extras(&projection, &raster, &[right])).contains(&"North Sea"));
        let all = Rect::new(0, 0, 80, 36);
        assert!(texts(&extras(&projection, &raster, &[all])).is_empty());
        let (projection, raster) = england(20, 4);
        assert!(texts(&extras(&projection, &raster, &[])).len() < 3);
    }

    #[test]
    fn the_scale_bar_has_its_length() {
        for (width, height, expected) in [
            (49, 20, "├────────┤ 100 miles"),
            (109, 46, "├─────────┤ 50 miles"),
            (60, 13, "├────┤ 100 miles"),
        ] {
            let (projection, raster) = england(width, height);
            let bar = extras(&projection, &raster, &[]).scale_bar;
            assert_eq!(bar.expect("it has a place").text, expected);
        }
    }
}
