//! The rules for screens, tried on the targets at any size.

use std::{collections::HashSet, fs, sync::LazyLock};

use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::view::TargetsView;
use crate::{
    command::{Command, Key, Mode, SaveSubject, View},
    dataset::Dataset,
    query::targets::targets_with_words,
    tui::{
        app::{App, Effect},
        headless::{HeadlessApp, draw_once},
        views::ViewState,
    },
};

/// Every valid file of the tests, and the bundled dataset.
static DATASETS: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/valid");
    let files = fs::read_dir(folder).expect("the folder is there");
    let texts = files.map(|file| fs::read(file.expect("a file").path()).expect("it is readable"));
    let loaded = texts.map(|text| {
        let text = String::from_utf8(text).expect("UTF-8");
        Dataset::from_json("file", text.trim_start_matches('\u{feff}')).expect("it is valid")
    });
    std::iter::once(Dataset::bundled()).chain(loaded).collect()
});

fn lines(buffer: &Buffer, area: Rect) -> Vec<String> {
    (area.top()..area.bottom())
        .map(|y| {
            let cells = (area.left()..area.right()).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_string()
        })
        .collect()
}

/// Shows the targets with one of them selected. Returns the lines of the list and of the detail, without their titles.
fn shown(
    dataset: &Dataset,
    size: Size,
    steps: usize,
    groupings: usize,
) -> Option<[Vec<String>; 2]> {
    let mut app = App::new(dataset, size);
    let _ = app.update(Command::View(View::Targets));
    for _ in 0..groupings {
        let _ = app.update(Command::Sort);
    }
    app.views.targets.rows.select(steps);
    if app.view() != View::Targets || app.views.targets.is_empty() {
        return None;
    }
    let (list, detail) = TargetsView::split(app.scope(), &app.view_rects()?);
    let buffer = draw_once(&app);
    let content = |area: Rect| {
        let content = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        lines(&buffer, content)
    };
    Some([content(list), detail.map_or_else(Vec::new, content)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_shortened_while_a_row_is_empty(width in 20_u16..250, height in 5_u16..70, steps in 0_usize..70, groupings in 0_usize..3) {
        for dataset in &*DATASETS {
            let Some(panes) = shown(dataset, Size::new(width, height), steps, groupings) else { continue };
            for pane in panes {
                // The scroll bar is not a text.
                let texts: Vec<&str> = pane.iter().map(|line| line.trim_end_matches(['┃', ' '])).collect();
                // A heading has one row.
                let texts: Vec<&str> = texts.into_iter().filter(|line| !line.contains('─')).collect();
                let is_shortened = texts.iter().any(|line| line.contains('…'));
                prop_assert!(!is_shortened || texts.iter().all(|line| !line.is_empty()), "{}", pane.join("\n"));
            }
        }
    }

    #[test]
    fn words_are_whole(width in 60_u16..250, height in 16_u16..70, steps in 0_usize..70) {
        let dataset = &DATASETS[0];
        let mut words = HashSet::new();
        for item in dataset.item_indices() {
            let text = crate::query::describe::quote(crate::query::snapshot::Snapshot::latest(dataset), item);
            words.extend(text.split_whitespace().map(str::to_string));
        }
        let is_known = |word: &str| {
            let plain = |word: &str| word.trim_matches(|character: char| !character.is_alphanumeric()).to_string();
            plain(word).is_empty() || words.contains(word) || words.iter().any(|known| plain(known) == plain(word))
        };
        let Some([list, _]) = shown(dataset, Size::new(width, height), steps, 0) else { return Ok(()) };
        let ours = ["Outcome", "Measure", "Baseline", "Goal", "goal", "By", "start", "now", "each", "sign", "is", "one", "target", "no", "stated", "by", "Sep", "Jan", "…"];
        for word in list.iter().flat_map(|line| line.split_whitespace()) {
            prop_assert!(ours.contains(&word) || is_known(word), "{word:?} in\n{}", list.join("\n"));
        }
    }
}

#[test]
fn words_lead_to_their_first_target_from_any_row() {
    let dataset = Dataset::bundled();
    let mut screen = HeadlessApp::new(App::new(&dataset, Size::new(80, 24)));
    screen.press([Key::Char('6'), Key::End, Key::Char('/')]);
    screen.press("derby".chars().map(Key::Char));
    let typed = screen.app.selected_item();
    screen.press([Key::Enter, Key::Home]);
    assert_eq!(screen.app.selected_item(), typed, "{}", screen.text());
}

#[test]
fn as_of_an_early_date_nothing_is_known_of_outcomes() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(120, 40));
    app.set_as_of("2018".parse().ok());
    let _ = app.update(Command::View(View::Targets));
    let text = crate::tui::picture::text(&draw_once(&app));
    assert!(
        text.contains("● 0 met") && !text.contains("● met"),
        "{text}"
    );
    assert!(!text.to_lowercase().contains("nothing published"), "{text}");
}

