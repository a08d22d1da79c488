//! A list in a pane, whose items have as many lines as they need.

mod block_lines;
mod item_block;
#[cfg(test)]
mod line_tests;
mod room;
#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    widgets::{StatefulWidget, Widget},
};

use block_lines::{BlockLine, WrappedBlock};
pub(crate) use item_block::{AsidePlace, BlockNote, ItemBlock, ListGroup, TextPiece};
pub(crate) use room::Room;
use room::{PlacedItem, Placement, RoomPlan};

use super::{
    pane_frame::PaneFrame,
    render_context::{RenderState, put_message, put_str},
    scroll_bar::render_scroll_bar,
};
use crate::{
    text::{text_width, word_lines},
    tui::{
        layout::{Pane, cells, inner},
        mouse_targets::MouseTarget,
        styles::{StyleRole, Styles},
        symbols::{self, shown_text},
    },
};

/// A list in a pane. When focused, it puts the cursor on the bar of the selected item.
///
/// Only the items that may be visible are made, however long the list is. Which of them are visible follows from the
/// selection alone.
pub(crate) struct BlockList<'a> {
    /// The pane, if it is one of the areas view.
    pub pane: Option<Pane>,
    /// The title.
    pub title: &'a str,
    /// Texts for the right of the title, the preferred one first: the first that fits is shown.
    pub statuses: &'a [String],
    /// The number of items.
    pub count: usize,
    /// The index of the selected item.
    pub selected: usize,
    /// True if the selected item is marked even without the focus.
    pub marks_selection: bool,
    /// True if the list receives the keys.
    pub focused: bool,
    /// The groups of all items in order, if the list has groups.
    pub groups: &'a [ListGroup],
    /// Makes an item.
    pub item: &'a dyn Fn(usize) -> ItemBlock,
    /// The column at which texts start: 1, or 3 after signs.
    pub indent: u16,
    /// The way to shorten texts if not all fit.
    pub room: Room,
    /// True if blank rows divide the items where there is room for them.
    pub spaced: bool,
    /// The text shown if there are no items.
    pub empty: &'a str,
    /// The styles.
    pub styles: Styles,
}

/// The column of texts without signs, after that of the bar.
pub(crate) const PLAIN_INDENT: u16 = 1;
/// The narrowest list with a gap before its scroll bar, whether it scrolls or not, so that its texts stay where they are.
const MIN_WIDTH_WITH_GAP: u16 = 30;
/// The narrowest list with a gap while it scrolls.
const MIN_SCROLLING_WIDTH_WITH_GAP: u16 = 20;
/// The column of labels between signs and texts.
const LABEL_COLUMN: u16 = 4;
/// The column of texts with signs.
pub(crate) const SIGN_INDENT: u16 = 3;

impl StatefulWidget for BlockList<'_> {
    type State = RenderState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut RenderState) {
        self.render_pane(area, buffer, state);
    }
}

