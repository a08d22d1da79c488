//! The backend: remembers what the terminal shows, and writes only what changes it.

use std::io;

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::super::capabilities::RepSupport;
use super::{
    cursor_motion::move_cursor, frame_buffer::FrameBuffer, row_diff::column_count,
    row_writer::RowWriter, sgr::SgrState,
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
#[derive(Debug)]
pub struct DiffBackend {
    output: FrameBuffer,
    size: Size,
    shown: Buffer,
    writer: RowWriter,
    /// Position of the cursor at the end of the frame.
    cursor: Position,
    /// Visibility of the cursor at the end of the frame.
    cursor_visible: bool,
    /// Visibility of the cursor on the terminal; unknown at first.
    shown_cursor_visible: Option<bool>,
}

impl DiffBackend {
    /// Creates a backend for a terminal of this size. The first frame clears it: without an alternate
    /// screen it shows what other programs have written.
    #[must_use]
    pub fn new(output: FrameBuffer, size: Size) -> Self {
        let writer = RowWriter {
            bytes: CLEAR.to_vec(),
            cursor: Some(Position::ORIGIN),
            sgr: SgrState::DEFAULT,
            rep: RepSupport::None,
        };
        let shown = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        Self {
            output,
            size,
            shown,
            writer,
            cursor: Position::ORIGIN,
            cursor_visible: true,
            shown_cursor_visible: None,
        }
    }

    /// Sets which characters may be repeated with REP.
    pub(in crate::tui::term) fn set_rep_support(&mut self, rep: RepSupport) {
        self.writer.rep = rep;
    }

    /// Creates a backend for the same terminal with another size. It clears the screen.
    pub(in crate::tui::term) fn resized(&self, size: Size) -> Self {
        let mut resized = Self::new(self.output.clone(), size);
        resized.writer.rep = self.writer.rep;
        resized
    }

    fn row_range(&self, y: u16) -> std::ops::Range<usize> {
        let width = usize::from(self.shown.area.width);
        usize::from(y) * width..(usize::from(y) + 1) * width
    }

    /// Writes the changes of a row: its changed cells, from left to right.
    fn write_row(&mut self, y: u16, changes: &[(u16, &Cell)]) {
        if changes.is_empty() {
            return;
        }
        let range = self.row_range(y);
        let shown = &mut self.shown.content[range];
        let mut wanted: Vec<&Cell> = shown.iter().collect();
        for &(x, cell) in changes {
            let x = usize::from(x);
            wanted[x] = cell;
            // NOTE: ratatui's diff leaves out the cells that a wide character covers.
            let end = wanted.len().min(x + usize::from(column_count(cell)));
            wanted[end.min(x + 1)..end].fill(&Cell::EMPTY);
        }
        self.writer.write_row(y, shown, &wanted);
        for &(x, cell) in changes {
            let x = usize::from(x);
            shown[x].clone_from(cell);
            let end = shown.len().min(x + usize::from(column_count(cell)));
            shown[end.min(x + 1)..end].iter_mut().for_each(Cell::reset);
        }
    }

    /// Moves what was written to the frame.
    fn finish_frame(&mut self) {
        self.output.push(&self.writer.bytes);
        self.writer.bytes.clear();
        self.writer.bytes.shrink_to(MAX_KEPT_CAPACITY);
    }

    fn erase(&mut self, sequence: &[u8], erased: impl Fn(u16, u16) -> bool) {
        self.writer.reset_for_erase();
        self.writer.bytes.extend_from_slice(sequence);
        for y in 0..self.shown.area.height {
            for x in (0..self.shown.area.width).filter(|&x| erased(x, y)) {
                self.shown[(x, y)].reset();
            }
        }
    }

    fn place_cursor(&mut self) {
        move_cursor(self.writer.cursor, self.cursor, &mut self.writer.bytes);
        self.writer.cursor = Some(self.cursor);
    }
}

impl Backend for DiffBackend {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let screen = self.shown.area;
        let mut changes: Vec<(u16, &Cell)> = Vec::with_capacity(usize::from(screen.width));
        let mut row = 0;
        for (x, y, cell) in content.filter(|(x, y, _)| screen.contains((*x, *y).into())) {
            if y != row {
                self.write_row(row, &changes);
                changes.clear();
                row = y;
            }
            changes.push((x, cell));
        }
        self.write_row(row, &changes);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_visible = true;
        Ok(())
    }

    /// Returns the position that was set last. Asking the terminal would mean waiting for a reply.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    /// Clears the screen and invalidates the copy of it, since another program may have drawn on it.
    fn clear(&mut self) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        // What was not sent yet would be cleared at once.
        self.writer.bytes.clear();
        self.writer.bytes.extend_from_slice(CLEAR);
        (
            self.writer.cursor,
            self.writer.sgr,
            self.shown_cursor_visible,
        ) = (Some(Position::ORIGIN), SgrState::DEFAULT, None);
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
        let hides_cursor = self.writer.bytes.len() >= MIN_HIDING_FRAME
            && self.shown_cursor_visible != Some(false)
            && !self.output.is_synchronized();
        if hides_cursor {
            self.output.push(HIDE_CURSOR);
            self.shown_cursor_visible = Some(false);
        }
        if self.cursor_visible {
            self.place_cursor();
        }
        if self.shown_cursor_visible != Some(self.cursor_visible) {
            self.writer.bytes.extend_from_slice(if self.cursor_visible {
                SHOW_CURSOR
            } else {
                HIDE_CURSOR
            });
            self.shown_cursor_visible = Some(self.cursor_visible);
        }
        self.finish_frame();
        Ok(())
    }
}
