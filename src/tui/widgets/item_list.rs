//! A list in a pane: rows, the selected item, and arrows where there is more.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    widgets::{StatefulWidget, Widget},
};

use super::{pane_frame::PaneFrame, render_context::RenderState, render_context::put_str};
use crate::{
    text::{elide_end, text_width, wrap},
    tui::{
        layout::{self, cells, inner},
        mouse_targets::MouseTarget,
        styles::{StyleRole, Styles},
        symbols,
    },
};

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListRow {
    /// The text, without the column of the selection marker.
    pub text: String,
    /// The index of the item; none for headings and notes, which cannot be selected.
    pub item: Option<usize>,
    /// The role of the text while it is not selected.
    pub role: StyleRole,
    /// The parts that match the search, as ranges of bytes.
    pub highlights: Vec<Range<usize>>,
}

impl ListRow {
    /// Creates a row of an item.
    #[must_use]
    pub(crate) fn item(item: usize, text: String) -> Self {
        Self {
            item: Some(item),
            ..Self::note(text)
        }
    }

    /// Creates a heading.
    #[must_use]
    pub(crate) fn heading(text: String) -> Self {
        Self {
            role: StyleRole::Heading,
            ..Self::note(text)
        }
    }

    /// Creates a row of text that cannot be selected.
    #[must_use]
    pub(crate) fn note(text: String) -> Self {
        Self {
            text,
            item: None,
            role: StyleRole::Plain,
            highlights: Vec::new(),
        }
    }
}

/// A list in a pane. When focused, it puts the cursor on the first cell of the selected item.
pub(crate) struct ItemList<'a> {
    /// The pane, if it is one of the three.
    pub pane: Option<layout::Pane>,
    /// The title.
    pub title: &'a str,
    /// The text on the right of the title, such as column names.
    pub status: &'a str,
    /// The text shown instead of the status and of the selected item's position, for example `2 of 5 results`.
    pub counter: Option<String>,
    /// The rows; in a long list at least those in the [`visible_window`].
    pub rows: Vec<ListRow>,
    /// The index of the selected item.
    pub selected: usize,
    /// The number of items.
    pub count: usize,
    /// True if the list receives the keys.
    pub focused: bool,
    /// The text shown if there are no rows.
    pub empty: &'a str,
    /// The styles.
    pub styles: Styles,
}

/// Returns the columns that a list has for the text of its rows: without border and selection marker.
#[must_use]
pub(crate) fn row_width(pane: Rect) -> usize {
    usize::from(inner(pane).width).saturating_sub(1)
}

/// Returns the items whose rows may be visible, if each has at least `min_rows` rows. Only these need to be built, however
/// long the list is.
///
/// Like [`scroll_offset`], derived from the selection only: the page that it is on, the previous and the next.
#[must_use]
pub(crate) fn visible_window(
    selected: usize,
    count: usize,
    min_rows: usize,
    pane: Rect,
) -> Range<usize> {
    let height = usize::from(inner(pane).height).div_ceil(min_rows).max(1);
    let first = (selected / height).saturating_sub(1) * height;
    first.min(count)..(first + 3 * height).min(count)
}

/// Returns the first visible row, so that the selected rows are visible with some context.
///
/// Derived from the selection only, and moves in half pages so that most key presses do not repaint the list.
#[must_use]
pub(crate) fn scroll_offset(selected: &Range<usize>, rows: usize, height: usize) -> usize {
    if rows <= height || height == 0 {
        return 0;
    }
    let half = (height / 2).max(1);
    let by_halves = (selected.start / half * half).saturating_sub(half / 2);
    by_halves
        .max(selected.end.saturating_sub(height))
        .min(selected.start)
        .min(rows - height)
}

