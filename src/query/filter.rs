//! Which facts, priorities and areas are asked for.

use super::{known::known_from, world::World};
use crate::dataset::{
    AreaId, AreaIndex, Body, FactIndex, Kind, OwnerIndex, PartialDate, Pounds, Priority,
    PriorityIndex, Slot, ThemeId,
};

/// Conditions, all of which must hold; several values of one condition mean any of them. An empty condition always holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Belongs to one of these areas, or is shared by one of them.
    pub areas: Vec<AreaId>,
    /// Belongs to an area of one of these regions.
    pub regions: Vec<String>,
    /// Belongs to an area of one of these waves.
    pub waves: Vec<u8>,
    /// Belongs to a priority of one of these themes, or is shared under one of them.
    pub themes: Vec<ThemeId>,
    /// One of these takes part; a part of the name will do, in capitals or not.
    pub partners: Vec<String>,
    /// Is a fact of one of these kinds.
    pub kinds: Vec<Kind>,
    /// Names a sum of at least this much.
    pub money: Option<Pounds>,
    /// Covers a time that has days in common with this date.
    pub period: Option<PartialDate>,
    /// Is a target that is to be reached by the end of this date.
    pub by: Option<PartialDate>,
    /// Became known after the end of this date.
    pub since: Option<PartialDate>,
}

impl Filter {
    /// Whether there is no condition.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether there is a condition that only facts meet.
    fn asks_for_facts(&self) -> bool {
        !self.partners.is_empty()
            || !self.kinds.is_empty()
            || self.money.is_some()
            || self.period.is_some()
            || self.by.is_some()
    }

    /// Whether what stands at a slot is asked for; themes, sources and the programme are only where nothing is asked for.
    #[must_use]
    pub fn takes(&self, world: World, slot: Slot) -> bool {
        self.is_empty()
            || match slot {
                Slot::Area(area) => self.takes_area_or_part(world, area),
                Slot::Priority(priority) => self.takes_priority(world, priority),
                Slot::Fact(fact) => self.takes_fact(world, fact),
                Slot::Programme | Slot::Theme(_) | Slot::Source(_) => false,
            }
    }

    /// Whether a fact is asked for.
    #[must_use]
    pub fn takes_fact(&self, world: World, index: FactIndex) -> bool {
        let dataset = world.dataset();
        let fact = dataset.fact(index);
        let place = match (index.owner, fact.body) {
            (OwnerIndex::Area(area), _) => self.takes_area(world, area),
            (OwnerIndex::Priority(priority), _) => self.takes_area(world, priority.area()),
            (OwnerIndex::Programme, Body::SharedAction(action)) => {
                self.takes_shared(world, &action.applies_to.areas)
            }
            (OwnerIndex::Programme, Body::SharedFact(shared)) => {
                self.takes_shared(world, &shared.applies_to.areas)
            }
            (OwnerIndex::Programme, _) => {
                self.areas.is_empty() && self.regions.is_empty() && self.waves.is_empty()
            }
        };
        let theme = self.themes.is_empty()
            || match (index.owner, fact.body) {
                (OwnerIndex::Priority(priority), _) => {
                    self.takes_themes(dataset.priority(priority))
                }
                (_, Body::SharedAction(action)) => action
                    .themes
                    .iter()
                    .any(|theme| self.themes.contains(theme)),
                (_, Body::SharedFact(shared)) => shared
                    .themes
                    .iter()
                    .any(|theme| self.themes.contains(theme)),
                _ => false,
            };
        let partner = self.partners.is_empty()
            || fact
                .partners()
                .iter()
                .any(|name| self.partners.iter().any(|wanted| contains(name, wanted)));
        let kind = self.kinds.is_empty() || self.kinds.contains(&fact.kind);
        let money = self
            .money
            .is_none_or(|least| fact.amount().is_some_and(|amount| amount.pounds >= least));
        place && theme && partner && kind && money && self.takes_time(world, index)
    }

    fn takes_time(&self, world: World, index: FactIndex) -> bool {
        let fact = world.dataset().fact(index);
        let period = self
            .period
            .is_none_or(|wanted| match (fact.body, fact.period()) {
                (Body::Event(event), _) => {
                    event.date.first_day() <= wanted.last_day()
                        && event.date.last_day() >= wanted.first_day()
                }
                (Body::Target(_), _) | (_, None) => false,
                (_, Some(period)) => {
                    period
                        .from
                        .is_none_or(|from| from.first_day() <= wanted.last_day())
                        && period
                            .to
                            .is_none_or(|to| to.last_day() >= wanted.first_day())
                }
            });
        let by = self.by.is_none_or(|wanted| match fact.body {
            Body::Target(target) => target
                .by
                .as_ref()
                .and_then(|by| by.to)
                .is_some_and(|to| to.last_day() <= wanted.last_day()),
            _ => false,
        });
        let since = self.since.is_none_or(|since| {
            known_from(world.dataset(), fact.cites())
                .is_some_and(|known| known.last_day() > since.last_day())
        });
        period && by && since
    }

