//! The parts of the map view.

use ratatui::layout::{Rect, Size};

use super::projection::ENGLAND;
use crate::tui::layout::{ViewRects, inner, split_columns, split_rows};

/// The least width at which the facts are beside the map.
const BESIDE: u16 = 80;
/// The least width at which the facts get what the map does not need.
const ROOMY: u16 = 100;
/// The columns of the facts, without the line on their left.
const MIN_FACTS: u16 = 30;
const MAX_FACTS: u16 = 90;
/// The columns that labels need beside England.
const LABEL_COLUMNS: u16 = 24;
/// The rows of the facts below a narrow map: a title and two lines.
const FACT_ROWS: u16 = 3;
/// The least height at which a narrow map leaves room for facts, and for a legend.
const MIN_HEIGHT_WITH_FACTS: u16 = 13;
const MIN_HEIGHT_WITH_LEGEND: u16 = 8;

/// The largest map. The shapes have no more detail, and a cell of it takes 48 bytes; around it is sea.
const MAX_CANVAS: Size = Size::new(240, 88);

/// The parts of the map view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapLayout {
    /// The pane of the map, with its title.
    pub(super) pane: Rect,
    /// The cells of the map.
    pub(super) canvas: Rect,
    /// The row of the legend.
    pub(super) legend: Option<Rect>,
    /// The pane with the facts about the selected area, with its title.
    pub(super) facts: Option<Rect>,
    /// True if the facts are beside the map.
    pub(super) is_beside: bool,
}

impl MapLayout {
    /// Divides the view. If it is zoomed, the map has all of it.
    pub(super) fn new(rects: &ViewRects, is_zoomed: bool) -> Self {
        let whole = rects.whole();
        let is_beside = whole.width >= BESIDE;
        let (pane, facts) = if is_zoomed {
            (whole, None)
        } else if is_beside {
            let rows = whole.height.saturating_sub(2);
            let spare = if whole.width < ROOMY {
                MIN_FACTS
            } else {
                let map = ENGLAND.columns(rows).saturating_add(LABEL_COLUMNS);
                whole.width.saturating_sub(map + 1)
            };
            let facts = spare.clamp(MIN_FACTS, MAX_FACTS) + 1;
            let (pane, facts) = split_columns(whole, whole.width - facts);
            (pane, Some(facts))
        } else if whole.height >= MIN_HEIGHT_WITH_FACTS {
            let (pane, facts) = split_rows(whole, whole.height - FACT_ROWS);
            (pane, Some(facts))
        } else {
            (whole, None)
        };
        let inside = inner(pane);
        let legend_rows = u16::from(pane.height >= MIN_HEIGHT_WITH_LEGEND);
        let canvas = Rect {
            width: inside.width.min(MAX_CANVAS.width),
            height: (inside.height - legend_rows).min(MAX_CANVAS.height),
            ..inside
        };
        let legend = (legend_rows > 0).then_some(Rect {
            y: canvas.bottom(),
            height: 1,
            ..inside
        });
        Self {
            pane,
            canvas,
            legend,
            facts,
            is_beside,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: u16, height: u16) -> MapLayout {
        let rects = ViewRects::new(Size::new(width, height), true).expect("it is large enough");
        MapLayout::new(&rects, false)
    }

    #[test]
    fn the_map_and_the_facts_share_the_screen_as_drawn() {
        for (width, height, canvas, facts) in [
            (80, 24, (49, 20), 31),
            (120, 40, (80, 36), 40),
            (200, 50, (109, 46), 91),
            (60, 20, (60, 13), 60),
        ] {
            let layout = layout(width, height);
            assert_eq!(
                (layout.canvas.width, layout.canvas.height),
                canvas,
                "{width}x{height}"
            );
            assert_eq!(layout.facts.expect("there is room").width, facts);
        }
    }

    #[test]
    fn the_map_of_a_huge_screen_is_not_huge() {
        let layout = layout(1000, 1000);
        assert_eq!(layout.canvas.as_size(), MAX_CANVAS);
    }

    #[test]
    fn parts_fill_the_view_in_every_size() {
        for width in 20..260 {
            for height in 5..90 {
                let layout = layout(width, height);
                let area = |rect: Rect| u32::from(rect.width) * u32::from(rect.height);
                let facts = layout.facts.map_or(0, area);
                let whole = u32::from(width) * u32::from(height - 2);
                assert_eq!(area(layout.pane) + facts, whole, "{width}x{height}");
                assert!(layout.canvas.height >= 2 && layout.canvas.width >= 20);
                let map = layout.legend.map_or(0, area) + area(layout.canvas);
                assert_eq!(map, area(inner(layout.pane)), "{width}x{height}");
            }
        }
    }
}
