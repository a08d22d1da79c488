//! The rules of the screens, for any size and dataset: nothing is cut off while there is room, and facts come first.

use std::sync::LazyLock;

use opportunity_areas::{
    command::{Command, Key, View},
    dataset::{Dataset, ItemIndex},
    query::describe::context_of,
    tui::{app::App, headless::HeadlessApp, layout::Pane, styles::Styles},
};
use proptest::prelude::*;
use ratatui::layout::{Rect, Size};

const LISTS: [Pane; 3] = [Pane::Areas, Pane::Priorities, Pane::Facts];

/// All datasets: the bundled one, and those of the tests.
static DATASETS: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
    let folder = std::fs::read_dir("tests/data/valid").expect("the folder is there");
    let mut files: Vec<_> = folder
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    files.sort();
    let datasets = files.iter().map(|path| {
        Dataset::from_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    });
    [Dataset::bundled()].into_iter().chain(datasets).collect()
});

/// Returns the rows of an area without the scroll bar and without blanks at their ends.
fn rows(screen: &HeadlessApp, area: Rect) -> Vec<String> {
    let buffer = screen.buffer();
    (area.top()..area.bottom())
        .map(|y| {
            let cells = (area.left()..area.right()).map(|x| buffer[(x, y)].symbol());
            let row: String = cells.collect();
            row.trim_end_matches(['┃', ' ']).to_string()
        })
        .collect()
}

fn panes(screen: &HeadlessApp) -> Vec<(Pane, Vec<String>)> {
    let rects = screen.app.pane_rects().expect("there is room");
    let panes = LISTS.into_iter().filter(|&pane| rects.is_shown(pane));
    panes
        .map(|pane| (pane, rows(screen, rects.inner(pane))))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_is_shortened_while_a_row_of_its_pane_is_empty(
        which in 0_usize..7,
        (width, height) in (20_u16..=250, 5_u16..=70),
        keys in prop::collection::vec(prop::sample::select(vec![Key::Down, Key::Down, Key::Up, Key::Right, Key::Left, Key::End]), 0..12),
    ) {
        let dataset = &DATASETS[which % DATASETS.len()];
        let mut screen = HeadlessApp::new(App::new(dataset, Size::new(width, height)));
        screen.press(keys);
        let is_single = screen.app.pane_rects().is_some_and(|rects| rects.pane(Pane::Areas) == rects.pane(Pane::Facts));
        for (pane, rows) in panes(&screen) {
            // Where one pane fits, only that with the focus is shown.
            if is_single && pane != screen.app.focus() {
                continue;
            }
            let is_shortened = rows.iter().any(|row| row.contains('…'));
            let is_empty = rows.iter().any(|row| row.trim_matches('▌').trim().is_empty());
            prop_assert!(!(is_shortened && is_empty), "{pane:?} at {width}x{height}:\n{}", screen.text());
        }
    }
}

#[test]
fn nothing_of_the_bundled_data_is_shortened_at_120x40() {
    let dataset = &DATASETS[0];
    for (area, content) in dataset.areas() {
        let priorities = content.priorities.iter();
        let priorities = priorities.map(|priority| {
            let found = dataset.find(priority.reference.as_str());
            found.expect("the priority is there")
        });
        for item in priorities.chain([ItemIndex::Area(area), ItemIndex::Programme]) {
            let mut app = App::new(dataset, Size::new(120, 40));
            app.open(item);
            let screen = HeadlessApp::new(app);
            for (pane, rows) in panes(&screen) {
                let shortened = rows.iter().find(|row| row.ends_with('…'));
                assert_eq!(shortened, None, "{pane:?}:\n{}", screen.text());
            }
        }
    }
}

