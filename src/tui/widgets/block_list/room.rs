//! The distribution of a pane's rows among the items of a list.
//!
//! Nothing is shortened while there is room. If not everything fits, the longest texts lose lines first, one at a time, so
//! that no row stays empty. If that is not enough, the list scrolls by whole items.

use std::collections::VecDeque;

use super::{block_lines::WrappedBlock, item_block::ListGroup};

/// The way in which a list that does not fit is shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Texts are shortened to one line if need be, so that a short list does not scroll.
    Fit,
    /// Texts have at least this number of lines. If that does not fit either, the list scrolls.
    Lines(usize),
    /// As [`Room::Lines`], but the text of the selected item is never shortened: it stands nowhere else.
    Expand(usize),
    /// Texts are never shortened: the list scrolls. Groups are divided by a blank row.
    Full,
}

/// An item of the visible part of a list.
#[derive(Debug, Clone)]
pub(super) struct PlacedItem {
    /// The index of the item.
    pub item: usize,
    /// The item.
    pub block: WrappedBlock,
    /// The most rows of its text.
    pub max_rows: usize,
    /// The level of its notes.
    pub level: usize,
}

impl PlacedItem {
    fn height(&self) -> usize {
        self.block.height(self.max_rows, self.level)
    }

    fn is_shortened(&self) -> bool {
        self.block.text_height(self.level) > self.max_rows
    }
}

/// The visible part of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Placement {
    /// The items from the first visible one.
    pub items: Vec<PlacedItem>,
    /// The number of blank rows between items.
    pub gap: usize,
    /// The number of blank rows between groups.
    pub group_gap: usize,
    /// True if there are more items above or below.
    pub scrolls: bool,
    /// The number of blank columns before the scroll bar.
    pub bar_gap: u16,
}

/// A list to distribute over rows.
pub(super) struct RoomPlan<'a> {
    /// The number of items.
    pub count: usize,
    /// The index of the selected item.
    pub selected: usize,
    /// The number of rows.
    pub height: usize,
    /// The groups; empty if the list has none.
    pub groups: &'a [ListGroup],
    /// The way to shorten.
    pub room: Room,
    /// True if blank rows divide the items where there is room for them.
    pub spaced: bool,
    /// Makes an item.
    pub wrap: &'a dyn Fn(usize) -> WrappedBlock,
}

