//! The list of subcommands.

use clap::Subcommand;

use super::{
    brief, changes, check, compare, completions, coverage, export, list, man, matrix, money,
    picture, schema, search, show, term, timeline, tour,
};

/// A subcommand and its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CliCommand {
    List(list::ListArguments),
    Show(show::ShowArguments),
    Search(search::SearchArguments),
    Money(money::MoneyArguments),
    Changes(changes::ChangesArguments),
    Term(term::TermArguments),
    Matrix(matrix::MatrixArguments),
    Compare(compare::CompareArguments),
    Timeline(timeline::TimelineArguments),
    Brief(brief::BriefArguments),
    Coverage(coverage::CoverageArguments),
    Export(export::ExportArguments),
    Check(check::CheckArguments),
    Completions(completions::CompletionsArguments),
    Man(man::ManArguments),
    Tour(tour::TourArguments),
    Picture(picture::PictureArguments),
    Schema(schema::SchemaArguments),
}

impl CliCommand {
    /// Returns whether the command reads files that the user names, or writes files.
    pub(crate) fn uses_files(&self) -> bool {
        match self {
            Self::Check(_) => true,
            Self::Changes(arguments) => arguments.uses_files(),
            Self::Export(arguments) => arguments.folder.is_some(),
            _ => false,
        }
    }
}
