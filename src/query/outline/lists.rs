//! The rows that a snapshot and a filter leave.

use super::level::{AreaRow, FactRow, FactScope, PriorityRow, ProgrammeSection};
use crate::{
    dataset::{AreaIndex, FactData, FactIndex, Kind, OwnerIndex, Priority, PriorityIndex, ThemeId},
    query::{fact_group::FactGroup, filter::Filter, snapshot::Snapshot},
    sort::SortShared,
};

/// Returns the rows of the first level that match a filter: the areas in order, then the programme.
#[must_use]
pub fn area_rows(snapshot: Snapshot, filter: &Filter) -> Vec<AreaRow> {
    let areas = snapshot
        .dataset()
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.matches_area_or_part(snapshot, area))
        .map(AreaRow::Area);
    let programme = Some(AreaRow::Programme).filter(|&programme| {
        filter.is_empty() || !priority_rows(snapshot, filter, programme).is_empty()
    });
    areas.chain(programme).collect()
}

/// Returns the rows of the second level that match a filter: an area's priorities and its other
/// facts, or the sections of the programme.
#[must_use]
pub fn priority_rows(snapshot: Snapshot, filter: &Filter, row: AreaRow) -> Vec<PriorityRow> {
    let has_facts =
        |row: &PriorityRow| filter.is_empty() || !fact_rows(snapshot, filter, *row).is_empty();
    match row {
        AreaRow::Area(area) => {
            let priorities = snapshot
                .priorities(area)
                .map(|(priority, _)| priority)
                .filter(|&priority| filter.matches_priority(snapshot, priority));
            priorities
                .map(PriorityRow::Priority)
                .chain(Some(PriorityRow::AboutArea(area)).filter(has_facts))
                .collect()
        }
        AreaRow::Programme => ProgrammeSection::ALL
            .into_iter()
            .map(PriorityRow::Programme)
            .filter(has_facts)
            .collect(),
    }
}

/// Returns the facts of a row of the second level that match a filter, by group and kind.
///
/// A priority lists its own facts, the actions of its area as a whole, and shared actions that have
/// one of its themes. A shared action whose themes no priority of the area has is listed with the
/// other facts about the area.
#[must_use]
pub fn fact_rows(snapshot: Snapshot, filter: &Filter, row: PriorityRow) -> Vec<FactRow> {
    let mut rows = all_fact_rows(snapshot, row);
    if !filter.is_empty() {
        // A priority in a theme keeps all its facts, including those of the area and shared ones.
        let themeless = Filter {
            themes: Vec::new(),
            ..filter.clone()
        };
        let filter = if matches!(row, PriorityRow::Priority(_)) {
            &themeless
        } else {
            filter
        };
        rows.retain(|row| filter.matches_fact(snapshot, row.fact));
    }
    rows
}

fn all_fact_rows(snapshot: Snapshot, row: PriorityRow) -> Vec<FactRow> {
    let dataset = snapshot.dataset();
    let own = |(fact, _)| FactRow {
        fact,
        scope: FactScope::Own,
    };
    match row {
        PriorityRow::Priority(priority) => {
            let mut rows: Vec<FactRow> = Vec::new();
            let themes: Vec<&ThemeId> = themes_of(dataset.priority(priority)).collect();
            for kind in [
                Kind::Target,
                Kind::Action,
                Kind::Result,
                Kind::Reason,
                Kind::LaterTitle,
            ] {
                rows.extend(
                    snapshot
                        .facts_of(OwnerIndex::Priority(priority), kind)
                        .map(own),
                );
                if kind == Kind::Action {
                    let shared =
                        shared_actions(snapshot, priority.area()).filter(|(_, action_themes)| {
                            action_themes.iter().any(|theme| themes.contains(&theme))
                        });
                    rows.extend(shared.map(|(fact, _)| FactRow {
                        fact,
                        scope: FactScope::Shared,
                    }));
                    let area_wide =
                        snapshot.facts_of(OwnerIndex::Area(priority.area()), Kind::Action);
                    rows.extend(area_wide.map(|(fact, _)| FactRow {
                        fact,
                        scope: FactScope::AreaWide,
                    }));
                }
            }
            rows
        }
        PriorityRow::AboutArea(area) => {
            let mut rows: Vec<FactRow> = snapshot.facts(OwnerIndex::Area(area)).map(own).collect();
            let has = |theme: &ThemeId| {
                snapshot
                    .priorities(area)
                    .any(|(_, priority)| themes_of(priority).any(|other| other == theme))
            };
            let without_priority =
                shared_actions(snapshot, area).filter(|(_, themes)| !themes.iter().any(has));
            rows.extend(without_priority.map(|(fact, _)| FactRow {
                fact,
                scope: FactScope::Shared,
            }));
            let shared = snapshot
                .facts_of(OwnerIndex::Programme, Kind::SharedFact)
                .filter(|(_, fact)| match fact.body {
                    FactData::SharedFact(fact) => {
                        fact.applies_to.areas.contains(&dataset.area(area).id)
                    }
                    _ => false,
                });
            rows.extend(shared.map(|(fact, _)| FactRow {
                fact,
                scope: FactScope::Shared,
            }));
            // What comes first in every list comes first here, and kinds stay together.
            rows.sort_shared_by_key(|row| (row.group(), row.heading_kind()));
            rows
        }
        PriorityRow::Programme(section) => {
            let kinds = section.kinds().iter();
            let mut rows: Vec<FactRow> = kinds
                .flat_map(|&kind| snapshot.facts_of(OwnerIndex::Programme, kind))
                .map(own)
                .collect();
            rows.sort_shared_by_key(|row| row.group());
            rows
        }
    }
}

