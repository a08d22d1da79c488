//! The dashboard: a face of the program, drawn over the whole terminal.
//!
//! An event becomes a command ([`keys`]), a command changes the state ([`app::App::update`]), views show the state
//! ([`view`]). One blocking wait for the next event; nothing runs while the program is idle.

pub mod app;
pub mod browse;
pub mod headless;
pub mod keys;
pub mod layout;
pub mod look;
pub mod output;
pub mod terminal;
pub mod view;

use std::{io, time::Duration};

use app::{App, Effect};
use crossterm::event::{self, Event};
use ratatui::layout::Size;
use terminal::Screen;

/// Shows the dashboard until the user leaves it.
///
/// # Errors
/// If the terminal can't be drawn on or read from. The terminal is restored then, too.
pub fn run(mut screen: Screen, mut app: App) -> io::Result<()> {
    loop {
        screen.draw(&app)?;
        let mut effect = apply(&mut app, &event::read()?);
        while effect == Effect::None && event::poll(Duration::ZERO)? {
            effect = apply(&mut app, &event::read()?);
        }
        match effect {
            Effect::Quit => return Ok(()),
            Effect::Redraw => screen.clear()?,
            Effect::None => {}
        }
    }
}

fn apply(app: &mut App, event: &Event) -> Effect {
    match event {
        Event::Key(key) => keys::command(app.mode(), key).map_or(Effect::None, |command| app.update(command)),
        Event::Resize(width, height) => {
            app.resize(Size::new(*width, *height));
            Effect::None
        }
        _ => Effect::None,
    }
}
