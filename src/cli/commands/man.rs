//! `oa man`: man pages.

use clap::Args;

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
pub(super) fn run(arguments: ManArguments) -> Result<ExitStatus, CliError> {
    match arguments.command {
        None => print(&man_page::program()),
        Some(name) => match man_page::page(&name) {
            Some(page) => print(&page),
            None => Err(CliError::NoManPage { name }),
        },
    }
}
