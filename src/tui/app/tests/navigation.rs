//! Switching views, opening items, and going back.

use super::*;

#[test]
fn escape_returns_to_the_view_before() {
    let dataset = Dataset::bundled();
    for view in View::ALL {
        let mut app = at(&dataset, "oldham/3");
        after(&mut app, &[Command::View(view)]);
        assert_eq!(app.view(), view);
        if view != View::Areas {
            assert_eq!(after(&mut app, &[Back]), "oldham/3");
        }
        let pane = match view {
            View::Areas => Pane::Areas,
            _ => Pane::Priorities,
        };
        assert_eq!((app.view(), app.focus()), (View::Areas, pane));
        // The same through another view, and with an item opened from it.
        after(
            &mut app,
            &[Command::View(View::Matrix), Command::View(view)],
        );
        if view == View::Search {
            typed(&mut app, "literacy");
        }
        let there = app.selected_item();
        after(&mut app, &[Open]);
        if app.view() != view && app.selected_item() == there {
            after(&mut app, &[Back]);
            assert_eq!((app.view(), app.selected_item()), (view, there));
        }
    }
}

#[test]
fn area_stays_selected_across_views() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "norwich/2");
    assert_eq!(after(&mut app, &[Command::View(View::Map)]), "norwich");
    assert_eq!(
        after(&mut app, &[Command::View(View::Matrix), Right]),
        "norwich/2"
    );
    assert_eq!(
        after(&mut app, &[Down, Command::View(View::Areas)]),
        "oldham"
    );
    assert_eq!(
        after(&mut app, &[Command::View(View::Map), Down]),
        "stoke-on-trent"
    );
    assert_eq!(after(&mut app, &[Open]), "stoke-on-trent");
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn history_goes_back_and_forward_and_marks_go_anywhere() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3");
    after(
        &mut app,
        &[Command::Mark, Command::View(View::Timeline), Last],
    );
    let event = app.selected_item();
    assert_eq!(
        after(
            &mut app,
            &[Command::View(View::Sources), Command::PreviousLocation]
        ),
        dataset.reference(event)
    );
    assert_eq!(after(&mut app, &[Command::PreviousLocation]), "oldham/3");
    after(&mut app, &[Command::NextLocation, Command::NextLocation]);
    assert_eq!(app.view(), View::Sources);
    assert_eq!(after(&mut app, &[Command::Marks, Open]), "oldham/3");
    assert_eq!(
        (app.view(), app.mode()),
        (View::Areas, Mode::View(View::Areas))
    );
    after(&mut app, &[Command::Marks, Command::Unmark, Open]);
    assert!(app.bookmarks.locations().is_empty());
}

#[test]
fn search_result_opens_and_the_input_keeps_its_text() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "mental health oldham");
    assert_eq!(after(&mut app, &[Open]), "oldham/3/mental-health-first-aid");
    assert_eq!(app.view(), View::Areas);
    let second = after(&mut app, &[Command::NextHit]);
    assert_eq!(second, "oldham/3/mental-health-plan");
    assert_eq!(
        after(&mut app, &[Command::PreviousHit]),
        "oldham/3/mental-health-first-aid"
    );
    after(&mut app, &[Command::View(View::Search)]);
    assert_eq!(app.views.search.input.text(), "mental health oldham");
    after(&mut app, &[Command::ClearInput]);
    assert!(app.views.search.hits.items().is_empty());
}

#[test]
fn publication_lists_what_cites_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Sources), Open]);
    let citing = app.views.sources.rows.items();
    assert!(
        citing
            .iter()
            .all(|item| !matches!(item, ItemIndex::Source(_)))
    );
    let fact = after(&mut app, &[Down]);
    assert_eq!(after(&mut app, &[Open]), fact);
    assert_eq!(app.view(), View::Areas);
    assert_eq!(after(&mut app, &[Back]), fact);
    assert_eq!(app.view(), View::Sources);
    after(&mut app, &[Back]);
    assert_eq!(
        (app.view(), app.views.sources.rows.items().len()),
        (View::Sources, 349),
        "the open publication closes first"
    );
    after(&mut app, &[Back]);
    assert_eq!(app.view(), View::Areas);
}

#[test]
fn first_click_selects_and_second_click_opens() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    app.click(MouseTarget::Item(Pane::Areas, 3));
    assert_eq!(after(&mut app, &[]), "doncaster");
    app.click(MouseTarget::Item(Pane::Areas, 3));
    assert!(app.has_area_page());
    after(&mut app, &[Back]);
    app.click(MouseTarget::Item(Pane::Facts, 1));
    assert_eq!(app.focus(), Pane::Facts);
    app.scroll(Some(MouseTarget::Pane(Pane::Areas)), 1);
    assert_eq!(
        app.focus(),
        Pane::Facts,
        "the wheel moves what is under it and keeps the focus"
    );
    app.click(MouseTarget::Command(Command::View(View::Matrix)));
    app.click(MouseTarget::Cell(11, 1));
    assert_eq!(after(&mut app, &[]), "west-somerset/2");
    app.click(MouseTarget::Cell(11, 1));
    assert_eq!(
        (app.view(), after(&mut app, &[])),
        (View::Areas, "west-somerset/2".into())
    );
}

#[test]
fn opening_a_filtered_item_clears_the_filter() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::Compare, Command::View(View::Compare)]);
    filtered(&mut app, "Wave 1 (October 2016)");
    after(&mut app, &[Command::AddArea, Open]);
    assert_eq!(
        dataset.area(app.views.compare.areas[1]).wave,
        Some(1),
        "only areas that pass the filter are added"
    );
    after(&mut app, &[Command::Left]);
    assert!(after(&mut app, &[Open]).starts_with("hastings"));
    assert!(app.view() == View::Areas && app.filter().is_empty());
}

