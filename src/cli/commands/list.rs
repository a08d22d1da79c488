//! `oa list`: everything of one kind, or the kinds.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        exit_status::ExitStatus,
        table_options::TableArguments,
        values::ListKind,
    },
    dataset::Dataset,
    report::answer::list,
};

/// List everything of one kind, or the values you can filter by
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa list\n  oa list actions --partner \"National Literacy Trust\"\n  oa list money --sort -money --limit 5"
)]
pub(crate) struct ListArguments {
    /// The kind of item to list; without one, the kinds are listed with their numbers
    #[arg(ignore_case = true)]
    what: Option<ListKind>,
    #[command(flatten)]
    table: TableArguments,
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
    let page = match arguments.what {
        Some(what) => list::list(snapshot, what.into(), &filter),
        None => list::overview(snapshot, &filter, ListKind::described()),
    };
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
