//! Places where the screen-reader mode meets prompts, dates and filters.

use super::*;
use crate::tui::headless::HeadlessApp;

fn speaking(dataset: &Dataset) -> App<'_> {
    let mut app = App::new(dataset, Size::new(80, 24));
    app.set_speaks(true);
    app
}

/// Returns the lines of the screen.
fn lines(app: &App) -> Vec<String> {
    let text = HeadlessApp::new(app.clone()).text();
    text.lines().map(String::from).collect()
}

#[test]
fn a_file_name_that_cannot_be_saved_is_answered() {
    let dataset = Dataset::bundled();
    let mut app = speaking(&dataset);
    after(&mut app, &[Command::Save, Command::ClearInput]);
    typed(&mut app, "oldham.foo");
    after(&mut app, &[Open]);
    let said = lines(&app)[..2].join(" ");
    assert!(
        said.contains("Please give the name one of these endings: .md"),
        "{said}"
    );
}

#[test]
fn a_date_that_is_chosen_from_the_list_counts_after_a_resize() {
    let dataset = Dataset::bundled();
    let mut app = speaking(&dataset);
    after(&mut app, &[Command::Date, Down, Down]);
    app.resize(Size::new(90, 30));
    after(&mut app, &[Open]);
    assert_eq!(
        app.as_of().map(|date| date.to_string()).as_deref(),
        Some("19 January 2018")
    );
    // From the list back to the field, its text counts.
    after(
        &mut app,
        &[Command::Date, Down, Up, Command::ClearInput, Open],
    );
    assert_eq!(app.as_of(), None);
}

#[test]
fn the_help_keeps_its_row_after_a_resize() {
    let dataset = Dataset::bundled();
    let mut app = speaking(&dataset);
    after(&mut app, &[Command::Help, Down, Down, Down]);
    let row = |app: &App| HeadlessApp::new(app.clone()).cursor().y;
    let before = row(&app);
    app.resize(Size::new(200, 60));
    assert_eq!(row(&app), before);
}

#[test]
fn a_view_that_the_filter_does_not_change_does_not_name_it() {
    let dataset = Dataset::bundled();
    let mut app = speaking(&dataset);
    filtered(&mut app, "actions");
    let title = |app: &App| lines(app)[2].clone();
    assert!(title(&app).contains("only actions"), "{}", title(&app));
    after(&mut app, &[Command::View(View::Compare)]);
    assert!(!title(&app).contains("only"), "{}", title(&app));
}

#[test]
fn the_timeline_selects_an_event_that_was_known_on_the_date() {
    let dataset = Dataset::bundled();
    let mut app = speaking(&dataset);
    app.set_as_of(Some("2017-11-01".parse().expect("a date")));
    after(&mut app, &[Command::View(View::Timeline)]);
    assert!(matches!(app.selected_item(), ItemIndex::Fact(_)));
    after(&mut app, &[Last]);
    let last = app.selected_item();
    app.set_as_of(None);
    assert_eq!(app.selected_item(), last);
    after(&mut app, &[Last]);
    app.set_as_of(Some("2017-11-01".parse().expect("a date")));
    assert_eq!(
        app.selected_item(),
        last,
        "the nearest of those that were known"
    );
}
