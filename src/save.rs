//! Writing a briefing to a file: whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use opportunity_areas::{
    command::SaveError,
    dataset::ItemIndex,
    query::snapshot::Snapshot,
    report::{
        Display, Format,
        answer::{brief, show},
        render,
    },
};

/// Writes a briefing as Markdown to a file of this name. What is there is replaced only if that is allowed.
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
    let text = render(snapshot, &page, Format::Markdown, Display::plain(80));
    write(Path::new(name), text.as_bytes(), replace)
}

/// The name that something has until all of it is written, so that a full disk leaves nothing by half.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), SaveError> {
    let failed = |error: io::Error| SaveError::Failed(format!("can't be written: {error}"));
    if !replace && path.symlink_metadata().is_ok() {
        return Err(SaveError::Exists);
    }
    let unfinished = unfinished(path);
    let written = fs::write(&unfinished, bytes).and_then(|()| {
        if replace {
            fs::rename(&unfinished, path)
        } else {
            fs::hard_link(&unfinished, path)
        }
    });
    let taken_away = if written.is_err() || !replace {
        fs::remove_file(&unfinished)
    } else {
        Ok(())
    };
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists),
        Err(error) => Err(failed(error)),
        Ok(()) => taken_away.map_err(failed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_replaced_only_if_that_is_allowed() {
        let folder = std::env::temp_dir().join(format!("oa-save-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("a.md");
        assert_eq!(write(&file, b"one", false), Ok(()));
        assert_eq!(write(&file, b"two", false), Err(SaveError::Exists));
        assert_eq!(fs::read(&file).expect("it is there"), b"one");
        assert_eq!(write(&file, b"two", true), Ok(()));
        assert_eq!(fs::read(&file).expect("it is there"), b"two");
        assert!(matches!(
            write(&folder.join("no/such/folder.md"), b"three", false),
            Err(SaveError::Failed(_))
        ));
        assert_eq!(
            fs::read_dir(&folder).expect("a folder").count(),
            1,
            "nothing unfinished is left"
        );
        fs::remove_dir_all(&folder).expect("the folder can go");
    }
}
