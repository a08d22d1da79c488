//! What stands on a page: its title, its lines, its choices.

use crate::{
    command::{self, View},
    dataset::{AreaIndex, Kind, OwnerIndex, PriorityIndex, Slot, SourceIndex, ThemeIndex},
    query::{
        choices::{Choice, choices},
        describe::{citation_line, describe, kind_of, name_of},
        filter::Filter,
        geography::{Direction, nearest, position},
        known::who_says_so,
        matrix::{compare, in_theme},
        outline::{Chapter, Subject, chapter_name, chapters, entries, subject_name, subjects},
        search::{Index, Question},
        sources::{publications, resting_on},
        timeline::{Programme, events},
        world::World,
    },
};

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Page {
    /// Where one begins.
    Start,
    /// A view across areas.
    View(View),
    /// A subject: an area or the programme.
    Subject(Subject),
    /// A chapter of it.
    Chapter(Chapter),
    /// A fact.
    Fact(Slot),
    /// The priorities in a theme.
    Theme(ThemeIndex),
    /// Which areas are near one.
    Neighbours(AreaIndex),
    /// A publication.
    Source(SourceIndex),
    /// Areas side by side.
    Comparison(Vec<AreaIndex>),
    /// What matches these words.
    Found(String),
    /// The values that can be chosen.
    Filter,
    /// The marked places.
    Marks,
    /// What can be typed.
    Help,
}

/// What a page says.
pub(super) struct Content {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
    pub(super) choices: Vec<(String, Choose)>,
}

/// What a number does.
pub(super) enum Choose {
    /// Goes to a page.
    Go(Page),
    /// Chooses a value, or lets it go.
    Toggle(Choice),
}

impl Page {
    /// The page of what stands at a slot.
    pub(super) fn of(slot: Slot) -> Self {
        match slot {
            Slot::Programme => Self::Subject(Subject::Programme),
            Slot::Area(area) => Self::Subject(Subject::Area(area)),
            Slot::Priority(priority) => Self::Chapter(Chapter::Priority(priority)),
            Slot::Fact(_) => Self::Fact(slot),
            Slot::Theme(theme) => Self::Theme(theme),
            Slot::Source(source) => Self::Source(source),
        }
    }

    /// What the page is about.
    pub(super) fn slot(&self) -> Slot {
        match self {
            Self::Subject(Subject::Area(area))
            | Self::Neighbours(area)
            | Self::Chapter(Chapter::AboutArea(area)) => Slot::Area(*area),
            Self::Chapter(Chapter::Priority(priority)) => Slot::Priority(*priority),
            Self::Fact(slot) => *slot,
            Self::Theme(theme) => Slot::Theme(*theme),
            Self::Source(source) => Slot::Source(*source),
            Self::Comparison(areas) => areas
                .first()
                .map_or(Slot::Programme, |&area| Slot::Area(area)),
            _ => Slot::Programme,
        }
    }

