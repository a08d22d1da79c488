//! `oa compare`: areas side by side.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
        exit_status::ExitStatus, load::unambiguous,
    },
    dataset::{AreaIndex, Dataset},
    query::resolve,
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
    output: OutputArguments,
}

/// The most areas that are compared.
const MAX_AREAS: usize = 4;

/// Prints the comparison.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &CompareArguments,
) -> Result<ExitStatus, CliError> {
    let areas = named_areas(dataset, &arguments.areas)?;
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
    print_page(
        snapshot,
        &compare::compare(snapshot, &areas),
        &arguments.output,
    )
}

/// Returns the areas that the arguments name: each argument one, or all of them together a list in which a name may have
/// several words. An argument with a space was in quotation marks, so without a comma it is one name.
fn named_areas(dataset: &Dataset, typed: &[String]) -> Result<Vec<AreaIndex>, CliError> {
    let any = |characters: fn(char) -> bool| typed.iter().any(|word| word.contains(characters));
    let has_commas = any(|character| matches!(character, ',' | ';'));
    let each = typed.iter().map(|name| resolve::area(dataset, name));
    match each.collect::<Result<Vec<_>, _>>() {
        Ok(areas) if !has_commas => Ok(areas),
        Err(error) if !has_commas && any(char::is_whitespace) => unambiguous(Err(error)),
        _ => unambiguous(resolve::areas(dataset, &typed.join(" "), MAX_AREAS)),
    }
}
