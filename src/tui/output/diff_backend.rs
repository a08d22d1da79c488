//! The backend: knows what the terminal shows, and sends what turns it into what is wanted.

use std::io;

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::{
    FrameBuffer,
    capabilities::RepSupport,
    row_diff::{RowWriter, width},
    sgr::SgrState,
};

/// Draws on a terminal by as few bytes as it can.
#[derive(Debug)]
pub struct DiffBackend {
    output: FrameBuffer,
    size: Size,
    shown: Buffer,
    line: RowWriter,
    /// Where the cursor is to be, and whether it is to be seen.
    cursor: Position,
    visible: bool,
    /// Whether it is seen; unknown at first.
    is_visible: Option<bool>,
}

impl DiffBackend {
    /// Draws on a terminal of this size that shows nothing.
    #[must_use]
    pub fn new(output: FrameBuffer, size: Size) -> Self {
        let line = RowWriter {
            bytes: Vec::new(),
            cursor: None,
            pen: SgrState::PLAIN,
            repeats: RepSupport::None,
        };
        let shown = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        Self {
            output,
            size,
            shown,
            line,
            cursor: Position::ORIGIN,
            visible: true,
            is_visible: None,
        }
    }

    /// From now on these characters are repeated by a command to do so (REP), where that is shorter.
    pub fn repeat(&mut self, repeats: RepSupport) {
        self.line.repeats = repeats;
    }

    /// From now on the terminal has this size. It is told, not asked: to ask at every frame would cost more than to draw it.
    pub fn fit(&mut self, size: Size) {
        self.size = size;
    }

    fn row(&self, y: u16) -> std::ops::Range<usize> {
        let width = usize::from(self.shown.area.width);
        usize::from(y) * width..(usize::from(y) + 1) * width
    }

    /// Writes a row, and remembers that it is shown; what was shown is left in its place.
    fn paint(&mut self, y: u16, wanted: &mut [Cell]) {
        let index = self.row(y);
        self.line.row(y, &self.shown.content[index.clone()], wanted);
        self.shown.content[index].swap_with_slice(wanted);
    }

    /// Gives what was gathered to the frame.
    fn gather(&mut self) {
        self.output.gather(&self.line.bytes);
        self.line.bytes.clear();
    }

    fn erase(&mut self, sequence: &[u8], erased: impl Fn(u16, u16) -> bool) {
        self.line.can_erase();
        self.line.bytes.extend_from_slice(sequence);
        for y in 0..self.shown.area.height {
            for x in (0..self.shown.area.width).filter(|&x| erased(x, y)) {
                self.shown[(x, y)].reset();
            }
        }
    }

    fn place_cursor(&mut self) {
        super::cursor_motion::move_cursor(self.line.cursor, self.cursor, &mut self.line.bytes);
        self.line.cursor = Some(self.cursor);
    }
}

impl Backend for DiffBackend {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut wanted: Vec<Cell> = Vec::new();
        let mut row = None;
        let screen = self.shown.area;
        for (x, y, cell) in content.filter(|(x, y, _)| screen.contains((*x, *y).into())) {
            if row != Some(y) {
                if let Some(row) = row {
                    self.paint(row, &mut wanted);
                }
                wanted.clear();
                wanted.extend_from_slice(&self.shown.content[self.row(y)]);
                row = Some(y);
            }
            let x = usize::from(x);
            wanted[x] = cell.clone();
            // What a wide character covers is not among what changed.
            let end = wanted.len().min(x + usize::from(width(cell)));
            wanted[end.min(x + 1)..end].iter_mut().for_each(Cell::reset);
        }
        if let Some(row) = row {
            self.paint(row, &mut wanted);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.visible = true;
        Ok(())
    }

    /// Where it was put last. The terminal is never asked: the answer would have to be waited for.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    /// Erases the screen. Nothing is taken for known: another program may have written on it.
    fn clear(&mut self) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        self.line.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
        (self.line.cursor, self.line.pen, self.is_visible) = (None, SgrState::PLAIN, None);
        Ok(())
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let Position { x: column, y: row } = self.cursor;
        match region {
            ClearType::All => return self.clear(),
            ClearType::AfterCursor => {
                self.place_cursor();
                self.erase(b"\x1b[J", |x, y| y > row || (y == row && x >= column));
            }
            ClearType::BeforeCursor => {
                self.place_cursor();
                self.erase(b"\x1b[1J", |x, y| y < row || (y == row && x <= column));
            }
            ClearType::CurrentLine => {
                self.place_cursor();
                self.erase(b"\x1b[2K", |_, y| y == row);
            }
            ClearType::UntilNewLine => {
                self.place_cursor();
                self.erase(b"\x1b[K", |x, y| y == row && x >= column);
            }
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let size = crossterm::terminal::window_size()?;
        Ok(WindowSize {
            columns_rows: Size::new(size.columns, size.rows),
            pixels: Size::new(size.width, size.height),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.visible {
            self.place_cursor();
        }
        if self.is_visible != Some(self.visible) {
            self.line.bytes.extend_from_slice(if self.visible {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            });
            self.is_visible = Some(self.visible);
        }
        self.gather();
        Ok(())
    }
}
