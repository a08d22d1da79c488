//! `oa search`: full-text search.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_page,
        error::CliError,
        exit_status::ExitStatus,
        values::count,
    },
    dataset::Dataset,
    report::answer,
};

/// Search all text; words match in any order, even if misspelt, and "phrases" match exactly
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "A search can have at most 1,000 bytes.\n\nExample: oa search mental health oldham"
)]
pub(crate) struct SearchArguments {
    /// The words to search for
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,
    /// Show at most this many results
    #[arg(long, value_name = "NUMBER", value_parser = count, default_value_t = 20)]
    most: usize,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    output: OutputArguments,
}

/// Prints the results, the best first.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: SearchArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = answer::search::search(
        snapshot,
        &arguments.words.join(" "),
        &filter,
        arguments.most,
    )?;
    print_page(snapshot, &page, &arguments.output)
}
