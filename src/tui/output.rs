//! What goes over the line: a frame is one write, whatever it is made of.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

/// Gathers what is written until it is sent. To flush it does nothing: parts of a frame must not go out alone.
///
/// Clones gather into the same frame: ratatui's backend writes to one of them, the screen sends with another.
#[derive(Debug, Clone)]
pub struct Output(Rc<RefCell<Vec<u8>>>);

/// A first frame of a large terminal fits without growing.
const FRAME_BYTES: usize = 16 * 1024;

impl Default for Output {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Vec::with_capacity(FRAME_BYTES))))
    }
}

impl Output {
    /// Sends what was gathered.
    ///
    /// # Errors
    /// If the line can't be written to. What was gathered is forgotten then, too.
    pub fn send(&self, line: &mut impl Write) -> io::Result<()> {
        let mut frame = self.0.borrow_mut();
        let sent = line.write_all(&frame).and_then(|()| line.flush());
        frame.clear();
        sent
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts writes.
    #[derive(Default)]
    struct Line(Vec<Vec<u8>>);

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_frame_is_one_write() {
        let (mut output, mut line) = (Output::default(), Line::default());
        for part in ["one", " and ", "two"] {
            write!(output, "{part}").expect("memory can be written to");
            output.flush().expect("nothing happens");
        }
        output.send(&mut line).expect("memory can be written to");
        assert_eq!(line.0, [b"one and two"]);
        output.send(&mut line).expect("memory can be written to");
        assert_eq!(line.0.len(), 1, "nothing is sent twice");
    }
}
