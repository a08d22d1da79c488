//! The drawn map: cells, marks and labels. It depends on sizes and the dataset only, so that it is made once and kept.

use ratatui::layout::{Position, Rect, Size};

use super::{
    extras::{MapExtras, extras},
    label_candidates::{LabelCandidate, LabelGround, LabelLine},
    label_placement::choose,
    label_text::LabelText,
    marks::{AreaMark, MarkedArea, marks},
    projection::Projection,
    raster::Raster,
};
use crate::tui::map_shapes::countries;

/// The land and the marks of a map.
#[derive(Debug, Clone)]
pub(super) struct MapSurface {
    pub(super) projection: Projection,
    pub(super) raster: Raster,
    /// The mark of each area.
    pub(super) marks: Vec<AreaMark>,
}

impl MapSurface {
    /// Returns the map of some areas, with or without the land around them.
    pub(super) fn new(projection: Projection, areas: &[MarkedArea], has_land: bool) -> Self {
        let (marks, shapes) = marks(&projection, areas);
        let countries = if has_land { countries() } else { &[] };
        Self {
            projection,
            raster: Raster::new(&projection, countries, &shapes),
            marks,
        }
    }

    pub(super) fn size(&self) -> Size {
        self.raster.size
    }

    /// Returns true if at least one area is on the map.
    pub(super) fn has_marks(&self) -> bool {
        self.marks.iter().any(|mark| *mark != AreaMark::Outside)
    }
}

/// The labels of a map, and what has a place beside them.
#[derive(Debug, Clone)]
pub(super) struct MapLabels {
    /// The lines of each area's label; none if it has no place.
    pub(super) labels: Vec<Vec<LabelLine>>,
    pub(super) extras: MapExtras,
}

impl MapLabels {
    /// Places the labels of all areas.
    pub(super) fn new(surface: &MapSurface, texts: &[LabelText]) -> Self {
        let ground = LabelGround::new(&surface.raster, &surface.marks);
        let mut candidates: Vec<Vec<LabelCandidate>> = (0..)
            .zip(surface.marks.iter().zip(texts))
            .map(|(area, (mark, text))| ground.candidates(area, mark, text))
            .collect();
        let chosen = choose(surface.size(), &candidates);
        let labels: Vec<Vec<LabelLine>> = candidates
            .iter_mut()
            .zip(chosen)
            .map(|(candidates, index)| {
                index.map_or_else(Vec::new, |index| candidates.swap_remove(index).lines)
            })
            .collect();
        let taken = taken(surface, &labels);
        Self {
            extras: extras(&surface.projection, &surface.raster, &taken),
            labels,
        }
    }
}

/// Returns the parts of the map that labels and marks have taken.
fn taken(surface: &MapSurface, labels: &[Vec<LabelLine>]) -> Vec<Rect> {
    let cell = |at: Position, width| Rect::new(at.x, at.y, width, 1);
    let lines = labels
        .iter()
        .flatten()
        .map(|line| cell(line.at, line.width));
    let marks = surface.marks.iter().flat_map(|mark| match mark {
        AreaMark::Point(at) => vec![cell(*at, 1)],
        AreaMark::Shape(rows) => rows
            .iter()
            .map(|row| Rect::new(row.first, row.y, row.last - row.first + 1, 1))
            .collect(),
        AreaMark::Outside => Vec::new(),
    });
    lines.chain(marks).collect()
}
