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
