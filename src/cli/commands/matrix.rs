//! `oa matrix`: areas by themes.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        exit_status::ExitStatus,
        table_options::TableArguments,
    },
    dataset::Dataset,
    report::answer::matrix,
};

/// Show which areas have priorities in which themes
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa matrix --as-of 2017-10-09")]
pub(crate) struct MatrixArguments {
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the matrix.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: MatrixArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = matrix::matrix(snapshot, &filter);
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
