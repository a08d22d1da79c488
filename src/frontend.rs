//! The faces that take over: the dashboard and the dialogue.

use std::io;

use color_eyre::eyre::Report;
use opportunity_areas::{
    dataset::{Dataset, ItemIndex, load},
    dialogue::session::Dialogue,
    tui::{
        self, ExitReason, SessionOptions, SignalHandler,
        app::App,
        loading,
        terminal::{self, TerminalSession},
        tour::{self, TourOptions},
    },
};

use crate::{
    Refusal,
    cli::Arguments,
    find,
    idle::{LastActivity, end_in_silence},
    leak, read, save, terminal_env,
};

/// Opens the dashboard, or walks through it.
pub(crate) fn dashboard(arguments: &Arguments, pace: Option<TourOptions>) -> Result<(), Refusal> {
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
    terminal::install_panic_hook().map_err(failed)?;
    let mut guard = Some(SignalHandler::new().map_err(failed)?);
    let mut screen = TerminalSession::enter(!arguments.no_mouse, size).map_err(failed)?;
    let styles = terminal_env::styles(arguments.theme, arguments.ascii);
    let (dataset, item) = match (checked, large) {
        (Some(checked), _) => checked,
        (None, None) => open(arguments)?,
        (None, Some(file)) => {
            guard
                .take()
                .map_or(Ok(()), SignalHandler::start)
                .map_err(failed)?;
            let Some(read) =
                loading::read(&mut screen, size, file.clone(), styles, arguments.kiosk)
                    .map_err(failed)?
            else {
                return Ok(());
            };
            let dataset = leak(read.map_err(Refusal::unusable)?);
            (dataset, item_of(arguments, dataset)?)
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
    app.styles = styles;
    if let Some(item) = item {
        app.open(item);
    }
    if terminal_env::may_ask(arguments.theme, app.styles) {
        screen.ask();
    }
    screen.draw(&app).map_err(failed)?;
    guard
        .take()
        .map_or(Ok(()), SignalHandler::start)
        .map_err(failed)?;
    let rules = SessionOptions {
        save: &save::save,
        idle_limit: arguments.idle_limit,
    };
    let ended = match pace {
        Some(pace) => tour::run(&mut screen, &mut app, rules, pace),
        None => tui::run(&mut screen, &mut app, rules),
    };
    drop(screen);
    match ended.map_err(failed)? {
        ExitReason::Quit => Ok(()),
        ExitReason::IdleTimeout => Err(Refusal::forgotten()),
    }
}

/// Begins the dialogue. A reader that has had enough is no failure.
pub(crate) fn dialogue(arguments: &Arguments) -> Result<(), Refusal> {
    let (dataset, item) = open(arguments)?;
    let mut dialogue = Dialogue::new(dataset, arguments.kiosk);
    if let Some(item) = item {
        dialogue.open(item);
    }
    let said = LastActivity::now();
    if let Some(limit) = arguments.idle_limit {
        end_in_silence(said.clone(), limit);
    }
    // Not locked: a word of warning comes between.
    match opportunity_areas::dialogue::run(
        &mut dialogue,
        io::stdin().lock(),
        io::stdout(),
        &save::save,
        || said.touch(),
    ) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Refusal::unusable(format!(
            "oa: the dialogue broke off: {error}"
        ))),
        _ => Ok(()),
    }
}

fn failed(error: impl Into<Report>) -> Refusal {
    // Where it has just gone away, any call may be the first to notice.
    if terminal::is_disconnected() {
        return Refusal::line_lost();
    }
    Refusal::unusable(format!("oa: the terminal failed: {:#}", error.into()))
}

fn open(arguments: &Arguments) -> Result<(&'static Dataset, Option<ItemIndex>), Refusal> {
    let dataset = read(arguments.data.as_deref())?;
    Ok((dataset, item_of(arguments, dataset)?))
}

fn item_of(arguments: &Arguments, dataset: &Dataset) -> Result<Option<ItemIndex>, Refusal> {
    let found = arguments
        .reference
        .as_ref()
        .map(|reference| find(dataset, reference));
    found
        .transpose()
        .map_err(|message| Refusal::nothing(format!("oa: {message}")))
}
