//! Questions that are typed without a field, names from another list, and arrows past the last pane.

use super::*;
use crate::tui::headless::HeadlessApp;

fn pressed(app: &mut App, keys: &str) {
    for key in keys.chars() {
        assert_eq!(app.press(Key::Char(key)), Effect::None, "{key}");
    }
}

fn shown(app: &App) -> String {
    HeadlessApp::new(app.clone()).text()
}

#[test]
fn keys_of_someone_who_knows_them_are_no_question() {
    let dataset = Dataset::bundled();
    for keys in ["jjjj", "jjxj", "2jj3jj", "jjjjlj"] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        pressed(&mut app, keys);
        assert_eq!(app.typed_question(), None, "{keys}");
    }
    // Blanks alone are no words.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "     ");
    assert_eq!((app.typed_question(), app.view()), (None, View::Areas));
    // Another key in between starts anew.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "blackp");
    assert!(app.typed_question().is_some());
    let _ = app.press(Key::Down);
    assert_eq!(app.typed_question(), None);
    // So does what is typed in a field.
    pressed(&mut app, "/blackpool");
    assert_eq!(app.typed_question(), None);
}

#[test]
fn prompts_take_their_own_entries() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "wmy briefing.md");
    let Effect::Save { name, .. } = app.press(Key::Enter) else {
        panic!("the file is saved")
    };
    assert_eq!(name, "my briefing.md");
    // An ending is added, and shown before anything is saved.
    for keys in ["wnotes", "jjwnotes"] {
        let mut app = App::new(&dataset, Size::new(80, 24));
        pressed(&mut app, keys);
        assert!(shown(&app).contains("Enter adds .md"), "{}", shown(&app));
        assert_eq!(app.press(Key::Enter), Effect::None);
        assert!(shown(&app).contains("Press Enter again to save it"));
        let Effect::Save { name, .. } = app.press(Key::Enter) else {
            panic!("the file is saved")
        };
        assert_eq!(name, format!("{}.md", keys.trim_start_matches(['j', 'w'])));
    }
    // Words are rarely a name. Both choices are named, and Enter saves nothing.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "wider outcomes");
    assert!(
        shown(&app).contains("Enter searches for “wider outcomes”. Tab makes it a"),
        "{}",
        shown(&app)
    );
    assert!(shown(&app).contains("ider outcomes.md"), "{}", shown(&app));
    assert!(
        shown(&app).contains("Enter search  Tab make it a file"),
        "{}",
        shown(&app)
    );
    let mut other = app.clone();
    for _ in 0..2 {
        assert_eq!(other.press(Key::Enter), Effect::None);
    }
    assert_ne!(other.mode(), Mode::Save);
    assert_eq!(other.views.search.input.text(), "wider outcomes");
    assert_eq!(app.press(Key::Tab), Effect::None);
    let Effect::Save { name, .. } = app.press(Key::Enter) else {
        panic!("the file is saved")
    };
    assert_eq!(name, "ider outcomes.md");
    // Text that was cleared has nothing to do with the key that opened the prompt.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "w");
    let _ = app.press(Key::Ctrl('u'));
    pressed(&mut app, "ho chairs blackpool");
    assert_eq!(app.typed_question(), None);
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "wnotes.pdf");
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert!(shown(&app).contains("Please give the name one of these endings"));
    // A mistyped date is no question.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "d31 June 2018x");
    assert_eq!(app.typed_question(), None);
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert_eq!(app.mode(), Mode::Date);
}

#[test]
fn jump_finds_areas_from_every_pane() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham/2");
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "West S");
    assert!(shown(&app).contains("Jump to an area"), "{}", shown(&app));
    assert_eq!(after(&mut app, &[]), "west-somerset");
    // Names in the pane come first again as soon as one starts as typed.
    after(&mut app, &[Command::ClearInput]);
    assert_eq!(after(&mut app, &[]), "oldham/2");
    typed(&mut app, "West S");
    assert_eq!(after(&mut app, &[Back]), "oldham/2");
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "West S");
    assert_eq!(after(&mut app, &[Open]), "west-somerset");
    assert_eq!(
        (app.focus(), app.mode()),
        (Pane::Areas, Mode::View(View::Areas))
    );
    let mut app = at(&dataset, "oldham/3/mental-health-first-aid");
    after(&mut app, &[Command::Jump]);
    typed(&mut app, "doncas");
    assert_eq!(after(&mut app, &[Open]), "doncaster");
}

#[test]
fn arrows_stop_at_the_first_and_the_last_pane() {
    let dataset = Dataset::bundled();
    for size in [Size::new(80, 24), Size::new(40, 12)] {
        let mut app = App::new(&dataset, size);
        for (key, pane) in [
            (Key::Left, Pane::Areas),
            (Key::Char('h'), Pane::Areas),
            (Key::Right, Pane::Priorities),
            (Key::Char('l'), Pane::Facts),
            (Key::Right, Pane::Detail),
            (Key::Right, Pane::Detail),
            (Key::Tab, Pane::Areas),
            (Key::ShiftTab, Pane::Detail),
            (Key::Left, Pane::Facts),
        ] {
            assert_eq!(app.press(key), Effect::None);
            assert_eq!(app.focus(), pane, "after {key}");
        }
    }
    // On the page of an area they lead to the next one.
    let mut app = at(&dataset, "oldham");
    after(&mut app, &[Open]);
    assert_eq!(app.press(Key::Right), Effect::None);
    assert_eq!(after(&mut app, &[]), "stoke-on-trent");
    assert_eq!(app.press(Key::Left), Effect::None);
    assert_eq!(after(&mut app, &[]), "oldham");
}

#[test]
fn help_shows_all_of_its_text_where_the_screen_has_room() {
    let dataset = Dataset::bundled();
    for (size, is_whole) in [
        (Size::new(80, 24), false),
        (Size::new(120, 60), true),
        (Size::new(200, 60), true),
    ] {
        let mut app = App::new(&dataset, size);
        after(&mut app, &[Command::Help]);
        let text = shown(&app);
        let has_end = text.contains("Sources of the map");
        assert_eq!(has_end, is_whole, "{size}:\n{text}");
    }
    let mut app = App::new(&dataset, Size::new(120, 40));
    after(&mut app, &[Command::Help]);
    let rows = shown(&app).matches('│').count() / 2;
    assert!(rows > 30, "{rows} rows");
}

#[test]
fn keys_are_commands_in_results_that_were_returned_to() {
    let dataset = Dataset::bundled();
    let mut searched = App::new(&dataset, Size::new(80, 24));
    pressed(&mut searched, "/mental health oldham");
    for keys in [
        &[Key::Enter, Key::Escape][..],
        &[Key::Down, Key::Down, Key::Enter, Key::Escape],
    ] {
        let mut app = searched.clone();
        for &key in keys {
            assert_eq!(app.press(key), Effect::None);
        }
        assert_eq!((app.view(), app.mode()), (View::Search, Mode::Results));
        let query = |app: &App| app.views.search.input.text().to_string();
        let mut there = app.clone();
        pressed(&mut there, "J");
        assert_eq!(there.mode(), Mode::Jump);
        let mut there = app.clone();
        pressed(&mut there, "2");
        assert_eq!((there.view(), query(&there)), (View::Matrix, query(&app)));
        pressed(&mut app, "/");
        assert_eq!(app.mode(), Mode::View(View::Search));
        assert_eq!(query(&app), "mental health oldham");
        pressed(&mut app, "1J");
        assert_eq!(query(&app), "1J", "a new query");
    }
}
