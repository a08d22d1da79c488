//! Runs subcommands: the one place that knows both the options before a command and the command itself.

use clap::CommandFactory as _;

use super::{
    arguments::{Arguments, similar_command},
    commands::{
        CliCommand, brief, changes, check, compare, completions, coverage, export, list, man,
        matrix, money, picture, schema, search, show, targets, term, timeline, tour::TourArguments,
    },
    error::CliError,
    exit_status::ExitStatus,
    frontend,
    values::ColorTheme,
};
use crate::tui::TourOptions;

/// Runs the command; `global` holds the options before it.
pub(super) fn run_command(command: CliCommand, global: Arguments) -> Result<ExitStatus, CliError> {
    let dataset = || global.dataset();
    match command {
        CliCommand::List(arguments) => list::run(dataset()?, arguments),
        CliCommand::Show(arguments) => show::run(dataset()?, &arguments),
        CliCommand::Search(arguments) => {
            let first = arguments.words.first().filter(|_| arguments.is_implied);
            let similar = first.and_then(|word| similar_command(word));
            search::run(dataset()?, arguments, similar.as_deref())
        }
        CliCommand::Money(arguments) => money::run(dataset()?, arguments),
        CliCommand::Changes(arguments) => changes::run(dataset, arguments),
        CliCommand::Targets(arguments) => targets::run(dataset()?, arguments),
        CliCommand::Term(arguments) => term::run(dataset()?, &arguments),
        CliCommand::Matrix(arguments) => matrix::run(dataset()?, arguments),
        CliCommand::Compare(arguments) => compare::run(dataset()?, &arguments),
        CliCommand::Timeline(arguments) => timeline::run(dataset()?, &arguments),
        CliCommand::Brief(arguments) => brief::run(dataset()?, &arguments),
        CliCommand::Coverage(arguments) => coverage::run(dataset()?, &arguments),
        CliCommand::Export(arguments) => export::run(dataset()?, arguments),
        CliCommand::Check(arguments) => check::run(&arguments, global.data.as_deref()),
        CliCommand::Completions(arguments) => {
            completions::run(dataset()?, &arguments, Arguments::command())
        }
        CliCommand::Man(arguments) => man::run(arguments, Arguments::command()),
        CliCommand::Tour(arguments) => tour(global, &arguments),
        CliCommand::Picture(mut arguments) => {
            if arguments.theme == ColorTheme::Auto {
                arguments.theme = global.theme;
            }
            picture::run(dataset()?, &arguments, global.ascii)
        }
        CliCommand::Schema(arguments) => schema::run(&arguments),
    }
}

/// Opens the dashboard and starts the tour. Options may be given before or after the command.
fn tour(mut global: Arguments, tour: &TourArguments) -> Result<ExitStatus, CliError> {
    let &TourArguments {
        repeat,
        speed,
        no_mouse,
        plain,
    } = tour;
    // In the kiosk the administrator may have given the option, for people who cannot use the dashboard.
    if global.plain || plain {
        return Err(CliError::PlainTour);
    }
    if global.data.is_some() {
        return Err(CliError::TourOfOtherData);
    }
    global.no_mouse |= no_mouse;
    frontend::dashboard(&global, Some(TourOptions { speed, repeat }))
}
