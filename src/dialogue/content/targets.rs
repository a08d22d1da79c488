//! Targets, and what came of each.

use crate::{
    dataset::{ItemIndex, OwnerIndex},
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::{
        deadline::deadline_phrase,
        describe::owner_name,
        filter::Filter,
        outcome_counts::{outcome_word, outcomes_in_words},
        snapshot::Snapshot,
        targets::{
            TargetGrouping, TargetRow, group_name, outcome_counts, target_at,
            targets as target_rows,
        },
    },
};

/// Returns the targets that match a filter in groups, a choice each.
pub(super) fn targets(
    snapshot: Snapshot,
    filter: &Filter,
    grouping: TargetGrouping,
) -> PageContent {
    let rows = target_rows(snapshot, filter, grouping);
    let others = TargetGrouping::ALL
        .into_iter()
        .filter(|&other| other != grouping)
        .map(|other| format!("targets by {}", other.noun()));
    let others: Vec<String> = others.collect();
    PageContent {
        title: format!("Targets by {}", grouping.noun()),
        lines: vec![
            outcomes_in_words(&outcome_counts(snapshot, filter)),
            format!("For another order, type {}.", others.join(" or ")),
        ],
        choices: rows
            .iter()
            .filter_map(|row| {
                let label = label(snapshot, grouping, row)?;
                let page = DialoguePage::of(ItemIndex::Fact(row.fact));
                Some(Choice::open(label, page))
            })
            .collect(),
    }
}

/// Returns a target in a line: where it belongs, its measure, its goal and its outcome.
fn label(snapshot: Snapshot, grouping: TargetGrouping, row: &TargetRow) -> Option<String> {
    let dataset = snapshot.dataset();
    let target = target_at(snapshot, row.fact)?;
    let mut context = owner_name(dataset, ItemIndex::Fact(row.fact)).to_string();
    if let OwnerIndex::Priority(priority) = row.fact.owner {
        context.push_str(&format!(", priority {}", dataset.priority(priority).number));
    }
    if grouping == TargetGrouping::Theme {
        context = format!("{}. {context}", group_name(snapshot, row.group));
    }
    let from = target.baseline.as_ref();
    let from = from.map_or(String::new(), |baseline| format!("from {baseline}; "));
    let to = target.goal.as_ref();
    let to = to.map_or_else(|| "no goal stated".into(), |goal| format!("goal: {goal}"));
    let by = target.by.as_ref();
    let by = by.map_or(String::new(), |by| format!(", {}", deadline_phrase(by)));
    let outcome = outcome_word(row.outcome);
    Some(format!(
        "{context}: {}; {from}{to}{by}; outcome: {outcome}",
        target.measure
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn deadlines_have_one_preposition() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        for (words, phrase) in [("by 2020", ", by 2020;"), ("in 2020", "%, in 2020;")] {
            let dataset = Dataset::from_json("file", &text.replace("by 2020", words));
            let dataset = dataset.expect("the file is sound");
            let snapshot = Snapshot::latest(&dataset);
            let page = targets(snapshot, &Filter::default(), TargetGrouping::Area);
            let label = &page.choices[0].label;
            assert!(label.contains(phrase), "{label}");
        }
    }
}
