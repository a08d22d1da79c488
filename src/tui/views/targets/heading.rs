//! The title, the counts, the headings of the columns and those of the groups.

use ratatui::{layout::Rect, widgets::Widget};

use super::{
    columns::{TargetColumns, WIDE},
    gauge_bar,
    view::TargetsView,
};
use crate::{
    query::{
        outcome_counts::{OUTCOMES, OutcomeCounts},
        table::RowFilter,
    },
    text::{elide_words, text_width},
    tui::{
        layout::cells,
        styles::StyleRole,
        symbols::{outcome_sign, outcome_word},
        views::{filter_line::highlight, row_marks::restyle_symbols},
        widgets::{PaneFrame, RenderContext},
    },
};

/// The columns between the counts of outcomes.
const GAP: &str = "  ";

impl TargetsView {
    /// Renders the title with the counts of outcomes.
    pub(super) fn render_title(&self, pane: Rect, context: &mut RenderContext) {
        let ascii = context.styles.ascii;
        let counts = |gap: &str, with_words: bool, with_noughts: bool| {
            let shown = self
                .counts
                .iter()
                .filter(|(_, count)| *count > 0 || with_noughts);
            let shown = shown.map(|(outcome, count)| {
                let sign = outcome_sign(outcome, ascii);
                if with_words {
                    format!("{sign} {count} {}", outcome_word(outcome))
                } else {
                    format!("{sign} {count}")
                }
            });
            shown.collect::<Vec<_>>().join(gap)
        };
        let mut statuses = vec![
            counts(GAP, true, false),
            counts(GAP, false, false),
            counts(" ", false, false),
        ];
        if pane.width >= WIDE {
            statuses.insert(0, counts("   ", true, true));
        }
        let total = self.counts.total();
        let total = if self.words.is_empty() {
            total.to_string()
        } else {
            format!("{total} of {}", self.known)
        };
        // The headings show it, too.
        let title = if pane.width < WIDE {
            format!("Targets · {total}")
        } else {
            format!("Targets · {total} by {}", self.grouping.noun())
        };
        let frame = PaneFrame {
            title: &title,
            statuses: &statuses,
            focused: true,
            styles: context.styles,
        };
        frame.render(pane, context.buffer);
        // The signs in the colours of their outcomes, where the counts are.
        let start = pane.x + 3 + cells(text_width(&title));
        color_signs(
            Rect {
                x: start.min(pane.right()),
                width: pane.right().saturating_sub(start),
                height: 1,
                ..pane
            },
            context,
        );
    }

    /// Renders a sign for each target, the best outcome first: the eye sees how little is known. Returns false if there is
    /// no room for all.
    pub(super) fn render_signs(&self, row: Rect, context: &mut RenderContext) -> bool {
        let explanation = "  each sign is one target";
        let total = self.counts.total();
        if total + text_width(explanation) + 4 > usize::from(row.width) {
            return false;
        }
        let mut x = row.x + 2;
        for (outcome, count) in self.counts.iter() {
            let sign = outcome_sign(outcome, context.styles.ascii);
            for _ in 0..count {
                context.put_symbol(x, row.y, sign, StyleRole::Outcome(outcome));
                x += 1;
            }
        }
        context.put_str(
            x,
            row.y,
            explanation,
            text_width(explanation),
            StyleRole::Dim,
        );
        true
    }
}

/// Renders the headings of the columns, and the signs of a gauge.
pub(super) fn render_headings(columns: &TargetColumns, row: Rect, context: &mut RenderContext) {
    let goal = if columns.has_baseline {
        "Baseline → goal"
    } else {
        "Goal"
    };
    for (span, heading) in [
        (columns.outcome, "Outcome"),
        (Some(columns.measure), "Measure"),
        (columns.goal, goal),
        (columns.deadline, "By"),
    ] {
        if let Some(span) = span {
            let x = row.x + cells(span.x);
            context.put_str(x, row.y, heading, span.width, StyleRole::Dim);
        }
    }
    let beside_goal = columns.goal.filter(|_| columns.gauge_below).map(|span| {
        let used = text_width(goal) + 2;
        (span.x + used, span.x + span.width)
    });
    let beside = columns.gauge.map(|span| (span.x, span.x + span.width));
    let Some((start, end)) = beside.or(beside_goal) else {
        return;
    };
    let (mut x, end) = (row.x + cells(start), row.x + cells(end));
    for (sign, role, words) in [
        (gauge_bar::START, gauge_bar::START_ROLE, " start "),
        (gauge_bar::GOAL, gauge_bar::GOAL_ROLE, " goal "),
        (gauge_bar::NOW, gauge_bar::NOW_ROLE, " latest"),
    ] {
        let room = |x: u16| usize::from(end.saturating_sub(x));
        let sign = gauge_bar::symbol(sign, context.styles.ascii);
        x = context.put_str(x, row.y, sign, room(x), role);
        x = context.put_str(x, row.y, words, room(x), StyleRole::Dim);
    }
}

/// Renders the heading of a group: its name, or the short one if that does not fit, a rule, and its outcomes.
pub(super) fn render_group(
    names: [&str; 2],
    counts: OutcomeCounts,
    filter: &RowFilter,
    row: Rect,
    context: &mut RenderContext,
) {
    let ascii = context.styles.ascii;
    let shown = counts.iter().filter(|(_, count)| *count > 0);
    let counted = |with_words: bool| {
        let counts = shown.clone().map(|(outcome, count)| {
            let words = if with_words {
                format!(" {}", outcome_word(outcome))
            } else {
                String::new()
            };
            format!("{} {count}{words}", outcome_sign(outcome, ascii))
        });
        counts.collect::<Vec<_>>().join(GAP)
    };
    let columns = usize::from(row.width).saturating_sub(3);
    let [name, short_name] = names;
    let name = if text_width(name) < columns {
        name
    } else {
        short_name
    };
    let counts = [counted(true), counted(false)];
    let counts = counts
        .iter()
        .find(|counts| text_width(name) + text_width(counts) + 6 <= columns);
    let counts = counts.map_or("", String::as_str);
    let room = columns.saturating_sub(text_width(counts) + 1);
    let name = elide_words(name, room);
    let x = context.put_str(row.x + 1, row.y, &name, room, StyleRole::Emphasis) + 1;
    highlight(filter, &name, row.x + 1, row.y, context);
    // A blank, the counts, a blank, and the column of the scroll bar.
    let counts_width = cells(text_width(counts)) + u16::from(!counts.is_empty());
    let end = row.right().saturating_sub(2 + counts_width);
    for x in x..end {
        context.put_symbol(x, row.y, "─", StyleRole::Line);
    }
    if !counts.is_empty() {
        context.put_str(end + 1, row.y, counts, text_width(counts), StyleRole::Dim);
        color_signs(
            Rect {
                x: end,
                width: row.right() - end,
                ..row
            },
            context,
        );
    }
}

/// Colours the signs of outcomes in a row. Letters are no signs, so nothing is coloured in ASCII.
fn color_signs(row: Rect, context: &mut RenderContext) {
    let styles = context.styles;
    if styles.ascii {
        return;
    }
    let style_of = |symbol: &str| {
        // A sign of what is not known looks like the dot in a title, and is as dim as the rest.
        let mut known = OUTCOMES.into_iter().flatten().map(Some);
        let outcome = known.find(|outcome| outcome_sign(*outcome, false) == symbol)?;
        Some(styles.style(StyleRole::Outcome(outcome)))
    };
    restyle_symbols(row, style_of, context);
}
