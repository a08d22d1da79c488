//! The pane with an item in brief and its sources, or with everything known about the item.

use std::{borrow::Cow, ops::Range};

use ratatui::layout::Rect;

use super::scope::ViewScope;
use crate::{
    dataset::{Amount, Citation, ItemIndex, OutcomeStatus},
    query::{
        describe::{capitalized, citation_line, describe},
        digest::{Digest, DigestEntry, DigestLine, digest, full_entries, short_citation},
        outcome_counts::outcome_word,
    },
    text::text_width,
    tui::{
        layout::inner,
        styles::{StyleRole, Styles},
        symbols,
        widgets::{EntryPane, EntryText, PaneFrame, RenderContext, TextPiece, entry_columns},
    },
};

/// The label of an item's reference.
const REFERENCE: &str = "Reference";

/// An item and its digest, which may have been made before.
pub(super) struct DetailText<'a> {
    /// The item.
    pub item: ItemIndex,
    /// The item in brief.
    pub digest: Digest<'a>,
    /// True for the full text.
    pub in_full: bool,
}

/// Renders an item in brief, from its first line.
pub(super) fn render(scope: &ViewScope, item: ItemIndex, area: Rect, context: &mut RenderContext) {
    let text = DetailText {
        item,
        digest: digest(scope.snapshot(), item),
        in_full: false,
    };
    text.render(scope, area, 0, context);
}

impl DetailText<'_> {
    /// Renders the text, scrolled by a number of lines. The full text has the focus.
    pub(super) fn render(
        &self,
        scope: &ViewScope,
        area: Rect,
        scroll: usize,
        context: &mut RenderContext,
    ) {
        let styles = context.styles;
        let visible = scroll..scroll + usize::from(inner(area).height);
        context.render(
            EntryPane {
                text: &self.lines(scope, area, visible, styles),
                title: &fitting_title(scope, self.item, &self.digest.context, area),
                statuses: std::slice::from_ref(&self.digest.reference),
                scroll,
                focused: self.in_full,
                styles,
            },
            area,
        );
    }

    /// Returns the largest number of lines to scroll by.
    pub(super) fn max_scroll(&self, scope: &ViewScope, area: Rect) -> usize {
        let lines = self.lines(scope, area, 0..0, Styles::default());
        lines.max_scroll(inner(area).height)
    }

    /// Returns the text, of which the visible lines are rendered.
    fn lines(
        &self,
        scope: &ViewScope,
        area: Rect,
        visible: Range<usize>,
        styles: Styles,
    ) -> EntryText {
        let text = EntryText::new(entry_columns(area), styles).showing(visible);
        if self.in_full {
            full_text(scope, self.item, &self.digest, text, styles)
        } else {
            brief_text(scope, &self.digest, text, styles)
        }
    }
}

/// Returns the title of an item for a pane. If it does not fit, the region of an area goes, then its name becomes the
/// short one, so that the rest stays.
pub(super) fn fitting_title<'t>(
    scope: &ViewScope<'t>,
    item: ItemIndex,
    title: &'t str,
    pane: Rect,
) -> Cow<'t, str> {
    let Some(area) = item.area() else {
        return title.into();
    };
    let area = scope.dataset.area(area);
    let rest = match item {
        ItemIndex::Area(_) => Some(""),
        _ => title.strip_prefix(area.name.as_str()),
    };
    let Some(rest) = rest.filter(|_| !PaneFrame::fits(title, pane)) else {
        return title.into();
    };
    let titles = [area.name.as_str(), area.short_name()].map(|name| format!("{name}{rest}"));
    let [full, short] = titles;
    Cow::Owned(if PaneFrame::fits(&full, pane) {
        full
    } else {
        short
    })
}

/// Adds the lead and the entries of an item.
fn add_facts(lead: Option<&str>, entries: &[DigestEntry], styles: Styles, text: &mut EntryText) {
    if let Some(lead) = lead {
        text.paragraph(lead, StyleRole::Emphasis);
    }
    for entry in entries {
        add_entry(entry, styles, text);
    }
    text.blank();
}

fn brief_text(scope: &ViewScope, digest: &Digest, text: EntryText, styles: Styles) -> EntryText {
    let labels = digest.entries.iter().map(|entry| entry.label);
    let mut text = text.with_labels(labels);
    add_facts(digest.lead.as_deref(), &digest.entries, styles, &mut text);
    for (index, citation) in digest.cites.iter().enumerate() {
        let note = short_citation(scope.dataset, citation);
        text.note(index + 1, &note, StyleRole::Dim);
    }
    text
}

/// Returns everything known about an item, then its sources with their titles and addresses.
fn full_text(
    scope: &ViewScope,
    item: ItemIndex,
    digest: &Digest,
    text: EntryText,
    styles: Styles,
) -> EntryText {
    let description = describe(scope.snapshot(), item);
    let (entries, last) = full_entries(digest, &description);
    let labels = entries.iter().chain(&last).map(|entry| entry.label);
    let mut text = text.with_labels(labels.chain([REFERENCE]));
    add_facts(digest.lead.as_deref(), &entries, styles, &mut text);
    let cites: &[&Citation] = &description.cites;
    for (index, citation) in cites.iter().enumerate() {
        let note = citation_line(scope.dataset, citation);
        text.note(index + 1, &note, StyleRole::Plain);
    }
    text.blank();
    for entry in &last {
        add_entry(entry, styles, &mut text);
    }
    text.entry(REFERENCE, &[plain(&description.reference)]);
    text
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
                let words = format!("\u{a0}{count} {}", outcome_word(*outcome));
                // Blanks that do not end a line keep the number with its words.
                pieces.push((words.replace(' ', "\u{a0}").into(), role));
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
    let what = if amount.every_year {
        format!("a year: {what}")
    } else {
        capitalized(what)
    };
    let pieces: Vec<TextPiece> = [plain(&what)].into_iter().chain(sources).collect();
    text.sum(label, &sum, columns, &pieces);
}
