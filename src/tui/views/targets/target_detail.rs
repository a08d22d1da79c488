//! The detail of a target: its outcome and why, its numbers, its results and its sources.

use std::borrow::Cow;

use ratatui::{layout::Rect, widgets::Widget};

use super::{columns::WIDE, gauge_bar, list::render_outcome, view::TargetsView};
use crate::{
    dataset::{FactIndex, ItemIndex, Target},
    query::{
        deadline::deadline_phrase,
        describe::{context_of, contradiction, name_of, remarks},
        digest::{reasons, short_citation},
        gauge::{TargetGauge, gauge, gauge_value},
        outcome_counts::outcome_word,
        snapshot::Snapshot,
        targets::{known_results, target_at},
    },
    text::{text_width, wrap_words},
    tui::{
        layout::cells,
        styles::StyleRole,
        symbols::shown_text,
        views::{room::share, row_marks::embolden, scope::ViewScope},
        widgets::{PaneFrame, RenderContext},
    },
};

/// The column of the labels, and that of the values.
const LABEL_X: usize = 1;
const VALUE_X: usize = 11;
/// The widest gauge, and the columns that its numbers need.
const GAUGE: usize = 60;

/// A part of the detail: its label, and its text.
struct DetailPart {
    label: String,
    text: String,
    content: DetailContent,
    role: StyleRole,
}

/// The things that stand before the text of a part.
enum DetailContent {
    Text,
    /// The sign and word of the outcome.
    Outcome(Option<crate::dataset::OutcomeStatus>),
    /// The gauge.
    Gauge,
}

impl TargetsView {
    /// Renders the detail. Nothing is shortened while there is room; then the longest texts are, and the last parts go.
    pub(super) fn render_detail(
        scope: &ViewScope,
        fact: FactIndex,
        pane: Rect,
        context: &mut RenderContext,
    ) {
        let snapshot = scope.snapshot();
        let Some(target) = target_at(snapshot, fact) else {
            return;
        };
        let title = context_of(snapshot, ItemIndex::Fact(fact));
        let reference = target.reference.to_string();
        PaneFrame {
            title: &title,
            statuses: &[reference],
            focused: false,
            styles: context.styles,
        }
        .render(pane, context.buffer);
        let area = Rect {
            y: pane.y + 1,
            height: pane.height.saturating_sub(1),
            ..pane
        };
        let gauge = gauge(snapshot, target);
        let parts = parts(snapshot, fact, target, gauge.is_some(), pane.width);
        let width = usize::from(area.width).saturating_sub(VALUE_X + 1);
        let indents: Vec<usize> = parts.iter().map(DetailPart::indent).collect();
        let ascii = context.styles.ascii;
        let lines = |part: usize, most: usize| {
            wrap_words(
                &shown_text(&parts[part].text, ascii),
                width.saturating_sub(indents[part]).max(1),
                most,
            )
        };
        let height = usize::from(area.height);
        let wanted: Vec<usize> = (0..parts.len())
            .map(|part| lines(part, height).len().max(1))
            .collect();
        let facts = parts.iter().take_while(|part| !part.is_source()).count();
        let given = share(&wanted, facts, height);
        let mut y = area.y;
        for (index, (part, given)) in parts.iter().zip(given).enumerate() {
            if given == 0 {
                break;
            }
            render_part(
                part,
                gauge.as_ref(),
                &lines(index, given),
                Rect {
                    y,
                    height: cells(given),
                    ..area
                },
                context,
            );
            y += cells(given);
        }
    }
}

impl DetailPart {
    fn new(label: &str, text: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            text: text.into(),
            content: DetailContent::Text,
            role: StyleRole::Plain,
        }
    }

    fn is_source(&self) -> bool {
        self.label.starts_with('[')
    }

    /// Returns the columns before the text that belong to the sign and the word of an outcome.
    fn indent(&self) -> usize {
        match self.content {
            DetailContent::Outcome(outcome) => 2 + text_width(outcome_word(outcome)) + 2,
            DetailContent::Text | DetailContent::Gauge => 0,
        }
    }
}

