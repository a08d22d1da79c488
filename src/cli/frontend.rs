//! Opening the dashboard and the dialogue.

use std::io::{self, IsTerminal as _};

use color_eyre::eyre::{Report, WrapErr as _};

use super::{
    arguments::Arguments, ascii_output::TextWriter, error::CliError, exit_status::ExitStatus,
    idle::LastActivity, load::find, message, save, terminal_env,
};
use crate::{
    dataset::{Dataset, ItemIndex, load},
    dialogue::{self, Dialogue},
    query::snapshot::Snapshot,
    tui::{EventLoop, ExitReason, LoadOutcome, SessionOptions, TourOptions, app::App, log, term},
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
        .filter(|file| load::large_file_size(file).is_some());
    // Errors in the arguments are reported before the dashboard takes the terminal. The bundled dataset has none, and
    // loading it while the terminal gets ready makes the first frame come sooner.
    let is_bundled = arguments.words.is_empty() && arguments.data.is_none();
    let opened = if is_bundled || large_file.is_some() {
        None
    } else {
        Some(open(arguments)?)
    };
    let size = term::size()?;
    start_log(arguments)?;
    term::install_panic_hook().map_err(failed("cannot prepare reports of crashes"))?;
    let capabilities = terminal_env::capabilities();
    let speaks = terminal_env::wants_speech(arguments.speak);
    let options = SessionOptions {
        save: &save::save,
        idle_limit: arguments.idle_limit,
        mouse: !arguments.no_mouse,
        speaks,
        capabilities,
    };
    let mut event_loop = EventLoop::new(size, options)
        .map_err(failed("cannot open the dashboard on this terminal"))?;
    let styles = terminal_env::styles(arguments.theme, arguments.ascii, capabilities);
    log::log!("styles: {styles:?}");
    let (dataset, item) = match (opened, large_file) {
        (Some(opened), _) => opened,
        (None, None) => open(arguments)?,
        (None, Some(file)) => {
            let outcome = event_loop
                .load(file.clone(), styles, arguments.kiosk)
                .map_err(failed("cannot show progress while a file is read"))?;
            match outcome {
                LoadOutcome::Loaded(result) => {
                    let dataset: &'static Dataset = Box::leak(result?);
                    let dataset = *arguments.loaded.get_or_init(|| dataset);
                    (dataset, item(arguments, dataset)?)
                }
                LoadOutcome::Ended(reason) => {
                    drop(event_loop);
                    return Ok(report_end(reason));
                }
            }
        }
    };
    let mut app = App::new(dataset, event_loop.size());
    app.set_kiosk(arguments.kiosk);
    app.set_styles(styles);
    app.set_speaks(speaks);
    if let Some(item) = item {
        app.open(item);
    }
    // A screen reader may read a question to the terminal out, and pass no reply on.
    if !speaks && terminal_env::may_query(arguments.theme, styles, capabilities) {
        event_loop.query_terminal();
    }
    let reason = event_loop
        .run(app, tour)
        .map_err(failed("the dashboard failed"))?;
    Ok(report_end(reason))
}

/// Opens the log, if the user asks for one.
pub(super) fn start_log(arguments: &Arguments) -> Result<(), CliError> {
    match arguments.log_file() {
        Some(file) => log::open(&file).map_err(|source| CliError::WriteLog { file, source }),
        None => Ok(()),
    }
}

/// Prints a notice if the session was closed, and returns its exit status. The terminal must be restored before, so that
/// the notice stays on it.
fn report_end(reason: ExitReason) -> ExitStatus {
    match reason {
        ExitReason::Quit => ExitStatus::Success,
        ExitReason::IdleTimeout => {
            message::notice("the session was closed because nothing was typed for a long time");
            ExitStatus::IdleTimeout
        }
    }
}

/// Runs the dialogue. A reader that closes the pipe early is not an error.
pub(crate) fn dialogue(arguments: &Arguments) -> Result<ExitStatus, CliError> {
    let (dataset, item) = open(arguments)?;
    start_log(arguments)?;
    let mut dialogue = Dialogue::new(dataset, arguments.kiosk);
    if let Some(item) = item {
        dialogue.open(item);
    }
    let activity = if arguments.kiosk || arguments.idle_limit.is_some() {
        let watch = LastActivity::watch(arguments.idle_limit);
        Some(watch.wrap_err("cannot start the clock of the session")?)
    } else {
        None
    };
    // Standard output is not locked, since the idle warning is printed by another thread.
    let had_terminal = io::stdout().is_terminal();
    let result = dialogue::run(
        &mut dialogue,
        io::stdin().lock(),
        TextWriter::new(io::stdout(), had_terminal),
        &save::save,
        |line| {
            log::log!("line: {line:?}");
            if let Some(activity) = &activity {
                activity.touch();
            }
        },
    );
    log::log!("end: {result:?}");
    match result {
        Err(_) if had_terminal && term::is_disconnected() => Err(CliError::HungUp),
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
        if term::is_disconnected() {
            CliError::HungUp
        } else {
            CliError::Unexpected(error.into().wrap_err(context))
        }
    }
}

fn open(arguments: &Arguments) -> Result<Opened, CliError> {
    let dataset = arguments.dataset()?;
    Ok((dataset, item(arguments, dataset)?))
}

/// Returns the item to open. Several words are a command of their own, so at most one is left here.
fn item(arguments: &Arguments, dataset: &Dataset) -> Result<Option<ItemIndex>, CliError> {
    let reference = arguments.words.first();
    reference
        .map(|reference| find(Snapshot::latest(dataset), reference))
        .transpose()
}