impl RoomPlan<'_> {
    /// Distributes the rows.
    pub(super) fn place(&self) -> Placement {
        if self.count == 0 || self.height == 0 {
            return Placement::default();
        }
        if self.count + self.heading_rows() <= self.height {
            let items = (0..self.count).map(|item| self.placed(item, usize::MAX));
            if let Some(placement) = self.place_all(items.collect()) {
                return placement;
            }
        }
        self.place_scrolled()
    }

    fn placed(&self, item: usize, max_rows: usize) -> PlacedItem {
        PlacedItem {
            item,
            block: (self.wrap)(item),
            max_rows,
            level: 0,
        }
    }

    /// Returns the rows of all headings without blank rows.
    fn heading_rows(&self) -> usize {
        self.groups.len()
    }

    fn group_gap(&self) -> usize {
        usize::from(self.room == Room::Full)
    }

    /// Returns true if the text of an item is never shortened, though others are.
    fn is_expanded(&self, item: usize) -> bool {
        item == self.selected && matches!(self.room, Room::Expand(_))
    }

    /// Returns the rows of the heading on the first row if an item is the first: none before the first group.
    fn sticky_rows(&self, item: usize) -> usize {
        let is_in_group = self
            .groups
            .first()
            .is_some_and(|group| group.items.start <= item);
        usize::from(is_in_group)
    }

    fn starts_group(&self, item: usize) -> bool {
        self.groups
            .binary_search_by(|group| group.items.start.cmp(&item))
            .is_ok()
    }

    /// Places all items without scrolling; none if they do not fit even when they are shortened.
    fn place_all(&self, mut items: Vec<PlacedItem>) -> Option<Placement> {
        let gaps = self.groups.len().saturating_sub(1) * self.group_gap();
        let fixed = self.heading_rows();
        let total = |items: &[PlacedItem]| items.iter().map(PlacedItem::height).sum::<usize>();
        if total(&items) + fixed > self.height {
            let min_lines = match self.room {
                Room::Fit => 1,
                Room::Lines(lines) | Room::Expand(lines) => lines,
                Room::Full => return None,
            };
            if !self.shorten(&mut items, fixed, min_lines) {
                return None;
            }
            return Some(Placement {
                items,
                ..Placement::default()
            });
        }
        let mut placement = Placement {
            group_gap: if total(&items) + fixed + gaps <= self.height {
                self.group_gap()
            } else {
                0
            },
            items,
            ..Placement::default()
        };
        let fixed = fixed + placement.group_gap * self.groups.len().saturating_sub(1);
        // The notes of the selected item come first, then those of all, then blank rows, then further notes.
        for (level, only_selected, gap) in
            [(1, true, 0), (1, false, 0), (1, false, 1), (2, false, 1)]
        {
            let gap = if self.spaced { gap } else { 0 };
            let level_of = |placed: &PlacedItem| {
                if only_selected && placed.item != self.selected {
                    placed.level
                } else {
                    level
                }
            };
            let heights = placement.items.iter();
            let used: usize = heights
                .map(|placed| placed.block.height(placed.max_rows, level_of(placed)))
                .sum();
            if used + fixed + gap * (self.count - 1) > self.height {
                break;
            }
            for placed in &mut placement.items {
                placed.level = level_of(placed);
            }
            placement.gap = gap;
        }
        Some(placement)
    }

    /// Takes lines from the longest texts until everything fits. Returns false if it does not.
    fn shorten(&self, items: &mut [PlacedItem], fixed: usize, min_lines: usize) -> bool {
        let mut lines: Vec<usize> = items
            .iter()
            .map(|placed| placed.block.text_height(placed.level))
            .collect();
        loop {
            let used: usize = items.iter().map(PlacedItem::height).sum();
            if used + fixed <= self.height {
                return true;
            }
            // The last of the longest, so that the first ones stay whole.
            let longest = (0..items.len())
                .filter(|&index| lines[index] > min_lines)
                .filter(|&index| !self.is_expanded(items[index].item))
                .max_by_key(|&index| lines[index]);
            let Some(longest) = longest else {
                return false;
            };
            lines[longest] -= 1;
            items[longest].max_rows = lines[longest];
        }
    }

    /// Places the items around the selected one.
    fn place_scrolled(&self) -> Placement {
        let max_rows = match self.room {
            Room::Fit => 2,
            Room::Lines(lines) | Room::Expand(lines) => lines,
            Room::Full => usize::MAX,
        };
        let group_gap = self.group_gap();
        let before = |item: usize| {
            if self.starts_group(item) {
                1 + group_gap
            } else {
                0
            }
        };
        // Moves in steps of several items, so that most keys do not repaint the list.
        let typical = match self.room {
            Room::Fit => 1,
            Room::Lines(lines) | Room::Expand(lines) => lines,
            Room::Full => 3,
        };
        let step = (self.height / (2 * typical)).max(1);
        let wanted = (self.selected / step * step).saturating_sub(step / 2);
        let selected_rows = if self.is_expanded(self.selected) {
            usize::MAX
        } else {
            max_rows
        };
        let mut items = VecDeque::from([self.placed(self.selected, selected_rows)]);
        // The rows without the heading on the first row.
        let mut used = items[0].height();
        let prepend = |items: &mut VecDeque<PlacedItem>, used: &mut usize| {
            let top = items[0].item;
            if top == 0 {
                return false;
            }
            let placed = self.placed(top - 1, max_rows);
            let more = placed.height() + before(top);
            let fits = *used + more + self.sticky_rows(top - 1) <= self.height;
            if fits {
                *used += more;
                items.push_front(placed);
            }
            fits
        };
        while items[0].item > wanted && prepend(&mut items, &mut used) {}
        used += self.sticky_rows(items[0].item);
        let mut next = self.selected + 1;
        while next < self.count && used < self.height {
            let placed = self.placed(next, max_rows);
            used += placed.height() + before(next);
            items.push_back(placed);
            next += 1;
        }
        // The last page has no empty rows.
        used -= self.sticky_rows(items[0].item);
        while next == self.count && used < self.height && prepend(&mut items, &mut used) {}
        let mut items = Vec::from(items);
        let spare = self.cut_lonely_heading(&mut items, group_gap);
        hand_out(spare, &mut items);
        Placement {
            items,
            gap: 0,
            group_gap,
            scrolls: true,
            bar_gap: 0,
        }
    }

    /// Removes the items from the first whose heading would be alone on the last row. Returns the number of empty rows.
    fn cut_lonely_heading(&self, items: &mut Vec<PlacedItem>, group_gap: usize) -> usize {
        let mut used = self.sticky_rows(items[0].item);
        for index in 0..items.len() {
            if index > 0 && self.starts_group(items[index].item) {
                if used + group_gap + 2 > self.height {
                    items.truncate(index);
                    break;
                }
                used += group_gap + 1;
            }
            used += items[index].height();
        }
        self.height.saturating_sub(used)
    }
}

/// Gives empty rows back to shortened texts, from the top.
fn hand_out(spare: usize, items: &mut [PlacedItem]) {
    let mut left = spare;
    for placed in items {
        while left > 0 && placed.is_shortened() {
            placed.max_rows += 1;
            left -= 1;
        }
    }
}
