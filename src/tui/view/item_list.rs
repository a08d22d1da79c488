//! A list in a pane: rows, the selected item, and what is hidden above and below.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::{
    pane,
    render_context::{HitTarget, RenderContext},
};
use crate::{
    fit,
    tui::{
        layout::{Pane, inner},
        styles::{self, StyleRole},
    },
};

/// A row on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListRow {
    /// Its text, for the columns right of the marker.
    pub text: String,
    /// The item that it belongs to; none for a heading or a remark.
    pub item: Option<usize>,
    /// What it is where it isn't selected.
    pub role: StyleRole,
    /// Which parts of the text match what was asked for, as bytes.
    pub marks: Vec<Range<usize>>,
}

impl ListRow {
    /// A row of an item.
    #[must_use]
    pub(super) fn item(item: usize, text: String) -> Self {
        Self {
            text,
            item: Some(item),
            role: StyleRole::Plain,
            marks: Vec::new(),
        }
    }

    /// A heading.
    #[must_use]
    pub(super) fn heading(text: String) -> Self {
        Self {
            text,
            item: None,
            role: StyleRole::Heading,
            marks: Vec::new(),
        }
    }

    /// A remark that can't be selected.
    #[must_use]
    pub(super) fn remark(text: String) -> Self {
        Self {
            text,
            item: None,
            role: StyleRole::Plain,
            marks: Vec::new(),
        }
    }
}

/// A list to draw.
pub(super) struct ItemList<'a> {
    /// Where it stands, its title included.
    pub rect: Rect,
    /// The pane that it is, if it is one of the three.
    pub pane: Option<Pane>,
    /// Its title.
    pub title: &'a str,
    /// What stands on the right of the title: the columns' names, say.
    pub remark: &'a str,
    /// The rows; of a long list at least those of the items [`near`] the selected one.
    pub rows: Vec<ListRow>,
    /// The place of the selected item among the items.
    pub selected: usize,
    /// How many items there are.
    pub count: usize,
    /// Whether the list has the keys.
    pub focused: bool,
    /// What stands there if there is no row.
    pub empty: &'a str,
}

/// How many columns a list's rows have for their texts: all of its place but its border and the marker.
#[must_use]
pub(super) fn columns(rect: Rect) -> usize {
    usize::from(inner(rect).width).saturating_sub(1)
}

/// The items whose rows may be on the screen: of a long list only these are made, however many there are. Each has at least
/// so many rows.
///
/// As the top does, they follow from the selection alone: the page that it is in, and those before and after.
#[must_use]
pub(super) fn near(selected: usize, count: usize, rows: usize, rect: Rect) -> Range<usize> {
    let page = usize::from(inner(rect).height).div_ceil(rows).max(1);
    let first = (selected / page).saturating_sub(1) * page;
    first.min(count)..(first + 3 * page).min(count)
}

/// The first row to show, so that the selected rows are seen with some of what is around them.
///
/// It follows from the selection alone, and moves by half a page: a key repaints the list only now and then.
#[must_use]
pub(super) fn top(selected: &Range<usize>, rows: usize, height: usize) -> usize {
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

impl ItemList<'_> {
    /// Draws the list; where it has the keys, the cursor stands on the first cell of the selected item.
    pub(super) fn render(self, context: &mut RenderContext) {
        let content = inner(self.rect);
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
        // A heading just above the first item is shown with it.
        let first = if self.selected == 0 { 0 } else { start };
        let top = top(&(first..start + length), self.rows.len(), height);
        let first = self.rows.iter().find_map(|row| row.item);
        let last = self.rows.iter().rev().find_map(|row| row.item);
        let above = top > 0 || first.is_some_and(|first| first > 0);
        let below =
            top + height < self.rows.len() || last.is_some_and(|last| last + 1 < self.count);
        let mut remarks = vec![self.remark.to_string()];
        if above || below {
            let arrows = pane::arrows(above, below);
            let position = format!("{}/{}{arrows}", self.selected + 1, self.count);
            remarks = vec![
                format!("{} {position}", self.remark)
                    .trim_start()
                    .to_string(),
                position,
                arrows,
            ];
        }
        pane::render(self.rect, self.title, &remarks, self.focused, context);
        if let Some(pane) = self.pane {
            context.register_hit(self.rect, HitTarget::Pane(pane));
        }
        if self.rows.is_empty() {
            context.put_str(
                content.x + 1,
                content.y,
                &fit::elide_end(self.empty, columns(self.rect)),
                columns(self.rect),
                StyleRole::Plain,
            );
        }
        // The heading of what is at the top stays in sight, unless the selected item needs the row, or nothing of it would be left.
        let items_follow = |rows: &[ListRow]| rows.iter().take(2).all(|row| row.item.is_some());
        let heading = self.rows[..top]
            .iter()
            .rfind(|row| row.role == StyleRole::Heading);
        let heading = heading.filter(|_| start > top && items_follow(&self.rows[top..]));
        let shown = heading
            .into_iter()
            .chain(self.rows.iter().skip(top + usize::from(heading.is_some())));
        for (y, row) in (content.y..content.bottom()).zip(shown) {
            let line = Rect {
                y,
                height: 1,
                ..content
            };
            if let Some(item) = row.item {
                context.register_hit(
                    line,
                    self.pane
                        .map_or(HitTarget::Row(item), |pane| HitTarget::Item(pane, item)),
                );
            }
            let role = match row.item {
                Some(item) if item == self.selected && self.focused => StyleRole::Selected,
                Some(item) if item == self.selected => StyleRole::Emphasis,
                _ => row.role,
            };
            render_row(row, line, role, context);
        }
        let y = content.y
            + u16::try_from(start - top.min(start))
                .unwrap_or(0)
                .min(content.height.saturating_sub(1));
        if found.is_some() {
            let role = if self.focused {
                StyleRole::Selected
            } else {
                StyleRole::Emphasis
            };
            context.put_symbol(content.x, y, styles::SELECTED, role);
        }
        if self.focused {
            context.cursor = Position::new(content.x, y);
        }
    }
}

fn render_row(row: &ListRow, line: Rect, role: StyleRole, context: &mut RenderContext) {
    let columns = usize::from(line.width).saturating_sub(1);
    if role == StyleRole::Selected {
        context.set_style(line, role);
    }
    let shown = fit::elide_end(&row.text, columns);
    context.put_str(line.x + 1, line.y, &shown, columns, role);
    for mark in &row.marks {
        // What was cut away can't be marked.
        let Some(before) = shown
            .get(..mark.start)
            .filter(|_| shown.get(mark.clone()) == row.text.get(mark.clone()))
        else {
            continue;
        };
        let width = |text: &str| u16::try_from(fit::text_width(text)).unwrap_or(0);
        let rect = Rect {
            x: line.x + 1 + width(before),
            width: width(&row.text[mark.clone()]),
            ..line
        };
        context.set_style(rect.intersection(line), StyleRole::Match);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_near_fills_the_screen_wherever_the_selected_item_is() {
        let rect = Rect::new(0, 0, 20, 11);
        let height = usize::from(inner(rect).height);
        for (count, rows) in [0, 1, 9, 30, 31, 1000]
            .into_iter()
            .flat_map(|count| [(count, 1), (count, 3)])
        {
            for selected in 0..count {
                let items = near(selected, count, rows, rect);
                assert!(items.contains(&selected) && items.end <= count);
                assert!(items.start == 0 || (selected - items.start) * rows >= height);
                assert!(items.end == count || (items.end - selected) * rows > height);
            }
        }
    }

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
