//! `oa compare`: areas side by side.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_table, error::CliError,
        exit_status::ExitStatus, filter_names::named_areas, table_options::TableArguments,
    },
    dataset::Dataset,
    report::answer::compare,
};

/// Compare 2 to 4 areas theme by theme, differences first
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa compare hastings ipswich")]
pub(crate) struct CompareArguments {
    /// The areas to compare, two to four. If a name has several words, put a comma after it, or quotation marks around it
    #[arg(required = true, value_name = "AREA")]
    areas: Vec<String>,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// The most areas that are compared.
const MAX_AREAS: usize = 4;

/// Prints the comparison.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &CompareArguments,
) -> Result<ExitStatus, CliError> {
    let areas = named_areas(dataset, &arguments.areas, MAX_AREAS)?;
    let mut earlier = Vec::new();
    for &area in &areas {
        if earlier.contains(&area) {
            return Err(CliError::SameArea {
                area: dataset.area(area).id.to_string(),
            });
        }
        earlier.push(area);
    }
    if !(2..=MAX_AREAS).contains(&areas.len()) {
        return Err(CliError::NumberOfAreas);
    }
    let snapshot = arguments.output.snapshot(dataset);
    let page = compare::compare(snapshot, &areas);
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
