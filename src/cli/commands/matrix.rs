//! `oa matrix`: areas by themes.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_page,
        error::CliError,
        exit_status::ExitStatus,
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
    print_page(
        snapshot,
        &matrix::matrix(snapshot, &filter),
        &arguments.output,
    )
}
