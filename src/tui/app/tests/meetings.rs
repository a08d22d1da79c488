//! Places where parts meet: dates and filters, words and marks, prompts and lists, long names and small screens.

use super::*;
use crate::tui::headless::HeadlessApp;

/// A date on which the plans were known, and few results.
const EARLY: &str = "2018-03-01";

fn footer(app: &App) -> String {
    let text = HeadlessApp::new(app.clone()).text();
    text.lines().last().unwrap_or_default().to_string()
}

fn set_date(app: &mut App, date: &str) {
    after(app, &[Command::Date, Command::ClearInput]);
    typed(app, date);
    after(app, &[Open]);
}

/// Returns a target whose outcome was not known on an early date.
fn met_target(dataset: &Dataset) -> ItemIndex {
    let targets = dataset.item_indices().filter(|item| match item {
        ItemIndex::Fact(fact) => {
            let target = crate::query::targets::target_at(Snapshot::latest(dataset), *fact);
            target.is_some_and(|target| Snapshot::latest(dataset).target_status(target).is_some())
        }
        _ => false,
    });
    let early = early(dataset);
    let mut known = targets.filter(|item| early.contains(*item));
    known.next().expect("a target with an outcome")
}

fn early(dataset: &Dataset) -> Snapshot<'_> {
    Snapshot::as_of(dataset, Some(EARLY.parse().expect("a date")))
}

#[test]
fn a_notice_is_never_higher_than_the_screen() {
    let text = include_str!("../../../../tests/data/valid/every-field.json");
    let name = "Longname ".repeat(300);
    let text = text.replace(
        "\"name\": \"Riverside\"",
        &format!("\"name\": \"{}\"", name.trim()),
    );
    let dataset = Dataset::from_json("long", &text).expect("it is sound");
    for (width, height) in [(80, 24), (20, 13), (40, 12)] {
        let mut app = App::new(&dataset, Size::new(width, height));
        after(&mut app, &[Command::Mark]);
        let screen = HeadlessApp::new(app).text();
        assert!(screen.contains("Marked Lo"), "{screen}");
        assert!(screen.starts_with(" 1 Areas"), "{screen}");
    }
}

#[test]
fn a_long_notice_does_not_cover_the_selection() {
    let dataset = Dataset::bundled();
    for view in [
        View::Areas,
        View::Matrix,
        View::Timeline,
        View::Targets,
        View::Table,
        View::Sources,
    ] {
        for key in [Key::Home, Key::End] {
            let app = App::new(&dataset, Size::new(40, 12));
            let mut screen = HeadlessApp::new(app);
            let view_key = view.digit().expect("the view has a number");
            screen.press([Key::Char(view_key), key]);
            let before = screen.buffer()[screen.cursor()].clone();
            screen.paste("a");
            let text = screen.text();
            assert!(text.contains("Pasted text does nothing"), "{text}");
            assert_eq!(
                screen.buffer()[screen.cursor()],
                before,
                "{view:?}:\n{text}"
            );
            assert!(text.starts_with(" 1 "), "{text}");
        }
    }
}

#[test]
fn a_notice_names_the_key_that_clears_the_filter_or_the_date() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    filtered(&mut app, "actions");
    assert!(
        footer(&app).contains("Esc clear filter"),
        "{}",
        footer(&app)
    );
    set_date(&mut app, "2018");
    filtered(&mut app, "results");
    assert!(footer(&app).contains("F clear filter"), "{}", footer(&app));
    after(&mut app, &[Command::Zoom]);
    set_date(&mut app, "2019");
    let shown = footer(&app);
    assert!(
        shown.contains("by the end of 2019") && !shown.contains("Esc"),
        "{shown}"
    );
}

#[test]
fn an_empty_view_over_the_whole_screen_names_the_key_that_clears_the_filter() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    filtered(&mut app, "actions");
    after(&mut app, &[Command::View(View::Targets), Command::Zoom]);
    let text = screen(&app);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Press F to clear the filter."), "{text}");
}

#[test]
fn escape_clears_the_words_of_rows_before_the_date() {
    let dataset = Dataset::bundled();
    for view in [View::Table, View::Targets] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        set_date(&mut app, "2018");
        after(&mut app, &[Command::View(view)]);
        let all = app.views.get(view).names(app.scope()).len();
        after(&mut app, &[Command::FilterRows]);
        typed(&mut app, "mental");
        after(&mut app, &[Open]);
        assert!(screen(&app).contains("Esc clears it"), "{}", screen(&app));
        assert!(!footer(&app).contains("Esc"), "{}", footer(&app));
        after(&mut app, &[Command::Escape]);
        assert!(app.as_of().is_some(), "{view:?}");
        assert!(screen(&app).contains("Esc clear date"), "{}", screen(&app));
        assert_eq!(app.views.get(view).names(app.scope()).len(), all);
        after(&mut app, &[Command::Escape]);
        assert_eq!((app.as_of(), app.view()), (None, view));
    }
}

#[test]
fn a_mark_of_a_row_clears_the_words_that_hide_it() {
    let dataset = Dataset::bundled();
    for view in [View::Table, View::Targets] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        filtered(&mut app, "targets");
        after(&mut app, &[Command::View(view), Last]);
        let marked = app.selected_item();
        after(&mut app, &[Command::Mark, Command::FilterRows]);
        typed(&mut app, "mental");
        after(&mut app, &[Open]);
        assert_ne!(app.selected_item(), marked);
        after(&mut app, &[Command::Marks, Open]);
        assert_eq!((app.view(), app.selected_item()), (view, marked));
        assert!(!app.filter().is_empty(), "the filter does not hide it");
    }
}

