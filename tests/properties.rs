//! Properties that hold for any keys, size and dataset: no panic, a valid selection, a cursor on the screen.

use std::sync::LazyLock;

use opportunity_areas::{
    command::{Key, Mode, View, bindings},
    dataset::Dataset,
    text::sanitize,
    tui::{
        app::{App, Effect},
        headless::HeadlessApp,
        layout::Pane,
    },
};
use proptest::prelude::*;
use ratatui::layout::Size;

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
    ]
});

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_input_breaks_the_dashboard(which in 0_usize..4, ascii: bool, inputs in prop::collection::vec(input(), 1..50)) {
        let dataset = &DATASETS[which];
        let mut app = App::new(dataset, Size::new(80, 24));
        app.styles.ascii = ascii;
        let mut screen = HeadlessApp::new(app);
        for input in inputs {
            match input {
                // The palette can run Quit, too.
                Input::Press(key) if screen.press([key]) == Effect::Quit => return Ok(()),
                Input::Press(_) => {}
                Input::Click(x, y) => screen.click(x, y),
                Input::Resize(width, height) => screen.resize(Size::new(width, height)),
            }
            prop_assert!(screen.buffer().area.contains(screen.cursor()));
            // The selected item can always be described, and is known on the date.
            let _ = opportunity_areas::query::describe::describe(screen.app.snapshot(), screen.app.selected_item());
            prop_assert!(screen.app.view() == View::Search || screen.app.snapshot().contains(screen.app.selected_item()));
            if let Some(panes) = screen.app.pane_areas().filter(|_| screen.app.mode() == Mode::View(View::Areas) && screen.app.focus() != Pane::Detail) {
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
