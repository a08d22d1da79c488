//! The screen-reader mode: what is said, and that a move says nothing else.

use proptest::prelude::*;
use ratatui::buffer::Buffer;

use super::*;
use crate::tui::headless::HeadlessApp;

/// Opens the dashboard in screen-reader mode.
fn speaking(dataset: &Dataset, size: Size) -> HeadlessApp<'_> {
    let mut app = App::new(dataset, size);
    app.set_speaks(true);
    HeadlessApp::new(app)
}

/// Plays keys given by their names, and types the text after a slash or a colon in the name of a key.
fn press(screen: &mut HeadlessApp, keys: &[Key]) {
    let _ = screen.press(keys.iter().copied());
}

fn type_words(screen: &mut HeadlessApp, words: &str) {
    let _ = screen.press(words.chars().map(Key::Char));
}

/// Returns the row with the cursor.
fn spoken_row(screen: &HeadlessApp) -> String {
    let text = screen.text();
    let row = text.lines().nth(usize::from(screen.cursor().y));
    row.unwrap_or_default().into()
}

/// Returns what changed, without the list.
fn status(screen: &HeadlessApp) -> String {
    screen.text().lines().take(2).collect::<Vec<_>>().join(" ")
}

fn title(screen: &HeadlessApp) -> String {
    screen.text().lines().nth(2).unwrap_or_default().into()
}

const NORMAL: Size = Size::new(80, 24);

#[test]
fn areas_priorities_facts_and_details_are_lists_of_their_own() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    assert_eq!(
        spoken_row(&screen),
        "Blackpool, plan published, 3 priorities, rank 316. 1 of 13"
    );
    press(&mut screen, &[Key::Down, Key::Down]);
    assert_eq!(
        spoken_row(&screen),
        "Derby, plan published, 3 priorities, rank 303. 3 of 13"
    );
    press(&mut screen, &[Key::Tab, Key::Down]);
    assert_eq!(title(&screen), "Derby, priorities.");
    assert!(spoken_row(&screen).starts_with("Priority 2: "));
    press(&mut screen, &[Key::Tab]);
    assert_eq!(title(&screen), "Derby, priority 2, facts.");
    // The details open with Enter only.
    press(&mut screen, &[Key::Tab]);
    assert!(title(&screen).starts_with("Areas"));
    press(&mut screen, &[Key::Enter]);
    assert_eq!(title(&screen), "Derby, East Midlands, details.");
    assert!(spoken_row(&screen).starts_with("Plan: Published 9 October 2017"));
    press(&mut screen, &[Key::Down]);
    assert!(
        spoken_row(&screen).starts_with("Board: "),
        "{}",
        screen.text()
    );
    press(&mut screen, &[Key::Escape]);
    assert!(spoken_row(&screen).starts_with("Derby, "));
}

#[test]
fn search_answers_with_enter_and_the_number_of_results() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    press(&mut screen, &[Key::Char('/')]);
    let before = screen.text();
    type_words(&mut screen, "norwich chair");
    let typed = screen.text().replace("norwich chair", "");
    assert_eq!(
        typed.split_whitespace().collect::<Vec<_>>(),
        before.split_whitespace().collect::<Vec<_>>()
    );
    press(&mut screen, &[Key::Enter]);
    assert!(
        title(&screen).contains(" results for norwich chair"),
        "{}",
        screen.text()
    );
    assert!(spoken_row(&screen).starts_with("Norwich, chair: Tim Coulson"));
    press(&mut screen, &[Key::Enter]);
    assert!(title(&screen).ends_with("details."));
    press(&mut screen, &[Key::Escape]);
    assert!(spoken_row(&screen).starts_with("Norwich, chair: Tim Coulson"));
}

#[test]
fn dates_count_from_enter_on_and_one_line_says_what_changed() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    press(&mut screen, &[Key::Char('d')]);
    type_words(&mut screen, "40 October 2017");
    press(&mut screen, &[Key::Enter]);
    assert!(
        status(&screen).contains("40 October 2017"),
        "{}",
        screen.text()
    );
    press(&mut screen, &[Key::Ctrl('u')]);
    type_words(&mut screen, "9 October 2017");
    press(&mut screen, &[Key::Enter]);
    assert_eq!(
        status(&screen).trim(),
        "Shows what was known on 9 October 2017."
    );
    assert!(title(&screen).starts_with("Areas, as of 9 October 2017"));
    press(
        &mut screen,
        &[
            Key::Char('d'),
            Key::Ctrl('u'),
            Key::Down,
            Key::Down,
            Key::Enter,
        ],
    );
    assert_eq!(
        screen.app.as_of().map(|date| date.to_string()).as_deref(),
        Some("19 January 2018")
    );
}

#[test]
fn matrix_cells_name_the_area_and_the_theme() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    press(
        &mut screen,
        &[Key::Char('2'), Key::Right, Key::Right, Key::Char('J')],
    );
    type_words(&mut screen, "oldham");
    press(&mut screen, &[Key::Enter]);
    assert_eq!(spoken_row(&screen), "Oldham, Literacy: none. 11 of 13");
    assert_eq!(status(&screen).trim(), "Oldham, Literacy: none. 11 of 13.");
}

#[test]
fn map_is_a_list_by_distance_that_moves_do_not_change() {
    let dataset = Dataset::bundled();
    let mut app = at(&dataset, "oldham");
    app.set_speaks(true);
    let mut screen = HeadlessApp::new(app);
    press(&mut screen, &[Key::Char('3'), Key::Down]);
    assert_eq!(
        spoken_row(&screen),
        "Bradford, 23 miles north-east. 2 of 12"
    );
    press(&mut screen, &[Key::Char('+')]);
    assert_eq!(status(&screen).trim(), "Distances are from Bradford.");
    assert_eq!(spoken_row(&screen), "Bradford, here. 1 of 12");
    press(&mut screen, &[Key::Char('t'), Key::Down]);
    assert!(
        spoken_row(&screen).starts_with("Oldham, 23 miles south-west, 294"),
        "{}",
        screen.text()
    );
}