#[test]
fn another_order_starts_at_its_first_target() {
    let dataset = Dataset::bundled();
    let mut app = App::new(&dataset, Size::new(80, 24));
    let _ = app.update(Command::View(View::Targets));
    for _ in 0..20 {
        let _ = app.update(Command::Down);
    }
    let _ = app.update(Command::Sort);
    let selected = app.selected_item();
    assert_eq!(app.views.targets.rows.selected_index(), 0);
    let _ = app.update(Command::Open);
    assert_eq!((app.view(), app.selected_item()), (View::Areas, selected));
}

/// Shows the targets that have some words, while they are typed.
fn typed<'a>(dataset: &'a Dataset, words: &str) -> HeadlessApp<'a> {
    let mut screen = HeadlessApp::new(App::new(dataset, Size::new(80, 24)));
    screen.press([Key::Char('6'), Key::Char('/')]);
    screen.press(words.chars().map(Key::Char));
    screen
}

#[test]
fn typed_words_narrow_the_list_and_escape_clears_them() {
    let dataset = Dataset::bundled();
    let mut screen = typed(&dataset, "ipswich");
    assert_eq!(screen.app.mode(), Mode::RowFilter);
    let ipswich = |screen: &HeadlessApp| {
        let rows = screen.app.views.targets.rows.items();
        let area = |area| dataset.area(area).name.to_string();
        let mut areas = rows.iter().map(|row| row.fact.owner.area().map(area));
        (
            rows.len(),
            areas.all(|area| area.as_deref() == Some("Ipswich")),
        )
    };
    let (count, is_all) = ipswich(&screen);
    assert!(count > 1 && is_all, "{}", screen.text());
    let text = screen.text();
    assert!(text.contains(&format!("Targets · {count} of 60")), "{text}");
    screen.press([Key::Enter]);
    assert_eq!(screen.app.mode(), Mode::View(View::Targets));
    assert_eq!(ipswich(&screen).0, count, "the words stay");
    screen.press([Key::Char('s'), Key::Char('s')]);
    assert_eq!(ipswich(&screen), (count, true), "in every order");
    screen.press([Key::Escape]);
    let text = screen.text();
    assert!(text.contains("The words are cleared: 60 targets"), "{text}");
    assert_eq!(screen.app.view(), View::Targets);
    screen.press([Key::Escape]);
    assert_ne!(screen.app.view(), View::Targets);
}

#[test]
fn words_that_no_target_has_can_be_searched_for_everywhere() {
    let dataset = Dataset::bundled();
    for leave in [&[][..], &[Key::Escape]] {
        let mut screen = typed(&dataset, "exclusions xyzzy");
        screen.press(leave.iter().copied());
        let text = screen.text();
        assert!(text.contains("Enter searches everything"), "{text}");
        screen.press([Key::Enter]);
        assert_eq!(screen.app.view(), View::Search);
        assert_eq!(screen.app.views.search.input.text(), "exclusions xyzzy");
        screen.press([Key::Escape]);
        assert_eq!(screen.app.view(), View::Targets);
    }
    let mut screen = typed(&dataset, "ipswich");
    screen.press([Key::Ctrl('f')]);
    assert_eq!(screen.app.view(), View::Search);
}

#[test]
fn targets_are_saved_as_they_are_shown() {
    let dataset = Dataset::bundled();
    let mut screen = typed(&dataset, "ipswich");
    screen.press([Key::Enter, Key::Char('w')]);
    let shown = screen.app.views.targets.rows.items().to_vec();
    let title = format!("Save the list as it is shown: {} targets", shown.len());
    assert!(screen.text().contains(&title), "{}", screen.text());
    let Effect::Save { subject, .. } = screen.press([Key::Enter]) else {
        panic!("the file is saved")
    };
    let SaveSubject::Targets {
        filter,
        words,
        grouping,
    } = subject
    else {
        panic!("{subject:?}")
    };
    let saved = targets_with_words(screen.app.snapshot(), &filter, &words, grouping);
    assert_eq!(saved, shown);
}
