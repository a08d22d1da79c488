//! The results on the screen.

use ratatui::layout::Rect;

use super::{
    SearchView,
    hit_row::{COLUMN_NAMES, HitRow, NARROW_TEXT_COLUMN, TEXT_COLUMN},
    no_results_page,
    results::CompleteCounts,
    take_row,
};
use crate::{
    query::describe::counted,
    text::elide_end,
    tui::{
        styles::StyleRole,
        views::scope::ViewScope,
        widgets::{BlockList, ItemBlock, RenderContext, Room},
    },
};

/// The narrowest list with a column of kinds.
const MIN_WIDTH_WITH_KINDS: u16 = 60;
/// The widest list in which a text that is cut has one line.
const MAX_WIDTH_OF_ONE_LINE: u16 = 80;

/// Returns the lines of a text that is cut.
fn cut_lines(width: u16) -> usize {
    if width > MAX_WIDTH_OF_ONE_LINE { 2 } else { 1 }
}

impl SearchView {
    /// Renders what is below the input: how the query was understood, and the results.
    pub(super) fn render_results(
        &self,
        scope: &ViewScope,
        mut rows: Rect,
        context: &mut RenderContext,
    ) {
        let columns = usize::from(rows.width.saturating_sub(2));
        let (hits, is_empty) = (self.hits.items(), self.hits.items().is_empty());
        if is_empty && self.pending().is_none() && !self.request.is_empty() {
            let chosen = Some(self.suggestion).filter(|_| self.in_list());
            let hint = match (scope.as_of.is_some(), scope.filter.is_empty()) {
                (true, true) => "Press Esc to clear the date.",
                (true, false) => "Press Esc to clear the date, and again to clear the filter.",
                _ => "Press Esc to clear the filter.",
            };
            return no_results_page::render(&self.no_results, hint, chosen, rows, context);
        }
        for note in self.answer.notes() {
            let line = take_row(&mut rows);
            let note = context.shown(&note);
            let note = elide_end(&note, columns);
            context.put_str(line.x + 1, line.y, &note, columns, StyleRole::Dim);
        }
        let has_kinds = rows.width >= MIN_WIDTH_WITH_KINDS;
        let indent = if has_kinds {
            TEXT_COLUMN
        } else {
            NARROW_TEXT_COLUMN
        };
        if has_kinds && !is_empty {
            let line = take_row(&mut rows);
            let width = usize::from(line.width);
            context.put_str(line.x, line.y, COLUMN_NAMES, width, StyleRole::Dim);
        }
        let row = HitRow {
            snapshot: scope.snapshot(),
            highlighter: &self.answer.highlighter,
            // The gap and the scroll bar are after the text.
            columns: usize::from(rows.width.saturating_sub(indent + 2)),
            lines: cut_lines(rows.width),
            is_cut: hits.len() + self.groups.len() > usize::from(rows.height),
            styles: context.styles,
        };
        let list = BlockList {
            pane: None,
            title: "",
            statuses: &[],
            count: hits.len(),
            selected: self.hits.selected_index(),
            marks_selection: true,
            focused: self.in_list(),
            // A heading in the only row would hide the selected result.
            groups: if rows.height > 2 { &self.groups } else { &[] },
            item: &|index| {
                let block = row.block(hits[index]);
                if has_kinds {
                    block
                } else {
                    ItemBlock {
                        label: None,
                        ..block
                    }
                }
            },
            indent,
            room: Room::Lines(cut_lines(rows.width)),
            spaced: false,
            empty: self.empty_message(),
            styles: context.styles,
        };
        list.render_rows(rows, context.buffer, &mut context.state);
    }

    /// Returns the texts for the right of the title.
    pub(super) fn statuses(&self) -> Vec<String> {
        let CompleteCounts {
            found: complete,
            in_areas,
            areas,
        } = self.complete;
        let count = self.hits.items().len();
        if self.request.is_empty() {
            return Vec::new();
        }
        if self.pending().is_some() {
            return vec![format!("{complete} found so far")];
        }
        match (count, complete, areas) {
            (0, ..) => vec![no_results_page::status(&self.no_results)],
            (count, 0, _) => vec![format!("{count} found with some of the words")],
            (_, complete, 0) => vec![format!("{complete} found")],
            (_, complete, areas) => {
                let areas = counted(areas, "area", "areas");
                let full = if in_areas == complete {
                    format!("{complete} found in {areas}")
                } else {
                    format!("{complete} found in all: {in_areas} in {areas}")
                };
                vec![full, format!("{complete} found")]
            }
        }
    }

    fn empty_message(&self) -> &'static str {
        if self.pending().is_some() {
            "Searching…"
        } else {
            "Type words in any order, or a \"phrase\". Up recalls earlier searches."
        }
    }
}
