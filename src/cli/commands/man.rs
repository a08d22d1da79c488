//! `oa man`: man pages.

use clap::{Args, Command};

use crate::cli::{answer_output::print, error::CliError, exit_status::ExitStatus, man_page};

/// Print the man page of the program or of a command
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa man | man -l -\n  oa man list | man -l -\n  oa man kiosk | man -l -"
)]
pub(crate) struct ManArguments {
    /// The command, or `kiosk` for the guide to serving the program over SSH
    command: Option<String>,
}

/// Prints the page as roff, for `man -l -`.
pub(in crate::cli) fn run(
    arguments: ManArguments,
    program: Command,
) -> Result<ExitStatus, CliError> {
    match arguments.command {
        None => print(&man_page::program(program)),
        Some(name) => match man_page::page(program, &name) {
            Some(page) => print(&page),
            None => Err(CliError::NoManPage { name }),
        },
    }
}
