//! What can be browsed, level by level: subjects, their chapters, and the facts in each.

use std::borrow::Cow;

use super::{filter::Filter, snapshot::Snapshot};
use crate::dataset::{
    AreaIndex, Dataset, FactData, FactIndex, ItemIndex, Kind, OwnerIndex, Priority, PriorityIndex,
    ThemeId,
};

/// The first level: an area, or the programme as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AreaRow {
    /// An area.
    Area(AreaIndex),
    /// The programme as a whole.
    Programme,
}

/// The second level: a priority, the other facts about an area, or a part of what is known of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriorityRow {
    /// A priority.
    Priority(PriorityIndex),
    /// Facts about an area that belong to no priority.
    AboutArea(AreaIndex),
    /// A part of what is known of the programme.
    Programme(ProgrammeSection),
}

/// A part of what is known of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgrammeSection {
    /// What it is.
    Overview,
    /// Who runs and oversees it, and who helps.
    People,
    /// What plans share.
    Shared,
    /// What it costs.
    Money,
    /// What happened when.
    Events,
}

impl ProgrammeSection {
    const ALL: [Self; 5] = [
        Self::Overview,
        Self::People,
        Self::Shared,
        Self::Money,
        Self::Events,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Overview => "What it is",
            Self::People => "Oversight and partners",
            Self::Shared => "What plans share",
            Self::Money => "Money",
            Self::Events => "Events",
        }
    }

    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Overview => &[Kind::About, Kind::Commission],
            Self::People => &[Kind::Oversight, Kind::NationalPartner, Kind::Person],
            Self::Shared => &[Kind::SharedAction, Kind::SharedFact],
            Self::Money => &[Kind::Money],
            Self::Events => &[Kind::Event],
        }
    }
}

/// The third level: a fact, and how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactRow {
    /// The fact.
    pub fact: FactIndex,
    /// How far it reaches.
    pub reach: FactScope,
}

/// How far a fact reaches beyond the chapter that it is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactScope {
    /// It belongs to this chapter alone.
    Own,
    /// It belongs to the area as a whole.
    AreaWide,
    /// It belongs to several areas.
    Shared,
}

impl FactScope {
    /// The mark that is shown before the fact.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Own => "",
            Self::AreaWide => "(area-wide) ",
            Self::Shared => "(shared) ",
        }
    }
}

/// The subjects that are asked for: the areas in their order, then the programme.
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

/// A subject's chapters: an area's priorities, then what else is known of it; where something is asked for, those that have it.
#[must_use]
pub fn priority_rows(snapshot: Snapshot, filter: &Filter, area_row: AreaRow) -> Vec<PriorityRow> {
    let asked = |priority_row: &PriorityRow| {
        filter.is_empty() || !fact_rows(snapshot, filter, *priority_row).is_empty()
    };
    match area_row {
        AreaRow::Area(area) => {
            let priorities = snapshot
                .priorities(area)
                .map(|(priority, _)| priority)
                .filter(|&priority| filter.matches_priority(snapshot, priority));
            priorities
                .map(PriorityRow::Priority)
                .chain(Some(PriorityRow::AboutArea(area)).filter(asked))
                .collect()
        }
        AreaRow::Programme => ProgrammeSection::ALL
            .into_iter()
            .map(PriorityRow::Programme)
            .filter(asked)
            .collect(),
    }
}

/// The facts in a chapter that are asked for, by kind.
///
/// Under a priority stand its own facts and actions that reach it from further away: those of its area as a whole, and
/// shared ones of one of its themes. A shared action whose themes no priority of the area has stands with the area.
#[must_use]
pub fn fact_rows(snapshot: Snapshot, filter: &Filter, priority_row: PriorityRow) -> Vec<FactRow> {
    let mut fact_rows = all_fact_rows(snapshot, priority_row);
    if !filter.is_empty() {
        // A priority that is in a theme is so with all that stands under it, also where it comes from further away.
        let themeless = Filter {
            themes: Vec::new(),
            ..filter.clone()
        };
        let filter = if matches!(priority_row, PriorityRow::Priority(_)) {
            &themeless
        } else {
            filter
        };
        fact_rows.retain(|entry| filter.matches_fact(snapshot, entry.fact));
    }
    fact_rows
}

