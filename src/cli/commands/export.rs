//! `oa export`: the whole dataset for other programs.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    cli::{
        answer_output::{DEFAULT_COLUMNS, print},
        error::CliError,
        exit_status::ExitStatus,
        save::unfinished,
        values::ExportFormat,
    },
    dataset::{Dataset, PartialDate},
    query::snapshot::Snapshot,
    report::{
        Format, TextLayout,
        answer::list,
        export::{ExportFile, export},
        render,
    },
    text::sanitize,
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
    #[arg(long, value_enum)]
    format: Option<ExportFormat>,
    /// Use only what was known at the end of this day, month or year
    #[arg(long, value_name = "DATE")]
    as_of: Option<PartialDate>,
}

/// Writes the folder, or prints JSON Lines.
pub(super) fn run(dataset: &Dataset, arguments: ExportArguments) -> Result<ExitStatus, CliError> {
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
fn write_folder(folder: PathBuf, files: &[ExportFile]) -> Result<ExitStatus, CliError> {
    if folder.exists() {
        return Err(CliError::FolderExists { folder });
    }
    if let Err(source) = write_files(&folder, files) {
        return Err(CliError::WriteFolder { folder, source });
    }
    let name = folder.display().to_string();
    print(&format!("{}: {} files\n", sanitize(&name), files.len()))
}

/// Writes the files to a temporary folder, and renames it when all are written.
fn write_files(folder: &Path, files: &[ExportFile]) -> io::Result<()> {
    let unfinished = unfinished(folder);
    fs::create_dir(&unfinished)
        .and_then(|()| {
            files
                .iter()
                .try_for_each(|file| fs::write(unfinished.join(&file.name), &file.content))
        })
        .and_then(|()| fs::rename(&unfinished, folder))
        .inspect_err(|_| {
            // If this fails too, the message still tells the first error.
            let _ = fs::remove_dir_all(&unfinished);
        })
}