    /// Whether a priority is asked for: itself, or for a fact of it.
    #[must_use]
    pub fn takes_priority(&self, world: World, index: PriorityIndex) -> bool {
        let priority = world.dataset().priority(index);
        let since = self.since.is_none_or(|since| {
            known_from(world.dataset(), &priority.cites)
                .is_some_and(|known| known.last_day() > since.last_day())
        });
        let itself = self.takes_area(world, index.area())
            && (self.themes.is_empty() || self.takes_themes(priority));
        if self.asks_for_facts() || !since {
            return itself
                && world
                    .facts(OwnerIndex::Priority(index))
                    .any(|(fact, _)| self.takes_fact(world, fact));
        }
        itself
    }

    /// Whether an area is asked for: itself, or for a priority or fact of it.
    #[must_use]
    pub fn takes_area_or_part(&self, world: World, index: AreaIndex) -> bool {
        if !self.takes_area(world, index) {
            return false;
        }
        if self.themes.is_empty() && self.since.is_none() && !self.asks_for_facts() {
            return true;
        }
        world
            .priorities(index)
            .any(|(priority, _)| self.takes_priority(world, priority))
            || world
                .facts(OwnerIndex::Area(index))
                .any(|(fact, _)| self.takes_fact(world, fact))
    }

    fn takes_area(&self, world: World, index: AreaIndex) -> bool {
        let area = world.dataset().area(index);
        (self.areas.is_empty() || self.areas.contains(&area.id))
            && (self.regions.is_empty()
                || area.region.as_ref().is_some_and(|region| {
                    self.regions.iter().any(|wanted| contains(region, wanted))
                }))
            && (self.waves.is_empty() || area.wave.is_some_and(|wave| self.waves.contains(&wave)))
    }

    fn takes_shared(&self, world: World, areas: &[AreaId]) -> bool {
        let nothing_asked =
            self.areas.is_empty() && self.regions.is_empty() && self.waves.is_empty();
        nothing_asked
            || world
                .dataset()
                .areas()
                .any(|(index, area)| areas.contains(&area.id) && self.takes_area(world, index))
    }

    fn takes_themes(&self, priority: &Priority) -> bool {
        priority
            .themes
            .iter()
            .any(|classification| self.themes.contains(&classification.theme))
    }
}

