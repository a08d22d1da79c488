//! The values that can be asked for, with what there is of each.

use std::{collections::HashMap, fmt};

use super::{filter::Filter, matrix::in_theme, snapshot::Snapshot};
use crate::dataset::{AreaIndex, FactData, FactIndex, ItemIndex, Kind, PartialDate};

/// A condition whose values can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Regions of areas.
    Region,
    /// Waves in which areas were named.
    Wave,
    /// Themes of priorities.
    Theme,
    /// Partners that take part.
    Partner,
    /// Kinds of fact.
    Kind,
    /// Times that facts cover.
    Period,
    /// Dates by which targets are to be reached.
    By,
    /// Dates on which something became known.
    Since,
}

impl Condition {
    /// The condition's name for one value: `region`.
    #[must_use]
    pub fn singular(self) -> &'static str {
        self.names().0
    }

    /// The condition's name for several values, with a capital: `Regions`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        self.names().1
    }

    /// What is counted for each value: `areas`.
    #[must_use]
    pub fn counted(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Region => ("region", "Regions", "areas"),
            Self::Wave => ("wave", "Waves", "areas"),
            Self::Theme => ("theme", "Themes", "priorities"),
            Self::Partner => ("partner", "Partners", "facts"),
            Self::Kind => ("kind", "Kinds of fact", "facts"),
            Self::Period => ("period", "Times that facts cover", "facts"),
            Self::By => ("by", "Dates by which targets are to be reached", "targets"),
            Self::Since => (
                "known from",
                "Dates on which something became known",
                "facts",
            ),
        }
    }
}

/// A value, and what there is of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// The condition that it is a value of.
    pub condition: Condition,
    /// The value, as it is asked for.
    pub name: FacetValue,
    /// What has it.
    pub items: Vec<ItemIndex>,
    /// The areas of what has it, in the dataset's order; without those that only share it through the programme.
    pub areas: Vec<AreaIndex>,
}

/// A value's name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FacetValue {
    /// A word or several.
    Words(String),
    /// A date.
    Date(PartialDate),
    /// It isn't known: no value can be asked for.
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

/// The values of a condition among what is asked for, each with what has it. Dates go by time, waves by number, themes and
/// kinds in the dataset's order, others by name.
#[must_use]
pub fn values(snapshot: Snapshot, filter: &Filter, condition: Condition) -> Vec<Facet> {
    let mut values = FacetCollector {
        condition,
        values: Vec::new(),
        places: HashMap::new(),
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
                    area.wave.map_or(FacetValue::NotKnown, |wave| {
                        FacetValue::Words(wave.to_string())
                    }),
                    ItemIndex::Area(index),
                );
            }
        }
        Condition::Theme => {
            for (index, theme) in dataset.themes() {
                let priorities = dataset
                    .areas()
                    .flat_map(|(area, _)| in_theme(snapshot, area, index));
                for priority in
                    priorities.filter(|&priority| filter.matches_priority(snapshot, priority))
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
            for (index, fact) in facts().filter(|(_, fact)| {
                matches!(fact.body, FactData::Target(_)) == (condition == Condition::By)
            }) {
                if let Some(period) = fact.period() {
                    let date = if condition == Condition::By {
                        period.to
                    } else {
                        None
                    };
                    values.add(
                        date.map_or_else(
                            || FacetValue::Words(period.words.to_string()),
                            FacetValue::Date,
                        ),
                        ItemIndex::Fact(index),
                    );
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
    values.in_order()
}

struct FacetCollector {
    condition: Condition,
    values: Vec<Facet>,
    /// Where each name stands among the values.
    places: HashMap<FacetValue, usize>,
}

impl FacetCollector {
    fn add(&mut self, name: FacetValue, item: ItemIndex) {
        let Self {
            condition,
            values,
            places,
        } = self;
        let index = *places.entry(name).or_insert_with_key(|name| {
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
        // What is gathered comes area by area.
        if let Some(area) = item.area().filter(|area| value.areas.last() != Some(area)) {
            value.areas.push(area);
        }
    }

    fn in_order(mut self) -> Vec<Facet> {
        self.values.sort_by(|a, b| match (&a.name, &b.name) {
            (FacetValue::Words(a), FacetValue::Words(b)) => a.to_lowercase().cmp(&b.to_lowercase()),
            (FacetValue::Date(a), FacetValue::Date(b)) => a.last_day().cmp(&b.last_day()),
            // Dates before words, what isn't known last.
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
    fn waves_and_regions_take_in_all_areas() {
        assert_eq!(
            counted(Condition::Wave, &Filter::default()),
            [("1".into(), 6), ("2".into(), 6)]
        );
        let regions = counted(Condition::Region, &Filter::default());
        assert_eq!(regions.iter().map(|(_, count)| count).sum::<usize>(), 12);
        assert!(regions.is_sorted());
    }

    #[test]
    fn every_fact_has_a_kind_and_a_day_on_which_it_became_known() {
        for condition in [Condition::Kind, Condition::Since] {
            let all = counted(condition, &Filter::default());
            assert_eq!(
                all.iter().map(|(_, count)| count).sum::<usize>(),
                401,
                "{condition:?}"
            );
        }
    }

    #[test]
    fn a_filter_narrows_what_is_counted() {
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
    fn dates_go_by_time() {
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
}
