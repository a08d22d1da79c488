//! What can be browsed, level by level: subjects, their chapters, and the facts in each.

use std::borrow::Cow;

use super::{filter::Filter, world::World};
use crate::dataset::{
    AreaIndex, Body, Dataset, FactIndex, Kind, OwnerIndex, Priority, PriorityIndex, Slot, ThemeId,
};

/// The first level: an area, or the programme as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An area.
    Area(AreaIndex),
    /// The programme as a whole.
    Programme,
}

/// The second level: a priority, the other facts about an area, or a part of what is known of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// A priority.
    Priority(PriorityIndex),
    /// Facts about an area that belong to no priority.
    AboutArea(AreaIndex),
    /// A part of what is known of the programme.
    Programme(Part),
}

/// A part of what is known of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What it is.
    WhatItIs,
    /// Who runs and oversees it, and who helps.
    People,
    /// What plans share.
    Shared,
    /// What it costs.
    Money,
    /// What happened when.
    Events,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::WhatItIs,
        Self::People,
        Self::Shared,
        Self::Money,
        Self::Events,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::WhatItIs => "What it is",
            Self::People => "Oversight and partners",
            Self::Shared => "What plans share",
            Self::Money => "Money",
            Self::Events => "Events",
        }
    }

    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::WhatItIs => &[Kind::About, Kind::Commission],
            Self::People => &[Kind::Oversight, Kind::NationalPartner, Kind::Person],
            Self::Shared => &[Kind::SharedAction, Kind::SharedFact],
            Self::Money => &[Kind::Money],
            Self::Events => &[Kind::Event],
        }
    }
}

/// The third level: a fact, and how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The fact.
    pub fact: FactIndex,
    /// How far it reaches.
    pub reach: Reach,
}

/// How far a fact reaches beyond the chapter that it is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// It belongs to this chapter alone.
    Own,
    /// It belongs to the area as a whole.
    AreaWide,
    /// It belongs to several areas.
    Shared,
}

impl Reach {
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
pub fn subjects(world: World, filter: &Filter) -> Vec<Subject> {
    let areas = world
        .dataset()
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.takes_area_or_part(world, area))
        .map(Subject::Area);
    let programme = Some(Subject::Programme)
        .filter(|&programme| filter.is_empty() || !chapters(world, filter, programme).is_empty());
    areas.chain(programme).collect()
}

/// A subject's chapters: an area's priorities, then what else is known of it; where something is asked for, those that have it.
#[must_use]
pub fn chapters(world: World, filter: &Filter, subject: Subject) -> Vec<Chapter> {
    let asked =
        |chapter: &Chapter| filter.is_empty() || !entries(world, filter, *chapter).is_empty();
    match subject {
        Subject::Area(area) => {
            let priorities = world
                .priorities(area)
                .map(|(priority, _)| priority)
                .filter(|&priority| filter.takes_priority(world, priority));
            priorities
                .map(Chapter::Priority)
                .chain(Some(Chapter::AboutArea(area)).filter(asked))
                .collect()
        }
        Subject::Programme => Part::ALL
            .into_iter()
            .map(Chapter::Programme)
            .filter(asked)
            .collect(),
    }
}

/// The facts in a chapter that are asked for, by kind.
///
/// Under a priority stand its own facts and actions that reach it from further away: those of its area as a whole, and
/// shared ones of one of its themes. A shared action whose themes no priority of the area has stands with the area.
#[must_use]
pub fn entries(world: World, filter: &Filter, chapter: Chapter) -> Vec<Entry> {
    let mut entries = all_entries(world, chapter);
    if !filter.is_empty() {
        // A priority that is in a theme is so with all that stands under it, also where it comes from further away.
        let themeless = Filter {
            themes: Vec::new(),
            ..filter.clone()
        };
        let filter = if matches!(chapter, Chapter::Priority(_)) {
            &themeless
        } else {
            filter
        };
        entries.retain(|entry| filter.takes_fact(world, entry.fact));
    }
    entries
}

