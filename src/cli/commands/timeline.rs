//! `oa timeline`: events by date.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_table, error::CliError,
        exit_status::ExitStatus, load::unambiguous, table_options::TableArguments,
    },
    dataset::Dataset,
    query::resolve,
    report::answer::timeline,
};

/// List events in the programme and its areas by date
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa timeline norwich")]
pub(crate) struct TimelineArguments {
    /// Include only the programme and this area
    area: Option<String>,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the timeline.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &TimelineArguments,
) -> Result<ExitStatus, CliError> {
    let area = arguments
        .area
        .as_ref()
        .map(|typed| unambiguous(resolve::area(dataset, typed)))
        .transpose()?;
    let snapshot = arguments.output.snapshot(dataset);
    let page = timeline::timeline(snapshot, area);
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
