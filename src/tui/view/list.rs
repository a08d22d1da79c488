//! A list in a pane: rows, the selected item, and what is hidden above and below.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::pane;
use crate::{
    fit,
    tui::{
        layout::{Pane, Places},
        look,
    },
};

/// A row on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its text, for the columns right of the marker.
    pub text: String,
    /// The item that it belongs to; none for a heading.
    pub item: Option<usize>,
}

/// A list to draw.
pub struct List<'a> {
    /// The pane that it stands in.
    pub pane: Pane,
    /// The pane's title.
    pub title: &'a str,
    /// What stands on the right of the title: the columns' names, say.
    pub remark: &'a str,
    /// The rows.
    pub rows: Vec<Row>,
    /// The place of the selected item among the items.
    pub selected: usize,
    /// How many items there are.
    pub count: usize,
    /// Whether the list has the keys.
    pub focused: bool,
    /// What stands there if there is no item.
    pub empty: &'a str,
}

/// How many columns of a list's content its rows' texts have: all but the marker's.
#[must_use]
pub fn columns(places: &Places, pane: Pane) -> usize {
    usize::from(places.content(pane).width).saturating_sub(1)
}

/// The first row to show, so that the selected rows are seen with some of what is around them.
///
/// It follows from the selection alone, and moves by half a page: a key repaints the list only now and then.
#[must_use]
pub fn top(selected: &Range<usize>, rows: usize, height: usize) -> usize {
    if rows <= height || height == 0 {
        return 0;
    }
    let half = (height / 2).max(1);
    let by_halves = (selected.start / half * half).saturating_sub(half / 2);
    by_halves.max(selected.end.saturating_sub(height)).min(selected.start).min(rows - height)
}

impl List<'_> {
    /// Draws the list. Gives the first cell of the selected item.
    pub fn draw(self, places: &Places, buffer: &mut Buffer) -> Position {
        let content = places.content(self.pane);
        let height = usize::from(content.height);
        let start = self.rows.iter().position(|row| row.item == Some(self.selected)).unwrap_or(0);
        let length = self.rows[start.min(self.rows.len())..].iter().take_while(|row| row.item == Some(self.selected)).count();
        // A heading just above the first item is shown with it.
        let first = if self.selected == 0 { 0 } else { start };
        let top = top(&(first..start + length), self.rows.len(), height);
        let (above, below) = (top > 0, top + height < self.rows.len());
        let mut remarks = vec![self.remark.to_string()];
        if above || below {
            let arrows = pane::arrows(above, below);
            let position = format!("{}/{}{arrows}", self.selected + 1, self.count);
            remarks = vec![format!("{} {position}", self.remark).trim_start().to_string(), position, arrows];
        }
        pane::draw(places.pane(self.pane), self.title, &remarks, self.focused, buffer);
        if self.count == 0 {
            draw_row(self.empty, content, 0, look::PLAIN, buffer);
        }
        for (y, row) in (0..content.height).zip(self.rows.iter().skip(top)) {
            let style = match row.item {
                None => look::STRONG,
                Some(item) if item == self.selected && self.focused => look::SELECTED,
                Some(item) if item == self.selected => look::STRONG,
                Some(_) => look::PLAIN,
            };
            draw_row(&row.text, content, y, style, buffer);
        }
        let y = content.y + u16::try_from(start - top.min(start)).unwrap_or(0).min(content.height.saturating_sub(1));
        if self.count > 0 {
            buffer[(content.x, y)].set_symbol(look::MARKER);
        }
        Position::new(content.x, y)
    }
}

fn draw_row(text: &str, content: Rect, y: u16, style: ratatui::style::Style, buffer: &mut Buffer) {
    let columns = usize::from(content.width).saturating_sub(1);
    let y = content.y + y;
    buffer.set_stringn(content.x + 1, y, fit::cut(text, columns), columns, style);
    if style == look::SELECTED {
        buffer.set_style(Rect { x: content.x, y, width: content.width, height: 1 }, style);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_selected_item_is_always_in_sight(rows in 1_usize..300, start in 0_usize..300, length in 1_usize..4, height in 1_usize..60) {
            let start = start.min(rows - 1);
            let selected = start..(start + length).min(rows);
            let top = top(&selected, rows, height);
            prop_assert!(top <= selected.start && selected.start < top + height);
            prop_assert!(selected.len() > height || selected.end <= top + height);
            prop_assert!(rows <= height || top + height <= rows, "no blank rows at the end of a long list");
        }
    }
}
