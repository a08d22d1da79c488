//! Items in a sentence each, for readers who listen: the name first, states in words, and no signs.

use super::{
    coverage::{has_plans, has_ranks},
    describe::{and_list, capitalized, context_of, counted, kind_of, name_of, owner_name},
    filter::Filter,
    outcome_counts::outcome_word,
    outline::{AreaRow, FactRow, FactScope, PriorityRow, fact_rows},
    ranks::{YearRanks, comparable_rank, rank_number},
    snapshot::Snapshot,
    targets::target_at,
};
use crate::dataset::{
    AreaIndex, FactIndex, Item, ItemIndex, Kind, PriorityIndex, Theme, ThemeIndex,
};

/// Returns an area with its state: `Oldham, plan published, 3 priorities, rank 294`.
///
/// `ranks` are those that areas are compared by. A rank of another year says so.
#[must_use]
pub fn area_sentence(snapshot: Snapshot, row: AreaRow, ranks: Option<YearRanks>) -> String {
    let dataset = snapshot.dataset();
    let name = row.name(dataset);
    let AreaRow::Area(area) = row else {
        return name.into();
    };
    let plan = match snapshot.plan(area) {
        Some(_) => "plan published",
        None => "plan not yet published",
    };
    let rank = comparable_rank(snapshot, area, ranks).map_or_else(
        || "rank not known".into(),
        |rank| match ranks {
            Some(ranks) if ranks.year == rank.year => format!("rank {}", rank_number(rank)),
            _ => format!("rank {} in {}", rank_number(rank), rank.year),
        },
    );
    let mut parts = vec![name.to_string()];
    parts.extend(has_plans(dataset).then(|| plan.into()));
    parts.push(counted(
        snapshot.priorities(area).count(),
        "priority",
        "priorities",
    ));
    parts.extend(has_ranks(dataset).then_some(rank));
    parts.join(", ")
}

/// Returns a priority with its themes and the number of its facts, or the name of other facts:
/// `Priority 2, Mental health, 12 facts`.
#[must_use]
pub fn priority_sentence(snapshot: Snapshot, row: PriorityRow) -> String {
    let dataset = snapshot.dataset();
    let facts = || {
        let count = fact_rows(snapshot, &Filter::default(), row).len();
        counted(count, "fact", "facts")
    };
    let PriorityRow::Priority(index) = row else {
        return format!("{}, {}", row.name(dataset), facts());
    };
    let priority = dataset.priority(index);
    let themes: Vec<&str> = dataset.themes_of(priority).map(Theme::short_name).collect();
    let themes = if themes.is_empty() {
        String::new()
    } else {
        format!(", {}", themes.join(", "))
    };
    let (number, title) = (priority.number, &priority.title);
    format!("Priority {number}: {title}{themes}, {}", facts())
}

/// Returns a fact under its priority: its kind, the outcome of a target, and its text: `Target, partly met: …`.
#[must_use]
pub fn fact_sentence(snapshot: Snapshot, row: FactRow) -> String {
    let scope = match row.scope {
        FactScope::AreaWide => ", for the whole area",
        // The kind of a shared fact says that it is shared.
        FactScope::Own | FactScope::Shared => "",
    };
    short_fact(snapshot, row.fact, scope)
}

/// Returns a fact without the place that it belongs to, with `scope` after its kind.
fn short_fact(snapshot: Snapshot, index: FactIndex, scope: &str) -> String {
    let item = ItemIndex::Fact(index);
    let kind = capitalized(kind_of(snapshot, item));
    let outcome = target_at(snapshot, index)
        .map(|target| format!(", {}", outcome_word(snapshot.target_status(target))));
    let amount = match snapshot.dataset().item(item) {
        // The text of a sum of money has the amount already.
        Item::Fact(fact) if fact.kind != Kind::Money => fact.amount(),
        _ => None,
    };
    let amount = amount.map(|amount| format!("{amount}, "));
    format!(
        "{kind}{scope}{}: {}{}",
        outcome.unwrap_or_default(),
        amount.unwrap_or_default(),
        name_of(snapshot, item)
    )
}

/// Returns any item with its place: `Oldham, priority 3, action: …`.
#[must_use]
pub fn item_sentence(snapshot: Snapshot, item: ItemIndex) -> String {
    let (context, name) = (context_of(snapshot, item), name_of(snapshot, item));
    match item {
        ItemIndex::Priority(_) => format!("{context}: {name}"),
        ItemIndex::Fact(fact) => {
            let outcome = target_at(snapshot, fact)
                .map(|target| format!(", {}", outcome_word(snapshot.target_status(target))));
            format!("{context}{}: {name}", outcome.unwrap_or_default())
        }
        // The place of the others is their name.
        _ => context,
    }
}

/// Returns a fact with the area that it is about: `Oldham, action: …`.
#[must_use]
pub fn fact_of_area_sentence(snapshot: Snapshot, index: FactIndex) -> String {
    let owner = owner_name(snapshot.dataset(), ItemIndex::Fact(index));
    let fact = short_fact(snapshot, index, "");
    let mut letters = fact.chars();
    let kind = letters
        .next()
        .map_or(String::new(), |first| first.to_lowercase().collect());
    format!("{owner}, {kind}{}", letters.as_str())
}

/// Returns the priorities of an area in a theme: `Oldham, Literacy: none`. `is_known` is false if the priorities of the area
/// were not known.
#[must_use]
pub fn cell_sentence(
    snapshot: Snapshot,
    area: AreaIndex,
    theme: ThemeIndex,
    priorities: &[PriorityIndex],
    is_known: bool,
) -> String {
    let dataset = snapshot.dataset();
    let (area, theme) = (&dataset.area(area).name, dataset.theme(theme).short_name());
    let numbers: Vec<String> = priorities
        .iter()
        .map(|&priority| dataset.priority(priority).number.to_string())
        .collect();
    let words = match &numbers[..] {
        [] if !is_known => "not known".into(),
        [] => "none".into(),
        [one] => format!("priority {one}"),
        several => format!("priorities {}", and_list(several)),
    };
    format!("{area}, {theme}: {words}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, PartialDate};

    fn item(dataset: &Dataset, reference: &str) -> ItemIndex {
        dataset.find(reference).expect("the item exists")
    }

    #[test]
    fn areas_are_said_with_their_state() {
        let dataset = Dataset::bundled();
        let early: PartialDate = "2016".parse().expect("a date");
        let ItemIndex::Area(area) = item(&dataset, "oldham") else {
            panic!("oldham is an area")
        };
        for (snapshot, expected) in [
            (
                Snapshot::latest(&dataset),
                "Oldham, plan published, 3 priorities, rank 294",
            ),
            (
                Snapshot::as_of(&dataset, early),
                "Oldham, plan not yet published, 0 priorities, rank not known",
            ),
        ] {
            let ranks = YearRanks::of(snapshot);
            assert_eq!(
                area_sentence(snapshot, AreaRow::Area(area), ranks),
                expected
            );
        }
    }

    #[test]
    fn facts_are_said_with_their_place_and_outcome() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let target = item(&dataset, "west-somerset/1/good-level-of-development-target");
        let sentence = item_sentence(snapshot, target);
        assert!(
            sentence.starts_with("West Somerset, priority 1, target, "),
            "{sentence}"
        );
        assert_eq!(item_sentence(snapshot, item(&dataset, "oldham")), "Oldham");
    }
}
