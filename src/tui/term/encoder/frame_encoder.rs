//! The encoder: remembers what the terminal shows, and writes only what changes it.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::super::{
    capabilities::{Reordering, RepSupport},
    screen_buffer,
};
use super::{
    cursor_motion::move_cursor,
    frame_buffer::FrameBuffer,
    right_to_left::isolated,
    row_diff::{column_count, is_same},
    row_writer::RowWriter,
    sgr::SgrState,
};

/// Default colours, the cursor at the top left, and everything erased: whatever was shown before.
const CLEAR: &[u8] = b"\x1b[m\x1b[H\x1b[2J";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
/// Bytes from which on a frame hides the cursor while it is drawn. On a slow line the cursor would
/// be seen to wander over the screen. Shorter frames arrive in a tenth of a second at 9,600 bits a
/// second, and hiding it would make them much longer.
const MIN_HIDING_FRAME: usize = 96;
/// Most bytes that are kept for the next frame.
const MAX_KEPT_CAPACITY: usize = 64 * 1024;

/// Draws on a terminal with as few bytes as possible.
///
/// ratatui's `Terminal` would keep two more copies of the screen, and a list of all changed cells.
#[derive(Debug)]
pub struct FrameEncoder {
    output: FrameBuffer,
    shown: Buffer,
    writer: RowWriter,
    /// Visibility of the cursor on the terminal; unknown at first.
    cursor_visible: Option<bool>,
    /// The part of a row with right-to-left text that the terminal moves.
    reordering: Reordering,
    /// True if a row that changes is written as a whole, for a screen reader that speaks what is written.
    whole_rows: bool,
}

impl FrameEncoder {
    /// Creates an encoder for a terminal of this size. The first frame clears it: without an alternate
    /// screen it shows what other programs have written.
    #[must_use]
    pub fn new(output: FrameBuffer, size: Size) -> Self {
        let writer = RowWriter {
            bytes: CLEAR.to_vec(),
            cursor: Some(Position::ORIGIN),
            sgr: SgrState::DEFAULT,
            rep: RepSupport::None,
        };
        Self {
            output,
            shown: screen_buffer::blank(size),
            writer,
            cursor_visible: None,
            reordering: Reordering::None,
            whole_rows: false,
        }
    }

    /// Sets which characters may be repeated with REP.
    pub(in crate::tui::term) fn set_rep_support(&mut self, rep: RepSupport) {
        self.writer.rep = rep;
    }

    /// Sets what the terminal must be kept from moving.
    pub(in crate::tui::term) fn set_reordering(&mut self, reordering: Reordering) {
        self.reordering = reordering;
    }

    /// Sets whether a row that changes is written as a whole.
    pub fn set_whole_rows(&mut self, whole_rows: bool) {
        self.whole_rows = whole_rows;
    }

    /// Returns the cells of the screen.
    pub(in crate::tui::term) fn area(&self) -> Rect {
        self.shown.area
    }

    /// Adapts to another size of the terminal, which is then cleared.
    pub(in crate::tui::term) fn resize(&mut self, size: Size) {
        // The old cells are freed before there are new ones.
        self.shown = Buffer::default();
        self.shown = screen_buffer::blank(size);
        self.clear();
    }

    /// Clears the screen with the next frame, which is drawn in full: another program may have drawn on
    /// it.
    pub(in crate::tui::term) fn clear(&mut self) {
        self.shown.reset();
        // What was not sent yet would be cleared at once.
        self.writer.bytes.clear();
        self.writer.bytes.extend_from_slice(CLEAR);
        (self.writer.cursor, self.writer.sgr, self.cursor_visible) =
            (Some(Position::ORIGIN), SgrState::DEFAULT, None);
    }

    /// Adds to the output what turns the screen into this one, which has the same size, with the cursor
    /// at this position.
    pub fn draw(&mut self, wanted: &Buffer, cursor: Position) {
        for y in 0..self.shown.area.height {
            self.write_row(y, wanted, cursor);
        }
        let hides_cursor = self.writer.bytes.len() >= MIN_HIDING_FRAME
            && self.cursor_visible != Some(false)
            && !self.output.is_synchronized()
            // A braille display that loses sight of the cursor may show another line.
            && !self.whole_rows;
        if hides_cursor {
            self.output.push(HIDE_CURSOR);
            self.cursor_visible = Some(false);
        }
        move_cursor(self.writer.cursor, cursor, &mut self.writer.bytes);
        self.writer.cursor = Some(cursor);
        if self.cursor_visible != Some(true) {
            self.writer.bytes.extend_from_slice(SHOW_CURSOR);
            self.cursor_visible = Some(true);
        }
        self.output.push(&self.writer.bytes);
        self.writer.bytes.clear();
        self.writer.bytes.shrink_to(MAX_KEPT_CAPACITY);
    }

    /// Writes the changes of a row.
    fn write_row(&mut self, y: u16, wanted: &Buffer, cursor: Position) {
        let width = usize::from(self.shown.area.width);
        let range = usize::from(y) * width..(usize::from(y) + 1) * width;
        let shown = &mut self.shown.content[range.clone()];
        let row = &wanted.content[range];
        let same = shown
            .iter()
            .zip(row)
            .position(|(shown, wanted)| !is_same(shown, wanted));
        let Some(mut same) = same else {
            return;
        };
        let mut cells: Vec<&Cell> = row.iter().collect();
        let mut x = 0;
        while x < width {
            // What is in the cells that a wide character covers is not seen.
            let end = width.min(x + usize::from(column_count(&row[x])).max(1));
            cells[x + 1..end].fill(&Cell::EMPTY);
            x = end;
        }
        let has_field = cursor.y == y && cursor.x > 0;
        if self.whole_rows && !(has_field && is_typing(shown, row)) {
            self.writer.erase_row(y);
            shown.fill(Cell::EMPTY);
            same = 0;
        }
        let isolated = isolated(&cells, self.reordering);
        for (x, cell) in &isolated {
            cells[*x] = cell;
            same = 0;
        }
        self.writer.write_row(y, shown, &cells, same);
        for (shown, cell) in shown.iter_mut().zip(cells).skip(same) {
            shown.clone_from(cell);
        }
    }
}

/// Returns true if the rows differ only at the end of the text, as while something is typed: what was there before need not be
/// spoken again.
fn is_typing(shown: &[Cell], wanted: &[Cell]) -> bool {
    let end = |row: &[Cell]| {
        let last = row.iter().rposition(|cell| cell.symbol() != " ");
        last.map_or(0, |last| last + 1)
    };
    let (shown_end, wanted_end) = (end(shown), end(wanted));
    let same = shown
        .iter()
        .zip(wanted)
        .take_while(|(one, other)| one == other)
        .count();
    // A blank may be typed, too.
    wanted_end > 0
        && shown_end > 0
        && same + 1 >= shown_end.min(wanted_end)
        && shown_end.abs_diff(wanted_end) <= 2
}
