//! The search on the screen.

use ratatui::layout::Size;

use crate::{
    command::{Command, Key, View},
    dataset::{Dataset, ItemIndex},
    tui::{app::App, headless::HeadlessApp},
};

fn searched<'a>(dataset: &'a Dataset, words: &str) -> HeadlessApp<'a> {
    let mut app = App::new(dataset, Size::new(80, 24));
    let _ = app.update(Command::View(View::Search));
    let mut screen = HeadlessApp::new(app);
    let _ = screen.press(words.chars().map(Key::Char));
    screen
}

#[test]
fn results_have_areas_kinds_and_numbers() {
    let dataset = Dataset::bundled();
    let shown = searched(&dataset, "mental health oldham").text();
    for words in [
        " / mental health oldham",
        "    kind  priority what",
        " Oldham ",
        "► action   3     Oldham planned in 2017 to offer all schools mental health",
        " Without mental ",
        "─ Oldham, priority 3, action ─",
    ] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    assert!(shown.contains("found in 1 area"), "{shown}");
}

#[test]
fn corrections_are_stated_above_the_results() {
    let dataset = Dataset::bundled();
    let shown = searched(&dataset, "menatl oldham").text();
    assert!(
        shown.contains("No match for menatl. Showing results for mental."),
        "{shown}"
    );
}

#[test]
fn down_moves_from_the_best_result_to_the_next() {
    let dataset = Dataset::bundled();
    let mut screen = searched(&dataset, "west somerset");
    let items: Vec<ItemIndex> = screen.app.views.search.hits.items()[..3]
        .iter()
        .map(|hit| hit.item)
        .collect();
    assert_eq!(screen.app.selected_item(), items[0]);
    for &item in &items[1..] {
        let _ = screen.press([Key::Down]);
        assert_eq!(screen.app.selected_item(), item);
    }
    let _ = screen.press([Key::Up, Key::Enter]);
    assert_eq!(screen.app.view(), View::Areas);
    assert_eq!(screen.app.selected_item(), items[1]);
}

#[test]
fn enter_on_the_page_without_results_needs_a_choice() {
    let dataset = Dataset::bundled();
    let mut screen = searched(&dataset, "zebra xyzzy");
    let empty = screen.text();
    assert!(
        empty.contains("nothing found") && empty.contains("Try"),
        "{empty}"
    );
    let _ = screen.press([Key::Enter]);
    assert_eq!(screen.text(), empty);
    let _ = screen.press([Key::Down, Key::Enter]);
    let shown = screen.text();
    assert!(
        shown.contains(" / early years") && shown.contains(" found in all: "),
        "{shown}"
    );
}

#[test]
fn suggestions_that_are_not_shown_cannot_be_chosen() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    app.set_as_of("2016-11".parse().ok());
    let _ = app.update(Command::View(View::Search));
    let mut screen = HeadlessApp::new(app);
    let _ = screen.press("breakfast".chars().map(Key::Char));
    let (shown, cursor) = (screen.text(), screen.cursor());
    assert!(
        shown.contains("1 match hidden") && !shown.contains("Try"),
        "{shown}"
    );
    let _ = screen.press([Key::Down]);
    assert_eq!(screen.cursor(), cursor, "the cursor stays in the input");
    let _ = screen.press([Key::Enter]);
    assert_eq!(screen.text(), shown);
}

#[test]
fn a_second_slash_starts_a_new_search_unless_it_belongs_to_the_words() {
    let dataset = Dataset::bundled();
    for (typed, slash_is_typed) in [
        ("mental health", false),
        ("", false),
        ("mental ", false),
        ("9", true),
        ("31/1", true),
        ("oldham", true),
        ("source", true),
        ("\"and", true),
    ] {
        let mut screen = searched(&dataset, typed);
        let _ = screen.press("/x".chars().map(Key::Char));
        let expected = if slash_is_typed {
            format!(" / {typed}/x")
        } else {
            " / x".into()
        };
        let shown = screen.text();
        let mut lines = shown.lines().map(str::trim_end);
        let query = lines
            .find(|line| line.starts_with(" / "))
            .unwrap_or_default();
        let query = query.split("  ").next();
        assert_eq!(query, Some(expected.as_str()), "{typed}");
    }
}

#[test]
fn up_recalls_earlier_searches() {
    let dataset = Dataset::bundled();
    let mut screen = searched(&dataset, "autism");
    let _ = screen.press([Key::Down, Key::Char('/')]);
    let _ = screen.press("laptops".chars().map(Key::Char));
    assert!(screen.text().contains(" / laptops"));
    let _ = screen.press([Key::Up]);
    assert!(screen.text().contains(" / autism"), "{}", screen.text());
    let _ = screen.press([Key::Down]);
    assert!(screen.text().contains(" / laptops"), "{}", screen.text());
}

#[test]
fn narrow_screens_leave_out_kinds() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(40, 12));
    let _ = app.update(Command::View(View::Search));
    let mut screen = HeadlessApp::new(app);
    let _ = screen.press("breakfast".chars().map(Key::Char));
    let shown = screen.text();
    assert!(
        !shown.contains("kind") && shown.contains("► At least five"),
        "{shown}"
    );
}

#[test]
fn publications_with_the_same_title_are_told_apart() {
    let dataset = Dataset::bundled();
    let app = App::new(&dataset, Size::new(200, 50));
    let mut screen = HeadlessApp::new(app);
    let _ = screen.press("/early years".chars().map(Key::Char));
    let shown = screen.text();
    let list = shown
        .lines()
        .filter_map(|row| row.split_once("source ").map(|(_, row)| row));
    let list: Vec<&str> = list
        .map(|row| row.split('│').next().unwrap_or_default().trim())
        .collect();
    assert!(list.len() > 8, "{shown}");
    for row in &list {
        let same = list.iter().filter(|other| *other == row).count();
        assert_eq!(same, 1, "{row}:\n{shown}");
    }
    assert!(shown.contains(" found in all: "), "{shown}");
}
