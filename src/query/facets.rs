//! The values of each condition, with the items that have them.

use std::{collections::HashMap, fmt};

use super::{
    describe::{counted, each_once},
    filter::{Filter, due_date},
    matrix::all_in_theme,
    snapshot::Snapshot,
};
use crate::{
    dataset::{AreaIndex, Citation, Fact, FactData, FactIndex, ItemIndex, Kind, PartialDate},
    sort::SortShared,
    text::natural_order,
};

/// A condition of a filter whose values can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Region of an area.
    Region,
    /// Wave in which an area was named.
    Wave,
    /// Theme of a priority.
    Theme,
    /// Partner in an action.
    Partner,
    /// Kind of a fact.
    Kind,
    /// Period that a fact covers.
    Period,
    /// Deadline of a target, or end of an action.
    By,
    /// Date on which a fact became known.
    Since,
}

impl Condition {
    /// Returns the name of one value: `region`.
    #[must_use]
    pub fn singular(self) -> &'static str {
        self.names().0
    }

    /// Returns the name of several values, with a capital: `Regions`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.names().1
    }

    /// Returns the name of the items that are counted for each value: `areas`.
    #[must_use]
    pub fn counted(self) -> &'static str {
        self.names().2.1
    }

    /// Returns a number of items that have a value: `1 area`, `2 areas`.
    #[must_use]
    pub fn count(self, items: usize) -> String {
        let (singular, plural) = self.names().2;
        counted(items, singular, plural)
    }

    fn names(self) -> (&'static str, &'static str, (&'static str, &'static str)) {
        let areas = ("area", "areas");
        let priorities = ("priority", "priorities");
        let facts = ("fact", "facts");
        match self {
            Self::Region => ("region", "Regions", areas),
            Self::Wave => ("wave", "Waves", areas),
            Self::Theme => ("theme", "Themes", priorities),
            Self::Partner => ("partner", "Partners", facts),
            Self::Kind => ("kind", "Kinds of fact", facts),
            Self::Period => ("period", "Periods", facts),
            Self::By => ("by", "Deadlines", facts),
            Self::Since => ("known from", "Dates when facts became known", facts),
        }
    }
}

/// A value of a condition, and the items that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// Condition that the value belongs to.
    pub condition: Condition,
    /// Value itself.
    pub name: FacetValue,
    /// Items that have the value.
    pub items: Vec<ItemIndex>,
    /// Areas of those items, in the dataset's order. Shared items of the programme count for no
    /// area.
    pub areas: Vec<AreaIndex>,
}

impl Facet {
    /// Returns the known citations of all items that have the value, each once.
    #[must_use]
    pub fn cites<'a>(&self, snapshot: Snapshot<'a>) -> Vec<&'a Citation> {
        let items = self.items.iter();
        each_once(items.flat_map(|&item| snapshot.known(snapshot.dataset().cites(item))))
    }
}

/// The value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FacetValue {
    /// Words.
    Words(String),
    /// A date.
    Date(PartialDate),
    /// Unknown value, which no filter can select.
    NotKnown,
}

impl fmt::Display for FacetValue {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Words(words) => formatter.write_str(words),
            Self::Date(date) => date.fmt(formatter),
            Self::NotKnown => formatter.write_str("not known"),
        }
    }
}

/// Returns the values of a condition among the items that match a filter.
///
/// Dates are sorted by time, waves by number, themes and kinds in the dataset's order, others by
/// name.
#[must_use]
pub fn values(snapshot: Snapshot, filter: &Filter, condition: Condition) -> Vec<Facet> {
    let mut values = FacetCollector {
        condition,
        values: Vec::new(),
        positions: HashMap::new(),
    };
    let dataset = snapshot.dataset();
    let areas = || {
        dataset
            .areas()
            .filter(|(index, _)| filter.matches_area_or_part(snapshot, *index))
    };
    let facts = || {
        snapshot
            .all_facts()
            .filter(|(index, _)| filter.matches_fact(snapshot, *index))
    };
    match condition {
        Condition::Region => {
            for (index, area) in areas() {
                values.add(
                    area.region.as_ref().map_or(FacetValue::NotKnown, |region| {
                        FacetValue::Words(region.to_string())
                    }),
                    ItemIndex::Area(index),
                );
            }
        }
        Condition::Wave => {
            for (index, area) in areas() {
                values.add(
                    snapshot.wave(area).map_or(FacetValue::NotKnown, |wave| {
                        FacetValue::Words(wave.to_string())
                    }),
                    ItemIndex::Area(index),
                );
            }
        }
        Condition::Theme => {
            for (index, theme) in dataset.themes() {
                for priority in all_in_theme(snapshot, index)
                    .filter(|&priority| filter.matches_priority(snapshot, priority))
                {
                    values.add(
                        FacetValue::Words(theme.id.to_string()),
                        ItemIndex::Priority(priority),
                    );
                }
            }
            return values.values;
        }
        Condition::Partner => {
            for (index, fact) in facts() {
                for partner in fact.partners() {
                    values.add(
                        FacetValue::Words(partner.to_string()),
                        ItemIndex::Fact(index),
                    );
                }
            }
        }
        Condition::Kind => {
            let all: Vec<FactIndex> = facts().map(|(index, _)| index).collect();
            for kind in Kind::ALL {
                for index in all.iter().filter(|index| index.kind == kind) {
                    values.add(FacetValue::Words(kind.word()), ItemIndex::Fact(*index));
                }
            }
            return values.values;
        }
        Condition::Period | Condition::By => {
            for (index, fact) in facts() {
                let name = if condition == Condition::By {
                    deadline(fact)
                } else {
                    period(fact)
                };
                if let Some(name) = name {
                    values.add(name, ItemIndex::Fact(index));
                }
            }
        }
        Condition::Since => {
            for (index, fact) in facts() {
                values.add(
                    FacetValue::Date(fact.cites().known_from()),
                    ItemIndex::Fact(index),
                );
            }
        }
    }
    values.sorted()
}

