//! `oa`: reads the arguments, chooses a face, reports errors.

mod ask;
mod cli;
mod look;
mod manual;
mod progress;
mod save;

use std::{fmt::Display, io, path::Path, process::ExitCode};

use clap::Parser;
use color_eyre::eyre::Report;
use opportunity_areas::{
    dataset::{Dataset, Slot, text::sanitised, word::nearest},
    tui::{
        self,
        app::App,
        terminal::{self, Screen},
    },
};

/// Nothing was found.
const NOTHING: u8 = 1;
/// Wrong use, or a file that can't be used.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    // The dashboard is what is opened most, and need not wait until the parser knows all commands.
    let arguments = if std::env::args_os().len() > 1 { cli::Arguments::parse() } else { cli::Arguments::default() };
    let done = match arguments {
        cli::Arguments { reference: Some(reference), ask: Some(_), .. } => {
            Err(Refusal::unusable(format!("oa: `{}` stands before a command: leave one of them out", sanitised(&reference))))
        }
        cli::Arguments { ask: Some(ask), data, .. } => ask::answer(ask, data.as_deref()),
        cli::Arguments { ask: None, .. } => browse(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            if !refusal.message.is_empty() {
                eprintln!("{}", refusal.message);
            }
            ExitCode::from(refusal.status)
        }
    }
}

/// Why the program ends without having done what was asked.
pub(crate) struct Refusal {
    message: String,
    status: u8,
}

impl Refusal {
    /// Wrong use, or a file that can't be used.
    pub(crate) fn unusable(message: impl Display) -> Self {
        Self { message: message.to_string(), status: UNUSABLE }
    }

    /// Nothing was found.
    pub(crate) fn nothing(message: impl Display) -> Self {
        Self { message: message.to_string(), status: NOTHING }
    }

    /// Nothing was found, and that was said on standard output.
    pub(crate) fn quiet() -> Self {
        Self::nothing("")
    }
}

/// Opens the dashboard.
fn browse(arguments: &cli::Arguments) -> Result<(), Refusal> {
    let (reference, data) = (arguments.reference.as_deref(), arguments.data.as_deref());
    // What may go wrong with the arguments is told before the terminal is taken; the bundled dataset is sound, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let checked = if reference.is_none() && data.is_none() { None } else { Some(open(reference, data)?) };
    let size = terminal::size()
        .map_err(|reason| Refusal::unusable(format!("oa: {reason}: use `oa show oldham` or another command; `oa --help` lists them")))?;
    terminal::give_back_on_panic().map_err(failed)?;
    let mut screen = Screen::enter(!arguments.no_mouse).map_err(failed)?;
    let (dataset, slot) = match checked {
        Some(checked) => checked,
        None => open(None, None)?,
    };
    let mut app = App::new(dataset, size);
    app.look = look::look(arguments.theme, arguments.ascii);
    if let Some(slot) = slot {
        app.open(slot);
    }
    screen.draw(&app).map_err(failed)?;
    if look::may_ask(arguments.theme, app.look) {
        screen.ask_background().map_err(failed)?;
    }
    tui::run(&mut screen, &mut app, &save::save).map_err(failed)
}

fn failed(error: impl Into<Report>) -> Refusal {
    Refusal::unusable(format!("oa: the terminal failed: {:?}", error.into()))
}

fn open(reference: Option<&str>, data: Option<&Path>) -> Result<(&'static Dataset, Option<Slot>), Refusal> {
    let dataset = read(data)?;
    let slot =
        reference.map(|reference| find(dataset, reference)).transpose().map_err(|message| Refusal::nothing(format!("oa: {message}")))?;
    Ok((dataset, slot))
}

/// Reads a dataset: the bundled one, a file, or standard input. It stays until the program ends: leaving it to the system is
/// quicker than taking it apart.
pub(crate) fn read(file: Option<&Path>) -> Result<&'static Dataset, Refusal> {
    let dataset = match file {
        None => Dataset::bundled(),
        Some(file) if file == Path::new("-") => {
            let read = || Dataset::from_reader("standard input", io::stdin().lock());
            progress::while_working("Reading standard input".into(), read).map_err(Refusal::unusable)?
        }
        Some(file) => {
            let name = file.display().to_string();
            progress::while_working(format!("Reading {}", sanitised(&name)), || Dataset::from_file(file)).map_err(Refusal::unusable)?
        }
    };
    Ok(Box::leak(Box::new(dataset)))
}

fn find(dataset: &Dataset, reference: &str) -> Result<Slot, String> {
    if let Some(slot) = dataset.find(reference) {
        return match slot {
            Slot::Theme(_) | Slot::Source(_) => Err(format!("`{reference}` stands in no pane: open an area, a priority or a fact")),
            slot => Ok(slot),
        };
    }
    let names: Vec<_> = dataset.slots().map(|slot| dataset.reference(slot)).collect();
    let advice = match nearest(reference, names.iter().map(AsRef::as_ref)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "references look like `oldham`, `oldham/3` or `oldham/3/mental-health-first-aid`".into(),
    };
    Err(format!("nothing is called `{}`: {advice}", sanitised(reference)))
}
