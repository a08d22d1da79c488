//! Commands that have nothing to do, and say so.

use super::*;
use crate::query::facets::{Condition, values};
use crate::tui::headless::HeadlessApp;

fn notice_after(app: &mut App, commands: &[Command]) -> String {
    let before = (app.location(), app.as_of(), app.mode());
    after(app, commands);
    assert_eq!((app.location(), app.as_of(), app.mode()), before);
    let notice = app.notice().expect("a notice").text.clone();
    let shown = HeadlessApp::new(app.clone()).text();
    let footer = shown.lines().last().expect("a footer");
    assert!(footer.contains(&notice), "{footer}");
    notice
}

#[test]
fn a_command_that_can_do_nothing_says_why() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "programme");
    for (command, notice) in [
        (Command::ClearFilter, "No filter is set"),
        (Command::NextHit, "Search first: press /"),
        (Command::PreviousHit, "Search first: press /"),
        (Command::PreviousLocation, "There is no previous location"),
        (Command::NextLocation, "There is no next location"),
        (Command::Compare, "Select an area to compare"),
    ] {
        assert_eq!(notice_after(&mut app, &[command]), notice);
    }
    after(&mut app, &[Command::View(View::Timeline)]);
    assert_eq!(
        notice_after(&mut app, &[Command::ZoomOut]),
        "These are all years"
    );
    assert_eq!(
        notice_after(&mut app, &[Command::NextDate]),
        "This is the latest"
    );
    app.set_as_of(Some("2015".parse().expect("a date")));
    assert_eq!(
        notice_after(&mut app, &[Command::PreviousDate]),
        "Nothing became known earlier"
    );
    app.set_as_of(None);
    after(&mut app, &[Command::ZoomIn, Command::ZoomIn]);
    assert_eq!(
        notice_after(&mut app, &[Command::ZoomIn]),
        "A month is the shortest time"
    );
    app.set_filter(Filter {
        partners: vec!["no such partner".into()],
        ..Filter::default()
    });
    assert_eq!(
        notice_after(&mut app, &[Command::Mark]),
        "Nothing is selected"
    );
    app.set_filter(Filter::default());
    let _ = app.update(Command::Compare);
    after(&mut app, &[Down]);
    assert_eq!(app.notice(), None, "the next command ends it");
}

#[test]
fn a_key_without_a_meaning_says_so_and_what_to_press_instead() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    for (key, name) in [
        (Key::Char('x'), "x"),
        (Key::F(12), "F12"),
        (Key::Ctrl('y'), "Ctrl-Y"),
        (Key::Char('語'), "語"),
        (Key::Char('\u{202e}'), "<U+202E>"),
    ] {
        let _ = app.press(key);
        let expected = format!("{name} does nothing here. Press / to search");
        assert_eq!(notice_after(&mut app, &[]), expected);
        let _ = app.press(Key::Down);
        assert_eq!(app.notice(), None);
    }
    app.paste("what did oldham do");
    assert_eq!(
        notice_after(&mut app, &[]),
        "Pasted text does nothing here. Press / to search"
    );
    for (command, expected) in [
        (
            Command::View(View::Search),
            "F12 does nothing here. Press F1 for help",
        ),
        (Command::Filter, "F12 does nothing here"),
    ] {
        after(&mut app, &[command]);
        let _ = app.press(Key::F(12));
        assert_eq!(notice_after(&mut app, &[]), expected);
        after(&mut app, &[Back]);
    }
}

#[test]
fn a_new_session_shows_three_keys_until_the_first() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    assert_eq!(app.notice(), None, "pictures have no hint");
    app.show_hint();
    let shown = HeadlessApp::new(app.clone()).text();
    assert_eq!(
        shown.lines().last(),
        Some(" • New here? Arrows move, Enter opens, / searches  ? help  q quit")
    );
    let _ = app.press(Key::Down);
    assert_eq!(app.notice(), None);
}

#[test]
fn copying_says_what_was_copied_and_the_same_key_shows_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let Effect::Copy(text) = app.press(Key::Char('y')) else {
        panic!("it is copied")
    };
    let shown = HeadlessApp::new(app.clone()).text();
    assert_eq!(
        shown.lines().last(),
        Some(" ✓ Copied Oldham, priority 3, action, with 1 source  y show the text  ? help")
    );
    assert_eq!(
        app.press(Key::Char('y')),
        Effect::None,
        "nothing is copied again"
    );
    assert_eq!(app.mode(), Mode::Text);
    let Some(Overlay::Text(popup)) = &app.overlay else {
        panic!("the text is shown")
    };
    // The address has a line of its own.
    let address = text.replace(". https", ".\nhttps");
    assert_eq!(popup.text, address);
    assert_eq!(app.press(Key::Escape), Effect::None);
    assert!(matches!(app.press(Key::Char('y')), Effect::Copy(_)));
    let _ = app.press(Key::Down);
    assert!(
        matches!(app.press(Key::Char('y')), Effect::Copy(_)),
        "another key came between"
    );
    let Effect::Copy(reference) = app.press(Key::Char('Y')) else {
        panic!("the reference is copied")
    };
    let notice = &app.notice().expect("a notice").text;
    assert_eq!(*notice, format!("Copied the reference {reference}"));
}

