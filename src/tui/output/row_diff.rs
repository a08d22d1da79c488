//! A row of the screen, as the fewest bytes that turn what is shown into what is wanted.

use ratatui::{buffer::Cell, layout::Position};
use unicode_width::UnicodeWidthStr as _;

use super::{
    capabilities::RepSupport,
    cursor_motion::{cost_of_sequence, move_cursor},
    sgr::SgrState,
};

/// Bytes, and what the terminal is like once it has read them.
#[derive(Debug, Clone)]
pub(super) struct RowWriter {
    pub(super) bytes: Vec<u8>,
    /// Where the cursor is; unknown after what terminals don't agree on.
    pub(super) cursor: Option<Position>,
    pub(super) pen: SgrState,
    /// What the terminal repeats when it is told so (REP).
    pub(super) repeats: RepSupport,
}

/// From how many places of a row on it is tried whether to erase the rest first is cheaper.
const ATTEMPTS: usize = 3;
/// With fewer blanks to be written among the letters it can't be.
const WORTH_ERASING: usize = 4;

impl RowWriter {
    /// Writes a row.
    pub(super) fn row(&mut self, y: u16, shown: &[Cell], wanted: &[Cell]) {
        let changed = changed(shown, wanted);
        let Some(first) = changed.iter().position(|&changed| changed) else {
            return;
        };
        let cells: Vec<CellView> = wanted.iter().map(CellView::new).collect();
        let blank_from = cells
            .iter()
            .rposition(|cell| !cell.blank)
            .map_or(0, |last| last + usize::from(cells[last].width));
        let row = RowDiff {
            y,
            cells: &cells,
            changed: &changed,
            blank_from,
        };
        let blanks = (first..blank_from.min(cells.len()))
            .filter(|&x| changed[x] && cells[x].blank)
            .count();
        let attempts = if blanks < WORTH_ERASING { 0 } else { ATTEMPTS };
        let starts = (first..cells.len())
            .filter(|&x| changed[x] && (x == first || !changed[x - 1]) && x < row.blank_from);
        let attempts = starts
            .take(attempts)
            .map(Some)
            .chain([None])
            .filter_map(|start| self.attempt(&row, start));
        if let Some(best) = attempts.min_by_key(|line| line.bytes.len()) {
            self.bytes.extend_from_slice(&best.bytes);
            (self.cursor, self.pen) = (best.cursor, best.pen);
        }
    }

    /// The row, with the rest of it erased from a column on before that is written, or not; none if that column can't be stopped at.
    fn attempt(&self, row: &RowDiff, erase_from: Option<usize>) -> Option<Self> {
        let mut line = Self {
            bytes: Vec::with_capacity(row.cells.len()),
            ..*self
        };
        let erased = |x: usize| erase_from.is_some_and(|start| x > start);
        let needed = |x: usize| {
            if erased(x) {
                !row.cells[x].blank
            } else {
                row.changed[x]
            }
        };
        let mut x = 0;
        let mut done = erase_from.is_none();
        while let Some(next) = (x..row.cells.len())
            .find(|&x| (needed(x) || erase_from == Some(x)) && !row.is_covered(x))
        {
            if erase_from == Some(next)
                || (next >= row.blank_from && line.erasing_pays(row, next, needed))
            {
                line.erase_rest(row, next);
                done = true;
                if next >= row.blank_from {
                    break;
                }
                if row.cells[next].blank {
                    x = next + 1;
                    continue;
                }
            }
            x = line.run(row, next, needed);
        }
        done.then_some(line)
    }