impl BlockList<'_> {
    /// Renders the title and the rows. Returns the rows that stay free below all items, as [`Self::render_rows`].
    pub(crate) fn render_pane(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        state: &mut RenderState,
    ) -> u16 {
        PaneFrame {
            title: self.title,
            statuses: self.statuses,
            focused: self.focused,
            styles: self.styles,
        }
        .render(area, buffer);
        if let Some(pane) = self.pane {
            state.targets.add(area, MouseTarget::Pane(pane));
        }
        self.render_rows(inner(area), buffer, state)
    }

    /// Renders the rows without the title. Returns the rows that stay free below all items: 0 if the list scrolls, and all if
    /// it is empty.
    pub(crate) fn render_rows(
        &self,
        content: Rect,
        buffer: &mut Buffer,
        state: &mut RenderState,
    ) -> u16 {
        if content.is_empty() {
            return 0;
        }
        if self.focused {
            state.cursor = content.as_position();
        }
        if self.count == 0 {
            put_message(buffer, content, self.empty, self.styles);
            return content.height;
        }
        let placement = self.place(content);
        let (visible, end) = self.render_items(&placement, content, buffer, state);
        if !placement.scrolls {
            return content.bottom().saturating_sub(end);
        }
        if visible.len() < self.count {
            render_scroll_bar(visible, self.count, content, self.styles, buffer);
        }
        0
    }

    /// Places the items. Between the texts and the scroll bar is a blank column.
    fn place(&self, content: Rect) -> Placement {
        let with_gap = |bar_gap: u16| Placement {
            bar_gap,
            ..self.place_before(content, bar_gap)
        };
        if self.room != Room::Fit && content.width >= MIN_WIDTH_WITH_GAP {
            return with_gap(1);
        }
        let has_gap = content.width >= MIN_SCROLLING_WIDTH_WITH_GAP;
        let surely_scrolls = self.count + self.groups.len() > usize::from(content.height);
        if has_gap && surely_scrolls {
            return with_gap(1);
        }
        let placement = with_gap(0);
        if placement.scrolls && has_gap {
            with_gap(1)
        } else {
            placement
        }
    }

    fn place_before(&self, content: Rect, bar_gap: u16) -> Placement {
        let columns = usize::from(content.width.saturating_sub(self.indent + 1 + bar_gap));
        let columns = columns.max(1);
        let wrap = |item| WrappedBlock::new((self.item)(item), columns, self.styles);
        RoomPlan {
            count: self.count,
            selected: self.selected.min(self.count.saturating_sub(1)),
            height: usize::from(content.height),
            groups: self.groups,
            room: self.room,
            spaced: self.spaced,
            wrap: &wrap,
        }
        .place()
    }

    /// Renders the visible items. Returns those that are visible in whole, and the row below the last.
    fn render_items(
        &self,
        placement: &Placement,
        content: Rect,
        buffer: &mut Buffer,
        state: &mut RenderState,
    ) -> (Range<usize>, u16) {
        let first = placement.items.first().map_or(0, |placed| placed.item);
        let mut whole = first..first;
        let mut y = content.y;
        let mut group = usize::MAX;
        for (index, placed) in placement.items.iter().enumerate() {
            let of = self.group_of(placed.item);
            let has_heading = of.is_some_and(|of| of != group);
            if index > 0 {
                y += cells(if has_heading {
                    placement.group_gap
                } else {
                    placement.gap
                });
            }
            if let Some(of) = of.filter(|_| has_heading) {
                group = of;
                self.render_heading(&self.groups[of], content, y, placement.bar_gap, buffer);
                y += 1;
            }
            if y >= content.bottom() {
                break;
            }
            let height = self.render_item(placed, content, (y, placement.bar_gap), buffer, state);
            y += height;
            if y <= content.bottom() {
                whole.end = placed.item + 1;
            }
        }
        (whole, y)
    }

    fn group_of(&self, item: usize) -> Option<usize> {
        let after = self
            .groups
            .partition_point(|group| group.items.start <= item);
        after.checked_sub(1)
    }

    fn render_heading(
        &self,
        group: &ListGroup,
        content: Rect,
        y: u16,
        gap: u16,
        buffer: &mut Buffer,
    ) {
        let columns = usize::from(content.width.saturating_sub(2 + gap));
        let status = shown_text(&group.status, self.styles.ascii);
        let status_width = text_width(&status);
        let fits = |heading: &&String| text_width(heading) + 1 + status_width <= columns;
        let short = group.short_heading.as_ref();
        let heading = Some(&group.heading).filter(fits).or(short);
        let heading = heading.unwrap_or(&group.heading);
        let heading = shown_text(heading, self.styles.ascii);
        let has_status = text_width(&heading) + 1 + status_width <= columns;
        let room = columns.saturating_sub(if has_status { status_width + 1 } else { 0 });
        let line = word_lines(&heading, room.max(1))[0].clone();
        let style = self.styles.style(group.role);
        put_str(buffer, content.x + 1, y, &heading[line], room, style);
        if has_status {
            let x = content.right() - 1 - gap - cells(status_width);
            let style = self.styles.style(StyleRole::Dim);
            put_str(buffer, x, y, &status, status_width, style);
        }
    }

    /// Returns the rows for the text of an item that has `left` rows at the most. Where texts are shortened anyway, that of
    /// the last item of a page is shortened more, so that what follows it is whole.
    fn rows_at_fold(&self, placed: &PlacedItem, left: usize) -> usize {
        let max_rows = placed.max_rows;
        if !self.shortens_at_fold() {
            return max_rows;
        }
        let fits = |rows: &usize| placed.block.height(*rows, placed.level) <= left;
        (1..=max_rows).rev().find(fits).unwrap_or(max_rows)
    }

    fn shortens_at_fold(&self) -> bool {
        matches!(self.room, Room::Lines(_))
    }

    /// Renders an item as far as there is room, and returns its height.
    fn render_item(
        &self,
        placed: &PlacedItem,
        content: Rect,
        (y, gap): (u16, u16),
        buffer: &mut Buffer,
        state: &mut RenderState,
    ) -> u16 {
        let is_selected = placed.item == self.selected && (self.focused || self.marks_selection);
        let text_role = match (is_selected, self.focused) {
            (false, _) => None,
            (true, true) => Some(StyleRole::SelectedText),
            (true, false) => Some(StyleRole::PathText),
        };
        let max_rows = self.rows_at_fold(placed, usize::from(content.bottom() - y));
        let mut lines = placed.block.lines(max_rows, placed.level, text_role);
        let height = cells(lines.len());
        let rows = Rect {
            y,
            height: height.min(content.bottom() - y),
            ..content
        };
        if rows.height < height && self.shortens_at_fold() {
            lines[usize::from(rows.height) - 1].elide_last_word(self.styles.ascii);
        }
        let target = match self.pane {
            Some(pane) => MouseTarget::Item(pane, placed.item),
            None => MouseTarget::Row(placed.item),
        };
        state.targets.add(rows, target);
        if is_selected {
            self.fill_row(rows, buffer);
        }
        if let Some((sign, role)) = placed.block.sign() {
            let room = usize::from(self.indent.saturating_sub(1));
            let style = self.styles.style(*role);
            put_str(buffer, content.x + 1, y, sign, room, style);
        }
        if let Some((label, role)) = placed.block.label() {
            let room = usize::from(self.indent.saturating_sub(LABEL_COLUMN));
            let style = self.styles.style(text_role.unwrap_or(*role));
            put_str(buffer, content.x + LABEL_COLUMN, y, label, room, style);
        }
        for (y, line) in (rows.y..rows.bottom()).zip(&lines) {
            self.render_line(line, content, (y, gap), buffer);
        }
        if is_selected {
            self.mark_row(rows, buffer);
            if self.focused {
                state.cursor = Position::new(content.x, y);
            }
        }
        height
    }

    fn render_line(
        &self,
        line: &BlockLine,
        content: Rect,
        (y, gap): (u16, u16),
        buffer: &mut Buffer,
    ) {
        let start = content.x + self.indent;
        let mut x = start;
        for (text, role) in &line.left {
            let room = usize::from(content.right().saturating_sub(x));
            x = put_str(buffer, x, y, text, room, self.styles.style(*role));
        }
        if !line.matches.is_empty() {
            let text: String = line.left.iter().map(|(text, _)| &**text).collect();
            for found in &line.matches {
                let area = Rect {
                    x: start + cells(text_width(&text[..found.start])),
                    y,
                    width: cells(text_width(&text[found.clone()])),
                    height: 1,
                };
                let style = self.styles.style(StyleRole::Match);
                buffer.set_style(area.intersection(content), style);
            }
        }
        let width: usize = line.right.iter().map(|(text, _)| text_width(text)).sum();
        let right = content.right().saturating_sub(1 + gap);
        let mut x = right.saturating_sub(cells(width)).max(content.x);
        for (text, role) in &line.right {
            let room = usize::from(content.right().saturating_sub(x));
            x = put_str(buffer, x, y, text, room, self.styles.style(*role));
        }
    }

    /// Sets the background of the selected item before its text.
    fn fill_row(&self, rows: Rect, buffer: &mut Buffer) {
        let role = if self.focused {
            StyleRole::SelectedRow
        } else {
            StyleRole::PathRow
        };
        if self.styles.has_backgrounds() {
            buffer.set_style(rows, self.styles.style(role));
        }
    }

    /// Draws the bar of the selected item, and reverses its rows where they have no background.
    fn mark_row(&self, rows: Rect, buffer: &mut Buffer) {
        let bar = if self.focused {
            StyleRole::SelectedBar
        } else {
            StyleRole::Thumb
        };
        // In ASCII the bar is an arrow, which would look like several items.
        let count = if self.styles.ascii { 1 } else { rows.height };
        for y in rows.y..rows.y + count.min(rows.height) {
            buffer[(rows.x, y)]
                .set_symbol(symbols::BAR)
                .set_style(self.styles.style(bar));
        }
        if self.focused && !self.styles.has_backgrounds() {
            buffer.set_style(rows, self.styles.style(StyleRole::SelectedRow));
        }
    }
}
