//! The items that meet a filter.

use super::conditions::Filter;
use crate::{
    dataset::{
        AreaId, AreaIndex, FactData, FactIndex, ItemIndex, OwnerIndex, Priority, PriorityIndex,
    },
    query::snapshot::Snapshot,
};

impl Filter {
    /// Returns true if an item meets all conditions. Themes, terms and the programme only match
    /// an empty filter, and sources one on their publication at most.
    #[must_use]
    pub fn matches(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        self.is_empty()
            || match item {
                ItemIndex::Area(area) => self.matches_area_or_part(snapshot, area),
                ItemIndex::Priority(priority) => self.matches_priority(snapshot, priority),
                ItemIndex::Fact(fact) => self.matches_fact(snapshot, fact),
                ItemIndex::Programme | ItemIndex::Theme(_) | ItemIndex::Term(_) => false,
                ItemIndex::Source(source) => {
                    self.without_publication().is_empty()
                        && self.matches_publication(snapshot.dataset().source(source))
                }
            }
    }

    /// Returns true if a priority or fact meets all conditions itself, so that its sources are
    /// about what was asked for. A priority does not meet conditions on facts.
    pub(in crate::query) fn matches_sources_of(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        let ItemIndex::Priority(priority) = item else {
            return self.matches(snapshot, item);
        };
        let cites = &snapshot.dataset().priority(priority).cites;
        !self.has_fact_conditions()
            && self.matches_sources(snapshot, cites)
            && self.matches_priority(snapshot, priority)
    }

    /// Returns true if a fact meets all conditions.
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
            (OwnerIndex::Programme, _) => !self.has_area_conditions(),
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
                .any(|name| self.partners.iter().any(|wanted| *wanted == **name));
        let kind = self.kinds.is_empty() || self.kinds.contains(&fact.kind);
        let money = self
            .money
            .is_none_or(|least| fact.amount().is_some_and(|amount| amount.pounds >= least));
        area && theme && partner && kind && money && self.matches_dates(snapshot, index)
    }

    /// Returns true if a priority meets all conditions, itself or through one of its facts.
    #[must_use]
    pub fn matches_priority(&self, snapshot: Snapshot, index: PriorityIndex) -> bool {
        let priority = snapshot.dataset().priority(index);
        let sources = self.matches_sources(snapshot, &priority.cites);
        let itself = self.matches_area(snapshot, index.area())
            && (self.themes.is_empty() || self.matches_themes(priority));
        if self.has_fact_conditions() || !sources {
            return itself
                && snapshot
                    .facts(OwnerIndex::Priority(index))
                    .any(|(fact, _)| self.matches_fact(snapshot, fact));
        }
        itself
    }

    /// Returns true if an area meets all conditions, itself or through one of its priorities or
    /// facts.
    #[must_use]
    pub fn matches_area_or_part(&self, snapshot: Snapshot, index: AreaIndex) -> bool {
        if !self.matches_area(snapshot, index) {
            return false;
        }
        if self.themes.is_empty() && !self.has_source_conditions() && !self.has_fact_conditions() {
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
                || area
                    .region
                    .as_ref()
                    .is_some_and(|region| self.regions.iter().any(|wanted| *wanted == **region)))
            && (self.waves.is_empty()
                || snapshot
                    .wave(area)
                    .is_some_and(|wave| self.waves.contains(&wave)))
    }

    fn matches_shared(&self, snapshot: Snapshot, areas: &[AreaId]) -> bool {
        !self.has_area_conditions()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Kind, Pounds};

    fn facts(filter: &Filter) -> Vec<String> {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let all = dataset.owners().flat_map(|owner| snapshot.facts(owner));
        all.filter(|(index, _)| filter.matches_fact(snapshot, *index))
            .map(|(_, fact)| fact.reference().to_string())
            .collect()
    }

    #[test]
    fn partner_filter_keeps_actions_of_the_partner() {
        let found = facts(&Filter {
            partners: vec!["National Literacy Trust".into()],
            ..Filter::default()
        });
        assert_eq!(
            found,
            [
                "bradford/2/local-plans",
                "hastings/1/get-hastings-reading",
                "hastings/1/literacy-champions",
                "hastings/1/get-hastings-reading-handed-over",
                "north-yorkshire-coast/3/our-stories-literacy-hub",
                "north-yorkshire-coast/3/literacy-champions"
            ]
        );
    }

    #[test]
    fn by_filter_keeps_targets_and_actions_due_by_the_date() {
        let due = |date: &str, kind| Filter {
            by: Some(date.parse().expect("a date")),
            kinds: vec![kind],
            ..Filter::default()
        };
        assert_eq!(
            facts(&due("2018", Kind::Target)),
            [
                "hastings/3/i-rock-capacity",
                "norwich/4/experiences-of-work"
            ]
        );
        assert_eq!(facts(&due("2021", Kind::Target)).len(), 44);
        assert!(
            facts(&due("2020-03", Kind::Action))
                .contains(&"west-somerset/1/physical-literacy".into())
        );
    }

    #[test]
    fn conditions_combine_with_and_and_values_with_or() {
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
    fn theme_filter_keeps_areas_with_a_matching_priority() {
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
            dataset.find(reference).expect("the reference exists"),
        )
    }

    #[test]
    fn money_filter_includes_the_exact_sum() {
        let money = |pounds| Filter {
            money: Some(Pounds(pounds)),
            ..Filter::default()
        };
        assert!(matches(&money(500_000), "oldham/3/whole-school-wellbeing"));
        assert!(!matches(&money(500_001), "oldham/3/whole-school-wellbeing"));
        assert!(
            matches(&money(500_000), "oldham/3") && !matches(&money(500_000), "oldham/1"),
            "a priority matches through its facts"
        );
    }

    #[test]
    fn programme_facts_match_only_without_area_conditions() {
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
        assert!(matches(&region("North West"), "oldham") && !matches(&region("North"), "oldham"));
        assert!(
            matches(&region("North West"), "oldham/rank-2016"),
            "facts about an area belong to its region"
        );
        for reference in ["programme", "theme/maths", "source/plan-oldham"] {
            assert!(
                matches(&Filter::default(), reference)
                    && !matches(&region("North West"), reference),
                "{reference}"
            );
        }
    }
}
