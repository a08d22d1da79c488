//! Commands by name: the palette, and the help of the mode that it was asked in.

use super::{
    canvas::Canvas,
    input,
    list::{List, Row, columns},
};
use crate::{
    command::{Key, find::Found},
    fit,
    tui::{layout::Body, look, state::over::Commands},
};

/// How wide keys and names stand before what a command does, where there is room.
const KEYS: usize = 18;
const NAMES: usize = 15;

/// Draws the palette.
pub(super) fn draw_palette(commands: &Commands, body: &Body, canvas: &mut Canvas) {
    let rows = |columns| rows(&commands.everywhere(), columns);
    draw(commands, "Palette", rows, body, canvas);
}

/// Draws the help: the mode's commands, then what the signs mean.
pub(super) fn draw_help(commands: &Commands, body: &Body, canvas: &mut Canvas) {
    let rows = |columns| {
        let mut rows = rows(&commands.here(), columns);
        if commands.typed.is_empty() {
            rows.push(Row::heading("Signs".into()));
            rows.extend(
                SIGNS
                    .iter()
                    .flat_map(|(sign, meaning)| entry(&format!("{sign}  {meaning}"), columns))
                    .map(Row::remark),
            );
            rows.push(Row::heading("Mouse, screen readers".into()));
            rows.extend(
                REMARKS
                    .iter()
                    .flat_map(|remark| entry(remark, columns))
                    .map(Row::remark),
            );
        }
        rows
    };
    draw(commands, commands.under.name(), rows, body, canvas);
}

const SIGNS: [(&str, &str); 10] = [
    (look::MARKER, "the selected item"),
    (look::PUBLISHED, "the plan is published"),
    (
        look::AWAITED,
        "the plan is awaited; on the map: nothing there",
    ),
    ("●", "on the map: there; on the timeline: an event"),
    (look::UNKNOWN, "not known"),
    (
        fit::CUT,
        "there is more: the whole text stands in the detail",
    ),
    ("↑ ↓", "there is more above, below"),
    ("░ ▒ █", "one, two, more priorities"),
    ("(shared)", "several areas' plans have this action"),
    ("(area-wide)", "the action is for the area as a whole"),
];

const REMARKS: [&str; 4] = [
    "A click selects, a second click opens; the wheel moves what is under it.",
    "With Shift held down the mouse selects text, as without the program; --no-mouse leaves the mouse to the terminal.",
    "The terminal's cursor stands on what is selected, for screen readers and magnifiers.",
    "`oa --plain` is the whole program as a dialogue in lines, for screen readers and braille displays.",
];

fn draw(
    commands: &Commands,
    title: &str,
    rows: impl Fn(usize) -> Vec<Row>,
    body: &Body,
    canvas: &mut Canvas,
) {
    let (line, place) = input::split(body.main);
    let rows = rows(columns(place));
    let count = rows
        .iter()
        .filter_map(|row| row.item)
        .max()
        .map_or(0, |last| last + 1);
    List {
        place,
        pane: None,
        title,
        remark: "Enter runs it",
        rows,
        selected: commands.selected,
        count,
        focused: true,
        empty: "no such command",
    }
    .draw(canvas);
    // The cursor stays on the selected command: typing is heard as it narrows the list.
    input::draw("Type to find: ", &commands.typed, line, false, canvas);
}

fn rows(found: &[Found], columns: usize) -> Vec<Row> {
    let row = |(item, found): (usize, &Found)| {
        let keys = found
            .keys
            .iter()
            .map(Key::to_string)
            .collect::<Vec<_>>()
            .join(" ");
        let (name, what) = (found.row.name, found.row.what);
        let lines = if columns >= KEYS + NAMES + 30 {
            let room = columns - KEYS - NAMES;
            let first = format!("{:KEYS$}{name:NAMES$}", fit::cut(&keys, KEYS - 1));
            let wrapped = fit::wrap(what, room).into_iter().enumerate();
            wrapped
                .map(|(line, what)| {
                    if line == 0 {
                        format!("{first}{what}")
                    } else {
                        format!("{:1$}{what}", "", KEYS + NAMES)
                    }
                })
                .collect()
        } else {
            entry(&format!("{name} ({keys}): {what}"), columns)
        };
        lines
            .into_iter()
            .map(move |text| Row::item(item, text))
            .collect::<Vec<_>>()
    };
    found.iter().enumerate().flat_map(row).collect()
}

fn entry(text: &str, columns: usize) -> Vec<String> {
    let options = textwrap::Options::new(columns.max(8)).subsequent_indent("  ");
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}
