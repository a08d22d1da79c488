//! `oa check`: validation of a dataset.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    cli::{
        answer_output::print, error::CliError, exit_status::ExitStatus, load::leak, message,
        progress::while_working,
    },
    dataset::{
        Dataset, ItemIndex,
        load::{MAX_SHOWN, read_file, read_stream},
    },
    text::paragraph,
};

/// Check a dataset and list its problems, and values that are probably wrong
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Warnings are about values that are allowed but probably wrong. The exit status is 2 only if there are problems.\n\nExample: oa check my-programme.json"
)]
pub(crate) struct CheckArguments {
    /// The JSON file to check, or `-` for standard input
    file: PathBuf,

    /// Show all problems or warnings, not only the first 50
    #[arg(long)]
    all: bool,
}

/// Prints warnings on standard error, and the size of the dataset. Problems are in the error.
pub(in crate::cli) fn run(arguments: &CheckArguments) -> Result<ExitStatus, CliError> {
    let max_shown = if arguments.all { usize::MAX } else { MAX_SHOWN };
    let is_input = arguments.file == Path::new("-");
    let name = if is_input {
        "standard input".into()
    } else {
        arguments.file.display().to_string()
    };
    let (dataset, warnings) = while_working(format!("Reading {}", paragraph(&name)), || {
        let bytes = if is_input {
            read_stream(&name, io::stdin().lock())
        } else {
            read_file(&arguments.file)
        };
        Dataset::check(&name, &bytes?, max_shown)
    })?;
    let dataset = leak(dataset);
    let found = match warnings.total {
        0 => "no problems".into(),
        1 => "no problems, 1 warning".into(),
        total => format!("no problems, {total} warnings"),
    };
    if warnings.total > 0 {
        message::warn(&warnings);
    }
    let document = dataset.document();
    let facts = dataset
        .item_indices()
        .filter(|item| matches!(item, ItemIndex::Fact(_)))
        .count();
    let name = arguments.file.display().to_string();
    print(&format!(
        "{}: {found}; {} areas, {facts} facts, {} sources\n",
        paragraph(&name),
        document.areas.len(),
        document.sources.len()
    ))
}
