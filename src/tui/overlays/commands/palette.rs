//! The palette: names of commands with their keys, and what the selected one does.

use std::ops::Range;

use ratatui::layout::Rect;

use super::CommandPicker;
use crate::{
    command::palette::CommandMatch,
    text::{elide_end, text_width},
    tui::{
        layout::cells,
        styles::StyleRole,
        widgets::{PopupArea, PopupRows, RenderContext, render_field, text_of},
    },
};

/// The width of the palette with its frame, and its least height where the screen has room.
const WIDTH: u16 = 56;
const HEIGHT: u16 = 18;
/// The rows of the frame, of the field and of the description.
const AROUND_COMMANDS: usize = 8;
/// The rows for the description of the selected command, and a blank one before it.
const DESCRIPTION_ROWS: u16 = 2;

impl CommandPicker {
    /// Renders the palette.
    pub(super) fn render_palette(&self, body: Rect, context: &mut RenderContext) {
        // Typing does not change its size.
        let height = cells(self.total + AROUND_COMMANDS);
        let popup = PopupArea::growing(body, WIDTH, HEIGHT, height);
        let (found, total) = (self.matches.len(), self.total);
        popup.render("Run a command", &format!("{found} of {total}"), context);
        // On a small screen the list needs the rows more than the blanks do.
        let is_low = popup.inner.height < 10;
        let field = u16::from(!is_low);
        // The cursor stays on the selected command, so that a screen reader reads it as typing narrows the list.
        render_field(&self.input, popup.row(field), found == 0, context);
        let list = popup.rows(
            if is_low { 1 } else { 3 },
            if is_low { 0 } else { DESCRIPTION_ROWS + 1 },
        );
        if found == 0 {
            let row = text_of(list);
            let empty = "No command has this name. Shorten it, or press Esc.";
            context.put_wrapped(row, empty, StyleRole::Dim);
            return;
        }
        let rows = PopupRows {
            area: list,
            count: found,
            selected: self.selected,
            focused: true,
        };
        rows.render(context, |index, row, role, context| {
            render_row(&self.matches[index], self.input.text(), row, role, context);
        });
        let selected = self.matches.get(self.selected).filter(|_| !is_low);
        if let Some(found) = selected {
            let area = text_of(popup.rows(popup.inner.height - DESCRIPTION_ROWS, 0));
            context.put_wrapped(area, &found.where_and_what(), StyleRole::Dim);
        }
    }
}

/// Renders a command: its name on the left, with what was typed marked, and its first key on the right.
fn render_row(
    found: &CommandMatch,
    typed: &str,
    row: Rect,
    role: StyleRole,
    context: &mut RenderContext,
) {
    let key = found.keys.first().map(ToString::to_string);
    let key = key.unwrap_or_default();
    let key_x = row.right().saturating_sub(cells(text_width(&key)));
    let columns = usize::from(key_x.saturating_sub(row.x + 1));
    let name = elide_end(found.binding.name, columns);
    context.put_str(row.x, row.y, &name, columns, role);
    for range in starts_of_words(&name, typed) {
        let before = cells(text_width(&name[..range.start]));
        let columns = text_width(&name[range.clone()]);
        context.put_str(
            row.x + before,
            row.y,
            &name[range],
            columns,
            StyleRole::Match,
        );
    }
    context.put_str(
        key_x,
        row.y,
        &key,
        usize::from(row.width),
        StyleRole::AccentBold,
    );
}

/// Returns the places where a word of `name` starts with a word that was typed.
fn starts_of_words(name: &str, typed: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, word) in words(name) {
        let longest = typed
            .split_whitespace()
            .filter(|typed| {
                word.get(..typed.len())
                    .is_some_and(|begin| begin.eq_ignore_ascii_case(typed))
            })
            .map(str::len)
            .max();
        found.extend(longest.map(|length| start..start + length));
    }
    found
}

/// Returns the words of a text, each with the byte it starts at.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_letters_are_found_at_the_start_of_words() {
        assert_eq!(starts_of_words("Copy", "co").first(), Some(&(0..2)));
        assert_eq!(
            starts_of_words("Copy with sources", "so co"),
            [0..2, 10..12]
        );
        assert!(starts_of_words("Copy", "opy").is_empty());
        assert!(starts_of_words("Copy", "copying").is_empty());
    }
}
