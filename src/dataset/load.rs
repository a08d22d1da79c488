//! From bytes to a dataset: the bundled one, a file, standard input.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::{
    Dataset,
    check::check,
    diagnose::diagnose,
    problem::{LoadError, Problem},
    text::sanitised,
};

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
        let name = path.display().to_string();
        let name = sanitised(&name);
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
            Err(error) => Err(LoadError { file: name.into(), problems: vec![not_utf8(bytes, error.valid_up_to())] }),
        }
    }

    /// Reads a dataset from JSON.
    ///
    /// # Errors
    /// If it is not JSON or not a sound dataset.
    pub fn from_json(name: &str, text: &str) -> Result<Self, LoadError> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let problems = match serde_json::from_str(text) {
            Ok(document) => match check(document, &HashSet::new()) {
                Ok(dataset) => return Ok(dataset),
                Err(_) => diagnose(text, &serde::de::Error::custom("the dataset is not sound")),
            },
            Err(error) => diagnose(text, &error),
        };
        Err(LoadError { file: name.into(), problems })
    }
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
    // Asked for before, and given back at once: to run out of memory in the middle would end the program without a word.
    let room = Vec::<u8>::new().try_reserve_exact(bytes.len().saturating_mul(ROOM));
    room.map_err(|_| io::ErrorKind::OutOfMemory)?;
    Ok(bytes)
}

fn unreadable(name: &str, is_folder: bool, error: &io::Error) -> LoadError {
    let (message, help) = match error.kind() {
        _ if is_folder => ("this is a folder, not a file".to_string(), "name the JSON file in it"),
        io::ErrorKind::NotFound => ("there is no such file".to_string(), "check the name and the folder that you are in"),
        io::ErrorKind::FileTooLarge => (format!("the file has more than {LARGEST} bytes (1 GiB)"), "split it into several programmes"),
        io::ErrorKind::OutOfMemory => {
            ("there is not enough memory to read the file".to_string(), "close other programs, or raise the limit")
        }
        io::ErrorKind::PermissionDenied => ("the file may not be read".to_string(), "ask its owner for permission to read it"),
        _ => (format!("the file can't be read: {error}"), "try again, or copy it to another place"),
    };
    LoadError { file: name.into(), problems: vec![Problem::whole(message, help)] }
}

fn not_utf8(bytes: &[u8], valid: usize) -> Problem {
    let help = "save the file as UTF-8";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Problem::whole("this is UTF-16, not UTF-8", help);
    }
    let readable = String::from_utf8_lossy(bytes);
    let message = format!("byte {:#04x} is not UTF-8", bytes[valid]);
    Problem::at(&readable, valid..valid + 1, "", message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_large_a_file_is_read_no_further_than_the_limit() {
        assert_eq!(read(io::repeat(b' '), 100).map_err(|error| error.kind()), Err(io::ErrorKind::FileTooLarge));
        assert_eq!(read(io::repeat(b' ').take(100), 100).map(|bytes| bytes.len()).map_err(|error| error.kind()), Ok(100));
        let told = unreadable("a", false, &io::ErrorKind::FileTooLarge.into()).to_string();
        assert!(told.contains("1073741824 bytes (1 GiB)"), "{told}");
    }
}
