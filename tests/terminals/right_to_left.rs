//! Right-to-left text stays in its place: what is next to it is where it is next to other text.
//!
//! A terminal shows the same dataset three times: with its Hebrew and Arabic letters, with `x` in
//! their place, and with blocks. The blocks tell where the cells are, in pixels. Outside the
//! right-to-left texts, the pixels must be the same with the letters and with `x`.

use std::{collections::BTreeMap, ops::Range};

use opportunity_areas::{
    command::Key,
    dataset::Dataset,
    tui::{app::App, headless::HeadlessApp},
};
use ratatui::layout::Size;

use super::{
    case::Case,
    checks::{CLEAR_DIFFERENCE, logged_styles, wait_for_text},
    driver::{Driver, Shown},
    workspace::{Workspace, wait_for},
};

const DATASET: &str = include_str!("../data/valid/right-to-left.json");
/// Keys that lead to screens with much right-to-left text.
const KEYS: [Key; 7] = [
    Key::Down,
    Key::Tab,
    Key::Char('2'),
    Key::Down,
    Key::Char('4'),
    Key::Down,
    Key::Char('5'),
];

/// Pixels of a cell that may be different: letters reach a little into the next cell. A border that moved
/// has more.
const MAX_OVERHANG: usize = 10;

/// A screen: its text, and its pixels in a terminal that has a window.
struct Screen {
    text: String,
    pixels: Option<(Vec<u8>, usize)>,
}

/// Checks the screens of a terminal.
pub(crate) fn check(name: &str, case: &Case) {
    let workspace = Workspace::new(name, case);
    let mut driver = (case.start)(&workspace, case);
    workspace.wait_for_shell();
    driver.type_line("prepare");
    let size = workspace.size();
    let mut shown = |letter| visit(&workspace, driver.as_mut(), size, letter);
    let [letters, plain, blocks] = [None, Some('x'), Some('█')].map(&mut shown);
    for ((letters, plain), blocks) in letters.iter().zip(&plain).zip(&blocks) {
        assert_eq!(
            substituted(&letters.text, 'x'),
            plain.text,
            "the same layout"
        );
        if let Some((pixels, width)) = &letters.pixels {
            let grid = Grid::of(plain, blocks);
            let others = plain.pixels.as_ref().map(|(pixels, _)| pixels);
            let cells = grid.cells_outside(letters, others.expect("a window"));
            if cells.values().any(|&count| count > MAX_OVERHANG) {
                let path = workspace.path("letters.pixels");
                std::fs::write(&path, pixels).expect("the folder can be written to");
                panic!(
                    "{name} shows these cells (column, row: pixels) differently next to right-to-left \
                     text: {cells:?}\n{}\n{path}, {width} pixels wide",
                    letters.text
                );
            }
        }
    }
    println!(
        "{name} ({}), right-to-left text: {} screens, compared as {}",
        driver.version(),
        letters.len(),
        if letters[0].pixels.is_some() {
            "pixels"
        } else {
            "text"
        },
    );
}

/// Shows the dataset with another character in place of each right-to-left letter, if one is given.
fn visit(
    workspace: &Workspace,
    driver: &mut dyn Driver,
    size: Size,
    letter: Option<char>,
) -> Vec<Screen> {
    let text = letter.map_or_else(
        || DATASET.to_string(),
        |letter| substituted(DATASET, letter),
    );
    let path = workspace.write("dataset.json", &text);
    let dataset = Dataset::from_json("dataset", &text).expect("the dataset is valid");
    let mut app = App::new(&dataset, size);
    app.show_hint();
    let mut wanted = HeadlessApp::new(app);
    let count = |words| workspace.log().matches(words).count();
    let starts = count("start: ");
    driver.type_line(&format!("oa --data {path}"));
    workspace.wait_for_frame_after("start: ", starts + 1);
    let mut screens = Vec::new();
    for key in [None].into_iter().chain(KEYS.map(Some)) {
        if let Some(key) = key {
            let presses = count("key: ");
            driver.press(key);
            wanted.press([key]);
            workspace.wait_for_frame_after("key: ", presses + 1);
        }
        wanted
            .app
            .set_styles(logged_styles(&workspace.log(), false));
        wanted.resize(size);
        let text = wanted.text();
        let pixels = driver.pixels();
        if pixels.is_none() {
            wait_for_text(driver, "the right-to-left text is shown", |shown| {
                let rows = shown.lines().map(str::trim_end);
                rows.take(size.height.into())
                    .eq(text.lines().map(str::trim_end))
            });
        }
        screens.push(Screen { text, pixels });
    }
    let ends = count("terminal: restored");
    driver.press(Key::Char('q'));
    wait_for("the program ends", || {
        (count("terminal: restored") > ends).then_some(())
    });
    // The shell must have its terminal back before it gets another line.
    wait_for("there is a prompt", || match driver.shown() {
        Shown::Text(text) => text.contains(super::workspace::PROMPT).then_some(()),
        Shown::Pixels(_) => Some(()),
    });
    screens
}

