//! The number of the view that is shown, the view that Esc returns to, and room for what is said about it.

use super::*;

#[test]
fn number_of_the_view_goes_back_to_its_top_level() {
    let dataset = Dataset::bundled();
    let start = |view: View| {
        let mut app = App::new(&dataset, Size::new(80, 24));
        if view != View::Areas {
            after(&mut app, &[Command::View(view)]);
        }
        app
    };
    for (view, path) in [
        (View::Areas, &[Right, Right][..]),
        (View::Areas, &[Open]),
        (View::Areas, &[Right, Right, Open]),
        (View::Areas, &[PreviousPane]),
        (View::Areas, &[Command::Zoom]),
        (View::Areas, &[Right, Command::Zoom]),
        (View::Matrix, &[Command::Zoom]),
        (View::Map, &[Command::ZoomIn]),
        (View::Map, &[Command::ZoomIn, Command::ZoomIn]),
        (View::Timeline, &[Command::ZoomIn]),
        (View::Table, &[Down, Down]),
        (View::Table, &[Command::FilterRows]),
        (View::Sources, &[Open]),
    ] {
        let mut app = start(view);
        let top = screen(&app);
        after(&mut app, path);
        assert_ne!(screen(&app), top, "{view:?} {path:?}");
        after(&mut app, &[Command::View(view)]);
        assert_eq!(screen(&app), top, "{view:?} {path:?}");
        assert_eq!(app.notice(), None, "{view:?} {path:?}");
    }
    for view in View::ALL.into_iter().filter(|view| *view != View::Search) {
        let mut app = start(view);
        after(&mut app, &[Command::View(view)]);
        let notice = app.notice().map(|notice| notice.text.clone());
        assert_eq!(notice, Some(format!("{} is open already", view.name())));
    }
}

#[test]
fn number_of_the_areas_leads_from_a_fact_to_its_area() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    let _ = app.press(Key::Char('1'));
    assert_eq!(
        (app.focus(), after(&mut app, &[])),
        (Pane::Areas, "oldham".into())
    );
}

#[test]
fn returning_says_which_view_that_is() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    let views = [View::Sources, View::Compare, View::Map, View::Table];
    after(&mut app, &views.map(Command::View));
    for view in [View::Map, View::Compare, View::Sources, View::Areas] {
        let _ = app.press(Key::Escape);
        assert_eq!(app.view(), view);
        let notice = app.notice().map(|notice| notice.text.clone());
        assert_eq!(notice, Some(format!("Back in {}", view.name())));
    }
    for _ in 0..3 {
        let _ = app.press(Key::Escape);
    }
    let notice = app.notice().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("You are at the start. Press q to quit"));
    after(&mut app, &[Command::View(View::Matrix), Open]);
    let _ = app.press(Key::Escape);
    let notice = app.notice().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("Back in Matrix"));
}

#[test]
fn table_says_that_its_order_stays_when_its_words_are_cleared() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    after(
        &mut app,
        &[
            Command::View(View::Table),
            Right,
            Right,
            Right,
            Command::Sort,
        ],
    );
    after(&mut app, &[Command::FilterRows]);
    typed(&mut app, "oldham");
    after(&mut app, &[Open]);
    let _ = app.press(Key::Escape);
    assert_eq!(
        app.notice().map(|notice| notice.text.as_str()),
        Some("The words are cleared: all rows, sorted by money, largest first")
    );
}

#[test]
fn notices_of_all_keys_are_whole_on_a_small_screen() {
    let dataset = Dataset::bundled();
    let mut seen = 0;
    for view in View::ALL {
        let mut there = App::new(&dataset, Size::new(40, 12));
        after(&mut there, &[Command::View(view), Down]);
        let keys = (' '..='~').map(Key::Char);
        for key in keys.chain([Key::Escape, Key::Backspace, Key::F(12), Key::Delete]) {
            let mut app = there.clone();
            let _ = app.press(key);
            let Some(notice) = app.notice().cloned() else {
                continue;
            };
            let text = crate::tui::headless::HeadlessApp::new(app).text();
            // A line may end at a hyphen within a word.
            let joined = |text: &str| text.split_whitespace().collect::<String>();
            assert!(
                joined(&text).contains(&joined(&notice.text)),
                "{key} in {view:?}: {}\n{text}",
                notice.text
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn save_box_says_how_much_is_saved() {
    let dataset = Dataset::bundled();
    for (reference, words) in [
        ("oldham", "Save all of Oldham: 50 facts"),
        ("oldham/3", "Save all of Oldham, priority 3: "),
        ("oldham/3/mental-health-first-aid", "Save only one fact"),
    ] {
        let mut app = at(&dataset, reference);
        after(&mut app, &[Command::Save]);
        let shown = screen_of(&app);
        assert!(shown.contains(words), "{shown}");
    }
}

fn screen_of(app: &App) -> String {
    crate::tui::headless::HeadlessApp::new(app.clone()).text()
}
