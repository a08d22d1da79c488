//! `oa schema`: the JSON Schema of datasets.

use clap::Args;

use crate::{
    cli::{answer_output::print, error::CliError, exit_status::ExitStatus},
    dataset::SCHEMA,
};

/// Print the JSON Schema for datasets
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa schema > schema.json")]
pub(crate) struct SchemaArguments {}

/// Prints the schema.
pub(in crate::cli) fn run() -> Result<ExitStatus, CliError> {
    print(SCHEMA)
}
