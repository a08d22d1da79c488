//! The list of targets in columns, under the headings of their groups.

use ratatui::layout::Rect;

use super::{
    columns::{ColumnSpan, MOST_LINES, TargetColumns, WIDE},
    gauge_bar,
    heading::{render_group, render_headings},
    view::TargetsView,
};
use crate::{
    dataset::{OutcomeStatus, Period, Target},
    query::{
        deadline::{deadline_phrase, deadline_words},
        gauge::{TargetGauge, gauge as gauge_of_target},
        table::RowFilter,
        targets::{TargetRow, group_name, short_group_name, target_at},
    },
    text::{text_width, wrap_words},
    tui::{
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        symbols::{UNKNOWN, outcome_sign, outcome_word, shown_text},
        views::{
            filter_line::highlight, room::ItemRoom, row_marks::render_selection, scope::ViewScope,
        },
        widgets::RenderContext,
    },
};

impl TargetsView {
    /// Renders the title, the row with a sign for each target, the headings of the columns, and the targets.
    pub(super) fn render_list(
        &self,
        scope: &ViewScope,
        pane: Rect,
        has_detail: bool,
        context: &mut RenderContext,
    ) {
        self.render_title(pane, context);
        let mut rows = Rect {
            y: pane.y + 1,
            height: pane.height.saturating_sub(1),
            ..pane
        };
        // Without words the line would only take a target's place: the footer has its key.
        if (self.words.is_typing() || !self.words.is_empty()) && rows.height > 1 {
            let line = Rect { height: 1, ..rows };
            rows = below(rows);
            if !self.words.is_typing() {
                context.set_cursor(rows.as_position());
            }
            self.words.render(line, context);
        } else {
            context.set_cursor(rows.as_position());
        }
        if self.rows.items().is_empty() {
            self.render_empty(scope, rows, context);
            return;
        }
        let columns = TargetColumns::new(pane.width);
        if pane.width >= WIDE && rows.height > 8 && self.render_signs(rows, context) {
            rows = below(rows);
        }
        if columns.goal.is_some() && rows.height > 4 {
            render_headings(&columns, rows, context);
            rows = below(rows);
        }
        self.render_rows(scope, &columns, rows, has_detail, context);
    }

    fn render_rows(
        &self,
        scope: &ViewScope,
        columns: &TargetColumns,
        rows: Rect,
        has_detail: bool,
        context: &mut RenderContext,
    ) {
        let items = self.rows.items();
        let height = usize::from(rows.height);
        let ascii = context.styles.ascii;
        let cells_of =
            |item: usize, most: usize| row_cells(scope, columns, items[item], most, ascii);
        let needs = |item: usize| cells_of(item, height.max(1)).lines();
        let starts_group = |item: usize| item > 0 && items[item].group != items[item - 1].group;
        let selected = self.rows.selected_index();
        let placed = ItemRoom {
            count: items.len(),
            most: MOST_LINES[usize::from(rows.width >= WIDE)],
            // On a wide screen the detail has the whole measure.
            selected_in_full: !has_detail || rows.width < WIDE,
            needs: &needs,
            starts_group: Some(&starts_group),
        }
        .place(height, selected);
        let filter = self.words.row_filter();
        for place in &placed {
            if let Some(heading) = place.heading {
                let row = Rect {
                    y: rows.y + cells(heading),
                    height: 1,
                    ..rows
                };
                let counts = self.group_counts(place.item);
                let (snapshot, group) = (scope.snapshot(), items[place.item].group);
                render_group(
                    [
                        group_name(snapshot, group),
                        short_group_name(snapshot, group),
                    ],
                    counts,
                    &filter,
                    row,
                    context,
                );
            }
            let area = Rect {
                y: rows.y + cells(place.row),
                height: cells(place.lines),
                ..rows
            };
            let shown = cells_of(place.item, place.lines);
            render_row(columns, items[place.item], &shown, &filter, area, context);
            context.add_target(area, MouseTarget::Row(place.item));
            if place.item == selected {
                render_selection(area, context);
                if !self.words.is_typing() {
                    context.set_cursor(area.as_position());
                }
            }
        }
        let first = placed.first().map_or(0, |place| place.item);
        context.put_scroll_bar(rows, first..first + placed.len(), items.len());
    }

    fn render_empty(&self, scope: &ViewScope, rows: Rect, context: &mut RenderContext) {
        if self.known > 0 {
            context.put_message(rows, self.words.why_empty());
            return;
        }
        let message = scope.empty_text("No targets are known.", "This view shows targets.");
        context.put_message(rows, &message);
    }
}

/// Returns the part below the first row.
fn below(rows: Rect) -> Rect {
    Rect {
        y: rows.y + 1,
        height: rows.height - 1,
        ..rows
    }
}

/// The lines of the cells of a target.
struct RowCells<'a> {
    measure: Vec<String>,
    goal: Vec<String>,
    deadline: Vec<String>,
    /// The role of the deadline: context where none is stated.
    deadline_role: StyleRole,
    /// The gauge, and its line.
    gauge: Option<(TargetGauge<'a>, usize)>,
}

impl RowCells<'_> {
    fn lines(&self) -> usize {
        let cells = [&self.measure, &self.goal, &self.deadline];
        let text = cells.map(Vec::len).into_iter().max().unwrap_or(1).max(1);
        let gauge = self.gauge.as_ref().map_or(0, |(_, line)| line + 1);
        text.max(gauge)
    }
}

