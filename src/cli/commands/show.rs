//! `oa show`: items in full.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
        exit_status::ExitStatus, load::known_item,
    },
    dataset::Dataset,
    report::answer::show,
};

/// Show areas, priorities, facts, themes, terms or sources in full
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa show oldham/3")]
pub(crate) struct ShowArguments {
    /// References or names, for example oldham, oldham/3, "Stoke on Trent" or theme/maths
    #[arg(required = true, value_name = "REFERENCE")]
    references: Vec<String>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the items, each once, in the order in which they were given.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &ShowArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let mut items = Vec::new();
    for typed in &arguments.references {
        let item = known_item(snapshot, typed)?;
        if !items.contains(&item) {
            items.push(item);
        }
    }
    print_page(snapshot, &show::show(snapshot, &items), &arguments.output)
}
