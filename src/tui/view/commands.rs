//! Commands by name: the palette, and the help of the mode that it was asked in.

use super::{
    input,
    item_list::{ItemList, ListRow, columns},
    render_context::RenderContext,
};
use crate::{
    command::{Key, palette::CommandMatch},
    fit,
    tui::{layout::ViewAreas, state::overlay::CommandPicker, styles},
};

/// How wide keys and names stand before what a command does, where there is room.
const KEYS: usize = 18;
const NAMES: usize = 15;

/// Draws the palette.
pub(super) fn render_palette(
    commands: &CommandPicker,
    body: &ViewAreas,
    context: &mut RenderContext,
) {
    let rows = |columns| rows(&commands.in_all_modes(), columns);
    render(commands, "Palette", rows, body, context);
}

/// Draws the help: the mode's commands, then what the signs mean.
pub(super) fn render_help(commands: &CommandPicker, body: &ViewAreas, context: &mut RenderContext) {
    let rows = |columns| {
        let mut rows = rows(&commands.in_mode(), columns);
        if commands.typed.is_empty() {
            rows.push(ListRow::heading("Signs".into()));
            rows.extend(
                SIGNS
                    .iter()
                    .flat_map(|(sign, meaning)| entry(&format!("{sign}  {meaning}"), columns))
                    .map(ListRow::remark),
            );
            rows.push(ListRow::heading("Mouse, screen readers".into()));
            rows.extend(
                REMARKS
                    .iter()
                    .flat_map(|remark| entry(remark, columns))
                    .map(ListRow::remark),
            );
        }
        rows
    };
    render(commands, commands.under.name(), rows, body, context);
}

const SIGNS: [(&str, &str); 10] = [
    (styles::SELECTED, "the selected item"),
    (styles::PUBLISHED, "the plan is published"),
    (
        styles::PENDING,
        "the plan is awaited; on the map: nothing there",
    ),
    ("●", "on the map: there; on the timeline: an event"),
    (styles::UNKNOWN, "not known"),
    (
        fit::ELLIPSIS,
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

fn render(
    commands: &CommandPicker,
    title: &str,
    rows: impl Fn(usize) -> Vec<ListRow>,
    body: &ViewAreas,
    context: &mut RenderContext,
) {
    let (line, rect) = input::split(body.main);
    let rows = rows(columns(rect));
    let count = rows
        .iter()
        .filter_map(|row| row.item)
        .max()
        .map_or(0, |last| last + 1);
    ItemList {
        rect,
        pane: None,
        title,
        remark: "Enter runs it",
        rows,
        selected: commands.selected,
        count,
        focused: true,
        empty: "no such command",
    }
    .render(context);
    // The cursor stays on the selected command: typing is heard as it narrows the list.
    input::render("Type to find: ", &commands.typed, line, false, context);
}

fn rows(found: &[CommandMatch], columns: usize) -> Vec<ListRow> {
    let row = |(item, found): (usize, &CommandMatch)| {
        let keys = found
            .keys
            .iter()
            .map(Key::to_string)
            .collect::<Vec<_>>()
            .join(" ");
        let (name, what) = (found.row.name, found.row.what);
        let lines = if columns >= KEYS + NAMES + 30 {
            let room = columns - KEYS - NAMES;
            let first = format!("{:KEYS$}{name:NAMES$}", fit::elide_end(&keys, KEYS - 1));
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
            .map(move |text| ListRow::item(item, text))
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
