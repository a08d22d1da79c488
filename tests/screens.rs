//! Snapshots of every screen at three sizes, and the position of the cursor.

use std::fs;

use opportunity_areas::{
    command::{self, Command, Key, Mode, View},
    dataset::Dataset,
    tui::{
        app::{App, Effect},
        headless::HeadlessApp,
        layout::Pane,
        styles::Styles,
    },
};
use ratatui::layout::Size;

fn open<'a>(
    dataset: &'a Dataset,
    (width, height): (u16, u16),
    reference: Option<&str>,
) -> HeadlessApp<'a> {
    let mut app = App::new(dataset, Size::new(width, height));
    if let Some(reference) = reference {
        app.open(dataset.find(reference).expect("the reference is there"));
    }
    HeadlessApp::new(app)
}

/// Checks that the cursor is on the selected item, which is reversed, or in the text that is typed or read.
fn assert_cursor(screen: &HeadlessApp) {
    let (cursor, buffer) = (screen.cursor(), screen.buffer());
    assert!(buffer.area.contains(cursor), "{cursor:?} is off the screen");
    let Some(rects) = screen.app.pane_rects() else {
        return;
    };
    let reversed = buffer[cursor]
        .modifier
        .contains(ratatui::style::Modifier::REVERSED);
    match screen.app.mode() {
        Mode::View(View::Areas) if screen.app.has_area_page() || screen.app.has_full_text() => {
            assert_eq!(cursor, (0, 2).into());
        }
        Mode::View(View::Areas) if screen.app.focus() == Pane::Detail => {
            assert_eq!(cursor, rects.inner(Pane::Detail).as_position());
        }
        Mode::View(View::Areas) => {
            let content = rects.inner(screen.app.focus());
            assert!(
                content.contains(cursor),
                "{cursor:?} is not in the focused pane"
            );
            assert_eq!((cursor.x, reversed), (content.x, true), "{}", screen.text());
        }
        // The cursor is in a field or on the first line.
        Mode::Text | Mode::Date | Mode::Save | Mode::Help | Mode::Filter if !reversed => {
            let body = 1..buffer.area.height - 1;
            assert!(body.contains(&cursor.y), "{cursor:?}:\n{}", screen.text());
        }
        Mode::View(View::Search) => assert!(reversed || cursor.y == 2, "{}", screen.text()),
        Mode::Marks | Mode::Palette if !reversed => {
            assert!(!screen.text().contains('▌'), "{}", screen.text());
        }
        _ => assert!(reversed, "{cursor:?}:\n{}", screen.text()),
    }
}

fn shot(name: &str, screen: &HeadlessApp) {
    assert_cursor(screen);
    let Size { width, height } = screen.app.size();
    insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

#[test]
fn first_screen() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        shot("first", &open(&dataset, size, None));
    }
}

#[test]
fn areas_priorities_actions_and_a_full_text() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        let mut screen = open(&dataset, size, Some("oldham"));
        shot("oldham", &screen);
        screen.press([Key::Right, Key::Down, Key::Down]);
        shot("oldham-priority", &screen);
        screen.press([Key::Enter]);
        shot("oldham-action", &screen);
        screen.press([Key::Enter]);
        shot("oldham-action-text", &screen);
        let mut page = open(&dataset, size, Some("oldham"));
        page.press([Key::Enter]);
        shot("oldham-page", &page);
    }
}

#[test]
fn end_of_a_long_list() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        let mut screen = open(&dataset, size, Some("hastings/1"));
        screen.press([Key::Tab, Key::End]);
        shot("hastings-end", &screen);
    }
}

#[test]
fn facts_of_an_area_and_of_the_programme() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        shot(
            "blackpool-note",
            &open(
                &dataset,
                size,
                Some("blackpool/early-years-left-to-better-start"),
            ),
        );
        shot(
            "programme-commission",
            &open(
                &dataset,
                size,
                Some("programme/commission-under-renamed-act"),
            ),
        );
        shot(
            "shared-action",
            &open(&dataset, size, Some("programme/home-learning-environment")),
        );
    }
}

