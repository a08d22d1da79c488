//! The dashboard: a face of the program, drawn over the whole terminal.
//!
//! An event becomes a command ([`keys`]), a command changes the state ([`app::App::update`]), views show the state
//! ([`view`]). One blocking wait for the next event; nothing runs while the program is idle.

mod answer;
pub mod app;
pub mod headless;
pub mod keys;
pub mod layout;
pub mod look;
pub mod mouse;
pub mod output;
pub mod picture;
pub mod state;
pub mod terminal;
pub mod tour;
pub mod view;

use std::{io, time::Duration};

use answer::{Answers, Taken};
use app::{App, Effect};
use crossterm::event::{self, Event};
use ratatui::layout::Size;
use terminal::Screen;

use crate::{command::Save, query::world::World};

/// Shows the dashboard until the user leaves it.
///
/// # Errors
/// If the terminal can't be drawn on or read from. The terminal is restored then, too.
pub fn run(screen: &mut Screen, app: &mut App, save: Save) -> io::Result<()> {
    let mut answers = Answers::default();
    loop {
        screen.draw(app)?;
        let mut effect = apply(app, &event::read()?, &mut answers);
        while effect == Effect::None && event::poll(Duration::ZERO)? {
            effect = apply(app, &event::read()?, &mut answers);
        }
        match effect {
            Effect::None => {}
            Effect::Quit => return Ok(()),
            Effect::Redraw => screen.clear()?,
            Effect::Copy(text) => screen.copy(&text)?,
            Effect::Save { name, slot, as_of, replace } => {
                let world = as_of.map_or_else(|| World::now(app.dataset()), |date| World::as_of(app.dataset(), date));
                app.saved(&name, save(&name, world, slot, replace));
            }
        }
    }
}

fn apply(app: &mut App, event: &Event, answers: &mut Answers) -> Effect {
    match (answers.take(event), event) {
        (Taken::Background(background), _) => app.look.background = background,
        (Taken::Nothing, Event::Key(key)) => return keys::command(app.mode(), key).map_or(Effect::None, |command| app.update(command)),
        (Taken::Nothing, Event::Resize(width, height)) => app.resize(Size::new(*width, *height)),
        (Taken::Nothing, Event::Mouse(event)) => return mouse::apply(app, *event),
        (Taken::Part | Taken::Nothing, _) => {}
    }
    Effect::None
}
