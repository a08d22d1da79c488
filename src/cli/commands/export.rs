//! `oa export`: the whole dataset for other programs.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    cli::{
        answer_output::{DEFAULT_COLUMNS, print, report_saved, say},
        error::CliError,
        exit_status::ExitStatus,
        new_file::{TEMPORARY_PREFIX, folder_of, in_words, without_temporary_name, write_file},
        values::{ExportFormat, date},
    },
    command::SaveFormat,
    dataset::{Dataset, PartialDate},
    query::snapshot::Snapshot,
    report::{
        Format, TextLayout,
        answer::list,
        export::{ExportFile, export},
        render,
    },
    text::{is_obeyed, paragraph},
};

/// Export the whole dataset as a workbook, as JSON, or as a folder of CSV files (CSV on the Web)
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa export everything.xlsx\n  oa export my-copy.json\n  oa export opportunity-areas\n  oa export --format jsonl"
)]
pub(crate) struct ExportArguments {
    /// The file to write: .xlsx for a workbook, .json for a dataset that --data reads, .jsonl for one item per line. Any other name is that of a folder to create
    #[arg(required_unless_present_any = ["format", "output_file"], conflicts_with = "format")]
    file: Option<PathBuf>,
    /// The same as FILE, as in other commands
    #[arg(short = 'o', long = "output", id = "output_file", value_name = "FILE", conflicts_with_all = ["file", "format"])]
    output: Option<PathBuf>,
    /// Replace the file if it exists. A folder is never replaced
    #[arg(long, conflicts_with = "format")]
    force: bool,
    /// Write one item per line to standard output instead
    #[arg(long, value_enum, ignore_case = true)]
    format: Option<ExportFormat>,
    /// Use only what was known at the end of this day, month or year
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<PartialDate>,
}

impl ExportArguments {
    /// Returns true if the export is a file or a folder.
    pub(super) fn writes_files(&self) -> bool {
        self.file.is_some() || self.output.is_some()
    }
}

/// Writes the file or the folder, or prints JSON Lines.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: ExportArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = Snapshot::as_of(dataset, arguments.as_of);
    let Some(file) = arguments.file.or(arguments.output) else {
        return print(&lines(snapshot));
    };
    let name = file.to_string_lossy();
    let format = match SaveFormat::of(&name) {
        Ok(format) => format,
        Err(reason) if reason != SaveFormat::advice() => {
            return Err(CliError::WriteFile {
                file: name.into(),
                reason: format!("cannot be written: {reason}"),
            });
        }
        Err(_) if is_other_file(&name) => {
            return Err(CliError::NotAnExport { file: name.into() });
        }
        Err(_) if arguments.force => return Err(CliError::ReplaceFolder),
        Err(_) => return write_folder(file, &export(snapshot)),
    };
    let write = |content: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
        let saved = write_file(&file, arguments.force, content);
        report_saved(file.as_os_str(), saved)
    };
    match format {
        #[cfg(feature = "office")]
        SaveFormat::Xlsx => write(&|out| crate::report::office::write_dataset(snapshot, out)),
        SaveFormat::Jsonl => write(&|out| out.write_all(lines(snapshot).as_bytes())),
        SaveFormat::Json if arguments.as_of.is_some() => Err(CliError::DatasetAsOf),
        SaveFormat::Json => write(&|out| write_dataset(dataset, out)),
        _ => Err(CliError::NotAnExport { file: name.into() }),
    }
}

/// Returns true for the name of a file of another format: nobody wants a folder of this name.
fn is_other_file(name: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "db", "doc", "htm", "ods", "odt", "parquet", "pdf", "rtf", "sqlite", "tsv", "xls", "xlsb",
        "xlsm", "xml", "yaml", "zip",
    ];
    let ending = Path::new(name).extension().map(OsStr::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.iter().any(|other| *other == ending))
}

/// Returns every known item as JSON, one a line.
fn lines(snapshot: Snapshot) -> String {
    let page = list::everything(snapshot);
    let layout = TextLayout::plain(DEFAULT_COLUMNS);
    render(snapshot, &page, Format::Jsonl, layout)
}

/// Writes the dataset in its own format.
fn write_dataset(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, dataset.document())?;
    out.write_all(b"\n")
}

/// Creates a folder with all of the files or, after an error, none of them.
fn write_folder(typed: PathBuf, files: &[ExportFile]) -> Result<ExitStatus, CliError> {
    // Without a slash at the end, so that the parent is that of the folder.
    let folder: PathBuf = typed.components().collect();
    if typed.to_string_lossy().contains(is_obeyed) {
        return Err(CliError::UnseenCharacter { file: typed });
    }
    if folder.file_name().is_none() {
        return Err(CliError::NotANewFolder { folder: typed });
    }
    match write_files(&folder, files) {
        Ok(()) => {
            let name = typed.display().to_string();
            say(&format!("{}: {} files\n", paragraph(&name), files.len()))
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
