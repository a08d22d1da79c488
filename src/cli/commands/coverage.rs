//! `oa coverage`: the size of the dataset, area by area, and its gaps.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
        exit_status::ExitStatus,
    },
    dataset::Dataset,
    report::answer::coverage,
};

/// Count the facts of each area and kind, and list what is not known
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa coverage --format csv")]
pub(crate) struct CoverageArguments {
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the counts.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &CoverageArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    print_page(snapshot, &coverage::coverage(snapshot), &arguments.output)
}
