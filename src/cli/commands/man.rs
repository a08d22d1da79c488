//! `oa man`: man pages.

use std::path::PathBuf;

use clap::{Args, Command};

use crate::cli::{
    error::CliError,
    exit_status::ExitStatus,
    man_page,
    output_file::{file_ending_in, print_to},
};

/// Print the man page of the program or of a command
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Examples:\n  oa man | man -l -\n  oa man list | man -l -\n  oa man kiosk | man -l -"
)]
pub(crate) struct ManArguments {
    /// The command, or `kiosk` for the guide to serving the program over SSH
    command: Option<String>,
    /// Write the page to this file, whose name ends in .1, or in .8 for the guide
    #[arg(short = 'o', long = "output", value_name = "FILE", value_parser = file_ending_in([".1", ".8"]))]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

/// Prints the page as roff, for `man -l -`, or writes it to a file.
pub(in crate::cli) fn run(
    arguments: ManArguments,
    program: Command,
) -> Result<ExitStatus, CliError> {
    let page = match arguments.command {
        None => man_page::program(program),
        Some(name) => match man_page::page(program, &name) {
            Some(page) => page,
            None => return Err(CliError::NoManPage { name }),
        },
    };
    print_to(arguments.output.as_deref(), arguments.force, &page)
}
