//! The help: the most useful keys by purpose beside the signs and their meanings; and all keys of a view.

use ratatui::layout::{Position, Rect};

use super::{
    CommandPicker,
    help_text::{HelpColumn, HelpLine, NOTES, purposes, signs},
};
use crate::{
    command::{Key, palette::CommandMatch},
    query::search::syntax_help,
    text::{elide_end, wrap, wrap_hanging},
    tui::{
        layout::cells,
        overlays::overlay_state::OverlayScope,
        styles::{StyleRole, Styles},
        widgets::{PopupArea, PopupRows, RenderContext, render_field, text_of},
    },
};

/// The width of the help with its frame, that on a wide screen, and its least height where the screen has room.
const WIDTH: u16 = 76;
const MAX_WIDTH: u16 = 104;
const HEIGHT: u16 = 22;
/// The greatest width of the list of all keys, in which their descriptions need one line.
const LIST_WIDTH: u16 = 130;
/// The columns that both leave free on a wide screen.
const AROUND: u16 = 4;
/// The narrowest screen with notes beside the signs, and the width of the help there.
const MIN_THREE_COLUMNS: u16 = 160;
const THREE_WIDTH: u16 = 164;
/// The rows of the frame, and those above the keys of a mode.
const FRAME_HEIGHT: usize = 2;
const FIELD_HEIGHT: usize = 2;
/// The first column of the signs beside the keys, and the narrowest content in which they stand there.
const SECOND_COLUMN: u16 = 37;
const MIN_TWO_COLUMNS: u16 = 70;
/// The first column of the notes beside the signs, and that of other texts.
const THIRD_COLUMN: u16 = 80;
const MARGIN: u16 = 2;
/// The columns of the keys and of the names in the list of all keys, where there is room for columns.
const LIST_KEYS_WIDTH: usize = 16;
const LIST_NAME_WIDTH: usize = 20;
const MIN_DESCRIPTION_WIDTH: usize = 26;

/// A column of the first page.
struct PlacedColumn {
    /// The first column of the text, from the left edge of the popup.
    x: u16,
    /// The row of the page that the first line is in.
    row: usize,
    lines: Vec<HelpLine>,
}

impl PlacedColumn {
    fn new(x: u16, row: usize, lines: Vec<HelpLine>) -> Self {
        Self { x, row, lines }
    }

    /// Returns the row after the last.
    fn end(&self) -> usize {
        self.row + self.lines.len()
    }
}

/// Returns the place of the help for a number of rows: as high as they need and up to `max_width` wide, if the screen has room.
fn popup_for(body: Rect, rows: usize, max_width: u16) -> PopupArea {
    let width = body.width.saturating_sub(AROUND);
    let width = width.clamp(WIDTH, max_width);
    PopupArea::new(body, width, cells(rows + FRAME_HEIGHT).max(HEIGHT))
}

impl CommandPicker {
    /// Returns the columns of the first page, and its place: keys, signs and notes side by side, or with the notes below the
    /// others, or all below each other.
    fn overview(
        &self,
        scope: &OverlayScope,
        body: Rect,
        styles: Styles,
    ) -> (Vec<PlacedColumn>, PopupArea) {
        let max_width = if body.width >= MIN_THREE_COLUMNS {
            THREE_WIDTH
        } else {
            MAX_WIDTH
        };
        let width = text_of(popup_for(body, 0, max_width).inner).width;
        let ascii = styles.ascii;
        let keys = |width| purposes(|command| self.is_offered(command), width, ascii).lines;
        let signs = |width| signs(scope.view.snapshot(), width, ascii).lines;
        let key_width = SECOND_COLUMN - 3;
        let columns = if max_width == THREE_WIDTH {
            vec![
                PlacedColumn::new(MARGIN, 0, keys(key_width)),
                PlacedColumn::new(SECOND_COLUMN, 0, signs(THIRD_COLUMN - SECOND_COLUMN - 3)),
                PlacedColumn::new(THIRD_COLUMN, 0, notes(width - THIRD_COLUMN + MARGIN)),
            ]
        } else if width >= MIN_TWO_COLUMNS {
            let left = PlacedColumn::new(MARGIN, 0, keys(key_width));
            let right = PlacedColumn::new(SECOND_COLUMN, 0, signs(width - SECOND_COLUMN + 1));
            let below = left.end().max(right.end()) + 1;
            vec![left, right, PlacedColumn::new(MARGIN, below, notes(width))]
        } else {
            let first = PlacedColumn::new(MARGIN, 0, keys(width));
            let second = PlacedColumn::new(MARGIN, first.end() + 1, signs(width));
            let third = PlacedColumn::new(MARGIN, second.end() + 1, notes(width));
            vec![first, second, third]
        };
        let popup = popup_for(body, rows(&columns), max_width);
        (columns, popup)
    }

