//! `oa schema`: the JSON Schema of datasets.

use std::path::PathBuf;

use clap::Args;

use crate::{
    cli::{
        error::CliError,
        exit_status::ExitStatus,
        output_file::{file_ending_in, print_to},
    },
    dataset::SCHEMA,
};

/// Print the JSON Schema for datasets
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa schema -o schema.json")]
pub(crate) struct SchemaArguments {
    /// Write the schema to this file, whose name ends in .json
    #[arg(short = 'o', long = "output", value_name = "FILE", value_parser = file_ending_in([".json"]))]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

/// Prints the schema, or writes it to a file.
pub(in crate::cli) fn run(arguments: &SchemaArguments) -> Result<ExitStatus, CliError> {
    print_to(arguments.output.as_deref(), arguments.force, SCHEMA)
}