/// Returns the cells of a target, each of at most `most` lines.
fn row_cells<'a>(
    scope: &ViewScope<'a>,
    columns: &TargetColumns,
    row: TargetRow,
    most: usize,
    ascii: bool,
) -> RowCells<'a> {
    let Some(target) = target_at(scope.snapshot(), row.fact) else {
        return RowCells {
            measure: Vec::new(),
            goal: Vec::new(),
            deadline: Vec::new(),
            deadline_role: StyleRole::Plain,
            gauge: None,
        };
    };
    let wrapped = |text: &str, span: Option<ColumnSpan>, most: usize| {
        span.map_or_else(Vec::new, |span| {
            wrap_words(&shown_text(text, ascii), span.width, most)
        })
    };
    let gauge = columns.gauge_span();
    let gauge = gauge.and_then(|_| gauge_of_target(scope.snapshot(), target));
    let goal = goal_words(target, columns.has_baseline);
    let goal_and_deadline = match &target.by {
        Some(by) if columns.deadline.is_none() => format!("{goal}, {}", deadline_phrase(by)),
        _ => goal,
    };
    let measure = if columns.goal.is_some() {
        target.measure.to_string()
    } else {
        format!(
            "{}: {}: {goal_and_deadline}",
            outcome_word(row.outcome),
            target.measure
        )
    };
    // A gauge below the goal is a line of its cell.
    let below = gauge.is_some() && columns.gauge_below;
    let goal = wrapped(
        &goal_and_deadline,
        columns.goal,
        if below {
            most.saturating_sub(1).max(1)
        } else {
            most
        },
    );
    let gauge_line = if below { goal.len() } else { 0 };
    RowCells {
        gauge: gauge
            .filter(|_| gauge_line < most)
            .map(|gauge| (gauge, gauge_line)),
        measure: wrapped(&measure, Some(columns.measure), most),
        goal,
        deadline_role: match &target.by {
            Some(_) => StyleRole::Plain,
            None => StyleRole::Dim,
        },
        deadline: columns.deadline.map_or_else(Vec::new, |span| {
            let words = target
                .by
                .as_ref()
                .map_or_else(|| no_deadline(span.width), |by| deadline(by, span.width));
            wrap_words(&words, span.width, most)
        }),
    }
}

/// Returns a deadline in whole words for a column: a month that is too long is shortened.
fn deadline(by: &Period, columns: usize) -> String {
    let words = deadline_words(by);
    let is_narrow = words.split(' ').all(|word| text_width(word) <= columns);
    match by.to {
        Some(to) if !is_narrow => to.short(),
        _ => words.to_string(),
    }
}

/// Returns the words for a target without a deadline, or a dash where they do not fit.
fn no_deadline(columns: usize) -> String {
    let words = "not stated";
    if text_width(words) <= columns {
        words.into()
    } else {
        UNKNOWN.into()
    }
}

/// Returns the goal in words, after the baseline if it is wanted and known.
pub(super) fn goal_words(target: &Target, with_baseline: bool) -> String {
    let goal = target.goal.as_deref().map_or("no goal stated", |goal| goal);
    match &target.baseline {
        Some(baseline) if with_baseline => format!("{baseline} → {goal}"),
        _ => goal.to_string(),
    }
}

fn render_row(
    columns: &TargetColumns,
    row: TargetRow,
    shown: &RowCells,
    filter: &RowFilter,
    area: Rect,
    context: &mut RenderContext,
) {
    let x = |span: ColumnSpan| area.x + cells(span.x);
    if let Some(span) = columns.outcome {
        render_outcome(row.outcome, x(span), area.y, span.width, context);
        highlight(
            filter,
            outcome_word(row.outcome),
            x(span) + 2,
            area.y,
            context,
        );
    }
    for (span, lines, role) in [
        (Some(columns.measure), &shown.measure, StyleRole::Plain),
        (columns.goal, &shown.goal, StyleRole::Plain),
        (columns.deadline, &shown.deadline, shown.deadline_role),
    ] {
        let Some(span) = span else { continue };
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            context.put_str(x(span), y, line, span.width, role);
            highlight(filter, line, x(span), y, context);
        }
    }
    if columns.outcome.is_none() {
        // The word of the outcome begins the text; its sign stands where the bar leaves a blank.
        let sign = outcome_sign(row.outcome, context.styles.ascii);
        context.put_symbol(area.x + 1, area.y, sign, StyleRole::Outcome(row.outcome));
    }
    if let (Some(span), Some((gauge, line))) = (columns.gauge_span(), &shown.gauge) {
        let y = area.y + cells(*line);
        if y < area.bottom() {
            gauge_bar::render(gauge, x(span), y, span.width, context);
        }
    }
}

/// Renders the sign and the word of an outcome. Returns the column after it.
pub(super) fn render_outcome(
    outcome: Option<OutcomeStatus>,
    x: u16,
    y: u16,
    columns: usize,
    context: &mut RenderContext,
) -> u16 {
    let sign = outcome_sign(outcome, context.styles.ascii);
    context.put_symbol(x, y, sign, StyleRole::Outcome(outcome));
    let word = outcome_word(outcome);
    context.put_str(
        x + 2,
        y,
        word,
        columns.saturating_sub(2),
        StyleRole::Outcome(outcome),
    )
}
