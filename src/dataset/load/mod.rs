//! Loading: reading bytes, checking them, and saying what is wrong with them.
//!
//! A sound file is read once, straight into the types of the file format. Only if something is
//! wrong with it is it read again, slowly, to report every problem with its position.

mod check;
mod diagnose;
mod diagnostic;
mod file;
mod json_tree;
mod json_tree_reader;
mod progress;

use std::{
    collections::HashSet,
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

pub use diagnostic::{Diagnostic, FilePosition, LoadError};
pub use file::{LARGE_FILE, MAX_FILE_SIZE, large_file_size};
pub use progress::LoadProgress;

use crate::{
    dataset::{store::Dataset, values::BUNDLED},
    text::paragraph,
};
use check::check;
use diagnose::{diagnose, not_utf8};
use progress::ProgressReader;

const BYTE_ORDER_MARK: char = '\u{feff}';

impl Dataset {
    /// Returns the dataset that is a part of the program.
    #[must_use]
    pub fn bundled() -> Self {
        match Self::from_json("the bundled dataset", BUNDLED) {
            Ok(dataset) => dataset,
            Err(error) => unreachable!("a test loads the bundled dataset: {error}"),
        }
    }

    /// Loads a dataset from a file.
    ///
    /// # Errors
    /// If the file cannot be read, is not UTF-8, is not JSON or is not a sound dataset. The error
    /// has all problems, if possible.
    pub fn from_file(path: &Path) -> Result<Self, LoadError> {
        Self::from_file_with_progress(path, &LoadProgress::default())
    }

    /// Loads a dataset from a file, while another thread may follow the progress.
    ///
    /// A large file is read in pieces, so that its text and the dataset are not in memory at the
    /// same time.
    ///
    /// # Errors
    /// As [`Dataset::from_file`].
    pub fn from_file_with_progress(
        path: &Path,
        progress: &LoadProgress,
    ) -> Result<Self, LoadError> {
        if let Some(dataset) = from_large_file(path, progress) {
            return Ok(dataset);
        }
        let name = path.display().to_string();
        let name = paragraph(&name);
        match File::open(path).and_then(|file| file::read(file, MAX_FILE_SIZE)) {
            Ok(bytes) => Self::from_bytes(&name, &bytes),
            Err(error) => Err(file::unreadable(&name, path.is_dir(), &error)),
        }
    }

    /// Loads a dataset from a stream, such as standard input. `name` is its name in error messages.
    ///
    /// # Errors
    /// As [`Dataset::from_file`].
    pub fn from_reader(name: &str, reader: impl Read) -> Result<Self, LoadError> {
        match file::read(reader, MAX_FILE_SIZE) {
            Ok(bytes) => Self::from_bytes(name, &bytes),
            Err(error) => Err(file::unreadable(name, false, &error)),
        }
    }

    /// Loads a dataset from UTF-8, with or without a byte order mark. `name` is its name in error
    /// messages.
    ///
    /// # Errors
    /// If the bytes are not UTF-8, not JSON or not a sound dataset.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        match str::from_utf8(bytes) {
            Ok(text) => Self::from_json(name, text),
            Err(error) => Err(LoadError {
                file: name.into(),
                diagnostics: vec![not_utf8(bytes, error.valid_up_to())],
            }),
        }
    }

    /// Loads a dataset from JSON. `name` is its name in error messages.
    ///
    /// # Errors
    /// If the text is not JSON or not a sound dataset.
    pub fn from_json(name: &str, text: &str) -> Result<Self, LoadError> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let diagnostics = match serde_json::from_str(text) {
            Ok(document) => match check(document, &HashSet::new()) {
                Ok(dataset) => return Ok(dataset),
                Err(_) => diagnose(text, &serde::de::Error::custom("the dataset is not sound")),
            },
            Err(error) => diagnose(text, &error),
        };
        Err(LoadError {
            file: name.into(),
            diagnostics,
        })
    }
}

/// Loads a large file in pieces. Returns `None` if the file is not large, or anything is wrong with
/// it.
fn from_large_file(path: &Path, progress: &LoadProgress) -> Option<Dataset> {
    const PIECE: usize = 1 << 16;
    let bytes = large_file_size(path)?;
    if !file::has_memory(usize::try_from(bytes).ok()?.saturating_mul(2)) {
        return None;
    }
    progress.start(bytes);
    let file = File::open(path).ok()?.take(MAX_FILE_SIZE);
    let reader = BufReader::with_capacity(PIECE, ProgressReader::new(file, progress));
    let document = serde_json::from_reader(reader).ok()?;
    check(document, &HashSet::new()).ok()
}