/// Parses the names of keys, separated by blanks. Text between quotation marks is typed.
fn keys(words: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    for (index, part) in words.split('"').enumerate() {
        if index % 2 == 1 {
            keys.extend(part.chars().map(Key::Char));
        } else {
            keys.extend(
                part.split_whitespace()
                    .map(|word| word.parse::<Key>().expect("a key")),
            );
        }
    }
    keys
}

/// The views and overlays: name of the snapshot, reference to start from, keys.
const VIEWS: [(&str, &str, &str); 32] = [
    ("matrix", "bradford", "2 Right"),
    ("matrix-heading", "hastings", "2 Home Right"),
    ("matrix-by-count", "hastings", "2 Right Right Right s s"),
    ("map", "oldham", "3"),
    ("map-ranks", "oldham", "3 Down t"),
    ("map-theme", "ipswich", "3 Left T"),
    ("map-alone", "ipswich", "3 t z"),
    ("map-money", "bradford", "3 t t t"),
    ("map-targets", "bradford", "3 t t t t"),
    ("map-zoom", "oldham", "3 +"),
    ("timeline", "norwich", "4 Down Down"),
    ("timeline-as-of", "norwich", "4 Right Right d Enter"),
    ("timeline-year", "norwich", "4 Right +"),
    ("timeline-month", "norwich", "4 Right + +"),
    ("compare", "hastings", "5 Right"),
    (
        "compare-four",
        "hastings",
        "c Down c Down c Down c 5 Down Down",
    ),
    ("sources", "oldham", "8 Down"),
    ("sources-open", "oldham", "8 Down Enter Down"),
    ("search", "oldham", "/ \"mental oldha\" Down Down"),
    ("search-typing", "oldham", "/ \"reading partnr\""),
    ("search-nothing", "oldham", "/ \"zebra xyzzy\""),
    ("help", "oldham", "?"),
    ("help-end", "oldham", "? End"),
    ("help-found", "oldham", "2 ? \"order\""),
    ("palette", "oldham", ": \"as\" Down"),
    ("date", "oldham", "d Up Up"),
    ("date-wrong", "oldham", "d \"2017-13\" Enter"),
    ("filter", "oldham", "f Down Down Enter"),
    ("filter-find", "oldham", "f / \"national\""),
    ("marked", "oldham/3", "m"),
    ("marks", "oldham/3", "m 2 m 1 Enter m '"),
    ("copied", "oldham/3/mental-health-first-aid", "y"),
];

#[test]
fn every_view() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        for (name, reference, words) in VIEWS {
            let mut screen = open(&dataset, size, Some(reference));
            screen.press(keys(words));
            shot(name, &screen);
        }
    }
}

#[test]
fn every_view_in_ascii() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        for (name, reference, words) in [("areas", "oldham/3", "Enter")].into_iter().chain(VIEWS) {
            let mut screen = open(&dataset, size, Some(reference));
            screen.app.set_styles(Styles {
                ascii: true,
                ..Styles::default()
            });
            screen.press(keys(words));
            assert_cursor(&screen);
            assert!(screen.text().is_ascii(), "{name}:\n{}", screen.text());
            if [
                "areas", "matrix", "map", "timeline", "compare", "sources", "search", "palette",
                "help",
            ]
            .contains(&name)
            {
                insta::assert_snapshot!(
                    format!("ascii-{name}-{}x{}", size.0, size.1),
                    screen.text()
                );
            }
        }
    }
}

#[test]
fn every_view_fits_every_small_screen() {
    let dataset = Dataset::bundled();
    for (name, reference, words) in VIEWS {
        let mut screen = open(&dataset, (80, 24), Some(reference));
        screen.press(keys(words));
        for width in (20..62).step_by(3) {
            for height in 5..18 {
                screen.resize(Size::new(width, height));
                assert_cursor(&screen);
                assert!(
                    screen.text().lines().count() == usize::from(height),
                    "{name} at {width}x{height}"
                );
            }
        }
    }
}

