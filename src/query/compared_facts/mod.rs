//! Ranks, money, targets, boards and plans of several areas, side by side.

#[cfg(test)]
mod tests;

use super::{
    chairs::present_chairs,
    comparable_money::comparable_sums,
    coverage::{has_boards, has_plans},
    outcome_counts::outcome_word,
    ranks::{YearRanks, rank_in, rank_number},
    snapshot::Snapshot,
    targets::outcome_counts_of,
};
use crate::{
    dataset::{Amount, AreaIndex, FactData, FactIndex, ItemIndex, Kind, OutcomeStatus, OwnerIndex},
    sort::SortShared,
    text::natural_order,
};

/// A fact that is compared: a row with a value of each area.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedFact {
    /// Name of the fact: `Rank 2016`.
    pub label: String,
    /// Remark that belongs to the name: `324 is the worst`.
    pub remark: Option<String>,
    /// Values, in the order of the areas.
    pub values: Vec<ComparedValue>,
    /// True if the values are numbers, which can be compared by their bars.
    pub is_number: bool,
}

/// The value of an area.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedValue {
    /// Value in words: `£1,147,000`, or `not known`.
    pub words: String,
    /// Value on the scale of its row, from 0 to 1; none if it is not known, and for ranks, whose differences a bar from 0
    /// would hide.
    pub fraction: Option<f64>,
    /// Outcomes of the targets with their numbers, the best first; empty in other rows.
    pub outcomes: Vec<(Option<OutcomeStatus>, usize)>,
    /// Fact behind the value; the area itself if there is none, or several.
    pub item: ItemIndex,
}

impl ComparedFact {
    /// Returns the name with its remark: `Rank 2016 (324 is the worst)`.
    #[must_use]
    pub fn full_label(&self) -> String {
        match &self.remark {
            Some(remark) => format!("{} ({remark})", self.label),
            None => self.label.clone(),
        }
    }
}

impl ComparedValue {
    fn new(area: AreaIndex, words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            fraction: None,
            outcomes: Vec::new(),
            item: ItemIndex::Area(area),
        }
    }
}

/// Text of a value that is not known.
pub const NOT_KNOWN: &str = "not known";
/// Text of an area without known targets.
pub const NONE_KNOWN: &str = "none known";

/// Compares the ranks, sums, targets, boards and plans of areas. Rows that say the same of all areas
/// are left out if they are no numbers, and so are those that no area has.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{compared_facts::compare_facts, resolve, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let areas = [resolve::area(&dataset, "hastings")?, resolve::area(&dataset, "oldham")?];
/// let facts = compare_facts(Snapshot::latest(&dataset), &areas);
/// assert_eq!(facts[0].label, "Rank 2016");
/// assert_eq!(facts[0].values[1].words, "294");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare_facts(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparedFact> {
    let mut rows = Vec::new();
    if areas.is_empty() {
        return rows;
    }
    rows.extend(ranks(snapshot, areas));
    rows.extend(money(snapshot, areas));
    rows.extend(targets(snapshot, areas));
    if has_boards(snapshot.dataset()) {
        rows.push(words("Board", areas, |area| chairs(snapshot, area)));
    }
    if has_plans(snapshot.dataset()) {
        let plans = words("Plan", areas, |area| plan(snapshot, area));
        let first = plans.values.first().map(|value| &value.words);
        if areas.len() == 1 || plans.values.iter().any(|value| Some(&value.words) != first) {
            rows.push(plans);
        }
    }
    rows
}

fn ranks(snapshot: Snapshot, areas: &[AreaIndex]) -> Option<ComparedFact> {
    let all = YearRanks::of(snapshot)?;
    let value = |&area: &AreaIndex| match rank_in(snapshot, area, all.year) {
        Some((fact, rank)) => ComparedValue {
            item: ItemIndex::Fact(fact),
            ..ComparedValue::new(area, rank_number(rank))
        },
        None => ComparedValue::new(area, NOT_KNOWN),
    };
    Some(ComparedFact {
        label: format!("Rank {}", all.year),
        remark: Some(format!("{} is the worst", all.worst)),
        values: areas.iter().map(value).collect(),
        is_number: true,
    })
}

