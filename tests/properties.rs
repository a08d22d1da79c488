//! Properties that hold for any keys, size and dataset: no panic, a valid selection, a cursor on the screen.

use std::sync::LazyLock;

use opportunity_areas::{
    command::{Key, Mode, View, bindings},
    dataset::{Dataset, ItemIndex},
    text::sanitize,
    tui::{
        app::{App, Effect},
        headless::HeadlessApp,
        layout::Pane,
        styles::Styles,
    },
};
use proptest::prelude::*;
use ratatui::{layout::Size, style::Modifier};

static DATASETS: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
    let read = |name| {
        Dataset::from_file(format!("tests/data/valid/{name}.json").as_ref())
            .unwrap_or_else(|error| panic!("{error}"))
    };
    vec![
        Dataset::bundled(),
        read("long-and-wide-text"),
        read("minimal"),
        read("other-programme-300-areas"),
        without_positions_and_themes(),
    ]
});

/// The wards, without what the map and the matrix show.
fn without_positions_and_themes() -> Dataset {
    let text = std::fs::read_to_string("tests/data/valid/other-programme-300-areas.json")
        .expect("the file is there");
    let mut data: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    data["themes"] = serde_json::json!([]);
    for area in data["areas"].as_array_mut().expect("a list") {
        area.as_object_mut().expect("an object").remove("position");
        for priority in area["priorities"].as_array_mut().expect("a list") {
            priority["themes"] = serde_json::json!([]);
        }
    }
    Dataset::from_json("without", &data.to_string()).expect("it is sound")
}

#[derive(Debug, Clone)]
enum Input {
    Press(Key),
    Click(u16, u16),
    Resize(u16, u16),
}

fn input() -> impl Strategy<Value = Input> {
    let keys: Vec<Key> = bindings()
        .flat_map(|row| row.keys)
        .copied()
        .filter(|&key| key != Key::Char('q') && key != Key::Ctrl('c'))
        .collect();
    prop_oneof![
        20 => prop::sample::select(keys).prop_map(Input::Press),
        3 => "[a-z0-9 \"-]".prop_map(|typed| Input::Press(Key::Char(typed.chars().next().expect("a character")))),
        2 => (0_u16..100, 0_u16..40).prop_map(|(x, y)| Input::Click(x, y)),
        1 => (1_u16..150, 1_u16..50).prop_map(|(width, height)| Input::Resize(width, height)),
        1 => (18_u16..50, 4_u16..14).prop_map(|(width, height)| Input::Resize(width, height)),
    ]
}

/// What a user does, with more of what has led to bugs: prompts, clicks, pastes and dates.
fn action() -> impl Strategy<Value = Action> {
    let dates = ["2016", "2017-10", "2018", "2019-06", "2030", ""];
    prop_oneof![
        20 => input().prop_map(Action::Input),
        4 => (0_u16..80, 0_u16..24).prop_map(|(x, y)| Action::Input(Input::Click(x, y))),
        2 => prop::sample::select(&b"wdJ':/?f"[..]).prop_map(|key| Action::Input(Input::Press(Key::Char(key.into())))),
        2 => prop::sample::select(vec![Key::Enter, Key::Escape]).prop_map(|key| Action::Input(Input::Press(key))),
        2 => "\\n?[a-z]{1,6}[\\n\\r]?[a-z ]{0,4}".prop_map(Action::Paste),
        2 => prop::sample::select(dates.to_vec()).prop_map(Action::Date),
        2 => prop::sample::select(View::ALL[1..].to_vec()).prop_map(Action::Visit),
    ]
}