#[test]
fn date_and_filter_are_shown_in_every_view() {
    let dataset = Dataset::bundled();
    for size in [(80, 24), (120, 40)] {
        for digit in '1'..='8' {
            let mut screen = open(&dataset, size, Some("oldham"));
            screen.press(keys("d \"2018\" Enter f Down Enter"));
            screen.press([Key::Char(digit)]);
            let text = screen.text();
            let mut rows = text.lines();
            // In the header there is no room at 80 columns.
            let row = if size.0 < 100 {
                rows.last()
            } else {
                rows.next()
            }
            .expect("a row");
            let has_filter =
                row.contains("filter") || row.contains("F:1") || row.contains("actions");
            // The matrix and the comparison are the same without a filter for kinds of facts.
            let follows_filter = !matches!(digit, '2' | '5');
            assert!(
                row.contains("2018") && has_filter == follows_filter,
                "{row}"
            );
        }
    }
    let mut screen = open(&dataset, (80, 24), Some("oldham"));
    screen.press(keys("f End Enter Esc"));
    shot("filtered", &screen);
}

#[test]
fn small_terminal_asks_for_a_larger_one() {
    let dataset = Dataset::bundled();
    for size in [(19, 24), (80, 4), (6, 1), (1, 1)] {
        shot("tiny", &open(&dataset, size, None));
    }
}

#[test]
fn long_wide_and_hostile_text_keeps_borders_whole() {
    let dataset = Dataset::from_file("tests/data/valid/long-and-wide-text.json".as_ref())
        .unwrap_or_else(|error| panic!("{error}"));
    for size in SIZES {
        for reference in [
            "tokyo/1/books",
            "haifa/1/result",
            "long/1/reason-1",
            "hostile/note",
        ] {
            let screen = open(&dataset, size, Some(reference));
            shot(&format!("wide-{}", reference.replace('/', "-")), &screen);
            if size == (80, 24) {
                let rects = screen.app.pane_rects().expect("there is room");
                for pane in [Pane::Priorities, Pane::Facts] {
                    let area = rects.pane(pane);
                    // A pane at the left edge has no line.
                    for y in (area.top() + 1..area.bottom()).filter(|_| area.x > 0) {
                        assert_eq!(
                            screen.buffer()[(area.x, y)].symbol(),
                            "│",
                            "{reference}: row {y} of {pane:?}\n{}",
                            screen.text()
                        );
                    }
                }
            }
        }
    }
}

/// Ten thousand combining marks on a letter must neither break the screen nor fill the connection.
#[test]
fn thousands_of_combining_marks_keep_the_frame_small() {
    let text =
        fs::read_to_string("tests/data/valid/long-and-wide-text.json").expect("the file is there");
    for mark in ["\u{301}", "\u{200d}", "\u{fe0f}"] {
        let flooded = text.replacen(
            "\"name\": \"",
            &format!("\"name\": \"a{}", mark.repeat(10_000)),
            8,
        );
        let dataset =
            Dataset::from_json("flooded", &flooded).unwrap_or_else(|error| panic!("{error}"));
        for size in SIZES {
            let mut screen = open(&dataset, size, None);
            for words in ["", "2", "3", "4", "5", "8", "/ \"a\"", "?"] {
                screen.press(keys(words));
                assert!(screen.buffer().area.contains(screen.cursor()));
                let bytes: usize = screen
                    .buffer()
                    .content
                    .iter()
                    .map(|cell| cell.symbol().len())
                    .sum();
                assert!(bytes < 20_000, "{bytes} bytes on a screen");
            }
        }
    }
}

#[test]
fn another_programme_and_an_empty_one() {
    for (name, file) in [
        ("wards", "other-programme-300-areas"),
        ("minimal", "minimal"),
    ] {
        let dataset = Dataset::from_file(format!("tests/data/valid/{file}.json").as_ref())
            .unwrap_or_else(|error| panic!("{error}"));
        for size in SIZES {
            let mut screen = open(&dataset, size, None);
            screen.press([Key::PageDown, Key::PageDown]);
            shot(name, &screen);
        }
    }
}

