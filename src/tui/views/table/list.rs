//! The rows of the table.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{
    columns::{TableColumns, TableSpan, sum_text},
    heading::right_or_left,
    view::TableView,
};
use crate::{
    dataset::FactIndex,
    query::{
        fact_group::FactGroup,
        table::{
            PROGRAMME, RowFilter, TableColumn, fact_text, first_publisher, kind_word, source_count,
        },
    },
    text::{elide_words, grouped, text_width, wrap_words},
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        symbols::{kind_mark, shown_text},
        views::{
            filter_line::highlight, found_text::shown_from, room::ItemRoom,
            row_marks::render_selection, scope::ViewScope,
        },
        widgets::{RenderContext, scroll_offset},
    },
};

/// A row of the screen: a fact with its place.
struct PlacedRow {
    index: usize,
    area: Rect,
}

impl TableView {
    /// Renders the title, the filter, the headings and the rows that are visible. The others cost nothing.
    pub(super) fn render_table(
        &self,
        scope: &ViewScope,
        pane: Rect,
        has_detail: bool,
        context: &mut RenderContext,
    ) {
        self.render_title(scope, pane, context);
        let line = |number: u16| Rect {
            y: pane.y + number,
            height: 1,
            ..pane
        };
        let has_headings = pane.height > 4;
        let above = 2 + u16::from(has_headings);
        let rows = Rect {
            y: pane.y + above,
            height: pane.height.saturating_sub(above),
            ..pane
        };
        self.set_cursor(rows, context);
        if pane.height > 1 {
            self.words.render(line(1), context);
        }
        if self.facts().is_empty() {
            self.render_empty(scope, rows, context);
            return;
        }
        let columns = TableColumns::new(pane.width, &self.rows, context.styles.ascii);
        if has_headings {
            self.render_headings(&columns, line(2), context);
        }
        let filter = self.words.row_filter();
        let placed = self.place(scope, &columns, rows, has_detail);
        let mut above = None;
        for row in &placed {
            let fact = self.facts()[row.index];
            let same_area = above == Some(fact.owner.area());
            above = Some(fact.owner.area());
            render_row(scope, &columns, fact, same_area, &filter, row.area, context);
            context.add_target(row.area, MouseTarget::Row(row.index));
            if row.index == self.selected {
                render_selection(row.area, context);
                if !self.words.is_typing() {
                    context.set_cursor(row.area.as_position());
                }
            }
        }
        let first = placed.first().map_or(0, |row| row.index);
        let visible = first..first + placed.len();
        context.put_scroll_bar(rows, visible, self.facts().len());
    }

    /// Places the visible rows: one line each, so that a million rows are as fast as a few; if they all fit, the rows of the
    /// screen that are left go to long texts. Without a detail, the selected row has all of its lines.
    fn place(
        &self,
        scope: &ViewScope,
        columns: &TableColumns,
        rows: Rect,
        has_detail: bool,
    ) -> Vec<PlacedRow> {
        let (count, height) = (self.facts().len(), usize::from(rows.height));
        let needs = |index: usize| {
            let fact = self.facts()[index];
            let spans = columns.spans.iter();
            let lines = spans.filter_map(|&span| {
                let text = wrapped_text(scope, columns, span.column, fact)?;
                let width = match span.column {
                    TableColumn::Fact => fact_span(scope, columns, span, fact).width,
                    _ => span.width,
                };
                Some(wrap_words(&shown_text(&text, columns.ascii), width, height).len())
            });
            lines.max().unwrap_or(1)
        };
        if count <= height {
            let placed = ItemRoom {
                count,
                most: 1,
                selected_in_full: !has_detail,
                needs: &needs,
                starts_group: None,
            }
            .place(height, self.selected);
            let placed = placed.into_iter().map(|place| PlacedRow {
                index: place.item,
                area: Rect {
                    y: rows.y + cells(place.row),
                    height: cells(place.lines),
                    ..rows
                },
            });
            return placed.collect();
        }
        let lines = if has_detail {
            1
        } else {
            needs(self.selected).clamp(1, height.max(1))
        };
        let top = scroll_offset(&(self.selected..self.selected + 1), count, height);
        let top = top.max((self.selected + lines).saturating_sub(height));
        let mut y = rows.y;
        let placed = (top..count).map_while(|index| {
            let room = rows.bottom().saturating_sub(y);
            let lines = if index == self.selected {
                cells(lines)
            } else {
                1
            };
            let area = Rect {
                y,
                height: lines.min(room),
                ..rows
            };
            y += area.height;
            (room > 0).then_some(PlacedRow { index, area })
        });
        placed.collect()
    }

    fn render_empty(&self, scope: &ViewScope, rows: Rect, context: &mut RenderContext) {
        let message = if self.pending().is_some() {
            "Reading the facts…"
        } else if !self.query.has_words() {
            scope.empty_message("No facts are known.")
        } else {
            self.words.why_empty()
        };
        context.put_message(rows, message);
    }
}

