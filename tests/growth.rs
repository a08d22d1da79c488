//! Large datasets are read in steps, and browsed and searched like small ones.

#[path = "../benches/generator/mod.rs"]
#[expect(dead_code, reason = "benches use more of it")]
mod generator;
#[cfg(unix)]
#[expect(dead_code, reason = "other tests use more of it")]
mod terminal;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use generator::Size;
use opportunity_areas::{
    command::{Command, Key, View},
    dataset::{Dataset, LoadProgress, load::LARGE_FILE, visit_count},
    tui::{
        app::App,
        headless::{HeadlessApp, draw_once},
    },
};
use ratatui::layout::Size as RatatuiSize;

/// Size just large enough to be read in steps and searched in the background.
const SIZE: Size = Size {
    areas: 40,
    themes: 12,
    priorities: 40,
    actions: 15_000,
    sources: 300,
};

/// The dataset of that size, generated once.
static TEXT: LazyLock<String> = LazyLock::new(|| generator::json(SIZE));

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("there is room for a few megabytes");
    assert!(
        text.len() as u64 > LARGE_FILE,
        "{} is too small to be read piece by piece",
        path.display()
    );
    path
}

#[test]
fn generator_is_deterministic() {
    let small = Size {
        areas: 3,
        themes: 2,
        priorities: 5,
        actions: 41,
        sources: 7,
    };
    let text = generator::json(small);
    assert_eq!(text, generator::json(small));
    let dataset = Dataset::from_json("small", &text).unwrap_or_else(|error| panic!("{error}"));
    let actions = dataset
        .document()
        .areas
        .iter()
        .flat_map(|area| &area.priorities)
        .map(|priority| priority.actions.len());
    assert_eq!((dataset.areas().count(), actions.sum::<usize>()), (3, 41));
}

#[test]
fn reading_in_steps_returns_the_same_dataset() {
    let text = &*TEXT;
    let reading = LoadProgress::default();
    let dataset = Dataset::from_file_with_progress(&file("whole.json", text), &reading)
        .unwrap_or_else(|error| panic!("{error}"));
    assert!((reading.fraction() - 1.0).abs() < f64::EPSILON);
    let at_once = Dataset::from_json("whole", text).unwrap_or_else(|error| panic!("{error}"));
    assert!(dataset.document() == at_once.document() && dataset.count() == at_once.count());
}

#[test]
fn errors_in_large_files_match_those_in_small_files() {
    let text = &*TEXT;
    let unknown = text.replacen("\"source-7\"", "\"source-xx\"", 1);
    let cut = &text[..text.len() - 100];
    for invalid in [&unknown, cut] {
        let path = file("wrong.json", invalid);
        let name = path.display().to_string();
        let error = Dataset::from_file(&path)
            .map(|_| ())
            .map_err(|error| error.to_string());
        assert_eq!(
            error,
            Dataset::from_json(&name, invalid)
                .map(|_| ())
                .map_err(|error| error.to_string())
        );
        assert!(error.is_err_and(|error| error.contains("wrong.json")));
    }
}

#[cfg(unix)]
#[test]
fn large_file_can_be_browsed_and_searched_and_quit_while_loading() {
    use terminal::{Session, program};

    let path = file("browsed.json", &TEXT);
    let command = format!(
        "{} --data {}; s=$?; stty -a; echo status $s",
        program(),
        path.display()
    );
    let mut session = Session::start(&command, 80, 24);
    session.wait_for("Reading");
    session.wait_for("Press q to quit");
    session.wait_for("1 Areas");
    session.send("/mental health ");
    session.wait_for(" found in ");
    session.send("\r");
    session.wait_for(", priority 1");
    session.send("q");
    session.wait_for("status 0");
    session.assert_restored();

    let mut left = Session::start(&command, 80, 24);
    left.wait_for("Press q to quit");
    left.send("q");
    left.wait_for("status 0");
    left.assert_restored();
}

#[cfg(unix)]
#[test]
fn invalid_large_file_restores_the_terminal_and_reports_the_error() {
    use terminal::{Session, program};

    let path = file(
        "told.json",
        &TEXT.replacen("\"source-7\"", "\"source-xx\"", 1),
    );
    let mut session = Session::start(
        &format!(
            "{} --data {}; s=$?; stty -a; echo status $s",
            program(),
            path.display()
        ),
        100,
        30,
    );
    session.wait_for("unknown source `source-xx`");
    session.wait_for("status 2");
    session.assert_restored();
}