/// Returns a text with this character in place of each right-to-left letter.
fn substituted(text: &str, letter: char) -> String {
    text.chars()
        .map(|character| {
            if is_letter(character) {
                letter
            } else {
                character
            }
        })
        .collect()
}

fn is_letter(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{6ff}')
}

/// Returns the columns of the right-to-left texts of a row. A terminal may reverse all there.
fn texts(row: &str) -> Vec<Range<usize>> {
    let characters: Vec<char> = row.chars().collect();
    let blank = |x: usize| characters.get(x).is_none_or(|&character| character == ' ');
    let ends_before =
        |x: usize| matches!(characters[x], '\u{2190}'..='\u{2bff}') || (blank(x) && blank(x + 1));
    let mut texts = Vec::new();
    let mut start = 0;
    for x in 0..=characters.len() {
        if x == characters.len() || ends_before(x) {
            if characters[start..x].iter().copied().any(is_letter) {
                texts.push(start..x);
            }
            start = x + 1;
        }
    }
    texts
}

/// The position of the cells, in pixels.
#[derive(Debug)]
struct Grid {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Grid {
    /// Finds the grid by the cells in which two screens differ.
    fn of(plain: &Screen, blocks: &Screen) -> Self {
        let cells = plain.text.lines().zip(blocks.text.lines()).enumerate();
        let cells = cells.flat_map(|(y, (one, other))| {
            let columns = one.chars().zip(other.chars()).enumerate();
            columns
                .filter(|(_, (one, other))| one != other)
                .map(move |(x, _)| (x, y))
        });
        let [columns, rows] = extent(cells);
        let ((one, width), (other, _)) = plain
            .pixels
            .as_ref()
            .zip(blocks.pixels.as_ref())
            .expect("a window");
        let [xs, ys] = extent(different(one, other).map(|index| (index % width, index / width)));
        #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
        let along = |cells: Range<usize>, pixels: Range<usize>| {
            let cell = pixels.len() as f64 / cells.len() as f64;
            (pixels.start as f64 - cells.start as f64 * cell, cell)
        };
        let ((left, width), (top, height)) = (along(columns, xs), along(rows, ys));
        Self {
            left,
            top,
            width,
            height,
        }
    }

    /// Returns the cells outside the right-to-left texts that differ, and in how many pixels.
    fn cells_outside(&self, letters: &Screen, other: &[u8]) -> BTreeMap<(usize, usize), usize> {
        let mut cells = BTreeMap::new();
        let Some((pixels, width)) = &letters.pixels else {
            return cells;
        };
        let texts: Vec<_> = letters.text.lines().map(texts).collect();
        for index in different(pixels, other) {
            let [x, y] = [
                (index % width, self.left, self.width),
                (index / width, self.top, self.height),
            ]
            .map(|(pixel, start, size)| {
                #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
                let cells = ((pixel as f64 + 0.5 - start) / size).max(0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a few hundred cells"
                )]
                let cell = cells as usize;
                cell
            });
            let texts = texts.get(y).into_iter().flatten();
            if !texts.clone().any(|text| text.contains(&x)) {
                *cells.entry((x, y)).or_default() += 1;
            }
        }
        cells
    }
}

/// Returns the indices of the pixels that are clearly different.
fn different<'p>(one: &'p [u8], other: &'p [u8]) -> impl Iterator<Item = usize> + 'p {
    let pixels = one.chunks(4).zip(other.chunks(4)).enumerate();
    pixels.filter_map(|(index, (one, other))| {
        let is_different = one
            .iter()
            .zip(other)
            .any(|(one, other)| one.abs_diff(*other) > CLEAR_DIFFERENCE);
        is_different.then_some(index)
    })
}

/// Returns the columns and rows from the first to the last.
fn extent(positions: impl Iterator<Item = (usize, usize)>) -> [Range<usize>; 2] {
    let extent =
        positions
            .map(|(x, y)| [x..x + 1, y..y + 1])
            .reduce(|[columns, rows], [column, row]| {
                [(columns, column), (rows, row)]
                    .map(|(all, one)| all.start.min(one.start)..all.end.max(one.end))
            });
    extent.expect("something is different")
}
