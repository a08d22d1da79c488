//! `oa check`: validation of a dataset.

use std::path::PathBuf;

use clap::Args;

use crate::{
    cli::{answer_output::print, error::CliError, exit_status::ExitStatus, load::load},
    dataset::ItemIndex,
    text::paragraph,
};

/// Check a dataset and list its problems
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa check my-programme.json")]
pub(crate) struct CheckArguments {
    /// The JSON file to check, or `-` for standard input
    file: PathBuf,
}

/// Prints the size of the dataset. Problems are in the error.
pub(super) fn run(arguments: &CheckArguments) -> Result<ExitStatus, CliError> {
    let dataset = load(Some(&arguments.file))?;
    let document = dataset.document();
    let facts = dataset
        .item_indices()
        .filter(|item| matches!(item, ItemIndex::Fact(_)))
        .count();
    let name = arguments.file.display().to_string();
    print(&format!(
        "{}: no problems; {} areas, {facts} facts, {} sources\n",
        paragraph(&name),
        document.areas.len(),
        document.sources.len()
    ))
}
