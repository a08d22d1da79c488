//! `oa money`: the sums of each area.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        exit_status::ExitStatus,
        table_options::TableArguments,
        values::pounds,
    },
    dataset::{Dataset, Pounds},
    query::filter::Filter,
    report::answer::money,
};

/// Show the largest sum of money of each area; or all sums, if you name areas or narrow them
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Sums of an area overlap, for example a year and five years that include it. They are marked, and never added up.\n\nExamples:\n  oa money\n  oa money bradford\n  oa money --over 500k --theme maths"
)]
pub(crate) struct MoneyArguments {
    /// Show all sums of these areas. If a name has several words, put a comma after it, or quotation marks around it
    #[arg(value_name = "AREA")]
    areas: Vec<String>,
    /// Show all sums of at least this much, for example £500,000, 500k or 0.5m
    #[arg(long, value_name = "SUM", value_parser = pounds)]
    over: Option<Pounds>,
    /// Show all sums, not only the largest of each area
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the sums.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    mut arguments: MoneyArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    arguments.filter.add_areas(dataset, &arguments.areas)?;
    arguments.filter.money = arguments.over.max(arguments.filter.money);
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = if arguments.full || filter != Filter::default() {
        money::all_sums(snapshot, &filter)
    } else {
        money::money(snapshot, &filter)
    };
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
