//! `oa term`: the meaning of a word or an abbreviation.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments,
        answer_output::print_page,
        error::CliError,
        exit_status::ExitStatus,
        load::{known, unambiguous},
    },
    dataset::{Dataset, ItemIndex},
    query::{filter::Filter, resolve},
    report::answer::{
        list::{Listing, list},
        show,
    },
};

/// Explain a word or an abbreviation, or list all that are explained
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    visible_alias = "terms",
    after_help = "Examples:\n  oa terms\n  oa term good level of development"
)]
pub(crate) struct TermArguments {
    /// The word or abbreviation; without one, all are listed
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the meaning, or the list.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &TermArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let page = if arguments.words.is_empty() {
        list(snapshot, Listing::Terms, &Filter::default())
    } else {
        let typed = arguments.words.join(" ");
        let term = unambiguous(resolve::term(snapshot, &typed))?;
        show::show(snapshot, &[known(snapshot, ItemIndex::Term(term))?])
    };
    print_page(snapshot, &page, &arguments.output)
}
