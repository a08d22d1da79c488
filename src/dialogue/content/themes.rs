//! Themes, and the priorities in each.

use crate::{
    dataset::{AreaIndex, ItemIndex, PriorityIndex, ThemeIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        describe::counted,
        filter::Filter,
        matrix::{all_in_theme, areas_in_theme},
        provenance::attribution,
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
            format!("{name} ({})", counted(count, "priority", "priorities"))
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
        format!(
            "{}, priority {}: {} ({})",
            dataset.area(index.area()).name,
            priority.number,
            priority.title,
            attribution(snapshot, &priority.cites)
        )
    };
    let choices = all_in_theme(snapshot, index).map(|priority| {
        Choice::open(
            label(priority),
            DialoguePage::of(ItemIndex::Priority(priority)),
        )
    });
    let mut lines = vec![format!("Includes: {}.", theme.what)];
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