    /// Whether erasing from here to the end is shorter than to write blanks.
    fn erasing_pays(&self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> bool {
        let last = (x..row.cells.len()).rfind(|&x| needed(x)).unwrap_or(x);
        last + 1 - x > 3 + self.cost_of_plain()
    }

    fn erase_rest(&mut self, row: &RowDiff, x: usize) {
        self.go(row, x);
        self.can_erase();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// How many bytes it takes until what is erased is blank.
    fn cost_of_plain(&self) -> usize {
        if self.pen.erases() { 0 } else { 3 }
    }

    /// Takes a pen with which what is erased is blank.
    pub(super) fn can_erase(&mut self) {
        if !self.pen.erases() {
            self.take(SgrState::PLAIN);
        }
    }

    /// Writes or erases what begins here; gives the column after it.
    fn run(&mut self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> usize {
        let blanks = row.cells[x..].iter().take_while(|cell| cell.blank).count();
        // Those at the end that are blank already need nothing.
        if let Some(last) = (x..x + blanks).rfind(|&x| needed(x)) {
            let count = last + 1 - x;
            let goes_on =
                x + blanks < row.cells.len() && needed(x + blanks) && last + 1 == x + blanks;
            let erased = cost_of_sequence(count) * if goes_on { 2 } else { 1 };
            let written = if self.repeats.has(" ") {
                count.min(1 + cost_of_sequence(count - 1))
            } else {
                count
            };
            if erased < written {
                self.go(row, x);
                self.can_erase();
                self.sequence(count, b'X');
                return x + count;
            }
            if self.pen.erases() && count > 1 {
                self.reach(row, x);
                self.repeat(row, x, count);
                return x + count;
            }
        }
        self.reach(row, x);
        let cell = &row.cells[x];
        let mut count = 1;
        let repeats = cell.simple && self.repeats.has(cell.symbol);
        if repeats {
            count = row.cells[x..]
                .iter()
                .take_while(|other| other.symbol == cell.symbol && other.pen == cell.pen)
                .count();
            while count > 1 && !needed(x + count - 1) {
                count -= 1;
            }
        }
        self.take_for(cell);
        self.repeat(row, x, count);
        let end = x + count.max(usize::from(cell.width));
        if repeats || self.cursor.is_none() {
            end
        } else {
            self.letters(row, end, needed)
        }
    }

    /// Writes on where the cursor is, as long as there are only letters to write that look the same; gives the column after them.
    /// They could as well be looked at one by one, but nearly all that is written is letters.
    fn letters(&mut self, row: &RowDiff, x: usize, needed: impl Fn(usize) -> bool) -> usize {
        let plain = |cell: &CellView| cell.simple && !cell.blank && cell.pen == self.pen;
        // After the last column it isn't known where the cursor is.
        let end = (x..row.cells.len() - 1)
            .find(|&x| !needed(x) || !plain(&row.cells[x]))
            .unwrap_or(row.cells.len() - 1);
        for cell in &row.cells[x..end] {
            self.bytes.extend_from_slice(cell.symbol.as_bytes());
        }
        if end > x {
            self.cursor = Some(row.position(end));
        }
        end.max(x)
    }

    /// Comes to a column by writing what is shown on the way, where that is shorter.
    fn reach(&mut self, row: &RowDiff, x: usize) {
        if let Some(cursor) = self.cursor
            && cursor.y == row.y
            && let from = usize::from(cursor.x)
            && (from < x && x - from < 8)
        {
            let mut through = Self {
                bytes: Vec::with_capacity(24),
                ..*self
            };
            let mut moved = through.clone();
            moved.go(row, x);
            moved.take_for(&row.cells[x]);
            let way = from..x;
            if way
                .clone()
                .all(|x| row.cells[x].simple && !row.is_covered(x))
            {
                for cell in &row.cells[way] {
                    through.take_for(cell);
                    through.bytes.extend_from_slice(cell.symbol.as_bytes());
                }
                through.take_for(&row.cells[x]);
                if through.bytes.len() < moved.bytes.len() {
                    self.bytes.extend_from_slice(&through.bytes);
                    self.pen = through.pen;
                    self.cursor = Some(row.position(x));
                    return;
                }
            }
        }
        self.go(row, x);
    }

    fn go(&mut self, row: &RowDiff, x: usize) {
        let to = row.position(x);
        move_cursor(self.cursor, to, &mut self.bytes);
        self.cursor = Some(to);
    }

    fn take(&mut self, pen: SgrState) {
        self.pen.change(pen, &mut self.bytes);
        self.pen = pen;
    }

    fn take_for(&mut self, cell: &CellView) {
        if !self.pen.can_render(cell.pen, cell.symbol == " ") {
            self.take(cell.pen);
        }
    }

    /// Writes a cell's symbol so many times.
    fn repeat(&mut self, row: &RowDiff, x: usize, count: usize) {
        let cell = &row.cells[x];
        let symbol = cell.symbol;
        if count > 1
            && self.repeats.has(symbol)
            && symbol.len() * (count - 1) > cost_of_sequence(count - 1)
        {
            self.bytes.extend_from_slice(symbol.as_bytes());
            self.sequence(count - 1, b'b');
        } else {
            for _ in 0..count {
                self.bytes.extend_from_slice(symbol.as_bytes());
            }
        }
        let end = x + count * usize::from(cell.width);
        // Terminals differ in how wide clusters are, and in where the cursor is after the last column.
        let known = end < row.cells.len() && cell.is_one_character();
        self.cursor = known.then(|| row.position(end));
    }

    fn sequence(&mut self, number: usize, end: u8) {
        self.bytes.extend_from_slice(b"\x1b[");
        if number != 1 {
            self.bytes.extend_from_slice(number.to_string().as_bytes());
        }
        self.bytes.push(end);
    }
}

/// A row that is wanted.
struct RowDiff<'r> {
    y: u16,
    cells: &'r [CellView<'r>],
    /// Which cells don't look as they are shown.
    changed: &'r [bool],
    /// From here on nothing is written.
    blank_from: usize,
}

impl RowDiff<'_> {
    fn position(&self, x: usize) -> Position {
        Position {
            x: u16::try_from(x).unwrap_or(u16::MAX),
            y: self.y,
        }
    }

