//! The rows of a list whose items have several lines and stand under headings.

use std::{cell::RefCell, collections::HashMap};

/// An item on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::views) struct ItemRows {
    /// The index of the item.
    pub(in crate::tui::views) item: usize,
    /// The row of its heading, if it is the first visible item of its group.
    pub(in crate::tui::views) heading: Option<usize>,
    /// Its first row.
    pub(in crate::tui::views) row: usize,
    /// The number of its rows.
    pub(in crate::tui::views) lines: usize,
}

/// The questions about the items of a list.
pub(in crate::tui::views) struct ItemRoom<'l> {
    /// The number of items.
    pub(in crate::tui::views) count: usize,
    /// The most lines of an item while not all are in full.
    pub(in crate::tui::views) most: usize,
    /// True if the selected item is always in full.
    pub(in crate::tui::views) selected_in_full: bool,
    /// Returns the lines that an item needs to be in full, at least 1.
    pub(in crate::tui::views) needs: &'l dyn Fn(usize) -> usize,
    /// Returns true if an item is in another group than the one before; none if there are no groups.
    pub(in crate::tui::views) starts_group: Option<&'l dyn Fn(usize) -> bool>,
}

impl ItemRoom<'_> {
    /// Places the items that are visible in a number of rows with one of them selected.
    ///
    /// The first of them has its group's heading, wherever in the group it is. No heading is alone in the last row. The
    /// place depends only on the selection, and moves by half pages, so that most keys do not repaint the list. Rows that
    /// are left go to shortened items, from the top.
    pub(in crate::tui::views) fn place(&self, height: usize, selected: usize) -> Vec<ItemRows> {
        if self.count == 0 || height == 0 {
            return Vec::new();
        }
        // The same items are asked about for every possible first row, and each answer wraps texts.
        let known = RefCell::new(HashMap::new());
        let needs = |item: usize| {
            let mut known = known.borrow_mut();
            *known.entry(item).or_insert_with(|| (self.needs)(item))
        };
        ItemRoom {
            needs: &needs,
            ..*self
        }
        .placed(height, selected)
    }

    fn placed(&self, height: usize, selected: usize) -> Vec<ItemRows> {
        let selected = selected.min(self.count - 1);
        let half = (height / (self.most + 1) / 2).max(1);
        let mut top = (selected / half * half).saturating_sub(half / 2);
        while top < selected && !self.shows(top, height, selected) {
            top += 1;
        }
        // The last page is full.
        while top > 0 && self.fits_to_the_end(top - 1, height, selected) {
            top -= 1;
        }
        let mut placed = self.from(top, height, selected);
        self.expand(&mut placed, height);
        placed
    }

    /// Returns the lines of an item while room is short.
    fn capped(&self, item: usize, selected: usize) -> usize {
        let needs = (self.needs)(item).max(1);
        if item == selected && self.selected_in_full {
            needs
        } else {
            needs.min(self.most)
        }
    }

    fn has_heading(&self, item: usize, top: usize) -> bool {
        let starts_group = self.starts_group;
        starts_group.is_some_and(|starts_group| item == top || starts_group(item))
    }

    /// Returns true if the selected item is whole in a page from `top`.
    fn shows(&self, top: usize, height: usize, selected: usize) -> bool {
        let rows: usize = (top..=selected)
            .map(|item| usize::from(self.has_heading(item, top)) + self.capped(item, selected))
            .sum();
        rows <= height
    }

    fn fits_to_the_end(&self, top: usize, height: usize, selected: usize) -> bool {
        let mut rows = 0;
        for item in top..self.count {
            rows += usize::from(self.has_heading(item, top)) + self.capped(item, selected);
            if rows > height {
                return false;
            }
        }
        true
    }

    /// Places items from `top` until the rows are used. The last may have fewer lines than it should, but not just one.
    fn from(&self, top: usize, height: usize, selected: usize) -> Vec<ItemRows> {
        let (mut placed, mut row) = (Vec::new(), 0);
        for item in top..self.count {
            let heading = self.has_heading(item, top);
            // On a screen of one row, the item is more important.
            let heading = heading && (height > 1 || item != top);
            let start = row + usize::from(heading);
            let wanted = self.capped(item, selected);
            let room = height.saturating_sub(start);
            let least = wanted.min(2);
            if room < least && item != top {
                break;
            }
            let lines = wanted.min(room);
            placed.push(ItemRows {
                item,
                heading: heading.then_some(row),
                row: start,
                lines,
            });
            row = start + lines;
            if row >= height {
                break;
            }
        }
        placed
    }

    /// Gives rows that are left to shortened items, from the top.
    fn expand(&self, placed: &mut [ItemRows], height: usize) {
        let used = placed.last().map_or(0, |last| last.row + last.lines);
        let mut left = height.saturating_sub(used);
        let mut shift = 0;
        for place in placed {
            place.row += shift;
            place.heading = place.heading.map(|row| row + shift);
            let more = (self.needs)(place.item)
                .saturating_sub(place.lines)
                .min(left);
            place.lines += more;
            (shift, left) = (shift + more, left - more);
        }
    }
}

