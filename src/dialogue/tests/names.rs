//! Names and words that people type.

use super::say;
use crate::{
    dataset::Dataset,
    dialogue::{Dialogue, DialogueAction},
};

/// Checks that each line is answered with some words.
fn assert_understood(lines: &[(&str, &str)]) {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    for (line, shown) in lines {
        let reply = say(&mut dialogue, line);
        assert!(reply.contains(shown), "{line}: {reply}");
    }
}

#[test]
fn names_of_items_are_understood() {
    assert_understood(&[
        ("oldham", "Oldham, North West."),
        ("Stoke on Trent", "Stoke-on-Trent, West Midlands."),
        (
            "oldham/3/mental-health-first-aid",
            "Oldham, priority 3, action: Oldham planned",
        ),
        ("early years", "Theme: Early years, 7 priorities."),
        ("help", "Help."),
        ("Help", "Help."),
        ("search mental health", "Search: mental health."),
        ("filter", "No filter."),
        (
            "nor",
            "Type one of these names: north-yorkshire-coast, norwich.",
        ),
        ("hastigns", "Did you mean hastings?"),
        (
            "xyzzyxyzzy",
            "`xyzzyxyzzy` is not a command or a name, and nothing has this word. Type ? for help.",
        ),
        ("timelnie", "Did you mean timeline?"),
        ("exclusions", "Search: exclusions."),
        ("menatl health oldham", "No match for menatl."),
        ("xyzzy xyzzyx", "Nothing has the word xyzzy or xyzzyx."),
        ("kind:target phonics", "Search: kind:target phonics."),
        ("/mental health", "Search: mental health."),
        ("find mental health", "Search: mental health."),
        ("term GLD", "Term: good level of development."),
        ("oa term gld", "Term: good level of development."),
        (
            "term xyzzy",
            "`xyzzy` is not a term. Type terms to list all.",
        ),
        ("terms", "Words and abbreviations."),
        ("list terms", "Words and abbreviations."),
    ]);
}

#[test]
fn words_for_pages_are_understood() {
    assert_understood(&[
        ("coverage", "Oldham: "),
        ("money", "Sums of money. They overlap"),
        ("money norwich", "Sums of money of Norwich."),
        ("norwich money", "Sums of money of Norwich."),
        ("targets of derby", "Targets of Derby. 5 targets"),
        ("derby results", "Derby, results."),
        ("results in Derby", "Derby, results."),
        ("Derby's results", "Derby, results."),
        ("theme early years", "Theme: Early years, 7 priorities."),
        (
            "areas with early years",
            "Theme: Early years, 7 priorities.",
        ),
        ("areas with kites", "No match for kites."),
        ("help with reading", "Search: help with reading."),
        ("all schools", "Search: all schools."),
        ("matrix blackpool", "Themes of Blackpool."),
        ("timeline norwich", "Timeline of Norwich and the programme."),
        ("map norwich", "Areas by distance from Norwich."),
        ("map by rank", "distance from Norwich. With ranks of 2016"),
        (
            "map by colour",
            "map by plan, rank, money, targets or the name of a theme.",
        ),
        ("targets by 2021", "Targets to reach by 2021."),
        ("targets by colour", "For example: targets by 2021."),
        ("targets for reading", "Search: targets for reading."),
        (
            "table by money",
            "Every fact. 801 facts, sorted by money, largest first.",
        ),
        ("reverse", "sorted by money, smallest first."),
        ("sources by citations", "Publications, by citations."),
        ("show oldham", "Oldham, North West."),
        ("oa show oldham/3", "Oldham, priority 3"),
        ("list sources", "Publications, by date."),
        ("n", "11. "),
        ("previous", "1. "),
        ("date 2017", "As of 2017: "),
        ("date", "All that is known: "),
        ("menu", "Opportunity areas."),
        ("--help", "Help."),
        ("help all", "All commands."),
        ("help search", "What a search can have."),
        ("１)", "This page has no choices. Type b to go back."),
    ]);
}

#[test]
fn words_for_commands_are_understood() {
    assert_understood(&[
        ("f maths", "Filter: Maths."),
        ("f theme maths", "No filter."),
        ("f nonsense", "Type f to list the values."),
        ("f wave 2", "Filter: Wave 2 (January 2017)."),
        ("all", "No filter. 45 priorities in 12 areas."),
        (
            "\u{1b}[A",
            "Arrow keys and other special keys do nothing here.",
        ),
        ("areas", "Areas. Ranks are of 2016"),
        ("99999999999999999999", "Type a number from"),
        (
            "Fenland & East Cambridgeshire",
            "Fenland and East Cambridgeshire, East of England.",
        ),
        (
            "compare Stoke on Trent, Derby",
            "Stoke-on-Trent and Derby side by side.",
        ),
        (
            "compare stoke on trent derby",
            "Stoke-on-Trent and Derby side by side.",
        ),
        (
            "compare norwich",
            "Stoke-on-Trent, Derby and Norwich side by side.",
        ),
        ("oldham", "Oldham, North West."),
        ("compare derby", "Oldham and Derby side by side."),
        ("copy", "Oldham and Derby side by side."),
        ("ref", "This page has no reference."),
        ("oldham/3", "Oldham, priority 3: "),
        ("y", "Reference: oldham/3"),
        ("reference", "oldham/3"),
        ("start", "Opportunity areas."),
        ("back", "Back: Oldham, priority 3."),
    ]);
}

#[test]
fn long_lines_get_short_answers() {
    let dataset = Dataset::bundled();
    let mut dialogue = Dialogue::new(&dataset, false);
    let long = say(&mut dialogue, &"x".repeat(4000));
    assert!(long.len() < 200, "{long}");
}

#[test]
fn words_for_leaving_are_understood() {
    let dataset = Dataset::bundled();
    for line in ["q", "quit", "exit", "bye", ":q"] {
        let action = Dialogue::new(&dataset, false).answer(line);
        assert_eq!(action, DialogueAction::Quit, "{line}");
    }
}

/// A programme without a map, events and themes, with one area.
#[test]
fn nothing_is_offered_that_the_dataset_does_not_have() {
    let text = r#"{ "version": 1, "programme": { "name": "A plan" }, "areas": [{ "id": "wyre", "name": "Wyre" }], "sources": [] }"#;
    let dataset = Dataset::from_json("file", text).expect("the dataset is sound");
    let mut dialogue = Dialogue::new(&dataset, false);
    let help = say(&mut dialogue, "help all");
    for word in ["map", "timeline", "matrix", "compare"] {
        assert!(!help.contains(&format!("\n{word}")), "{help}");
    }
    assert!(
        help.contains("\nareas: ") && help.contains("\nsources: "),
        "{help}"
    );
    let area = say(&mut dialogue, "wyre");
    assert!(!area.contains("Other facts"), "{area}");
    let areas = say(&mut dialogue, "areas");
    assert!(areas.contains("2. The programme\n"), "{areas}");
    for line in ["timeline", "sources"] {
        assert!(say(&mut dialogue, line).contains("No results."), "{line}");
    }
}
