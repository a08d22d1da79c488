//! The page of an area: everything about it, in two columns if there is room, with its sources at the end.

mod page_text;
mod priorities;

use ratatui::{layout::Rect, widgets::Widget};

use page_text::{PageText, plain};

use crate::{
    dataset::{AreaIndex, ItemIndex},
    query::digest::place,
    tui::{
        layout::inner,
        selectable_list::Motion,
        styles::{StyleRole, Styles},
        views::scope::{ViewScope, page},
        widgets::{EntryText, PaneFrame, RenderContext, content_columns},
    },
};

/// The narrowest page with two columns.
const MIN_TWO_COLUMNS: u16 = 110;

/// The page of an area over the panes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AreaPage {
    /// The number of lines that are scrolled out above.
    scroll: usize,
}

/// The columns of a page, with the same scroll position.
struct PageColumns {
    left: EntryText,
    right: Option<EntryText>,
}

impl PageColumns {
    fn new(scope: &ViewScope, area: AreaIndex, content: Rect, styles: Styles) -> Self {
        let mut page = PageText::new(scope.snapshot(), area, styles);
        let is_filtered = !scope.filter.is_empty();
        if content.width < MIN_TWO_COLUMNS {
            let mut left = EntryText::new(content_columns(content.width), styles);
            add_filter(is_filtered, &mut left);
            page.add_overview(&mut left);
            page.add_priorities(&mut left);
            page.add_rest(&mut left);
            page.add_sources(&mut left);
            return Self { left, right: None };
        }
        let half = content.width / 2;
        let mut left = EntryText::new(content_columns(half), styles);
        add_filter(is_filtered, &mut left);
        let mut right = EntryText::new(content_columns(content.width - half - 1), styles);
        page.add_overview(&mut left);
        page.add_rest(&mut left);
        page.add_priorities(&mut right);
        page.add_sources(&mut right);
        Self {
            left,
            right: Some(right),
        }
    }

    /// Returns the number of lines of the longer column.
    fn count(&self) -> usize {
        let right = self.right.as_ref().map_or(0, EntryText::count);
        self.left.count().max(right)
    }
}

/// Adds that the filter does not change the page, if there is a filter.
fn add_filter(is_filtered: bool, text: &mut EntryText) {
    if is_filtered {
        text.entry(
            "Filter",
            &[plain("not used here: this page shows everything")],
        );
    }
}

impl AreaPage {
    /// Moves the text, and keeps the last page full.
    pub(super) fn scroll_by(
        &mut self,
        scope: &ViewScope,
        area: AreaIndex,
        body: Rect,
        motion: Motion,
    ) {
        let content = inner(body);
        let columns = PageColumns::new(scope, area, content, Styles::default());
        let max = columns.count().saturating_sub(usize::from(content.height));
        self.scroll = motion.apply(self.scroll, max + 1);
    }

    /// Returns the lines that a page moves by.
    pub(super) fn page(body: Rect) -> isize {
        page(inner(body).height)
    }

    /// Renders the page, with the cursor on its first line.
    pub(super) fn render(
        self,
        scope: &ViewScope,
        area: AreaIndex,
        body: Rect,
        context: &mut RenderContext,
    ) {
        let styles = context.styles;
        let inside = inner(body);
        let columns = PageColumns::new(scope, area, inside, styles);
        let (height, count) = (usize::from(inside.height), columns.count());
        let last = (self.scroll + height).min(count);
        PaneFrame {
            title: &place(scope.snapshot(), ItemIndex::Area(area)),
            statuses: &[
                format!("lines {}–{last} of {count}", self.scroll + 1),
                format!("{}–{last} of {count}", self.scroll + 1),
            ],
            focused: true,
            styles,
        }
        .render(body, context.buffer);
        let left = Rect {
            width: if columns.right.is_some() {
                inside.width / 2
            } else {
                inside.width
            },
            ..inside
        };
        columns
            .left
            .render(self.scroll, left, styles, context.buffer);
        if let Some(text) = &columns.right {
            for y in inside.top()..inside.bottom() {
                context.put_symbol(left.right(), y, "│", StyleRole::Line);
            }
            let right = Rect {
                x: left.right() + 1,
                width: inside.width - left.width - 1,
                ..inside
            };
            text.render(self.scroll, right, styles, context.buffer);
        }
        context.put_scroll_bar(inside, self.scroll..self.scroll + height, count);
        context.set_cursor(inside.as_position());
    }
}
