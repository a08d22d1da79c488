//! The faces that take over: the dashboard and the dialogue.

use std::io;

use color_eyre::eyre::Report;
use opportunity_areas::{
    dataset::{Dataset, Slot, load},
    plain::{self, dialogue::Dialogue},
    tui::{
        self, Ended, Guard, Rules,
        app::App,
        loading,
        terminal::{self, Screen},
        tour::{self, Pace},
    },
};

use crate::{
    Refusal,
    cli::Arguments,
    find,
    idle::{Said, end_in_silence},
    look, read, save, stays,
};

/// Opens the dashboard, or walks through it.
pub(crate) fn dashboard(arguments: &Arguments, pace: Option<Pace>) -> Result<(), Refusal> {
    // What may go wrong with the arguments is told before the terminal is taken; the bundled dataset is sound, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let large = arguments
        .data
        .as_ref()
        .filter(|file| load::large(file).is_some());
    let bundled = arguments.reference.is_none() && arguments.data.is_none();
    let checked = if bundled || large.is_some() {
        None
    } else {
        Some(open(arguments)?)
    };
    let size = terminal::size().map_err(|reason| {
        let others =
            "use `oa --plain`, `oa show oldham` or another command; `oa --help` lists them";
        Refusal::unusable(format!("oa: {reason}: {others}"))
    })?;
    terminal::give_back_on_panic().map_err(failed)?;
    let mut guard = Some(Guard::new().map_err(failed)?);
    let mut screen = Screen::enter(!arguments.no_mouse, size).map_err(failed)?;
    let look = look::look(arguments.theme, arguments.ascii);
    let (dataset, slot) = match (checked, large) {
        (Some(checked), _) => checked,
        (None, None) => open(arguments)?,
        (None, Some(file)) => {
            guard.take().map_or(Ok(()), Guard::start).map_err(failed)?;
            let Some(read) = loading::read(&mut screen, size, file.clone(), look, arguments.kiosk)
                .map_err(failed)?
            else {
                return Ok(());
            };
            let dataset = stays(read.map_err(Refusal::unusable)?);
            (dataset, slot_of(arguments, dataset)?)
        }
    };
    // The screen may have been resized while a file was read.
    let size = if large.is_some() {
        terminal::size().unwrap_or(size)
    } else {
        size
    };
    let mut app = App::new(dataset, size);
    app.kiosk = arguments.kiosk;
    app.look = look;
    if let Some(slot) = slot {
        app.open(slot);
    }
    if look::may_ask(arguments.theme, app.look) {
        screen.ask();
    }
    screen.draw(&app).map_err(failed)?;
    guard.take().map_or(Ok(()), Guard::start).map_err(failed)?;
    let rules = Rules {
        save: &save::save,
        idle_limit: arguments.idle_limit,
    };
    let ended = match pace {
        Some(pace) => tour::run(&mut screen, &mut app, rules, pace),
        None => tui::run(&mut screen, &mut app, rules),
    };
    drop(screen);
    match ended.map_err(failed)? {
        Ended::Left => Ok(()),
        Ended::Forgotten => Err(Refusal::forgotten()),
    }
}

/// Begins the dialogue. A reader that has had enough is no failure.
pub(crate) fn dialogue(arguments: &Arguments) -> Result<(), Refusal> {
    let (dataset, slot) = open(arguments)?;
    let mut dialogue = Dialogue::new(dataset, arguments.kiosk);
    if let Some(slot) = slot {
        dialogue.open(slot);
    }
    let said = Said::now();
    if let Some(limit) = arguments.idle_limit {
        end_in_silence(said.clone(), limit);
    }
    // Not locked: a word of warning comes between.
    match plain::run(
        &mut dialogue,
        io::stdin().lock(),
        io::stdout(),
        &save::save,
        || said.again(),
    ) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Refusal::unusable(format!(
            "oa: the dialogue broke off: {error}"
        ))),
        _ => Ok(()),
    }
}

fn failed(error: impl Into<Report>) -> Refusal {
    // Where it has just gone away, any call may be the first to notice.
    if terminal::is_gone() {
        return Refusal::line_lost();
    }
    Refusal::unusable(format!("oa: the terminal failed: {:#}", error.into()))
}

fn open(arguments: &Arguments) -> Result<(&'static Dataset, Option<Slot>), Refusal> {
    let dataset = read(arguments.data.as_deref())?;
    Ok((dataset, slot_of(arguments, dataset)?))
}

fn slot_of(arguments: &Arguments, dataset: &Dataset) -> Result<Option<Slot>, Refusal> {
    let found = arguments
        .reference
        .as_ref()
        .map(|reference| find(dataset, reference));
    found
        .transpose()
        .map_err(|message| Refusal::nothing(format!("oa: {message}")))
}
