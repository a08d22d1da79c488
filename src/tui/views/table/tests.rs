//! The table: its keys, its clicks, and the rules for screens at any size.

use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::layout::{Rect, Size};

use super::view::TableView;
use crate::{
    command::{Command, Key, Mode, SaveSubject, View},
    dataset::Dataset,
    query::table::{TableColumn, fact_text},
    text::ELLIPSIS,
    tui::{
        app::{App, Effect},
        headless::HeadlessApp,
        mouse_targets::MouseTarget,
    },
};

static DATASET: LazyLock<Dataset> = LazyLock::new(Dataset::bundled);

fn open(width: u16, height: u16) -> HeadlessApp<'static> {
    let mut app = App::new(&DATASET, Size::new(width, height));
    let _ = app.update(Command::View(View::Table));
    HeadlessApp::new(app)
}

fn typed(screen: &mut HeadlessApp, text: &str) {
    screen.press([Key::Char('/')]);
    screen.press(text.chars().map(Key::Char));
}

fn facts(screen: &HeadlessApp) -> usize {
    screen.app.views.table.facts().len()
}

#[test]
fn letters_filter_the_rows_only_after_a_key_that_says_so() {
    let mut screen = open(80, 24);
    let all = facts(&screen);
    screen.press("xv".chars().map(Key::Char));
    assert_eq!(facts(&screen), all, "typing is safe");
    typed(&mut screen, "school");
    assert_eq!(screen.app.mode(), Mode::RowFilter);
    let with_school = facts(&screen);
    assert!((1..all).contains(&with_school));
    assert!(
        screen
            .text()
            .contains(&format!("{with_school} of {all} facts"))
    );
    screen.press([Key::Escape]);
    assert_eq!(screen.app.mode(), Mode::View(View::Table));
    assert_eq!(facts(&screen), with_school, "the words stay");
    screen.press([Key::Char('/'), Key::Enter]);
    assert_eq!(
        screen.app.mode(),
        Mode::View(View::Table),
        "Enter leads to the rows"
    );
    assert_eq!(facts(&screen), with_school, "the words stay");
    screen.press([Key::Escape]);
    assert_eq!(facts(&screen), all, "the words are cleared");
    assert_eq!(screen.app.view(), View::Table);
    screen.press([Key::Escape]);
    assert_ne!(screen.app.view(), View::Table);
}

