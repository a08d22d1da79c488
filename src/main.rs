//! `oa`: reads the arguments, chooses a face, reports errors.

// They panic where nobody reads any more: at a terminal that has gone away, say.
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod cli;
mod commands;
mod completions;
mod frontend;
mod idle;
mod kiosk;
mod manpage;
mod picture;
mod progress;
mod save;
mod terminal_env;

use std::{
    fmt::Display,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use clap::Parser;
use opportunity_areas::{
    dataset::{Dataset, ItemIndex},
    text::{sanitize, suggest},
    tui::tour::TourOptions,
};

/// Nothing was found.
const NOTHING: u8 = 1;
/// Wrong use, or a file that can't be used.
const UNUSABLE: u8 = 2;
/// The terminal went away: 128 and the number of SIGHUP, as if the signal had come.
const LINE_LOST: u8 = 129;

fn main() -> ExitCode {
    // The dashboard is what is opened most, and need not wait until the parser knows all commands.
    let arguments = if std::env::args_os().len() > 1 {
        cli::Arguments::parse()
    } else {
        cli::Arguments::default()
    };
    let restricted = if arguments.kiosk {
        kiosk::restricted(arguments)
    } else {
        Ok(arguments)
    };
    match restricted.and_then(answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            if !refusal.message.is_empty() {
                // Where nobody reads it any more, it is not said.
                let _ = writeln!(io::stderr(), "{}", refusal.message);
            }
            ExitCode::from(refusal.status)
        }
    }
}

fn answer(mut arguments: cli::Arguments) -> Result<(), Refusal> {
    if arguments.version {
        return version(arguments.data.as_deref());
    }
    match (&arguments.reference, arguments.ask.take()) {
        (Some(reference), Some(_)) => Err(Refusal::unusable(format!(
            "oa: `{}` stands before a command: leave one of them out",
            sanitize(reference)
        ))),
        (
            None,
            Some(cli::CliCommand::Tour {
                repeat,
                speed,
                ascii,
                no_mouse,
            }),
        ) => {
            (arguments.ascii, arguments.no_mouse) =
                (arguments.ascii || ascii, arguments.no_mouse || no_mouse);
            frontend::dashboard(&arguments, Some(TourOptions { speed, repeat }))
        }
        (None, Some(ask)) => commands::answer(ask, &arguments),
        (_, None) if terminal_env::plain(arguments.plain) => frontend::dialogue(&arguments),
        (_, None) => frontend::dashboard(&arguments, None),
    }
}

/// The program's version, and what it knows: as of when, and how much.
fn version(data: Option<&Path>) -> Result<(), Refusal> {
    let dataset = read(data)?;
    let facts = dataset
        .owners()
        .flat_map(|owner| dataset.facts(owner))
        .count();
    let latest = dataset
        .sources()
        .map(|(_, source)| source.published)
        .max_by_key(|date| date.last_day());
    let latest = latest.map_or("no source".to_string(), |date| {
        format!("the latest of {date}")
    });
    let sources = dataset.sources().count();
    let line = format!(
        "oa {}\n{}: {facts} facts, {sources} sources, {latest}\n",
        env!("CARGO_PKG_VERSION"),
        dataset.programme().name
    );
    // A reader that has had enough is no failure.
    let _ = io::stdout().write_all(line.as_bytes());
    Ok(())
}

/// Why the program ends without having done what was asked.
pub(crate) struct Refusal {
    message: String,
    status: u8,
}

impl Refusal {
    /// Wrong use, or a file that can't be used.
    pub(crate) fn unusable(message: impl Display) -> Self {
        Self {
            message: message.to_string(),
            status: UNUSABLE,
        }
    }

    /// Nothing was found.
    pub(crate) fn nothing(message: impl Display) -> Self {
        Self {
            message: message.to_string(),
            status: NOTHING,
        }
    }

    /// Nothing was done for too long. That is how such a session is to end: no failure.
    pub(crate) fn forgotten() -> Self {
        Self {
            message: "oa: nothing was done for a long time, so the session has ended".into(),
            status: 0,
        }
    }

    /// The terminal went away: there is nobody to tell.
    pub(crate) fn line_lost() -> Self {
        Self {
            message: String::new(),
            status: LINE_LOST,
        }
    }

    /// All was said on standard output.
    pub(crate) fn done() -> Self {
        Self {
            message: String::new(),
            status: 0,
        }
    }

    /// Nothing was found, and that was said on standard output.
    pub(crate) fn quiet() -> Self {
        Self::nothing("")
    }
}

/// Reads a dataset: the bundled one, a file, or standard input. It stays until the program ends: leaving it to the system is
/// quicker than taking it apart.
pub(crate) fn read(file: Option<&Path>) -> Result<&'static Dataset, Refusal> {
    let dataset = match file {
        None => Dataset::bundled(),
        Some(file) if file == Path::new("-") => {
            let read = || Dataset::from_reader("standard input", io::stdin().lock());
            progress::while_working("Reading standard input".into(), read)
                .map_err(Refusal::unusable)?
        }
        Some(file) => {
            let name = file.display().to_string();
            progress::while_working(format!("Reading {}", sanitize(&name)), || {
                Dataset::from_file(file)
            })
            .map_err(Refusal::unusable)?
        }
    };
    Ok(leak(dataset))
}

/// The dataset for as long as the program runs.
pub(crate) fn leak(dataset: Dataset) -> &'static Dataset {
    Box::leak(Box::new(dataset))
}

/// What stands at a reference, to open it in the dashboard or the dialogue; else a line for the user.
pub(crate) fn find(dataset: &Dataset, reference: &str) -> Result<ItemIndex, String> {
    if let Some(item) = dataset.find(reference) {
        return Ok(item);
    }
    let names: Vec<_> = dataset
        .item_indices()
        .map(|item| dataset.reference(item))
        .collect();
    let advice = match suggest(reference, names.iter().map(AsRef::as_ref)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "references look like `oldham`, `oldham/3` or `oldham/3/mental-health-first-aid`".into()
        }
    };
    Err(format!(
        "nothing is called `{}`: {advice}",
        sanitize(reference)
    ))
}
