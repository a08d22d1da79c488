//! `oa export`: the whole dataset for other programs.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    cli::{
        answer_output::{DEFAULT_COLUMNS, print},
        error::CliError,
        exit_status::ExitStatus,
        save::{TEMPORARY_PREFIX, folder_of, in_words, without_temporary_name},
        values::{ExportFormat, date},
    },
    dataset::{Dataset, PartialDate},
    query::snapshot::Snapshot,
    report::{
        Format, TextLayout,
        answer::list,
        export::{ExportFile, export},
        render,
    },
    text::paragraph,
};

/// Export the whole dataset as a folder of CSV files (CSV on the Web), or as JSON Lines
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Examples:\n  oa export opportunity-areas\n  oa export --format jsonl")]
pub(crate) struct ExportArguments {
    /// The folder to create; it must not exist
    #[arg(required_unless_present = "format", conflicts_with = "format")]
    pub(crate) folder: Option<PathBuf>,
    /// Write one item per line to standard output instead
    #[arg(long, value_enum, ignore_case = true)]
    format: Option<ExportFormat>,
    /// Use only what was known at the end of this day, month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<PartialDate>,
}

/// Writes the folder, or prints JSON Lines.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: ExportArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = Snapshot::as_of(dataset, arguments.as_of);
    match arguments.folder {
        Some(folder) => write_folder(folder, &export(snapshot)),
        None => print(&render(
            snapshot,
            &list::everything(snapshot),
            Format::Jsonl,
            TextLayout::plain(DEFAULT_COLUMNS),
        )),
    }
}

/// Creates a folder with all of the files or, after an error, none of them.
fn write_folder(typed: PathBuf, files: &[ExportFile]) -> Result<ExitStatus, CliError> {
    // Without a slash at the end, so that the parent is that of the folder.
    let folder: PathBuf = typed.components().collect();
    if folder.file_name().is_none() {
        return Err(CliError::NotANewFolder { folder: typed });
    }
    match write_files(&folder, files) {
        Ok(()) => {
            let name = typed.display().to_string();
            print(&format!("{}: {} files\n", paragraph(&name), files.len()))
        }
        Err(source) if source.kind() == io::ErrorKind::AlreadyExists => {
            Err(CliError::FolderExists { folder: typed })
        }
        Err(source) => Err(CliError::WriteFolder {
            source: in_words(&source, &folder),
            folder: typed,
        }),
    }
}

/// Writes the files to a temporary folder, and renames it when all are written.
fn write_files(folder: &Path, files: &[ExportFile]) -> io::Result<()> {
    // An empty folder reserves the name. This fails if the name is in use; a rename would not.
    fs::create_dir(folder)?;
    write_over(folder, files).inspect_err(|_| {
        // This removes an empty folder only. If it fails too, the message still has the first error.
        let _ = fs::remove_dir(folder);
    })
}

/// Writes the files to a temporary folder, and replaces an empty folder with it. Removes the temporary folder after an error.
fn write_over(folder: &Path, files: &[ExportFile]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX);
    // By default only its owner could read the folder. The umask is applied.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let temporary = builder
        .tempdir_in(folder_of(folder))
        .map_err(without_temporary_name)?;
    for ExportFile { name, content } in files {
        let mut file = File::create_new(temporary.path().join(name))?;
        file.write_all(content.as_bytes())?;
        // Some file systems report a full disk only now.
        file.sync_all()?;
    }
    // Windows cannot rename over a folder.
    #[cfg(windows)]
    fs::remove_dir(folder)?;
    fs::rename(temporary.path(), folder)?;
    // There is nothing left to remove at the old name.
    let _ = temporary.keep();
    Ok(())
}
