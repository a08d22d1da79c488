//! The progress of loading a large file.

use std::{
    io::{self, Read},
    sync::atomic::{AtomicU64, Ordering},
};

/// The progress of loading a file, shared between the thread that loads it and the one that shows
/// it.
#[derive(Debug, Default)]
pub struct LoadProgress {
    read: AtomicU64,
    total: AtomicU64,
}

impl LoadProgress {
    /// Returns the fraction of the file that was read, from 0 to 1, or 0 if its size is not known
    /// yet.
    ///
    /// After the last byte the whole is checked, which takes some more time.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a file has no more than 2^30 bytes"
        )]
        let [read, total] =
            [&self.read, &self.total].map(|bytes| bytes.load(Ordering::Relaxed) as f64);
        if total > 0.0 {
            (read / total).min(1.0)
        } else {
            0.0
        }
    }

    /// Sets the size of the file in bytes, before its first byte is read.
    pub(super) fn start(&self, bytes: u64) {
        self.read.store(0, Ordering::Relaxed);
        self.total.store(bytes, Ordering::Relaxed);
    }
}

/// Counts the bytes that are read.
pub(super) struct ProgressReader<'p, R> {
    reader: R,
    progress: &'p LoadProgress,
}

impl<'p, R> ProgressReader<'p, R> {
    /// Wraps a reader.
    pub(super) fn new(reader: R, progress: &'p LoadProgress) -> Self {
        Self { reader, progress }
    }
}

impl<R: Read> Read for ProgressReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.reader.read(buffer)?;
        self.progress
            .read
            .fetch_add(bytes as u64, Ordering::Relaxed);
        Ok(bytes)
    }
}
