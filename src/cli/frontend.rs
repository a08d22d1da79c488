//! Opening the dashboard and the dialogue.

use std::{io, path::PathBuf};

use color_eyre::eyre::Report;
use ratatui::layout::Size;

use super::{
    arguments::Arguments,
    error::CliError,
    exit_status::ExitStatus,
    idle::{LastActivity, close_when_idle},
    load::{find, leak, load},
    message, save, terminal_env,
};
use crate::{
    dataset::{Dataset, ItemIndex, load},
    dialogue::{self, session::Dialogue},
    tui::{
        self, ExitReason, SessionOptions, SignalHandler,
        app::App,
        loading,
        styles::Styles,
        terminal::{self, TerminalSession},
        tour::{self, TourOptions},
    },
};

/// A dataset, and the item in it to open.
type Opened = (&'static Dataset, Option<ItemIndex>);

/// Opens the dashboard, with a tour if there are options for one.
pub(crate) fn dashboard(
    arguments: &Arguments,
    tour: Option<TourOptions>,
) -> Result<ExitStatus, CliError> {
    let large_file = arguments
        .data
        .as_ref()
        .filter(|file| load::large(file).is_some());
    // Errors in the arguments are reported before the dashboard takes the terminal. The bundled dataset has none, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let is_bundled = arguments.reference.is_none() && arguments.data.is_none();
    let opened = if is_bundled || large_file.is_some() {
        None
    } else {
        Some(open(arguments)?)
    };
    let mut size = terminal::size().map_err(|reason| CliError::NoTerminal { reason })?;
    terminal::install_panic_hook().map_err(failed("cannot prepare reports of crashes"))?;
    let signals = SignalHandler::new().map_err(failed("cannot listen for signals"))?;
    let mut screen = TerminalSession::enter(!arguments.no_mouse, size)
        .map_err(failed("cannot open the dashboard on this terminal"))?;
    let styles = terminal_env::styles(arguments.theme, arguments.ascii);
    let mut waiting_signals = Some(signals);
    let mut start_signals = || {
        waiting_signals
            .take()
            .map_or(Ok(()), SignalHandler::start)
            .map_err(failed("cannot watch the terminal for signals"))
    };
    let (dataset, item) = match (opened, large_file) {
        (Some(opened), _) => opened,
        (None, None) => open(arguments)?,
        (None, Some(file)) => {
            start_signals()?;
            let Some(opened) = open_large(arguments, &mut screen, size, file.clone(), styles)?
            else {
                return Ok(ExitStatus::Success);
            };
            // The terminal may have been resized while the file was read.
            size = terminal::size().unwrap_or(size);
            opened
        }
    };
    let mut app = App::new(dataset, size);
    app.kiosk = arguments.kiosk;
    app.styles = styles;
    if let Some(item) = item {
        app.open(item);
    }
    if terminal_env::may_query(arguments.theme, app.styles) {
        screen.ask();
    }
    screen
        .draw(&app)
        .map_err(failed("cannot draw the dashboard"))?;
    start_signals()?;
    let options = SessionOptions {
        save: &save::save,
        idle_limit: arguments.idle_limit,
    };
    let reason = match tour {
        Some(tour) => {
            tour::run(&mut screen, &mut app, options, tour).map_err(failed("the tour failed"))
        }
        None => tui::run(&mut screen, &mut app, options).map_err(failed("the dashboard failed")),
    }?;
    // Restores the terminal, so that the notice stays on it.
    drop(screen);
    match reason {
        ExitReason::Quit => Ok(ExitStatus::Success),
        ExitReason::IdleTimeout => {
            message::notice("the session was closed because nothing was typed for a long time");
            Ok(ExitStatus::IdleTimeout)
        }
    }
}

/// Reads a large file while the screen shows progress; `None` if the user quits.
fn open_large(
    arguments: &Arguments,
    screen: &mut TerminalSession,
    size: Size,
    file: PathBuf,
    styles: Styles,
) -> Result<Option<Opened>, CliError> {
    let Some(read) = loading::read(screen, size, file, styles, arguments.kiosk)
        .map_err(failed("cannot show progress while a file is read"))?
    else {
        return Ok(None);
    };
    let dataset = leak(read?);
    Ok(Some((dataset, item(arguments, dataset)?)))
}

/// Runs the dialogue. A reader that closes the pipe early is not an error.
pub(crate) fn dialogue(arguments: &Arguments) -> Result<ExitStatus, CliError> {
    let (dataset, item) = open(arguments)?;
    let mut dialogue = Dialogue::new(dataset, arguments.kiosk);
    if let Some(item) = item {
        dialogue.open(item);
    }
    let activity = LastActivity::now();
    if let Some(limit) = arguments.idle_limit {
        close_when_idle(activity.clone(), limit);
    }
    // Standard output is not locked, since the idle warning is printed by another thread.
    let result = dialogue::run(
        &mut dialogue,
        io::stdin().lock(),
        io::stdout(),
        &save::save,
        || activity.touch(),
    );
    match result {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::Dialogue { source })
        }
        _ => Ok(ExitStatus::Success),
    }
}

/// Returns a function that adds what the program was doing to an error of the terminal.
fn failed<E: Into<Report>>(context: &'static str) -> impl FnOnce(E) -> CliError {
    move |error| {
        // If the terminal is gone, any call that uses it may be the first to fail. This comes before the report, which
        // takes long with RUST_BACKTRACE.
        if terminal::is_disconnected() {
            CliError::HungUp
        } else {
            CliError::Unexpected(error.into().wrap_err(context))
        }
    }
}

fn open(arguments: &Arguments) -> Result<Opened, CliError> {
    let dataset = load(arguments.data.as_deref())?;
    Ok((dataset, item(arguments, dataset)?))
}

fn item(arguments: &Arguments, dataset: &Dataset) -> Result<Option<ItemIndex>, CliError> {
    arguments
        .reference
        .as_ref()
        .map(|reference| find(dataset, reference))
        .transpose()
}
