//! Words on the screen that say what they mean, and popups that show what there is room for.

use super::*;
use crate::tui::{
    headless::HeadlessApp,
    styles::{Background, ColorLevel, StyleRole, Styles},
};

fn resized(dataset: &Dataset, width: u16, height: u16) -> App<'_> {
    App::new(dataset, Size::new(width, height))
}

fn footer(app: &App) -> String {
    let text = HeadlessApp::new(app.clone()).text();
    text.lines().last().unwrap_or_default().to_string()
}

#[test]
fn a_date_says_what_it_means_and_how_to_clear_it() {
    let dataset = Dataset::bundled();
    for (date, words) in [
        ("2018", "by the end of 2018"),
        ("2018-05", "by the end of May 2018"),
        ("2017-10-09", "on 9 October 2017"),
    ] {
        let mut app = resized(&dataset, 120, 40);
        app.set_as_of(Some(date.parse().expect("a date")));
        app.say_date();
        let footer = footer(&app);
        let sentence = format!("Shows what was known {words}  Esc clear date");
        assert!(footer.contains(&sentence), "{footer}");
    }
}

#[test]
fn the_way_out_of_a_date_or_a_filter_stays_on_the_smallest_screens() {
    let dataset = Dataset::bundled();
    for width in [40, 60, 80] {
        let mut app = resized(&dataset, width, 12);
        filtered(&mut app, "actions");
        let _ = app.update(Command::Redraw);
        assert!(
            footer(&app).contains("Esc clear filter"),
            "{}",
            footer(&app)
        );
        app.set_as_of(Some("2018".parse().expect("a date")));
        let _ = app.update(Command::Redraw);
        assert!(footer(&app).contains("Esc clear date"), "{}", footer(&app));
    }
}

#[test]
fn a_view_of_other_facts_than_the_filter_says_so() {
    let dataset = Dataset::bundled();
    let mut app = resized(&dataset, 80, 24);
    filtered(&mut app, "actions");
    for (view, words) in [
        (View::Timeline, "only actions. The timeline shows events."),
        (View::Targets, "only actions. This view shows targets."),
    ] {
        after(&mut app, &[Command::View(view)]);
        let text = screen(&app);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words), "{text}");
        assert!(text.contains("Press Esc to clear the filter."), "{text}");
    }
}

#[test]
fn popups_grow_with_their_content_where_the_screen_has_room() {
    let dataset = Dataset::bundled();
    let mut app = resized(&dataset, 120, 40);
    after(&mut app, &[Command::Filter]);
    assert!(
        screen(&app).contains("Yorkshire and The Hu"),
        "{}",
        screen(&app)
    );
    after(&mut app, &[Back, Command::Palette]);
    assert!(screen(&app).contains("As of a date"), "{}", screen(&app));
    after(&mut app, &[Back, Command::Help, Command::Help]);
    let text = screen(&app);
    assert!(
        text.contains("list the publications and the facts taken from them"),
        "{text}"
    );
    assert!(
        footer(&app).contains("F1 back to the help"),
        "{}",
        footer(&app)
    );
}

#[test]
fn popups_on_small_screens_cut_nothing() {
    let dataset = Dataset::bundled();
    let mut app = resized(&dataset, 40, 12);
    after(&mut app, &[Command::Save]);
    let text = screen(&app);
    assert!(text.contains(".txt") && text.contains(".csv"), "{text}");
    after(&mut app, &[Back, Command::Date]);
    let text = screen(&app);
    assert!(
        text.contains("the first 6 plans") && text.contains("the other 6 plans"),
        "{text}"
    );
}

#[test]
fn marks_are_wrapped_while_there_is_room() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "bradford/2");
    after(&mut app, &[Command::Mark, Command::Marks]);
    let text = screen(&app);
    assert!(
        text.contains("primary schools, particularly for disadvantaged pupils "),
        "{text}"
    );
}

#[test]
fn lines_behind_a_popup_do_not_become_stronger() {
    let dataset = Dataset::bundled();
    let mut app = resized(&dataset, 80, 24);
    after(&mut app, &[Command::Filter]);
    let styles = Styles {
        color_level: ColorLevel::TrueColor,
        background: Background::Light,
        ascii: false,
    };
    app.set_styles(styles);
    let screen = HeadlessApp::new(app);
    // The line between the first two panes, below the popup's frame.
    let cell = &screen.buffer()[(29, 1)];
    assert_eq!(cell.symbol(), "│");
    assert_eq!(Some(cell.fg), styles.color(StyleRole::Line));
}
