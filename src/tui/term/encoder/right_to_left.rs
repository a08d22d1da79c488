//! Right-to-left text, kept in its place.
//!
//! Terminals on VTE, and Konsole, reverse Hebrew and Arabic across a whole row, or across all that is between two borders.
//! Blanks, numbers and, in VTE, borders between two such texts count as part of them, so panes and columns change places.
//! A left-to-right mark (LRM) after each text ends it there. The mark takes no column, and each text can be read from right
//! to left in its own place.
//!
//! mlterm shows a row without borders at the right end of the screen if its first letter is Hebrew or Arabic. A mark before
//! that letter keeps it where it is. There are no more marks in mlterm, which loses cells next to them. So texts in a row of
//! a table or a title may still change places there.
//!
//! The other way is `CSI 8 l`. VTE then reverses nothing, so everything is in place but such text cannot be read; Konsole and
//! mlterm do not know it. Other terminals get no marks: kitty reverses single words but loses letters next to a mark, and
//! xterm, Alacritty, urxvt and st reverse nothing.

use ratatui::buffer::Cell;

use super::{super::capabilities::Reordering, row_diff::column_count};

/// Left-to-right mark: an invisible letter of a left-to-right script.
const LRM: char = '\u{200e}';

/// Returns the cells of a row that get a mark, with it, by column. A text ends at a border or another sign, at two blanks,
/// and at a blank where the style changes.
pub(super) fn isolated(cells: &[&Cell], reordering: Reordering) -> Vec<(usize, Cell)> {
    let mut marked = Vec::new();
    if reordering == Reordering::None {
        return marked;
    }
    let mut x = 0;
    while let Some(first) = (x..cells.len()).find(|&x| is_right_to_left(cells[x].symbol())) {
        if reordering == Reordering::Start {
            if !cells.iter().any(|cell| is_sign(cell)) {
                mark_before(cells, first, &mut marked);
            }
            break;
        }
        let last = (first..cells.len())
            .find(|&x| ends_after(cells, x))
            .unwrap_or(first);
        // In the blank after the text, if there is one, so that its letters stay what they are.
        let after =
            last + usize::from(cells.get(last + 1).is_some_and(|next| next.symbol() == " "));
        mark_after(cells, after, &mut marked);
        x = last + 1;
    }
    marked
}

/// Returns true if no text goes on from this cell to the next one.
fn ends_after(cells: &[&Cell], x: usize) -> bool {
    let (cell, Some(next)) = (cells[x], cells.get(x + 1)) else {
        return true;
    };
    let is_blank = |cell: &Cell| cell.symbol() == " ";
    let has_blank = is_blank(cell) || is_blank(next);
    let same_style = (cell.fg, cell.bg, cell.modifier) == (next.fg, next.bg, next.modifier);
    is_sign(cell)
        || is_sign(next)
        || (has_blank && !same_style)
        || (is_blank(next) && cells.get(x + 2).is_none_or(|after| is_blank(after)))
}

/// Adds a mark before a cell.
fn mark_before(cells: &[&Cell], x: usize, marked: &mut Vec<(usize, Cell)>) {
    match x.checked_sub(1) {
        Some(before) => mark_after(cells, before, marked),
        None => marked.push((
            0,
            with_symbol(cells[0], &format!("{LRM}{}", cells[0].symbol())),
        )),
    }
}

/// Adds a mark after a cell, or after the one before if a wide character covers it.
fn mark_after(cells: &[&Cell], x: usize, marked: &mut Vec<(usize, Cell)>) {
    let x = if x > 0 && column_count(cells[x - 1]) > 1 {
        x - 1
    } else {
        x
    };
    marked.push((
        x,
        with_symbol(cells[x], &format!("{}{LRM}", cells[x].symbol())),
    ));
}

fn with_symbol(cell: &Cell, symbol: &str) -> Cell {
    let mut cell = cell.clone();
    cell.set_symbol(symbol);
    cell
}

/// Returns true for arrows, borders, blocks, bullets and other signs that are not part of a text.
fn is_sign(cell: &Cell) -> bool {
    cell.symbol()
        .starts_with(|first| matches!(first, '\u{2190}'..='\u{2bff}'))
}

/// Returns true for the blocks of Unicode in which characters are written from right to left by default.
fn is_right_to_left(symbol: &str) -> bool {
    symbol.len() > 1
        && symbol.contains(|character| {
            matches!(
                character,
                '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
                    | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
            )
        })
}

#[cfg(test)]
mod tests {
    use ratatui::{
        buffer::Buffer,
        layout::Rect,
        style::{Style, Stylize as _},
        text::Line,
    };

    use super::*;

    /// Returns the row with `^` after each cell that has a mark.
    fn marked(line: impl Into<Line<'static>>, reordering: Reordering) -> String {
        let line = line.into();
        let width = u16::try_from(line.width()).expect("short");
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        buffer.set_line(0, 0, &line, width);
        let cells: Vec<&Cell> = buffer.content.iter().collect();
        let mut text: Vec<String> = cells.iter().map(|cell| cell.symbol().to_string()).collect();
        for (x, cell) in isolated(&cells, reordering) {
            assert_eq!(cell.symbol().replace(LRM, ""), text[x]);
            text[x] = cell.symbol().replace(LRM, "^");
        }
        text.concat()
    }

    #[test]
    fn each_text_is_isolated_from_borders_and_from_other_texts() {
        for (line, expected) in [
            ("", ""),
            ("Oldham │ Derby", "Oldham │ Derby"),
            ("אבגד", "אבגד^"),
            ("א", "א^"),
            ("│ אבגד  │ הוזח 12 │ West", "│ אבגד ^ │ הוזח 12 ^│ West"),
            ("▌אב גד  12 of 19", "▌אב גד ^ 12 of 19"),
            // The text in between is read from left to right.
            ("1. אב in גד.  │", "1. אב in גד. ^ │"),
            ("• مدينة – 2017  مدينة ", "• مدينة – 2017 ^ مدينة ^"),
            ("│אב│", "│אב^│"),
        ] {
            assert_eq!(marked(line, Reordering::Rows), expected);
        }
    }

    #[test]
    fn the_first_letter_of_a_row_without_borders_is_marked() {
        for (line, expected) in [
            ("אב  גד", "^אב  גד"),
            ("  אב", "  ^אב"),
            ("│אב", "│אב"),
            ("Oldham", "Oldham"),
        ] {
            assert_eq!(marked(line, Reordering::Start), expected);
        }
        assert_eq!(marked("אב", Reordering::None), "אב");
    }

    #[test]
    fn another_style_after_a_blank_begins_another_text() {
        let line = Line::from_iter(["אבגד".bold(), " ".into(), "הוז".into()]);
        assert_eq!(marked(line, Reordering::Rows), "אבגד ^הוז^");
        let line = Line::from_iter(["אב".into(), "גד".reversed(), "ה".into()]);
        assert_eq!(marked(line, Reordering::Rows), "אבגדה^", "part of a word");
    }

    #[test]
    fn a_wide_character_is_marked_and_not_the_cell_that_it_covers() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "אב語", Style::new());
        let cells: Vec<&Cell> = buffer.content.iter().collect();
        let marked = isolated(&cells, Reordering::Rows);
        let symbols: Vec<_> = marked.iter().map(|(x, cell)| (*x, cell.symbol())).collect();
        assert_eq!(symbols, [(2, "語\u{200e}")]);
    }
}
