//! Themes, and the priorities in each.

use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex, PriorityIndex, ThemeIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::{counted, name_of},
        empty_cell::empty_cell,
        filter::Filter,
        matrix::{all_in_theme, areas_in_theme, in_theme},
        provenance::earliest_citation,
        snapshot::Snapshot,
    },
};

/// Returns the themes that match a filter, with their areas.
pub(super) fn themes(snapshot: Snapshot, filter: &Filter) -> PageContent {
    let dataset = snapshot.dataset();
    let area = |(area, count): (AreaIndex, usize)| {
        let name = &dataset.area(area).name;
        if count == 1 {
            name.to_string()
        } else {
            format!("{name} with {}", counted(count, "priority", "priorities"))
        }
    };
    let themes = dataset
        .themes()
        .filter(|(_, theme)| filter.themes.is_empty() || filter.themes.contains(&theme.id));
    let choices = themes.map(|(index, theme)| {
        let areas: Vec<String> = areas_in_theme(snapshot, filter, index)
            .into_iter()
            .map(area)
            .collect();
        let areas = if areas.is_empty() {
            "no area".into()
        } else {
            areas.join(", ")
        };
        Choice::open(
            format!("{}: {areas}", theme.name),
            DialoguePage::Theme(index),
        )
    });
    PageContent::menu(
        "Themes, and the areas with a priority in each",
        choices.collect(),
    )
}

/// Returns the priorities in a theme.
pub(super) fn theme(snapshot: Snapshot, index: ThemeIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let theme = dataset.theme(index);
    let label = |index: PriorityIndex| {
        let priority = dataset.priority(index);
        let area = &dataset.area(index.area()).name;
        format!("{area} {}: {}", priority.number, priority.title)
    };
    let priorities: Vec<PriorityIndex> = all_in_theme(snapshot, index).collect();
    let count = counted(priorities.len(), "priority", "priorities");
    let choices = priorities.into_iter().map(|priority| {
        Choice::open(
            label(priority),
            DialoguePage::of(ItemIndex::Priority(priority)),
        )
    });
    PageContent::menu(format!("Theme: {}, {count}", theme.name), choices.collect())
}

/// Returns what a theme includes, and who says that each priority is in a plan.
pub(super) fn rest(snapshot: Snapshot, index: ThemeIndex) -> Vec<String> {
    let dataset = snapshot.dataset();
    let mut lines = vec![format!("Includes: {}.", dataset.theme(index).what)];
    let classification = dataset.document().classification.as_ref();
    lines.extend(classification.map(ToString::to_string));
    for priority in all_in_theme(snapshot, index) {
        let (area, number) = (
            &dataset.area(priority.area()).name,
            dataset.priority(priority).number,
        );
        if let Some(first) = earliest_citation(snapshot, &dataset.priority(priority).cites) {
            let source = dataset.source(first.source_index());
            lines.push(format!(
                "{area} {number}: {}, {}, {}",
                source.publisher, source.published, first.at
            ));
        }
    }
    lines
}

/// Returns the themes, each with the priorities of an area in it, or with why it has none.
pub(super) fn themes_of(snapshot: Snapshot, area: AreaIndex) -> PageContent {
    let dataset = snapshot.dataset();
    let choices = dataset.themes().map(|(index, theme)| {
        let priorities: Vec<PriorityIndex> = in_theme(snapshot, area, index).collect();
        let name = &theme.name;
        if priorities.is_empty() {
            let cell = empty_cell(snapshot, area, index);
            let note = cell.notes.first().filter(|_| cell.sentence.is_none());
            let why = note.map(|note| name_of(snapshot, ItemIndex::Fact(*note)));
            let label = why.map_or_else(
                || format!("{name}: none"),
                |why| format!("{name}: none. {why}"),
            );
            let page = match note {
                Some(note) => DialoguePage::of(ItemIndex::Fact(*note)),
                None => DialoguePage::Theme(index),
            };
            return Choice::open(label, page);
        }
        let titles: Vec<String> = priorities
            .iter()
            .map(|&priority| {
                let priority = dataset.priority(priority);
                format!("priority {}, {}", priority.number, priority.title)
            })
            .collect();
        let page = match priorities[..] {
            [only] => DialoguePage::of(ItemIndex::Priority(only)),
            _ => DialoguePage::Theme(index),
        };
        Choice::open(format!("{name}: {}", titles.join("; ")), page)
    });
    PageContent::menu(name(dataset, area), choices.collect())
}

/// Returns the name of the themes of an area.
pub(super) fn name(dataset: &Dataset, area: AreaIndex) -> String {
    format!("Themes of {}", dataset.area(area).name)
}