/// Returns the period of a fact. The period of a target is its deadline.
fn period(fact: Fact) -> Option<FacetValue> {
    let period = fact.period()?;
    let is_target = matches!(fact.body, FactData::Target(_));
    (!is_target).then(|| FacetValue::Words(period.words.to_string()))
}

/// Returns the deadline of a target, in words if the date is not known, or the end of an action.
fn deadline(fact: Fact) -> Option<FacetValue> {
    let date = due_date(fact).map(FacetValue::Date);
    date.or_else(|| match fact.body {
        FactData::Target(target) => {
            let by = target.by.as_ref()?;
            Some(FacetValue::Words(by.words.to_string()))
        }
        _ => None,
    })
}

struct FacetCollector {
    condition: Condition,
    values: Vec<Facet>,
    /// Index of each value in `values`.
    positions: HashMap<FacetValue, usize>,
}

impl FacetCollector {
    fn add(&mut self, name: FacetValue, item: ItemIndex) {
        let Self {
            condition,
            values,
            positions,
        } = self;
        let index = *positions.entry(name).or_insert_with_key(|name| {
            values.push(Facet {
                condition: *condition,
                name: name.clone(),
                items: Vec::new(),
                areas: Vec::new(),
            });
            values.len() - 1
        });
        let value = &mut values[index];
        value.items.push(item);
        // Items come area by area, so comparing with the last area is enough.
        if let Some(area) = item.area().filter(|area| value.areas.last() != Some(area)) {
            value.areas.push(area);
        }
    }

    /// Returns the facets sorted by value.
    fn sorted(mut self) -> Vec<Facet> {
        self.values.sort_shared_by(|a, b| match (&a.name, &b.name) {
            (FacetValue::Words(a), FacetValue::Words(b)) => natural_order(a, b),
            (FacetValue::Date(a), FacetValue::Date(b)) => a.last_day().cmp(&b.last_day()),
            // Dates come before words, unknown values last.
            (a, b) => rank(a).cmp(&rank(b)),
        });
        self.values
    }
}

fn rank(name: &FacetValue) -> u8 {
    match name {
        FacetValue::Date(_) => 0,
        FacetValue::Words(_) => 1,
        FacetValue::NotKnown => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn counted(condition: Condition, filter: &Filter) -> Vec<(String, usize)> {
        let dataset = Dataset::bundled();
        values(Snapshot::latest(&dataset), filter, condition)
            .iter()
            .map(|value| (value.name.to_string(), value.items.len()))
            .collect()
    }

    #[test]
    fn waves_and_regions_include_all_areas() {
        assert_eq!(
            counted(Condition::Wave, &Filter::default()),
            [("1".into(), 6), ("2".into(), 6)]
        );
        let regions = counted(Condition::Region, &Filter::default());
        assert_eq!(regions.iter().map(|(_, count)| count).sum::<usize>(), 12);
        assert!(regions.is_sorted());
    }

    #[test]
    fn every_fact_has_a_kind_and_a_date() {
        for condition in [Condition::Kind, Condition::Since] {
            let all = counted(condition, &Filter::default());
            assert_eq!(
                all.iter().map(|(_, count)| count).sum::<usize>(),
                801,
                "{condition:?}"
            );
        }
    }

    #[test]
    fn filter_narrows_the_counts() {
        let filter = Filter {
            areas: vec!["derby".parse().expect("an id")],
            ..Filter::default()
        };
        assert!(
            counted(Condition::Partner, &filter).len()
                < counted(Condition::Partner, &Filter::default()).len()
        );
        assert_eq!(
            counted(Condition::Theme, &filter)
                .iter()
                .map(|(_, count)| count)
                .sum::<usize>(),
            3
        );
    }

    #[test]
    fn dates_are_sorted_by_time() {
        let dataset = Dataset::bundled();
        for condition in [Condition::By, Condition::Since] {
            let dates: Vec<_> = values(Snapshot::latest(&dataset), &Filter::default(), condition)
                .into_iter()
                .filter_map(|value| {
                    if let FacetValue::Date(date) = value.name {
                        Some(date.last_day())
                    } else {
                        None
                    }
                })
                .collect();
            assert!(
                dates.len() > 3 && dates.is_sorted(),
                "{condition:?}: {dates:?}"
            );
        }
    }

    #[test]
    fn numbers_in_values_are_sorted_as_numbers() {
        let file = "tests/data/valid/council-plan.json";
        let dataset = Dataset::from_file(file.as_ref()).expect("the dataset is sound");
        let names = |condition| -> Vec<String> {
            values(Snapshot::latest(&dataset), &Filter::default(), condition)
                .iter()
                .map(|value| value.name.to_string())
                .collect()
        };
        assert_eq!(names(Condition::Wave), ["1", "2", "10"]);
        assert_eq!(names(Condition::Period)[3..5], ["Year 2", "Year 10"]);
    }
}