    /// What the page says.
    pub(super) fn content(
        &self,
        world: World,
        filter: &Filter,
        index: Option<&Index>,
        marks: &[Self],
        kiosk: bool,
    ) -> Content {
        let choices_of = |slots: Vec<Slot>| {
            slots
                .into_iter()
                .map(|slot| (line(world, slot), Choose::Go(Self::of(slot))))
                .collect()
        };
        let content = |title: &str, lines, choices| Content {
            title: title.into(),
            lines,
            choices,
        };
        match self {
            Self::Start => content("Opportunity areas", start(world), views()),
            Self::View(View::Areas) => content("Areas", Vec::new(), areas(world, filter)),
            Self::View(View::Matrix) => content(
                "Themes, and how many areas have priorities in them",
                Vec::new(),
                themes(world, filter),
            ),
            Self::View(View::Map) => content("Where the areas are", Vec::new(), map(world, filter)),
            Self::View(View::Timeline) => {
                let events = events(world, filter, Programme::IfAsked)
                    .into_iter()
                    .map(|(fact, _)| Slot::Fact(fact));
                content(
                    "What happened when",
                    Vec::new(),
                    choices_of(events.collect()),
                )
            }
            Self::View(View::Compare) => {
                let lines = vec![
                    "Type compare and two to four areas, as in: compare hastings ipswich".into(),
                ];
                content("Areas side by side", lines, Vec::new())
            }
            Self::View(View::Sources) => {
                content("Publications, by date", Vec::new(), sources(world, filter))
            }
            Self::View(View::Search) => content(
                "Search",
                vec!["Type s and the words to look for.".into()],
                Vec::new(),
            ),
            Self::Subject(subject) => subject_page(world, filter, *subject),
            Self::Chapter(chapter) => {
                let title = match chapter {
                    Chapter::Priority(priority) => {
                        format!(
                            "Priority of {}: {}",
                            world.dataset().area(priority.area()).name,
                            chapter_name(world.dataset(), *chapter)
                        )
                    }
                    Chapter::AboutArea(area) => {
                        format!("About {}", world.dataset().area(*area).name)
                    }
                    Chapter::Programme(_) => chapter_name(world.dataset(), *chapter).into_owned(),
                };
                let lines = if matches!(chapter, Chapter::Priority(_)) {
                    described(world, self.slot())
                } else {
                    Vec::new()
                };
                let entries = entries(world, filter, *chapter).into_iter();
                let choices = entries.map(|entry| {
                    let slot = Slot::Fact(entry.fact);
                    (
                        format!("{}{}", entry.reach.mark(), line_without_area(world, slot)),
                        Choose::Go(Self::Fact(slot)),
                    )
                });
                content(&title, lines, choices.collect())
            }
            Self::Fact(slot) => {
                let mut lines = described(world, *slot);
                lines.remove(0);
                content(
                    &format!(
                        "{}: {}",
                        capital(kind_of(world, *slot)),
                        describe(world, *slot).title
                    ),
                    lines,
                    Vec::new(),
                )
            }
            Self::Theme(theme) => theme_page(world, *theme),
            Self::Neighbours(area) => neighbours(world, filter, *area),
            Self::Source(source) => {
                let rests = resting_on(world, filter, *source).collect();
                content(
                    &format!("Publication: {}", name_of(world, self.slot())),
                    described(world, self.slot()),
                    choices_of(rests),
                )
            }
            Self::Comparison(areas) => comparison(world, areas),
            Self::Found(words) => found(world, filter, index, words),
            Self::Filter => content(
                "Show only. Numbers choose values, or let them go; all lets all of them go",
                Vec::new(),
                values(world, filter),
            ),
            Self::Marks => {
                let lines = if marks.is_empty() {
                    vec!["No place is marked. Type m to mark the one where you are.".into()]
                } else {
                    Vec::new()
                };
                let choices = marks.iter().map(|page| {
                    (
                        page.content(world, filter, index, &[], kiosk).title,
                        Choose::Go(page.clone()),
                    )
                });
                content("Marked places", lines, choices.collect())
            }
            Self::Help => content("What can be typed", help(kiosk), Vec::new()),
        }
    }
}

fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Something in a line: where it belongs, what it is, what it says.
fn line(world: World, slot: Slot) -> String {
    let place = slot
        .area()
        .map(|area| format!("{}, ", world.dataset().area(area).name))
        .unwrap_or_default();
    format!("{place}{}", line_without_area(world, slot))
}

fn line_without_area(world: World, slot: Slot) -> String {
    let amount = match world.dataset().item(slot) {
        crate::dataset::Item::Fact(fact) if fact.kind != Kind::Money => fact
            .amount()
            .map(|amount| format!("{amount}: "))
            .unwrap_or_default(),
        _ => String::new(),
    };
    format!("{}: {amount}{}", kind_of(world, slot), name_of(world, slot))
}

/// All that is known of something, a line each, with its sources.
fn described(world: World, slot: Slot) -> Vec<String> {
    let description = describe(world, slot);
    let mut lines = vec![description.title];
    lines.extend(
        description
            .fields
            .into_iter()
            .map(|field| format!("{}: {}", field.label, field.value)),
    );
    lines.extend(
        description
            .cites
            .into_iter()
            .map(|citation| format!("Source: {}", citation_line(world.dataset(), citation))),
    );
    lines.push(format!("Reference: {}", description.reference));
    lines
}

fn start(world: World) -> Vec<String> {
    let document = world.dataset().document();
    let priorities: usize = world
        .dataset()
        .areas()
        .map(|(area, _)| world.priorities(area).count())
        .sum();
    vec![format!(
        "{} areas, {priorities} priorities, {} publications are known.",
        document.areas.len(),
        world.sources().count()
    )]
}

fn views() -> Vec<(String, Choose)> {
    let what = |view| {
        command::TABLE
            .iter()
            .find(|row| row.command == command::Command::View(view))
            .map_or("", |row| row.what)
    };
    View::ALL
        .into_iter()
        .map(|view| {
            (
                format!("{}: {}", view.name(), what(view)),
                Choose::Go(Page::View(view)),
            )
        })
        .collect()
}

