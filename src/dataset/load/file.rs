//! Reading of files, within limits of size and memory.

use std::{
    io::{self, Read},
    path::Path,
};

use super::diagnostic::{Diagnostic, LoadError};

/// The size in bytes from which a file is read in pieces: 4 MiB. Below it, reading all at once is a
/// little faster.
pub const LARGE_FILE: u64 = 1 << 22;

/// The size of the largest file in bytes: 1 GiB.
pub const MAX_FILE_SIZE: u64 = 1 << 30;

/// The most memory that a dataset takes, in multiples of the size of its file.
const MEMORY_FACTOR: usize = 4;

/// Returns the size of a large file in bytes, or `None` for other files and for what is not a file.
#[must_use]
pub fn large_file_size(path: &Path) -> Option<u64> {
    let metadata = std::fs::metadata(path).ok()?;
    Some(metadata.len())
        .filter(|bytes| metadata.is_file() && (LARGE_FILE..=MAX_FILE_SIZE).contains(bytes))
}

/// Returns true if this much memory, in bytes, can be allocated. It is freed at once.
///
/// Asked before reading, because a failed allocation later would end the program without a message.
pub(super) fn has_memory(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

/// Reads to the end.
///
/// # Errors
/// If reading fails, if there are more than `max_size` bytes, or not enough memory for the dataset
/// in them.
pub(super) fn read(reader: impl Read, max_size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(max_size + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_size {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    if has_memory(bytes.len().saturating_mul(MEMORY_FACTOR)) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::OutOfMemory.into())
    }
}

/// Words the error of reading a file.
pub(super) fn unreadable(name: &str, is_folder: bool, error: &io::Error) -> LoadError {
    let (message, help) = match error.kind() {
        _ if is_folder => (
            "this is a folder, not a file".to_string(),
            "give the path of a JSON file",
        ),
        io::ErrorKind::NotFound => (
            "there is no file with this name".to_string(),
            "check the name and the current folder",
        ),
        io::ErrorKind::FileTooLarge => (
            format!("the file is larger than {MAX_FILE_SIZE} bytes (1 GiB)"),
            "split it into smaller datasets",
        ),
        io::ErrorKind::OutOfMemory => (
            "there is not enough memory to read the file".to_string(),
            "close other programs or raise the memory limit",
        ),
        io::ErrorKind::PermissionDenied => (
            "you do not have permission to read the file".to_string(),
            "ask the owner of the file for permission",
        ),
        _ => (
            format!("the file cannot be read: {error}"),
            "try again, or use a copy of the file",
        ),
    };
    LoadError::single(name, Diagnostic::whole(&message, help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_that_is_too_large_is_not_read_past_the_limit() {
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
        let message = unreadable("a", false, &io::ErrorKind::FileTooLarge.into()).to_string();
        assert!(message.contains("1073741824 bytes (1 GiB)"), "{message}");
    }
}
