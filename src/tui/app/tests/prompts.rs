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
fn question_in_the_save_prompt_is_searched_for_and_never_a_file() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "who chairs blackpool");
    assert_eq!(app.mode(), Mode::Save);
    assert_eq!(app.press(Key::Enter), Effect::None);
    let text = shown(&app);
    let says = |words: &str| text.contains(words);
    assert!(
        says("That is not a file name. Press Enter again to search")
            && says("“who chairs blackpool”"),
        "{text}"
    );
    // Any other key goes on editing.
    assert_eq!(app.press(Key::Left), Effect::None);
    assert!(!shown(&app).contains("not a file name"));
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert_eq!(app.mode(), Mode::Save);
    assert_eq!(app.press(Key::Enter), Effect::None);
    assert_eq!(app.view(), View::Search);
    assert!(app.overlay.is_none());
    assert_eq!(app.views.search.input.text(), "who chairs blackpool");
}

#[test]
fn file_name_with_blanks_is_saved() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "wmy briefing.md");
    let Effect::Save { name, .. } = app.press(Key::Enter) else {
        panic!("the file is saved")
    };
    assert_eq!(name, "my briefing.md");
    // A name that was edited has nothing to do with the key that opened the prompt.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "w");
    let _ = app.press(Key::Ctrl('u'));
    pressed(&mut app, "two words");
    let _ = (app.press(Key::Enter), app.press(Key::Enter));
    assert_eq!(app.views.search.input.text(), "two words");
    // A single word needs an ending.
    let mut app = App::new(&dataset, Size::new(80, 24));
    pressed(&mut app, "where");
    let _ = (app.press(Key::Enter), app.press(Key::Enter));
    assert_eq!(app.mode(), Mode::Save);
    assert!(shown(&app).contains("Please give the name one of these endings"));
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
        (Size::new(200, 50), true),
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
