//! The targets that are listed, and their groups.

use super::*;
use crate::dataset::{Dataset, PartialDate};
use crate::query::outcome_counts::OUTCOMES;

fn as_of<'a>(dataset: &'a Dataset, date: &str) -> Snapshot<'a> {
    Snapshot::as_of(dataset, date.parse::<PartialDate>().expect("a date"))
}

#[test]
fn every_grouping_lists_every_target() {
    let dataset = Dataset::bundled();
    for snapshot in [Snapshot::latest(&dataset), as_of(&dataset, "2019")] {
        let all = snapshot
            .all_facts()
            .filter(|(fact, _)| fact.kind == Kind::Target)
            .count();
        for grouping in TargetGrouping::ALL {
            let rows = targets(snapshot, &Filter::default(), grouping);
            let mut facts: Vec<FactIndex> = Vec::new();
            for row in &rows {
                if !facts.contains(&row.fact) {
                    facts.push(row.fact);
                }
            }
            assert_eq!(facts.len(), all, "{grouping:?}");
            assert_eq!(
                rows.len() == all,
                grouping != TargetGrouping::Theme,
                "a priority has several themes"
            );
        }
        assert_eq!(outcome_counts(snapshot, &Filter::default()).total(), all);
    }
}

#[test]
fn words_are_found_in_every_part_of_a_target() {
    let dataset = Dataset::bundled();
    let snapshot = Snapshot::latest(&dataset);
    let count = |words: &str| {
        let words = RowFilter::new(words);
        let counts = outcome_counts_with_words(snapshot, &Filter::default(), &words);
        let grouping = TargetGrouping::Area;
        let rows = targets_with_words(snapshot, &Filter::default(), &words, grouping);
        assert_eq!(rows.len(), counts.total());
        counts.total()
    };
    assert_eq!(count(""), 60);
    assert_eq!(count("xyzzy"), 0);
    for words in ["ipswich", "not known", "in progress", "early years", "2021"] {
        assert!((1..60).contains(&count(words)), "{words}: {}", count(words));
    }
    assert!(count("ipswich 2020") < count("ipswich"));
}

#[test]
fn groupings_are_found_by_their_names() {
    for (name, grouping) in [
        ("by Theme", Some(TargetGrouping::Theme)),
        ("outcomes", Some(TargetGrouping::Outcome)),
        ("area", Some(TargetGrouping::Area)),
        ("by money", None),
    ] {
        assert_eq!(TargetGrouping::from_name(name), grouping, "{name}");
    }
}

#[test]
fn targets_of_a_group_follow_each_other() {
    let dataset = Dataset::bundled();
    for grouping in TargetGrouping::ALL {
        let rows = targets(Snapshot::latest(&dataset), &Filter::default(), grouping);
        let mut groups: Vec<TargetGroup> = rows.iter().map(|row| row.group).collect();
        groups.dedup();
        let mut seen = Vec::new();
        for group in groups {
            assert!(!seen.contains(&group), "{group:?} twice");
            seen.push(group);
        }
    }
}

#[test]
fn outcomes_fall_away_before_they_were_known() {
    let dataset = Dataset::bundled();
    let counts = |snapshot| {
        let counts = outcome_counts(snapshot, &Filter::default());
        OUTCOMES.map(|outcome| counts.count(outcome))
    };
    assert_eq!(counts(Snapshot::latest(&dataset)), [1, 1, 5, 0, 53]);
    let early = counts(as_of(&dataset, "2018"));
    assert_eq!(early[..4], [0, 0, 0, 0]);
    assert!(early[4] > 30);
}

#[test]
fn results_may_be_known_before_the_outcome() {
    let text = include_str!("../../../tests/data/valid/every-field.json");
    let dataset = Dataset::from_json("file", text).expect("the file is sound");
    let results = |date: &str| {
        let snapshot = as_of(&dataset, date);
        let rows = targets(snapshot, &Filter::default(), TargetGrouping::Area);
        let target = target_at(snapshot, rows[0].fact).expect("a target");
        known_results(snapshot, target).count()
    };
    assert_eq!((results("2018"), results("2030")), (0, 1));
}

#[test]
fn a_filter_for_a_theme_lists_targets_under_that_theme_only() {
    let dataset = Dataset::bundled();
    let filter = Filter {
        themes: vec!["maths".parse().expect("an id")],
        ..Filter::default()
    };
    let rows = targets(Snapshot::latest(&dataset), &filter, TargetGrouping::Theme);
    assert!(!rows.is_empty());
    let maths = dataset.theme_index(&filter.themes[0]);
    assert!(
        rows.iter()
            .all(|row| row.group == TargetGroup::Theme(maths))
    );
}