    /// Returns the largest number of lines that the first page can be scrolled by.
    pub(super) fn max_scroll(&self, scope: &OverlayScope) -> usize {
        let Some(body) = scope.body() else { return 0 };
        let (columns, popup) = self.overview(scope, body, Styles::default());
        rows(&columns).saturating_sub(usize::from(popup.inner.height))
    }

    /// Renders the first page.
    pub(super) fn render_overview(
        &self,
        scope: &OverlayScope,
        body: Rect,
        context: &mut RenderContext,
    ) {
        let (columns, popup) = self.overview(scope, body, context.styles);
        popup.render("Help", "type to find a key", context);
        let (area, top) = (popup.inner, self.selected);
        let visible = top..top + usize::from(area.height);
        context.put_scroll_bar(area, visible.clone(), rows(&columns));
        let text = text_of(area);
        context.set_cursor(Position::new(text.x, text.y));
        for column in columns {
            let x = area.x + column.x;
            for (row, line) in (column.row..).zip(column.lines) {
                if visible.contains(&row) {
                    let y = area.y + cells(row - top);
                    let room = usize::from(text.right().saturating_sub(x));
                    context.put_str(x, y, &line.sign, room, line.sign_role);
                    let text_x = x + cells(line.indent);
                    let room = room.saturating_sub(line.indent);
                    context.put_str(text_x, y, &line.text, room, line.role);
                }
            }
        }
    }

    /// Renders the commands of the mode that match what is typed.
    pub(super) fn render_keys(&self, body: Rect, context: &mut RenderContext) {
        let columns = usize::from(text_of(popup_for(body, 0, LIST_WIDTH).inner).width);
        let lines: Vec<(usize, String)> = (0..)
            .zip(&self.matches)
            .flat_map(|(index, found)| {
                let lines = lines(found, columns).into_iter();
                lines.map(move |line| (index, line))
            })
            .collect();
        let popup = popup_for(body, lines.len() + FIELD_HEIGHT, LIST_WIDTH);
        let found = self.matches.len();
        let title = format!("Keys in {}", self.mode.name());
        popup.render(&title, &format!("{found} of {}", self.total), context);
        render_field(&self.input, popup.row(0), found == 0, context);
        let area = popup.rows(u16::from(popup.inner.height > 10) + 1, 0);
        if found == 0 {
            let row = text_of(area);
            let empty = "No key does this here. Press : in the view to find any command.";
            context.put_wrapped(row, empty, StyleRole::Dim);
            return;
        }
        let rows = PopupRows {
            area,
            count: lines.len(),
            selected: self.selected,
            focused: true,
        };
        rows.render_lines(&lines, context);
    }
}

/// Returns the rows of some columns.
fn rows(columns: &[PlacedColumn]) -> usize {
    columns.iter().map(PlacedColumn::end).max().unwrap_or(0)
}

/// Returns the notes, wrapped to a width.
fn notes(width: u16) -> Vec<HelpLine> {
    let mut notes = HelpColumn::new(width);
    for (index, (heading, texts)) in NOTES.into_iter().enumerate() {
        notes.heading(heading);
        for text in texts {
            notes.entry("", StyleRole::Plain, 0, text);
            // The first notes are about searching, and the first of them introduces examples.
            if index == 0 && text.ends_with(':') {
                syntax_help().iter().for_each(|help| notes.example(help));
            }
        }
    }
    notes.lines
}

/// Returns a command in lines: in columns for keys, name and description, or as a text where these do not fit.
fn lines(found: &CommandMatch, width: usize) -> Vec<String> {
    let keys = found.keys.iter().map(Key::to_string);
    let keys = keys.collect::<Vec<_>>().join(" ");
    let (name, description) = (found.binding.name, found.binding.description);
    let indent = LIST_KEYS_WIDTH + LIST_NAME_WIDTH;
    if width < indent + MIN_DESCRIPTION_WIDTH {
        return wrap_hanging(
            &format!("{name} ({keys}): {description}"),
            width.max(8),
            "  ",
        )
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    }
    let keys = elide_end(&keys, LIST_KEYS_WIDTH - 1);
    wrap(description, width - indent)
        .into_iter()
        .enumerate()
        .map(|(index, line)| match index {
            0 => format!("{keys:LIST_KEYS_WIDTH$}{name:LIST_NAME_WIDTH$}{line}"),
            _ => format!("{:indent$}{line}", ""),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Mode, palette::in_mode};

    #[test]
    fn a_blank_follows_the_keys_and_the_name_of_every_command() {
        for found in Mode::ALL.into_iter().flat_map(|mode| in_mode(mode, "")) {
            let line = lines(&found, 120).swap_remove(0);
            for end in [LIST_KEYS_WIDTH, LIST_KEYS_WIDTH + LIST_NAME_WIDTH] {
                assert_eq!(line.chars().nth(end - 1), Some(' '), "{line}");
            }
        }
    }
}
