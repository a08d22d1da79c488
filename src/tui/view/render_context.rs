//! What views draw on: the cells, where the cursor stands, and what the mouse can point at.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use crate::{
    command::Command,
    text::is_printable_ascii,
    tui::{
        layout::Pane,
        styles::{StyleRole, Styles},
    },
};

/// What a place on the screen stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitTarget {
    /// A command: a tab, a key in the footer.
    Command(Command),
    /// An item of one of the three panes.
    Item(Pane, usize),
    /// A pane, beside its items.
    Pane(Pane),
    /// An item of a list that is alone.
    Row(usize),
    /// A cell of a table: row and column.
    Cell(usize, usize),
    /// The heading of a table's column.
    Heading(usize),
}

/// What views draw on.
pub struct RenderContext<'b> {
    /// The cells.
    pub buffer: &'b mut Buffer,
    /// How things styles.
    pub styles: Styles,
    /// Where the terminal's cursor stands: on what is selected, for those who follow it.
    pub cursor: Position,
    /// What the mouse can point at; of several at one place the last.
    pub hits: Vec<(Rect, HitTarget)>,
}

impl<'b> RenderContext<'b> {
    /// An empty canvas.
    #[must_use]
    pub fn new(buffer: &'b mut Buffer, styles: Styles) -> Self {
        Self {
            buffer,
            styles,
            cursor: Position::ORIGIN,
            hits: Vec::new(),
        }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: StyleRole) -> Style {
        self.styles.style(role)
    }

    /// Writes text, at most so many columns of it. Gives the column after it.
    pub fn put_str(&mut self, x: u16, y: u16, text: &str, columns: usize, role: StyleRole) -> u16 {
        let style = self.style(role);
        if !is_printable_ascii(text) {
            return self.buffer.set_stringn(x, y, text, columns, style).0;
        }
        let room = self.buffer.area.right().saturating_sub(x);
        let count = u16::try_from(columns.min(text.len()))
            .unwrap_or(u16::MAX)
            .min(room);
        for (x, byte) in (x..x + count).zip(text.bytes()) {
            self.buffer[(x, y)]
                .set_char(char::from(byte))
                .set_style(style);
        }
        x + count
    }

    /// Gives cells another style.
    pub fn set_style(&mut self, rect: Rect, role: StyleRole) {
        let style = self.style(role);
        self.buffer.set_style(rect, style);
    }

    /// Draws one sign.
    pub fn put_symbol(&mut self, x: u16, y: u16, sign: &str, role: StyleRole) {
        let style = self.style(role);
        self.buffer[(x, y)].set_symbol(sign).set_style(style);
    }

    /// Takes away what is drawn at a place.
    pub fn clear(&mut self, rect: Rect) {
        for position in rect.positions() {
            self.buffer[position].reset();
        }
    }

    /// Says what a place stands for.
    pub fn register_hit(&mut self, rect: Rect, target: HitTarget) {
        self.hits.push((rect, target));
    }

    /// What stands at a position.
    #[must_use]
    pub fn hit_test(&self, position: Position) -> Option<HitTarget> {
        self.hits
            .iter()
            .rev()
            .find(|(rect, _)| rect.contains(position))
            .map(|(_, target)| *target)
    }

    /// Where nothing but ASCII may be shown, puts something like it in the place of every other character.
    pub fn to_ascii(&mut self) {
        if !self.styles.ascii {
            return;
        }
        for cell in &mut self.buffer.content {
            if !cell.symbol().is_ascii() {
                let like = ascii(cell.symbol());
                cell.set_char(like);
            }
        }
    }
}

/// An ASCII character that is like another, as far as there is one.
fn ascii(symbol: &str) -> char {
    use unicode_normalization::UnicodeNormalization;
    match symbol {
        "─" | "–" | "—" | "‐" | "‑" | "░" => '-',
        "│" => '|',
        "┬" | "┴" | "┼" | "├" | "┤" | "✓" => '+',
        "›" | "→" => '>',
        "←" => '<',
        "○" => 'o',
        "●" => '*',
        "·" => '.',
        "…" => '~',
        "↑" | "▲" => '^',
        "↓" | "▼" => 'v',
        "‘" | "’" => '\'',
        "“" | "”" => '"',
        "▒" => '=',
        // The pound as in the British variant of ASCII, ISO 646-GB.
        "£" | "◆" | "▓" | "█" => '#',
        _ => symbol.nfd().next().filter(char::is_ascii).unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_left_out_and_what_is_unlike_anything_is_a_question_mark() {
        assert_eq!(
            ["é", "ß", "東", "…", "a"].map(ascii),
            ['e', '?', '?', '~', 'a']
        );
    }
}
