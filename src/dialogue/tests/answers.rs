//! Answers to numbers, commands and nonsense.

use super::{say, without_hints};
use crate::{
    command::SaveSubject,
    dataset::Dataset,
    dialogue::{
        Dialogue, DialogueAction,
        page::{ChoiceAction, DialoguePage},
    },
};

#[test]
fn pages_are_plain_text() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for line in [
        "1",
        "10",
        "3",
        "1",
        "matrix",
        "map",
        "5",
        "timeline",
        "sources",
        "2",
        "compare oldham derby",
        "?",
        "f",
        "s mental health",
        "marks",
    ] {
        let shown = say(&mut dialogue, line);
        assert!(
            shown.lines().count() > 1 && shown.ends_with('\n'),
            "{line}:\n{shown}"
        );
        let drawn = |character: char| matches!(character, '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' | '\x1b');
        assert!(!shown.contains(drawn), "{line}:\n{shown}");
    }
}

#[test]
fn questions_of_the_readme_are_answered() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    assert!(say(&mut dialogue, "s mental health oldham").contains("first-aid training"));
    let fact = say(&mut dialogue, "1");
    assert!(
        fact.contains("Source: Tristan Donovan, Children & Young People Now, 9 October 2017."),
        "{fact}"
    );
    let more = say(&mut dialogue, "more");
    assert!(
        more.contains("Reference: oldham/3/mental-health-first-aid"),
        "{more}"
    );
    assert!(say(&mut dialogue, "b").contains("mental health oldham"));
    let early = say(&mut dialogue, "d 2017-10-09");
    assert!(early.contains("As of 9 October 2017:"));
    assert_eq!(
        say(&mut dialogue, "areas")
            .matches("not yet published")
            .count(),
        6
    );
    assert!(say(&mut dialogue, "d 2017-13").contains("there is no month 13"));
    assert!(!say(&mut dialogue, "d").contains("As of"));
    let compared = say(&mut dialogue, "compare hastings, ipswich");
    assert!(
        compared.contains("Only Ipswich has: Teaching and leadership; Evidence and research.")
            && compared.contains("Evidence and research"),
        "{compared}"
    );
}

/// The number of facts that a choice promises are on its page, shared ones included.
#[test]
fn other_facts_are_as_many_as_the_area_says() {
    let dataset = Dataset::bundled();
    for (_, area) in dataset.areas() {
        let mut dialogue = without_hints(&dataset);
        let text = say(&mut dialogue, area.id.as_str());
        let (_, promised) = text
            .trim_end()
            .rsplit_once("Other facts: ")
            .expect("a count");
        let about = dialogue.content().choices.len();
        say(&mut dialogue, &about.to_string());
        let choices = dialogue.content().choices.into_iter();
        let mut listed = 0;
        for choice in choices {
            let ChoiceAction::Open(page) = choice.action else {
                panic!("a choice opens a page");
            };
            let is_group = matches!(page, DialoguePage::Group(..));
            dialogue.go(page);
            let count = dialogue.content().choices.len();
            listed += if is_group { count } else { 1 };
        }
        assert_eq!(promised, listed.to_string(), "{}", area.name);
    }
}

#[test]
fn shorter_list_is_shown_from_a_page_that_it_has() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for line in ["sources", "n", "n", "n"] {
        say(&mut dialogue, line);
    }
    say(&mut dialogue, "d 2016-10");
    let few = say(&mut dialogue, "");
    assert!(few.contains("\n1. ") && !few.contains("1 to "), "{few}");
    say(&mut dialogue, "d 2018");
    say(&mut dialogue, "n");
    let some = say(&mut dialogue, "n");
    assert!(some.starts_with("21. "), "{some}");
    say(&mut dialogue, "d 9 October 2017");
    let fewer = say(&mut dialogue, "");
    assert!(
        fewer.contains("21 to 30 of 31. ") || fewer.contains("21 to 30 of 31.\n"),
        "{fewer}"
    );
}

