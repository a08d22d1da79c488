//! Commands and the state that they lead to.

mod bugs;
mod clear_words;
mod clicks;
mod comparing;
mod counts;
mod explained;
mod filter_finder;
mod idle_keys;
mod meetings;
mod navigation;
mod notices;
mod overlay;
mod prompts;
mod questions;
mod returning;
mod returning_home;
mod speech;
mod spoken_meetings;

use super::*;
use crate::{
    command::{Key, SaveError},
    tui::{mouse_targets::MouseTarget, views::matrix::Order},
};

fn at<'a>(dataset: &'a Dataset, reference: &str) -> App<'a> {
    let mut app = App::new(dataset, Size::new(80, 24));
    assert!(app.open(dataset.find(reference).expect("the reference is there")));
    app
}

fn after(app: &mut App, commands: &[Command]) -> String {
    for &command in commands {
        assert_eq!(app.update(command), Effect::None, "{command:?}");
    }
    app.dataset().reference(app.selected_item()).into_owned()
}

/// Returns what the screen shows, without the confirmation in the footer.
fn screen(app: &App) -> String {
    let mut app = app.clone();
    let _ = app.update(Command::Redraw);
    crate::tui::headless::HeadlessApp::new(app).text()
}

fn typed(app: &mut App, text: &str) {
    for character in text.chars() {
        assert_eq!(app.update(Command::Type(character)), Effect::None);
    }
}

/// Filters by the value with this label alone.
fn filtered(app: &mut App, label: &str) {
    after(app, &[Command::Filter]);
    let Some(Overlay::Filter(picker)) = &mut app.overlay else {
        panic!("the filter is open")
    };
    assert!(picker.select_label(label), "{label}");
    after(app, &[Open]);
}

use Command::{
    Back, Down, First, Last, NextPane, Open, PageDown, PageUp, PreviousPane, Quit, Right, Up,
};

#[test]
fn selection_stops_at_both_ends() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    assert_eq!(after(&mut app, &[Up, Up]), "blackpool");
    assert_eq!(after(&mut app, &[Last, Down]), "programme");
    assert_eq!(after(&mut app, &[Up]), "west-somerset");
    assert_eq!(after(&mut app, &[First]), "blackpool");
    assert_eq!(after(&mut app, &[PageDown]), "programme");
    assert_eq!(after(&mut app, &[PageUp]), "blackpool");
}

#[test]
fn enter_opens_and_escape_goes_back() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    assert_eq!(after(&mut app, &[Open, Down, Open]), "oldham");
    assert!(app.has_area_page());
    assert_eq!(after(&mut app, &[NextPane]), "stoke-on-trent");
    assert_eq!(after(&mut app, &[PreviousPane, Back]), "oldham");
    assert!(!app.has_area_page());
    assert_eq!(after(&mut app, &[NextPane, Down]), "oldham/2");
    assert_eq!(
        after(&mut app, &[Open, Down]),
        "oldham/2/professional-qualifications"
    );
    assert_eq!(
        after(&mut app, &[Open]),
        "oldham/2/professional-qualifications"
    );
    assert_eq!(app.focus(), Pane::Detail);
    assert_eq!(
        after(&mut app, &[Open]),
        "oldham/2/professional-qualifications"
    );
    assert_eq!(
        after(&mut app, &[Back]),
        "oldham/2/professional-qualifications"
    );
    assert_eq!(app.focus(), Pane::Facts);
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    assert_eq!(after(&mut app, &[Back, Back]), "oldham");
    assert_eq!(app.focus(), Pane::Areas);
}

#[test]
fn pane_focus_wraps_and_the_detail_keeps_its_item() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    assert_eq!(after(&mut app, &[PreviousPane]), "hastings");
    assert_eq!(app.focus(), Pane::Detail);
    assert_eq!(after(&mut app, &[Back]), "hastings");
    assert_eq!(app.focus(), Pane::Areas);
    assert_eq!(
        after(&mut app, &[NextPane, NextPane, NextPane, NextPane]),
        "hastings"
    );
}

#[test]
fn moving_in_a_list_updates_the_lists_after_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings/4/summer-activities-2018");
    assert_eq!(app.focus(), Pane::Facts);
    assert_eq!(after(&mut app, &[Back, Up]), "hastings/3");
    assert_eq!(after(&mut app, &[Open]), "hastings/3/i-rock-capacity");
    assert_eq!(after(&mut app, &[Back, Back, Down]), "ipswich");
    assert_eq!(after(&mut app, &[NextPane]), "ipswich/1");
}

#[test]
fn detail_scrolls_to_its_last_page() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[PreviousPane, Last]);
    let end = app.views.areas.detail_scroll();
    assert!(end > 0);
    after(&mut app, &[Down, PageDown]);
    assert_eq!(app.views.areas.detail_scroll(), end);
    app.resize(Size::new(80, 60));
    assert!(
        app.views.areas.detail_scroll() < end,
        "a larger screen needs less scrolling"
    );
    after(&mut app, &[First]);
    assert_eq!(app.views.areas.detail_scroll(), 0);
}

#[test]
fn selection_survives_dates_and_filters() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    app.set_as_of(Some("2017-10-09".parse().expect("a date")));
    assert_eq!(after(&mut app, &[]), "oldham/3/mental-health-first-aid");
    app.set_as_of(None);
    filtered(&mut app, "School leavers");
    assert_eq!(after(&mut app, &[]), "oldham/3/mental-health-first-aid");
    assert_eq!(app.filter().themes.len(), 1);
    assert_eq!(
        app.views.areas.priorities.items().len(),
        2,
        "the priority in the theme, and what plans share under it"
    );
    assert_eq!(
        after(&mut app, &[Command::ClearFilter]),
        "oldham/3/mental-health-first-aid"
    );
    assert!(app.filter().is_empty());
    assert_eq!(app.views.areas.priorities.items().len(), 4);
}
