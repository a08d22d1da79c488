//! Writes the change of a row in as few bytes as possible.

use std::ops::Range;

use ratatui::{buffer::Cell, layout::Position};

use super::{
    super::capabilities::RepSupport,
    csi::{csi_len, push_csi},
    cursor_motion::{move_cursor, step_right_len},
    row_diff::{CellView, RowDiff, changed_cells, views},
    sgr::SgrState,
};

/// The bytes written, and the terminal's state once it has read them.
#[derive(Debug, Clone)]
pub(super) struct RowWriter {
    pub(super) bytes: Vec<u8>,
    /// Position of the cursor; `None` after a character that terminals do not agree about.
    pub(super) cursor: Option<Position>,
    /// Colours and attributes that the terminal writes with.
    pub(super) sgr: SgrState,
    /// Characters that the terminal can repeat (REP).
    pub(super) rep: RepSupport,
}

/// Longest gap, in columns, that is crossed by writing what is shown there.
const MAX_PRINTED_GAP: usize = 7;

/// Keeps the cursor in the row at its end.
const AUTO_WRAP_OFF: &[u8] = b"\x1b[?7l";
const AUTO_WRAP_ON: &[u8] = b"\x1b[?7h";

impl RowWriter {
    /// Writes what turns the row that is shown into the wanted one. The cells before `same` are the same.
    pub(super) fn write_row(&mut self, y: u16, shown: &[Cell], wanted: &[&Cell], same: usize) {
        let changed = changed_cells(shown, wanted, same);
        let Some(first) = changed.iter().position(|&changed| changed) else {
            return;
        };
        let cells = views(wanted);
        let blank_from = cells
            .iter()
            .rposition(|cell| !cell.blank)
            .map_or(0, |last| last + usize::from(cells[last].columns));
        let row = RowDiff {
            y,
            cells: &cells,
            changed: &changed,
            blank_from,
        };
        let plain = self.candidate(&row, None, usize::MAX);
        let erased = row.erase_start(first).and_then(|start| {
            // Of two that are equally short the erased one is chosen: measured over whole sessions,
            // the rows after it are a few bytes shorter.
            let max_bytes = plain
                .as_ref()
                .map_or(usize::MAX, |plain| plain.bytes.len() + 1);
            self.candidate(&row, Some(start), max_bytes)
        });
        if let Some(best) = erased.or(plain) {
            self.bytes.extend_from_slice(&best.bytes);
            (self.cursor, self.sgr) = (best.cursor, best.sgr);
        }
    }

