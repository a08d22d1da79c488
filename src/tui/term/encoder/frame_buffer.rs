//! The buffer in which a frame is collected, to be sent in one write.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

/// Collects what is written until it is sent. Flushing it does nothing: part of a frame must not be
/// sent alone.
///
/// Clones share one buffer: the backend writes to one of them, the session sends with another.
#[derive(Debug, Clone)]
pub struct FrameBuffer(Rc<RefCell<PendingFrame>>);

/// The bytes that were collected.
#[derive(Debug)]
struct PendingFrame {
    bytes: Vec<u8>,
    /// Set if frames are sent as synchronized updates.
    synchronized: bool,
}

/// Begin and end of a synchronized update.
const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// Bytes of a first frame on a large terminal, so that the buffer need not grow.
const FRAME_CAPACITY: usize = 16 * 1024;

/// Most bytes that the buffer keeps for the next frame.
const MAX_KEPT_CAPACITY: usize = 4 * FRAME_CAPACITY;

impl Default for FrameBuffer {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(PendingFrame {
            bytes: Vec::with_capacity(FRAME_CAPACITY),
            synchronized: false,
        })))
    }
}

impl FrameBuffer {
    /// Sets whether every frame is sent as a synchronized update.
    pub(in crate::tui::term) fn synchronize(&self, synchronized: bool) {
        self.0.borrow_mut().synchronized = synchronized;
    }

    /// Returns true if every frame is sent as a synchronized update.
    pub(in crate::tui::term) fn is_synchronized(&self) -> bool {
        self.0.borrow().synchronized
    }

    /// Adds bytes to the frame.
    pub(in crate::tui::term) fn push(&self, bytes: &[u8]) {
        let frame = &mut *self.0.borrow_mut();
        if frame.bytes.is_empty() && frame.synchronized && !bytes.is_empty() {
            frame.bytes.extend_from_slice(BEGIN_UPDATE);
        }
        frame.bytes.extend_from_slice(bytes);
    }

    /// Returns the number of bytes collected.
    pub(in crate::tui::term) fn len(&self) -> usize {
        self.0.borrow().bytes.len()
    }

    /// Sends the frame in one write, and empties the buffer.
    ///
    /// # Errors
    /// If the terminal cannot be written to. The frame is lost in that case.
    pub fn flush_to(&self, terminal: &mut impl Write) -> io::Result<()> {
        let frame = &mut *self.0.borrow_mut();
        if frame.bytes.is_empty() {
            return Ok(());
        }
        if frame.bytes.starts_with(BEGIN_UPDATE) {
            frame.bytes.extend_from_slice(END_UPDATE);
        }
        let sent = terminal
            .write_all(&frame.bytes)
            .and_then(|()| terminal.flush());
        frame.bytes.clear();
        // A frame of a very large screen must not keep its memory.
        frame.bytes.shrink_to(MAX_KEPT_CAPACITY);
        sent
    }
}

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