#[test]
fn arrow_keys_reach_every_priority_and_its_citations() {
    let dataset = Dataset::bundled();
    let mut screen = open(&dataset, (80, 300), None);
    let mut reached = 0;
    for (_, area) in dataset.areas() {
        screen.press([Key::Right]);
        for priority in &area.priorities {
            assert_cursor(&screen);
            let description = opportunity_areas::query::describe::describe(
                opportunity_areas::query::snapshot::Snapshot::latest(&dataset),
                screen.app.selected_item(),
            );
            assert_eq!(description.reference, priority.reference.as_str());
            let shown = screen.text();
            // Titles and addresses are in the full text. Lines are wrapped, so white space differs.
            let squeezed: String = shown.split_whitespace().collect();
            for citation in priority.cites.iter() {
                let source = dataset.source(citation.source_index());
                for words in [
                    &*source.publisher,
                    &*source.published.to_string(),
                    &*citation.at,
                ] {
                    let wanted: String = words.split_whitespace().collect();
                    assert!(
                        squeezed.contains(&wanted),
                        "{words} of {} is not shown:\n{shown}",
                        priority.reference
                    );
                }
            }
            reached += 1;
            screen.press([Key::Down]);
        }
        screen.press([Key::Left, Key::Down]);
    }
    assert_eq!(reached, 45);
}

#[test]
fn resizing_keeps_the_selection() {
    let dataset = Dataset::bundled();
    let mut screen = open(&dataset, (80, 24), Some("norwich/2/holiday-master-classes"));
    let item = screen.app.selected_item();
    for (width, height) in [(120, 40), (40, 12), (10, 3), (250, 70), (20, 5), (80, 24)] {
        screen.resize(Size::new(width, height));
        assert_cursor(&screen);
        assert_eq!(screen.app.selected_item(), item);
        assert_eq!(screen.app.focus(), Pane::Facts);
    }
}

/// Presses every key of the table in every mode, in a state in which it has something to change.
#[test]
fn every_key_has_an_effect() {
    let dataset = Dataset::bundled();
    // In the middle of every list, with a search, a mark and a history in both directions.
    let way = "/ \"literacy\" Down Down Enter 1 m 2 4 [";
    let situation = |mode: Mode| match mode {
        Mode::View(View::Areas) => "1 Backspace Backspace Backspace Tab Down",
        Mode::View(View::Matrix) => "2 Down Down Right Right",
        Mode::View(View::Map) => "1 Backspace Backspace Backspace Home Down 3",
        Mode::View(View::Timeline) => "4 Down Down Home Right",
        Mode::View(View::Compare) => "1 Home c Down c Down c 5 Left Down Down",
        Mode::View(View::Targets) => "6 s Down Down",
        Mode::View(View::Table) => "7 Down Down Right",
        Mode::Results => "/ \"literacy\" Down Down Enter Backspace",
        Mode::RowFilter => "7 Down / \"school\" Left",
        Mode::View(View::Sources) => "8 Down Down",
        Mode::View(View::Search) => "/ Left Down Down",
        Mode::Palette => ": \"a \" Left Down Down",
        Mode::Help => "? \"t \" Left Down Down",
        Mode::Jump => "1 Backspace Backspace Backspace J \"o \" Left Down",
        Mode::Date => "d Down Left",
        Mode::Filter => "f Down Down Space",
        Mode::FindValue => "f / \"o \" Left Down",
        Mode::Marks => "m 3 m ' Down",
        Mode::Save => "w Left",
        Mode::Text => "1 Backspace Backspace Backspace Home y y Down",
    };
    let press = |app: &mut App, words: &str| {
        for key in keys(words) {
            app.update(
                Command::from_key(app.mode(), key)
                    .unwrap_or_else(|| panic!("{key} in {:?}", app.mode())),
            );
        }
    };
    let mut begun = App::new(&dataset, Size::new(80, 24));
    press(&mut begun, way);
    // The first wave, which comes after the kinds.
    press(&mut begun, "f Tab Enter");
    for mode in Mode::ALL {
        let mut there = begun.clone();
        press(&mut there, situation(mode));
        assert_eq!(there.mode(), mode, "{:?}", there.view());
        for (binding, key) in command::bindings_for(mode)
            .flat_map(|binding| binding.keys.iter().map(move |&key| (binding, key)))
        {
            let mut app = there.clone();
            if binding.command == Command::NextLocation {
                press(&mut app, "[");
            }
            let before = format!("{app:?}");
            assert_eq!(
                Command::from_key(mode, key),
                Some(binding.command),
                "{key} in {mode:?}"
            );
            let effect = app.update(binding.command);
            // Opening the current view changes nothing.
            let is_current_view =
                matches!(binding.command, Command::View(view) if mode == Mode::View(view));
            let changed = format!("{app:?}") != before || effect != Effect::None;
            assert!(
                changed || is_current_view,
                "{key} ({}) in {mode:?} does nothing:\n{}",
                binding.name,
                HeadlessApp::new(app).text()
            );
        }
    }
}

