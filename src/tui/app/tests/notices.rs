//! Commands that have nothing to do, and say so.

use super::*;
use crate::tui::headless::HeadlessApp;

fn notice_after(app: &mut App, commands: &[Command]) -> &'static str {
    let before = (app.location(), app.as_of(), app.mode());
    after(app, commands);
    assert_eq!((app.location(), app.as_of(), app.mode()), before);
    let notice = app.notice().expect("a notice");
    let shown = HeadlessApp::new(app.clone()).text();
    let footer = shown.lines().last().expect("a footer");
    assert!(footer.contains(notice), "{footer}");
    notice
}

#[test]
fn a_command_that_can_do_nothing_says_why() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "programme");
    for (command, notice) in [
        (Command::ClearFilter, "No filter is set."),
        (Command::NextHit, "Search first: press /."),
        (Command::PreviousHit, "Search first: press /."),
        (Command::PreviousLocation, "There is no previous location."),
        (Command::NextLocation, "There is no next location."),
        (Command::Compare, "Select an area to compare."),
    ] {
        assert_eq!(notice_after(&mut app, &[command]), notice);
    }
    after(&mut app, &[Command::View(View::Timeline)]);
    assert_eq!(
        notice_after(&mut app, &[Command::NextDate]),
        "This is the latest."
    );
    app.set_as_of(Some("2015".parse().expect("a date")));
    assert_eq!(
        notice_after(&mut app, &[Command::PreviousDate]),
        "Nothing became known earlier."
    );
    assert_eq!(
        notice_after(&mut app, &[Command::Mark]),
        "Nothing is selected."
    );
    app.set_as_of(None);
    after(&mut app, &[Command::View(View::Compare)]);
    assert_eq!(
        notice_after(&mut app, &[Command::RemoveArea]),
        "Two areas always stay."
    );
    after(&mut app, &[Command::AddArea, Command::AddArea]);
    assert_eq!(
        notice_after(&mut app, &[Command::AddArea]),
        "Four areas are the most."
    );
    after(&mut app, &[Down]);
    assert_eq!(app.notice(), None, "the next command ends it");
}

#[test]
fn a_key_without_a_meaning_says_how_to_find_the_keys() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    for key in [Key::Char('v'), Key::F(12), Key::Ctrl('y'), Key::Char('語')] {
        let _ = app.press(key);
        assert_eq!(notice_after(&mut app, &[]), "Press ? for keys.", "{key}");
        let _ = app.press(Key::Down);
        assert_eq!(app.notice(), None);
    }
    for (command, mode) in [
        (Command::View(View::Search), "letters are typed"),
        (Command::Filter, "the footer has all keys"),
    ] {
        after(&mut app, &[command]);
        let _ = app.press(Key::F(12));
        assert_eq!(app.notice(), None, "{mode}");
        after(&mut app, &[Back]);
    }
}

#[test]
fn a_filter_that_leaves_nothing_is_named_as_the_reason() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "math");
    after(&mut app, &[Open, Command::Filter, Last, Open, Back]);
    assert_eq!(
        notice_after(&mut app, &[Command::NextHit]),
        "The search has no results with this filter."
    );
    after(&mut app, &[Command::View(View::Search)]);
    let shown = HeadlessApp::new(app.clone()).text();
    assert!(
        shown.contains("No matches with this filter. To clear it, press Esc"),
        "{shown}"
    );
    after(&mut app, &[Back, Command::View(View::Compare)]);
    assert_eq!(
        notice_after(&mut app, &[Command::NextArea]),
        "No other area matches the filter."
    );
}

/// The tabs, the palette, the help and the footer leave out views that a dataset has nothing for.
#[test]
fn views_that_a_dataset_has_nothing_for_are_not_offered() {
    let read = |name: &str| {
        Dataset::from_file(format!("tests/data/valid/{name}.json").as_ref()).expect("sound")
    };
    let (bundled, council, minimal) = (Dataset::bundled(), read("council-plan"), read("minimal"));
    let none: &[View] = &[];
    for (dataset, hidden) in [
        (&bundled, none),
        (&council, &[View::Map, View::Timeline]),
        (
            &minimal,
            &[View::Matrix, View::Map, View::Timeline, View::Compare],
        ),
    ] {
        let mut app = App::new(dataset, Size::new(240, 40));
        for view in View::ALL {
            let is_hidden = hidden.contains(&view);
            let header = HeadlessApp::new(app.clone()).text();
            let header = header.lines().next().expect("a header").to_string();
            assert_eq!(!header.contains(view.name()), is_hidden, "{header}");
            for list in [Command::Palette, Command::Help] {
                after(&mut app, &[list]);
                typed(&mut app, view.name());
                let Some(Overlay::Commands(commands)) = &app.overlay else {
                    panic!("the list is open")
                };
                let is_listed = commands
                    .matches
                    .iter()
                    .any(|found| found.binding.command == Command::View(view));
                assert_eq!(!is_listed, is_hidden, "{list:?} {view:?}");
                after(&mut app, &[Back]);
            }
            if is_hidden {
                notice_after(&mut app, &[Command::View(view)]);
            }
        }
        after(&mut app, &[First]);
        let footer = HeadlessApp::new(app.clone()).text();
        let footer = footer.lines().last().expect("a footer").to_string();
        assert_eq!(
            footer.contains("Compare with"),
            !hidden.contains(&View::Compare)
        );
    }
}
