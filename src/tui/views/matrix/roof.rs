//! The headings of the columns: names beside each other, or a roof of names over columns that are narrower.
//!
//! ```text
//!                     Teaching ╮   ╭ Inclusion
//!             Literacy ╮       │   │   ╭ Health
//! Attainment ╮         │       │   │   │   ╭ Evidence
//! ```

use crate::{
    text::{text_width, wrap_words},
    tui::layout::cells,
};

/// The columns between a name and its tick, and between names.
const GAP: u16 = 1;

/// The side of its tick on which a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoofSide {
    /// The name ends at the tick: `Maths ╮`.
    Left,
    /// The name starts at the tick: `╭ Health`.
    Right,
    /// The name is above its column, without a tick.
    Above,
}

/// The heading of a column. Rows and columns count from the upper left corner of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoofHeading {
    /// The lines of the name.
    pub lines: Vec<String>,
    /// The first row.
    pub y: u16,
    /// The column of the tick, which is that of the numbers.
    pub tick: u16,
    /// The side on which the name is.
    pub side: RoofSide,
}

impl RoofHeading {
    /// Returns the column in which a line of the name begins.
    #[must_use]
    pub(super) fn x(&self, line: &str) -> u16 {
        let width = cells(text_width(line));
        match self.side {
            RoofSide::Left => self.tick.saturating_sub(GAP + width),
            RoofSide::Right => self.tick + 1 + GAP,
            RoofSide::Above => self.tick.saturating_sub(width / 2),
        }
    }
}

/// The headings of all visible columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Roof {
    /// The number of rows.
    pub rows: u16,
    /// The headings, from left to right.
    pub headings: Vec<RoofHeading>,
    /// The number of names that are shortened or broken within a word.
    pub damaged: usize,
}

/// Returns the fewest rows that a roof over some columns can have.
#[must_use]
pub(super) fn min_rows(columns: usize) -> usize {
    columns.div_ceil(2)
}

/// Returns the rows of a roof whose left half has the first `split` names.
fn height(lines: &[Vec<String>], split: usize) -> usize {
    let rows = |lines: &[Vec<String>]| lines.iter().map(Vec::len).sum::<usize>();
    rows(&lines[..split]).max(rows(&lines[split..]))
}

/// Returns true if the lines do not have all words of a name.
fn is_damaged(lines: &[String], name: &str) -> bool {
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    !words.eq(name.split_whitespace())
}

impl Roof {
    /// Arranges the names of columns whose numbers are at `ticks`, in a matrix of `width` columns. Each column has `cell`
    /// columns. Names have as many lines as they need if that takes at most `max_rows` rows, otherwise one.
    #[must_use]
    pub(super) fn new(
        names: &[&str],
        ticks: &[u16],
        cell: u16,
        width: u16,
        max_rows: usize,
    ) -> Self {
        let is_narrow = |name: &&str| text_width(name) + usize::from(GAP) <= usize::from(cell);
        if names.iter().all(is_narrow) {
            return Self::flat(names, ticks);
        }
        let room = |index: usize, side| match side {
            // The first column is that of the bar beside a selected row.
            RoofSide::Left => usize::from(ticks[index].saturating_sub(GAP + 1)).max(1),
            _ => usize::from(width.saturating_sub(ticks[index] + 1 + GAP)).max(1),
        };
        let arranged = |split: usize, max_lines: usize| {
            let lines = names.iter().enumerate().map(|(index, name)| {
                let side = if index < split {
                    RoofSide::Left
                } else {
                    RoofSide::Right
                };
                let room = room(index, side);
                // Nearly all names fit, and looking for words takes longer.
                if text_width(name) <= room {
                    vec![(*name).to_string()]
                } else {
                    wrap_words(name, room, max_lines)
                }
            });
            let lines: Vec<Vec<String>> = lines.collect();
            let damaged = lines
                .iter()
                .zip(names)
                .filter(|(lines, name)| is_damaged(lines, name));
            let damaged = damaged.count();
            (lines, damaged)
        };
        let even = min_rows(names.len());
        let (lines, damaged) = arranged(even, usize::MAX);
        if damaged == 0 && height(&lines, even) == even {
            return Self::stack(lines, ticks, even, damaged);
        }
        // Names are whole words if that is possible in any way. The fewest rows are best, then equal halves.
        let ways = (0..=names.len()).flat_map(|split| [(split, usize::MAX), (split, 1)]);
        let best = ways
            .map(|(split, max_lines)| (split, arranged(split, max_lines)))
            .filter(|(split, (lines, _))| height(lines, *split) <= max_rows)
            .min_by_key(|(split, (lines, damaged))| {
                (*damaged, height(lines, *split), split.abs_diff(even))
            });
        let (split, (lines, damaged)) = best.unwrap_or_else(|| (even, arranged(even, 1)));
        Self::stack(lines, ticks, split, damaged)
    }

    fn flat(names: &[&str], ticks: &[u16]) -> Self {
        let heading = |(name, &tick): (&&str, &u16)| RoofHeading {
            lines: vec![(*name).to_string()],
            y: 0,
            tick,
            side: RoofSide::Above,
        };
        Self {
            damaged: 0,
            rows: u16::from(!names.is_empty()),
            headings: names.iter().zip(ticks).map(heading).collect(),
        }
    }