/// Returns the parts, the most important first.
fn parts(
    snapshot: Snapshot,
    fact: FactIndex,
    target: &Target,
    has_gauge: bool,
    width: u16,
) -> Vec<DetailPart> {
    let outcome = snapshot.outcome(target);
    let results: Vec<ItemIndex> = known_results(snapshot, target).collect();
    let why: Vec<String> = outcome.into_iter().flat_map(reasons).collect();
    let status = outcome.and_then(|outcome| outcome.status);
    let why = match (&why[..], results.is_empty()) {
        ([], true) => "No result is known.".into(),
        ([], false) => "No source says if it was met.".into(),
        (why, _) => why.join(" "),
    };
    let mut parts = vec![DetailPart {
        content: DetailContent::Outcome(status),
        ..DetailPart::new("Outcome", why)
    }];
    if has_gauge {
        parts.push(DetailPart {
            content: DetailContent::Gauge,
            ..DetailPart::new("Gauge", "")
        });
    }
    if width >= WIDE {
        parts.push(DetailPart::new("Measure", target.measure.as_str()));
    }
    let goal = target.goal.as_deref().map_or("not stated", |goal| goal);
    let by = target
        .by
        .as_ref()
        .map_or(Cow::Borrowed("no date stated"), deadline_phrase);
    parts.push(DetailPart::new("Goal", format!("{goal}, {by}")));
    parts.push(match &target.baseline {
        Some(baseline) => DetailPart::new("Baseline", baseline.as_str()),
        None => DetailPart {
            role: StyleRole::Dim,
            ..DetailPart::new("Baseline", "not known")
        },
    });
    if results.is_empty() {
        parts.push(DetailPart {
            role: StyleRole::Dim,
            ..DetailPart::new("Result", "none that reports on this measure")
        });
    }
    for (number, &result) in results.iter().enumerate() {
        let label = if number == 0 { "Result" } else { "" };
        parts.push(DetailPart::new(label, name_of(snapshot, result)));
    }
    let remarks = remarks(snapshot.dataset(), ItemIndex::Fact(fact));
    parts.extend(
        remarks
            .into_iter()
            .map(|(label, text)| DetailPart::new(label, text)),
    );
    for (number, other) in snapshot.contradictions(ItemIndex::Fact(fact)).enumerate() {
        let label = if number == 0 { "But" } else { "" };
        parts.push(DetailPart::new(label, contradiction(snapshot, other)));
    }
    let sources = snapshot.known(&target.cites).enumerate();
    parts.extend(sources.map(|(number, citation)| DetailPart {
        role: StyleRole::Dim,
        ..DetailPart::new(
            &format!("[{}]", number + 1),
            short_citation(snapshot.dataset(), citation),
        )
    }));
    parts
}

fn render_part(
    part: &DetailPart,
    gauge: Option<&TargetGauge>,
    lines: &[String],
    area: Rect,
    context: &mut RenderContext,
) {
    let room = VALUE_X - LABEL_X - 1;
    context.put_str(
        area.x + cells(LABEL_X),
        area.y,
        &part.label,
        room,
        StyleRole::Dim,
    );
    let x = area.x + cells(VALUE_X);
    match part.content {
        DetailContent::Outcome(outcome) => {
            let end = render_outcome(outcome, x, area.y, usize::from(area.right() - x), context);
            let word = Rect {
                x,
                width: end - x,
                height: 1,
                ..area
            };
            embolden(word, context);
        }
        DetailContent::Gauge => {
            if let Some(gauge) = gauge {
                render_gauge(
                    gauge,
                    Rect {
                        x,
                        width: area.right() - x,
                        height: 1,
                        ..area
                    },
                    context,
                );
            }
        }
        DetailContent::Text => {}
    }
    let x = x + cells(part.indent());
    let columns = usize::from(area.right().saturating_sub(x));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        context.put_str(x, y, line, columns, part.role);
    }
}

/// Renders the gauge between the ends of its scale, with its numbers after it.
fn render_gauge(gauge: &TargetGauge, row: Rect, context: &mut RenderContext) {
    let end = gauge.end();
    let end = context.shown(&end);
    let values = [
        (
            gauge.start,
            gauge_bar::START,
            gauge_bar::START_ROLE,
            "start",
        ),
        (
            Some(gauge.goal),
            gauge_bar::GOAL,
            gauge_bar::GOAL_ROLE,
            "goal",
        ),
        (gauge.now, gauge_bar::NOW, gauge_bar::NOW_ROLE, "latest"),
    ];
    let values: Vec<_> = values
        .into_iter()
        .filter_map(|(figure, sign, role, word)| {
            let mut figure = figure?.clone();
            if word == "goal" {
                // The line of the goal says `at least`.
                figure.bound = None;
            }
            let date = figure.date.filter(|_| word == "latest");
            let date = date.map_or(String::new(), |date| format!(" ({date})"));
            let words = format!("{word} {}{date}", gauge_value(&figure));
            Some((sign, role, context.shown(&words).into_owned()))
        })
        .collect();
    let numbers: usize = values
        .iter()
        .map(|(_, _, words)| 4 + text_width(words))
        .sum();
    let around = 2 + text_width(&end) + 1 + numbers;
    let width = usize::from(row.width).saturating_sub(around + 1).min(GAUGE);
    let mut x = context.put_str(row.x, row.y, "0", 1, StyleRole::Dim) + 1;
    gauge_bar::render(gauge, x, row.y, width, context);
    x += cells(width) + 1;
    let room = |x: u16| usize::from(row.right().saturating_sub(x));
    x = context.put_str(x, row.y, &end, room(x), StyleRole::Dim);
    for (sign, role, words) in values {
        let sign = gauge_bar::symbol(sign, context.styles.ascii);
        x = context.put_str(x + 2, row.y, sign, room(x + 2), role);
        x = context.put_str(x + 1, row.y, &words, room(x + 1), StyleRole::Plain);
    }
}