fn contains(name: &str, wanted: &str) -> bool {
    name.to_lowercase().contains(&wanted.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn facts(filter: &Filter) -> Vec<String> {
        let dataset = Dataset::bundled();
        let world = World::now(&dataset);
        let all = dataset.owners().flat_map(|owner| world.facts(owner));
        all.filter(|(index, _)| filter.takes_fact(world, *index))
            .map(|(_, fact)| fact.reference().to_string())
            .collect()
    }

    #[test]
    fn by_partner() {
        let found = facts(&Filter {
            partners: vec!["national literacy trust".into()],
            ..Filter::default()
        });
        assert_eq!(
            found,
            [
                "hastings/1/get-hastings-reading",
                "hastings/1/literacy-champions",
                "north-yorkshire-coast/3/our-stories-literacy-hub",
                "north-yorkshire-coast/3/literacy-champions"
            ]
        );
    }

    #[test]
    fn by_target_date() {
        let filter = |date: &str| Filter {
            by: Some(date.parse().expect("a date")),
            ..Filter::default()
        };
        assert_eq!(facts(&filter("2018")), ["hastings/3/i-rock-capacity"]);
        assert_eq!(facts(&filter("2021")).len(), 23);
    }

    #[test]
    fn conditions_are_combined_with_and_values_with_or() {
        let areas = |ids: &[&str]| {
            ids.iter()
                .map(|id| id.parse().expect("an id"))
                .collect::<Vec<AreaId>>()
        };
        let filter = Filter {
            areas: areas(&["oldham", "ipswich"]),
            money: Some(Pounds(500_000)),
            kinds: vec![Kind::Action],
            ..Filter::default()
        };
        assert_eq!(
            facts(&filter),
            [
                "ipswich/2/workforce-development",
                "oldham/3/whole-school-wellbeing"
            ]
        );
    }

    #[test]
    fn areas_are_kept_for_a_priority_of_theirs() {
        let dataset = Dataset::bundled();
        let world = World::now(&dataset);
        let filter = Filter {
            themes: vec!["evidence".parse().expect("an id")],
            ..Filter::default()
        };
        let kept: Vec<_> = dataset
            .areas()
            .filter(|(index, _)| filter.takes_area_or_part(world, *index))
            .map(|(_, area)| area.id.as_str())
            .collect();
        assert_eq!(kept, ["bradford", "ipswich"]);
    }

    fn takes(filter: &Filter, reference: &str) -> bool {
        let dataset = Dataset::bundled();
        filter.takes(
            World::now(&dataset),
            dataset.find(reference).expect("the reference is there"),
        )
    }

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_time_is_met_from_its_first_day_to_its_last() {
        let period = |text: &str| Filter {
            period: Some(date(text)),
            ..Filter::default()
        };
        for (reference, met, missed) in [
            (
                "doncaster/consultation-event",
                vec!["2017-10-07", "2017-10", "2017"],
                vec!["2017-10-06", "2017-10-08", "2018"],
            ),
            (
                "west-somerset/1/physical-literacy",
                vec!["2020-03-31", "2020-03", "2020", "2017"],
                vec!["2020-04-01", "2020-04", "2021"],
            ),
            (
                "derby/1/talk-derby",
                vec!["2019-06-01", "2019", "2022"],
                vec!["2019-05-31", "2018"],
            ),
            // A target is to be reached by a day: it covers none. Of most actions it is not known when.
            ("derby/1/good-level-of-development", vec![], vec!["2021"]),
            (
                "oldham/3/mental-health-first-aid",
                vec![],
                vec!["2017", "2018"],
            ),
        ] {
            assert!(
                met.iter().all(|text| takes(&period(text), reference)),
                "{reference}"
            );
            assert!(
                !missed.iter().any(|text| takes(&period(text), reference)),
                "{reference}"
            );
        }
    }

    #[test]
    fn a_target_is_to_be_reached_by_its_last_day() {
        let by = |text: &str| Filter {
            by: Some(date(text)),
            ..Filter::default()
        };
        for (text, met) in [
            ("2018-09-30", true),
            ("2018-09", true),
            ("2018", true),
            ("2018-09-29", false),
            ("2018-08", false),
        ] {
            assert_eq!(
                takes(&by(text), "hastings/3/i-rock-capacity"),
                met,
                "{text}"
            );
        }
        assert!(
            !takes(&by("2022"), "west-somerset/1/physical-literacy"),
            "an action is no target"
        );
    }

    #[test]
    fn what_became_known_on_the_day_is_not_known_since() {
        let since = |text: &str| Filter {
            since: Some(date(text)),
            ..Filter::default()
        };
        for reference in ["oldham/3/mental-health-first-aid", "oldham/3"] {
            assert!(takes(&since("2017-10-08"), reference), "{reference}");
        }
        assert!(!takes(
            &since("2017-10-09"),
            "oldham/3/mental-health-first-aid"
        ));
        assert!(
            takes(&since("2017-10-09"), "oldham/3"),
            "something of it became known later"
        );
        assert!(!takes(&since("2022"), "oldham/3") && !takes(&since("2022"), "oldham"));
    }

    #[test]
    fn a_sum_is_enough_if_it_is_as_much() {
        let money = |pounds| Filter {
            money: Some(Pounds(pounds)),
            ..Filter::default()
        };
        assert!(takes(&money(500_000), "oldham/3/whole-school-wellbeing"));
        assert!(!takes(&money(500_001), "oldham/3/whole-school-wellbeing"));
        assert!(
            takes(&money(500_000), "oldham/3") && !takes(&money(500_000), "oldham/1"),
            "a priority is taken for a fact of it"
        );
    }

    #[test]
    fn what_belongs_to_no_area_is_taken_where_no_area_is_asked_for() {
        let kinds = |kinds: &[Kind], waves: &[u8]| Filter {
            kinds: kinds.into(),
            waves: waves.into(),
            ..Filter::default()
        };
        assert!(takes(
            &kinds(&[Kind::Event], &[]),
            "programme/first-six-named"
        ));
        assert!(!takes(
            &kinds(&[Kind::Event], &[1]),
            "programme/first-six-named"
        ));
        assert!(!takes(
            &kinds(&[Kind::Action], &[]),
            "programme/first-six-named"
        ));
        let region = |name: &str| Filter {
            regions: vec![name.into()],
            ..Filter::default()
        };
        assert!(takes(&region("north WEST"), "oldham") && !takes(&region("south"), "oldham"));
        assert!(
            takes(&region("north west"), "oldham/rank-2016"),
            "what is known of an area belongs to its region"
        );
        for reference in ["programme", "theme/maths", "source/plan-oldham"] {
            assert!(
                takes(&Filter::default(), reference) && !takes(&region("north west"), reference),
                "{reference}"
            );
        }
    }
}