/// The notes after the commands are read with the same keys.
#[test]
fn help_scrolls_to_the_end_of_its_notes() {
    let dataset = Dataset::bundled();
    for size in [(80, 24), (40, 12)] {
        for words in ["End", &"Down ".repeat(120), &"PageDown ".repeat(20)] {
            let mut screen = open(&dataset, size, Some("oldham"));
            screen.press(keys(&format!("? {words}")));
            assert_cursor(&screen);
            let shown = screen
                .text()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(
                shown.contains("copyright and database right 2017."),
                "{words}: {shown}"
            );
            // There is nothing to run in the notes.
            assert_eq!(screen.press([Key::Enter]), Effect::None);
        }
    }
}

#[test]
fn marking_says_so_until_the_next_key() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        let mut screen = open(&dataset, size, Some("oldham"));
        let footer =
            |screen: &HeadlessApp| screen.text().lines().last().unwrap_or_default().to_string();
        let before = footer(&screen);
        screen.press(keys("m"));
        assert!(footer(&screen).starts_with(" ✓ Marked Oldham"));
        screen.press(keys("m"));
        assert!(footer(&screen).starts_with(" ✓ Mark removed from Oldham"));
        screen.press(keys("Down Up"));
        assert_eq!(footer(&screen), before);
        screen.press(keys("m '"));
        assert_eq!(screen.app.mode(), Mode::Marks);
        assert!(
            !footer(&screen).contains("Marked"),
            "it has gone with the next key"
        );
    }
}

/// Targets: the name of the snapshot, the reference to start from, and keys.
const TARGETS: [(&str, &str, &str); 4] = [
    ("targets", "bradford", "6"),
    (
        "targets-in-the-middle",
        "fenland-and-east-cambridgeshire/4",
        "6 Down Down Down Down Down Down Down",
    ),
    ("targets-by-theme", "oldham", "6 s PageDown"),
    ("targets-by-outcome", "oldham", "6 s s Home Down"),
];

#[test]
fn targets_in_every_order() {
    let dataset = Dataset::bundled();
    for size in SIZES.into_iter().chain([(160, 40)]) {
        for (name, reference, words) in TARGETS {
            let mut screen = open(&dataset, size, Some(reference));
            screen.press(keys(words));
            shot(name, &screen);
        }
        let mut screen = open(&dataset, size, Some("bradford"));
        screen.app.set_as_of("2018".parse().ok());
        screen.press(keys("6"));
        shot("targets-as-of", &screen);
    }
    let mut screen = open(&dataset, (80, 24), Some("bradford"));
    screen.app.set_styles(Styles {
        ascii: true,
        ..Styles::default()
    });
    screen.press(keys("6"));
    assert!(screen.text().is_ascii(), "{}", screen.text());
    shot("ascii-targets", &screen);
}

/// The table: the name of the snapshot, the reference to start from, and keys.
const TABLES: [(&str, &str, &str); 5] = [
    ("table", "oldham", "7 Home"),
    (
        "table-by-money",
        "doncaster",
        "7 Right Right Right Right Right Right s Down Down",
    ),
    (
        "table-filtered",
        "oldham",
        "7 / \"school\" Tab Right Right s",
    ),
    ("table-typing", "oldham", "7 / \"mental oldham\""),
    ("table-nothing", "oldham", "7 / \"xyzzy\" Tab"),
];

#[test]
fn table_sorted_and_filtered() {
    let dataset = Dataset::bundled();
    for size in SIZES.into_iter().chain([(160, 40)]) {
        for (name, reference, words) in TABLES {
            let mut screen = open(&dataset, size, Some(reference));
            screen.press(keys(words));
            let Size { width, height } = screen.app.size();
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
        }
    }
    let mut screen = open(&dataset, (80, 24), Some("doncaster"));
    screen.app.set_styles(Styles {
        ascii: true,
        ..Styles::default()
    });
    screen.press(keys("7 Right Right Right s"));
    assert!(screen.text().is_ascii(), "{}", screen.text());
    shot("ascii-table", &screen);
}
