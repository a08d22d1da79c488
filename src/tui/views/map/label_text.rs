//! The texts of labels: a name and a value, in one line or two.

use crate::{text::text_width, tui::layout::cells};

/// The name and the value of an area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LabelText {
    pub(super) name: String,
    /// A shorter name, if there is one.
    pub(super) short: Option<String>,
    /// The value of the layer, if the label states it.
    pub(super) value: Option<String>,
}

/// A way to write a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wording {
    /// One line or two.
    pub(super) lines: Vec<String>,
    /// The width of the widest line in columns.
    pub(super) width: u16,
    pub(super) cost: f64,
}

/// The cost of a second line.
const SECOND_LINE: f64 = 0.9;
/// The cost of a second line with the value alone.
const VALUE_BELOW: f64 = 1.5;
/// The cost of each column by which one line is longer than the other.
const UNEVEN: f64 = 0.05;
/// The cost of the short name: it is used only where the name has no place.
const SHORT_NAME: f64 = 6.0;
/// The cost of leaving out the value: more than any place of a label with it costs.
const NO_VALUE: f64 = 30.0;
/// The widest line in columns: a longer name would hide too much of the map.
const MAX_WIDTH: usize = 40;

impl LabelText {
    /// Returns the ways to write the label, the full name in one line first.
    pub(super) fn wordings(&self) -> Vec<Wording> {
        let mut wordings = Vec::new();
        let values = match &self.value {
            Some(value) => vec![(Some(value), 0.0), (None, NO_VALUE)],
            None => vec![(None, 0.0)],
        };
        for (value, no_value) in values {
            for (name, short) in [(Some(&self.name), 0.0), (self.short.as_ref(), SHORT_NAME)] {
                let Some(name) = name else { continue };
                let cost = no_value + short;
                wordings.push(wording(vec![with_value(name, value)], cost));
                if short > 0.0 {
                    continue;
                }
                if let Some(value) = value {
                    let lines = vec![name.clone(), value.clone()];
                    wordings.push(wording(lines, cost + SECOND_LINE + VALUE_BELOW));
                }
                // Else the value stays with the end of the name.
                let splits = name.match_indices(' ').map(|(at, _)| {
                    let lines = vec![name[..at].to_string(), with_value(&name[at + 1..], value)];
                    wording(lines, cost + SECOND_LINE)
                });
                wordings.extend(splits);
            }
        }
        wordings.retain(|wording| usize::from(wording.width) <= MAX_WIDTH);
        wordings
    }
}

fn with_value(name: &str, value: Option<&String>) -> String {
    value.map_or_else(|| name.to_string(), |value| format!("{name} {value}"))
}

fn wording(lines: Vec<String>, cost: f64) -> Wording {
    let widths = || lines.iter().map(|line| cells(text_width(line)));
    let (narrowest, widest) = (widths().min().unwrap_or(0), widths().max().unwrap_or(0));
    Wording {
        width: widest,
        cost: cost + f64::from(widest - narrowest) * UNEVEN,
        lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_stays_with_the_end_of_the_name_or_is_below_it() {
        let text = LabelText {
            name: "North Yorkshire Coast".into(),
            short: Some("N Yorkshire Coast".into()),
            value: Some("312".into()),
        };
        let wordings = text.wordings();
        let lines: Vec<_> = wordings
            .iter()
            .map(|wording| wording.lines.join("/"))
            .collect();
        assert_eq!(
            lines[..5],
            [
                "North Yorkshire Coast 312",
                "North Yorkshire Coast/312",
                "North/Yorkshire Coast 312",
                "North Yorkshire/Coast 312",
                "N Yorkshire Coast 312"
            ]
        );
        let cost = |words: &str| {
            let index = lines.iter().position(|lines| lines == words);
            wordings[index.expect("it is a wording")].cost
        };
        assert!(cost("N Yorkshire Coast 312") < cost("North Yorkshire Coast"));
    }

    #[test]
    fn a_word_of_any_width_has_its_width_in_columns() {
        let text = LabelText {
            name: "東京".into(),
            ..LabelText::default()
        };
        assert_eq!(text.wordings()[0].width, 4);
        let long = LabelText {
            name: "x".repeat(41),
            ..LabelText::default()
        };
        assert!(long.wordings().is_empty());
    }
}
