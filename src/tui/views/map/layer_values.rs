//! The values of areas in a layer of the map, and the legend.

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
}

/// The values of all areas in a layer, and its legend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LayerValues {
    /// The name of the layer, and what its values are.
    pub(super) title: String,
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
        (count > 0).then(|| LegendEntry {
            sign: LegendSign::Mark(is_present),
            role: yes_or_no(is_present).role,
            words: format!("{words} {count}"),
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
    LayerValues {
        title: if has_plans {
            "Plans".into()
        } else {
            "Areas".into()
        },
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
    LayerValues {
        title: format!("Theme: {}", snapshot.dataset().theme(theme).name),
        legend: yes_and_no(&values, "has a priority on it", "has none"),
        areas: values,
    }
}

/// Returns values in three classes. `words` writes a value.
fn in_classes(title: String, values: &[Option<u64>], words: impl Fn(u64) -> String) -> LayerValues {
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
        .map(|(level, from, to)| LegendEntry {
            sign: LegendSign::Mark(true),
            role: StyleRole::Rank(level),
            words: if from == to {
                words(from)
            } else {
                format!("{}–{}", words(from), words(to))
            },
        })
        .collect();
    legend.extend(
        yes_and_no(&areas, "", "not known")
            .into_iter()
            .filter(|entry| entry.sign == LegendSign::Mark(false)),
    );
    LayerValues {
        title,
        areas,
        legend,
    }
}

fn ranks(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    let Some(ranks) = YearRanks::of(snapshot) else {
        return in_classes("Ranks".into(), &vec![None; areas.len()], |_| String::new());
    };
    let values: Vec<Option<u64>> = areas
        .iter()
        .map(|&area| rank_in(snapshot, area, ranks.year).map(|(_, rank)| u64::from(rank.rank)))
        .collect();
    let title = format!("Rank in {}, {} is worst", ranks.year, ranks.worst);
    in_classes(title, &values, |rank| rank.to_string())
}

fn money(snapshot: Snapshot, areas: &[AreaIndex]) -> LayerValues {
    // The sum that most areas have for the same purpose: others cannot be compared.
    let Some(sum) = comparable_sums(snapshot, areas).into_iter().next() else {
        return in_classes("Money".into(), &vec![None; areas.len()], |_| String::new());
    };
    let values: Vec<Option<u64>> = sum
        .sums
        .iter()
        .map(|sum| sum.map(|(_, amount)| amount.pounds.0))
        .collect();
    let in_millions = values.iter().flatten().any(|&pounds| pounds >= 1_000_000);
    let title = format!("Money: {}", sum.label());
    let mut layer = in_classes(title, &values, |pounds| {
        if in_millions {
            let hundredths = pounds / 10_000 + u64::from(pounds % 10_000 >= 5_000);
            format!("£{}.{:02}m", hundredths / 100, hundredths % 100)
        } else {
            format!("£{}", grouped(pounds))
        }
    });
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
            ..yes_or_no(best.is_some())
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
            role: StyleRole::Outcome(outcome),
            words: outcome_word(outcome).into(),
        })
        .collect();
    let has_none = areas
        .iter()
        .any(|area| area.label == LabelValue::Outcomes(OutcomeCounts::default()));
    legend.extend(has_none.then(|| LegendEntry {
        sign: LegendSign::NoTarget,
        role: StyleRole::Dim,
        words: "no target known".into(),
    }));
    LayerValues {
        title: "Targets by outcome".into(),
        areas,
        legend,
    }
}