#[test]
fn rows_are_sorted_by_the_selected_column_and_by_a_clicked_heading() {
    let mut screen = open(80, 24);
    screen.press([Key::End, Key::Home]);
    screen.press([Key::Right, Key::Right, Key::Right, Key::Char('s')]);
    let text = screen.text();
    let first = text.lines().nth(4).expect("a row");
    assert!(first.starts_with('▌') && first.contains('£'), "{text}");
    assert!(text.contains("sorted by money, largest first"), "{text}");
    assert!(text.contains("Money ▼"), "{text}");
    screen.press([Key::Char('S')]);
    assert!(screen.text().contains("sorted by money, smallest first"));
    screen.press([Key::Char('s')]);
    assert!(
        screen.text().contains("Press S to reverse"),
        "{}",
        screen.text()
    );
    let targets = screen.app.mouse_targets().expect("a frame was drawn");
    let kind = TableColumn::ALL
        .iter()
        .position(|column| *column == TableColumn::Kind)
        .expect("it is a column");
    let at = (0..80).find(|&x| targets.at((x, 3).into()) == Some(MouseTarget::Heading(kind)));
    screen.click(at.expect("the heading is a target"), 3);
    assert!(
        screen.text().contains("sorted by kind, targets first"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_selected_row_stays_while_it_is_there_and_opens() {
    let mut screen = open(120, 40);
    screen.press([Key::Down; 7]);
    let selected = screen.app.selected_item();
    screen.app.set_as_of("2023".parse().ok());
    assert_eq!(screen.app.selected_item(), selected);
    screen.app.set_as_of(None);
    typed(&mut screen, "xyzzy");
    assert!(
        screen.text().contains("No row has all these words."),
        "{}",
        screen.text()
    );
    screen.press([Key::Enter]);
    assert_eq!(screen.app.view(), View::Search, "Enter searches everything");
    assert_eq!(screen.app.views.search.input.text(), "xyzzy");
    screen.press([Key::Escape, Key::Char('/'), Key::Ctrl('u'), Key::Tab]);
    assert_eq!(screen.app.selected_item(), selected);
    screen.press([Key::Enter]);
    assert_eq!(
        (screen.app.view(), screen.app.selected_item()),
        (View::Areas, selected)
    );
}

#[test]
fn money_ends_in_one_column_and_rows_without_it_come_last() {
    let mut screen = open(80, 24);
    screen.press([Key::Right, Key::Right, Key::Right, Key::Char('s')]);
    let text = screen.text();
    let sums = text.lines().filter(|line| line.contains('£')).skip(1);
    let ends: Vec<usize> = sums
        .filter_map(|line| {
            line.trim_end_matches(['┃', ' '])
                .char_indices()
                .count()
                .into()
        })
        .collect();
    assert!(
        ends.len() > 10 && ends[..9].windows(2).all(|pair| pair[0] == pair[1]),
        "{text}"
    );
    screen.press([Key::Char('S'), Key::End]);
    let last: Vec<String> = screen
        .text()
        .lines()
        .skip(4)
        .take(10)
        .map(str::to_string)
        .collect();
    assert!(last.iter().all(|line| !line.contains(",000")), "{last:#?}");
}

#[test]
fn facts_of_another_date_are_never_shown() {
    let mut screen = open(80, 24);
    let all = facts(&screen);
    screen.app.set_as_of("2017-10-09".parse().ok());
    let early = facts(&screen);
    assert!(early < all);
    let snapshot = screen.app.snapshot();
    let table = &screen.app.views.table;
    assert!(
        table
            .facts()
            .iter()
            .all(|&fact| snapshot.knows(DATASET.fact(fact).cites()))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_selected_row_is_visible_and_few_rows_are_whole(width in 20_u16..250, height in 5_u16..70, row in 0_usize..900, words in prop::sample::select(vec!["", "school", "norwich literacy", "£", "oldham mental"])) {
        let mut app = App::new(&DATASET, Size::new(width, height));
        let _ = app.update(Command::View(View::Table));
        let _ = app.update(Command::FilterRows);
        app.type_text(words);
        let _ = app.update(Command::NextPane);
        app.views.table.select_row(row);
        let screen = HeadlessApp::new(app);
        let text = screen.text();
        prop_assert!(screen.cursor().y >= 1 && screen.cursor().y < height - 1, "{}", text);
        let Some(rects) = screen.app.view_rects() else { return Ok(()) };
        let (list, _) = TableView::split(screen.app.scope(), &rects);
        let rows = Rect { y: list.y + 3, height: list.height.saturating_sub(3), ..list };
        let lines: Vec<&str> = text.lines().collect();
        let shown: Vec<&str> = (rows.top()..rows.bottom()).map(|y| lines.get(usize::from(y)).copied().unwrap_or("")).collect();
        // A row has one line, unless all rows fit.
        if facts(&screen) <= usize::from(rows.height) && list.height > 4 {
            let is_shortened = shown.iter().any(|line| line.contains(ELLIPSIS));
            prop_assert!(!is_shortened || shown.iter().all(|line| !line.is_empty()), "{}", text);
        }
        // Sums are never cut.
        for line in shown {
            let sums = line.split_whitespace().filter(|word| word.starts_with('£') && word.len() > 2);
            for sum in sums {
                prop_assert!(!sum.contains(ELLIPSIS), "{sum} in\n{}", text);
            }
        }
    }
}

#[test]
fn a_row_begins_near_the_word_that_it_was_found_by() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut screen = open(width, height);
        typed(&mut screen, "school");
        let text = screen.text();
        let rows = text.lines().skip(4).take(usize::from(height) - 14);
        let facts = screen.app.views.table.facts();
        for (row, &fact) in rows.zip(facts) {
            // Elsewhere the first source has the word.
            let fact = fact_text(DATASET.fact(fact)).to_lowercase();
            if fact.contains("school") {
                assert!(row.to_lowercase().contains("school"), "{row} in\n{text}");
            }
        }
    }
}

#[test]
fn what_is_shown_is_saved() {
    let mut screen = open(80, 24);
    typed(&mut screen, "research school");
    screen.press([Key::Tab, Key::Char('w')]);
    let shown = facts(&screen);
    assert!(
        screen
            .text()
            .contains(&format!("Save the table as it is shown: {shown} facts")),
        "{}",
        screen.text()
    );
    let effect = screen.press([Key::Enter]);
    let Effect::Save { name, subject, .. } = effect else {
        panic!("{effect:?}")
    };
    assert_eq!(name, "facts-research-school.csv");
    let SaveSubject::Rows { query, count } = subject else {
        panic!("{subject:?}")
    };
    let saved = query.rows(&DATASET).facts;
    assert_eq!((saved.len(), count), (shown, shown));
    assert_eq!(saved, screen.app.views.table.facts());
}
