//! Targets, and what came of each.

use crate::{
    dataset::{Dataset, ItemIndex, OutcomeStatus, OwnerIndex, Target},
    dialogue::{
        page::{Choice, DialoguePage, PageContent, WantedTargets},
        typed_line::without_preposition,
    },
    query::{
        describe::owner_name,
        digest::target_words,
        filter::Filter,
        outcome_counts::outcomes_in_words,
        resolve,
        snapshot::Snapshot,
        targets::{
            TargetGrouping, TargetRow, group_name, outcome_counts, target_at,
            targets as target_rows,
        },
        typed_date::parse_typed_date,
    },
};

/// Returns the targets that match a filter and are asked for, a choice each.
pub(super) fn targets(snapshot: Snapshot, filter: &Filter, wanted: WantedTargets) -> PageContent {
    let dataset = snapshot.dataset();
    let filter = &narrowed(dataset, filter, wanted);
    let rows = target_rows(snapshot, filter, wanted.grouping);
    let choices = rows.iter().filter_map(|row| {
        let label = label(snapshot, wanted, row)?;
        let page = DialoguePage::of(ItemIndex::Fact(row.fact));
        Some(Choice::open(label, page))
    });
    let counts = outcome_counts(snapshot, filter);
    let counts = if counts.total() > 0 {
        format!(". {}", outcomes_in_words(&counts))
    } else {
        String::new()
    };
    PageContent::menu(
        format!("{}{counts}", name(dataset, wanted)),
        choices.collect(),
    )
}

/// Returns a filter with what a user asks for.
pub(in crate::dialogue) fn narrowed(
    dataset: &Dataset,
    filter: &Filter,
    wanted: WantedTargets,
) -> Filter {
    let mut filter = filter.clone();
    let area = wanted.area.map(|area| dataset.area(area).id.clone());
    filter.areas.extend(area);
    filter.by = wanted.by.or(filter.by);
    filter
}

/// Returns the name of a list of targets: `Targets of Oldham, by 2021`.
pub(super) fn name(dataset: &Dataset, wanted: WantedTargets) -> String {
    let of = wanted.area.map_or(String::new(), |area| {
        format!(" of {}", dataset.area(area).name)
    });
    let by = wanted
        .by
        .map_or(String::new(), |by| format!(" to reach by {by}"));
    let order = match wanted.grouping {
        TargetGrouping::Area => String::new(),
        other => format!(", by {}", other.noun()),
    };
    format!("Targets{of}{by}{order}")
}

/// Returns the targets that a user asks for after `targets`: an order, an area, a date, or several of them:
/// `by theme`, `oldham by 2021`.
///
/// # Errors
/// Says what can be typed if the words are something else.
pub(in crate::dialogue) fn asked(dataset: &Dataset, words: &str) -> Result<WantedTargets, String> {
    let mut wanted = WantedTargets::default();
    let words = format!(" {words}");
    for (index, part) in words.split(" by ").map(str::trim).enumerate() {
        if part.is_empty() {
            continue;
        }
        let date = || parse_typed_date(part).ok()?.date();
        if let Some(grouping) = TargetGrouping::from_name(part) {
            wanted.grouping = grouping;
        } else if let Some(by) = date() {
            wanted.by = Some(by);
        } else if let (0, Ok(area)) = (index, resolve::area(dataset, without_preposition(part))) {
            wanted.area = Some(area);
        } else {
            return Err(
                "Type targets and an area, or targets by area, theme, outcome or a date. For example: targets by 2021."
                    .into(),
            );
        }
    }
    Ok(wanted)
}

/// Returns a target in a line: where it belongs, its measure, its goal and its outcome.
fn label(snapshot: Snapshot, wanted: WantedTargets, row: &TargetRow) -> Option<String> {
    let dataset = snapshot.dataset();
    let target = target_at(snapshot, row.fact)?;
    let mut context = owner_name(dataset, ItemIndex::Fact(row.fact)).to_string();
    if let OwnerIndex::Priority(priority) = row.fact.owner {
        context.push_str(&format!(" {}", dataset.priority(priority).number));
    }
    if wanted.grouping == TargetGrouping::Theme {
        context = format!("{}. {context}", group_name(snapshot, row.group));
    }
    Some(format!("{context}: {}", in_words(target, row.outcome)))
}

/// Returns the measure, the goal, the deadline and the outcome of a target.
pub(super) fn in_words(target: &Target, outcome: Option<OutcomeStatus>) -> String {
    let outcome = outcome.map_or("outcome not known", OutcomeStatus::word);
    format!("{}; {outcome}", target_words(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_have_one_preposition() {
        let text = include_str!("../../../tests/data/valid/every-field.json");
        for (words, phrase) in [("by 2020", ", by 2020;"), ("in 2020", "%, in 2020;")] {
            let dataset = Dataset::from_json("file", &text.replace("by 2020", words));
            let dataset = dataset.expect("the file is sound");
            let snapshot = Snapshot::latest(&dataset);
            let page = targets(snapshot, &Filter::default(), WantedTargets::default());
            let label = &page.choices[0].label;
            assert!(label.contains(phrase), "{label}");
        }
    }

    #[test]
    fn order_area_and_date_are_read_from_what_is_typed() {
        let dataset = Dataset::bundled();
        let oldham = resolve::area(&dataset, "oldham").ok();
        let date = |text: &str| text.parse().ok();
        for (typed, grouping, area, by) in [
            ("", TargetGrouping::Area, None, None),
            ("by outcome", TargetGrouping::Outcome, None, None),
            ("theme", TargetGrouping::Theme, None, None),
            ("by 2021", TargetGrouping::Area, None, date("2021")),
            ("Oldham", TargetGrouping::Area, oldham, None),
            (
                "oldham by theme by March 2019",
                TargetGrouping::Theme,
                oldham,
                date("2019-03"),
            ),
        ] {
            let expected = WantedTargets { grouping, area, by };
            assert_eq!(asked(&dataset, typed), Ok(expected), "{typed}");
        }
        for typed in ["by colour", "for reading", "by oldham"] {
            assert!(asked(&dataset, typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn only_targets_to_reach_by_the_date_are_listed() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let count = |typed| {
            let wanted = asked(&dataset, typed).expect("it is understood");
            targets(snapshot, &Filter::default(), wanted).choices.len()
        };
        let (all, by_2021, by_2018) = (count(""), count("by 2021"), count("by 2018"));
        assert!(
            by_2018 < by_2021 && by_2021 < all,
            "{by_2018} {by_2021} {all}"
        );
        assert!(count("derby") < all && count("derby by 2021") < count("derby"));
    }
}
