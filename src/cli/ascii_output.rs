//! Output in ASCII, with `--ascii` or on a terminal whose locale has no other characters.

use std::{
    borrow::Cow,
    io::{self, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use super::terminal_env::shows_unicode;
use crate::text::to_ascii;

/// True if the user asked for ASCII.
static IS_WANTED: AtomicBool = AtomicBool::new(false);

/// Writes text in ASCII from now on.
pub(crate) fn want() {
    IS_WANTED.store(true, Ordering::Relaxed);
}

/// Returns true if text must be in ASCII. What goes to a file or another program is so only if the user asked for it.
pub(crate) fn is_wanted(is_terminal: bool) -> bool {
    IS_WANTED.load(Ordering::Relaxed) || is_terminal && !shows_unicode()
}

/// Returns a text as it can be written.
pub(crate) fn shown(text: &str, is_terminal: bool) -> Cow<'_, str> {
    if is_wanted(is_terminal) {
        to_ascii(text)
    } else {
        Cow::Borrowed(text)
    }
}

/// A writer that writes text in ASCII if it must be.
pub(crate) struct TextWriter<W> {
    out: W,
    is_ascii: bool,
}

impl<W> TextWriter<W> {
    /// Wraps a writer. Every write must have whole characters.
    pub(crate) fn new(out: W, is_terminal: bool) -> Self {
        let is_ascii = is_wanted(is_terminal);
        Self { out, is_ascii }
    }
}

impl<W: Write> Write for TextWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_ascii || bytes.is_ascii() {
            return self.out.write(bytes);
        }
        let text = String::from_utf8_lossy(bytes);
        self.out.write_all(to_ascii(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_writer_replaces_characters_only_if_it_must() {
        for (is_ascii, expected) in [(false, "£5 – “a”"), (true, "GBP 5 - \"a\"")] {
            let mut writer = TextWriter {
                out: Vec::new(),
                is_ascii,
            };
            writer
                .write_all("£5 – “a”".as_bytes())
                .expect("a vector can be written to");
            assert_eq!(writer.out, expected.as_bytes());
        }
    }
}
