//! The lines of a cell: a number with its bar, words, outcomes, or priorities.

use crate::{
    dataset::{Dataset, PriorityIndex},
    query::{
        compared_facts::{ComparedFact, ComparedValue, NONE_KNOWN, NOT_KNOWN},
        comparison::NO_PRIORITY,
        outcome_counts::outcome_word,
    },
    text::{text_width, word_lines},
    tui::{
        styles::{StyleRole, Styles},
        symbols,
    },
};

/// A piece of a line: its column in the cell, its text and its role.
pub(super) type CellPiece = (usize, String, StyleRole);
/// The lines of a cell.
pub(super) type CellLines = Vec<Vec<CellPiece>>;

/// The longest and the shortest bar that is worth its room.
const MAX_BAR: usize = 12;
const MIN_BAR: usize = 4;
/// The columns between a number and its bar.
const BAR_GAP: usize = 2;

/// Returns the columns of the longest number among facts, or of the words for one that is not known: numbers end on the right
/// of these words.
#[must_use]
pub(super) fn digits(facts: &[ComparedFact], styles: Styles) -> usize {
    let numbers = facts.iter().filter(|fact| fact.is_number);
    let values = numbers.flat_map(|fact| &fact.values);
    values
        .map(|value| text_width(&shown(value, styles)))
        .max()
        .unwrap_or(0)
}

fn is_unknown(value: &ComparedValue) -> bool {
    [NOT_KNOWN, NONE_KNOWN].contains(&&*value.words)
}

fn shown(value: &ComparedValue, styles: Styles) -> String {
    symbols::shown_text(&value.words, styles.ascii).into_owned()
}

/// Returns the lines of a fact. Numbers end at the same column, and have a bar if there is room for one.
#[must_use]
pub(super) fn fact_cell(
    fact: &ComparedFact,
    value: &ComparedValue,
    digits: usize,
    width: usize,
    is_compact: bool,
    styles: Styles,
) -> CellLines {
    if !value.outcomes.is_empty() {
        return outcome_lines(value, width, styles);
    }
    let words = shown(value, styles);
    if is_unknown(value) {
        return wrapped(&words, width, 0, StyleRole::Dim);
    }
    if !fact.is_number {
        return wrapped(&words, width, 0, StyleRole::Plain);
    }
    if text_width(&words) > width {
        // The end of a number must never be missing: the bound is on the line above it.
        let mut lines = wrapped(&words, width, 0, StyleRole::Plain);
        for (column, line, _) in lines.iter_mut().flatten() {
            *column = width.saturating_sub(text_width(line));
        }
        return lines;
    }
    let column = digits.min(width).saturating_sub(text_width(&words));
    let room = width.saturating_sub(digits + BAR_GAP).min(MAX_BAR);
    let mut line = vec![(column, words, StyleRole::Plain)];
    if let Some(fraction) = value.fraction
        && room >= MIN_BAR
        && !is_compact
    {
        line.push((digits + BAR_GAP, bar(fraction, room), StyleRole::Bar));
    }
    vec![line]
}

/// Returns a bar of at most `columns`, in halves of a column. A number that is known has at least half a column.
#[must_use]
fn bar(fraction: f64, columns: usize) -> String {
    // Fractions are from 0 to 1, and columns few.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let halves = ((fraction * columns as f64 * 2.0).round() as usize).clamp(1, columns * 2);
    format!("{}{}", "━".repeat(halves / 2), "╸".repeat(halves % 2))
}

/// Returns the outcomes with their words, unless these are wider than the cell.
fn outcome_lines(value: &ComparedValue, width: usize, styles: Styles) -> CellLines {
    let mut lines: CellLines = vec![Vec::new()];
    let mut column = 0;
    for &(outcome, count) in &value.outcomes {
        let mut words = format!(" {count} {}", outcome_word(outcome));
        if 1 + text_width(&words) > width {
            words = format!(" {count}");
        }
        let columns = 1 + text_width(&words);
        if column > 0 && column + columns > width {
            lines.push(Vec::new());
            column = 0;
        }
        let line = lines.last_mut().expect("there is a line");
        let sign = symbols::outcome_sign(outcome, styles.ascii).to_string();
        let role = if outcome.is_none() {
            StyleRole::Dim
        } else {
            StyleRole::Plain
        };
        line.push((column, sign, StyleRole::Outcome(outcome)));
        line.push((column + 1, words, role));
        column += columns + 2;
    }
    lines
}

/// Returns the lines of an area's priorities in a theme. `as_for` returns the theme under which a priority is listed in full
/// above.
#[must_use]
pub(super) fn theme_cell(
    dataset: &Dataset,
    priorities: &[PriorityIndex],
    as_for: impl Fn(PriorityIndex) -> Option<String>,
    width: usize,
    is_compact: bool,
    styles: Styles,
) -> CellLines {
    if priorities.is_empty() {
        let words = if is_compact {
            "–".to_string()
        } else {
            format!("– {NO_PRIORITY}")
        };
        return wrapped(&words, width, 2, StyleRole::Dim);
    }
    if is_compact {
        let numbers = priorities
            .iter()
            .map(|&priority| dataset.priority(priority).number.to_string());
        let numbers: Vec<String> = numbers.collect();
        return wrapped(&numbers.join(" "), width, 0, StyleRole::AccentBold);
    }
    let lines = priorities.iter().flat_map(|&index| {
        let priority = dataset.priority(index);
        let number = priority.number.to_string();
        let indent = text_width(&number) + 1;
        let (text, role) = match as_for(index) {
            Some(theme) => (format!("as for {theme}"), StyleRole::Dim),
            None => (priority.title.to_string(), StyleRole::Plain),
        };
        let text = symbols::shown_text(&text, styles.ascii);
        let mut lines = indented(&text, width, indent, indent, role);
        if let Some(first) = lines.first_mut() {
            first.insert(0, (0, number, StyleRole::AccentBold));
        }
        lines
    });
    lines.collect()
}

/// Wraps a text, all lines but the first with an indentation.
#[must_use]
pub(super) fn wrapped(text: &str, width: usize, indent: usize, role: StyleRole) -> CellLines {
    indented(text, width, 0, indent, role)
}

fn indented(text: &str, width: usize, first: usize, indent: usize, role: StyleRole) -> CellLines {
    let lines = word_lines(text, width.saturating_sub(indent).max(1))
        .into_iter()
        .enumerate();
    lines
        .map(|(index, line)| {
            let column = if index == 0 { first } else { indent };
            vec![(column, text[line].to_string(), role)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_halves_and_are_never_empty() {
        assert_eq!(bar(1.0, 4), "━━━━");
        assert_eq!(bar(0.6, 4), "━━╸");
        assert_eq!(bar(0.0, 4), "╸");
    }
}
