//! Screens as a user sees them, at three sizes, with the terminal's cursor where it must be.

use opportunity_areas::{
    command::{Key, Mode},
    dataset::Dataset,
    tui::{app::App, headless::Headless, layout::Pane},
};
use ratatui::layout::Size;

fn open<'a>(dataset: &'a Dataset, (width, height): (u16, u16), reference: Option<&str>) -> Headless<'a> {
    let mut app = App::new(dataset, Size::new(width, height));
    if let Some(reference) = reference {
        app.open(dataset.find(reference).expect("the reference is there"));
    }
    Headless::new(app)
}

/// The cursor stands on the selected item's first cell: its marker, or the first cell of the text that has the keys.
fn assert_cursor(screen: &Headless) {
    let (cursor, buffer) = (screen.cursor(), screen.buffer());
    assert!(buffer.area.contains(cursor), "{cursor:?} is off the screen");
    let Some(places) = screen.app.places() else { return };
    if screen.app.mode() == Mode::Help {
        assert_eq!((cursor.x, cursor.y), (0, 1));
        return;
    }
    let content = places.content(screen.app.focus());
    if screen.app.focus() == Pane::Detail {
        assert_eq!(cursor, content.as_position());
        return;
    }
    assert!(content.contains(cursor), "{cursor:?} is not in the pane that has the keys");
    assert_eq!(cursor.x, content.x);
    assert_eq!(buffer[cursor].symbol(), "›", "{}", screen.text());
}

fn shot(name: &str, screen: &Headless) {
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
fn an_area_its_priority_its_actions_and_a_whole_text() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        let mut screen = open(&dataset, size, Some("oldham"));
        shot("oldham", &screen);
        screen.press([Key::Enter, Key::Down, Key::Down]);
        shot("oldham-priority", &screen);
        screen.press([Key::Enter]);
        shot("oldham-action", &screen);
        screen.press([Key::Enter]);
        shot("oldham-action-text", &screen);
    }
}

#[test]
fn a_long_list_and_its_end() {
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
        shot("blackpool-note", &open(&dataset, size, Some("blackpool/early-years-left-to-better-start")));
        shot("programme-commission", &open(&dataset, size, Some("programme/commission-under-renamed-act")));
        shot("shared-action", &open(&dataset, size, Some("programme/home-learning-environment")));
    }
}

#[test]
fn help() {
    let dataset = Dataset::bundled();
    for size in SIZES {
        let mut screen = open(&dataset, size, None);
        screen.press([Key::Char('?')]);
        shot("help", &screen);
        screen.press([Key::End]);
        shot("help-end", &screen);
    }
}

#[test]
fn too_small_a_terminal_says_what_to_do() {
    let dataset = Dataset::bundled();
    for size in [(19, 24), (80, 4), (6, 1), (1, 1)] {
        shot("tiny", &open(&dataset, size, None));
    }
}

#[test]
fn long_wide_and_hostile_text_breaks_no_border() {
    let dataset = Dataset::from_file("tests/data/valid/long-and-wide-text.json".as_ref()).unwrap_or_else(|error| panic!("{error}"));
    for size in SIZES {
        for reference in ["tokyo/1/books", "haifa/1/result", "long/1/reason-1", "hostile/note"] {
            let screen = open(&dataset, size, Some(reference));
            shot(&format!("wide-{}", reference.replace('/', "-")), &screen);
            if size == (80, 24) {
                let places = screen.app.places().expect("there is room");
                for pane in [Pane::Chapters, Pane::Entries] {
                    let place = places.pane(pane);
                    for y in place.top() + 1..place.bottom() {
                        assert_eq!(screen.buffer()[(place.x, y)].symbol(), "│", "{reference}: row {y} of {pane:?}\n{}", screen.text());
                    }
                }
            }
        }
    }
}

#[test]
fn another_programme_and_an_empty_one() {
    for (name, file) in [("wards", "other-programme-300-areas"), ("minimal", "minimal")] {
        let dataset = Dataset::from_file(format!("tests/data/valid/{file}.json").as_ref()).unwrap_or_else(|error| panic!("{error}"));
        for size in SIZES {
            let mut screen = open(&dataset, size, None);
            screen.press([Key::PageDown, Key::PageDown]);
            shot(name, &screen);
        }
    }
}

#[test]
fn every_priority_can_be_reached_with_the_arrows_and_shows_its_citations() {
    let dataset = Dataset::bundled();
    let mut screen = open(&dataset, (80, 60), None);
    let mut reached = 0;
    for (_, area) in dataset.areas() {
        screen.press([Key::Right]);
        for priority in &area.priorities {
            assert_cursor(&screen);
            let description =
                opportunity_areas::query::describe::describe(opportunity_areas::query::world::World::now(&dataset), screen.app.slot());
            assert_eq!(description.reference, priority.reference.as_str());
            let shown = screen.text();
            // White space may differ: lines are wrapped.
            let squeezed: String = shown.split_whitespace().collect();
            for citation in priority.cites.iter() {
                let source = dataset.source(&citation.source);
                for words in [&*source.title, &*source.publisher, &*source.published.to_string(), &*citation.at] {
                    let wanted: String = words.split_whitespace().collect();
                    assert!(squeezed.contains(&wanted), "{words} of {} is not shown:\n{shown}", priority.reference);
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
    let slot = screen.app.slot();
    for (width, height) in [(120, 40), (40, 12), (10, 3), (250, 70), (20, 5), (80, 24)] {
        screen.resize(Size::new(width, height));
        assert_cursor(&screen);
        assert_eq!(screen.app.slot(), slot);
        assert_eq!(screen.app.focus(), Pane::Entries);
    }
}