impl StatefulWidget for ItemList<'_> {
    type State = RenderState;

    fn render(self, area: Rect, buffer: &mut Buffer, state: &mut RenderState) {
        let content = inner(area);
        let height = usize::from(content.height);
        let found = self
            .rows
            .iter()
            .position(|row| row.item == Some(self.selected));
        let start = found.unwrap_or(0);
        let length = self.rows[start.min(self.rows.len())..]
            .iter()
            .take_while(|row| row.item == Some(self.selected))
            .count();
        // The heading above the first item is shown with it.
        let first = if self.selected == 0 { 0 } else { start };
        let top = scroll_offset(&(first..start + length), self.rows.len(), height);
        PaneFrame {
            title: self.title,
            statuses: &self.statuses(top, height),
            focused: self.focused,
            styles: self.styles,
        }
        .render(area, buffer);
        if let Some(pane) = self.pane {
            state.targets.add(area, MouseTarget::Pane(pane));
        }
        if self.rows.is_empty() {
            let columns = row_width(area);
            let style = self.styles.style(StyleRole::Plain);
            for (y, line) in (content.y..content.bottom()).zip(wrap(self.empty, columns)) {
                put_str(buffer, content.x + 1, y, &line, columns, style);
            }
        }
        // The heading of the first visible item stays visible, unless that would hide the selected item or the rest of the first.
        let items_follow = |rows: &[ListRow]| rows.iter().take(2).all(|row| row.item.is_some());
        let heading = self.rows[..top]
            .iter()
            .rfind(|row| row.role == StyleRole::Heading)
            .filter(|_| start > top && items_follow(&self.rows[top..]));
        let visible = heading
            .into_iter()
            .chain(self.rows.iter().skip(top + usize::from(heading.is_some())));
        for (y, row) in (content.y..content.bottom()).zip(visible) {
            let line = Rect {
                y,
                height: 1,
                ..content
            };
            if let Some(item) = row.item {
                let target = self
                    .pane
                    .map_or(MouseTarget::Row(item), |pane| MouseTarget::Item(pane, item));
                state.targets.add(line, target);
            }
            self.render_row(row, line, buffer);
        }
        let y = content.y + cells(start - top.min(start)).min(content.height.saturating_sub(1));
        if found.is_some() {
            buffer[(content.x, y)]
                .set_symbol(symbols::SELECTED)
                .set_style(self.styles.style(self.selected_role()));
        }
        if self.focused {
            state.cursor = Position::new(content.x, y);
        }
    }
}

