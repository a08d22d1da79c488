//! The faces that take over: the dashboard and the dialogue.

use std::io;

use color_eyre::eyre::Report;
use opportunity_areas::{
    dataset::{Dataset, Slot},
    plain::{self, dialogue::Dialogue},
    tui::{
        self, Ended, Guard, Rules,
        app::App,
        terminal::{self, Screen},
        tour::{self, Pace},
    },
};

use crate::{
    Refusal,
    cli::Arguments,
    find,
    idle::{Said, end_in_silence},
    look, read, save,
};

/// Opens the dashboard, or walks through it.
pub(crate) fn dashboard(arguments: &Arguments, pace: Option<Pace>) -> Result<(), Refusal> {
    // What may go wrong with the arguments is told before the terminal is taken; the bundled dataset is sound, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let checked = if arguments.reference.is_none() && arguments.data.is_none() { None } else { Some(open(arguments)?) };
    let size = terminal::size().map_err(|reason| {
        let others = "use `oa --plain`, `oa show oldham` or another command; `oa --help` lists them";
        Refusal::unusable(format!("oa: {reason}: {others}"))
    })?;
    terminal::give_back_on_panic().map_err(failed)?;
    let guard = Guard::new().map_err(failed)?;
    let mut screen = Screen::enter(!arguments.no_mouse, size).map_err(failed)?;
    let (dataset, slot) = match checked {
        Some(checked) => checked,
        None => open(arguments)?,
    };
    let mut app = App::new(dataset, size);
    app.kiosk = arguments.kiosk;
    app.look = look::look(arguments.theme, arguments.ascii);
    if let Some(slot) = slot {
        app.open(slot);
    }
    screen.draw(&app).map_err(failed)?;
    guard.start().map_err(failed)?;
    if look::may_ask(arguments.theme, app.look) {
        screen.ask_background().map_err(failed)?;
    }
    let rules = Rules { save: &save::save, idle_limit: arguments.idle_limit };
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
    match plain::run(&mut dialogue, io::stdin().lock(), io::stdout(), &save::save, || said.again()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Refusal::unusable(format!("oa: the dialogue broke off: {error}"))),
        _ => Ok(()),
    }
}

fn failed(error: impl Into<Report>) -> Refusal {
    Refusal::unusable(format!("oa: the terminal failed: {:#}", error.into()))
}

fn open(arguments: &Arguments) -> Result<(&'static Dataset, Option<Slot>), Refusal> {
    let dataset = read(arguments.data.as_deref())?;
    let found = arguments.reference.as_ref().map(|reference| find(dataset, reference));
    let slot = found.transpose().map_err(|message| Refusal::nothing(format!("oa: {message}")))?;
    Ok((dataset, slot))
}