fn all_fact_rows(snapshot: Snapshot, priority_row: PriorityRow) -> Vec<FactRow> {
    let dataset = snapshot.dataset();
    let own = |(fact, _)| FactRow {
        fact,
        reach: FactScope::Own,
    };
    match priority_row {
        PriorityRow::Priority(priority) => {
            let mut fact_rows: Vec<FactRow> = Vec::new();
            let themes: Vec<&ThemeId> = themes_of(dataset.priority(priority)).collect();
            for kind in [
                Kind::Reason,
                Kind::Target,
                Kind::Action,
                Kind::Result,
                Kind::LaterTitle,
            ] {
                fact_rows.extend(
                    snapshot
                        .facts_of(OwnerIndex::Priority(priority), kind)
                        .map(own),
                );
                if kind == Kind::Action {
                    let shared =
                        shared_actions(snapshot, priority.area()).filter(|(_, action_themes)| {
                            action_themes.iter().any(|theme| themes.contains(&theme))
                        });
                    fact_rows.extend(shared.map(|(fact, _)| FactRow {
                        fact,
                        reach: FactScope::Shared,
                    }));
                    let area_wide =
                        snapshot.facts_of(OwnerIndex::Area(priority.area()), Kind::Action);
                    fact_rows.extend(area_wide.map(|(fact, _)| FactRow {
                        fact,
                        reach: FactScope::AreaWide,
                    }));
                }
            }
            fact_rows
        }
        PriorityRow::AboutArea(area) => {
            let mut fact_rows: Vec<FactRow> =
                snapshot.facts(OwnerIndex::Area(area)).map(own).collect();
            let has = |theme: &ThemeId| {
                snapshot
                    .priorities(area)
                    .any(|(_, priority)| themes_of(priority).any(|other| other == theme))
            };
            let homeless =
                shared_actions(snapshot, area).filter(|(_, themes)| !themes.iter().any(has));
            fact_rows.extend(homeless.map(|(fact, _)| FactRow {
                fact,
                reach: FactScope::Shared,
            }));
            let shared = snapshot
                .facts_of(OwnerIndex::Programme, Kind::SharedFact)
                .filter(|(_, fact)| match fact.body {
                    FactData::SharedFact(fact) => {
                        fact.applies_to.areas.contains(&dataset.area(area).id)
                    }
                    _ => false,
                });
            fact_rows.extend(shared.map(|(fact, _)| FactRow {
                fact,
                reach: FactScope::Shared,
            }));
            fact_rows
        }
        PriorityRow::Programme(part) => part
            .kinds()
            .iter()
            .flat_map(|&kind| snapshot.facts_of(OwnerIndex::Programme, kind))
            .map(own)
            .collect(),
    }
}

fn themes_of(priority: &Priority) -> impl Iterator<Item = &ThemeId> {
    priority
        .themes
        .iter()
        .map(|classification| &classification.theme)
}

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

/// The name of a subject.
#[must_use]
pub fn area_row_name(dataset: &Dataset, area_row: AreaRow) -> &str {
    match area_row {
        AreaRow::Area(area) => &dataset.area(area).name,
        AreaRow::Programme => "The programme",
    }
}

/// The name of a chapter.
#[must_use]
pub fn priority_row_name(dataset: &Dataset, priority_row: PriorityRow) -> Cow<'_, str> {
    match priority_row {
        PriorityRow::Priority(priority) => {
            let priority = dataset.priority(priority);
            Cow::Owned(format!("{} {}", priority.number, priority.title))
        }
        PriorityRow::AboutArea(_) => Cow::Borrowed("About the area"),
        PriorityRow::Programme(part) => Cow::Borrowed(part.name()),
    }
}

