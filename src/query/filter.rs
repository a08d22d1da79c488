//! Which facts, priorities and areas are asked for.

use super::snapshot::Snapshot;
use crate::dataset::{
    AreaId, AreaIndex, FactData, FactIndex, ItemIndex, Kind, OwnerIndex, PartialDate, Pounds,
    Priority, PriorityIndex, ThemeId,
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
    pub fn matches(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        self.is_empty()
            || match item {
                ItemIndex::Area(area) => self.matches_area_or_part(snapshot, area),
                ItemIndex::Priority(priority) => self.matches_priority(snapshot, priority),
                ItemIndex::Fact(fact) => self.matches_fact(snapshot, fact),
                ItemIndex::Programme | ItemIndex::Theme(_) | ItemIndex::Source(_) => false,
            }
    }

    /// Whether a fact is asked for.
    #[must_use]
    pub fn matches_fact(&self, snapshot: Snapshot, index: FactIndex) -> bool {
        let dataset = snapshot.dataset();
        let fact = dataset.fact(index);
        let area = match (index.owner, fact.body) {
            (OwnerIndex::Area(area), _) => self.matches_area(snapshot, area),
            (OwnerIndex::Priority(priority), _) => self.matches_area(snapshot, priority.area()),
            (OwnerIndex::Programme, FactData::SharedAction(action)) => {
                self.matches_shared(snapshot, &action.applies_to.areas)
            }
            (OwnerIndex::Programme, FactData::SharedFact(shared)) => {
                self.matches_shared(snapshot, &shared.applies_to.areas)
            }
            (OwnerIndex::Programme, _) => {
                self.areas.is_empty() && self.regions.is_empty() && self.waves.is_empty()
            }
        };
        let theme = self.themes.is_empty()
            || match (index.owner, fact.body) {
                (OwnerIndex::Priority(priority), _) => {
                    self.matches_themes(dataset.priority(priority))
                }
                (_, FactData::SharedAction(action)) => action
                    .themes
                    .iter()
                    .any(|theme| self.themes.contains(theme)),
                (_, FactData::SharedFact(shared)) => shared
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
        area && theme && partner && kind && money && self.matches_time(snapshot, index)
    }

    fn matches_time(&self, snapshot: Snapshot, index: FactIndex) -> bool {
        let fact = snapshot.dataset().fact(index);
        let period = self
            .period
            .is_none_or(|wanted| match (fact.body, fact.period()) {
                (FactData::Event(event), _) => {
                    event.date.first_day() <= wanted.last_day()
                        && event.date.last_day() >= wanted.first_day()
                }
                (FactData::Target(_), _) | (_, None) => false,
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
            FactData::Target(target) => target
                .by
                .as_ref()
                .and_then(|by| by.to)
                .is_some_and(|to| to.last_day() <= wanted.last_day()),
            _ => false,
        });
        let since = self
            .since
            .is_none_or(|since| fact.cites().known_from().last_day() > since.last_day());
        period && by && since
    }

    /// Whether a priority is asked for: itself, or for a fact of it.
    #[must_use]
    pub fn matches_priority(&self, snapshot: Snapshot, index: PriorityIndex) -> bool {
        let priority = snapshot.dataset().priority(index);
        let since = self
            .since
            .is_none_or(|since| priority.cites.known_from().last_day() > since.last_day());
        let itself = self.matches_area(snapshot, index.area())
            && (self.themes.is_empty() || self.matches_themes(priority));
        if self.asks_for_facts() || !since {
            return itself
                && snapshot
                    .facts(OwnerIndex::Priority(index))
                    .any(|(fact, _)| self.matches_fact(snapshot, fact));
        }
        itself
    }

    /// Whether an area is asked for: itself, or for a priority or fact of it.
    #[must_use]
    pub fn matches_area_or_part(&self, snapshot: Snapshot, index: AreaIndex) -> bool {
        if !self.matches_area(snapshot, index) {
            return false;
        }
        if self.themes.is_empty() && self.since.is_none() && !self.asks_for_facts() {
            return true;
        }
        snapshot
            .priorities(index)
            .any(|(priority, _)| self.matches_priority(snapshot, priority))
            || snapshot
                .facts(OwnerIndex::Area(index))
                .any(|(fact, _)| self.matches_fact(snapshot, fact))
    }

    fn matches_area(&self, snapshot: Snapshot, index: AreaIndex) -> bool {
        let area = snapshot.dataset().area(index);
        (self.areas.is_empty() || self.areas.contains(&area.id))
            && (self.regions.is_empty()
                || area.region.as_ref().is_some_and(|region| {
                    self.regions.iter().any(|wanted| contains(region, wanted))
                }))
            && (self.waves.is_empty() || area.wave.is_some_and(|wave| self.waves.contains(&wave)))
    }

    fn matches_shared(&self, snapshot: Snapshot, areas: &[AreaId]) -> bool {
        let nothing_asked =
            self.areas.is_empty() && self.regions.is_empty() && self.waves.is_empty();
        nothing_asked
            || snapshot
                .dataset()
                .areas()
                .any(|(index, area)| areas.contains(&area.id) && self.matches_area(snapshot, index))
    }

    fn matches_themes(&self, priority: &Priority) -> bool {
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
        let snapshot = Snapshot::latest(&dataset);
        let all = dataset.owners().flat_map(|owner| snapshot.facts(owner));
        all.filter(|(index, _)| filter.matches_fact(snapshot, *index))
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
        let snapshot = Snapshot::latest(&dataset);
        let filter = Filter {
            themes: vec!["evidence".parse().expect("an id")],
            ..Filter::default()
        };
        let matching: Vec<_> = dataset
            .areas()
            .filter(|(index, _)| filter.matches_area_or_part(snapshot, *index))
            .map(|(_, area)| area.id.as_str())
            .collect();
        assert_eq!(matching, ["bradford", "ipswich"]);
    }

    fn matches(filter: &Filter, reference: &str) -> bool {
        let dataset = Dataset::bundled();
        filter.matches(
            Snapshot::latest(&dataset),
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
                met.iter().all(|text| matches(&period(text), reference)),
                "{reference}"
            );
            assert!(
                !missed.iter().any(|text| matches(&period(text), reference)),
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
                matches(&by(text), "hastings/3/i-rock-capacity"),
                met,
                "{text}"
            );
        }
        assert!(
            !matches(&by("2022"), "west-somerset/1/physical-literacy"),
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
            assert!(matches(&since("2017-10-08"), reference), "{reference}");
        }
        assert!(!matches(
            &since("2017-10-09"),
            "oldham/3/mental-health-first-aid"
        ));
        assert!(
            matches(&since("2017-10-09"), "oldham/3"),
            "something of it became known later"
        );
        assert!(!matches(&since("2022"), "oldham/3") && !matches(&since("2022"), "oldham"));
    }

    #[test]
    fn a_sum_is_enough_if_it_is_as_much() {
        let money = |pounds| Filter {
            money: Some(Pounds(pounds)),
            ..Filter::default()
        };
        assert!(matches(&money(500_000), "oldham/3/whole-school-wellbeing"));
        assert!(!matches(&money(500_001), "oldham/3/whole-school-wellbeing"));
        assert!(
            matches(&money(500_000), "oldham/3") && !matches(&money(500_000), "oldham/1"),
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
        assert!(matches(
            &kinds(&[Kind::Event], &[]),
            "programme/first-six-named"
        ));
        assert!(!matches(
            &kinds(&[Kind::Event], &[1]),
            "programme/first-six-named"
        ));
        assert!(!matches(
            &kinds(&[Kind::Action], &[]),
            "programme/first-six-named"
        ));
        let region = |name: &str| Filter {
            regions: vec![name.into()],
            ..Filter::default()
        };
        assert!(matches(&region("north WEST"), "oldham") && !matches(&region("south"), "oldham"));
        assert!(
            matches(&region("north west"), "oldham/rank-2016"),
            "what is known of an area belongs to its region"
        );
        for reference in ["programme", "theme/maths", "source/plan-oldham"] {
            assert!(
                matches(&Filter::default(), reference)
                    && !matches(&region("north west"), reference),
                "{reference}"
            );
        }
    }
}
