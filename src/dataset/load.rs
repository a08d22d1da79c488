//! From bytes to a dataset: the bundled one, a file, standard input.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use super::{
    Dataset,
    check::check,
    diagnose::diagnose,
    problem::{Diagnostic, LoadError},
};
use crate::text::sanitize;

/// The bundled dataset's file. A static, since it must lie in one place: its words are lent from there.
pub static BUNDLED: &str = include_str!("../../data/opportunity-areas.json");

/// The JSON Schema of datasets.
pub const SCHEMA: &str = include_str!("../../data/opportunity-areas.schema.json");

const BYTE_ORDER_MARK: char = '\u{feff}';

impl Dataset {
    /// The dataset that the program brings along.
    #[must_use]
    pub fn bundled() -> Self {
        match Self::from_json("the bundled dataset", BUNDLED) {
            Ok(dataset) => dataset,
            Err(error) => unreachable!("a test loads the bundled dataset: {error}"),
        }
    }

    /// Reads a dataset from a file.
    ///
    /// # Errors
    /// If the file can't be read, is not UTF-8, is not JSON or is not a sound dataset; all problems at once where possible.
    pub fn from_file(path: &Path) -> Result<Self, LoadError> {
        Self::from_file_with_progress(path, &LoadProgress::default())
    }

    /// The same; how far it is can be looked at meanwhile, from another thread.
    ///
    /// A large file is read piece by piece, so that it need not be in memory beside what is made of it. Only if something is
    /// wrong with it is it read again, whole, to say what and where.
    ///
    /// # Errors
    /// As [`Dataset::from_file`].
    pub fn from_file_with_progress(path: &Path, reading: &LoadProgress) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        let name = sanitize(&name);
        if let Some(dataset) = from_large_file(path, reading) {
            return Ok(dataset);
        }
        match File::open(path).and_then(|file| read(file, LARGEST)) {
            Ok(bytes) => Self::from_bytes(&name, &bytes),
            Err(error) => Err(unreadable(&name, path.is_dir(), &error)),
        }
    }

    /// Reads a dataset from a stream, standard input say, to its end.
    ///
    /// # Errors
    /// As [`Dataset::from_file`].
    pub fn from_reader(name: &str, reader: impl Read) -> Result<Self, LoadError> {
        match read(reader, LARGEST) {
            Ok(bytes) => Self::from_bytes(name, &bytes),
            Err(error) => Err(unreadable(name, false, &error)),
        }
    }

    /// Reads a dataset from bytes that must be UTF-8; a byte order mark is accepted.
    ///
    /// # Errors
    /// If they are not UTF-8, not JSON or not a sound dataset.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        match str::from_utf8(bytes) {
            Ok(text) => Self::from_json(name, text),
            Err(error) => Err(LoadError {
                file: name.into(),
                diagnostics: vec![not_utf8(bytes, error.valid_up_to())],
            }),
        }
    }

    /// Reads a dataset from JSON.
    ///
    /// # Errors
    /// If it is not JSON or not a sound dataset.
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

/// How far the reading of a file is.
#[derive(Debug, Default)]
pub struct LoadProgress {
    read: AtomicU64,
    of: AtomicU64,
}

impl LoadProgress {
    /// The part that is read, from 0 to 1; 0 as long as nothing is known. After the last byte comes the check of the whole.
    #[must_use]
    pub fn part(&self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a file has no more than 2^30 bytes"
        )]
        let [read, of] = [&self.read, &self.of].map(|bytes| bytes.load(Ordering::Relaxed) as f64);
        if of > 0.0 { (read / of).min(1.0) } else { 0.0 }
    }
}

/// Tells how many bytes were read.
struct ProgressReader<'r, R> {
    reader: R,
    reading: &'r LoadProgress,
}

impl<R: Read> Read for ProgressReader<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.reader.read(into)?;
        self.reading.read.fetch_add(bytes as u64, Ordering::Relaxed);
        Ok(bytes)
    }
}

/// Files of this size and more, in bytes, are read piece by piece: 4 MiB. That takes a little longer than to read them at once.
pub const LARGE: u64 = 1 << 22;

/// The size of a file that is large; none for small ones, and for what is no file.
#[must_use]
pub fn large(path: &Path) -> Option<u64> {
    let about = std::fs::metadata(path).ok()?;
    Some(about.len()).filter(|bytes| about.is_file() && (LARGE..=LARGEST).contains(bytes))
}

/// Reads a large file; nothing if it isn't one, or is not sound.
fn from_large_file(path: &Path, reading: &LoadProgress) -> Option<Dataset> {
    const PIECE: usize = 1 << 16;
    let bytes = large(path)?;
    if !has_room(usize::try_from(bytes).ok()?.saturating_mul(2)) {
        return None;
    }
    reading.of.store(bytes, Ordering::Relaxed);
    let file = File::open(path).ok()?.take(LARGEST);
    let document = serde_json::from_reader(BufReader::with_capacity(
        PIECE,
        ProgressReader {
            reader: file,
            reading,
        },
    ))
    .ok()?;
    check(document, &HashSet::new()).ok()
}

/// Whether there is so much memory, in bytes. It is asked for before, and given back at once: to run out of it in the middle
/// would end the program without a word.
fn has_room(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

/// No file is larger, in bytes: 1 GiB.
pub const LARGEST: u64 = 1 << 30;

/// A dataset takes no more than so many times the room of its file.
const ROOM: usize = 4;

/// Reads to the end, unless that is too far, or there would be no room for what is made of it.
fn read(reader: impl Read, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    if has_room(bytes.len().saturating_mul(ROOM)) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::OutOfMemory.into())
    }
}

fn unreadable(name: &str, is_folder: bool, error: &io::Error) -> LoadError {
    let (message, help) = match error.kind() {
        _ if is_folder => (
            "this is a folder, not a file".to_string(),
            "name the JSON file in it",
        ),
        io::ErrorKind::NotFound => (
            "there is no such file".to_string(),
            "check the name and the folder that you are in",
        ),
        io::ErrorKind::FileTooLarge => (
            format!("the file has more than {LARGEST} bytes (1 GiB)"),
            "split it into several programmes",
        ),
        io::ErrorKind::OutOfMemory => (
            "there is not enough memory to read the file".to_string(),
            "close other programs, or raise the limit",
        ),
        io::ErrorKind::PermissionDenied => (
            "the file may not be read".to_string(),
            "ask its owner for permission to read it",
        ),
        _ => (
            format!("the file can't be read: {error}"),
            "try again, or copy it to another place",
        ),
    };
    LoadError {
        file: name.into(),
        diagnostics: vec![Diagnostic::whole(message, help)],
    }
}

fn not_utf8(bytes: &[u8], valid: usize) -> Diagnostic {
    let help = "save the file as UTF-8";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Diagnostic::whole("this is UTF-16, not UTF-8", help);
    }
    let readable = String::from_utf8_lossy(bytes);
    let message = format!("byte {:#04x} is not UTF-8", bytes[valid]);
    Diagnostic::at(&readable, valid..valid + 1, "", message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_large_a_file_is_read_no_further_than_the_limit() {
        assert_eq!(
            read(io::repeat(b' '), 100).map_err(|error| error.kind()),
            Err(io::ErrorKind::FileTooLarge)
        );
        assert_eq!(
            read(io::repeat(b' ').take(100), 100)
                .map(|bytes| bytes.len())
                .map_err(|error| error.kind()),
            Ok(100)
        );
        let told = unreadable("a", false, &io::ErrorKind::FileTooLarge.into()).to_string();
        assert!(told.contains("1073741824 bytes (1 GiB)"), "{told}");
    }
}
