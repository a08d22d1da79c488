//! How what is done at each key grows with the dataset: 1, 100 and 10,000 times the bundled one.
//!
//! `cargo bench --bench growth` measures; `cargo test --bench growth` does each thing once, and not with the largest dataset.

mod generator;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use divan::{Bencher, black_box, counter::BytesCount};
use opportunity_areas::{
    command::{Command, View},
    dataset::{BUNDLED, Dataset, PartialDate},
    query::{
        filter::Filter,
        matrix::matrix,
        outline,
        search::{Index, SearchQuery, SearchScope},
        snapshot::Snapshot,
        table::{RowFilter, TableColumn, TableOrder, TableQuery},
        timeline::{ProgrammeEvents, events},
    },
    tui::{
        app::App,
        screen,
        term::{FrameBuffer, FrameEncoder},
        widgets::RenderContext,
    },
};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position, layout::Size};

const SIZE: Size = Size::new(80, 24);

fn main() {
    divan::main();
}

/// How many times the bundled dataset; the largest only where it is measured.
fn times() -> Vec<usize> {
    let measured = std::env::args().any(|argument| argument == "--bench");
    if measured {
        vec![1, 100, 10_000]
    } else {
        vec![1, 100]
    }
}

fn json(times: usize) -> String {
    generator::size(&times.to_string()).map_or_else(|| BUNDLED.into(), generator::json)
}

/// The dataset of a size; made once.
fn dataset(times: usize) -> &'static Dataset {
    static SMALL: LazyLock<Dataset> = LazyLock::new(Dataset::bundled);
    static MIDDLE: LazyLock<Dataset> = LazyLock::new(|| made(100));
    static LARGE: LazyLock<Dataset> = LazyLock::new(|| made(10_000));
    match times {
        1 => &SMALL,
        100 => &MIDDLE,
        _ => &LARGE,
    }
}

fn made(times: usize) -> Dataset {
    Dataset::from_json("made", &json(times)).unwrap_or_else(|error| panic!("{error}"))
}

fn file(times: usize) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("growth-{times}.json"));
    fs::write(&path, json(times)).expect("there is room for the file");
    path
}

#[divan::bench(args = times(), max_time = 20)]
fn load(bencher: Bencher, times: usize) {
    let path = file(times);
    let bytes = fs::metadata(&path).map_or(0, |about| about.len());
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| Dataset::from_file(black_box(&path)));
}

#[divan::bench(args = times(), max_time = 20)]
fn index(bencher: Bencher, times: usize) {
    let dataset = dataset(times);
    bencher.bench_local(|| Index::new(black_box(dataset)));
}

#[divan::bench(args = times(), consts = [0, 1, 2], max_time = 5)]
fn search<const QUESTION: usize>(bencher: Bencher, times: usize) {
    let dataset = dataset(times);
    let index = Index::new(dataset);
    let question = SearchQuery::new(["e", "mental health", "\"of the\" schol"][QUESTION])
        .expect("it is short");
    let scope = SearchScope {
        snapshot: Snapshot::latest(dataset),
        filter: &Filter::default(),
        query: &question,
    };
    bencher.bench_local(|| index.search(black_box(scope)));
}

/// The rows of the table: all, those with a word by money, and those with two words by their texts. A thread finds them in
/// large datasets.
#[divan::bench(args = times(), consts = [0, 1, 2], max_time = 5)]
fn rows<const QUESTION: usize>(bencher: Bencher, times: usize) {
    let (words, column) = [
        ("", TableColumn::Area),
        ("school", TableColumn::Money),
        ("mental health", TableColumn::Fact),
    ][QUESTION];
    let dataset = dataset(times);
    let query = TableQuery::new(
        Snapshot::latest(dataset),
        &Filter::default(),
        RowFilter::new(words),
        TableOrder::by(column),
    );
    bencher.bench_local(|| query.rows(black_box(dataset)));
}

/// Everything that follows when another date is asked for.
#[divan::bench(args = times(), max_time = 5)]
fn as_of(bencher: Bencher, times: usize) {
    let dataset = dataset(times);
    let filter = Filter::default();
    bencher.bench_local(|| {
        let snapshot = Snapshot::as_of(dataset, black_box(PartialDate::Year(2018)));
        let subjects = outline::area_rows(snapshot, &filter);
        let chapters = outline::priority_rows(snapshot, &filter, subjects[0]);
        let matrix = matrix(snapshot, dataset.areas().map(|(area, _)| area));
        (
            subjects,
            chapters,
            matrix,
            events(snapshot, &filter, ProgrammeEvents::OnlyIfUnfiltered),
        )
    });
}

/// Each view, with each size.
fn views() -> Vec<(View, usize)> {
    let views = [
        View::Areas,
        View::Matrix,
        View::Map,
        View::Timeline,
        View::Compare,
        View::Targets,
        View::Table,
        View::Sources,
    ];
    views
        .into_iter()
        .flat_map(|view| times().into_iter().map(move |times| (view, times)))
        .collect()
}

/// A key in a view, and the frame after it.
#[divan::bench(args = views(), max_time = 2)]
fn key(bencher: Bencher, (view, times): (View, usize)) {
    let mut app = App::new(dataset(times), SIZE);
    let _ = app.update(Command::View(view));
    app.find_pending();
    let mut buffer = Buffer::empty(SIZE.into());
    let mut steps = 0_usize;
    bencher.bench_local(|| {
        steps += 1;
        let _ = app.update(if (steps / 8).is_multiple_of(2) {
            Command::Down
        } else {
            Command::Up
        });
        buffer.reset();
        screen::render_to(&app, &mut RenderContext::new(&mut buffer, app.styles()));
    });
}

/// What goes over the line for a step: from what two frames show to the bytes that turn one into the other.
#[divan::bench(args = times())]
fn encode(bencher: Bencher, times: usize) {
    let frames = [0, 1].map(|steps| {
        let mut app = App::new(dataset(times), SIZE);
        for _ in 0..steps {
            let _ = app.update(Command::Down);
        }
        let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height))
            .unwrap_or_else(|error| match error {});
        let _ = terminal.draw(|frame| _ = screen::render(&app, frame));
        terminal.backend().buffer().clone()
    });
    let output = FrameBuffer::default();
    let mut encoder = FrameEncoder::new(output.clone(), SIZE);
    let mut next = 1;
    bencher.bench_local(|| {
        encoder.draw(&frames[next], Position::ORIGIN);
        next = 1 - next;
        output.flush_to(&mut std::io::sink())
    });
}
