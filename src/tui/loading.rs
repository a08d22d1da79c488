//! The loading screen as a phase of the event loop: a large file is read in a thread of its own.

use std::{
    io,
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crossterm::event::Event;
use ratatui::{buffer::Buffer, layout::Position};

use super::{
    event::keys,
    log::log,
    phase::{Phase, Progress, TerminalAction},
    screen,
    styles::{Background, Styles},
};
use crate::{
    command::{Command, Mode, View},
    dataset::{Dataset, LoadError, LoadProgress},
    text::sanitize,
};

/// Interval at which the progress is shown.
const LOAD_POLL_INTERVAL: Duration = Duration::from_millis(50);

/// The loading screen.
pub(super) struct Loading {
    name: String,
    progress: Arc<LoadProgress>,
    reader: JoinHandle<Result<Dataset, LoadError>>,
    styles: Styles,
    kiosk: bool,
    next_poll: Instant,
}

impl Loading {
    /// Starts to read the file.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(super) fn start(file: PathBuf, styles: Styles, kiosk: bool) -> io::Result<Self> {
        let name = sanitize(&file.display().to_string()).into();
        log!("load: {file:?}");
        let progress = Arc::new(LoadProgress::default());
        let shared = Arc::clone(&progress);
        let reader = thread::Builder::new()
            .name("load".into())
            .spawn(move || Dataset::from_file_with_progress(&file, &shared))?;
        Ok(Self {
            name,
            progress,
            reader,
            styles,
            kiosk,
            next_poll: Instant::now() + LOAD_POLL_INTERVAL,
        })
    }

    /// Waits for the end of the file and returns the dataset, or what is wrong with the file.
    pub(super) fn into_result(self) -> Result<Box<Dataset>, LoadError> {
        let result = self
            .reader
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        log!("load: {}", if result.is_ok() { "done" } else { "failed" });
        result.map(Box::new)
    }
}

impl Phase for Loading {
    fn render(&mut self, buffer: &mut Buffer, warning: Option<&str>) -> Position {
        let hint = warning.unwrap_or("Press q to quit");
        screen::loading::render(
            &self.name,
            self.progress.fraction(),
            hint,
            self.styles,
            buffer,
        )
    }

    fn first_frame_drawn(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn advance(&mut self, now: Instant) -> io::Result<Progress> {
        if self.reader.is_finished() {
            return Ok(Progress::Finished);
        }
        if now < self.next_poll {
            return Ok(Progress::Unchanged);
        }
        self.next_poll = now + LOAD_POLL_INTERVAL;
        Ok(Progress::Changed(None))
    }

    fn wake_at(&self, _now: Instant) -> Option<Instant> {
        Some(self.next_poll)
    }

    fn handle(&mut self, event: &Event, _now: Instant) -> Option<TerminalAction> {
        let Event::Key(key) = event else { return None };
        let command = Command::from_key(Mode::View(View::Areas), keys::from_event(key)?)?;
        match command {
            _ if !command.is_allowed(self.kiosk) => None,
            Command::Quit => Some(TerminalAction::Quit),
            Command::Redraw => Some(TerminalAction::Redraw),
            Command::Suspend => Some(TerminalAction::Suspend),
            _ => None,
        }
    }

    fn set_background(&mut self, background: Background) {
        self.styles.background = background;
    }
}
