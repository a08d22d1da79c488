use super::*;
use crate::{
    dataset::{Dataset, PartialDate},
    query::resolve,
};

fn shown(date: Option<&str>, ids: &[&str]) -> Vec<(String, Vec<String>)> {
    let dataset = Dataset::bundled();
    let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
    let areas: Vec<AreaIndex> = ids
        .iter()
        .map(|id| resolve::area(&dataset, id).expect("the area exists"))
        .collect();
    let facts = compare_facts(Snapshot::as_of(&dataset, date), &areas);
    let words = |fact: ComparedFact| {
        (
            fact.label,
            fact.values.into_iter().map(|value| value.words).collect(),
        )
    };
    facts.into_iter().map(words).collect()
}

fn row(label: &str, values: &[&str]) -> (String, Vec<String>) {
    (
        label.into(),
        values.iter().map(ToString::to_string).collect(),
    )
}

#[test]
fn numbers_are_of_the_same_year_and_purpose() {
    assert_eq!(
        shown(None, &["hastings", "oldham", "west-somerset"]),
        [
            row("Rank 2016", &["282", "294", "324"]),
            row("Local needs fund", &["£884,000", "£1,319,000", "£847,000"]),
            row("Year 4 money", &["£1,250,000", "not known", "not known"]),
            row("Year 5 money", &["£1,130,000", "not known", "£869,700"]),
            row("Targets", &["7", "none known", "4"]),
            row(
                "Outcome",
                &[
                    "7 not known",
                    "none known",
                    "1 partly met, 1 in progress, 2 not known"
                ]
            ),
            row(
                "Board",
                &[
                    "Richard Meddings",
                    "James Kempton",
                    "Professor Colin Diamond CBE"
                ]
            ),
            row(
                "Plan",
                &["19 January 2018", "9 October 2017", "9 October 2017"]
            ),
        ]
    );
}

#[test]
fn what_all_plans_have_in_common_is_no_difference() {
    let rows = shown(None, &["hastings", "ipswich"]);
    assert!(rows.iter().all(|(label, _)| label != "Plan"));
}

#[test]
fn board_and_plan_are_those_of_the_date() {
    let rows = shown(Some("2017-11"), &["west-somerset", "hastings"]);
    let plan = rows
        .iter()
        .find(|(label, _)| label == "Plan")
        .expect("a plan");
    assert_eq!(plan.1, ["9 October 2017", "not yet published"]);
    let rows = shown(Some("2019"), &["west-somerset", "stoke-on-trent"]);
    let board = rows
        .iter()
        .find(|(label, _)| label == "Board")
        .expect("a board");
    assert_eq!(board.1[0], "Dr Fiona McMillan OBE");
    let rows = shown(None, &["stoke-on-trent"]);
    let board = rows
        .iter()
        .find(|(label, _)| label == "Board")
        .expect("a board");
    assert_eq!(board.1, ["Professor Liz Barnes, Dr Carol Shanahan"]);
}

#[test]
fn bars_of_a_row_have_one_scale() {
    let dataset = Dataset::bundled();
    let areas =
        ["oldham", "west-somerset"].map(|id| resolve::area(&dataset, id).expect("the area exists"));
    for fact in compare_facts(Snapshot::latest(&dataset), &areas) {
        let fractions = fact.values.iter().filter_map(|value| value.fraction);
        let most = fractions.fold(0.0, f64::max);
        // A rank has no zero to start from.
        let has_bars = fact.is_number && fact.label != "Rank 2016";
        assert!(
            if has_bars {
                (most - 1.0).abs() < 1e-9
            } else {
                most == 0.0
            },
            "{}: {most}",
            fact.label
        );
    }
}
