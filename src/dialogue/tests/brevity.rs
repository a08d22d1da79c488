//! Answers are short: a change is a line, and an empty line says the page again.

use super::say;
use crate::{dataset::Dataset, dialogue::Dialogue};

/// Returns the number of lines of the answers to some lines, without the first page.
fn lines(typed: &[&str]) -> usize {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    let _ = dialogue.show();
    let answers = typed.iter().map(|line| say(&mut dialogue, line));
    answers.map(|answer| answer.lines().count()).sum()
}

#[test]
fn tasks_take_few_lines() {
    for (typed, most) in [
        (&["early years"][..], 9),
        (&["oldham/3/mental-health-first-aid"], 3),
        (&["chair norwich"], 3),
        (&["mental health oldham"], 6),
        (&["compare hastings ipswich"], 11),
        (&["d 9 October 2017", "areas"], 16),
        (&["derby results"], 9),
        (&["oldham"], 8),
        (&["oldham", "y"], 23),
        (&["oldham", "1", "2", "b", "b"], 19),
        (&["?"], 10),
        (&["map"], 14),
        (&["timeline", "n"], 22),
        (&["f", "1", "4"], 15),
        (&["f early years", "f maths"], 2),
        (&["oldham", "m", "derby", "marks", "1"], 20),
    ] {
        let count = lines(typed);
        assert!(count <= most, "{typed:?}: {count} lines");
    }
}

#[test]
fn hint_is_given_on_the_first_pages_only() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    let hinted: Vec<bool> = ["", "oldham", "1", "b", "derby", "areas"]
        .map(|line| say(&mut dialogue, line).contains("? for help, q to quit."))
        .into();
    assert_eq!(hinted, [true, true, true, false, false, false]);
}

#[test]
fn empty_line_repeats_the_last_answer_and_after_a_change_the_page() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for line in ["", "areas", "oldham"] {
        say(&mut dialogue, line);
    }
    let page = say(&mut dialogue, "");
    assert!(page.starts_with("Oldham, North West.\n"), "{page}");
    for change in ["m", "d 2018", "d", "f maths", "all", "derby", "b"] {
        say(&mut dialogue, change);
    }
    assert_eq!(say(&mut dialogue, "again"), page);
    for line in ["more", "y", "hastigns", "ref", "timeline", "n"] {
        let answer = say(&mut dialogue, line);
        assert_eq!(say(&mut dialogue, " "), answer, "{line}");
        assert_eq!(say(&mut dialogue, ""), answer, "{line} a second time");
    }
}

#[test]
fn changes_are_said_in_a_line() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for _ in 0..3 {
        say(&mut dialogue, "areas");
    }
    for (line, answer) in [
        ("oldham", None),
        ("m", Some("Marked: Oldham.")),
        ("m", Some("Mark removed: Oldham.")),
        ("hastings/1", None),
        ("b", Some("Back: Oldham.")),
        ("forward", Some("Forward: Hastings, priority 1.")),
        (
            "d 9 October 2017",
            Some(
                "As of 9 October 2017: 21 priorities and 31 publications. This page was not known then.",
            ),
        ),
        (
            "earlier",
            Some(
                "As of 14 September 2017: 0 priorities and 22 publications. This page was not known then.",
            ),
        ),
        (
            "later",
            Some(
                "As of 9 October 2017: 21 priorities and 31 publications. This page was not known then.",
            ),
        ),
        (
            "d",
            Some("All that is known: 45 priorities and 349 publications."),
        ),
        (
            "f early years, maths",
            Some("Filter: Early years, Maths. 12 priorities in 10 areas."),
        ),
        (
            "f maths",
            Some("Filter: Early years. 7 priorities in 7 areas."),
        ),
        ("all", Some("No filter. 45 priorities in 12 areas.")),
    ] {
        let said = say(&mut dialogue, line);
        if let Some(answer) = answer {
            assert_eq!(said, format!("{answer}\n"), "{line}");
        }
    }
}

#[test]
fn values_of_the_filter_keep_their_numbers() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    let _ = dialogue.show();
    let names = |dialogue: &mut Dialogue| -> Vec<String> {
        let choices = dialogue.content().choices.into_iter();
        let labels = choices.map(|choice| choice.label);
        labels
            .map(|label| label.split(", ").next().unwrap_or_default().to_string())
            .collect()
    };
    say(&mut dialogue, "f");
    let before = names(&mut dialogue);
    say(&mut dialogue, "1");
    assert_eq!(names(&mut dialogue), before);
    let chosen = say(&mut dialogue, "");
    assert!(
        chosen.contains("1. Theme Early years, 7 priorities, chosen\n"),
        "{chosen}"
    );
    assert_eq!(
        say(&mut dialogue, "1"),
        "No filter. 45 priorities in 12 areas.\n"
    );
    let regions = say(&mut dialogue, "f regions");
    assert!(
        regions.contains("\n1. Region East Midlands, 1 area\n"),
        "{regions}"
    );
}

#[test]
fn going_back_keeps_the_place_in_a_list() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for line in ["timeline", "n", "12", "b"] {
        say(&mut dialogue, line);
    }
    let list = say(&mut dialogue, "");
    assert!(
        list.contains("11 to 20 of 67.") && list.contains("\n11. "),
        "{list}"
    );
}

#[test]
fn sources_and_codes_come_on_request() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for (page, rest) in [
        (
            "oldham",
            &[
                "E08000004",
                "Reference: oldham\n",
                "https://",
                "Region: North West",
            ][..],
        ),
        (
            "oldham/1",
            &["Checked once: the page", "Source: “Oldham Opportunity Area"],
        ),
        (
            "oldham/3/mental-health-first-aid",
            &["First published: 9 October 2017\n", "fifth item"],
        ),
        ("plan-oldham", &["Checked once", "978-1-78105-812-1"]),
        (
            "early years",
            &[
                "Includes: home learning",
                "Derby 1: Department for Education, 9 October 2017",
            ],
        ),
        ("map oldham", &["53.54 degrees north, 2.12 degrees west"]),
        (
            "compare hastings ipswich",
            &["Literacy, Hastings: priority 1, Improving literacy\n"],
        ),
    ] {
        let said = say(&mut dialogue, page);
        let more = say(&mut dialogue, "more");
        for text in rest {
            assert!(!said.contains(text), "{said}");
            assert!(more.contains(text), "{page}: {more}");
        }
        let again = say(&mut dialogue, "more");
        assert!(
            again == "There is no more.\n" || again.starts_with("11. "),
            "{again}"
        );
    }
}