#[test]
fn themes_and_publications_open_in_their_own_views() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Search)]);
    typed(&mut app, "\"Early years\"");
    while !matches!(app.selected_item(), ItemIndex::Theme(_)) {
        after(&mut app, &[Down]);
    }
    after(&mut app, &[Open]);
    let theme = app
        .views
        .matrix
        .themes
        .selected()
        .map(|theme| dataset.theme(theme).id.as_str());
    assert_eq!((app.view(), theme), (View::Matrix, Some("early-years")));
    after(&mut app, &[Back]);
    assert_eq!(app.view(), View::Search);
    let mut app = at(&dataset, "source/plan-oldham");
    assert_eq!(
        (app.view(), after(&mut app, &[])),
        (View::Sources, "source/plan-oldham".into())
    );
}

#[test]
fn matrix_heading_selects_the_theme() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    assert_eq!(
        after(&mut app, &[Command::View(View::Matrix), Up]),
        "theme/early-years"
    );
    assert_eq!(
        after(&mut app, &[Right, Up]),
        "theme/attainment",
        "there is nothing above"
    );
    assert_eq!(after(&mut app, &[Down]), "blackpool/1");
    assert_eq!(
        after(&mut app, &[Command::First, Command::Left]),
        "theme/early-years"
    );
    after(&mut app, &[Open]);
    let Some(Overlay::Text(page)) = &app.overlay else {
        panic!("the full text is shown")
    };
    assert!(page.title == "Early years" && page.status == "7 priorities in 7 areas");
    let derby = "Derby\n  1 Increase the number of children achieving a good level of development in the early years\n";
    assert!(page.text.contains(derby), "{}", page.text);
    assert_eq!(
        after(&mut app, &[Back, Command::View(View::Map), Back]),
        "theme/early-years",
        "going back returns to it"
    );
    assert_eq!(after(&mut app, &[Command::Last]), "west-somerset/1");
    // A jump can start and end at a heading; Escape returns to it.
    after(&mut app, &[Command::First, Command::Jump]);
    typed(&mut app, "old");
    assert_eq!(after(&mut app, &[]), "oldham/1");
    assert_eq!(after(&mut app, &[Back]), "theme/early-years");
    after(&mut app, &[Command::Last, Command::Jump]);
    typed(&mut app, "early");
    assert_eq!(after(&mut app, &[Open]), "theme/early-years");
    // A click selects, a second opens.
    app.click(MouseTarget::Heading(2));
    assert_eq!(after(&mut app, &[]), "theme/literacy");
    assert_eq!(app.mode(), Mode::View(View::Matrix));
    app.click(MouseTarget::Heading(2));
    assert_eq!(app.mode(), Mode::Text);
    after(&mut app, &[Back]);
    app.click(MouseTarget::Cell(0, 2));
    assert_eq!(after(&mut app, &[]), "blackpool");
    assert_eq!(
        app.mode(),
        Mode::View(View::Matrix),
        "the first click only selects"
    );
}

#[test]
fn the_empty_cell_that_a_note_explains_opens_it() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Command::View(View::Matrix)]);
    app.views.matrix.themes.select(0);
    assert_eq!(after(&mut app, &[]), "blackpool", "the cell is empty");
    assert_eq!(
        after(&mut app, &[Open]),
        "blackpool/early-years-left-to-better-start"
    );
    assert_eq!(app.view(), View::Areas);
    // Without a note it opens the area.
    after(&mut app, &[Back]);
    app.views.matrix.areas.select(1);
    assert_eq!(after(&mut app, &[Open]), "bradford");
}

#[test]
fn a_search_starts_over_a_text_and_over_the_marks() {
    let dataset = Dataset::bundled();
    let mut over_marks = App::new(&dataset, Size::new(80, 24));
    after(&mut over_marks, &[Command::Mark, Command::Marks]);
    let mut over_text = App::new(&dataset, Size::new(80, 24));
    after(&mut over_text, &[Command::View(View::Search)]);
    typed(&mut over_text, "gld");
    after(&mut over_text, &[Open]);
    assert_eq!(
        (over_marks.mode(), over_text.mode()),
        (Mode::Marks, Mode::Text)
    );
    for mut app in [over_marks, over_text] {
        for key in "/norwich".chars().map(Key::Char) {
            let _ = app.press(key);
        }
        assert_eq!(app.mode(), Mode::View(View::Search));
        assert_eq!(app.views.search.input.text(), "norwich");
    }
}

#[test]
fn escape_leaves_the_zoom_of_the_map_and_the_timeline_before_the_view() {
    let dataset = Dataset::bundled();
    for (view, label) in [(View::Map, "whole map"), (View::Timeline, "all years")] {
        let mut app = at(&dataset, "norwich");
        after(
            &mut app,
            &[Command::View(view), Command::ZoomIn, Command::ZoomIn],
        );
        let selected = after(&mut app, &[]);
        assert_eq!(app.escape_label(), Some(label));
        assert_eq!(after(&mut app, &[Command::Escape]), selected);
        assert_eq!((app.view(), app.escape_label()), (view, None));
        after(&mut app, &[Command::Escape]);
        assert_eq!(app.view(), View::Areas);
    }
}

#[test]
fn a_jump_in_the_timeline_finds_areas_before_events() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::View(View::Timeline), Command::Jump]);
    typed(&mut app, "oldham");
    after(&mut app, &[Open]);
    assert_eq!(
        app.selected_item().area(),
        dataset.find("oldham").and_then(ItemIndex::area)
    );
}
