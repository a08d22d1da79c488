//! The pane below narrow columns: the titles of the selected theme, or the values of the selected fact in full.

use std::borrow::Cow;

use ratatui::{layout::Rect, widgets::Widget};

use super::{CompareView, row::CompareRow};
use crate::{
    dataset::{AreaIndex, FactData, ItemIndex},
    query::{
        compared_facts::ComparedValue, comparison::NO_PRIORITY, describe::name_of,
        ranks::rank_number,
    },
    text::{elide_words, shortened, text_width, word_lines},
    tui::{
        layout::{cells, inner},
        styles::{StyleRole, Styles},
        symbols::shown_text,
        views::ViewScope,
        widgets::{PaneFrame, RenderContext},
    },
};

/// The columns of an area's name, with a margin and a gap.
const NAME: usize = 21;
/// The narrowest pane with names in a column of their own.
const MIN_WIDTH_WITH_NAMES: u16 = 60;
/// The share of the width that names get at most, as a divisor.
const NAME_SHARE: usize = 3;

/// An area and one of its texts.
struct TitleRow {
    name: String,
    number: String,
    text: String,
    role: StyleRole,
    is_selected: bool,
}

impl CompareView {
    /// Returns the number of rows that the pane needs, with its title, to show everything in full, counted up to `most`.
    pub(super) fn title_height(
        &self,
        scope: &ViewScope,
        width: u16,
        most: usize,
        styles: Styles,
    ) -> usize {
        let mut height = 1;
        for row in self.rows_of_selected(scope, width, 0, styles) {
            if height >= most {
                break;
            }
            height += word_lines(&row.text, text_columns(&row, width)).len();
        }
        height
    }

    /// Returns the number of rows of the selected fact or theme.
    fn title_row_count(&self) -> usize {
        match self.selected {
            None => 0,
            Some(CompareRow::Fact(_)) => self.areas.len(),
            Some(CompareRow::Theme(row)) => {
                let priorities = self.themes[row].priorities.iter();
                priorities.map(|some| some.len().max(1)).sum()
            }
        }
    }