fn all_entries(world: World, chapter: Chapter) -> Vec<Entry> {
    let dataset = world.dataset();
    let own = |(fact, _)| Entry {
        fact,
        reach: Reach::Own,
    };
    match chapter {
        Chapter::Priority(priority) => {
            let mut entries: Vec<Entry> = Vec::new();
            let themes: Vec<&ThemeId> = themes_of(dataset.priority(priority)).collect();
            for kind in [
                Kind::Reason,
                Kind::Target,
                Kind::Action,
                Kind::Result,
                Kind::LaterTitle,
            ] {
                entries.extend(
                    world
                        .facts_of(OwnerIndex::Priority(priority), kind)
                        .map(own),
                );
                if kind == Kind::Action {
                    let shared =
                        shared_actions(world, priority.area()).filter(|(_, action_themes)| {
                            action_themes.iter().any(|theme| themes.contains(&theme))
                        });
                    entries.extend(shared.map(|(fact, _)| Entry {
                        fact,
                        reach: Reach::Shared,
                    }));
                    let area_wide = world.facts_of(OwnerIndex::Area(priority.area()), Kind::Action);
                    entries.extend(area_wide.map(|(fact, _)| Entry {
                        fact,
                        reach: Reach::AreaWide,
                    }));
                }
            }
            entries
        }
        Chapter::AboutArea(area) => {
            let mut entries: Vec<Entry> = world.facts(OwnerIndex::Area(area)).map(own).collect();
            let has = |theme: &ThemeId| {
                world
                    .priorities(area)
                    .any(|(_, priority)| themes_of(priority).any(|other| other == theme))
            };
            let homeless =
                shared_actions(world, area).filter(|(_, themes)| !themes.iter().any(has));
            entries.extend(homeless.map(|(fact, _)| Entry {
                fact,
                reach: Reach::Shared,
            }));
            let shared = world
                .facts_of(OwnerIndex::Programme, Kind::SharedFact)
                .filter(|(_, fact)| match fact.body {
                    Body::SharedFact(fact) => {
                        fact.applies_to.areas.contains(&dataset.area(area).id)
                    }
                    _ => false,
                });
            entries.extend(shared.map(|(fact, _)| Entry {
                fact,
                reach: Reach::Shared,
            }));
            entries
        }
        Chapter::Programme(part) => part
            .kinds()
            .iter()
            .flat_map(|&kind| world.facts_of(OwnerIndex::Programme, kind))
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
    world: World<'_>,
    area: AreaIndex,
) -> impl Iterator<Item = (FactIndex, &[ThemeId])> {
    let id = &world.dataset().area(area).id;
    world
        .facts_of(OwnerIndex::Programme, Kind::SharedAction)
        .filter_map(move |(index, fact)| match fact.body {
            Body::SharedAction(action) if action.applies_to.areas.contains(id) => {
                Some((index, &action.themes[..]))
            }
            _ => None,
        })
}

/// The name of a subject.
#[must_use]
pub fn subject_name(dataset: &Dataset, subject: Subject) -> &str {
    match subject {
        Subject::Area(area) => &dataset.area(area).name,
        Subject::Programme => "The programme",
    }
}

/// The name of a chapter.
#[must_use]
pub fn chapter_name(dataset: &Dataset, chapter: Chapter) -> Cow<'_, str> {
    match chapter {
        Chapter::Priority(priority) => {
            let priority = dataset.priority(priority);
            Cow::Owned(format!("{} {}", priority.number, priority.title))
        }
        Chapter::AboutArea(_) => Cow::Borrowed("About the area"),
        Chapter::Programme(part) => Cow::Borrowed(part.name()),
    }
}

