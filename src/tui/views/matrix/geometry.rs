//! The parts of the matrix: names, cells, totals, and the pane below.

use ratatui::layout::Rect;

use super::{
    MatrixView,
    name_widths::NameWidths,
    roof::{Roof, min_rows},
};
use crate::{
    dataset::{Area, AreaIndex, Dataset},
    text::{elide_words, text_width, wrap_words},
    tui::{
        layout::{cells, split_rows},
        widgets::scroll_offset,
    },
};

/// The narrowest column of a theme: three columns of colour and a gap.
const MIN_CELL: usize = 4;
/// The widest column under a roof: further apart, its ticks are hard to follow.
const MAX_ROOF_CELL: usize = 7;
/// The widest column under a name that fits it.
const MAX_CELL: usize = 14;
/// The column of the totals.
const TOTAL: usize = 5;
/// The columns beside a name: the bar before it, and the gap after it.
const AROUND_NAME: usize = 2;
/// The rows of the pane below, with its title, that the matrix leaves if it does not fit itself.
const DETAIL: usize = 4;
/// The columns of a corner that has room for the title.
const TITLE_CORNER: u16 = 23;
/// The height from which the title has a row of its own if it does not fit the corner.
const MIN_HEIGHT_WITH_TITLE: usize = 12;
/// The height from which the pane below is shown even if the matrix does not fit.
const MIN_HEIGHT_WITH_DETAIL: usize = 14;

/// The visible part of the matrix, and where it is.
#[derive(Debug, Clone)]
pub(super) struct MatrixGeometry {
    /// The matrix.
    pub grid: Rect,
    /// The pane below, if there is room for it.
    pub detail: Option<Rect>,
    /// The rows of the title, if it is not in the corner of the roof.
    pub title: u16,
    /// The headings of the visible columns.
    pub roof: Roof,
    /// The columns of an area's name.
    pub name_width: usize,
    /// The columns of a theme.
    pub cell: u16,
    /// The index of the first visible theme.
    pub first_column: usize,
    /// The number of visible themes.
    pub columns: usize,
    /// The names of the visible areas, from the first visible one, in the lines that they have.
    pub rows: Vec<Vec<String>>,
    /// The index of the first visible area.
    pub first_row: usize,
    /// True if a row has the number of areas of each theme.
    pub has_total_row: bool,
    /// True if a column has the number of priorities of each area.
    pub has_total_column: bool,
}

impl MatrixGeometry {
    /// Divides an area of the screen. A view without room for a detail, or without any wish for one, has none.
    #[must_use]
    pub(super) fn new(
        view: &MatrixView,
        dataset: &Dataset,
        whole: Rect,
        with_detail: bool,
    ) -> Self {
        let (areas, themes) = (view.areas.items(), view.themes.items());
        let (width, height) = (usize::from(whole.width), usize::from(whole.height));
        let names: Vec<&str> = themes
            .iter()
            .map(|&theme| dataset.theme(theme).short_name())
            .collect();
        let columns = Columns::new(view.name_widths, &names, width);
        let may_have_title = usize::from(height >= MIN_HEIGHT_WITH_TITLE);
        let headings = Headings {
            names: &names,
            selected: view.themes.selected_index(),
            left: columns.names + AROUND_NAME,
            width: whole.width,
            // At least one row is left to an area.
            max_rows: height.saturating_sub(1 + may_have_title).max(1),
            good_rows: height / 3,
        };
        let Arranged {
            cell,
            first_column,
            roof,
        } = headings.best(&columns);
        let shown = roof.headings.len();
        // A corner too narrow for the title, as beside short names of areas.
        let title = may_have_title * usize::from(columns.is_flat || roof.free(0) < TITLE_CORNER);
        let above = usize::from(roof.rows) + title;
        let left = height.saturating_sub(above);
        let needed = areas.len() + 1;
        let detail = !areas.is_empty()
            && (left >= needed + DETAIL - 1 || (with_detail && height >= MIN_HEIGHT_WITH_DETAIL));
        let left = if detail {
            left.saturating_sub(DETAIL).max(1)
        } else {
            left
        };
        let has_total_row = left >= 4;
        let room = left - usize::from(has_total_row).min(left);
        let all = name_lines(dataset, areas, columns.names, room);
        let all_rows: usize = all.iter().map(Vec::len).sum();
        let row = view.areas.selected_index();
        let first_row = scroll_offset(&(row..row + 1), areas.len(), room.max(1));
        let (first_row, rows) = if !all.is_empty() && all_rows <= room {
            (0, all)
        } else {
            let visible = areas.iter().skip(first_row).take(room.max(1));
            let line = |&area: &AreaIndex| {
                vec![elide_words(columns.name(dataset.area(area)), columns.names).into_owned()]
            };
            (first_row, visible.map(line).collect())
        };
        let used: usize = rows.iter().map(Vec::len).sum();
        let grid_height = above + used + usize::from(has_total_row);
        let grid_rows = if areas.is_empty() {
            height
        } else {
            grid_height.min(height)
        };
        let (grid, below) = split_rows(whole, cells(grid_rows));
        Self {
            grid,
            detail: Some(below).filter(|below| detail && below.height >= 2),
            roof,
            name_width: columns.names,
            title: cells(title),
            cell: cells(cell),
            first_column,
            columns: shown,
            rows,
            first_row,
            has_total_row,
            has_total_column: columns.has_total,
        }
    }