    /// Stacks the names of each half, the outermost at the foot.
    fn stack(lines: Vec<Vec<String>>, ticks: &[u16], split: usize, damaged: usize) -> Self {
        let rows = height(&lines, split);
        let mut left = rows;
        let mut right = rows - lines[split..].iter().map(Vec::len).sum::<usize>();
        let headings = lines
            .into_iter()
            .zip(ticks)
            .enumerate()
            .map(|(index, (lines, &tick))| {
                let (y, side) = if index < split {
                    left -= lines.len();
                    (left, RoofSide::Left)
                } else {
                    right += lines.len();
                    (right - lines.len(), RoofSide::Right)
                };
                RoofHeading {
                    y: cells(y),
                    lines,
                    tick,
                    side,
                }
            });
        let headings = headings.collect();
        Self {
            damaged,
            rows: cells(rows),
            headings,
        }
    }

    /// Returns the columns at the left that a row of the roof leaves free.
    #[must_use]
    pub(super) fn free(&self, row: u16) -> u16 {
        let taken = self.headings.iter().filter_map(|heading| {
            let line = usize::from(row.checked_sub(heading.y)?);
            let x = heading.lines.get(line).map(|line| heading.x(line));
            // Below its name, a column has only its tick.
            Some(x.unwrap_or(heading.tick).min(heading.tick))
        });
        taken.min().unwrap_or(u16::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const THEMES: [&str; 10] = [
        "Early years",
        "Attainment",
        "Literacy",
        "Maths",
        "Teaching",
        "Inclusion",
        "Health",
        "Experiences",
        "Leavers",
        "Evidence",
    ];

    fn ticks(first: u16, cell: u16, count: usize) -> Vec<u16> {
        (0..count)
            .map(|index| first + cell * cells(index))
            .collect()
    }

    /// Draws a roof with its ticks down to the last row.
    fn drawn(roof: &Roof, width: u16) -> Vec<String> {
        let mut rows = vec![vec![' '; usize::from(width)]; usize::from(roof.rows)];
        for heading in &roof.headings {
            for (y, row) in rows.iter_mut().enumerate().skip(usize::from(heading.y)) {
                let mut put = |x: u16, symbol| {
                    let cell = &mut row[usize::from(x)];
                    assert_eq!(*cell, ' ', "{heading:?} covers something");
                    *cell = symbol;
                };
                if heading.side != RoofSide::Above {
                    put(
                        heading.tick,
                        if y == usize::from(heading.y) {
                            '+'
                        } else {
                            '|'
                        },
                    );
                }
                if let Some(line) = heading.lines.get(y - usize::from(heading.y)) {
                    (heading.x(line)..)
                        .zip(line.chars())
                        .for_each(|(x, symbol)| put(x, symbol));
                }
            }
        }
        rows.into_iter()
            .map(|row| row.into_iter().collect::<String>().trim_end().into())
            .collect()
    }

    #[test]
    fn ten_whole_names_fit_over_columns_of_four() {
        let roof = Roof::new(&THEMES, &ticks(34, 4, 10), 4, 80, 9);
        assert_eq!(
            drawn(&roof, 80),
            [
                "                                         Teaching +   + Inclusion",
                "                                        Maths +   |   |   + Health",
                "                                 Literacy +   |   |   |   |   + Experiences",
                "                           Attainment +   |   |   |   |   |   |   + Leavers",
                "                      Early years +   |   |   |   |   |   |   |   |   + Evidence",
            ]
        );
        assert_eq!([0, 4].map(|row| roof.free(row)), [41, 22]);
    }

    #[test]
    fn names_that_fit_their_columns_need_one_row() {
        let roof = Roof::new(&THEMES, &ticks(37, 12, 10), 12, 160, 9);
        assert_eq!(roof.rows, 1);
        assert!(drawn(&roof, 160)[0].contains(" Early years Attainment   Literacy "));
    }

    #[test]
    fn long_names_have_several_lines_if_there_is_room() {
        let names = [
            "Gesundheit und Wohlbefinden im langen Sinne",
            "Maths",
            "Gesundheit und Wohlbefinden",
        ];
        let roof = Roof::new(&names, &ticks(20, 4, 3), 4, 50, 9);
        let shown = drawn(&roof, 50).join("\n");
        for name in names {
            assert!(name.split(' ').all(|word| shown.contains(word)), "{shown}");
        }
        let roof = Roof::new(&names, &ticks(20, 4, 3), 4, 50, 2);
        assert_eq!(roof.rows, 2);
        assert!(drawn(&roof, 50).join("\n").contains('…'));
    }

    proptest! {
        #[test]
        fn names_never_cover_each_other(names in prop::collection::vec("[a-z]{1,12}( [a-z]{1,12}){0,4}", 1..14), first in 8_u16..40, cell in 4_u16..14, spare in 0_u16..30, max_rows in 1_usize..12) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let ticks = ticks(first, cell, names.len());
            let width = ticks[names.len() - 1] + 3 + spare;
            let roof = Roof::new(&names, &ticks, cell, width, max_rows);
            // Names above their columns may be wider than what is beside the outermost ones.
            let rows = drawn(&roof, width + 14);
            prop_assert!(rows.len() <= max_rows.max(min_rows(names.len())));
            for row in 0..roof.rows {
                let free = rows[usize::from(row)].chars().take_while(|symbol| *symbol == ' ').count();
                prop_assert_eq!(usize::from(roof.free(row)), free);
            }
        }
    }
}