/// Where something is found by browsing: the subject, the chapter and the fact that lead to it.
/// Themes and sources have no such place.
#[must_use]
pub fn place_of(item: ItemIndex) -> Option<(AreaRow, Option<PriorityRow>, Option<FactIndex>)> {
    match item {
        ItemIndex::Programme => Some((AreaRow::Programme, None, None)),
        ItemIndex::Area(area) => Some((AreaRow::Area(area), None, None)),
        ItemIndex::Priority(priority) => Some((
            AreaRow::Area(priority.area()),
            Some(PriorityRow::Priority(priority)),
            None,
        )),
        ItemIndex::Fact(fact) => {
            let (area_row, priority_row) = match fact.owner {
                OwnerIndex::Programme => {
                    let part = ProgrammeSection::ALL
                        .into_iter()
                        .find(|part| part.kinds().contains(&fact.kind))?;
                    (AreaRow::Programme, PriorityRow::Programme(part))
                }
                OwnerIndex::Area(area) => (AreaRow::Area(area), PriorityRow::AboutArea(area)),
                OwnerIndex::Priority(priority) => (
                    AreaRow::Area(priority.area()),
                    PriorityRow::Priority(priority),
                ),
            };
            Some((area_row, Some(priority_row), Some(fact)))
        }
        ItemIndex::Theme(_) | ItemIndex::Source(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn all(dataset: &Dataset) -> Snapshot<'_> {
        Snapshot::latest(dataset)
    }

    #[test]
    fn what_was_not_known_or_is_not_asked_for_stands_nowhere() {
        let dataset = Dataset::bundled();
        let early = Snapshot::as_of(
            &dataset,
            "2017-10-09"
                .parse::<crate::dataset::PartialDate>()
                .expect("a date"),
        );
        let filter = Filter {
            partners: vec!["literacy trust".into()],
            ..Filter::default()
        };
        for (snapshot, filter) in [(early, Filter::default()), (all(&dataset), filter)] {
            let mut reached = HashSet::new();
            for area_row in area_rows(snapshot, &filter) {
                for priority_row in priority_rows(snapshot, &filter, area_row) {
                    reached.extend(
                        fact_rows(snapshot, &filter, priority_row)
                            .into_iter()
                            .map(|entry| entry.fact),
                    );
                }
            }
            let asked: HashSet<_> = snapshot
                .all_facts()
                .map(|(fact, _)| fact)
                .filter(|&fact| filter.matches_fact(snapshot, fact))
                .collect();
            assert_eq!(reached, asked);
        }
    }

    #[test]
    fn a_priority_in_a_theme_keeps_all_that_stands_under_it() {
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
        // Beside it stands what several plans share under this theme.
        let priority_rows = priority_rows(all(&dataset), &filter, AreaRow::Area(priority.area()));
        assert_eq!(
            priority_rows,
            [priority_row, PriorityRow::AboutArea(priority.area())]
        );
    }

    #[test]
    fn browsing_reaches_every_fact() {
        let dataset = Dataset::bundled();
        let mut reached = HashSet::new();
        for area_row in area_rows(all(&dataset), &Filter::default()) {
            for priority_row in priority_rows(all(&dataset), &Filter::default(), area_row) {
                reached.extend(
                    fact_rows(all(&dataset), &Filter::default(), priority_row)
                        .into_iter()
                        .map(|entry| entry.fact),
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
    fn every_fact_is_found_where_it_is_said_to_be() {
        let dataset = Dataset::bundled();
        for (fact, _) in dataset.owners().flat_map(|owner| dataset.facts(owner)) {
            let (area_row, priority_row, found) =
                place_of(ItemIndex::Fact(fact)).expect("a fact has a place");
            let priority_row = priority_row.expect("a fact has a chapter");
            assert!(
                priority_rows(all(&dataset), &Filter::default(), area_row).contains(&priority_row)
            );
            assert!(
                fact_rows(all(&dataset), &Filter::default(), priority_row)
                    .iter()
                    .any(|entry| Some(entry.fact) == found)
            );
        }
    }

    #[test]
    fn shared_actions_stand_under_priorities_of_their_theme_or_with_the_area() {
        let dataset = Dataset::bundled();
        let shared = |priority_row| {
            fact_rows(all(&dataset), &Filter::default(), priority_row)
                .iter()
                .filter(|entry| {
                    entry.reach == FactScope::Shared && entry.fact.kind == Kind::SharedAction
                })
                .count()
        };
        let priority_row = |reference: &str| match dataset.find(reference) {
            Some(ItemIndex::Priority(priority)) => PriorityRow::Priority(priority),
            Some(ItemIndex::Area(area)) => PriorityRow::AboutArea(area),
            other => panic!("{other:?}"),
        };
        assert_eq!(shared(priority_row("oldham/1")), 2);
        assert_eq!(shared(priority_row("oldham/2")), 0);
        assert_eq!(shared(priority_row("oldham")), 0);
        assert_eq!(shared(priority_row("blackpool")), 2);
        assert_eq!(shared(priority_row("hastings")), 0);
    }
}