/// Where something is found by browsing: the subject, the chapter and the fact that lead to it.
/// Themes and sources have no such place.
#[must_use]
pub fn place_of(slot: Slot) -> Option<(Subject, Option<Chapter>, Option<FactIndex>)> {
    match slot {
        Slot::Programme => Some((Subject::Programme, None, None)),
        Slot::Area(area) => Some((Subject::Area(area), None, None)),
        Slot::Priority(priority) => Some((
            Subject::Area(priority.area()),
            Some(Chapter::Priority(priority)),
            None,
        )),
        Slot::Fact(fact) => {
            let (subject, chapter) = match fact.owner {
                OwnerIndex::Programme => {
                    let part = Part::ALL
                        .into_iter()
                        .find(|part| part.kinds().contains(&fact.kind))?;
                    (Subject::Programme, Chapter::Programme(part))
                }
                OwnerIndex::Area(area) => (Subject::Area(area), Chapter::AboutArea(area)),
                OwnerIndex::Priority(priority) => {
                    (Subject::Area(priority.area()), Chapter::Priority(priority))
                }
            };
            Some((subject, Some(chapter), Some(fact)))
        }
        Slot::Theme(_) | Slot::Source(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn all(dataset: &Dataset) -> World<'_> {
        World::now(dataset)
    }

    #[test]
    fn what_was_not_known_or_is_not_asked_for_stands_nowhere() {
        let dataset = Dataset::bundled();
        let early = World::as_of(&dataset, "2017-10-09".parse().expect("a date"));
        let filter = Filter {
            partners: vec!["literacy trust".into()],
            ..Filter::default()
        };
        for (world, filter) in [(early, Filter::default()), (all(&dataset), filter)] {
            let mut reached = HashSet::new();
            for subject in subjects(world, &filter) {
                for chapter in chapters(world, &filter, subject) {
                    reached.extend(
                        entries(world, &filter, chapter)
                            .into_iter()
                            .map(|entry| entry.fact),
                    );
                }
            }
            let asked: HashSet<_> = world
                .all_facts()
                .map(|(fact, _)| fact)
                .filter(|&fact| filter.takes_fact(world, fact))
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
        let Some(Slot::Priority(priority)) = dataset.find("oldham/1") else {
            panic!("oldham/1 is a priority")
        };
        let chapter = Chapter::Priority(priority);
        assert_eq!(
            entries(all(&dataset), &filter, chapter),
            entries(all(&dataset), &Filter::default(), chapter)
        );
        // Beside it stands what several plans share under this theme.
        let chapters = chapters(all(&dataset), &filter, Subject::Area(priority.area()));
        assert_eq!(chapters, [chapter, Chapter::AboutArea(priority.area())]);
    }

    #[test]
    fn browsing_reaches_every_fact() {
        let dataset = Dataset::bundled();
        let mut reached = HashSet::new();
        for subject in subjects(all(&dataset), &Filter::default()) {
            for chapter in chapters(all(&dataset), &Filter::default(), subject) {
                reached.extend(
                    entries(all(&dataset), &Filter::default(), chapter)
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
            let (subject, chapter, found) = place_of(Slot::Fact(fact)).expect("a fact has a place");
            let chapter = chapter.expect("a fact has a chapter");
            assert!(chapters(all(&dataset), &Filter::default(), subject).contains(&chapter));
            assert!(
                entries(all(&dataset), &Filter::default(), chapter)
                    .iter()
                    .any(|entry| Some(entry.fact) == found)
            );
        }
    }

    #[test]
    fn shared_actions_stand_under_priorities_of_their_theme_or_with_the_area() {
        let dataset = Dataset::bundled();
        let shared = |chapter| {
            entries(all(&dataset), &Filter::default(), chapter)
                .iter()
                .filter(|entry| {
                    entry.reach == Reach::Shared && entry.fact.kind == Kind::SharedAction
                })
                .count()
        };
        let chapter = |reference: &str| match dataset.find(reference) {
            Some(Slot::Priority(priority)) => Chapter::Priority(priority),
            Some(Slot::Area(area)) => Chapter::AboutArea(area),
            other => panic!("{other:?}"),
        };
        assert_eq!(shared(chapter("oldham/1")), 2);
        assert_eq!(shared(chapter("oldham/2")), 0);
        assert_eq!(shared(chapter("oldham")), 0);
        assert_eq!(shared(chapter("blackpool")), 2);
        assert_eq!(shared(chapter("hastings")), 0);
    }
}