    /// Returns the rows of the selected fact or theme, those of the area at index `first` first. They are made one by one: an
    /// area may have more of them than a screen has rows.
    fn rows_of_selected<'a>(
        &'a self,
        scope: &'a ViewScope<'a>,
        width: u16,
        first: usize,
        styles: Styles,
    ) -> impl Iterator<Item = TitleRow> {
        let columns = (first..self.areas.len()).chain(0..first);
        columns.flat_map(move |column| {
            let texts = self.texts(scope, column).enumerate();
            texts.map(move |(index, (number, text, role))| {
                let name = || area_name(scope, self.areas[column], width);
                let text = shown_text(&text, styles.ascii);
                let (name, number, text) = if is_narrow(width) {
                    let blank = if number.is_empty() { "" } else { " " };
                    let text = format!("{}{blank}{number}: {text}", name());
                    (String::new(), String::new(), text)
                } else {
                    let name = if index == 0 { name() } else { String::new() };
                    (name, number, text.into_owned())
                };
                TitleRow {
                    name,
                    number,
                    text,
                    role,
                    is_selected: column == self.column,
                }
            })
        })
    }

    /// Returns the number, text and role of each row of an area.
    fn texts<'a>(
        &'a self,
        scope: &'a ViewScope<'a>,
        column: usize,
    ) -> impl Iterator<Item = (String, Cow<'a, str>, StyleRole)> {
        let fact = match self.selected {
            Some(CompareRow::Fact(row)) => Some(&self.facts[row].values[column]),
            _ => None,
        };
        let fact = fact.map(|value| {
            let text = value_text(scope, value);
            (String::new(), text, StyleRole::Plain)
        });
        let priorities = match self.selected {
            Some(CompareRow::Theme(row)) => Some(&self.themes[row].priorities[column]),
            _ => None,
        };
        let none = priorities.filter(|priorities| priorities.is_empty());
        let none = none.map(|_| (String::new(), NO_PRIORITY.into(), StyleRole::Dim));
        let titles = priorities.into_iter().flatten().map(|&priority| {
            let priority = scope.dataset.priority(priority);
            let title = priority.title.as_str().into();
            (priority.number.to_string(), title, StyleRole::Plain)
        });
        fact.into_iter().chain(none).chain(titles)
    }

    pub(super) fn render_titles(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let title = match self.selected {
            Some(CompareRow::Fact(row)) => {
                let fact = &self.facts[row];
                let full = fact.full_label();
                if PaneFrame::fits(&full, pane) {
                    full
                } else {
                    fact.label.clone()
                }
            }
            Some(CompareRow::Theme(row)) => self.themes[row].theme_name(scope.dataset).to_string(),
            None => return,
        };
        PaneFrame {
            title: &title,
            statuses: &[],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let inside = inner(pane);
        let height = usize::from(inside.height);
        let count = self.title_row_count();
        // Without room for all, the selected area is the one that matters.
        let is_first = count > height && self.column < self.areas.len();
        let first = if is_first { self.column } else { 0 };
        let rows = self.rows_of_selected(scope, pane.width, first, context.styles);
        let mut spare = height.saturating_sub(count);
        let mut y = inside.y;
        for row in rows.take(height) {
            let columns = text_columns(&row, pane.width);
            let lines = word_lines(&row.text, columns);
            let shown = lines.len().min(1 + spare);
            spare -= shown - 1;
            Self::render_title_row(&row, &lines, shown, Rect { y, ..inside }, context);
            y += cells(shown);
        }
    }

    fn render_title_row(
        row: &TitleRow,
        lines: &[std::ops::Range<usize>],
        shown: usize,
        area: Rect,
        context: &mut RenderContext,
    ) {
        let name_columns = name_width(area.width);
        let role = if row.is_selected {
            StyleRole::AccentBold
        } else {
            StyleRole::Plain
        };
        context.put_str(
            area.x + 1,
            area.y,
            &row.name,
            name_columns.saturating_sub(2),
            role,
        );
        let x = area.x + cells(name_columns);
        let end = context.put_str(x, area.y, &row.number, 4, StyleRole::AccentBold);
        let x = if row.number.is_empty() { x } else { end + 1 };
        let columns = text_columns(row, area.width);
        for (index, line) in lines.iter().take(shown).enumerate() {
            let is_cut = index + 1 == shown && shown < lines.len();
            let (range, ellipsis) = if is_cut {
                (shortened(&row.text, line.clone(), columns, "…"), "…")
            } else {
                (line.clone(), "")
            };
            let text = format!("{}{ellipsis}", &row.text[range]);
            context.put_str(x, area.y + cells(index), &text, columns, row.role);
        }
    }
}

/// Returns true if there is no room for names in a column of their own.
fn is_narrow(width: u16) -> bool {
    width < MIN_WIDTH_WITH_NAMES
}

fn name_width(width: u16) -> usize {
    if is_narrow(width) {
        return 1;
    }
    NAME.min(usize::from(width) / NAME_SHARE)
}

fn text_columns(row: &TitleRow, width: u16) -> usize {
    let number = if row.number.is_empty() {
        0
    } else {
        text_width(&row.number) + 1
    };
    usize::from(width)
        .saturating_sub(name_width(width) + number + 1)
        .max(1)
}

/// Returns an area's name as long as there is room for it before the text.
fn area_name(scope: &ViewScope, area: AreaIndex, width: u16) -> String {
    let columns = if is_narrow(width) {
        usize::MAX
    } else {
        name_width(width) - 2
    };
    let name = scope.dataset.area(area).name_within(columns);
    elide_words(name, columns).into_owned()
}

/// Returns the value of a fact in full.
fn value_text<'a>(scope: &'a ViewScope<'a>, value: &'a ComparedValue) -> Cow<'a, str> {
    let ItemIndex::Fact(fact) = value.item else {
        return Cow::Borrowed(&value.words);
    };
    match scope.dataset.fact(fact).body {
        // The title of the pane says the year, and which end is worse.
        FactData::Rank(rank) => {
            let words = format!("{} of {} in the {}", rank_number(rank), rank.of, rank.index);
            Cow::Owned(words)
        }
        _ => name_of(scope.snapshot(), value.item),
    }
}
