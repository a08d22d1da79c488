//! What goes over the line: a frame is one write, whatever it is made of, and as few bytes as it can be.

pub mod capabilities;
mod cursor_motion;
mod diff_backend;
mod row_diff;
mod sgr;

#[cfg(test)]
mod tests;

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

pub use diff_backend::DiffBackend;

/// Gathers what is written until it is sent. To flush it does nothing: parts of a frame must not go out alone.
///
/// Clones gather into the same frame: ratatui's backend writes to one of them, the screen sends with another.
#[derive(Debug, Clone)]
pub struct FrameBuffer(Rc<RefCell<PendingFrame>>);

/// What was gathered.
#[derive(Debug)]
struct PendingFrame {
    bytes: Vec<u8>,
    /// Whether the terminal shows a frame at once when it is told where one begins and ends.
    synchronized: bool,
}

/// Where a frame begins and ends: a synchronized update.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A first frame of a large terminal fits without growing.
const FRAME_BYTES: usize = 16 * 1024;

impl Default for FrameBuffer {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(PendingFrame {
            bytes: Vec::with_capacity(FRAME_BYTES),
            synchronized: false,
        })))
    }
}

impl FrameBuffer {
    /// From now on frames are synchronized updates.
    pub fn synchronize(&self) {
        self.0.borrow_mut().synchronized = true;
    }

    /// Adds to the frame.
    pub(super) fn gather(&self, bytes: &[u8]) {
        let frame = &mut *self.0.borrow_mut();
        if frame.bytes.is_empty() && frame.synchronized && !bytes.is_empty() {
            frame.bytes.extend_from_slice(BEGIN);
        }
        frame.bytes.extend_from_slice(bytes);
    }

    /// Whether anything was gathered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().bytes.is_empty()
    }

    /// Sends what was gathered.
    ///
    /// # Errors
    /// If the line can't be written to. What was gathered is forgotten then, too.
    pub fn send(&self, line: &mut impl Write) -> io::Result<()> {
        let frame = &mut *self.0.borrow_mut();
        if frame.bytes.is_empty() {
            return Ok(());
        }
        if frame.bytes.starts_with(BEGIN) {
            frame.bytes.extend_from_slice(END);
        }
        let sent = line.write_all(&frame.bytes).and_then(|()| line.flush());
        frame.bytes.clear();
        sent
    }
}

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gather(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
