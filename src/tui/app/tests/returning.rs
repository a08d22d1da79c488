//! Returning: marks, the history, and prompts that are cancelled.

use super::*;

/// Commands that lead to a place in a view, and others that lead to another place in it.
const PLACES: [(View, &[Command], &[Command]); 9] = [
    (
        View::Areas,
        &[Down, Command::NextPane, Down, Open, Down],
        &[Back, Back, Last],
    ),
    // The last fact of the area is shared with other areas.
    (
        View::Areas,
        &[Command::NextPane, Last, Open, Last],
        &[Back, First, Back, Last],
    ),
    (
        View::Matrix,
        &[Down, Right, Right, Right, Right],
        &[Command::Left, Down],
    ),
    (View::Matrix, &[Right, Right, First], &[Command::Left, Down]),
    (View::Map, &[Down, Down], &[Up]),
    (View::Timeline, &[Down, Down, Down], &[Last]),
    (View::Compare, &[Down, Down, Right], &[First, Command::Left]),
    (
        View::Compare,
        &[Command::AddArea, Open, Last],
        &[Command::NextArea, Command::NextArea, First],
    ),
    (
        View::Sources,
        &[Down, Down, Open, Down, Down],
        &[Back, Last],
    ),
];

#[test]
fn a_mark_leads_to_the_place_that_was_marked() {
    let dataset = Dataset::bundled();
    for (view, there, elsewhere) in PLACES {
        let mut app = at(&dataset, "hastings");
        after(&mut app, &[Command::View(view)]);
        let item = after(&mut app, there);
        let shown = screen(&app);
        after(&mut app, &[Command::Mark]);
        after(&mut app, elsewhere);
        after(&mut app, &[Command::Marks, Open]);
        assert_eq!((app.view(), after(&mut app, &[])), (view, item.clone()));
        let without_notice = screen(&app);
        if !elsewhere.contains(&Command::NextArea) {
            assert_eq!(without_notice, shown, "{view:?} {item}");
        }
    }
}

#[test]
fn the_history_leads_to_the_places_that_were_left() {
    let dataset = Dataset::bundled();
    for (view, there, _) in PLACES {
        let mut app = at(&dataset, "hastings");
        after(&mut app, &[Command::View(view)]);
        let item = after(&mut app, there);
        let shown = screen(&app);
        let (other, back) = if view == View::Map {
            (View::Timeline, Command::PreviousLocation)
        } else {
            (View::Map, Back)
        };
        after(&mut app, &[Command::View(other), Down, Down, back]);
        assert_eq!((app.view(), after(&mut app, &[])), (view, item.clone()));
        assert_eq!(screen(&app), shown, "{view:?} {item}");
    }
}

#[test]
fn a_mark_and_the_history_lead_back_to_the_page_of_an_area() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Open, Command::Mark, Back, Command::Marks, Open]);
    assert!(app.has_area_page());
    after(&mut app, &[Command::View(View::Matrix), Back]);
    assert!(app.has_area_page());
    app.resize(Size::new(40, 12));
    assert!(
        !app.has_area_page(),
        "a small screen shows a pane at a time"
    );
}

#[test]
fn the_same_place_has_one_mark_whatever_is_focused_elsewhere() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Map), Command::Mark]);
    after(&mut app, &[Command::View(View::Areas), Open]);
    after(&mut app, &[Command::View(View::Map), Command::Mark]);
    assert!(app.bookmarks.locations().is_empty(), "the mark was removed");
}

#[test]
fn a_mark_clears_a_filter_that_hides_it() {
    let dataset = Dataset::bundled();
    for view in [View::Areas, View::Matrix, View::Map] {
        let mut app = at(&dataset, "hastings");
        after(&mut app, &[Command::View(view), Command::Mark]);
        filtered(&mut app, "North West");
        assert!(!after(&mut app, &[]).starts_with("hastings"));
        let item = after(&mut app, &[Command::Marks, Open]);
        assert!(item.starts_with("hastings"), "{view:?}: {item}");
        assert!(app.view() == view && app.filter().is_empty());
    }
}

#[test]
fn a_mark_that_is_not_known_on_the_date_says_so_and_changes_nothing() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings/1/english-grade-c");
    after(&mut app, &[Command::Mark, Command::View(View::Map)]);
    app.set_as_of(Some("2016".parse().expect("a date")));
    let before = app.location();
    after(&mut app, &[Command::Marks, Open]);
    assert_eq!(app.mode(), Mode::Marks);
    assert!(app.notice().expect("a notice").text.contains("Not known"));
    after(&mut app, &[Back]);
    assert_eq!(app.location(), before);
}

#[test]
fn a_marked_result_of_another_search_opens() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "maths hastings");
    let hit = after(&mut app, &[Down, Down]);
    after(&mut app, &[Command::Mark, Command::ClearInput]);
    typed(&mut app, "attendance");
    assert_eq!(after(&mut app, &[Command::Marks, Open]), hit);
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn another_area_opens_at_its_first_priority_and_fact() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "maths hastings");
    after(&mut app, &[Open]);
    assert!(app.views.areas.priorities.selected_index() > 0);
    after(&mut app, &[Back, Back]);
    assert_eq!(after(&mut app, &[]), "blackpool");
    assert_eq!(app.views.areas.priorities.selected_index(), 0);
    assert_eq!(app.views.areas.facts.selected_index(), 0);
}

#[test]
fn a_cancelled_prompt_leaves_everything_as_it_was() {
    let dataset = Dataset::bundled();
    let start = |view: View| {
        let mut app = at(&dataset, "hastings/1/english-grade-c");
        after(&mut app, &[Back, Back, Command::View(view), Down]);
        app
    };
    for view in View::ALL {
        for texts in [&["2017"][..], &["2016", "2018"]] {
            let mut app = start(view);
            typed(&mut app, if view == View::Search { "maths" } else { "" });
            after(&mut app, &[Down, Down]);
            let (location, shown) = (app.location(), screen(&app));
            after(&mut app, &[Command::Date]);
            for text in texts {
                after(&mut app, &[Command::ClearInput]);
                typed(&mut app, text);
            }
            after(&mut app, &[Command::PreviousDate, Back]);
            assert_eq!((app.location(), app.as_of()), (location, None), "{view:?}");
            assert_eq!(screen(&app), shown, "{view:?}");
        }
        let mut app = start(view);
        let (location, shown) = (app.location(), screen(&app));
        after(&mut app, &[Command::Jump]);
        if app.mode() == Mode::Jump {
            typed(&mut app, "a");
            after(&mut app, &[Down, Down]);
            typed(&mut app, "zzz");
            after(&mut app, &[Back]);
            assert_eq!(
                (app.location(), screen(&app)),
                (location, shown),
                "{view:?}"
            );
        }
    }
    // The list in the pane keeps its fact, and the text its scrolling.
    let mut app = at(&dataset, "hastings/1/english-grade-c");
    after(&mut app, &[NextPane, Down, Down]);
    let before = (app.location(), screen(&app));
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "5");
    after(&mut app, &[Back]);
    assert_eq!((app.location(), screen(&app)), before);
}

#[test]
fn a_prompt_that_is_cancelled_after_a_resize_fits_the_new_size() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[PreviousPane, Last]);
    assert!(app.views.areas.detail_scroll() > 0);
    after(&mut app, &[Command::Date]);
    typed(&mut app, "2017");
    app.resize(Size::new(80, 200));
    after(&mut app, &[Back]);
    assert_eq!(app.views.areas.detail_scroll(), 0, "all of it fits");
}
