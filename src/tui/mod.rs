//! The dashboard: a face of the program, drawn over the whole terminal.
//!
//! An event becomes a command ([`keys`]), a command changes the state ([`app::App::update`]), views show the state
//! ([`view`]). One blocking wait for the next event; nothing runs while the program is idle.

mod answer;
pub mod app;
#[cfg(not(unix))]
mod elsewhere;
pub mod headless;
mod input;
pub mod keys;
pub mod layout;
pub mod loading;
pub mod look;
pub mod mouse;
pub mod output;
mod pace;
pub mod picture;
pub mod state;
pub mod terminal;
pub mod tour;
#[cfg(unix)]
mod unix;
pub mod view;
mod work;

#[cfg(not(unix))]
use elsewhere as system;
#[cfg(unix)]
use unix as system;

pub use system::Guard;

use std::{
    io,
    time::{Duration, Instant},
};

use app::{App, Caption, Effect};
use crossterm::event::Event;
use input::{Heard, Input};
use pace::Pace;
use ratatui::layout::Size;
use terminal::Screen;
use work::Work;

use crate::{command::Save, query::world::World};

/// What holds for a session.
#[derive(Clone, Copy)]
pub struct Rules<'s> {
    /// Writes briefings.
    pub save: Save<'s>,
    /// The time after which a session in which nothing is done ends.
    pub idle_limit: Option<Duration>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Left,
    /// Nothing was done for too long.
    Forgotten,
}

/// So long before the end of a session that nobody uses there is a word of warning; for short limits a tenth of them.
const WARNING: Duration = Duration::from_mins(1);

/// Shows the dashboard until the user leaves it.
///
/// # Errors
/// If the terminal can't be drawn on or read from. The terminal is restored then, too.
pub fn run(screen: &mut Screen, app: &mut App<'static>, rules: Rules) -> io::Result<Ended> {
    let mut work = Work::new(app.dataset())?;
    let mut input = Input::default();
    let mut pace = Pace::default();
    let warning = rules.idle_limit.map(|limit| WARNING.min(limit / 10));
    loop {
        work.follow(app)?;
        let now = Instant::now();
        let heard = if let Some(hold) = pace.hold(now) {
            input.wait(Some(hold))?.unwrap_or_default()
        } else {
            let asks = pace.asks(now);
            if screen.draw_asking(app, asks)? {
                pace.drew(now, asks);
            }
            if work.is_busy() && !input::comes_before(|| work.follow(app))? {
                continue;
            }
            let limit = rules
                .idle_limit
                .zip(warning)
                .map(|(limit, warning)| limit.saturating_sub(warning));
            match (input.wait(limit)?, warning) {
                (Some(heard), _) => heard,
                (None, Some(left)) => match warn(screen, app, &mut input, left)? {
                    Some(heard) => heard,
                    None => return Ok(Ended::Forgotten),
                },
                (None, None) => Vec::new(),
            }
        };
        for heard in heard {
            match heard {
                Heard::Background(background) => app.look.background = background,
                Heard::Name(name) => {
                    screen.know(&name);
                    pace.answered();
                }
                Heard::Event(event) => {
                    if !perform(apply(app, &event), screen, app, rules)? {
                        return Ok(Ended::Left);
                    }
                }
            }
        }
    }
}

/// Says that the session is about to end; gives what the user does about it, in time.
fn warn(
    screen: &mut Screen,
    app: &mut App,
    input: &mut Input,
    left: Duration,
) -> io::Result<Option<Vec<Heard>>> {
    let words = format!(
        "Nothing was done for a long time: the session ends in {} seconds.",
        left.as_secs()
    );
    app.caption = Some(Caption {
        words,
        keys: " any key goes on ",
    });
    screen.draw(app)?;
    let heard = input.wait(Some(left))?;
    app.caption = None;
    Ok(heard)
}

/// Does what only the edge can do; says whether the session goes on.
fn perform(effect: Effect, screen: &mut Screen, app: &mut App, rules: Rules) -> io::Result<bool> {
    match effect {
        Effect::None => {}
        Effect::Quit => return Ok(false),
        Effect::Redraw => screen.clear()?,
        Effect::Suspend => system::suspend()?,
        Effect::Copy(text) => screen.copy(&text)?,
        Effect::Save {
            name,
            slot,
            as_of,
            replace,
        } => {
            app.saved(
                &name,
                (rules.save)(&name, World::at(app.dataset(), as_of), slot, replace),
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
