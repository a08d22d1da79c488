//! The options for an answer in a file.

use std::path::PathBuf;

use clap::Args;

use crate::command::SaveFormat;

/// Options for an answer in a file.
#[derive(Debug, Default, Args)]
#[group(skip)]
pub(crate) struct FileArguments {
    #[cfg_attr(
        feature = "office",
        doc = "Write the answer to this file. The ending of its name is the format: .docx (Word), .xlsx (Excel), .html, .md, .txt, .csv, .json or .jsonl"
    )]
    #[cfg_attr(
        not(feature = "office"),
        doc = "Write the answer to this file. The ending of its name is the format: .html, .md, .txt, .csv, .json or .jsonl"
    )]
    #[arg(
        short = 'o', long = "output", id = "output_file", value_name = "FILE", value_parser = file_name,
        conflicts_with = "format"
    )]
    pub(crate) file: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output_file")]
    pub(crate) force: bool,
}

/// Parses the name of a file, whose ending is a format.
fn file_name(name: &str) -> Result<PathBuf, String> {
    SaveFormat::of(name).map(|_| PathBuf::from(name))
}
