//! The list of publications.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{SourcesView, order::SourceOrder};
use crate::{
    dataset::{ItemIndex, SourceIndex, SourceType},
    query::describe::counted,
    text::{first_word_lines, text_width},
    tui::{
        styles::{StyleRole, Styles},
        views::ViewScope,
        widgets::{
            AsidePlace, BlockList, BlockNote, ItemBlock, ListGroup, PLAIN_INDENT, RenderContext,
            Room, TextPiece,
        },
    },
};

/// The columns of a bar.
const BAR: usize = 5;
/// The columns of a type, with a gap.
const TYPE: usize = 11;
/// The columns of a day and month, and of a date with its year, each with a gap.
const DAY: usize = 8;
const DATE: usize = 13;
/// The narrowest lists with a bar, with the type, and with the date of a publication.
const MIN_WIDTH_WITH_BAR: u16 = 70;
const MIN_WIDTH_WITH_TYPE: u16 = 60;
const MIN_WIDTH_WITH_DATE: u16 = 36;
/// The most lines of a title, which mostly has the publisher after it.
const MAX_LINES: usize = 2;

/// The message while it is not known yet which publications match the filter.
const COUNTING: &str = "Looking for what cites each publication.";

/// The columns of a list of publications.
struct SourceColumns {
    date: usize,
    has_year: bool,
    source_type: usize,
    bar: usize,
    count: usize,
    text: usize,
}

impl SourceColumns {
    fn new(width: u16, order: SourceOrder, most_cited: usize) -> Self {
        let has_year = order == SourceOrder::Citations;
        let date = match width {
            _ if width < MIN_WIDTH_WITH_DATE => 0,
            _ if has_year => DATE,
            _ => DAY,
        };
        let source_type = if width < MIN_WIDTH_WITH_TYPE { 0 } else { TYPE };
        let bar = if width < MIN_WIDTH_WITH_BAR {
            0
        } else {
            BAR + 1
        };
        let count = most_cited.to_string().len();
        let sign = usize::from(PLAIN_INDENT) + date + source_type;
        // A gap is before what stands at the right; another one and the scroll bar are after it.
        let text = usize::from(width).saturating_sub(sign + 1 + bar + count + 2);
        Self {
            date,
            has_year,
            source_type,
            bar,
            count,
            text,
        }
    }

    fn indent(&self) -> u16 {
        PLAIN_INDENT + crate::tui::layout::cells(self.date + self.source_type)
    }
}

impl SourcesView {
    pub(super) fn render_publications(
        &self,
        scope: &ViewScope,
        area: Rect,
        context: &mut RenderContext,
    ) {
        let items = self.rows.items();
        let columns = SourceColumns::new(area.width, self.order, self.most_cited);
        let groups = self.years.iter().map(|year| ListGroup {
            items: year.items.clone(),
            heading: year.year.to_string(),
            short_heading: None,
            role: StyleRole::Emphasis,
            status: year.status(self.is_counted()),
        });
        let groups: Vec<ListGroup> = groups.collect();
        let styles = context.styles;
        let item = |index: usize| match items[index] {
            ItemIndex::Source(source) => self.publication(scope, source, &columns, styles),
            _ => ItemBlock::new(String::new()),
        };
        let count = counted(items.len(), "publication", "publications");
        let (title, statuses, empty) = if self.is_counted() {
            (
                format!("Sources · {count}{}", self.order.words()),
                ["facts that cite it", "facts"],
                scope.empty_message("No publications are known."),
            )
        } else {
            (
                format!("Sources · {count} by year"),
                ["counting the facts that cite them", "counting"],
                COUNTING,
            )
        };
        let list = BlockList {
            pane: None,
            title: &title,
            statuses: &statuses.map(String::from),
            count: items.len(),
            selected: self.rows.selected_index(),
            marks_selection: true,
            focused: true,
            groups: &groups,
            item: &item,
            indent: columns.indent(),
            room: Room::Lines(MAX_LINES),
            spaced: false,
            empty,
            styles,
        };
        context.render(list, area);
    }

    fn publication(
        &self,
        scope: &ViewScope,
        index: SourceIndex,
        columns: &SourceColumns,
        styles: Styles,
    ) -> ItemBlock {
        let source = scope.dataset.source(index);
        let whole = format!("{}, {}", source.title, source.publisher);
        let is_short = first_word_lines(&whole, columns.text, MAX_LINES + 1).len() <= MAX_LINES;
        let mut block = ItemBlock::new(if is_short {
            whole
        } else {
            source.title.to_string()
        });
        if is_short {
            block.dim_from = Some(source.title.len());
        } else {
            // On a line of its own, so that it is never cut.
            block.notes = vec![BlockNote::new(
                source.publisher.to_string(),
                StyleRole::Dim,
                0,
            )];
        }
        block.sign = Some((Cow::Owned(sign(scope, index, columns)), StyleRole::Dim));
        if !self.is_counted() {
            return block;
        }
        let count = self.citation_count(index);
        let number = format!("{count:>width$}", width = columns.count);
        let mut aside: Vec<TextPiece> = Vec::new();
        if columns.bar > 0 {
            let bar = bar(count, self.most_cited, styles.ascii);
            let blanks = " ".repeat(columns.bar - text_width(&bar));
            aside.push((Cow::Owned(bar), StyleRole::Bar));
            aside.push((Cow::Owned(blanks), StyleRole::Plain));
        }
        aside.push((Cow::Owned(number), StyleRole::Plain));
        block.aside = aside;
        block.aside_place = AsidePlace::FirstLine;
        block
    }
}

/// Returns the date and the type of a publication in their columns.
fn sign(scope: &ViewScope, index: SourceIndex, columns: &SourceColumns) -> String {
    let source = scope.dataset.source(index);
    let date = match columns.date {
        0 => String::new(),
        width => {
            let date = if columns.has_year {
                source.published.short()
            } else {
                source.published.short_in_year()
            };
            format!("{date:>width$}  ", width = width - 2)
        }
    };
    let source_type = match columns.source_type {
        0 => "",
        _ => source.source_type.map_or("", type_word),
    };
    format!("{date}{source_type}")
}

/// Returns a type in a word, as it is written in a sentence.
#[must_use]
pub(super) fn type_word(source_type: SourceType) -> &'static str {
    match source_type {
        SourceType::Parliament => "Parliament",
        other => other.word(),
    }
}

/// Returns a bar of at most [`BAR`] columns, in eighths of a column. A number above 0 has at least one.
fn bar(count: usize, most: usize, ascii: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if count == 0 || most == 0 {
        return String::new();
    }
    if ascii {
        return "=".repeat((count * BAR).div_ceil(most));
    }
    let eighths = (count * BAR * 8 / most).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_grow_by_eighths_and_show_the_smallest_number() {
        assert_eq!(bar(47, 47, false), "█████");
        assert_eq!(bar(1, 47, false), "▏");
        assert_eq!(bar(9, 47, false), "▉");
        assert_eq!(bar(0, 47, false), "");
        assert_eq!([bar(1, 47, true), bar(47, 47, true)], ["=", "====="]);
        for count in 0..100 {
            assert!(text_width(&bar(count, 99, false)) <= BAR);
            assert!(bar(count, 99, true).len() <= BAR);
        }
    }
}
