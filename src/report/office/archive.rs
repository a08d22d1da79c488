//! The zip archive of a file.

use std::io::{self, BufWriter, Write};

use flate2::{Compression, write::DeflateEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};

/// Bytes that are compressed at once.
const BUFFER: usize = 32 * 1024;

/// An archive that parts are added to.
pub(super) struct Archive<W> {
    zip: ZipArchiveWriter<W>,
}

impl<W: Write> Archive<W> {
    /// Starts an archive.
    pub(super) fn new(out: W) -> Self {
        Self {
            zip: ZipArchiveWriter::new(out),
        }
    }

    /// Adds a part that is written piece by piece.
    pub(super) fn part(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let file = self.zip.new_file(name);
        let (mut entry, config) = file
            .compression_method(CompressionMethod::DEFLATE)
            .start()
            .map_err(io::Error::other)?;
        let encoder = DeflateEncoder::new(&mut entry, Compression::default());
        let mut out = BufWriter::with_capacity(BUFFER, config.wrap(encoder));
        write(&mut out)?;
        let data = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        let (encoder, descriptor) = data.finish().map_err(io::Error::other)?;
        encoder.finish()?;
        entry.finish(descriptor).map_err(io::Error::other)?;
        Ok(())
    }

    /// Adds a part of which the text is complete.
    pub(super) fn text_part(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.part(name, |out| out.write_all(text.as_bytes()))
    }

    /// Writes the list of the parts, which completes the archive.
    pub(super) fn finish(self) -> io::Result<()> {
        self.zip.finish().map_err(io::Error::other)?.flush()
    }
}
