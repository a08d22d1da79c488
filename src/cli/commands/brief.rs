//! `oa brief`: a page for a briefing.

use clap::Args;

use crate::{
    cli::{
        answer_output::print_page, arguments::OutputArguments, error::CliError,
        exit_status::ExitStatus, load::unambiguous,
    },
    dataset::{Dataset, ItemIndex},
    query::resolve,
    report::answer::brief,
};

/// Write a briefing on an area or a theme, with numbered sources
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = "Example: oa brief oldham --format markdown")]
pub(crate) struct BriefArguments {
    /// The area or theme
    subject: String,
    #[command(flatten)]
    output: OutputArguments,
}

/// Prints the briefing.
pub(super) fn run(dataset: &Dataset, arguments: &BriefArguments) -> Result<ExitStatus, CliError> {
    let typed = &arguments.subject;
    let snapshot = arguments.output.snapshot(dataset);
    let page = match unambiguous(resolve::resolve(dataset, typed))? {
        ItemIndex::Area(area) => brief::area(snapshot, area),
        ItemIndex::Theme(theme) => brief::theme(snapshot, theme),
        _ => {
            return Err(CliError::NotABriefingSubject {
                typed: typed.clone(),
            });
        }
    };
    print_page(snapshot, &page, &arguments.output)
}
