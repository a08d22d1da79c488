//! The `oa` program: reads the arguments, runs the dashboard, the dialogue or a command, and reports errors.
//!
//! - `arguments`: options; `values`: parsers for their values.
//! - `commands`: the subcommands, one file each; `man_page`: the text of the man pages.
//! - `frontend`: opens the dashboard or the dialogue.
//! - `deadline` and `idle`: the end of commands and sessions that take too long.
//! - `terminal_env`, `color_level` and `terminfo`: what the environment tells about the terminal.
//! - `error`, `exit_status` and `message`: how a run ends, and the words for it.
//! - `kiosk`: limits for users who are not trusted.

mod answer_options;
mod answer_output;
mod argument_limits;
mod arguments;
mod ascii_output;
mod color_level;
mod commands;
mod deadline;
mod error;
mod excluded_words;
mod exit_status;
mod file_arguments;
mod filter_names;
mod frontend;
mod help_topic;
mod idle;
mod joined_values;
mod kiosk;
mod load;
mod man_page;
mod message;
mod new_file;
mod output_file;
mod pager;
mod progress;
mod run_command;
mod save;
mod table_options;
mod terminal_env;
mod terminfo;
mod values;

use std::{env, process::ExitCode};

use answer_output::say;
use arguments::{Arguments, Invocation, implied_search};
use commands::CliCommand;
use deadline::CommandLimits;
use error::CliError;
use exit_status::ExitStatus;

use crate::tui::{log, term};

/// Runs the program with the arguments of this process.
///
/// Every message goes to standard error, and answers go to standard output.
#[must_use]
pub fn main() -> ExitCode {
    let status = run().unwrap_or_else(|error| {
        message::report(&error);
        error.status()
    });
    term::restore_modes();
    status.into()
}

fn run() -> Result<ExitStatus, CliError> {
    let arguments = match Arguments::from_command_line()? {
        Invocation::Run(arguments) => arguments,
        Invocation::PrintHelp(help) => return say(&help),
    };
    // In the kiosk the administrator sets them, so they are the same for every request.
    let limits = CommandLimits::new(&arguments);
    let invocation = if arguments.kiosk {
        kiosk::restrict(*arguments)?
    } else {
        Invocation::Run(arguments)
    };
    if !invocation.is_session() {
        limits.start()?;
    }
    match invocation {
        Invocation::Run(arguments) => {
            if arguments.ascii {
                ascii_output::want();
            }
            // People who read in a pager take longer than a limit, and its keys can start a shell.
            if !arguments.kiosk && !arguments.no_pager && !limits.has_time() {
                pager::allow();
            }
            dispatch(*arguments, limits)
        }
        Invocation::PrintHelp(help) => say(&help),
    }
}

/// Runs the command, or opens the dashboard or the dialogue.
fn dispatch(mut arguments: Arguments, limits: CommandLimits) -> Result<ExitStatus, CliError> {
    if arguments.version {
        return commands::version::run(&arguments);
    }
    if let Some(command) = arguments.command.take() {
        // The tour opens the log with the dashboard.
        if !matches!(command, CliCommand::Tour(_)) {
            frontend::start_log(&arguments)?;
            log::log!("command: {:?}", env::args_os().collect::<Vec<_>>());
        }
        let ended = run_command::run_command(command, arguments);
        log::log!("end: {ended:?}");
        return ended;
    }
    let opened = if terminal_env::wants_dialogue(arguments.plain, arguments.speak) {
        frontend::dialogue(&arguments)
    } else {
        frontend::dashboard(&arguments, None)
    };
    match opened {
        // A word that is no name is searched for. A slash shows that a reference was meant.
        Err(CliError::UnknownName {
            wanted: None,
            typed,
            nearest,
        }) if !typed.contains('/') => match implied_search(&typed, nearest) {
            Some(search) => {
                limits.start()?;
                frontend::start_log(&arguments)?;
                run_command::run_command(search, arguments)
            }
            None => Err(CliError::UnknownName {
                wanted: None,
                typed,
                nearest: None,
            }),
        },
        opened => opened,
    }
}