#[test]
fn escape_takes_back_the_date_and_the_filter_before_it_leaves() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(
        &mut app,
        &[Command::View(View::Matrix), Command::Filter, Down, Open],
    );
    app.set_as_of(Some("2018".parse().expect("a date")));
    after(&mut app, &[Up]);
    let footer = |app: &App| {
        let text = HeadlessApp::new(app.clone()).text();
        text.lines().last().expect("a footer").to_string()
    };
    let notice = |app: &App| app.notice().map(|notice| notice.text.clone());
    assert!(
        footer(&app).starts_with(" Enter open  Esc clear date"),
        "{}",
        footer(&app)
    );
    assert_eq!(app.press(Key::Escape), Effect::None);
    assert_eq!((app.view(), app.as_of()), (View::Matrix, None));
    assert!(notice(&app).is_some_and(|text| text.starts_with("The date is cleared")));
    let _ = app.press(Key::Down);
    assert!(
        footer(&app).starts_with(" Enter open  Esc clear filter"),
        "{}",
        footer(&app)
    );
    let _ = app.press(Key::Escape);
    assert!(app.view() == View::Matrix && app.filter().is_empty());
    assert!(notice(&app).is_some_and(|text| text.starts_with("The filter is cleared")));
    let _ = app.press(Key::Escape);
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn backspace_goes_back_and_keeps_the_date() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    let date = Some("2018".parse().expect("a date"));
    app.set_as_of(date);
    after(&mut app, &[Command::View(View::Matrix)]);
    let _ = app.press(Key::Backspace);
    assert_eq!((app.view(), app.as_of()), (View::Areas, date));
    after(&mut app, &[Command::Filter]);
    let _ = app.press(Key::Backspace);
    assert_eq!(app.mode(), Mode::View(View::Areas));
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "ab");
    let _ = app.press(Key::Backspace);
    assert_eq!(
        (app.view(), app.views.search.input.text()),
        (View::Search, "a")
    );
}

#[test]
fn keys_of_other_programs_help_search_and_quit() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    let _ = app.press(Key::F(1));
    assert_eq!(app.mode(), Mode::Help);
    let _ = app.press(Key::Escape);
    let _ = app.press(Key::Ctrl('f'));
    assert_eq!(app.view(), View::Search);
    let _ = app.press(Key::F(1));
    assert_eq!(app.mode(), Mode::Help);
    after(&mut app, &[Back, Back]);
    let _ = app.press(Key::Char(':'));
    let _ = app.press(Key::Char('q'));
    assert_eq!(app.press(Key::Enter), Effect::Quit);
}

#[test]
fn zoom_gives_the_focused_pane_the_screen_and_takes_it_back() {
    let dataset = Dataset::bundled();
    for (reference, view) in [("oldham/3", View::Areas), ("oldham/3", View::Sources)] {
        let mut app = at(&dataset, reference);
        after(&mut app, &[Command::View(view)]);
        let before = HeadlessApp::new(app.clone()).text();
        for restore in [Key::Char('z'), Key::Escape] {
            let _ = app.press(Key::Char('z'));
            let zoomed = HeadlessApp::new(app.clone()).text();
            let rows = zoomed.lines().filter(|row| row.contains('│')).count();
            assert_eq!(rows, 0, "there are no other panes: {zoomed}");
            assert_ne!(zoomed, before);
            let _ = app.press(restore);
            assert_eq!(HeadlessApp::new(app.clone()).text(), before, "{restore}");
        }
    }
}

#[test]
fn compare_adds_the_area_and_says_so() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    assert_eq!(
        notice_after(&mut app, &[Command::Compare]),
        "Added Oldham to Compare"
    );
    assert_eq!(
        notice_after(&mut app, &[Command::Compare]),
        "Oldham is compared already"
    );
}

#[test]
fn a_filter_that_leaves_nothing_is_named_as_the_reason() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "math");
    after(&mut app, &[Open]);
    let partners = values(app.snapshot(), app.filter(), Condition::Partner);
    let last = partners.last().expect("a partner").name.to_string();
    filtered(&mut app, &last);
    assert_eq!(
        notice_after(&mut app, &[Command::NextHit]),
        "The search has no results with this filter"
    );
    after(&mut app, &[Command::View(View::Search)]);
    let shown = HeadlessApp::new(app.clone()).text();
    assert!(
        shown.contains("No matches with this filter. 100 matches without the"),
        "{shown}"
    );
    after(&mut app, &[Back, Command::View(View::Compare)]);
    assert_eq!(
        notice_after(&mut app, &[Command::NextArea]),
        "No other area matches the filter"
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
            &[
                View::Matrix,
                View::Map,
                View::Timeline,
                View::Compare,
                View::Targets,
                View::Table,
            ],
        ),
    ] {
        let mut app = App::new(dataset, Size::new(240, 40));
        // The search has no tab.
        let views = View::ALL.into_iter().filter(|view| *view != View::Search);
        for view in views {
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
            footer.contains("c compare"),
            !hidden.contains(&View::Compare)
        );
    }
}
