//! Clicks: the first selects, the second opens.

use super::*;
use crate::tui::headless::HeadlessApp;

/// A row that is selected when a list opens was not chosen by anyone.
#[test]
fn the_first_click_never_opens_what_was_selected_already() {
    let dataset = Dataset::bundled();
    let row = MouseTarget::Row(0);
    for command in [
        Command::Palette,
        Command::Help,
        Command::Filter,
        Command::Marks,
    ] {
        let mut app = at(&dataset, "oldham");
        after(&mut app, &[Command::Mark, Down, command]);
        let mode = app.mode();
        assert_eq!(app.click(row), Effect::None);
        assert_eq!(app.mode(), mode, "{command:?}");
        assert!(app.filter().is_empty());
        let _ = app.click(row);
        let is_open = matches!(command, Command::Help | Command::Filter);
        assert!(app.mode() != mode || is_open);
    }
    for (view, target) in [
        (View::Areas, MouseTarget::Item(Pane::Areas, 0)),
        (View::Matrix, MouseTarget::Cell(0, 0)),
        (View::Map, row),
        (View::Timeline, row),
        (View::Compare, MouseTarget::Cell(0, 0)),
        (View::Sources, row),
        (View::Search, row),
    ] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        after(&mut app, &[Command::View(view)]);
        if view == View::Search {
            typed(&mut app, "maths hastings");
        }
        if view == View::Compare {
            after(&mut app, &[First]);
        }
        let before = (app.location(), app.views.sources.rows.items().len());
        let state = |app: &App| (app.location(), app.views.sources.rows.items().len());
        app.click(target);
        assert_eq!(state(&app), before, "{view:?}");
        app.click(target);
        assert_ne!(state(&app), before, "{view:?}");
    }
}

/// After a click, another item is selected: it is copied, and not the text of the last one shown.
#[test]
fn a_click_after_copying_leads_to_another_copy() {
    let dataset = Dataset::bundled();
    for scrolled in [false, true] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        let Effect::Copy(first) = app.update(Command::Copy) else {
            panic!("it is copied")
        };
        app.on_copied(&first, CopyOutcome::Sent);
        let target = MouseTarget::Item(Pane::Areas, 1);
        if scrolled {
            let _ = app.scroll(Some(target), 1);
        } else {
            let _ = app.click(target);
        }
        let Effect::Copy(second) = app.update(Command::Copy) else {
            panic!("the other item is copied")
        };
        assert_ne!(first, second);
    }
}

#[test]
fn a_clicked_name_is_jumped_to() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "d");
    let doncaster = 3;
    let _ = app.click(MouseTarget::Row(doncaster));
    assert_eq!(after(&mut app, &[Open]), "doncaster");
}

#[test]
fn the_palette_over_the_search_does_not_start_with_quitting() {
    let dataset = Dataset::bundled();
    for view in View::ALL {
        let mut app = at(&dataset, "oldham");
        after(&mut app, &[Command::View(view), Command::Palette]);
        assert_ne!(app.update(Open), Effect::Quit, "{view:?}");
    }
}

#[test]
fn a_key_or_a_change_between_two_clicks_makes_the_second_a_first() {
    let dataset = Dataset::bundled();
    let target = MouseTarget::Item(Pane::Areas, 3);
    let changes: [fn(&mut App); 4] = [
        |app| _ = after(app, &[Down, Up]),
        |app| app.resize(Size::new(100, 30)),
        |app| _ = app.scroll(Some(MouseTarget::Pane(Pane::Detail)), 1),
        |app| _ = app.click(MouseTarget::Item(Pane::Areas, 4)),
    ];
    for change in changes {
        let mut app = at(&dataset, "blackpool");
        app.click(target);
        change(&mut app);
        app.click(target);
        assert!(!app.has_area_page());
        app.click(target);
        assert!(app.has_area_page());
    }
}

#[test]
fn each_click_on_a_chosen_filter_toggles_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::Filter]);
    let mut chosen = Vec::new();
    for _ in 0..4 {
        app.click(MouseTarget::Row(2));
        let shown = HeadlessApp::new(app.clone()).text();
        chosen.push(shown.contains("[ ] ■ results"));
    }
    assert_eq!(chosen, [false, true, false, true]);
    assert!(app.filter().is_empty(), "a click does not apply it");
}

#[test]
fn rows_of_the_matrix_stay_under_the_pointer() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Command::View(View::Matrix), Up, Command::Sort]);
    let sorted = app.views.matrix.areas.items().to_vec();
    assert_ne!(
        sorted,
        dataset.areas().map(|(area, _)| area).collect::<Vec<_>>()
    );
    for target in [
        MouseTarget::Cell(0, 3),
        MouseTarget::Heading(8),
        MouseTarget::Cell(5, 8),
    ] {
        app.click(target);
        assert_eq!(app.views.matrix.areas.items(), sorted, "{target:?}");
        after(&mut app, &[Right, Command::Left, Down]);
        assert_eq!(app.views.matrix.areas.items(), sorted, "{target:?}");
    }
    // Another heading is another order; a second time it is that of the dataset again.
    after(&mut app, &[First, Right, Command::Sort]);
    assert_ne!(app.views.matrix.areas.items(), sorted);
    after(&mut app, &[Command::Sort]);
    assert_eq!(app.views.matrix.order, Order::Listed);
}