fn themes_of(priority: &Priority) -> impl Iterator<Item = &ThemeId> {
    priority
        .themes
        .iter()
        .map(|classification| &classification.theme)
}

/// Returns the known shared actions of an area, with their themes.
fn shared_actions(
    snapshot: Snapshot<'_>,
    area: AreaIndex,
) -> impl Iterator<Item = (FactIndex, &[ThemeId])> {
    let id = &snapshot.dataset().area(area).id;
    snapshot
        .facts_of(OwnerIndex::Programme, Kind::SharedAction)
        .filter_map(move |(index, fact)| match fact.body {
            FactData::SharedAction(action) if action.applies_to.areas.contains(id) => {
                Some((index, &action.themes[..]))
            }
            _ => None,
        })
}

/// Returns the number of facts of each group of a priority, without targets and groups that have none.
pub(crate) fn counts_beside_targets(
    snapshot: Snapshot,
    priority: PriorityIndex,
) -> impl Iterator<Item = (FactGroup, usize)> {
    let rows = fact_rows(
        snapshot,
        &Filter::default(),
        PriorityRow::Priority(priority),
    );
    let groups = FactGroup::ALL.into_iter();
    groups
        .filter(|&group| group != FactGroup::Target)
        .map(move |group| {
            (
                group,
                rows.iter().filter(|row| row.group() == group).count(),
            )
        })
        .filter(|&(_, count)| count > 0)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::dataset::{Dataset, ItemIndex};

    fn all(dataset: &Dataset) -> Snapshot<'_> {
        Snapshot::latest(dataset)
    }

    #[test]
    fn rows_hold_only_facts_that_are_known_and_match() {
        let dataset = Dataset::bundled();
        let early = Snapshot::as_of(
            &dataset,
            "2017-10-09"
                .parse::<crate::dataset::PartialDate>()
                .expect("a date"),
        );
        let filter = Filter {
            partners: vec!["National Literacy Trust".into()],
            ..Filter::default()
        };
        for (snapshot, filter) in [(early, Filter::default()), (all(&dataset), filter)] {
            let mut reached = HashSet::new();
            for area_row in area_rows(snapshot, &filter) {
                for priority_row in priority_rows(snapshot, &filter, area_row) {
                    reached.extend(
                        fact_rows(snapshot, &filter, priority_row)
                            .into_iter()
                            .map(|row| row.fact),
                    );
                }
            }
            let matching: HashSet<_> = snapshot
                .all_facts()
                .map(|(fact, _)| fact)
                .filter(|&fact| filter.matches_fact(snapshot, fact))
                .collect();
            assert_eq!(reached, matching);
        }
    }

    #[test]
    fn priority_in_a_theme_keeps_all_its_facts() {
        let dataset = Dataset::bundled();
        let filter = Filter {
            themes: vec!["early-years".parse().expect("an id")],
            ..Filter::default()
        };
        let Some(ItemIndex::Priority(priority)) = dataset.find("oldham/1") else {
            panic!("oldham/1 is a priority")
        };
        let priority_row = PriorityRow::Priority(priority);
        assert_eq!(
            fact_rows(all(&dataset), &filter, priority_row),
            fact_rows(all(&dataset), &Filter::default(), priority_row)
        );
        // The area has shared facts in this theme, too.
        let priority_rows = priority_rows(all(&dataset), &filter, AreaRow::Area(priority.area()));
        assert_eq!(
            priority_rows,
            [priority_row, PriorityRow::AboutArea(priority.area())]
        );
    }

    #[test]
    fn every_fact_has_a_row() {
        let dataset = Dataset::bundled();
        let mut reached = HashSet::new();
        for area_row in area_rows(all(&dataset), &Filter::default()) {
            for priority_row in priority_rows(all(&dataset), &Filter::default(), area_row) {
                reached.extend(
                    fact_rows(all(&dataset), &Filter::default(), priority_row)
                        .into_iter()
                        .map(|row| row.fact),
                );
            }
        }
        let whole: HashSet<_> = dataset
            .owners()
            .flat_map(|owner| dataset.facts(owner))
            .map(|(fact, _)| fact)
            .collect();
        assert_eq!(reached, whole);
    }

    #[test]
    fn shared_actions_are_listed_under_their_theme_or_the_area() {
        let dataset = Dataset::bundled();
        let shared = |priority_row| {
            fact_rows(all(&dataset), &Filter::default(), priority_row)
                .iter()
                .filter(|row| row.scope == FactScope::Shared && row.fact.kind == Kind::SharedAction)
                .count()
        };
        let priority_row = |reference: &str| match dataset.find(reference) {
            Some(ItemIndex::Priority(priority)) => PriorityRow::Priority(priority),
            Some(ItemIndex::Area(area)) => PriorityRow::AboutArea(area),
            other => panic!("{other:?}"),
        };
        assert_eq!(shared(priority_row("oldham/1")), 2);
        assert_eq!(shared(priority_row("oldham/2")), 0);
        assert_eq!(shared(priority_row("oldham")), 1);
        assert_eq!(shared(priority_row("blackpool")), 3);
        assert_eq!(shared(priority_row("hastings/4")), 1);
        assert_eq!(shared(priority_row("hastings")), 0);
    }
}
