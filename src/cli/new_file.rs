//! Writing a file, completely or not at all.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{self, Path, PathBuf},
};

use tempfile::{NamedTempFile, PersistError};

use crate::{command::SaveError, text::quoted};

/// Beginning of the names of files and folders that are not complete yet. Random letters follow.
pub(crate) const TEMPORARY_PREFIX: &str = ".oa-";

/// Writes a file of this name, completely or not at all. `replace` allows an existing file to be overwritten. The content is
/// written piece by piece.
pub(crate) fn write_file(
    path: &Path,
    replace: bool,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), SaveError> {
    write_with(path, replace, content, |file, path| {
        file.persist_noclobber(path).map(drop)
    })
}

/// Writes as [`write_file`] does. `rename` renames the temporary file, and fails if the name is in use.
fn write_with(
    path: &Path,
    replace: bool,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    rename: impl FnOnce(NamedTempFile, &Path) -> Result<(), PersistError>,
) -> Result<(), SaveError> {
    let existing = match path.symlink_metadata() {
        // Nobody should be asked whether to overwrite a folder.
        Ok(_) if path.is_dir() => {
            return Err(failed(path)(io::Error::other(
                "this is the name of a folder",
            )));
        }
        Ok(_) if !replace => return Err(SaveError::Exists),
        Ok(_) => Some(existing_file(path)?),
        Err(_) => None,
    };
    let named = path;
    let path = existing.as_deref().unwrap_or(path);
    if path
        .as_os_str()
        .to_string_lossy()
        .ends_with(path::is_separator)
    {
        return Err(failed(named)(io::Error::other(
            "this is the name of a folder",
        )));
    }
    let file = temporary_file(path).map_err(failed(named))?;
    let mut out = BufWriter::new(file.as_file());
    content(&mut out)
        .and_then(|()| out.flush())
        // Some file systems report a full disk only now.
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed(named))?;
    drop(out);
    if replace {
        return file
            .persist(path)
            .map(drop)
            .map_err(|error| failed(named)(error.error));
    }
    match rename(file, path) {
        Ok(()) => Ok(()),
        Err(PersistError { error, .. }) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(SaveError::Exists)
        }
        Err(PersistError { file, .. }) => rename_over_own_file(file, path),
    }
}

/// Renames a temporary file where the file system has neither hard links nor a rename that fails if the name is in use, such
/// as FAT. Creates an empty file of that name first, and then renames over it.
fn rename_over_own_file(file: NamedTempFile, path: &Path) -> Result<(), SaveError> {
    match File::create_new(path) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(SaveError::Exists);
        }
        Err(error) => return Err(failed(path)(error)),
    }
    file.persist(path).map(drop).map_err(|error| {
        // If this fails too, the message still has the first error.
        let _ = fs::remove_file(path);
        failed(path)(error.error)
    })
}

/// Returns the file that may be overwritten: the one that a link points to, so that the link stays.
fn existing_file(path: &Path) -> Result<PathBuf, SaveError> {
    let file = fs::canonicalize(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => failed(path)(io::Error::other(
            "this is a link to a file that does not exist",
        )),
        _ => failed(path)(error),
    })?;
    match file.metadata() {
        Ok(metadata) if metadata.is_file() => Ok(file),
        // A rename would put a file in the place of a device.
        Ok(_) => Err(failed(path)(io::Error::other("this is not a file"))),
        Err(error) => Err(failed(path)(error)),
    }
}

/// Creates a file with a unique name in the folder of `path`. It is removed when dropped.
fn temporary_file(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX);
    // By default only its owner could read the file. The umask is applied.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
        .tempfile_in(folder_of(path))
        .map_err(without_temporary_name)
}

/// Returns an error without the name of the temporary file or folder, which `tempfile` adds and which says nothing to a user.
pub(crate) fn without_temporary_name(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path ") {
        Some((reason, _)) => io::Error::new(error.kind(), reason),
        None => error,
    }
}

/// Returns the folder that a file or folder of this name is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Returns the text of an error of the system without its number, which tells users nothing.
pub(crate) fn without_number(text: &str) -> &str {
    text.split_once(" (os error")
        .map_or(text, |(words, _)| words)
}

/// Returns an error of writing to `path` in the words of a user: they say which folder is missing, for example.
pub(crate) fn in_words(error: &io::Error, path: &Path) -> io::Error {
    let folder = folder_of(path);
    let name = if folder == Path::new(".") {
        "this folder".into()
    } else {
        quoted(&folder.to_string_lossy())
    };
    let words = match error.kind() {
        io::ErrorKind::NotFound if !folder.exists() => format!("there is no folder {name}"),
        io::ErrorKind::NotADirectory => format!("{name} is not a folder"),
        io::ErrorKind::PermissionDenied => format!("you may not write in {name}"),
        io::ErrorKind::ReadOnlyFilesystem => format!("{name} cannot be written to"),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        kind => {
            let text = error.to_string();
            return io::Error::new(kind, without_number(&text).to_string());
        }
    };
    io::Error::new(error.kind(), words)
}

