//! `oa brief`: a page for a briefing.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
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
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &BriefArguments,
) -> Result<ExitStatus, CliError> {
    let typed = &arguments.subject;
    let snapshot = arguments.output.snapshot(dataset);
    let subject = resolve::area_or_theme(dataset, typed);
    if subject.is_err() && resolve::resolve(snapshot, typed).is_ok() {
        return Err(CliError::NotABriefingSubject {
            typed: typed.clone(),
        });
    }
    let page = match unambiguous(subject)? {
        ItemIndex::Area(area) => brief::area(snapshot, area),
        ItemIndex::Theme(theme) => brief::theme(snapshot, theme),
        other => unreachable!("{other:?} is neither an area nor a theme"),
    };
    print_page(snapshot, &page, &arguments.output)
}