    /// Returns the first row of the areas.
    #[must_use]
    pub(super) fn top(&self) -> u16 {
        self.grid.y + self.title + self.roof.rows
    }

    /// Returns the column in which the number of a visible theme ends, counted from the first visible one.
    #[must_use]
    pub(super) fn tick(&self, column: usize) -> u16 {
        let first = cells(self.name_width + AROUND_NAME) + (self.cell - 1) / 2;
        self.grid.x + first + cells(column) * self.cell
    }

    /// Returns the column after the totals of areas.
    #[must_use]
    pub(super) fn total_end(&self) -> u16 {
        self.grid.x + cells(self.name_width + AROUND_NAME + TOTAL) + cells(self.columns) * self.cell
    }

    /// Returns true if there are areas above or below the visible ones.
    #[must_use]
    pub(super) fn scrolls(&self, areas: usize) -> bool {
        self.rows.len() < areas
    }
}

/// The names of themes, and the room for them.
struct Headings<'a> {
    names: &'a [&'a str],
    /// The index of the selected theme, which is always visible.
    selected: usize,
    /// The columns on the left of the first cell.
    left: usize,
    width: u16,
    /// The most rows.
    max_rows: usize,
    /// The rows that long names may have.
    good_rows: usize,
}

/// An arrangement of the headings of the visible themes.
struct Arranged {
    cell: usize,
    first_column: usize,
    roof: Roof,
}

impl Headings<'_> {
    /// Finds an arrangement in which all names are whole. Narrower or fewer columns leave more room beside the last one.
    fn best(&self, columns: &Columns) -> Arranged {
        let most = columns.visible.min(self.max_rows * 2);
        let fewest = (most * 2).div_ceil(3).max(1);
        let mut best = self.arranged(columns.cell, most);
        let narrower = (MIN_CELL..columns.cell).rev().map(|cell| (cell, most));
        let fewer = (fewest..most).rev().map(|visible| (MIN_CELL, visible));
        for (cell, visible) in narrower.chain(fewer) {
            if best.roof.damaged == 0 {
                break;
            }
            let other = self.arranged(cell, visible);
            if other.roof.damaged < best.roof.damaged {
                best = other;
            }
        }
        best
    }

    fn arranged(&self, cell: usize, visible: usize) -> Arranged {
        let selected = self.selected..self.selected + 1;
        let first_column = scroll_offset(&selected, self.names.len(), visible);
        let shown = self.names.iter().copied().skip(first_column).take(visible);
        let shown: Vec<&str> = shown.collect();
        let first_tick = self.left + (cell - 1) / 2;
        let ticks = (0..shown.len()).map(|index| cells(first_tick + index * cell));
        let ticks: Vec<u16> = ticks.collect();
        let rows = self.good_rows.max(min_rows(shown.len())).min(self.max_rows);
        Arranged {
            cell,
            first_column,
            roof: Roof::new(&shown, &ticks, cells(cell), self.width, rows),
        }
    }
}

/// The widths of names and cells.
struct Columns {
    names: usize,
    /// True if every heading fits above its column.
    is_flat: bool,
    is_short: bool,
    cell: usize,
    visible: usize,
    has_total: bool,
}

impl Columns {
    /// Finds the longest names with which all themes fit; of too many themes, as many as fit.
    fn new(areas: NameWidths, headings: &[&str], width: usize) -> Self {
        let count = headings.len().max(1);
        let heading = headings
            .iter()
            .map(|name| text_width(name))
            .max()
            .unwrap_or(0);
        let cells =
            |names: usize, total: usize| width.saturating_sub(AROUND_NAME + names + total) / count;
        let fits = |names, total| cells(names, total) >= MIN_CELL;
        let NameWidths { full, short } = areas;
        let (names, is_short, has_total) = if fits(full, TOTAL) {
            (full, false, true)
        } else if fits(short, TOTAL) {
            (short, true, true)
        } else {
            (
                short.min((width / 2).saturating_sub(AROUND_NAME)),
                true,
                false,
            )
        };
        let room = cells(names, if has_total { TOTAL } else { 0 });
        let cell = if room > heading {
            room.min((heading + 1).max(MAX_ROOF_CELL))
                .min(MAX_CELL.max(heading + 1))
        } else {
            room.clamp(MIN_CELL, MAX_ROOF_CELL)
        };
        let visible = (width.saturating_sub(AROUND_NAME + names) / cell).clamp(1, count);
        Self {
            names,
            is_flat: cell > heading,
            is_short,
            cell,
            visible,
            has_total,
        }
    }

    fn name<'a>(&self, area: &'a Area) -> &'a str {
        if self.is_short {
            area.short_name()
        } else {
            &area.name
        }
    }
}

/// Returns the names of areas, the short ones if the full ones are too wide, wrapped if that fits `room` rows; otherwise
/// nothing.
fn name_lines(
    dataset: &Dataset,
    areas: &[AreaIndex],
    width: usize,
    room: usize,
) -> Vec<Vec<String>> {
    if areas.len() > room {
        return Vec::new();
    }
    let lines =
        |&area: &AreaIndex| wrap_words(dataset.area(area).name_within(width), width, usize::MAX);
    areas.iter().map(lines).collect()
}