/// Returns a function that says in the words of a user why `path` cannot be written.
fn failed(path: &Path) -> impl Fn(io::Error) -> SaveError + '_ {
    move |error| {
        let reason = in_words(&error, path);
        SaveError::Failed(format!("cannot be written: {reason}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes bytes as [`write_file`] does.
    fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), SaveError> {
        write_file(path, replace, |out| out.write_all(bytes))
    }

    /// Returns a function that writes these bytes.
    fn bytes(bytes: &[u8]) -> impl FnOnce(&mut dyn Write) -> io::Result<()> {
        move |out| out.write_all(bytes)
    }

    /// Returns the names in a folder, sorted.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("the folder can be read")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    fn content(file: &Path) -> Vec<u8> {
        fs::read(file).expect("the file exists")
    }

    #[test]
    fn existing_file_is_overwritten_only_if_allowed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.md");
        assert_eq!(write(&file, b"one", false), Ok(()));
        assert_eq!(write(&file, b"two", false), Err(SaveError::Exists));
        assert_eq!(content(&file), b"one");
        assert_eq!(write(&file, b"two", true), Ok(()));
        assert_eq!(content(&file), b"two");
        let refused = write(&folder.path().join("no/such/folder.md"), b"three", false);
        assert!(
            matches!(&refused, Err(SaveError::Failed(reason)) if !reason.contains(TEMPORARY_PREFIX)),
            "{refused:?}"
        );
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn message_says_that_a_link_leads_nowhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("a.md");
        std::os::unix::fs::symlink("nowhere", &link).expect("a link");
        assert_eq!(write(&link, b"new", false), Err(SaveError::Exists));
        let reason = "cannot be written: this is a link to a file that does not exist";
        let refused = Err(SaveError::Failed(reason.into()));
        assert_eq!(write(&link, b"new", true), refused);
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[test]
    fn message_names_the_folder_that_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("notes");
        fs::write(&file, "mine").expect("it can be written");
        let refused = write(&file.join("oldham.md"), b"new", false);
        let Err(SaveError::Failed(reason)) = &refused else {
            panic!("{refused:?}")
        };
        assert!(reason.ends_with("notes` is not a folder"), "{reason}");
    }

    #[test]
    fn nobody_is_asked_to_overwrite_a_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for replace in [false, true] {
            let refused = write(folder.path(), b"one", replace);
            assert!(
                matches!(&refused, Err(SaveError::Failed(reason)) if reason.contains("folder")),
                "{refused:?}"
            );
        }
    }

    #[test]
    fn files_of_the_user_with_similar_names_are_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["a.md.unfinished", ".a.md.tmp", "a.md~"] {
            fs::write(folder.path().join(name), "mine").expect("a file");
        }
        let before = names(folder.path());
        let file = folder.path().join("a.md");
        for replace in [false, true] {
            assert_eq!(write(&file, b"one", replace), Ok(()));
        }
        for name in before {
            assert_eq!(content(&folder.path().join(name)), b"mine");
        }
        assert_eq!(names(folder.path()).len(), 4);
    }

    /// As on FAT, which has no hard links, and on a system without `renameat2`.
    #[test]
    fn file_is_saved_where_there_are_no_hard_links() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.md");
        let save = |file: &Path| {
            write_with(file, false, bytes(b"one"), |file, _| {
                let error = io::ErrorKind::PermissionDenied.into();
                Err(PersistError { error, file })
            })
        };
        assert_eq!(save(&file), Ok(()));
        assert_eq!(content(&file), b"one");
        assert_eq!(save(&file), Err(SaveError::Exists));
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    /// Another program creates the file after its absence was checked.
    #[test]
    fn file_that_appears_meanwhile_is_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.md");
        let appears = |temporary: NamedTempFile, path: &Path| {
            fs::write(path, "mine").expect("a file");
            temporary.persist_noclobber(path).map(drop)
        };
        assert_eq!(
            write_with(&file, false, bytes(b"one"), appears),
            Err(SaveError::Exists)
        );
        let appears = |temporary: NamedTempFile, path: &Path| {
            fs::write(path, "mine").expect("a file");
            let error = io::ErrorKind::Unsupported.into();
            Err(PersistError {
                error,
                file: temporary,
            })
        };
        fs::remove_file(&file).expect("the file can be removed");
        assert_eq!(
            write_with(&file, false, bytes(b"one"), appears),
            Err(SaveError::Exists)
        );
        assert_eq!(content(&file), b"mine");
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_and_devices_are_not_replaced() {
        use std::os::unix::{
            fs::{PermissionsExt as _, symlink},
            net::UnixListener,
        };

        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("real.md"), "old").expect("a file");
        symlink("real.md", path("link.md")).expect("a link");
        symlink("nowhere.md", path("dangling.md")).expect("a link");
        // Not a real device: a fault here would replace it.
        let _socket = UnixListener::bind(path("device.md")).expect("a socket");
        fs::create_dir(path("folder.md")).expect("a folder");
        for name in ["link.md", "dangling.md", "device.md"] {
            assert_eq!(write(&path(name), b"new", false), Err(SaveError::Exists));
        }
        let refused = write(&path("folder.md"), b"new", false);
        assert!(matches!(refused, Err(SaveError::Failed(_))), "{refused:?}");
        assert_eq!(write(&path("link.md"), b"new", true), Ok(()));
        assert!(path("link.md").is_symlink());
        assert_eq!(content(&path("real.md")), b"new");
        for name in ["dangling.md", "device.md", "folder.md"] {
            let refused = write(&path(name), b"new", true);
            assert!(matches!(refused, Err(SaveError::Failed(_))), "{name}");
        }
        assert!(matches!(
            write(&path("new/"), b"new", false),
            Err(SaveError::Failed(_))
        ));
        assert_eq!(
            names(folder.path()),
            [
                "dangling.md",
                "device.md",
                "folder.md",
                "link.md",
                "real.md"
            ]
        );
        // Others may read a briefing, as far as the umask allows it.
        assert_eq!(write(&path("readable.md"), b"new", false), Ok(()));
        fs::write(path("as-usual.md"), "").expect("a file");
        let mode = |name| {
            let metadata = fs::metadata(path(name)).expect("a file");
            metadata.permissions().mode()
        };
        assert_eq!(mode("readable.md"), mode("as-usual.md"));
    }
}
