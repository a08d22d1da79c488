//! Writing a briefing to a file, completely or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    command::SaveError,
    dataset::ItemIndex,
    query::snapshot::Snapshot,
    report::{
        Format, TextLayout,
        answer::{brief, show},
        render,
    },
};

/// Width of the text, in columns. Markdown does not depend on it.
const COLUMNS: usize = 80;

/// Writes a briefing on an item to a Markdown file, and overwrites an existing file only if `replace` is set.
pub(crate) fn save(
    name: &str,
    snapshot: Snapshot,
    item: ItemIndex,
    replace: bool,
) -> Result<(), SaveError> {
    let page = match item {
        ItemIndex::Area(area) => brief::area(snapshot, area),
        ItemIndex::Theme(theme) => brief::theme(snapshot, theme),
        other => show::show(snapshot, &[other]),
    };
    let text = render(
        snapshot,
        &page,
        Format::Markdown,
        TextLayout::plain(COLUMNS),
    );
    write(Path::new(name), text.as_bytes(), replace)
}

/// Returns the name to use until a file or folder is complete, so that a full disk leaves no incomplete file behind.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), SaveError> {
    let failed = |error: io::Error| SaveError::Failed(format!("cannot be written: {error}"));
    if !replace && path.symlink_metadata().is_ok() {
        return Err(SaveError::Exists);
    }
    let unfinished = unfinished(path);
    let written = fs::write(&unfinished, bytes).and_then(|()| {
        if replace {
            fs::rename(&unfinished, path)
        } else {
            // Unlike a rename, a link fails if the file has been created meanwhile.
            fs::hard_link(&unfinished, path)
        }
    });
    let removed = if written.is_err() || !replace {
        fs::remove_file(&unfinished)
    } else {
        Ok(())
    };
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists),
        Err(error) => Err(failed(error)),
        Ok(()) => removed.map_err(failed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn existing_file_is_overwritten_only_if_allowed() {
        let folder = std::env::temp_dir().join(format!("oa-save-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder can be used");
        let file = folder.join("a.md");
        assert_eq!(write(&file, b"one", false), Ok(()));
        assert_eq!(write(&file, b"two", false), Err(SaveError::Exists));
        assert_eq!(fs::read(&file).expect("the file exists"), b"one");
        assert_eq!(write(&file, b"two", true), Ok(()));
        assert_eq!(fs::read(&file).expect("the file exists"), b"two");
        assert!(matches!(
            write(&folder.join("no/such/folder.md"), b"three", false),
            Err(SaveError::Failed(_))
        ));
        assert_eq!(
            fs::read_dir(&folder)
                .expect("the folder can be used")
                .count(),
            1,
            "no unfinished file is left"
        );
        fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
}
