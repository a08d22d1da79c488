//! `oa compare`: areas side by side.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
        exit_status::ExitStatus, load::unambiguous,
    },
    dataset::Dataset,
    query::resolve,
    report::answer::compare,
};

/// Compare 2 to 4 areas theme by theme, differences first
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa compare hastings ipswich")]
pub(crate) struct CompareArguments {
    /// The areas to compare
    #[arg(required = true, num_args = 2..=4, value_name = "AREA")]
    areas: Vec<String>,
    #[command(flatten)]
    output: OutputArguments,
}

/// Prints the comparison.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &CompareArguments,
) -> Result<ExitStatus, CliError> {
    let areas = arguments
        .areas
        .iter()
        .map(|typed| unambiguous(resolve::area(dataset, typed)))
        .collect::<Result<Vec<_>, _>>()?;
    let mut earlier = Vec::new();
    for &area in &areas {
        if earlier.contains(&area) {
            return Err(CliError::SameArea {
                area: dataset.area(area).id.to_string(),
            });
        }
        earlier.push(area);
    }
    let snapshot = arguments.output.snapshot(dataset);
    print_page(
        snapshot,
        &compare::compare(snapshot, &areas),
        &arguments.output,
    )
}
