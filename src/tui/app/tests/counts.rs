//! Numbers of large datasets, which are filled in after the first frame.

use super::{bugs::large_dataset, *};
use crate::tui::history::Location;

/// Returns the screen once all numbers have arrived.
fn counted(app: &mut App) -> String {
    app.find_pending();
    assert!(app.pending_publications().is_none() && app.pending_filter_counts().is_none());
    screen(app)
}

#[test]
fn small_datasets_are_counted_at_once() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Sources)]);
    assert!(app.pending_publications().is_none());
    after(&mut app, &[Command::Filter]);
    assert!(app.pending_filter_counts().is_none());
}

#[test]
fn sources_open_before_they_are_counted() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    after(&mut app, &[Command::View(View::Sources), Down]);
    let selected = app.selected_item();
    let shown = screen(&app);
    assert!(
        shown.contains("counting the facts that cite them") && shown.contains("not counted yet"),
        "{shown}"
    );
    let shown = counted(&mut app);
    assert!(
        shown.contains("facts that cite it") && shown.contains("cited "),
        "{shown}"
    );
    assert_eq!(app.selected_item(), selected);
    // They are not counted again when the view is shown again.
    after(
        &mut app,
        &[Command::View(View::Areas), Command::View(View::Sources)],
    );
    assert!(app.pending_publications().is_none());
    assert_eq!(screen(&app), shown);
    // Elsewhere nothing waits for them.
    app.set_as_of("2020".parse().ok());
    assert!(app.pending_publications().is_some());
    after(&mut app, &[Command::View(View::Areas)]);
    assert!(app.pending_publications().is_none());
}

#[test]
fn sources_of_a_filter_are_listed_once_they_are_found() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    after(&mut app, &[Command::View(View::Sources), Down]);
    counted(&mut app);
    let selected = app.selected_item();
    app.set_filter(Filter {
        themes: vec!["streets".parse().expect("an id")],
        ..Filter::default()
    });
    let shown = screen(&app);
    assert!(
        shown.contains("Looking for what cites each publication."),
        "{shown}"
    );
    assert_eq!(app.selected_item(), ItemIndex::Programme);
    let shown = counted(&mut app);
    assert!(shown.contains("facts that cite it"), "{shown}");
    assert_eq!(app.selected_item(), selected);
    // So is one that is visited again before that.
    app.set_filter(Filter::default());
    counted(&mut app);
    app.set_filter(Filter {
        themes: vec!["homes".parse().expect("an id")],
        ..Filter::default()
    });
    app.go_to(Location {
        view: View::Sources,
        item: selected,
        pane: crate::tui::layout::Pane::Areas,
        context: None,
    });
    counted(&mut app);
    assert_eq!(app.selected_item(), selected);
}

#[test]
fn filter_opens_before_it_is_counted() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    after(&mut app, &[Command::Filter, NextPane, Down]);
    let shown = screen(&app);
    assert!(
        shown.contains("counting the facts") && shown.contains("[x] Streets"),
        "{shown}"
    );
    let selected = |shown: &str| {
        let line = shown.lines().find(|line| line.contains('▌'));
        let words = line.expect("a row is selected").split("[x]").nth(1);
        words.map(|words| words.trim().split("  ").next().map(String::from))
    };
    let before = selected(&shown);
    let shown = counted(&mut app);
    assert!(
        shown.contains(" facts ") && !shown.contains("counting"),
        "{shown}"
    );
    assert_eq!(selected(&shown), before, "{shown}");
    // A value that is switched off is off at once, and the others are counted again.
    after(&mut app, &[Command::Toggle]);
    let shown = screen(&app);
    assert!(
        shown.contains("[ ] ") && shown.contains("counting the facts"),
        "{shown}"
    );
    // Nothing waits for the numbers.
    after(&mut app, &[Open]);
    assert!(!app.filter().is_empty() && app.pending_filter_counts().is_none());
}

#[test]
fn a_kind_without_facts_is_not_selected_any_more() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    after(&mut app, &[Command::Filter, Down, Down]);
    assert!(screen(&app).contains("Enter shows only results."));
    let shown = counted(&mut app);
    assert!(
        !shown.contains("results") && shown.contains("Move to a row"),
        "{shown}"
    );
    after(&mut app, &[Open]);
    assert!(app.filter().is_empty());
}

#[test]
fn filter_finds_values_before_and_after_they_are_counted() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    after(&mut app, &[Command::Filter, Command::Jump]);
    typed(&mut app, "streets");
    let shown = screen(&app);
    assert!(shown.contains("[x] Streets"), "{shown}");
    let shown = counted(&mut app);
    assert!(
        shown.contains("[x] Streets") && shown.contains("theme, "),
        "{shown}"
    );
    after(&mut app, &[Open, Open]);
    let themes: Vec<_> = app
        .filter()
        .themes
        .iter()
        .map(crate::dataset::ThemeId::as_str)
        .collect();
    assert_eq!(themes, ["streets"]);
}

#[test]
fn screen_readers_get_the_numbers_at_once() {
    let dataset = large_dataset();
    let mut app = at(&dataset, "programme");
    let _ = app.update(Command::Speak);
    after(&mut app, &[Command::View(View::Sources)]);
    assert!(app.pending_publications().is_none());
    after(&mut app, &[Command::Filter]);
    assert!(app.pending_filter_counts().is_none());
}