#[test]
fn a_target_stays_selected_although_its_outcome_is_another_on_a_date() {
    let dataset = Dataset::bundled();
    let target = met_target(&dataset);
    for groupings in 0..3 {
        let mut app = App::new(&dataset, Size::new(80, 24));
        after(&mut app, &[Command::View(View::Targets)]);
        after(&mut app, &vec![Command::Sort; groupings]);
        assert!(app.views.targets.select_item(&app.scope, target));
        app.set_as_of(Some(EARLY.parse().expect("a date")));
        assert_eq!(app.selected_item(), target);
        app.set_as_of(None);
        assert_eq!(app.selected_item(), target);
    }
}

#[test]
fn arrows_and_clicks_choose_a_name_before_anything_is_typed() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(&mut app, &[Command::Jump]);
    assert_eq!(after(&mut app, &[Down, Down]), "derby", "the view follows");
    assert_eq!(after(&mut app, &[Back]), "blackpool", "Esc takes it back");
    assert_eq!(after(&mut app, &[Command::Jump, Down, Open]), "bradford");
    after(&mut app, &[Command::Jump]);
    let _ = app.click(MouseTarget::Row(3));
    let _ = app.click(MouseTarget::Row(3));
    assert_eq!(after(&mut app, &[]), "doncaster");
    assert!(app.overlay.is_none());
}

#[test]
fn the_way_forward_has_every_location_that_leaving_a_view_went_past() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(
        &mut app,
        &[Command::View(View::Matrix), Command::Mark, Down],
    );
    after(&mut app, &[Command::Marks, Open, Down, Down]);
    let end = app.location();
    after(&mut app, &[Back]);
    assert_eq!(app.view(), View::Areas);
    after(&mut app, &[Command::NextLocation]);
    assert_eq!(app.view(), View::Matrix);
    assert_ne!(app.location(), end, "the one before comes first");
    after(&mut app, &[Command::NextLocation]);
    assert_eq!(app.location(), end);
    after(&mut app, &[Command::NextLocation]);
    assert!(
        footer(&app).contains("There is no next location"),
        "{}",
        footer(&app)
    );
}

#[test]
fn a_search_that_finds_hidden_matches_says_how_to_see_them() {
    let dataset = Dataset::bundled();
    for (has_date, has_filter, words, query) in [
        (true, false, "Press Esc to clear the date.", "coulson"),
        (false, true, "Press Esc to clear the filter.", "coulson"),
        (
            true,
            true,
            "Press Esc to clear the date, and again to clear the filter.",
            "gatsby",
        ),
        (
            true,
            true,
            "No matches with this filter on this date.",
            "coulson",
        ),
    ] {
        let mut app = App::new(&dataset, Size::new(100, 30));
        if has_filter {
            filtered(&mut app, "targets");
        }
        if has_date {
            set_date(&mut app, "2016-01");
        }
        after(&mut app, &[Command::View(View::Search)]);
        typed(&mut app, query);
        let text = screen(&app);
        assert!(text.contains(words), "{text}");
        after(
            &mut app,
            &vec![Command::Escape; usize::from(has_date) + usize::from(has_filter)],
        );
        assert_eq!(app.view(), View::Search);
        assert!(!app.views.search.hits.items().is_empty());
    }
}

#[test]
fn the_comparison_is_saved_with_all_its_areas() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "hastings");
    after(&mut app, &[Command::View(View::Compare), Command::Save]);
    let text = screen(&app);
    assert!(text.contains("Save the comparison: 2 areas"), "{text}");
    assert!(text.contains("hastings-ipswich.md"), "{text}");
    app.on_saved("hastings-ipswich.md", Ok(()));
    let shown = footer(&app);
    assert!(
        shown.contains("Saved the comparison as hastings-ipswich.md"),
        "{shown}"
    );
}

#[test]
fn a_page_or_full_text_closes_if_the_filter_hides_its_item() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "blackpool");
    after(&mut app, &[Open]);
    assert!(app.has_area_page());
    filtered(&mut app, "Bradford Council");
    assert!(!app.has_area_page(), "{}", screen(&app));
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    after(&mut app, &[Open]);
    assert!(app.has_full_text());
    filtered(&mut app, "targets");
    assert!(!app.has_full_text(), "{}", screen(&app));
    // What is still shown stays open.
    let mut app = at(&dataset, "norwich");
    after(&mut app, &[Open]);
    filtered(&mut app, "targets");
    assert!(app.has_area_page(), "{}", screen(&app));
}

#[test]
fn only_an_area_that_is_shown_is_added_to_the_comparison() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Command::View(View::Sources), Command::Compare]);
    assert!(
        footer(&app).contains("Select an area to compare"),
        "{}",
        footer(&app)
    );
    after(&mut app, &[Command::View(View::Map), Command::Compare]);
    assert!(footer(&app).contains("to Compare"), "{}", footer(&app));
}

#[test]
fn a_text_may_have_more_lines_than_a_screen_has_rows() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(20, 5));
    let text = "Lincolnshire ".repeat(66_000);
    let popup = crate::tui::overlays::TextPopup::new("Long", "", &text, "");
    app.overlay = Some(Overlay::Text(popup));
    assert!(
        screen(&app).starts_with(" 1 Areas\n━ Long"),
        "{}",
        screen(&app)
    );
}
