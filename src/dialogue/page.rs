//! What stands on a page: its title, its lines, its choices.

use crate::{
    command::{self, View},
    dataset::{AreaIndex, ItemIndex, Kind, OwnerIndex, PriorityIndex, SourceIndex, ThemeIndex},
    query::{
        choices::{FacetOption, choices},
        describe::{citation_line, describe, kind_of, name_of},
        filter::Filter,
        geography::{Direction, nearest, position},
        matrix::{compare, in_theme},
        outline::{
            AreaRow, PriorityRow, area_row_name, area_rows, fact_rows, priority_row_name,
            priority_rows,
        },
        provenance::attribution,
        search::{Index, SearchQuery},
        snapshot::Snapshot,
        sources::{cited_by, publications},
        timeline::{ProgrammeEvents, events},
    },
};

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum DialoguePage {
    /// Where one begins.
    Start,
    /// A view across areas.
    View(View),
    /// A subject: an area or the programme.
    AreaRow(AreaRow),
    /// A chapter of it.
    PriorityRow(PriorityRow),
    /// A fact.
    Fact(ItemIndex),
    /// The priorities in a theme.
    Theme(ThemeIndex),
    /// Which areas are near one.
    Neighbours(AreaIndex),
    /// A publication.
    Source(SourceIndex),
    /// Areas side by side.
    ComparisonRow(Vec<AreaIndex>),
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
pub(super) struct PageContent {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
    pub(super) choices: Vec<(String, ChoiceAction)>,
}

/// What a number does.
pub(super) enum ChoiceAction {
    /// Goes to a page.
    Go(DialoguePage),
    /// Chooses a value, or lets it go.
    Toggle(FacetOption),
}

impl DialoguePage {
    /// The page of what stands at a slot.
    pub(super) fn of(item: ItemIndex) -> Self {
        match item {
            ItemIndex::Programme => Self::AreaRow(AreaRow::Programme),
            ItemIndex::Area(area) => Self::AreaRow(AreaRow::Area(area)),
            ItemIndex::Priority(priority) => Self::PriorityRow(PriorityRow::Priority(priority)),
            ItemIndex::Fact(_) => Self::Fact(item),
            ItemIndex::Theme(theme) => Self::Theme(theme),
            ItemIndex::Source(source) => Self::Source(source),
        }
    }

    /// What the page is about.
    pub(super) fn item(&self) -> ItemIndex {
        match self {
            Self::AreaRow(AreaRow::Area(area))
            | Self::Neighbours(area)
            | Self::PriorityRow(PriorityRow::AboutArea(area)) => ItemIndex::Area(*area),
            Self::PriorityRow(PriorityRow::Priority(priority)) => ItemIndex::Priority(*priority),
            Self::Fact(item) => *item,
            Self::Theme(theme) => ItemIndex::Theme(*theme),
            Self::Source(source) => ItemIndex::Source(*source),
            Self::ComparisonRow(areas) => areas
                .first()
                .map_or(ItemIndex::Programme, |&area| ItemIndex::Area(area)),
            _ => ItemIndex::Programme,
        }
    }

    /// What the page says.
    pub(super) fn content(
        &self,
        snapshot: Snapshot,
        filter: &Filter,
        index: Option<&Index>,
        marks: &[Self],
        kiosk: bool,
    ) -> PageContent {
        let choices_of = |items: Vec<ItemIndex>| {
            items
                .into_iter()
                .map(|item| (line(snapshot, item), ChoiceAction::Go(Self::of(item))))
                .collect()
        };
        let content = |title: &str, lines, choices| PageContent {
            title: title.into(),
            lines,
            choices,
        };
        match self {
            Self::Start => content("Opportunity areas", start(snapshot), views()),
            Self::View(View::Areas) => content("Areas", Vec::new(), areas(snapshot, filter)),
            Self::View(View::Matrix) => content(
                "Themes, and how many areas have priorities in them",
                Vec::new(),
                themes(snapshot, filter),
            ),
            Self::View(View::Map) => {
                content("Where the areas are", Vec::new(), map(snapshot, filter))
            }
            Self::View(View::Timeline) => {
                let events = events(snapshot, filter, ProgrammeEvents::OnlyIfUnfiltered)
                    .into_iter()
                    .map(|(fact, _)| ItemIndex::Fact(fact));
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
            Self::View(View::Sources) => content(
                "Publications, by date",
                Vec::new(),
                sources(snapshot, filter),
            ),
            Self::View(View::Search) => content(
                "Search",
                vec!["Type s and the words to look for.".into()],
                Vec::new(),
            ),
            Self::AreaRow(area_row) => subject_page(snapshot, filter, *area_row),
            Self::PriorityRow(priority_row) => {
                let title = match priority_row {
                    PriorityRow::Priority(priority) => {
                        format!(
                            "Priority of {}: {}",
                            snapshot.dataset().area(priority.area()).name,
                            priority_row_name(snapshot.dataset(), *priority_row)
                        )
                    }
                    PriorityRow::AboutArea(area) => {
                        format!("About {}", snapshot.dataset().area(*area).name)
                    }
                    PriorityRow::Programme(_) => {
                        priority_row_name(snapshot.dataset(), *priority_row).into_owned()
                    }
                };
                let lines = if matches!(priority_row, PriorityRow::Priority(_)) {
                    described(snapshot, self.item())
                } else {
                    Vec::new()
                };
                let fact_rows = fact_rows(snapshot, filter, *priority_row).into_iter();
                let choices = fact_rows.map(|entry| {
                    let item = ItemIndex::Fact(entry.fact);
                    (
                        format!(
                            "{}{}",
                            entry.reach.mark(),
                            line_without_area(snapshot, item)
                        ),
                        ChoiceAction::Go(Self::Fact(item)),
                    )
                });
                content(&title, lines, choices.collect())
            }
            Self::Fact(item) => {
                let mut lines = described(snapshot, *item);
                lines.remove(0);
                content(
                    &format!(
                        "{}: {}",
                        capital(kind_of(snapshot, *item)),
                        describe(snapshot, *item).title
                    ),
                    lines,
                    Vec::new(),
                )
            }
            Self::Theme(theme) => theme_page(snapshot, *theme),
            Self::Neighbours(area) => neighbours(snapshot, filter, *area),
            Self::Source(source) => {
                let rests = cited_by(snapshot, filter, *source).collect();
                content(
                    &format!("Publication: {}", name_of(snapshot, self.item())),
                    described(snapshot, self.item()),
                    choices_of(rests),
                )
            }
            Self::ComparisonRow(areas) => comparison(snapshot, areas),
            Self::Found(words) => found(snapshot, filter, index, words),
            Self::Filter => content(
                "Show only. Numbers choose values, or let them go; all lets all of them go",
                Vec::new(),
                values(snapshot, filter),
            ),
            Self::Marks => {
                let lines = if marks.is_empty() {
                    vec!["No place is marked. Type m to mark the one where you are.".into()]
                } else {
                    Vec::new()
                };
                let choices = marks.iter().map(|page| {
                    (
                        page.content(snapshot, filter, index, &[], kiosk).title,
                        ChoiceAction::Go(page.clone()),
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
fn line(snapshot: Snapshot, item: ItemIndex) -> String {
    let index = item
        .area()
        .map(|area| format!("{}, ", snapshot.dataset().area(area).name))
        .unwrap_or_default();
    format!("{index}{}", line_without_area(snapshot, item))
}

fn line_without_area(snapshot: Snapshot, item: ItemIndex) -> String {
    let amount = match snapshot.dataset().item(item) {
        crate::dataset::Item::Fact(fact) if fact.kind != Kind::Money => fact
            .amount()
            .map(|amount| format!("{amount}: "))
            .unwrap_or_default(),
        _ => String::new(),
    };
    format!(
        "{}: {amount}{}",
        kind_of(snapshot, item),
        name_of(snapshot, item)
    )
}

/// All that is known of something, a line each, with its sources.
fn described(snapshot: Snapshot, item: ItemIndex) -> Vec<String> {
    let description = describe(snapshot, item);
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
            .map(|citation| format!("Source: {}", citation_line(snapshot.dataset(), citation))),
    );
    lines.push(format!("Reference: {}", description.reference));
    lines
}

fn start(snapshot: Snapshot) -> Vec<String> {
    let document = snapshot.dataset().document();
    let priorities: usize = snapshot
        .dataset()
        .areas()
        .map(|(area, _)| snapshot.priorities(area).count())
        .sum();
    vec![format!(
        "{} areas, {priorities} priorities, {} publications are known.",
        document.areas.len(),
        snapshot.sources().count()
    )]
}

fn views() -> Vec<(String, ChoiceAction)> {
    let what = |view| {
        command::BINDINGS
            .iter()
            .find(|row| row.command == command::Command::View(view))
            .map_or("", |row| row.what)
    };
    View::ALL
        .into_iter()
        .map(|view| {
            (
                format!("{}: {}", view.name(), what(view)),
                ChoiceAction::Go(DialoguePage::View(view)),
            )
        })
        .collect()
}

fn areas(snapshot: Snapshot, filter: &Filter) -> Vec<(String, ChoiceAction)> {
    let label = |area_row| {
        let name = area_row_name(snapshot.dataset(), area_row);
        let AreaRow::Area(area) = area_row else {
            return format!("{name}: what it is, who oversees it, what plans share, money, events");
        };
        let plan = snapshot.plan(area).map_or("plan awaited".into(), |plan| {
            format!("plan published {}", plan.published)
        });
        let rank = snapshot.rank(area).map_or("rank not known".into(), |rank| {
            format!("rank {} of {} in {}", rank.rank, rank.of, rank.year)
        });
        let count = snapshot.priorities(area).count();
        format!(
            "{name}: {plan}, {count} {}, {rank}",
            if count == 1 { "priority" } else { "priorities" }
        )
    };
    area_rows(snapshot, filter)
        .into_iter()
        .map(|area_row| {
            (
                label(area_row),
                ChoiceAction::Go(DialoguePage::AreaRow(area_row)),
            )
        })
        .collect()
}

fn themes(snapshot: Snapshot, filter: &Filter) -> Vec<(String, ChoiceAction)> {
    let dataset = snapshot.dataset();
    let asked: Vec<AreaIndex> = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| filter.matches_area_or_part(snapshot, area))
        .collect();
    let themes = dataset
        .themes()
        .filter(|(_, theme)| filter.themes.is_empty() || filter.themes.contains(&theme.id));
    let label = |(index, theme): (ThemeIndex, &crate::dataset::Theme)| {
        let counts = asked
            .iter()
            .map(|&area| (area, in_theme(snapshot, area, index).count()))
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
            ChoiceAction::Go(DialoguePage::Theme(index)),
        )
    };
    themes.map(label).collect()
}

fn theme_page(snapshot: Snapshot, index: ThemeIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let theme = &dataset.theme(index);
    let priorities = dataset
        .areas()
        .flat_map(|(area, _)| in_theme(snapshot, area, index));
    let label = |index: PriorityIndex| {
        let priority = dataset.priority(index);
        let who = attribution(snapshot, &priority.cites);
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
            ChoiceAction::Go(DialoguePage::of(ItemIndex::Priority(priority))),
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
    PageContent {
        title: format!("Theme: {}", theme.name),
        lines,
        choices: choices.collect(),
    }
}

fn map(snapshot: Snapshot, filter: &Filter) -> Vec<(String, ChoiceAction)> {
    let dataset = snapshot.dataset();
    let asked = dataset
        .areas()
        .filter(|(area, _)| filter.matches_area_or_part(snapshot, *area));
    let label = |(index, area): (AreaIndex, &crate::dataset::Area)| {
        let region = area.region.as_deref().unwrap_or("region not known");
        let position = area
            .position
            .as_ref()
            .map_or("position not known".into(), |position| {
                position.meaning.to_string()
            });
        (
            format!("{}: {region}, {position}", area.name),
            ChoiceAction::Go(DialoguePage::Neighbours(index)),
        )
    };
    asked.map(label).collect()
}

fn neighbours(snapshot: Snapshot, filter: &Filter, area: AreaIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let asked: Vec<AreaIndex> = dataset
        .areas()
        .map(|(area, _)| area)
        .filter(|&area| {
            position(dataset, area).is_some() && filter.matches_area_or_part(snapshot, area)
        })
        .collect();
    let name = &dataset.area(area).name;
    let mut choices = vec![(
        format!("All that is known of {name}"),
        ChoiceAction::Go(DialoguePage::of(ItemIndex::Area(area))),
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
                ChoiceAction::Go(DialoguePage::Neighbours(other)),
            ));
        }
    }
    let lines = match position(dataset, area) {
        Some(index) => {
            let (north, east) = (index.latitude.degrees(), index.longitude.degrees());
            let side = if east < 0.0 { "west" } else { "east" };
            vec![format!(
                "{north} degrees north, {} degrees {side}: {}.",
                east.abs(),
                index.meaning
            )]
        }
        None => vec!["Its position is not known.".into()],
    };
    PageContent {
        title: format!("Where {name} is"),
        lines,
        choices,
    }
}

fn sources(snapshot: Snapshot, filter: &Filter) -> Vec<(String, ChoiceAction)> {
    let label = |publication: crate::query::sources::Publication| {
        let source = publication.source;
        let text = format!(
            "{}: {}, {}; {} facts rest on it",
            source.published, source.title, source.publisher, publication.citation_count
        );
        (
            text,
            ChoiceAction::Go(DialoguePage::Source(publication.index)),
        )
    };
    publications(snapshot, filter)
        .into_iter()
        .map(label)
        .collect()
}

fn subject_page(snapshot: Snapshot, filter: &Filter, area_row: AreaRow) -> PageContent {
    let dataset = snapshot.dataset();
    let item = DialoguePage::AreaRow(area_row).item();
    let label = |priority_row| match priority_row {
        PriorityRow::Priority(_) => {
            format!("Priority {}", priority_row_name(dataset, priority_row))
        }
        PriorityRow::AboutArea(area) => {
            let count = snapshot.facts(OwnerIndex::Area(area)).count();
            format!(
                "About the area: {count} other {}",
                if count == 1 { "fact" } else { "facts" }
            )
        }
        PriorityRow::Programme(_) => priority_row_name(dataset, priority_row).into_owned(),
    };
    let priority_rows = priority_rows(snapshot, filter, area_row).into_iter();
    PageContent {
        title: format!(
            "{}: {}",
            capital(kind_of(snapshot, item)),
            describe(snapshot, item).title
        ),
        lines: described(snapshot, item).into_iter().skip(1).collect(),
        choices: priority_rows
            .map(|priority_row| {
                (
                    label(priority_row),
                    ChoiceAction::Go(DialoguePage::PriorityRow(priority_row)),
                )
            })
            .collect(),
    }
}

fn comparison(snapshot: Snapshot, areas: &[AreaIndex]) -> PageContent {
    let dataset = snapshot.dataset();
    let names: Vec<&str> = areas
        .iter()
        .map(|&area| dataset.area(area).name.as_str())
        .collect();
    let (mut lines, mut section) = (Vec::new(), None);
    for comparison in compare(snapshot, areas) {
        let words = if comparison.differs() {
            "Where they differ:"
        } else {
            "What all of them have:"
        };
        if section != Some(words) {
            section = Some(words);
            lines.push(words.to_string());
        }
        let theme = comparison
            .theme
            .map_or("No theme", |theme| &dataset.theme(theme).name);
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
            ChoiceAction::Go(DialoguePage::of(ItemIndex::Area(area))),
        )
    });
    PageContent {
        title: format!("{} side by side", names.join(" and ")),
        lines,
        choices: choices.collect(),
    }
}

fn found(snapshot: Snapshot, filter: &Filter, index: Option<&Index>, words: &str) -> PageContent {
    let question = SearchQuery::new(words);
    let hits: Vec<ItemIndex> = index
        .map(|index| index.search(snapshot, &question))
        .unwrap_or_default()
        .into_iter()
        .map(|hit| hit.item)
        .filter(|&item| filter.matches(snapshot, item))
        .collect();
    let lines = match (hits.len(), index) {
        (0, Some(index)) => {
            let near = index.nearest_words(snapshot, &question);
            let words = if near.is_empty() {
                String::new()
            } else {
                format!(" Words that do occur: {}.", near.join(", "))
            };
            vec![format!("Nothing matches.{words}")]
        }
        (count, _) => vec![format!("{count} found, the best first.")],
    };
    let choices = hits.into_iter().map(|item| {
        (
            line(snapshot, item),
            ChoiceAction::Go(DialoguePage::of(item)),
        )
    });
    PageContent {
        title: format!("Search: {words}"),
        lines,
        choices: choices.collect(),
    }
}

fn values(snapshot: Snapshot, filter: &Filter) -> Vec<(String, ChoiceAction)> {
    let label = |choice: FacetOption| {
        let chosen = if choice.chosen { "chosen, " } else { "" };
        let text = format!(
            "{} {}: {chosen}{} {}",
            capital(choice.condition.singular()),
            choice.label,
            choice.count,
            choice.condition.counted()
        );
        (text, ChoiceAction::Toggle(choice))
    };
    choices(snapshot, filter).into_iter().map(label).collect()
}

/// What can be typed, from the table.
fn help(kiosk: bool) -> Vec<String> {
    let mut lines = vec!["A number goes to what stands behind it.".to_string()];
    for row in command::BINDINGS
        .iter()
        .filter(|row| row.command.is_allowed(kiosk))
    {
        if let Some(word) = row.word {
            lines.push(format!("{word}: {}.", row.spoken.unwrap_or(row.what)));
        }
    }
    lines
}
