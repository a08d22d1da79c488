//! Loading: reading bytes, checking them, and saying what is wrong with them.
//!
//! The bundled dataset is the exception: it was read when the program was built.
//!
//! A sound file is read once, straight into the types of the file format. Only if something is
//! wrong with it is it read again, slowly, to report every problem with its position.

mod area_splitter;
mod bundled;
mod check;
mod check_links;
mod diagnose;
mod diagnostic;
mod file;
mod file_type;
mod json_tree;
mod json_tree_reader;
mod problem;
mod progress;
mod read_areas;
mod resolve_citations;
mod review;
mod review_characters;
mod review_positions;
mod schema_shape;
mod shape;
mod shape_words;
mod syntax;

use std::{
    collections::HashSet,
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

pub use diagnostic::{Diagnostic, FilePosition, LoadError, Severity, Warnings};
pub use file::{LARGE_FILE, MAX_FILE_SIZE, large_file_size};
pub use progress::LoadProgress;

use crate::{dataset::store::Dataset, sort::SortShared, text::paragraph};
use check::check;
use diagnose::diagnose;
use diagnostic::Locator;
use file_type::not_utf8;
use json_tree::Node;
use progress::ProgressReader;
use read_areas::{ReadFailure, read_document};
use review::review;

/// The most problems that are shown, unless all are asked for.
pub const MAX_SHOWN: usize = 50;

const BYTE_ORDER_MARK: char = '\u{feff}';

impl Dataset {
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
        let bytes = read_file(path)?;
        Self::from_bytes(&path.display().to_string(), &bytes)
    }

    /// Loads a dataset from a stream, such as standard input. `name` is its name in error messages.
    ///
    /// # Errors
    /// As [`Dataset::from_file`].
    pub fn from_reader(name: &str, reader: impl Read) -> Result<Self, LoadError> {
        Self::from_bytes(name, &read_stream(name, reader)?)
    }

    /// Loads a dataset from UTF-8, with or without a byte order mark. `name` is its name in error
    /// messages.
    ///
    /// # Errors
    /// If the bytes are not UTF-8, not JSON or not a sound dataset.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        from_text(name, utf8(name, bytes)?, MAX_SHOWN)
    }

    /// Loads a dataset from JSON. `name` is its name in error messages.
    ///
    /// # Errors
    /// If the text is not JSON or not a sound dataset.
    pub fn from_json(name: &str, text: &str) -> Result<Self, LoadError> {
        from_text(name, text, MAX_SHOWN)
    }

    /// Loads a dataset from UTF-8, and looks for values that are probably wrong. `name` is its name
    /// in messages. At most `max_shown` problems or warnings are worded.
    ///
    /// # Errors
    /// As [`Dataset::from_bytes`].
    pub fn check(
        name: &str,
        bytes: &[u8],
        max_shown: usize,
    ) -> Result<(Self, Warnings), LoadError> {
        let text = utf8(name, bytes)?;
        let dataset = from_text(name, text, max_shown)?;
        let warnings = warnings(name, text, &dataset, max_shown);
        Ok((dataset, warnings))
    }
}

/// Reads the bytes of a file, to check them.
///
/// # Errors
/// If the file cannot be read, is too large, or needs more memory than there is.
pub fn read_file(path: &Path) -> Result<Vec<u8>, LoadError> {
    let read = File::open(path).and_then(|file| file::read(file, MAX_FILE_SIZE));
    let name = path.display().to_string();
    read.map_err(|error| file::unreadable(&name, path.is_dir(), &error))
}

/// Reads the bytes of a stream, to check them. `name` is its name in messages.
///
/// # Errors
/// As [`read_file`].
pub fn read_stream(name: &str, reader: impl Read) -> Result<Vec<u8>, LoadError> {
    file::read(reader, MAX_FILE_SIZE).map_err(|error| file::unreadable(name, false, &error))
}

fn utf8<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, LoadError> {
    str::from_utf8(bytes)
        .map_err(|error| LoadError::single(name, not_utf8(bytes, error.valid_up_to())))
}

fn from_text(name: &str, text: &str, max_shown: usize) -> Result<Dataset, LoadError> {
    let text = without_mark(text);
    let error = match serde_json::from_str(text) {
        Ok(document) => {
            if let Ok(dataset) = check(document, &HashSet::new(), true) {
                return Ok(dataset);
            }
            serde::de::Error::custom("the dataset is not sound")
        }
        Err(error) => error,
    };
    let diagnosis = diagnose(text, &error, max_shown);
    Err(LoadError {
        file: paragraph(name),
        diagnostics: diagnosis.diagnostics,
        total: diagnosis.total,
    })
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// Words what is suspicious in a dataset that was loaded from a text.
fn warnings(name: &str, text: &str, dataset: &Dataset, max_shown: usize) -> Warnings {
    let text = without_mark(text);
    let found = review(text, dataset);
    let total = found.len();
    let mut diagnostics = Vec::new();
    if total > 0
        && let Ok(tree) = Node::parse(text)
    {
        let mut placed: Vec<_> = found
            .into_iter()
            .map(|suspicion| (tree.at(&suspicion.path).span.clone(), suspicion))
            .collect();
        placed.sort_shared_by_key(|(span, _)| span.start);
        placed.truncate(max_shown);
        let mut locator = Locator::new(text);
        diagnostics.extend(placed.into_iter().map(|(span, suspicion)| {
            let position = locator.locate(span, &suspicion.path);
            Diagnostic::at(position, &suspicion.message, &suspicion.help).into_warning()
        }));
    }
    Warnings {
        file: paragraph(name),
        diagnostics,
        total,
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
    let open = || {
        progress.start(bytes);
        let file = File::open(path).ok()?.take(MAX_FILE_SIZE);
        Some(ProgressReader::new(file, progress))
    };
    let document = match read_document(open()?) {
        Ok(document) => document,
        Err(ReadFailure::Wrong) => return None,
        Err(ReadFailure::NoThreads) => {
            let reader = BufReader::with_capacity(PIECE, open()?);
            serde_json::from_reader(reader).ok()?
        }
    };
    check(document, &HashSet::new(), true).ok()
}
