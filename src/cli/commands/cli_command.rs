//! The list of subcommands.

use clap::Subcommand;

use super::{
    brief, changes, check, compare, completions, coverage, export, list, man, matrix, money,
    picture, schema, search, show, targets, term, timeline, tour,
};

/// A subcommand and its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CliCommand {
    List(list::ListArguments),
    Show(show::ShowArguments),
    Search(search::SearchArguments),
    Money(money::MoneyArguments),
    Changes(changes::ChangesArguments),
    Targets(targets::TargetsArguments),
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
    /// Returns true if the command reads files that the user names, or writes files.
    pub(crate) fn uses_files(&self) -> bool {
        match self {
            Self::Check(_) => true,
            Self::Changes(arguments) => arguments.uses_files() || self.writes_files(),
            _ => self.writes_files(),
        }
    }

    /// Returns true if the command writes files.
    pub(crate) fn writes_files(&self) -> bool {
        // Every command is named, so that the options of a new one cannot be forgotten here.
        let output = match self {
            Self::List(arguments) => &arguments.output,
            Self::Show(arguments) => &arguments.output,
            Self::Search(arguments) => &arguments.output,
            Self::Money(arguments) => &arguments.output,
            Self::Changes(arguments) => &arguments.output,
            Self::Targets(arguments) => &arguments.output,
            Self::Term(arguments) => &arguments.output,
            Self::Matrix(arguments) => &arguments.output,
            Self::Compare(arguments) => &arguments.output,
            Self::Timeline(arguments) => &arguments.output,
            Self::Brief(arguments) => &arguments.output,
            Self::Coverage(arguments) => &arguments.output,
            Self::Export(arguments) => return arguments.writes_files(),
            Self::Completions(arguments) => return arguments.output.is_some(),
            Self::Man(arguments) => return arguments.output.is_some(),
            Self::Picture(arguments) => return arguments.output.is_some(),
            Self::Schema(arguments) => return arguments.output.is_some(),
            Self::Check(arguments) => return arguments.output.is_some(),
            Self::Tour(_) => return false,
        };
        output.file.file.is_some()
    }
}
