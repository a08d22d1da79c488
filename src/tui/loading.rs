//! A large file is read while the screen shows how far it is.

use std::{io, path::PathBuf, sync::Arc, thread, time::Duration};

use crossterm::event::{self, Event};
use ratatui::layout::Size;

use super::{keys, styles::Styles, terminal::TerminalSession, view};
use crate::{
    command::{Command, Mode, command},
    dataset::{Dataset, LoadProgress, problem::LoadError},
    text::sanitize,
};

/// So often it is looked at how far the reading is.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Reads the file. Nothing if the user leaves meanwhile; the program is to end then, since the reading goes on until it does.
/// In a kiosk no key leaves.
///
/// # Errors
/// If the terminal can't be drawn on or read from. What is wrong with the file is among what is given.
pub fn read(
    screen: &mut TerminalSession,
    mut size: Size,
    file: PathBuf,
    styles: Styles,
    kiosk: bool,
) -> io::Result<Option<Result<Dataset, LoadError>>> {
    let name = file.display().to_string();
    let reading = Arc::new(LoadProgress::default());
    let told = Arc::clone(&reading);
    let reader =
        thread::Builder::new().spawn(move || Dataset::from_file_with_progress(&file, &told))?;
    while !reader.is_finished() {
        screen.draw_frame(size, |frame| {
            view::loading::render(&sanitize(&name), reading.part(), !kiosk, styles, frame);
        })?;
        if event::poll(BETWEEN_LOOKS)? {
            match event::read()? {
                Event::Resize(width, height) => size = Size::new(width, height),
                event if leaves(&event, kiosk) => return Ok(None),
                _ => {}
            }
        }
    }
    match reader.join() {
        Ok(read) => Ok(Some(read)),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn leaves(event: &Event, kiosk: bool) -> bool {
    let Event::Key(key) = event else { return false };
    keys::key(key)
        .and_then(|key| command(Mode::Areas, key))
        .is_some_and(|command| command == Command::Quit && command.is_allowed(kiosk))
}