#[test]
fn copying_shows_the_text_and_sends_nothing() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    assert_eq!(screen.press([Key::Char('y')]), Effect::None);
    assert_eq!(title(&screen), "Text to copy.");
    assert!(spoken_row(&screen).starts_with("Area: Blackpool"));
    press(&mut screen, &[Key::Ctrl('g'), Key::Char('Y')]);
    assert!(spoken_row(&screen).starts_with("blackpool"));
}

#[test]
fn filter_says_what_is_chosen_and_changes_one_row_only() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    press(&mut screen, &[Key::Char('f'), Key::Down]);
    let before = screen.text();
    press(&mut screen, &[Key::Char(' ')]);
    assert!(spoken_row(&screen).contains(", chosen. 2 of "));
    let after = screen.text();
    let changed = before.lines().zip(after.lines());
    assert_eq!(changed.filter(|(one, other)| one != other).count(), 1);
    press(&mut screen, &[Key::Down, Key::Char(' '), Key::Enter]);
    assert!(
        status(&screen).starts_with("Shows only "),
        "{}",
        screen.text()
    );
    assert!(!screen.app.filter().is_empty());
}

#[test]
fn names_and_commands_are_found_with_enter() {
    let dataset = Dataset::bundled();
    let mut screen = speaking(&dataset, NORMAL);
    press(&mut screen, &[Key::Char(':')]);
    type_words(&mut screen, "sort");
    press(&mut screen, &[Key::Enter]);
    assert!(
        title(&screen).contains("commands for sort"),
        "{}",
        screen.text()
    );
    assert!(
        spoken_row(&screen).starts_with("Sort, s: "),
        "{}",
        spoken_row(&screen)
    );
    press(&mut screen, &[Key::Escape, Key::Char('?')]);
    type_words(&mut screen, "xyzzy");
    press(&mut screen, &[Key::Enter]);
    assert!(
        status(&screen).starts_with("Nothing has a name like this"),
        "{}",
        screen.text()
    );
    for word in ["speak", "plain"] {
        press(&mut screen, &[Key::Ctrl('u')]);
        type_words(&mut screen, word);
        let Some(Overlay::Commands(picker)) = &screen.app.overlay else {
            panic!("the help is open")
        };
        assert_eq!(picker.matches[0].binding.command, Command::Speak, "{word}");
    }
}

#[test]
fn mode_starts_and_ends_with_a_key() {
    let dataset = Dataset::bundled();
    let mut screen = HeadlessApp::new(App::new(&dataset, NORMAL));
    let usual = screen.text();
    press(&mut screen, &[Key::Enter]);
    assert_eq!(screen.press([Key::F(9)]), Effect::Speak(true));
    assert!(title(&screen).starts_with("Areas"), "{}", screen.text());
    assert_eq!(screen.press([Key::F(9)]), Effect::Speak(false));
    press(&mut screen, &[Key::Ctrl('l')]);
    assert_eq!(screen.text(), usual);
}

/// Returns true if every character is a letter, a digit, a sign of a currency or ordinary punctuation.
fn is_speakable(text: &str) -> bool {
    let is_punctuation = |character: char| " .,;:!?'\"()-/&%*+@#=_$[]<>~^{}£€".contains(character);
    text.chars()
        .all(|character| character.is_alphanumeric() || is_punctuation(character))
}

/// Returns the cells of a row of the list, and those of all others.
fn cells_without_styles(buffer: &Buffer) -> Vec<String> {
    buffer
        .content
        .iter()
        .map(|cell| cell.symbol().to_string())
        .collect()
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        6 => Just(Key::Down),
        3 => Just(Key::Up),
        4 => prop::sample::select(vec![Key::Tab, Key::Enter, Key::Escape, Key::Right, Key::Left, Key::PageDown, Key::End, Key::Home]),
        4 => prop::sample::select("12345678/:?fdmwycsFJt+'[]n=x S".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => prop::sample::select("aeo1".chars().collect::<Vec<_>>()).prop_map(Key::Char),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn up_and_down_move_the_cursor_only_and_all_is_speakable(
        keys in prop::collection::vec(key(), 1..40),
        width in 30_u16..130,
        height in 8_u16..40,
    ) {
        let dataset = Dataset::bundled();
        let mut screen = speaking(&dataset, Size::new(width, height));
        for key in keys {
            let hidden = screen.app.hides_spoken_rows();
            let before = (cells_without_styles(screen.buffer()), screen.cursor());
            if screen.press([key]) == Effect::Quit {
                break;
            }
            let text = screen.text();
            for line in text.lines() {
                prop_assert!(is_speakable(line), "{key}: {line}\n{text}");
            }
            prop_assert!(
                screen.buffer().content.iter().all(|cell| cell.modifier.is_empty()),
                "styles: {text}"
            );
            let is_move = matches!(key, Key::Up | Key::Down) && !hidden;
            if is_move && before.0 != cells_without_styles(screen.buffer()) {
                // The list has turned: the cursor is at its beginning or end.
                let row = spoken_row(&screen);
                let top = screen.cursor().y < before.1.y;
                prop_assert!(top == (key == Key::Down), "{key} at {:?}: {row}\n{text}", screen.cursor());
            }
        }
    }
}
