//! The values of areas in a layer of the map, and the legend.

use std::borrow::Cow;

use super::{layer::Layer, value_classes::ValueClasses};
use crate::{
    dataset::{AreaIndex, FactIndex, OutcomeStatus, ThemeIndex},
    query::{
        comparable_money::comparable_sums,
        coverage::has_plans,
        matrix::in_theme,
        outcome_counts::OutcomeCounts,
        ranks::{YearRanks, rank_in},
        snapshot::Snapshot,
        targets::outcome_counts_of,
    },
    text::grouped,
    tui::{
        styles::{OUTCOMES, RankLevel, StyleRole},
        symbols::{PENDING, PRESENT, UNKNOWN, outcome_sign, outcome_word, shown_text},
    },
};

/// The mark of the selected area in ASCII.
pub(super) const SELECTED_ASCII: &str = "@";

/// The value of an area, as its label states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LabelValue {
    /// None: the mark says it all.
    None,
    Words(String),
    Outcomes(OutcomeCounts),
}

/// An area in a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AreaValue {
    pub(super) label: LabelValue,
    /// The colour of its mark.
    pub(super) role: StyleRole,
    /// True if it has the value.
    pub(super) is_present: bool,
    /// The fact that states a sum.
    pub(super) sum: Option<FactIndex>,
}

/// A sign in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LegendSign {
    /// The mark of an area that has the value, or has not.
    Mark(bool),
    Outcome(Option<OutcomeStatus>),
    NoTarget,
    /// The mark of the selected area.
    Selected,
}

/// A sign in the legend and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LegendEntry {
    pub(super) sign: LegendSign,
    pub(super) role: StyleRole,
    pub(super) words: String,
    /// Fewer words, for a narrow map.
    pub(super) short: String,
}

impl LegendEntry {
    /// Creates an entry whose words cannot be shortened.
    pub(super) fn new(sign: LegendSign, role: StyleRole, words: String) -> Self {
        Self {
            sign,
            role,
            short: words.clone(),
            words,
        }
    }

    /// Returns the words as a terminal shows them.
    pub(super) fn words(&self, is_short: bool, ascii: bool) -> Cow<'_, str> {
        let words = if is_short { &self.short } else { &self.words };
        shown_text(words, ascii)
    }
}

/// The values of all areas in a layer, and its legend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LayerValues {
    /// The name of the layer, and what its values are.
    pub(super) title: String,
    /// The same in fewer words, for a narrow map.
    pub(super) short_title: String,
    /// The value of each area, in the order of the areas.
    pub(super) areas: Vec<AreaValue>,
    pub(super) legend: Vec<LegendEntry>,
}

impl LayerValues {
    /// Returns the values of some areas in a layer.
    pub(super) fn new(snapshot: Snapshot, layer: Layer, areas: &[AreaIndex]) -> Self {
        match layer {
            Layer::Plans => plans(snapshot, areas),
            Layer::Ranks => ranks(snapshot, areas),
            Layer::Theme(theme) => in_one_theme(snapshot, areas, theme),
            Layer::Money => money(snapshot, areas),
            Layer::Targets => targets(snapshot, areas),
        }
    }
}

impl LabelValue {
    /// Returns the value as a label shows it.
    pub(super) fn text(&self, ascii: bool) -> Option<String> {
        match self {
            Self::None => None,
            Self::Words(words) => Some(shown_text(words, ascii).into_owned()),
            Self::Outcomes(counts) => {
                let parts: Vec<String> = counts
                    .iter()
                    .filter(|(_, count)| *count > 0)
                    .map(|(outcome, count)| format!("{}{count}", outcome_sign(outcome, ascii)))
                    .collect();
                Some(if parts.is_empty() {
                    UNKNOWN.into()
                } else {
                    parts.join(" ")
                })
            }
        }
    }
}

impl LegendSign {
    /// Returns the sign.
    pub(super) fn text(self, ascii: bool) -> &'static str {
        match self {
            Self::Selected if ascii => SELECTED_ASCII,
            Self::Mark(true) | Self::Selected => PRESENT,
            Self::Mark(false) => PENDING,
            Self::Outcome(outcome) => outcome_sign(outcome, ascii),
            Self::NoTarget => UNKNOWN,
        }
    }
}