impl ItemList<'_> {
    fn selected_role(&self) -> StyleRole {
        if self.focused {
            StyleRole::Selected
        } else {
            StyleRole::Emphasis
        }
    }

    /// Returns the texts for the right of the title, the longest first.
    fn statuses(&self, top: usize, height: usize) -> Vec<String> {
        let first = self.rows.iter().find_map(|row| row.item);
        let last = self.rows.iter().rev().find_map(|row| row.item);
        let above = top > 0 || first.is_some_and(|first| first > 0);
        let below =
            top + height < self.rows.len() || last.is_some_and(|last| last + 1 < self.count);
        if let Some(counter) = &self.counter {
            let arrows = symbols::scroll_arrows(above, below);
            return vec![format!("{counter}{arrows}"), arrows.to_string()];
        }
        if !above && !below {
            return vec![self.status.to_string()];
        }
        let arrows = symbols::scroll_arrows(above, below);
        let position = format!("{}/{}{arrows}", self.selected + 1, self.count);
        let status = if self.status.is_empty() {
            position.clone()
        } else {
            format!("{} {position}", self.status)
        };
        vec![status, position, arrows.to_string()]
    }

    fn render_row(&self, row: &ListRow, line: Rect, buffer: &mut Buffer) {
        let columns = usize::from(line.width).saturating_sub(1);
        let role = match row.item {
            Some(item) if item == self.selected => self.selected_role(),
            _ => row.role,
        };
        let style = self.styles.style(role);
        if role == StyleRole::Selected {
            buffer.set_style(line, style);
        }
        let shown = elide_end(&row.text, columns);
        put_str(buffer, line.x + 1, line.y, &shown, columns, style);
        for highlight in &row.highlights {
            // Only what is left after eliding can be highlighted.
            let Some(before) = shown
                .get(..highlight.start)
                .filter(|_| shown.get(highlight.clone()) == row.text.get(highlight.clone()))
            else {
                continue;
            };
            let area = Rect {
                x: line.x + 1 + cells(text_width(before)),
                width: cells(text_width(&row.text[highlight.clone()])),
                ..line
            };
            buffer.set_style(area.intersection(line), self.styles.style(StyleRole::Match));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    fn list(rows: Vec<ListRow>, selected: usize, focused: bool) -> ItemList<'static> {
        ItemList {
            pane: None,
            title: "Areas",
            status: "rank",
            counter: None,
            count: rows.iter().filter(|row| row.item.is_some()).count(),
            rows,
            selected,
            focused,
            empty: "none",
            styles: Styles::default(),
        }
    }

    fn rendered(list: ItemList, area: Rect) -> (Buffer, RenderState) {
        let (mut buffer, mut state) = (Buffer::empty(area), RenderState::default());
        list.render(area, &mut buffer, &mut state);
        (buffer, state)
    }

    fn without_styles(mut buffer: Buffer) -> Buffer {
        buffer.set_style(buffer.area, Style::reset());
        buffer
    }

    #[test]
    fn selected_item_is_marked_and_has_the_cursor_and_a_target() {
        let rows = vec![
            ListRow::heading("North".into()),
            ListRow::item(0, "Blackpool".into()),
            ListRow::item(1, "Bradford".into()),
        ];
        let styles = Styles::default();
        let (buffer, state) = rendered(list(rows, 1, true), Rect::new(0, 0, 20, 5));
        let mut expected = Buffer::with_lines([
            "━ Areas ━━━━━━ rank ",
            " North              ",
            " Blackpool          ",
            "›Bradford           ",
            "                    ",
        ]);
        expected.set_style(Rect::new(0, 0, 20, 1), styles.style(StyleRole::Accent));
        expected.set_style(Rect::new(1, 0, 7, 1), styles.style(StyleRole::AccentBold));
        expected.set_style(Rect::new(1, 1, 5, 1), styles.style(StyleRole::Heading));
        expected.set_style(Rect::new(0, 3, 20, 1), styles.style(StyleRole::Selected));
        assert_eq!(buffer, expected);
        assert_eq!(state.cursor, Position::new(0, 3));
        assert_eq!(
            state.targets.at(Position::new(7, 2)),
            Some(MouseTarget::Row(0))
        );
        assert_eq!(state.targets.at(Position::new(7, 1)), None);
    }

    #[test]
    fn long_list_keeps_the_heading_and_says_that_there_is_more() {
        let rows = [ListRow::heading("North".into())]
            .into_iter()
            .chain((0..9).map(|item| ListRow::item(item, format!("Area {item}"))))
            .collect();
        let (buffer, _) = rendered(list(rows, 5, false), Rect::new(0, 0, 25, 5));
        assert_eq!(
            without_styles(buffer),
            without_styles(Buffer::with_lines([
                "─ Areas ───── rank 6/9↑↓ ",
                " North                   ",
                "›Area 5                  ",
                " Area 6                  ",
                " Area 7                  ",
            ]))
        );
    }

    #[test]
    fn empty_list_says_so() {
        let mut list = list(Vec::new(), 0, true);
        list.empty = "No matches. Press F to clear.";
        let (buffer, state) = rendered(list, Rect::new(0, 0, 20, 3));
        assert_eq!(
            without_styles(buffer),
            without_styles(Buffer::with_lines([
                "━ Areas ━━━━━━ rank ",
                " No matches. Press F",
                " to clear.          ",
            ]))
        );
        assert_eq!(state.cursor, Position::new(0, 1));
    }

    #[test]
    fn matches_are_highlighted_unless_they_are_cut_away() {
        let mut row = ListRow::item(0, "mental health".into());
        row.highlights = vec![0..6, 7..13];
        let (buffer, _) = rendered(list(vec![row], 9, false), Rect::new(0, 0, 12, 2));
        let style = Styles::default().style(StyleRole::Match);
        let highlighted = |x| buffer[(x, 1)].modifier == style.add_modifier;
        assert!((1..7).all(highlighted));
        assert!(!(7..12).any(highlighted));
    }

    #[test]
    fn visible_window_fills_the_screen_around_any_selection() {
        let pane = Rect::new(0, 0, 20, 11);
        let height = usize::from(inner(pane).height);
        for (count, rows) in [0, 1, 9, 30, 31, 1000]
            .into_iter()
            .flat_map(|count| [(count, 1), (count, 3)])
        {
            for selected in 0..count {
                let items = visible_window(selected, count, rows, pane);
                assert!(items.contains(&selected) && items.end <= count);
                assert!(items.start == 0 || (selected - items.start) * rows >= height);
                assert!(items.end == count || (items.end - selected) * rows > height);
            }
        }
    }

    proptest! {
        #[test]
        fn selected_item_is_always_visible(rows in 1_usize..300, start in 0_usize..300, length in 1_usize..4, height in 1_usize..60) {
            let start = start.min(rows - 1);
            let selected = start..(start + length).min(rows);
            let top = scroll_offset(&selected, rows, height);
            prop_assert!(top <= selected.start && selected.start < top + height);
            prop_assert!(selected.len() > height || selected.end <= top + height);
            prop_assert!(rows <= height || top + height <= rows, "no blank rows at the end of a long list");
        }
    }
}