    /// Whether the cell before this one is so wide that it covers it.
    fn is_covered(&self, x: usize) -> bool {
        x > 0 && self.cells[x - 1].width > 1
    }
}

/// Which cells don't look as they are shown, or will not once another one is written.
fn changed(shown: &[Cell], wanted: &[Cell]) -> Vec<bool> {
    let differs: Vec<bool> = shown
        .iter()
        .zip(wanted)
        .map(|(shown, wanted)| !looks_like(shown, wanted))
        .collect();
    let mut changed = differs.clone();
    for x in 1..changed.len() {
        // To write on one half of a wide character takes the other half away.
        changed[x] |= width(&shown[x - 1]) > 1 && differs[x - 1];
        changed[x] &= width(&wanted[x - 1]) <= 1;
    }
    changed
}

fn looks_like(one: &Cell, other: &Cell) -> bool {
    one.symbol() == other.symbol() && SgrState::of(one) == SgrState::of(other)
}

/// What is written for a cell.
struct CellView<'r> {
    symbol: &'r str,
    pen: SgrState,
    /// In columns, at least one.
    width: u8,
    /// Whether the cell is as if it had been erased.
    blank: bool,
    /// Whether it is one character of one column.
    simple: bool,
}

impl<'r> CellView<'r> {
    /// A blank is written for what has no width, or would be obeyed.
    fn new(cell: &'r Cell) -> Self {
        let (symbol, width) = match (cell.symbol(), width(cell)) {
            (_, 0) => (" ", 1),
            (symbol, _) if symbol.contains(char::is_control) => (" ", 1),
            sound => sound,
        };
        let pen = SgrState::of(cell);
        let simple = width == 1 && symbol.chars().nth(1).is_none();
        Self {
            symbol,
            pen,
            width,
            blank: symbol == " " && pen == SgrState::PLAIN,
            simple,
        }
    }

    fn is_one_character(&self) -> bool {
        self.simple || self.symbol.chars().nth(1).is_none()
    }
}

/// How many columns a cell's symbol takes.
pub(super) fn width(cell: &Cell) -> u8 {
    let symbol = cell.symbol();
    if symbol.len() == 1 {
        1
    } else {
        u8::try_from(symbol.width()).unwrap_or(1)
    }
}