/// Returns a value without words: an area has it, or has not.
fn yes_or_no(is_present: bool) -> AreaValue {
    AreaValue {
        label: LabelValue::None,
        role: if is_present {
            StyleRole::District
        } else {
            StyleRole::Rank(RankLevel::Unknown)
        },
        is_present,
        sum: None,
    }
}

/// Returns entries for the areas that have a value, and for those that have not, if there are any.
fn yes_and_no(areas: &[AreaValue], yes: &str, no: &str) -> Vec<LegendEntry> {
    let entry = |is_present, words: &str| {
        let count = areas
            .iter()
            .filter(|area| area.is_present == is_present)
            .count();
        (count > 0).then(|| {
            let words = format!("{words} {count}");
            LegendEntry::new(
                LegendSign::Mark(is_present),
                yes_or_no(is_present).role,
                words,
            )
        })
    };
    [entry(true, yes), entry(false, no)]
        .into_iter()
        .flatten()
        .collect()
}

fn plans(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    // A dataset without plans has nothing to say about them.
    let has_plans = has_plans(snapshot.dataset());
    let has_plan = |&area: &AreaIndex| !has_plans || snapshot.plan(area).is_some();
    let values: Vec<AreaValue> = areas.iter().map(|area| yes_or_no(has_plan(area))).collect();
    let legend = if has_plans {
        yes_and_no(&values, "plan published", "awaited")
    } else {
        yes_and_no(&values, "areas", "")
    };
    let title = if has_plans { "Plans" } else { "Areas" };
    LayerValues {
        title: title.into(),
        short_title: title.into(),
        areas: values,
        legend,
    }
}

fn in_one_theme(snapshot: Snapshot, areas: &[AreaIndex], theme: ThemeIndex) -> LayerValues {
    let has_priority = |&area: &AreaIndex| in_theme(snapshot, area, theme).next().is_some();
    let values: Vec<AreaValue> = areas
        .iter()
        .map(|area| yes_or_no(has_priority(area)))
        .collect();
    let theme = snapshot.dataset().theme(theme);
    LayerValues {
        title: format!("Theme: {}", theme.name),
        short_title: theme.short_name().to_string(),
        legend: yes_and_no(&values, "has a priority on it", "has none"),
        areas: values,
    }
}

/// Returns values in three classes. `words` writes a value, and `unit` is the currency that its words begin with.
fn in_classes(
    titles: [String; 2],
    values: &[Option<u64>],
    words: impl Fn(u64) -> String,
    unit: &str,
) -> LayerValues {
    let classes = ValueClasses::new(values.iter().flatten().copied());
    let areas = values.iter().map(|value| match value {
        Some(value) => AreaValue {
            label: LabelValue::Words(words(*value)),
            role: StyleRole::Rank(classes.level(*value)),
            ..yes_or_no(true)
        },
        None => AreaValue {
            label: LabelValue::Words(UNKNOWN.into()),
            ..yes_or_no(false)
        },
    });
    let areas: Vec<AreaValue> = areas.collect();
    let mut legend: Vec<LegendEntry> = classes
        .ranges()
        .map(|(level, from, to)| {
            let words = match (words(from), words(to)) {
                (from, to) if from == to => from,
                // A range has its units once: `£0.85–1.00m`.
                (from, to) if from.ends_with('m') && to.ends_with('m') => {
                    let to = to.strip_prefix(unit).unwrap_or(&to);
                    format!("{}–{to}", from.trim_end_matches('m'))
                }
                (from, to) => format!("{from}–{}", to.strip_prefix(unit).unwrap_or(&to)),
            };
            LegendEntry {
                sign: LegendSign::Mark(true),
                role: StyleRole::Rank(level),
                short: words.strip_prefix(unit).unwrap_or(&words).to_string(),
                words,
            }
        })
        .collect();
    legend.extend(
        yes_and_no(&areas, "", "not known")
            .into_iter()
            .filter(|entry| entry.sign == LegendSign::Mark(false)),
    );
    let [title, short_title] = titles;
    LayerValues {
        title,
        short_title,
        areas,
        legend,
    }
}

