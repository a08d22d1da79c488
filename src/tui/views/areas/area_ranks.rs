//! The columns beside the names of areas: a bar and the rank of one year.

use crate::{
    dataset::AreaIndex,
    query::{
        outline::AreaRow,
        ranks::{YearRanks, rank_in},
        snapshot::Snapshot,
    },
    text::text_width,
    tui::{styles::StyleRole, widgets::TextPiece},
};

/// The widest bar in columns.
const BAR_COLUMNS: usize = 5;
/// The columns between such a bar and the rank.
const BAR_GAP: usize = 2;
/// The narrowest column of names and ranks in which bars are that wide.
const MIN_BAR_COLUMNS: usize = 30;

/// The ranks of all areas in one year, and what they need beside the names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AreaRanks {
    /// The year and its range; none if no rank is known.
    year: Option<YearRanks>,
    /// The columns of the widest name.
    name_columns: usize,
    /// The columns of the widest rank.
    rank_columns: usize,
}

impl AreaRanks {
    /// Returns the year that areas are compared by.
    pub(super) fn year(&self) -> Option<YearRanks> {
        self.year
    }

    /// Returns the district that has the rank of an area, if the area has several.
    pub(super) fn district<'a>(&self, snapshot: Snapshot<'a>, area: AreaIndex) -> Option<&'a str> {
        let (_, rank) = rank_in(snapshot, area, self.year?.year)?;
        rank.district.as_deref()
    }

    /// Measures the names and the ranks.
    pub(super) fn of(snapshot: Snapshot, rows: &[AreaRow]) -> Self {
        let year = YearRanks::of(snapshot);
        let names = rows.iter();
        let names = names.map(|row| text_width(row.name(snapshot.dataset())));
        Self {
            year,
            name_columns: names.max().unwrap_or(0),
            rank_columns: year.map_or(0, |year| year.worst.to_string().len()),
        }
    }

    /// Returns what the numbers mean, the longest form first.
    pub(super) fn legends(&self) -> Vec<String> {
        let Some(YearRanks { year, worst, .. }) = self.year else {
            return Vec::new();
        };
        vec![
            format!("rank {year}, {worst} is the worst"),
            format!("rank {year}, {worst} worst"),
            format!("rank ’{:02}, {worst} worst", year % 100),
            format!("rank, {worst} worst"),
        ]
    }

    /// Returns the columns that fit: the bar goes first if that keeps the names in one line.
    pub(super) fn fitted(self, columns: usize, ascii: bool) -> FittedRanks {
        let wide = BAR_COLUMNS + BAR_GAP;
        let bar = if columns >= MIN_BAR_COLUMNS {
            wide
        } else if ascii {
            0
        } else {
            2
        };
        let room = columns.saturating_sub(self.name_columns + 1 + self.rank_columns);
        let no_name_breaks = self.name_columns + 1 + self.rank_columns <= columns;
        FittedRanks {
            ranks: self,
            bar_columns: if room < bar && no_name_breaks { 0 } else { bar },
        }
    }
}

/// The columns beside the names at some width.
#[derive(Debug, Clone, Copy)]
pub(super) struct FittedRanks {
    ranks: AreaRanks,
    /// The columns of the bar and of the gap after it; 0 without a bar.
    bar_columns: usize,
}

impl FittedRanks {
    /// Returns the bar and the rank of an area.
    pub(super) fn pieces(self, snapshot: Snapshot, area: AreaIndex) -> Vec<TextPiece> {
        let Some(year) = self.ranks.year else {
            return Vec::new();
        };
        let width = self.ranks.rank_columns;
        let of_year = rank_in(snapshot, area, year.year).map(|(_, rank)| rank.rank);
        let (bar, rank, role) = match (of_year, snapshot.rank(area)) {
            (Some(rank), _) => (self.bar(year.fraction(rank)), Some(rank), StyleRole::Bar),
            // The rank of another year stands beside its year, so that nobody compares the two.
            (None, Some(rank)) => {
                let mark = format!("’{:02}", rank.year % 100);
                (mark, Some(rank.rank), StyleRole::Dim)
            }
            (None, None) => (String::new(), None, StyleRole::Bar),
        };
        let rank = rank.map_or("–".to_string(), |rank| rank.to_string());
        let (rank_pad, bar_width) = (width.saturating_sub(text_width(&rank)), text_width(&bar));
        let mut pieces: Vec<TextPiece> = Vec::new();
        if self.bar_columns > 0 || role == StyleRole::Dim {
            pieces.push((bar.into(), role));
            let gap = self.bar_columns.saturating_sub(bar_width).max(1);
            pieces.push((" ".repeat(gap).into(), StyleRole::Plain));
        }
        pieces.push((
            format!("{}{rank}", " ".repeat(rank_pad)).into(),
            StyleRole::Plain,
        ));
        pieces
    }

    /// Returns a bar for a fraction between 0 and 1.
    fn bar(self, fraction: f64) -> String {
        const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        if self.bar_columns < BAR_COLUMNS {
            let level = steps(fraction, LEVELS.len());
            return LEVELS[level.max(1) - 1].to_string();
        }
        let halves = steps(fraction, 2 * BAR_COLUMNS).max(1);
        let half = if halves % 2 == 1 { "╸" } else { "" };
        format!("{}{half}", "━".repeat(halves / 2))
    }
}

/// Returns a fraction between 0 and 1 in whole steps.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a fraction between 0 and 1, and few steps"
)]
fn steps(fraction: f64, count: usize) -> usize {
    (fraction.clamp(0.0, 1.0) * count as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, PartialDate},
        query::{filter::Filter, outline::area_rows, resolve},
    };

    fn shown(date: Option<&str>, id: &str, columns: usize, ascii: bool) -> String {
        let dataset = Dataset::bundled();
        let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
        let snapshot = Snapshot::as_of(&dataset, date);
        let rows = area_rows(snapshot, &Filter::default());
        let ranks = AreaRanks::of(snapshot, &rows).fitted(columns, ascii);
        let area = resolve::area(&dataset, id).expect("the area exists");
        let pieces = ranks.pieces(snapshot, area);
        pieces.iter().map(|(text, _)| text.as_ref()).collect()
    }

    #[test]
    fn bars_are_longer_for_worse_ranks_and_as_wide_as_there_is_room() {
        assert_eq!(shown(None, "west-somerset", 32, false), "━━━━━  324");
        assert_eq!(shown(None, "hastings", 32, false), "╸      282");
        assert_eq!(shown(None, "west-somerset", 27, false), "█ 324");
        assert_eq!(shown(None, "west-somerset", 27, true), "324");
        // Without bars the longest name fits in one line.
        assert_eq!(shown(None, "west-somerset", 36, false), "324");
        assert_eq!(shown(None, "west-somerset", 60, false), "━━━━━  324");
    }

    #[test]
    fn unknown_ranks_and_ranks_of_other_years_are_marked() {
        assert_eq!(shown(Some("2015"), "oldham", 32, false), "");
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let unknown = dataset
            .areas()
            .find(|(area, _)| rank_in(snapshot, *area, 2016).is_none());
        if let Some((area, _)) = unknown {
            let id = dataset.area(area).id.as_str();
            let shown = shown(None, id, 32, false);
            assert!(shown.ends_with('–') || shown.starts_with('’'), "{shown}");
        }
    }
}