/// Returns the sums that at least one of the areas has, and one other area of all.
fn money(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparedFact> {
    let all: Vec<AreaIndex> = snapshot.dataset().areas().map(|(area, _)| area).collect();
    let mut rows = Vec::new();
    for sum in comparable_sums(snapshot, &all) {
        let sums: Vec<_> = areas.iter().map(|area| sum.sums[area.index()]).collect();
        let Some(most) = sums
            .iter()
            .flatten()
            .map(|(_, amount)| amount.pounds.0)
            .max()
        else {
            continue;
        };
        let every_year = sums.iter().flatten().any(|(_, amount)| amount.every_year);
        let value = |(&area, sum): (&AreaIndex, &Option<(FactIndex, Amount)>)| match sum {
            Some((fact, amount)) => ComparedValue {
                fraction: Some(share(amount.pounds.0, most)),
                item: ItemIndex::Fact(*fact),
                ..ComparedValue::new(area, amount.in_full())
            },
            None => ComparedValue::new(area, NOT_KNOWN),
        };
        let label = sum.label();
        rows.push(ComparedFact {
            label: if every_year {
                format!("{label} a year")
            } else {
                label
            },
            remark: None,
            values: areas.iter().zip(&sums).map(value).collect(),
            is_number: true,
        });
    }
    sort_years(&mut rows);
    rows
}

/// Sorts the sums for years of the programme by year, in the places that they have among other sums.
fn sort_years(rows: &mut [ComparedFact]) {
    let places: Vec<usize> = (0..rows.len())
        .filter(|&row| rows[row].label.starts_with("Year "))
        .collect();
    let mut years: Vec<ComparedFact> = places.iter().map(|&row| rows[row].clone()).collect();
    years.sort_shared_by(|one, other| natural_order(&one.label, &other.label));
    for (place, year) in places.into_iter().zip(years) {
        rows[place] = year;
    }
}

/// Returns the number of targets and their outcomes.
fn targets(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<ComparedFact> {
    let counts: Vec<Vec<(Option<OutcomeStatus>, usize)>> =
        areas.iter().map(|&area| outcomes(snapshot, area)).collect();
    let total = |outcomes: &[(_, usize)]| outcomes.iter().map(|(_, count)| count).sum::<usize>();
    let most = counts.iter().map(|counts| total(counts)).max().unwrap_or(0);
    if most == 0 {
        return Vec::new();
    }
    let number = |(&area, counts): (&AreaIndex, &Vec<_>)| match total(counts) {
        0 => ComparedValue::new(area, NONE_KNOWN),
        count => ComparedValue {
            fraction: Some(share(count as u64, most as u64)),
            ..ComparedValue::new(area, count.to_string())
        },
    };
    let outcome = |(&area, counts): (&AreaIndex, &Vec<(Option<OutcomeStatus>, usize)>)| {
        let words = counts
            .iter()
            .map(|(outcome, count)| format!("{count} {}", outcome_word(*outcome)));
        let words: Vec<String> = words.collect();
        let words = if words.is_empty() {
            NONE_KNOWN.to_string()
        } else {
            words.join(", ")
        };
        ComparedValue {
            outcomes: counts.clone(),
            ..ComparedValue::new(area, words)
        }
    };
    let row = |label: &str, is_number, values| ComparedFact {
        label: label.into(),
        remark: None,
        values,
        is_number,
    };
    vec![
        row(
            "Targets",
            true,
            areas.iter().zip(&counts).map(number).collect(),
        ),
        row(
            "Outcome",
            false,
            areas.iter().zip(&counts).map(outcome).collect(),
        ),
    ]
}

/// Returns the outcomes of an area's known targets with their numbers, the best first.
fn outcomes(snapshot: Snapshot, area: AreaIndex) -> Vec<(Option<OutcomeStatus>, usize)> {
    let counts = outcome_counts_of(snapshot, area);
    counts.iter().filter(|(_, count)| *count > 0).collect()
}

fn words(
    label: &str,
    areas: &[AreaIndex],
    value: impl Fn(AreaIndex) -> ComparedValue,
) -> ComparedFact {
    ComparedFact {
        label: label.into(),
        remark: None,
        values: areas.iter().map(|&area| value(area)).collect(),
        is_number: false,
    }
}

/// Returns the people who chaired an area's board on the day of the snapshot.
fn chairs(snapshot: Snapshot, area: AreaIndex) -> ComparedValue {
    let chairs: Vec<_> = present_chairs(snapshot, area).collect();
    let names: Vec<&str> = chairs
        .iter()
        .map(|(_, chair)| chair.name.as_str())
        .collect();
    match chairs.first() {
        Some((fact, _)) => ComparedValue {
            item: ItemIndex::Fact(*fact),
            ..ComparedValue::new(area, names.join(", "))
        },
        None => ComparedValue::new(area, NOT_KNOWN),
    }
}

fn plan(snapshot: Snapshot, area: AreaIndex) -> ComparedValue {
    let plan = snapshot.facts_of(OwnerIndex::Area(area), Kind::Plan).next();
    match plan {
        Some((fact, plan)) => {
            let published = match plan.body {
                FactData::Plan(plan) => plan.published.to_string(),
                _ => NOT_KNOWN.into(),
            };
            ComparedValue {
                item: ItemIndex::Fact(fact),
                ..ComparedValue::new(area, published)
            }
        }
        None => ComparedValue::new(area, "not yet published"),
    }
}

/// Returns a part of the largest number, from 0 to 1.
fn share(number: u64, most: u64) -> f64 {
    // Bars have a few dozen steps: the precision is far more than enough.
    #[expect(clippy::cast_precision_loss)]
    let share = number as f64 / most.max(1) as f64;
    share
}