#[test]
fn detail_of_a_theme_with_many_priorities_is_cut_with_a_hint() {
    let many = Size {
        areas: 40,
        themes: 2,
        priorities: 60,
        actions: 2_400,
        sources: 30,
    };
    let dataset = Dataset::from_json("many", &generator::json(many))
        .unwrap_or_else(|error| panic!("{error}"));
    let mut screen = HeadlessApp::new(App::new(&dataset, RatatuiSize::new(80, 24)));
    screen.press([Key::Char('2'), Key::Home, Key::Up, Key::Enter, Key::End]);
    let shown = screen.text();
    assert!(
        shown.contains("more lines: `oa show theme/") && shown.contains("` prints them"),
        "{shown}"
    );
    screen.press([Key::Escape, Key::Char('y'), Key::Char('y'), Key::End]);
    assert!(
        screen.text().contains("more lines: they were copied too"),
        "{}",
        screen.text()
    );
}

/// The views with a list or a table.
const VIEWS: [View; 8] = [
    View::Areas,
    View::Matrix,
    View::Map,
    View::Timeline,
    View::Compare,
    View::Targets,
    View::Table,
    View::Sources,
];

/// A small dataset, with so many times as many areas, and so many times as many priorities in each.
fn of_size(areas: usize, priorities: usize) -> Dataset {
    let text = generator::json(Size {
        areas: 12 * areas,
        themes: 10,
        priorities: 10 * priorities,
        actions: 200 * areas * priorities,
        sources: 60,
    });
    Dataset::from_json("made", &text).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the number of items that the program looks at to run a command and to draw the next frame.
fn visits(app: &mut App, command: Command) -> u64 {
    let before = visit_count();
    let _ = app.update(command);
    let _ = draw_once(app);
    visit_count() - before
}

/// Returns a dashboard in a view, with up to four areas compared, once everything has been counted.
fn in_view(dataset: &Dataset, view: View, areas: usize, size: RatatuiSize) -> App<'_> {
    let mut app = App::new(dataset, size);
    let _ = app.update(Command::View(view));
    for _ in 1..areas {
        let _ = app.update(Command::AddArea);
        let _ = app.update(Command::Open);
    }
    app.find_pending();
    let _ = draw_once(&app);
    app
}

#[test]
fn work_for_a_key_does_not_grow_with_the_dataset() {
    let (small, many_areas, large_areas) = (of_size(1, 1), of_size(100, 1), of_size(1, 100));
    for size in [RatatuiSize::new(80, 24), RatatuiSize::new(120, 40)] {
        let views = VIEWS.into_iter().map(|view| (view, 1));
        let comparisons = [3, 4].map(|areas| (View::Compare, areas));
        for (view, areas) in views.chain(comparisons) {
            let keys = [Command::Down, Command::Down, Command::Up, Command::Right];
            let of = |dataset| {
                let mut app = in_view(dataset, view, areas, size);
                keys.map(|key| visits(&mut app, key))
            };
            // Another area lists its priorities, however many it has. A comparison has the same areas.
            let large = if view == View::Compare {
                &large_areas
            } else {
                &many_areas
            };
            let (of_small, of_large) = (of(&small), of(large));
            for ((key, few), many) in keys.into_iter().zip(of_small).zip(of_large) {
                // A larger dataset fills rows that are empty in a smaller one.
                // The map marks each area, and the rank of an area is one among all.
                let marks = match view {
                    View::Areas | View::Map => 5 * large.areas().len() as u64,
                    _ => 0,
                };
                let most = few + few / 5 + 2 * u64::from(size.height) + marks;
                assert!(
                    many <= most,
                    "{view:?}, {size}, {key:?}: looked at {many} items, and at {few} in a hundredth of the dataset"
                );
            }
        }
    }
}

#[test]
fn sources_filter_and_table_open_without_a_look_at_each_fact() {
    let dataset = of_size(100, 1);
    let mut app = App::new(&dataset, RatatuiSize::new(80, 24));
    // The lists of areas, themes and sources may be looked at.
    let most = dataset.count() as u64 / 4;
    for command in [
        Command::View(View::Table),
        Command::View(View::Sources),
        Command::Filter,
        Command::Down,
        Command::Toggle,
        Command::Back,
    ] {
        let count = visits(&mut app, command);
        assert!(
            count <= most,
            "{command:?}: looked at {count} items, and {most} are the limit"
        );
    }
}
