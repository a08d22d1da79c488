//! The pane below narrow columns: the titles of the selected theme, or the values of the selected fact in full.

use ratatui::{layout::Rect, widgets::Widget};

use super::{CompareView, row::CompareRow};
use crate::{
    dataset::{AreaIndex, FactData, ItemIndex},
    query::{comparison::NO_PRIORITY, describe::name_of, ranks::rank_number},
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
    /// Returns the number of rows that the pane needs, with its title, to show everything in full.
    pub(super) fn title_rows(&self, scope: &ViewScope, width: u16, styles: Styles) -> usize {
        let rows = self.rows_of_selected(scope, width, styles);
        let lines = rows
            .iter()
            .map(|row| word_lines(&row.text, text_columns(row, width)).len());
        1 + lines.sum::<usize>()
    }

    fn rows_of_selected(&self, scope: &ViewScope, width: u16, styles: Styles) -> Vec<TitleRow> {
        let Some(selected) = self.selected else {
            return Vec::new();
        };
        let dataset = scope.dataset;
        let name_width = if is_narrow(width) {
            usize::MAX
        } else {
            name_width(width) - 2
        };
        let mut rows = Vec::new();
        for (column, &area) in self.areas.iter().enumerate() {
            let mut name = area_name(scope, area, name_width);
            let is_selected = column == self.column;
            let mut add = |number: String, text: String, role| {
                let text = shown_text(&text, styles.ascii);
                let row = if is_narrow(width) {
                    let blank = if number.is_empty() { "" } else { " " };
                    TitleRow {
                        name: String::new(),
                        number: String::new(),
                        text: format!("{name}{blank}{number}: {text}"),
                        role,
                        is_selected,
                    }
                } else {
                    TitleRow {
                        name: std::mem::take(&mut name),
                        number,
                        text: text.into_owned(),
                        role,
                        is_selected,
                    }
                };
                rows.push(row);
            };
            match selected {
                CompareRow::Fact(row) => {
                    let value = &self.facts[row].values[column];
                    let text = match value.item {
                        ItemIndex::Fact(fact) => match dataset.fact(fact).body {
                            // The title of the pane says the year, and which end is worse.
                            FactData::Rank(rank) => {
                                format!(
                                    "{} of {} in the {}",
                                    rank_number(rank),
                                    rank.of,
                                    rank.index
                                )
                            }
                            _ => name_of(scope.snapshot(), value.item).into_owned(),
                        },
                        _ => value.words.clone(),
                    };
                    add(String::new(), text, StyleRole::Plain);
                }
                CompareRow::Theme(row) => {
                    let priorities = &self.themes[row].priorities[column];
                    for &priority in priorities {
                        let priority = dataset.priority(priority);
                        add(
                            priority.number.to_string(),
                            priority.title.to_string(),
                            StyleRole::Plain,
                        );
                    }
                    if priorities.is_empty() {
                        add(String::new(), NO_PRIORITY.into(), StyleRole::Dim);
                    }
                }
            }
        }
        rows
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
        let mut rows = self.rows_of_selected(scope, pane.width, context.styles);
        if rows.len() > height {
            // Without room for all, the selected area is the one that matters.
            let selected = rows.iter().position(|row| row.is_selected).unwrap_or(0);
            rows.rotate_left(selected);
        }
        let mut spare = height.saturating_sub(rows.len());
        let mut y = inside.y;
        for row in rows.iter().take(height) {
            let columns = text_columns(row, pane.width);
            let lines = word_lines(&row.text, columns);
            let shown = lines.len().min(1 + spare);
            spare -= shown - 1;
            Self::render_title_row(row, &lines, shown, Rect { y, ..inside }, context);
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

fn area_name(scope: &ViewScope, area: AreaIndex, columns: usize) -> String {
    let name = scope.dataset.area(area).name_within(columns);
    elide_words(name, columns).into_owned()
}