#[test]
fn words_stay_whole_in_lists_and_their_headings() {
    let dataset = &DATASETS[0];
    let text = std::fs::read_to_string("data/opportunity-areas.json").expect("it is there");
    let known: std::collections::HashSet<String> = text
        .split(|character: char| !character.is_alphabetic())
        .map(str::to_lowercase)
        .collect();
    for (width, height) in [(60, 16), (80, 24), (100, 30), (120, 40), (200, 50)] {
        for (area, _) in dataset.areas() {
            let mut app = App::new(dataset, Size::new(width, height));
            app.open(ItemIndex::Area(area));
            let mut screen = HeadlessApp::new(app);
            for key in [Key::Right, Key::Down, Key::Right] {
                screen.press([key]);
                for (pane, rows) in panes(&screen) {
                    for word in rows
                        .join(" ")
                        .split(|character: char| !character.is_alphabetic())
                    {
                        assert!(
                            known.contains(&word.to_lowercase()),
                            "{word:?} in {pane:?} at {width}x{height}:\n{}",
                            screen.text()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn facts_come_first_and_sources_last() {
    let dataset = &DATASETS[0];
    for item in dataset.item_indices() {
        let mut app = App::new(dataset, Size::new(120, 40));
        if !app.open(item) {
            continue;
        }
        let screen = HeadlessApp::new(app);
        let Some(rects) = screen.app.pane_rects() else {
            continue;
        };
        if !matches!(
            item,
            ItemIndex::Area(_) | ItemIndex::Priority(_) | ItemIndex::Fact(_)
        ) {
            continue;
        }
        let detail = rects.pane(Pane::Detail);
        let title = &rows(&screen, detail)[0];
        let place = context_of(screen.app.snapshot(), item);
        assert!(title.contains(&place), "{place} is not in {title}");
        let text = rows(&screen, rects.inner(Pane::Detail));
        assert!(!text.join("\n").contains("http"), "{}", screen.text());
        let source = text.iter().position(|row| row.starts_with(" [1] "));
        assert_ne!(source, Some(0), "{}", screen.text());
    }
}

#[test]
fn the_page_of_an_area_has_all_its_targets_and_numbers_its_sources() {
    let dataset = &DATASETS[0];
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
        for (index, area) in dataset.areas() {
            let mut app = App::new(dataset, Size::new(width, height));
            app.open(ItemIndex::Area(index));
            let mut screen = HeadlessApp::new(app);
            screen.press([Key::Enter]);
            let mut text = String::new();
            loop {
                let before = screen.text();
                text.push_str(&before);
                screen.press([Key::PageDown]);
                if screen.text() == before {
                    break;
                }
            }
            let squeezed: String = text.split_whitespace().collect();
            for priority in &area.priorities {
                let number = format!("{}{}", priority.number, first_words(&priority.title));
                assert!(squeezed.contains(&number), "{number} is not in {text}");
                for target in &priority.targets {
                    let words = first_words(&target.measure);
                    assert!(squeezed.contains(&words), "{words} is not in {text}");
                }
            }
            assert!(
                squeezed.contains("[1]") && squeezed.contains("Sources"),
                "{text}"
            );
            assert!(!text.contains('\u{a0}'), "blanks are blanks");
            screen.press([Key::Escape]);
            assert_eq!(screen.app.focus(), Pane::Areas);
            assert!(screen.text().contains("━ Areas"), "{}", screen.text());
        }
    }
}

#[test]
fn enter_on_a_fact_shows_what_its_detail_does_not() {
    let dataset = &DATASETS[0];
    let facts: Vec<ItemIndex> = dataset
        .item_indices()
        .filter(|item| matches!(item, ItemIndex::Fact(_)))
        .collect();
    for (width, height) in [(80, 24), (120, 40)] {
        for &item in facts.iter().step_by(7) {
            let mut app = App::new(dataset, Size::new(width, height));
            if !app.open(item) || app.focus() != Pane::Facts {
                continue;
            }
            let mut screen = HeadlessApp::new(app);
            let body = Rect::new(0, 2, width, height - 3);
            let before = rows(&screen, body);
            screen.press([Key::Enter]);
            let after = rows(&screen, body);
            let changed = before
                .iter()
                .zip(&after)
                .filter(|(before, after)| before != after);
            assert!(changed.count() > 5, "{}", screen.text());
            screen.press([Key::End]);
            let reference = dataset.reference(item);
            let last = rows(&screen, body).join("\n");
            assert!(
                last.contains(&*reference),
                "{reference}:\n{}",
                screen.text()
            );
            screen.press([Key::Escape]);
            assert_eq!(rows(&screen, body), before);
        }
    }
}

/// Returns the first words of a text, which fit in a line of every size, without blanks.
fn first_words(text: &str) -> String {
    text.split_whitespace().take(2).collect()
}

#[test]
fn deadlines_have_one_preposition() {
    let text = include_str!("data/valid/every-field.json");
    for words in ["by 2020", "in 2020", "2020"] {
        let dataset = Dataset::from_json("file", &text.replace("by 2020", words));
        let dataset = dataset.expect("the file is sound");
        let phrase = if words == "in 2020" { words } else { "by 2020" };
        for (view, size) in [
            (View::Matrix, Size::new(120, 40)),
            (View::Map, Size::new(160, 60)),
            (View::Targets, Size::new(50, 20)),
            (View::Targets, Size::new(120, 40)),
        ] {
            let mut app = App::new(&dataset, size);
            let _ = app.update(Command::View(view));
            let shown = HeadlessApp::new(app).text();
            assert!(
                shown.contains(&format!("70%, {phrase}"))
                    || shown.contains(&format!("development, {phrase}")),
                "{words} in {view:?}:\n{shown}"
            );
        }
    }
}

#[test]
fn sums_can_be_read_in_ascii() {
    let mut text = include_str!("data/valid/every-field.json").to_string();
    for key in [
        "text",
        "title",
        "measure",
        "goal",
        "baseline",
        "what",
        "note",
        "why",
        "meaning",
        "publisher",
        "author",
        "at",
    ] {
        text = text.replace(&format!("\"{key}\": \""), &format!("\"{key}\": \"£7 "));
    }
    // Those of figures are ids.
    for id in ["visits", "good-level-of-development"] {
        text = text.replace(&format!("\"£7 {id}\""), &format!("\"{id}\""));
    }
    let dataset = Dataset::from_json("file", &text).expect("the file is sound");
    for size in [(30, 12), (60, 20), (80, 24), (120, 40), (200, 60)] {
        for view in View::ALL {
            for keys in [
                "",
                "Down",
                "Enter",
                "Enter Enter",
                "Right Right",
                "Up",
                "y y",
                "w m '",
                "/ £ 7",
                "f",
                "Tab Tab z",
                "+ + l",
                "l l",
                "l l l",
                "[",
                "s",
                "c",
            ] {
                let mut app = App::new(&dataset, Size::new(size.0, size.1));
                app.set_styles(Styles {
                    ascii: true,
                    ..Styles::default()
                });
                let _ = app.update(Command::View(view));
                let mut screen = HeadlessApp::new(app);
                screen.press(
                    keys.split_whitespace()
                        .map(|key| key.parse::<Key>().expect("a key")),
                );
                let shown = screen.text();
                assert!(
                    !shown.contains("#7"),
                    "{keys} in {view:?} at {size:?}:\n{shown}"
                );
            }
        }
    }
}