#[derive(Debug, Clone)]
enum Action {
    Input(Input),
    Paste(String),
    /// Types a date in its prompt.
    Date(&'static str),
    /// Opens a view by its key, and goes back. The areas are where all ways back end.
    Visit(View),
}

/// Returns true if the keys of the mode are commands, not text.
fn takes_commands(app: &App) -> bool {
    matches!(app.mode(), Mode::View(view) if view != View::Search)
}

/// Returns true if the list may be empty: it has the item that it belongs to.
fn is_empty(app: &App) -> bool {
    let item = app.selected_item();
    let is_fact = matches!(item, ItemIndex::Fact(_));
    let is_narrowed = app.as_of().is_some() || !app.filter().is_empty();
    let is_of_other_list = match app.focus() {
        Pane::Priorities => is_narrowed && matches!(item, ItemIndex::Area(_)),
        Pane::Facts => !is_fact,
        Pane::Areas | Pane::Detail => false,
    };
    item == ItemIndex::Programme || (app.view() == View::Areas && is_of_other_list)
}

/// Checks that the effect was asked for: by a key, or by a click on a command that is named on the screen.
fn is_wanted(before: &App, input: &Input, effect: &Effect) -> bool {
    let lists_commands = matches!(before.mode(), Mode::Palette | Mode::Help);
    match (effect, input) {
        (Effect::Save { .. }, Input::Press(key)) => {
            before.mode() == Mode::Save && *key == Key::Enter
        }
        (Effect::Copy(_), Input::Press(key)) => {
            let is_copy = matches!(key, Key::Char('y' | 'Y'));
            // In results that were returned to, letters are keys, too.
            let takes_keys = takes_commands(before) || before.mode() == Mode::Results;
            (is_copy && takes_keys) || (lists_commands && *key == Key::Enter)
        }
        (Effect::Copy(_), Input::Click(_, y)) => lists_commands || *y + 1 == before.size().height,
        (Effect::Save { .. } | Effect::Copy(_), _) => false,
        _ => true,
    }
}

/// Presses Escape until nothing is left to close or to leave.
fn escape(screen: &mut HeadlessApp) -> bool {
    (0..400).any(|_| {
        let is_home =
            screen.app.mode() == Mode::View(View::Areas) && screen.app.focus() == Pane::Areas;
        screen.press([Key::Escape]);
        is_home && screen.app.mode() == Mode::View(View::Areas)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_user_is_always_led_back_and_nothing_is_saved_or_copied_by_mistake(
        which in 0_usize..5,
        large: bool,
        actions in prop::collection::vec(action(), 1..40),
    ) {
        let size = if large { Size::new(120, 40) } else { Size::new(80, 24) };
        let mut screen = HeadlessApp::new(App::new(&DATASETS[which], size));
        for action in actions {
            match action {
                Action::Input(input) => {
                    let before = screen.app.clone();
                    let effect = match &input {
                        Input::Press(key) => screen.press([*key]),
                        Input::Click(x, y) => screen.click(*x, *y),
                        Input::Resize(width, height) => {
                            screen.resize(Size::new(*width, *height));
                            Effect::None
                        }
                    };
                    if effect == Effect::Quit {
                        return Ok(());
                    }
                    prop_assert!(is_wanted(&before, &input, &effect), "{:?}: {:?} {:?}", before.mode(), input, effect);
                }
                Action::Paste(text) => {
                    let mode = screen.app.mode();
                    screen.paste(&text);
                    prop_assert_eq!(mode, screen.app.mode(), "a paste runs no command");
                }
                Action::Date(date) if takes_commands(&screen.app) => {
                    screen.press([Key::Char('d'), Key::Ctrl('u')]);
                    screen.press(date.chars().map(Key::Char).chain([Key::Enter]));
                }
                Action::Visit(view) if takes_commands(&screen.app) && view != screen.app.view() => {
                    let (before, is_dated) = (screen.app.location(), screen.app.as_of().is_some());
                    // A filter is cleared, too, and what was empty has items then.
                    let was_emptied = !screen.app.filter().is_empty() && is_empty(&screen.app);
                    screen.press([Key::Char(view.digit().unwrap_or('/'))]);
                    // A view that the dataset has nothing for does not open. A date, a filter and the words of a list are
                    // cleared, and an open publication closes, before Escape leaves.
                    for _ in 0..4 {
                        if screen.app.view() == view {
                            screen.press([Key::Escape]);
                        }
                    }
                    // More is known without the date, so that an empty list may have items.
                    if is_dated || was_emptied {
                        prop_assert_eq!(screen.app.view(), before.view, "from {:?}", view);
                    } else {
                        prop_assert_eq!(screen.app.location(), before, "from {:?}", view);
                    }
                }
                Action::Date(_) | Action::Visit(_) => {}
            }
            let (app, item) = (&screen.app, screen.app.selected_item());
            let is_empty = is_empty(app);
            prop_assert!(app.snapshot().contains(item), "{:?} is selected but not known", item);
            let is_text = app.has_area_page() || (app.view() == View::Areas && app.focus() == Pane::Detail);
            // A comparison of areas about which nothing is known has no rows.
            let is_empty = is_empty || (app.view() == View::Compare && screen.text().contains("No priorities are known."));
            // For a screen reader the selected line has the cursor and no colours.
            let is_list = takes_commands(app) && !is_text && !is_empty && !app.speaks();
            if is_list && app.size().width >= 40 && app.size().height >= 12 {
                let selected = &screen.buffer()[screen.cursor()];
                let is_shown = selected.modifier.contains(Modifier::REVERSED);
                prop_assert!(is_shown, "{:?} is selected but not shown:\n{}", item, screen.text());
            }
        }
        prop_assert!(escape(&mut screen), "Escape does not lead back:\n{}", screen.text());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_input_breaks_the_dashboard(which in 0_usize..5, ascii: bool, inputs in prop::collection::vec(input(), 1..50)) {
        let dataset = &DATASETS[which];
        let mut app = App::new(dataset, Size::new(80, 24));
        app.set_styles(Styles { ascii, ..Styles::default() });
        let mut screen = HeadlessApp::new(app);
        for input in inputs {
            match input {
                // The palette can run Quit, too.
                Input::Press(key) if screen.press([key]) == Effect::Quit => return Ok(()),
                Input::Press(_) => {}
                Input::Click(x, y) => drop(screen.click(x, y)),
                Input::Resize(width, height) => screen.resize(Size::new(width, height)),
            }
            prop_assert!(screen.buffer().area.contains(screen.cursor()));
            // The selected item can always be described, and is known on the date.
            let _ = opportunity_areas::query::describe::describe(screen.app.snapshot(), screen.app.selected_item());
            prop_assert!(screen.app.snapshot().contains(screen.app.selected_item()));
            if let Some(panes) = screen.app.pane_rects().filter(|_| {
                screen.app.mode() == Mode::View(View::Areas) && screen.app.focus() != Pane::Detail && !screen.app.speaks()
            }) {
                let content = panes.inner(screen.app.focus());
                prop_assert!(content.contains(screen.cursor()));
            }
            prop_assert!(!ascii || screen.text().is_ascii());
        }
    }

    #[test]
    fn sanitised_text_holds_nothing_that_a_terminal_obeys(raw in "\\PC*|[\\x00-\\x1f\\x7f-\\u{9f}\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}a-c]{0,40}") {
        let shown = sanitize(&raw);
        prop_assert!(!shown.chars().any(char::is_control));
        let overrides = ['\u{202a}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2069}'];
        prop_assert!(!shown.contains(overrides));
        prop_assert_eq!(sanitize(&shown), shown.as_ref());
    }

    #[test]
    fn any_bytes_are_loaded_or_refused_with_a_message(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Dataset::from_bytes("any", &bytes) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn a_dataset_with_any_change_is_loaded_or_refused_with_a_message(at in 0_usize..1043, with in "[ -~\\n]{0,6}", length in 0_usize..12) {
        let text = std::fs::read_to_string("tests/data/valid/byte-order-mark.json").expect("the file is there");
        let start = text.floor_char_boundary(at.min(text.len()));
        let end = text.ceil_char_boundary((start + length).min(text.len()));
        let changed = format!("{}{with}{}", &text[..start], &text[end..]);
        if let Err(error) = Dataset::from_json("changed", &changed) {
            prop_assert!(error.to_string().contains("problem"));
        }
    }
}
