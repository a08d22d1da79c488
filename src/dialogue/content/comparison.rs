//! Areas side by side.

use super::{item::area_choice, sentences::flow};
use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex},
    dialogue::page::PageContent,
    query::{
        compared_facts::{ComparedFact, compare_facts},
        comparison::{ComparisonRow, Sharing, cell_text, compare},
        describe::and_list,
        snapshot::Snapshot,
    },
};

/// Returns the page that says how to compare areas.
pub(super) fn instructions(dataset: &Dataset) -> PageContent {
    let line = format!("Type compare and two to four areas.{}", example(dataset));
    PageContent::text("Areas side by side", vec![line])
}

/// Returns an example of a comparison, with a space before it; empty if there are too few areas.
pub(in crate::dialogue) fn example(dataset: &Dataset) -> String {
    let ids: Vec<&str> = dataset
        .areas()
        .take(2)
        .map(|(_, area)| area.id.as_str())
        .collect();
    match ids[..] {
        [first, second] => format!(" For example: compare {first} {second}"),
        _ => String::new(),
    }
}

/// Returns the names of areas in a list: `Hastings and Ipswich`.
pub(in crate::dialogue) fn name(dataset: &Dataset, areas: &[AreaIndex]) -> String {
    and_list(&names(dataset, areas))
}

fn names<'a>(dataset: &'a Dataset, areas: &[AreaIndex]) -> Vec<&'a str> {
    let names = areas.iter().map(|&area| dataset.area(area).name.as_str());
    names.collect()
}

/// Returns areas side by side: the themes by the areas that have them, and a line for each fact.
pub(super) fn comparison(snapshot: Snapshot, areas: &[AreaIndex]) -> PageContent {
    let dataset = snapshot.dataset();
    let names = names(dataset, areas);
    let rows = compare(snapshot, areas);
    let mut lines = shared_themes(dataset, &names, &rows);
    let facts = compare_facts(snapshot, areas).into_iter();
    lines.extend(flow(facts.map(|fact| fact_sentence(&names, &fact))));
    let choices = areas.iter();
    let choices = choices.map(|&area| area_choice(snapshot, ItemIndex::Area(area)));
    PageContent::new(
        format!("{} side by side", and_list(&names)),
        lines,
        choices.collect(),
    )
}

/// Returns the priorities of the areas in each theme that one of them has, a line for each area and theme.
pub(super) fn priorities(snapshot: Snapshot, areas: &[AreaIndex]) -> Vec<String> {
    let dataset = snapshot.dataset();
    let names = names(dataset, areas);
    let mut lines = Vec::new();
    for row in compare(snapshot, areas) {
        let theme = row.theme_name(dataset);
        for (name, priorities) in names.iter().zip(&row.priorities) {
            let titles = priorities.iter().map(|&priority| {
                let priority = dataset.priority(priority);
                format!("priority {}, {}", priority.number, priority.title)
            });
            if !priorities.is_empty() {
                lines.push(format!("{theme}, {name}: {}", cell_text(titles)));
            }
        }
    }
    lines
}

/// Returns a line for the themes of each set of areas: `Only Ipswich has: Teaching and leadership.`
fn shared_themes(dataset: &Dataset, names: &[&str], rows: &[ComparisonRow]) -> Vec<String> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for row in rows {
        let with = names.iter().zip(&row.priorities);
        let with = with.filter(|(_, priorities)| !priorities.is_empty());
        let with: Vec<&str> = with.map(|(name, _)| *name).collect();
        let who = match row.sharing() {
            Sharing::Some if with.len() == 1 => format!("Only {} has", with[0]),
            Sharing::Some => format!("Only {} have", and_list(&with)),
            Sharing::All | Sharing::None => row.heading().to_string(),
        };
        let theme = row.theme_name(dataset);
        match lines.iter_mut().find(|(other, _)| *other == who) {
            Some((_, themes)) => themes.push(theme),
            None => lines.push((who, vec![theme])),
        }
    }
    let lines = lines.into_iter();
    lines
        .map(|(who, themes)| format!("{who}: {}.", themes.join("; ")))
        .collect()
}

/// Returns a fact of all areas in a sentence: `Rank 2016, 324 is the worst: Hastings 282, Ipswich 292.`
fn fact_sentence(names: &[&str], fact: &ComparedFact) -> String {
    let remark = fact.remark.as_ref();
    let remark = remark.map_or(String::new(), |remark| format!(", {remark}"));
    let label = &fact.label;
    let first = fact.values.first().map(|value| &value.words);
    let is_same = fact.values.iter().all(|value| Some(&value.words) == first);
    let values = match first {
        Some(words) if is_same && names.len() > 1 => {
            let all = if names.len() == 2 { "both" } else { "all" };
            format!("{all} {words}")
        }
        _ => {
            let values = names.iter().zip(&fact.values);
            let values: Vec<String> = values
                .map(|(name, value)| format!("{name} {}", value.words))
                .collect();
            // The outcomes of an area have commas between them.
            let gap = if values.iter().any(|value| value.contains(", ")) {
                "; "
            } else {
                ", "
            };
            values.join(gap)
        }
    };
    format!("{label}{remark}: {values}.")
}
