//! `oa`: reads the arguments, chooses a face, reports errors.

mod cli;

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
    let arguments = cli::Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{}", refusal.message);
            ExitCode::from(refusal.status)
        }
    }
}

/// Why the program ends without having done what was asked.
struct Refusal {
    message: String,
    status: u8,
}

impl Refusal {
    fn unusable(message: impl Display) -> Self {
        Self { message: message.to_string(), status: UNUSABLE }
    }
}

fn run(arguments: &cli::Arguments) -> Result<(), Refusal> {
    // What may go wrong with the arguments is told before the terminal is taken; the bundled dataset is sound, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let checked = match arguments {
        cli::Arguments { reference: None, data: None } => None,
        _ => Some(load(arguments)?),
    };
    let size = terminal::size().map_err(|reason| Refusal::unusable(format!("oa: {reason}: run it in a terminal, `oa --help` says how")))?;
    terminal::give_back_on_panic().map_err(failed)?;
    let screen = Screen::enter().map_err(failed)?;
    let (dataset, slot) = checked.unwrap_or_else(|| (Dataset::bundled(), None));
    let mut app = App::new(&dataset, size);
    if let Some(slot) = slot {
        app.open(slot);
    }
    let ended = tui::run(screen, app).map_err(failed);
    // The program ends: leaving the dataset to the system is quicker than taking it apart.
    std::mem::forget(dataset);
    ended
}

fn failed(error: impl Into<Report>) -> Refusal {
    Refusal::unusable(format!("oa: the terminal failed: {:?}", error.into()))
}

fn load(arguments: &cli::Arguments) -> Result<(Dataset, Option<Slot>), Refusal> {
    let dataset = match arguments.data.as_deref() {
        None => Dataset::bundled(),
        Some(file) if file == Path::new("-") => Dataset::from_reader("standard input", io::stdin().lock()).map_err(Refusal::unusable)?,
        Some(file) => Dataset::from_file(file).map_err(Refusal::unusable)?,
    };
    let slot = arguments.reference.as_deref().map(|reference| find(&dataset, reference)).transpose();
    let slot = slot.map_err(|message| Refusal { message: format!("oa: {message}"), status: NOTHING })?;
    Ok((dataset, slot))
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