/// Shares `height` lines among parts that want some, of which the first `facts` are facts and the others sources. While they
/// do not fit, the last sources go; then the longest facts give up lines, and then the last facts go.
pub(in crate::tui::views) fn share(wanted: &[usize], facts: usize, height: usize) -> Vec<usize> {
    let mut given = wanted.to_vec();
    let total = |given: &[usize]| given.iter().sum::<usize>();
    for source in (facts..given.len()).rev() {
        if total(&given) > height {
            given[source] = 0;
        }
    }
    while total(&given) > height {
        let longest = (0..given.len()).max_by_key(|&part| given[part]);
        match longest {
            Some(part) if given[part] > 1 => given[part] -= 1,
            _ => match given.iter().rposition(|&lines| lines > 0) {
                Some(last) => given[last] = 0,
                None => break,
            },
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn place(
        needs: &[usize],
        group: usize,
        most: usize,
        height: usize,
        selected: usize,
    ) -> Vec<ItemRows> {
        ItemRoom {
            count: needs.len(),
            most,
            selected_in_full: false,
            needs: &|item| needs[item],
            starts_group: Some(&|item| item.is_multiple_of(group)),
        }
        .place(height, selected)
    }

    #[test]
    fn shortened_items_get_the_rows_that_are_left() {
        let lines = |needs: &[usize], height| {
            let placed = place(needs, 9, 2, height, 0);
            placed.iter().map(|place| place.lines).collect::<Vec<_>>()
        };
        assert_eq!(lines(&[3, 4, 1], 6), [2, 2, 1]);
        assert_eq!(lines(&[3, 4, 1], 7), [3, 2, 1]);
        assert_eq!(lines(&[3, 4, 1], 8), [3, 3, 1]);
        assert_eq!(lines(&[3, 4, 1], 20), [3, 4, 1]);
        assert_eq!(
            lines(&[3, 4, 3], 6),
            [3, 2],
            "one line of the third would not do"
        );
    }

    #[test]
    fn the_longest_parts_give_up_lines_first_and_the_last_go() {
        assert_eq!(share(&[2, 1, 1], 3, 6), [2, 1, 1]);
        assert_eq!(share(&[4, 1, 2], 3, 6), [3, 1, 2]);
        assert_eq!(share(&[4, 1, 2], 3, 4), [2, 1, 1]);
        assert_eq!(share(&[4, 1, 2], 3, 2), [1, 1, 0]);
        assert_eq!(share(&[1], 1, 0), [0]);
    }

    #[test]
    fn sources_go_before_facts_lose_lines() {
        assert_eq!(share(&[2, 1, 1, 1], 2, 4), [2, 1, 1, 0]);
        assert_eq!(share(&[2, 1, 1, 1], 2, 3), [2, 1, 0, 0]);
        assert_eq!(share(&[2, 1, 1, 1], 2, 2), [1, 1, 0, 0]);
    }

    #[test]
    fn a_heading_is_never_alone() {
        let placed = place(&[1, 1, 1, 1], 2, 2, 4, 0);
        assert_eq!(placed.len(), 2, "{placed:?}");
        let placed = place(&[1, 1, 1, 1], 2, 2, 5, 0);
        assert_eq!(placed[2].heading, Some(3));
        let placed = place(&[1, 1, 1, 1], 4, 2, 3, 3);
        assert_eq!((placed[0].heading, placed[0].item), (Some(0), 2));
    }

    #[test]
    fn every_item_is_measured_once() {
        let measured = RefCell::new(Vec::new());
        let needs = |item: usize| {
            measured.borrow_mut().push(item);
            3
        };
        let room = ItemRoom {
            count: 50,
            most: 2,
            selected_in_full: true,
            needs: &needs,
            starts_group: None,
        };
        for selected in [0, 20, 49] {
            measured.borrow_mut().clear();
            let _ = room.place(20, selected);
            let mut items = measured.borrow().clone();
            items.sort_unstable();
            assert!(items.is_sorted_by(|a, b| a < b), "{selected}: {items:?}");
        }
    }

    proptest! {
        #[test]
        fn the_selected_item_is_visible_and_no_row_is_wasted(
            needs in prop::collection::vec(1_usize..6, 1..60),
            selected in 0_usize..60, group in 1_usize..9, most in 1_usize..4, height in 1_usize..30, in_full: bool,
        ) {
            let selected = selected.min(needs.len() - 1);
            let room = ItemRoom {
                count: needs.len(),
                most,
                selected_in_full: in_full,
                needs: &|item| needs[item],
                starts_group: Some(&|item| item.is_multiple_of(group)),
            };
            let placed = room.place(height, selected);
            let mut row = 0;
            for (position, place) in placed.iter().enumerate() {
                prop_assert!(place.lines >= 1 && place.lines <= needs[place.item]);
                prop_assert_eq!(place.heading.unwrap_or(place.row), row, "no gap");
                prop_assert_eq!(place.item, placed[0].item + position);
                row = place.row + place.lines;
            }
            prop_assert!(row <= height);
            prop_assert!(placed.iter().any(|place| place.item == selected), "{:?}", placed);
            let shortened = placed.iter().any(|place| place.lines < needs[place.item]);
            prop_assert!(!shortened || row == height, "{:?} leaves rows", placed);
            let last = placed[placed.len() - 1].item;
            prop_assert!(last + 1 == needs.len() || row + 3 > height, "{:?} leaves room for the next", placed);
        }
    }
}
