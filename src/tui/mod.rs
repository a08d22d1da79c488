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

use std::{io, time::Duration};

use answer::{Answers, Taken};
use app::{App, Caption, Effect};
use crossterm::event::Event;
use input::Input;
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
    let mut answers = Answers::default();
    let mut input = Input::default();
    let warning = rules.idle_limit.map(|limit| WARNING.min(limit / 10));
    loop {
        work.follow(app)?;
        screen.draw(app)?;
        if work.is_busy() && !input.comes_soon(|| work.follow(app))? {
            continue;
        }
        let mut events = input.wait(rules.idle_limit.zip(warning).map(|(limit, warning)| limit.saturating_sub(warning)))?;
        if let Some(left) = warning.filter(|_| events.is_empty()) {
            let words = format!("Nothing was done for a long time: the session ends in {} seconds.", left.as_secs());
            app.caption = Some(Caption { words, keys: " any key goes on " });
            screen.draw(app)?;
            events = input.wait(warning)?;
            app.caption = None;
            if events.is_empty() {
                return Ok(Ended::Forgotten);
            }
        }
        for event in events {
            if !perform(apply(app, &event, &mut answers), screen, app, rules)? {
                return Ok(Ended::Left);
            }
        }
    }
}

/// Does what only the edge can do; says whether the session goes on.
fn perform(effect: Effect, screen: &mut Screen, app: &mut App, rules: Rules) -> io::Result<bool> {
    match effect {
        Effect::None => {}
        Effect::Quit => return Ok(false),
        Effect::Redraw => screen.clear()?,
        Effect::Suspend => system::suspend()?,
        Effect::Copy(text) => screen.copy(&text)?,
        Effect::Save { name, slot, as_of, replace } => {
            app.saved(&name, (rules.save)(&name, World::at(app.dataset(), as_of), slot, replace));
        }
    }
    Ok(true)
}

fn apply(app: &mut App, event: &Event, answers: &mut Answers) -> Effect {
    match (answers.take(event), event) {
        (Taken::Background(background), _) => app.look.background = background,
        (Taken::Nothing, Event::Key(key)) => return keys::key(key).map_or(Effect::None, |key| app.press(key)),
        (Taken::Nothing, Event::Paste(text)) => app.paste(text),
        (Taken::Nothing, Event::Resize(width, height)) => app.resize(Size::new(*width, *height)),
        (Taken::Nothing, Event::Mouse(event)) => return mouse::apply(app, *event),
        (Taken::Part | Taken::Nothing, _) => {}
    }
    Effect::None
}