#[test]
fn filters_marks_and_long_lists_work() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    say(&mut dialogue, "f");
    assert!(say(&mut dialogue, "1").contains("Filter: Early years."));
    assert_eq!(
        say(&mut dialogue, "areas")
            .lines()
            .filter(|line| line.contains("plan published"))
            .count(),
        7
    );
    assert!(!say(&mut dialogue, "all").contains("Filter:"));
    assert!(say(&mut dialogue, "sources").contains("Publications, by date. 1 to 10 of 349."));
    assert!(say(&mut dialogue, "n").starts_with("11. "));
    assert!(say(&mut dialogue, "p").starts_with("1. "));
    say(&mut dialogue, "m");
    say(&mut dialogue, "areas");
    say(&mut dialogue, "marks");
    assert_eq!(say(&mut dialogue, "1"), "Back: Publications.\n");
    assert!(say(&mut dialogue, "").contains("of 349"));
}

#[test]
fn briefings_are_saved_by_name_and_overwritten_only_on_request() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    let item = dataset.find("oldham").expect("the area exists");
    dialogue.open(item);
    assert_eq!(
        say(&mut dialogue, "w"),
        "Type w and a file name. For example: w oldham.md\n"
    );
    assert_eq!(
        dialogue.answer("w oldham.md"),
        DialogueAction::Save {
            name: "oldham.md".into(),
            subject: SaveSubject::Item(item),
            replace: false
        }
    );
    assert_eq!(
        dialogue.answer("w! my file.md"),
        DialogueAction::Save {
            name: "my file.md".into(),
            subject: SaveSubject::Item(item),
            replace: true
        }
    );
    assert_eq!(dialogue.answer("q"), DialogueAction::Quit);
}

#[test]
fn a_comparison_is_saved_with_all_its_areas() {
    let dataset = Dataset::bundled();
    let mut dialogue = without_hints(&dataset);
    say(&mut dialogue, "compare hastings ipswich");
    assert_eq!(
        say(&mut dialogue, "w"),
        "Type w and a file name. For example: w hastings-ipswich.md\n"
    );
    let DialogueAction::Save {
        subject: SaveSubject::Comparison(areas),
        ..
    } = dialogue.answer("w both.md")
    else {
        panic!("a comparison")
    };
    assert_eq!(areas.len(), 2);
}

#[test]
fn earlier_choices_are_listed_although_a_filter_left_fewer() {
    let dataset = Dataset::bundled();
    let mut dialogue = without_hints(&dataset);
    say(&mut dialogue, "table");
    for _ in 0..9 {
        say(&mut dialogue, "n");
    }
    say(&mut dialogue, "f early years");
    say(&mut dialogue, "f twins");
    for line in ["p", "n"] {
        assert!(!say(&mut dialogue, line).trim().is_empty(), "{line}");
    }
}

#[test]
fn nonsense_gets_advice_and_changes_nothing() {
    let dataset = Dataset::bundled();
    let mut dialogue = without_hints(&dataset);
    let start = dialogue.show();
    for nonsense in [
        "0",
        "99",
        "xyzzy",
        "\x1b[31m",
        "b",
        "s",
        "compare oldham",
        "compare nowhere derby",
        "-1",
        "1e3",
    ] {
        let reply = say(&mut dialogue, nonsense);
        assert!(
            reply.ends_with(".\n") || reply.contains("For example:"),
            "{nonsense}: {reply}"
        );
        assert!(!reply.contains('\x1b'));
        assert_eq!(dialogue.show(), start, "{nonsense}");
    }
}

#[test]
fn search_that_is_too_long_is_refused() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    assert_eq!(
        say(&mut dialogue, &format!("s {}", "ab ".repeat(400))),
        "The search is 1,199 bytes long; at most 1,000 are allowed.\n"
    );
}

#[test]
fn pages_that_are_kept_are_limited() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for number in 0..300 {
        say(&mut dialogue, &format!("s {number}"));
        let marked = say(&mut dialogue, "m");
        assert_eq!(marked.contains("at most 100 pages"), number >= 100);
    }
    assert_eq!(dialogue.history.len(), 100);
    assert!(say(&mut dialogue, "b").contains("Back: Search: 298."));
    dialogue.marks.clear();
    say(&mut dialogue, "m");
    assert_eq!(dialogue.marks.len(), 1);
    assert!(say(&mut dialogue, "marks").contains("1. Search: 298"));
}
