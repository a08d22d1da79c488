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
/// The rows of the frame, and those above the keys of a mode.
const FRAME_HEIGHT: usize = 2;
const FIELD_HEIGHT: usize = 2;
/// The first column of the signs beside the keys, and the narrowest content in which they stand there.
const SECOND_COLUMN: u16 = 37;
const MIN_TWO_COLUMNS: u16 = 70;
/// The columns of the keys and of the names in the list of all keys, where there is room for columns.
const LIST_KEYS_WIDTH: usize = 16;
const LIST_NAME_WIDTH: usize = 20;
const MIN_DESCRIPTION_WIDTH: usize = 26;

/// The lines of the first page: the left and the right column of each row.
type HelpRows = Vec<(Option<HelpLine>, Option<HelpLine>)>;

/// Returns the place of the help for a number of rows: as high as they need and up to `max_width` wide, if the screen has room.
fn popup_for(body: Rect, rows: usize, max_width: u16) -> PopupArea {
    let width = body.width.saturating_sub(AROUND);
    let width = width.clamp(WIDTH, max_width);
    PopupArea::new(body, width, cells(rows + FRAME_HEIGHT).max(HEIGHT))
}

impl CommandPicker {
    /// Returns the rows of the first page, and its place.
    fn overview(&self, scope: &OverlayScope, body: Rect, styles: Styles) -> (HelpRows, PopupArea) {
        let area = text_of(popup_for(body, 0, MAX_WIDTH).inner);
        let ascii = styles.ascii;
        let has_columns = area.width >= MIN_TWO_COLUMNS;
        let (left_width, right_width) = if has_columns {
            (SECOND_COLUMN - 3, area.width - SECOND_COLUMN + 1)
        } else {
            (area.width, area.width)
        };
        let left = purposes(|command| self.is_offered(command), left_width, ascii).lines;
        let right = signs(scope.view.snapshot(), right_width, ascii).lines;
        let mut rows: HelpRows = Vec::new();
        if has_columns {
            let count = left.len().max(right.len());
            let (mut left, mut right) = (left.into_iter(), right.into_iter());
            rows.extend((0..count).map(|_| (left.next(), right.next())));
        } else {
            let between = [HelpLine::blank()];
            let lines = left.into_iter().chain(between).chain(right);
            rows.extend(lines.map(|line| (Some(line), None)));
        }
        let mut notes = HelpColumn::new(area.width);
        for (index, (heading, texts)) in NOTES.into_iter().enumerate() {
            notes.heading(heading);
            for text in texts {
                notes.entry("", StyleRole::Plain, 0, text);
            }
            // The first notes are about searching.
            if index == 0 {
                syntax_help().iter().for_each(|help| notes.example(help));
            }
        }
        rows.push((Some(HelpLine::blank()), None));
        rows.extend(notes.lines.into_iter().map(|line| (Some(line), None)));
        let popup = popup_for(body, rows.len(), MAX_WIDTH);
        (rows, popup)
    }

    /// Returns the largest number of lines that the first page can be scrolled by.
    pub(super) fn max_scroll(&self, scope: &OverlayScope) -> usize {
        let Some(body) = scope.body() else { return 0 };
        let (rows, popup) = self.overview(scope, body, Styles::default());
        rows.len().saturating_sub(usize::from(popup.inner.height))
    }

    /// Renders the first page.
    pub(super) fn render_overview(
        &self,
        scope: &OverlayScope,
        body: Rect,
        context: &mut RenderContext,
    ) {
        let (rows, popup) = self.overview(scope, body, context.styles);
        popup.render("Help", "type to find a key", context);
        let (area, top) = (popup.inner, self.selected);
        context.put_scroll_bar(area, top..top + usize::from(area.height), rows.len());
        let text = text_of(area);
        context.set_cursor(Position::new(text.x, text.y));
        for (y, (left, right)) in (text.y..text.bottom()).zip(rows.into_iter().skip(top)) {
            for (line, x) in [(left, text.x), (right, area.x + SECOND_COLUMN)] {
                if let Some(line) = line {
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
