//! The dashboard: a face of the program, drawn over the whole terminal.
//!
//! An event becomes a command ([`keys`]), a command changes the state ([`app::App::update`]), views show the state
//! ([`view`]). One blocking wait for the next event; nothing runs while the program is idle.

pub mod app;
mod event_reader;
#[cfg(not(unix))]
mod fallback;
mod frame_pacer;
pub mod headless;
pub mod keys;
pub mod layout;
pub mod loading;
mod map_outline;
pub mod mouse;
pub mod output;
pub mod picture;
mod reports;
pub mod state;
pub mod styles;
pub mod terminal;
pub mod tour;
#[cfg(unix)]
mod unix;
pub mod view;
mod worker;

#[cfg(not(unix))]
use fallback as system;
#[cfg(unix)]
use unix as system;

pub use system::SignalHandler;

use std::{
    io,
    time::{Duration, Instant},
};

use app::{App, Banner, Effect};
use crossterm::event::Event;
use event_reader::{EventReader, TerminalEvent};
use frame_pacer::FramePacer;
use ratatui::layout::Size;
use terminal::TerminalSession;
use worker::SearchWorker;

use crate::{command::SaveFn, query::snapshot::Snapshot};

/// What holds for a session.
#[derive(Clone, Copy)]
pub struct SessionOptions<'s> {
    /// Writes briefings.
    pub save: SaveFn<'s>,
    /// The time after which a session in which nothing is done ends.
    pub idle_limit: Option<Duration>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitReason {
    /// The user left.
    Quit,
    /// Nothing was done for too long.
    IdleTimeout,
}

/// So long before the end of a session that nobody uses there is a word of warning; for short limits a tenth of them.
const WARNING: Duration = Duration::from_mins(1);

/// Shows the dashboard until the user leaves it.
///
/// # Errors
/// If the terminal can't be drawn on or read from. The terminal is restored then, too.
pub fn run(
    screen: &mut TerminalSession,
    app: &mut App<'static>,
    rules: SessionOptions,
) -> io::Result<ExitReason> {
    let mut work = SearchWorker::new(app.dataset())?;
    let mut input = EventReader::default();
    let mut pace = FramePacer::default();
    let warning = rules.idle_limit.map(|limit| WARNING.min(limit / 10));
    loop {
        work.follow(app)?;
        let now = Instant::now();
        let event = if let Some(hold) = pace.hold(now) {
            input.poll(Some(hold))?.unwrap_or_default()
        } else {
            let asks = pace.asks(now);
            if screen.draw_with_probe(app, asks)? {
                pace.drew(now, asks);
            }
            if work.is_busy() && !event_reader::comes_before(|| work.follow(app))? {
                continue;
            }
            let limit = rules
                .idle_limit
                .zip(warning)
                .map(|(limit, warning)| limit.saturating_sub(warning));
            match (input.poll(limit)?, warning) {
                (Some(event), _) => event,
                (None, Some(left)) => match warn(screen, app, &mut input, left)? {
                    Some(event) => event,
                    None => return Ok(ExitReason::IdleTimeout),
                },
                (None, None) => Vec::new(),
            }
        };
        for event in event {
            match event {
                TerminalEvent::Background(background) => app.styles.background = background,
                TerminalEvent::Version(name) => {
                    screen.know(&name);
                    pace.answered();
                }
                TerminalEvent::Input(event) => {
                    if !perform(apply(app, &event), screen, app, rules)? {
                        return Ok(ExitReason::Quit);
                    }
                }
            }
        }
    }
}

/// Says that the session is about to end; gives what the user does about it, in time.
fn warn(
    screen: &mut TerminalSession,
    app: &mut App,
    input: &mut EventReader,
    left: Duration,
) -> io::Result<Option<Vec<TerminalEvent>>> {
    let words = format!(
        "Nothing was done for a long time: the session ends in {} seconds.",
        left.as_secs()
    );
    app.banner = Some(Banner {
        words,
        keys: " any key goes on ",
    });
    screen.draw(app)?;
    let event = input.poll(Some(left))?;
    app.banner = None;
    Ok(event)
}

/// Does what only the edge can do; says whether the session goes on.
fn perform(
    effect: Effect,
    screen: &mut TerminalSession,
    app: &mut App,
    rules: SessionOptions,
) -> io::Result<bool> {
    match effect {
        Effect::None => {}
        Effect::Quit => return Ok(false),
        Effect::Redraw => screen.clear()?,
        Effect::Suspend => system::suspend()?,
        Effect::Copy(text) => screen.copy(&text)?,
        Effect::Save {
            name,
            item,
            as_of,
            replace,
        } => {
            app.saved(
                &name,
                (rules.save)(&name, Snapshot::as_of(app.dataset(), as_of), item, replace),
            );
        }
    }
    Ok(true)
}

fn apply(app: &mut App, event: &Event) -> Effect {
    match event {
        Event::Key(key) => return keys::key(key).map_or(Effect::None, |key| app.press(key)),
        Event::Paste(text) => app.paste(text),
        Event::Resize(width, height) => app.resize(Size::new(*width, *height)),
        Event::Mouse(event) => return mouse::apply(app, *event),
        Event::FocusGained | Event::FocusLost => {}
    }
    Effect::None
}