    /// Erases a row.
    pub(super) fn erase_row(&mut self, y: u16) {
        let start = Position { x: 0, y };
        move_cursor(self.cursor, start, &mut self.bytes);
        self.cursor = Some(start);
        self.reset_for_erase();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Returns the row written in one way: as it is, or with everything from a column on erased
    /// first. Returns `None` if the writer does not stop at that column, or if the result would not
    /// be shorter than `max_bytes`.
    fn candidate(
        &self,
        row: &RowDiff,
        erase_from: Option<usize>,
        max_bytes: usize,
    ) -> Option<Self> {
        let mut writer = Self {
            bytes: Vec::with_capacity(row.cells.len()),
            ..*self
        };
        let erased = |x: usize| erase_from.is_some_and(|start| x > start);
        let needed = |x: usize| {
            if erased(x) {
                !row.cells[x].blank || row.cells[x].may_be_covered
            } else {
                row.changed[x]
            }
        };
        let mut x = 0;
        let mut erased_first = erase_from.is_none();
        while let Some(next) = (x..row.cells.len())
            .find(|&x| (needed(x) || erase_from == Some(x)) && !row.is_covered(x))
        {
            if writer.bytes.len() >= max_bytes {
                return None;
            }
            if erase_from == Some(next)
                || (next >= row.blank_from && writer.erasing_pays(row, next, needed))
            {
                writer.erase_rest(row, next);
                erased_first = true;
                if next >= row.blank_from {
                    break;
                }
                if row.cells[next].blank {
                    x = next + 1;
                    continue;
                }
            }
            x = writer.write_run(row, next, needed);
        }
        (erased_first && writer.bytes.len() < max_bytes).then_some(writer)
    }

    /// Returns true if erasing from here to the end of the row is shorter than writing blanks.
    fn erasing_pays(&self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> bool {
        let last = (x..row.cells.len()).rfind(|&x| needed(x)).unwrap_or(x);
        last + 1 - x > 3 + self.erase_reset_len()
    }

    fn erase_rest(&mut self, row: &RowDiff, x: usize) {
        self.move_to(row, x);
        self.reset_for_erase();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Returns the length in bytes of the reset that erasing needs.
    fn erase_reset_len(&self) -> usize {
        if self.sgr.erases_to_blank() { 0 } else { 3 }
    }

    /// Sets colours with which erased cells are blank.
    pub(super) fn reset_for_erase(&mut self) {
        if !self.sgr.erases_to_blank() {
            self.set_sgr(SgrState::DEFAULT);
        }
    }

    /// Writes or erases the run of cells that begins here, and returns the column after it.
    fn write_run(&mut self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> usize {
        let blanks = row.cells[x..].iter().take_while(|cell| cell.blank).count();
        // Blanks at the end of the run that are shown already need not be written.
        if let Some(last) = (x..x + blanks).rfind(|&x| needed(x)) {
            let count = last + 1 - x;
            let text_follows =
                x + blanks < row.cells.len() && needed(x + blanks) && last + 1 == x + blanks;
            // ECH does not move the cursor, so text after it needs a motion of the same length.
            let erased = csi_len(count) * if text_follows { 2 } else { 1 };
            let written = if self.rep.has(" ") {
                count.min(1 + csi_len(count - 1))
            } else {
                count
            };
            if erased < written {
                self.move_to(row, x);
                self.reset_for_erase();
                push_csi(count, b'X', &mut self.bytes);
                return x + count;
            }
            if self.sgr.erases_to_blank() && count > 1 {
                self.advance_to(row, x);
                self.write_repeated(row, x, count);
                return x + count;
            }
        }
        self.advance_to(row, x);
        let cell = &row.cells[x];
        let mut count = 1;
        if self.repeats(row, x) {
            count = row.cells[x..]
                .iter()
                .take_while(|other| other.symbol == cell.symbol && other.sgr == cell.sgr)
                .count();
            while count > 1 && !needed(x + count - 1) {
                count -= 1;
            }
        }
        self.set_sgr_for(cell);
        if let Some(most) = cell.most_columns {
            self.write_uncertain(row, x, most);
            return x + usize::from(cell.columns);
        }
        self.write_repeated(row, x, count);
        let end = x + count.max(usize::from(cell.columns));
        if self.cursor.is_none() {
            end
        } else {
            self.write_text(row, end, needed)
        }
    }

    /// Returns true if this cell and the next have the same symbol, which the terminal can repeat.
    fn repeats(&self, row: &RowDiff, x: usize) -> bool {
        let cell = &row.cells[x];
        self.rep != RepSupport::None
            && cell.simple
            && self.rep.has(cell.symbol)
            && row
                .cells
                .get(x + 1)
                .is_some_and(|next| next.symbol == cell.symbol)
    }

    /// Writes text at the cursor as long as its style stays the same, and returns the column after
    /// it. A fast path: `write_run` would write the same bytes cell by cell, but nearly everything
    /// that is written is text.
    fn write_text(&mut self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> usize {
        let is_text = |x: usize| {
            let cell = &row.cells[x];
            cell.simple && !cell.blank && cell.sgr == self.sgr && !self.repeats(row, x)
        };
        // After the last column the position of the cursor is not known.
        let end = (x..row.cells.len() - 1)
            .find(|&x| !needed(x) || !is_text(x))
            .unwrap_or(row.cells.len() - 1);
        for cell in &row.cells[x..end] {
            self.bytes.extend_from_slice(cell.symbol.as_bytes());
        }
        if end > x {
            self.cursor = Some(row.position(end));
        }
        end.max(x)
    }

    /// Moves the cursor to a column, by writing what is shown on the way where that is shorter.
    fn advance_to(&mut self, row: &RowDiff, x: usize) {
        if let Some(cursor) = self.cursor
            && cursor.y == row.y
            && let from = usize::from(cursor.x)
            && (from < x && x - from <= MAX_PRINTED_GAP)
        {
            let gap = from..x;
            if gap
                .clone()
                .all(|x| row.cells[x].simple && !row.is_covered(x))
            {
                if row.cells[from..=x].iter().all(|cell| self.can_render(cell)) {
                    self.advance_in_style(row, gap, x);
                    return;
                }
                // Both ways are written, and the longer one is taken back.
                let (start, sgr) = (self.bytes.len(), self.sgr);
                move_cursor(self.cursor, row.position(x), &mut self.bytes);
                self.set_sgr_for(&row.cells[x]);
                let moved = self.bytes.len();
                self.sgr = sgr;
                for cell in &row.cells[gap] {
                    self.set_sgr_for(cell);
                    self.bytes.extend_from_slice(cell.symbol.as_bytes());
                }
                self.set_sgr_for(&row.cells[x]);
                if self.bytes.len() - moved < moved - start {
                    self.bytes.drain(start..moved);
                    self.cursor = Some(row.position(x));
                    return;
                }
                self.bytes.truncate(start);
                self.sgr = sgr;
            }
        }
        self.move_to(row, x);
    }

    /// Moves the cursor over cells to a column, where the style need not change.
    fn advance_in_style(&mut self, row: &RowDiff, gap: Range<usize>, x: usize) {
        let printed: usize = row.cells[gap.clone()]
            .iter()
            .map(|cell| cell.symbol.len())
            .sum();
        if printed >= step_right_len(gap.len()) {
            self.move_to(row, x);
            return;
        }
        for cell in &row.cells[gap] {
            self.bytes.extend_from_slice(cell.symbol.as_bytes());
        }
        self.cursor = Some(row.position(x));
    }

    fn move_to(&mut self, row: &RowDiff, x: usize) {
        let to = row.position(x);
        move_cursor(self.cursor, to, &mut self.bytes);
        self.cursor = Some(to);
    }

    fn set_sgr(&mut self, sgr: SgrState) {
        self.sgr.write_change(sgr, &mut self.bytes);
        self.sgr = sgr;
    }

    fn set_sgr_for(&mut self, cell: &CellView) {
        if !self.can_render(cell) {
            self.set_sgr(cell.sgr);
        }
    }

    fn can_render(&self, cell: &CellView) -> bool {
        self.sgr == cell.sgr || (cell.symbol == " " && self.sgr.can_render_blank(cell.sgr))
    }

    /// Writes a symbol that takes up to `most` columns, on cells that are cleared first.
    fn write_uncertain(&mut self, row: &RowDiff, x: usize, most: u8) {
        let cell = &row.cells[x];
        for _ in 0..cell.columns {
            self.bytes.push(b' ');
        }
        let end = x + usize::from(cell.columns);
        self.cursor = (end < row.cells.len()).then(|| row.position(end));
        self.move_to(row, x);
        // At the end of the row a wide one would go on in the next, and scroll the last.
        let may_wrap = x + usize::from(most) > row.cells.len();
        if may_wrap {
            self.bytes.extend_from_slice(AUTO_WRAP_OFF);
        }
        self.bytes.extend_from_slice(cell.symbol.as_bytes());
        if may_wrap {
            self.bytes.extend_from_slice(AUTO_WRAP_ON);
        }
        self.cursor = None;
    }

    /// Writes a cell's symbol `count` times.
    fn write_repeated(&mut self, row: &RowDiff, x: usize, count: usize) {
        let cell = &row.cells[x];
        let symbol = cell.symbol;
        if count > 1 && self.rep.has(symbol) && symbol.len() * (count - 1) > csi_len(count - 1) {
            self.bytes.extend_from_slice(symbol.as_bytes());
            push_csi(count - 1, b'b', &mut self.bytes);
        } else {
            for _ in 0..count {
                self.bytes.extend_from_slice(symbol.as_bytes());
            }
        }
        let end = x + count * usize::from(cell.columns);
        // Terminals differ in the width of grapheme clusters, and in the position of the cursor
        // after the last column.
        let known = end < row.cells.len() && cell.is_one_character();
        self.cursor = known.then(|| row.position(end));
    }
}