fn areas(world: World, filter: &Filter) -> Vec<(String, Choose)> {
    let label = |subject| {
        let name = subject_name(world.dataset(), subject);
        let Subject::Area(area) = subject else {
            return format!("{name}: what it is, who oversees it, what plans share, money, events");
        };
        let plan = world.plan(area).map_or("plan awaited".into(), |plan| {
            format!("plan published {}", plan.published)
        });
        let rank = world.rank(area).map_or("rank not known".into(), |rank| {
            format!("rank {} of {} in {}", rank.rank, rank.of, rank.year)
        });
        let count = world.priorities(area).count();
        format!(
            "{name}: {plan}, {count} {}, {rank}",
            if count == 1 { "priority" } else { "priorities" }
        )
    };
    subjects(world, filter)
        .into_iter()
        .map(|subject| (label(subject), Choose::Go(Page::Subject(subject))))
        .collect()
}

fn themes(world: World, filter: &Filter) -> Vec<(String, Choose)> {
    let dataset = world.dataset();
    let asked: Vec<AreaIndex> = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.takes_area_or_part(world, area))
        .collect();
    let themes = dataset
        .themes()
        .filter(|(_, theme)| filter.themes.is_empty() || filter.themes.contains(&theme.id));
    let label = |(index, theme): (ThemeIndex, &crate::dataset::Theme)| {
        let counts = asked
            .iter()
            .map(|&area| (area, in_theme(world, area, index).count()))
            .filter(|(_, count)| *count > 0);
        let names: Vec<String> = counts
            .map(|(area, count)| {
                let name = &dataset.area(area).name;
                if count == 1 {
                    name.to_string()
                } else {
                    format!("{name} with {count}")
                }
            })
            .collect();
        let names = if names.is_empty() {
            "no area".into()
        } else {
            names.join(", ")
        };
        (
            format!("{}: {names}", theme.name),
            Choose::Go(Page::Theme(index)),
        )
    };
    themes.map(label).collect()
}

fn theme_page(world: World, index: ThemeIndex) -> Content {
    let dataset = world.dataset();
    let theme = &dataset.document().themes[index.place()];
    let priorities = dataset
        .areas()
        .flat_map(|(area, _)| in_theme(world, area, index));
    let label = |index: PriorityIndex| {
        let priority = dataset.priority(index);
        let who = who_says_so(world, &priority.cites);
        format!(
            "{}, priority {}: {} ({who})",
            dataset.area(index.area()).name,
            priority.number,
            priority.title
        )
    };
    let choices = priorities.map(|priority| {
        (
            label(priority),
            Choose::Go(Page::of(Slot::Priority(priority))),
        )
    });
    let mut lines = vec![format!("It takes in: {}.", theme.what)];
    lines.extend(
        dataset
            .document()
            .classification
            .as_ref()
            .map(ToString::to_string),
    );
    Content {
        title: format!("Theme: {}", theme.name),
        lines,
        choices: choices.collect(),
    }
}

fn map(world: World, filter: &Filter) -> Vec<(String, Choose)> {
    let dataset = world.dataset();
    let asked = dataset
        .areas()
        .filter(|(area, _)| filter.takes_area_or_part(world, *area));
    let label = |(index, area): (AreaIndex, &crate::dataset::Area)| {
        let region = area.region.as_deref().unwrap_or("region not known");
        let place = area
            .position
            .as_ref()
            .map_or("position not known".into(), |position| {
                position.meaning.to_string()
            });
        (
            format!("{}: {region}, {place}", area.name),
            Choose::Go(Page::Neighbours(index)),
        )
    };
    asked.map(label).collect()
}

fn neighbours(world: World, filter: &Filter, area: AreaIndex) -> Content {
    let dataset = world.dataset();
    let asked: Vec<AreaIndex> = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| position(dataset, area).is_some() && filter.takes_area_or_part(world, area))
        .collect();
    let name = &dataset.area(area).name;
    let mut choices = vec![(
        format!("All that is known of {name}"),
        Choose::Go(Page::of(Slot::Area(area))),
    )];
    let directions = [
        ("North", Direction::North),
        ("East", Direction::East),
        ("South", Direction::South),
        ("West", Direction::West),
    ];
    for (word, direction) in directions {
        if let Some(other) = nearest(dataset, &asked, area, direction) {
            choices.push((
                format!("{word} of it: {}", dataset.area(other).name),
                Choose::Go(Page::Neighbours(other)),
            ));
        }
    }
    let lines = match position(dataset, area) {
        Some(place) => {
            let (north, east) = (place.latitude.degrees(), place.longitude.degrees());
            let side = if east < 0.0 { "west" } else { "east" };
            vec![format!(
                "{north} degrees north, {} degrees {side}: {}.",
                east.abs(),
                place.meaning
            )]
        }
        None => vec!["Its position is not known.".into()],
    };
    Content {
        title: format!("Where {name} is"),
        lines,
        choices,
    }
}

