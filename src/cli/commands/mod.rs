//! The subcommands: one file each, with its arguments and a function that runs it.
//!
//! `#[group(skip)]` saves time: clap would build a group of each command's arguments at every start, and nothing uses them.

mod brief;
mod check;
mod compare;
mod completions;
mod export;
mod list;
mod man;
mod matrix;
pub(crate) mod picture;
mod schema;
mod search;
mod show;
mod timeline;
mod tour;
pub(crate) mod version;

use clap::Subcommand;

use super::{
    arguments::Arguments, error::CliError, exit_status::ExitStatus, load::load, values::ColorTheme,
};

/// A subcommand and its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CliCommand {
    List(list::ListArguments),
    Show(show::ShowArguments),
    Search(search::SearchArguments),
    Matrix(matrix::MatrixArguments),
    Compare(compare::CompareArguments),
    Timeline(timeline::TimelineArguments),
    Brief(brief::BriefArguments),
    Export(export::ExportArguments),
    Check(check::CheckArguments),
    Completions(completions::CompletionsArguments),
    Man(man::ManArguments),
    Tour(tour::TourArguments),
    Picture(picture::PictureArguments),
    Schema(schema::SchemaArguments),
}

impl CliCommand {
    /// Runs the command; `global` holds the options before it.
    pub(crate) fn run(self, global: Arguments) -> Result<ExitStatus, CliError> {
        let dataset = || load(global.data.as_deref());
        match self {
            Self::List(arguments) => list::run(dataset()?, arguments),
            Self::Show(arguments) => show::run(dataset()?, &arguments),
            Self::Search(arguments) => search::run(dataset()?, arguments),
            Self::Matrix(arguments) => matrix::run(dataset()?, arguments),
            Self::Compare(arguments) => compare::run(dataset()?, &arguments),
            Self::Timeline(arguments) => timeline::run(dataset()?, &arguments),
            Self::Brief(arguments) => brief::run(dataset()?, &arguments),
            Self::Export(arguments) => export::run(dataset()?, arguments),
            Self::Check(arguments) => check::run(&arguments),
            Self::Completions(arguments) => completions::run(dataset()?, arguments.shell),
            Self::Man(arguments) => man::run(arguments),
            Self::Tour(arguments) => tour::run(global, &arguments),
            Self::Picture(mut arguments) => {
                arguments.ascii |= global.ascii;
                if arguments.theme == ColorTheme::Auto {
                    arguments.theme = global.theme;
                }
                picture::run(dataset()?, &arguments)
            }
            Self::Schema(_) => schema::run(),
        }
    }

    /// Returns whether the command reads files that the user names, or writes files.
    pub(crate) fn uses_files(&self) -> bool {
        match self {
            Self::Check(_) => true,
            Self::Export(arguments) => arguments.folder.is_some(),
            _ => false,
        }
    }
}