fn ranks(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    let Some(ranks) = YearRanks::of(snapshot) else {
        let titles = ["Ranks", "Ranks"].map(Into::into);
        return in_classes(titles, &vec![None; areas.len()], |_| String::new(), "");
    };
    let values: Vec<Option<u64>> = areas
        .iter()
        .map(|&area| rank_in(snapshot, area, ranks.year).map(|(_, rank)| u64::from(rank.rank)))
        .collect();
    let YearRanks { year, worst, .. } = ranks;
    let titles = [
        format!("Rank in {year}, {worst} is the worst"),
        format!("Rank in {year}"),
    ];
    in_classes(titles, &values, |rank| rank.to_string(), "")
}

fn money(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    // The sum that most areas have for the same purpose: others cannot be compared.
    let Some(sum) = comparable_sums(snapshot, areas).into_iter().next() else {
        let titles = ["Money", "Money"].map(Into::into);
        return in_classes(titles, &vec![None; areas.len()], |_| String::new(), "");
    };
    let values: Vec<Option<u64>> = sum
        .sums
        .iter()
        .map(|sum| sum.map(|(_, amount)| amount.pounds.0))
        .collect();
    let in_millions = values.iter().flatten().any(|&pounds| pounds >= 1_000_000);
    let titles = [format!("Money: {}", sum.label()), sum.label()];
    let words = |pounds: u64| {
        if in_millions {
            let hundredths = pounds / 10_000 + u64::from(pounds % 10_000 >= 5_000);
            format!("£{}.{:02}m", hundredths / 100, hundredths % 100)
        } else {
            format!("£{}", grouped(pounds))
        }
    };
    let mut layer = in_classes(titles, &values, words, "£");
    for (area, sum) in layer.areas.iter_mut().zip(&sum.sums) {
        area.sum = sum.map(|(fact, _)| fact);
    }
    layer
}

fn targets(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    let value = |&area: &AreaIndex| {
        let counts = outcome_counts_of(snapshot, area);
        // An area has the colour of its best outcome.
        let mut outcomes = counts.iter();
        let best = outcomes.find(|(outcome, count)| outcome.is_some() && *count > 0);
        let best = best.map(|(outcome, _)| outcome);
        AreaValue {
            label: LabelValue::Outcomes(counts),
            role: best.map_or(yes_or_no(false).role, StyleRole::Outcome),
            // A ring is the sign of a target: what is not known is grey.
            ..yes_or_no(true)
        }
    };
    let areas: Vec<AreaValue> = areas.iter().map(value).collect();
    let has = |wanted: Option<OutcomeStatus>| {
        areas.iter().any(|area| match area.label {
            LabelValue::Outcomes(counts) => counts.count(wanted) > 0,
            _ => false,
        })
    };
    let mut legend: Vec<LegendEntry> = OUTCOMES
        .into_iter()
        .filter(|&outcome| has(outcome))
        .map(|outcome| LegendEntry {
            sign: LegendSign::Outcome(outcome),
            // That of the marks of such areas.
            role: outcome.map_or(yes_or_no(false).role, |_| StyleRole::Outcome(outcome)),
            words: outcome_word(outcome).into(),
            short: match outcome {
                Some(OutcomeStatus::PartlyMet) => "partly".into(),
                _ => outcome_word(outcome).into(),
            },
        })
        .collect();
    let has_none = areas
        .iter()
        .any(|area| area.label == LabelValue::Outcomes(OutcomeCounts::default()));
    legend.extend(has_none.then(|| LegendEntry {
        sign: LegendSign::NoTarget,
        role: StyleRole::Dim,
        words: "no target known".into(),
        short: "none".into(),
    }));
    LayerValues {
        title: "Targets by outcome".into(),
        short_title: "Targets".into(),
        areas,
        legend,
    }
}