fn sources(world: World, filter: &Filter) -> Vec<(String, Choose)> {
    let label = |publication: crate::query::sources::Publication| {
        let source = publication.source;
        let text = format!(
            "{}: {}, {}; {} facts rest on it",
            source.published, source.title, source.publisher, publication.resting
        );
        (text, Choose::Go(Page::Source(publication.index)))
    };
    publications(world, filter).into_iter().map(label).collect()
}

fn subject_page(world: World, filter: &Filter, subject: Subject) -> Content {
    let dataset = world.dataset();
    let slot = Page::Subject(subject).slot();
    let label = |chapter| match chapter {
        Chapter::Priority(_) => format!("Priority {}", chapter_name(dataset, chapter)),
        Chapter::AboutArea(area) => {
            let count = world.facts(OwnerIndex::Area(area)).count();
            format!(
                "About the area: {count} other {}",
                if count == 1 { "fact" } else { "facts" }
            )
        }
        Chapter::Programme(_) => chapter_name(dataset, chapter).into_owned(),
    };
    let chapters = chapters(world, filter, subject).into_iter();
    Content {
        title: format!(
            "{}: {}",
            capital(kind_of(world, slot)),
            describe(world, slot).title
        ),
        lines: described(world, slot).into_iter().skip(1).collect(),
        choices: chapters
            .map(|chapter| (label(chapter), Choose::Go(Page::Chapter(chapter))))
            .collect(),
    }
}

fn comparison(world: World, areas: &[AreaIndex]) -> Content {
    let dataset = world.dataset();
    let names: Vec<&str> = areas
        .iter()
        .map(|&area| dataset.area(area).name.as_str())
        .collect();
    let (mut lines, mut section) = (Vec::new(), None);
    for comparison in compare(world, areas) {
        let words = if comparison.differs() {
            "Where they differ:"
        } else {
            "What all of them have:"
        };
        if section != Some(words) {
            section = Some(words);
            lines.push(words.to_string());
        }
        let theme = comparison.theme.map_or("No theme", |theme| {
            &dataset.document().themes[theme.place()].name
        });
        for (name, priorities) in names.iter().zip(&comparison.priorities) {
            let titles: Vec<String> = priorities
                .iter()
                .map(|&priority| {
                    let priority = dataset.priority(priority);
                    format!("{} {}", priority.number, priority.title)
                })
                .collect();
            let titles = if titles.is_empty() {
                "no priority here".into()
            } else {
                titles.join("; ")
            };
            lines.push(format!("{theme}, {name}: {titles}"));
        }
    }
    let choices = areas.iter().map(|&area| {
        (
            format!("All that is known of {}", dataset.area(area).name),
            Choose::Go(Page::of(Slot::Area(area))),
        )
    });
    Content {
        title: format!("{} side by side", names.join(" and ")),
        lines,
        choices: choices.collect(),
    }
}

fn found(world: World, filter: &Filter, index: Option<&Index>, words: &str) -> Content {
    let question = Question::new(words);
    let hits: Vec<Slot> = index
        .map(|index| index.search(world, &question))
        .unwrap_or_default()
        .into_iter()
        .map(|hit| hit.slot)
        .filter(|&slot| filter.takes(world, slot))
        .collect();
    let lines = match (hits.len(), index) {
        (0, Some(index)) => {
            let near = index.nearest_words(world, &question);
            let words = if near.is_empty() {
                String::new()
            } else {
                format!(" Words that do occur: {}.", near.join(", "))
            };
            vec![format!("Nothing matches.{words}")]
        }
        (count, _) => vec![format!("{count} found, the best first.")],
    };
    let choices = hits
        .into_iter()
        .map(|slot| (line(world, slot), Choose::Go(Page::of(slot))));
    Content {
        title: format!("Search: {words}"),
        lines,
        choices: choices.collect(),
    }
}

fn values(world: World, filter: &Filter) -> Vec<(String, Choose)> {
    let label = |choice: Choice| {
        let chosen = if choice.chosen { "chosen, " } else { "" };
        let text = format!(
            "{} {}: {chosen}{} {}",
            capital(choice.condition.singular()),
            choice.label,
            choice.count,
            choice.condition.counted()
        );
        (text, Choose::Toggle(choice))
    };
    choices(world, filter).into_iter().map(label).collect()
}

/// What can be typed, from the table.
fn help(kiosk: bool) -> Vec<String> {
    let mut lines = vec!["A number goes to what stands behind it.".to_string()];
    for row in command::TABLE
        .iter()
        .filter(|row| row.command.is_allowed(kiosk))
    {
        if let Some(word) = row.word {
            lines.push(format!("{word}: {}.", row.spoken.unwrap_or(row.what)));
        }
    }
    lines
}
