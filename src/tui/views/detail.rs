//! The pane with an item in brief and its sources. With the focus it has everything known about the item.

use ratatui::layout::Rect;

use super::scope::ViewScope;
use crate::{
    dataset::{Amount, Citation, ItemIndex, OutcomeStatus},
    query::{
        describe::{capitalized, citation_line, describe},
        digest::{Digest, DigestEntry, DigestLine, digest, short_citation},
        fact_group::FactGroup,
        outcome_counts::outcome_word,
    },
    text::text_width,
    tui::{
        layout::inner,
        styles::{StyleRole, Styles},
        symbols,
        widgets::{EntryPane, EntryText, RenderContext, TextPiece, entry_columns},
    },
};

/// Renders an item in brief, from its first line.
pub(super) fn render(scope: &ViewScope, item: ItemIndex, area: Rect, context: &mut RenderContext) {
    render_scrolled(scope, item, area, 0, false, context);
}

/// Renders an item, scrolled by a number of lines: with the focus in full, otherwise in brief.
pub(super) fn render_scrolled(
    scope: &ViewScope,
    item: ItemIndex,
    area: Rect,
    scroll: usize,
    focused: bool,
    context: &mut RenderContext,
) {
    let digest = digest(scope.snapshot(), item);
    let styles = context.styles;
    context.render(
        EntryPane {
            text: &text(scope, item, &digest, entry_columns(area), focused, styles),
            title: &digest.context,
            statuses: std::slice::from_ref(&digest.reference),
            scroll,
            focused,
            styles,
        },
        area,
    );
}

/// Returns the largest number of lines to scroll the text of an item by, which depends on the focus.
pub(super) fn max_scroll(scope: &ViewScope, item: ItemIndex, area: Rect, focused: bool) -> usize {
    let digest = digest(scope.snapshot(), item);
    let columns = entry_columns(area);
    let text = text(scope, item, &digest, columns, focused, Styles::default());
    text.max_scroll(inner(area).height)
}

fn text(
    scope: &ViewScope,
    item: ItemIndex,
    digest: &Digest,
    columns: usize,
    in_full: bool,
    styles: Styles,
) -> EntryText {
    let mut text = EntryText::new(columns, styles);
    if let Some(lead) = &digest.lead {
        text.paragraph(lead, StyleRole::Emphasis);
    }
    for entry in &digest.entries {
        add_entry(entry, styles, &mut text);
    }
    text.blank();
    if in_full {
        add_rest(scope, item, &mut text);
    } else {
        for (index, citation) in digest.cites.iter().enumerate() {
            let note = short_citation(scope.dataset, citation);
            text.note(index + 1, &note, StyleRole::Dim);
        }
    }
    text
}

/// Adds the sources with their titles and addresses, and what else is known.
fn add_rest(scope: &ViewScope, item: ItemIndex, text: &mut EntryText) {
    let description = describe(scope.snapshot(), item);
    let cites: &[&Citation] = &description.cites;
    for (index, citation) in cites.iter().enumerate() {
        let note = citation_line(scope.dataset, citation);
        text.note(index + 1, &note, StyleRole::Plain);
    }
    text.blank();
    for field in &description.fields {
        let label: TextPiece = (format!("{}: ", field.label).into(), StyleRole::Dim);
        let value: TextPiece = (field.value.clone().into(), StyleRole::Plain);
        text.hanging(vec![label], &[value], 2);
    }
    let label: TextPiece = ("Reference: ".into(), StyleRole::Dim);
    let value: TextPiece = (description.reference.into(), StyleRole::Plain);
    text.hanging(vec![label], &[value], 2);
}

/// Adds an entry, its label before the first paragraph only.
fn add_entry(entry: &DigestEntry, styles: Styles, text: &mut EntryText) {
    let sums = entry.lines.iter().map(|line| match line {
        DigestLine::Sum { amount, .. } => sum_width(*amount, styles),
        _ => 0,
    });
    let columns = sums.max().unwrap_or(0);
    let mut label = entry.label;
    for line in &entry.lines {
        add_line(label, line, columns, styles, text);
        label = "";
    }
}

fn add_line(label: &str, line: &DigestLine, columns: usize, styles: Styles, text: &mut EntryText) {
    match line {
        DigestLine::Text(value) => text.entry(label, &[plain(value)]),
        DigestLine::Outcome(outcome) => {
            let [sign, word] = outcome_pieces(*outcome, styles);
            text.entry(label, &[sign, word]);
        }
        DigestLine::Outcomes(counts) => {
            let total: usize = counts.iter().map(|(_, count)| count).sum();
            let mut pieces: Vec<TextPiece> = vec![plain(&format!("{total}:"))];
            for (outcome, count) in counts {
                let role = StyleRole::Outcome(*outcome);
                let sign = symbols::outcome_sign(*outcome, styles.ascii);
                pieces.push((format!("  {sign}").into(), role));
                pieces.push((format!(" {count} {}", outcome_word(*outcome)).into(), role));
            }
            text.entry(label, &pieces);
        }
        DigestLine::Target {
            text: target,
            outcome,
        } => {
            let role = StyleRole::Outcome(*outcome);
            let sign = symbols::outcome_sign(*outcome, styles.ascii);
            let word = format!("  {}", outcome_word(*outcome));
            text.labelled(
                label,
                vec![(format!("{sign} ").into(), role)],
                &[plain(target), (word.into(), role)],
                2,
            );
        }
        DigestLine::Sum { amount, what } => {
            add_sum(label, (*amount, what), None, (columns, styles), text);
        }
        DigestLine::Priority { number, title } => {
            let number: TextPiece = (number.to_string().into(), StyleRole::AccentBold);
            text.entry(label, &[number, plain(&format!(" {title}"))]);
        }
    }
}

fn plain(text: &str) -> TextPiece {
    (text.to_string().into(), StyleRole::Plain)
}

/// Returns an outcome as sign and word.
pub(super) fn outcome_pieces(outcome: Option<OutcomeStatus>, styles: Styles) -> [TextPiece; 2] {
    let role = StyleRole::Outcome(outcome);
    [
        (symbols::outcome_sign(outcome, styles.ascii).into(), role),
        (format!(" {}", outcome_word(outcome)).into(), role),
    ]
}

/// Returns the columns of a sum in all its digits.
pub(super) fn sum_width(amount: Amount, styles: Styles) -> usize {
    text_width(&symbols::shown_text(&amount.in_full(), styles.ascii))
}

/// Adds a sum that ends at a column, so that sums under each other can be compared, and its purpose with the numbers of its
/// sources.
pub(super) fn add_sum(
    label: &str,
    (amount, what): (Amount, &str),
    sources: Option<TextPiece>,
    (columns, styles): (usize, Styles),
    text: &mut EntryText,
) {
    let sum = amount.in_full();
    let sum = symbols::shown_text(&sum, styles.ascii);
    let pad = " ".repeat(columns.saturating_sub(text_width(&sum)));
    let sum = vec![
        (
            format!("{pad}{sum}").into(),
            StyleRole::Kind(FactGroup::Money),
        ),
        ("  ".into(), StyleRole::Plain),
    ];
    let what = if amount.every_year {
        format!("a year: {what}")
    } else {
        capitalized(what)
    };
    let pieces: Vec<TextPiece> = [plain(&what)].into_iter().chain(sources).collect();
    text.labelled(label, sum, &pieces, columns + 2);
}