/// Returns the text of a fact, after the name of its area where that has no column.
fn row_text<'a>(scope: &ViewScope<'a>, columns: &TableColumns, index: FactIndex) -> Cow<'a, str> {
    let text = fact_text(scope.dataset.fact(index));
    if columns.names_in_text {
        Cow::Owned(format!("{}: {text}", area_name(scope, columns, index)))
    } else {
        text
    }
}

/// Returns the name of a fact's area, the short one if the name is too long, or `The programme`.
fn area_name<'a>(scope: &ViewScope<'a>, columns: &TableColumns, index: FactIndex) -> &'a str {
    let Some(area) = index.owner.area() else {
        return PROGRAMME;
    };
    let area = scope.dataset.area(area);
    let mut spans = columns.spans.iter();
    let width = spans.find(|span| span.column == TableColumn::Area);
    let width = width.map_or(0, |span| span.width);
    if columns.is_wide {
        area.name_within(width)
    } else {
        area.short_name()
    }
}

/// Returns the text of a cell that takes more lines if rows of the screen are left.
fn wrapped_text<'a>(
    scope: &ViewScope<'a>,
    columns: &TableColumns,
    column: TableColumn,
    index: FactIndex,
) -> Option<Cow<'a, str>> {
    match column {
        TableColumn::Area => Some(area_name(scope, columns, index).into()),
        TableColumn::Fact => Some(row_text(scope, columns, index)),
        TableColumn::FirstSource => {
            let publisher = first_publisher(scope.snapshot(), index);
            Some(publisher.unwrap_or_default().into())
        }
        _ => None,
    }
}

fn render_row(
    scope: &ViewScope,
    columns: &TableColumns,
    index: FactIndex,
    same_area: bool,
    filter: &RowFilter,
    area: Rect,
    context: &mut RenderContext,
) {
    let snapshot = scope.snapshot();
    let fact = scope.dataset.fact(index);
    for &span in &columns.spans {
        if let Some(text) = wrapped_text(scope, columns, span.column, index) {
            let role = match span.column {
                TableColumn::Area if !same_area => StyleRole::Plain,
                TableColumn::Fact => StyleRole::Plain,
                _ => StyleRole::Dim,
            };
            let mut text = shown_text(&text, context.styles.ascii);
            let mut span = span;
            let height = usize::from(area.height);
            if span.column == TableColumn::Fact {
                span = fact_span(scope, columns, span, index);
                let found = filter.highlights(&text).first().map(|found| found.start);
                if let Some(found) = found {
                    text = Cow::Owned(shown_from(&text, found, span.width, height).into_owned());
                }
            }
            let lines = wrap_words(&text, span.width, height);
            for (y, line) in (area.y..area.bottom()).zip(lines) {
                put_cell(span, &line, role, filter, Rect { y, ..area }, context);
            }
            continue;
        }
        let (span, text, role) = match span.column {
            TableColumn::Kind => {
                let (sign, role) = kind_mark(fact.kind, context.styles.ascii);
                context.put_symbol(area.x + cells(span.x), area.y, sign, role);
                if !columns.is_wide {
                    continue;
                }
                let word = TableSpan {
                    x: span.x + 2,
                    width: span.width - 2,
                    ..span
                };
                (word, kind_word(fact.kind).to_string(), StyleRole::Dim)
            }
            TableColumn::Sources => {
                let count = grouped(source_count(snapshot, index));
                (span, count, StyleRole::Dim)
            }
            TableColumn::Money => {
                let sum = fact.amount().map_or(String::new(), |amount| {
                    sum_text(amount, columns.sums_in_words, context.styles.ascii)
                });
                (span, sum, StyleRole::Kind(FactGroup::Money))
            }
            _ => (span, fact.cites().known_from().short(), StyleRole::Dim),
        };
        put_cell(span, &text, role, filter, area, context);
    }
}

/// Returns the place of a fact's text beside its sum.
fn fact_span(
    scope: &ViewScope,
    columns: &TableColumns,
    span: TableSpan,
    index: FactIndex,
) -> TableSpan {
    let amount = scope.dataset.fact(index).amount();
    let sum = amount.map(|amount| sum_text(amount, columns.sums_in_words, columns.ascii));
    columns.fact_beside(span, sum.map_or(0, |sum| text_width(&sum)))
}

/// Writes a cell, and marks the words of the filter in it.
fn put_cell(
    span: TableSpan,
    text: &str,
    role: StyleRole,
    filter: &RowFilter,
    row: Rect,
    context: &mut RenderContext,
) {
    let shown = elide_words(text, span.width);
    let x = right_or_left(span, &shown, row.x);
    context.put_str(x, row.y, &shown, span.width, role);
    highlight(filter, &shown, x, row.y, context);
}
