//! Values of the filter, found by typing.

use super::*;
use crate::{command::Mode, dataset::Kind};

/// Opens the filter, types into its field and returns the screen.
fn finding(app: &mut App, text: &str) -> String {
    after(app, &[Command::Filter, Command::Jump]);
    assert_eq!(app.mode(), Mode::FindValue);
    typed(app, text);
    screen(app)
}

#[test]
fn typing_in_the_filter_finds_values() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    let shown = finding(&mut app, "nurseries");
    assert!(shown.contains("[x] Early years"), "{shown}");
    assert!(shown.contains("Enter goes to Early years, where Space switches it"));
    assert!(!shown.contains("Maths  "), "{shown}");
    // Letters that are keys in the list are typed here.
    after(&mut app, &[Command::ClearInput]);
    let shown = {
        typed(&mut app, "xao");
        screen(&app)
    };
    assert!(shown.contains("No value is called so."), "{shown}");
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::FindValue, "there is nothing to go to");
    after(&mut app, &[Back]);
    assert_eq!(app.mode(), Mode::Filter);
    after(&mut app, &[Back]);
    assert!(app.filter().is_empty());
}

#[test]
fn a_value_that_was_found_is_switched_or_shown_alone() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    finding(&mut app, "targets");
    after(&mut app, &[Open]);
    assert_eq!(app.mode(), Mode::Filter);
    assert!(screen(&app).contains("Enter shows only targets."));
    after(&mut app, &[Open]);
    assert_eq!(app.filter().kinds, [Kind::Target]);
    // A second value, to the first.
    finding(&mut app, "actions");
    after(&mut app, &[Open, Command::Toggle, Open]);
    assert_eq!(app.filter().kinds.len(), 3, "{:?}", app.filter());
}

#[test]
fn values_that_were_found_are_selected_with_arrows_or_clicks() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    finding(&mut app, "national");
    after(&mut app, &[Down, Open]);
    let second = screen(&app);
    after(&mut app, &[Back]);
    finding(&mut app, "national");
    let row = MouseTarget::Row(1);
    assert_eq!(app.click(row), Effect::None);
    assert_eq!(app.click(row), Effect::None);
    assert_eq!(app.mode(), Mode::Filter);
    assert_eq!(screen(&app), second);
    // A click on a tab leaves the filter at once.
    after(&mut app, &[Command::Jump]);
    let _ = app.click(MouseTarget::Command(Command::View(View::Map)));
    assert_eq!(app.mode(), Mode::View(View::Map));
}

#[test]
fn values_without_items_stay_in_the_filter() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::Filter]);
    let labels = |app: &App| {
        let shown = screen(app);
        let rows = shown
            .lines()
            .map(|row| row.replace(|letter: char| !letter.is_alphabetic(), " "));
        rows.filter(|row| row.contains(" x ") || row.contains("Themes"))
            .count()
    };
    let before = labels(&app);
    if let Some(Overlay::Filter(picker)) = &mut app.overlay {
        assert!(picker.select_label("events"));
    }
    after(&mut app, &[Command::ChooseOnly]);
    let shown = screen(&app);
    assert_eq!(labels(&app), before, "{shown}");
    for words in [
        "Themes  ",
        "Early years  ",
        "Partners  ",
        "Anglo American  ",
    ] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
}

#[test]
fn names_in_the_filter_are_whole_where_there_is_room() {
    let dataset = Dataset::bundled();
    for (size, words) in [
        (
            (80, 24),
            &["Wave 1 (October 2016)  ", "Inclusion and attendance"][..],
        ),
        (
            (120, 40),
            &[
                "Yorkshire and The Humber  3",
                "Blackpool School Improvement Board",
            ],
        ),
    ] {
        let mut app = App::new(&dataset, size.into());
        after(&mut app, &[Command::Filter]);
        let shown = screen(&app);
        for words in words {
            assert!(shown.contains(words), "{words}:\n{shown}");
        }
    }
}

#[test]
fn views_that_a_filter_leaves_as_they_are_have_no_tag_of_it() {
    let dataset = Dataset::bundled();
    for (kind, view, has_tag) in [
        ("results", View::Compare, false),
        ("results", View::Matrix, false),
        ("results", View::Table, true),
        ("Literacy", View::Matrix, true),
        ("Literacy", View::Compare, false),
    ] {
        let mut app = App::new(&dataset, Size::new(120, 40));
        filtered(&mut app, kind);
        after(&mut app, &[Command::View(view), Command::Last]);
        let shown = screen(&app);
        let header = shown.lines().next().unwrap_or_default();
        assert_eq!(
            header.contains("only "),
            has_tag,
            "{kind} {view:?}: {header}"
        );
    }
}
