//! `oa list`: everything of one kind.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_page,
        error::CliError,
        exit_status::ExitStatus,
        values::ListKind,
    },
    dataset::Dataset,
    report::answer::list,
};

/// List everything of one kind, or the values you can filter by
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa list actions --partner \"National Literacy Trust\"")]
pub(crate) struct ListArguments {
    /// The kind of item to list
    #[arg(ignore_case = true)]
    what: ListKind,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the list.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: ListArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = list::list(snapshot, arguments.what.into(), &filter);
    print_page(snapshot, &page, &arguments.output)
}
