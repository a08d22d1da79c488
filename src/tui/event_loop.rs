//! The event loop: one for the loading screen, the tour and the dashboard.
//!
//! It waits in one place: for keys, replies of the terminal, and the next time at which something is
//! due. So resizing, Ctrl-L, Ctrl-Z, the clipboard, flow control and the idle limit work the same
//! everywhere. A [`Phase`] draws and handles events.

use std::{
    io,
    path::PathBuf,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyEvent};
use ratatui::layout::Size;

use super::{
    app::App,
    dashboard::Dashboard,
    event::{
        EventReader, TerminalEvent,
        signals::{self, SignalHandler},
    },
    idle_timer::{IdleState, IdleTimer},
    idle_watch::IdleWatch,
    loading::Loading,
    log::log,
    phase::{Phase, Progress, TerminalAction},
    styles::Styles,
    term::{self, Capabilities, TerminalSession, frame_pacer::FramePacer},
    tour::TourOptions,
};
use crate::{
    command::SaveFn,
    dataset::{Dataset, LoadError},
};

/// Options that hold for the whole session.
#[derive(Clone, Copy)]
pub struct SessionOptions<'s> {
    /// Writes briefings.
    pub save: SaveFn<'s>,
    /// Time without input after which the session ends.
    pub idle_limit: Option<Duration>,
    /// True if clicks and the wheel are used, not left to the terminal.
    pub mouse: bool,
    /// True if a screen reader speaks what is drawn.
    pub speaks: bool,
    /// Abilities of the terminal, as far as they are known.
    pub capabilities: Capabilities,
}

/// The reason why a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitReason {
    /// The user quit.
    Quit,
    /// Nothing was done for the time of the idle limit.
    IdleTimeout,
}

/// Result of loading a file.
#[derive(Debug)]
pub enum LoadOutcome {
    /// The file was read: the dataset, or what is wrong with the file.
    Loaded(Result<Box<Dataset>, LoadError>),
    /// The session ended before. The file is still being read, so the program must end.
    Ended(ExitReason),
}

/// The terminal of a session, and all that waits for events on it.
pub struct EventLoop<'s> {
    terminal: TerminalSession,
    size: Size,
    options: SessionOptions<'s>,
    /// Started after the first frame.
    signals: Option<SignalHandler>,
    reader: EventReader,
    pacer: FramePacer,
    idle: IdleTimer,
    idle_watch: Option<IdleWatch>,
    /// The warning that is shown.
    warning: Option<String>,
}

impl<'s> EventLoop<'s> {
    /// Sets up a terminal of this size. It is restored when the event loop is dropped, when a
    /// signal ends the program, and on a panic if [`super::term::install_panic_hook`] was called.
    ///
    /// # Errors
    /// If the terminal cannot be set up, or the system refuses to report signals.
    pub fn new(size: Size, options: SessionOptions<'s>) -> io::Result<Self> {
        let signals = Some(SignalHandler::register()?);
        let reader = EventReader::open()?;
        let idle = IdleTimer::new(options.idle_limit, Instant::now());
        // Before anything is written: a client may never read even the first frame.
        let idle_watch = idle.end().map(IdleWatch::start).transpose()?;
        let mut terminal =
            TerminalSession::enter(options.mouse && !options.speaks, options.capabilities, size)?;
        terminal.set_speaks(options.speaks);
        Ok(Self {
            terminal,
            size,
            options,
            signals,
            reader,
            pacer: FramePacer::default(),
            idle,
            idle_watch,
            warning: None,
        })
    }

    /// Returns the size of the terminal, which may have been resized.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Asks the terminal, with the next frame, for its background and its name.
    pub fn query_terminal(&mut self) {
        self.terminal.query_terminal();
    }

    /// Loads a dataset from a file while the screen shows the progress.
    ///
    /// # Errors
    /// If the terminal cannot be drawn on or read from. Errors in the file are part of the outcome.
    pub fn load(&mut self, file: PathBuf, styles: Styles, kiosk: bool) -> io::Result<LoadOutcome> {
        let mut loading = Loading::start(file, styles, kiosk)?;
        match self.run_phase(&mut loading)? {
            Some(reason) => Ok(LoadOutcome::Ended(reason)),
            None => Ok(LoadOutcome::Loaded(loading.into_result())),
        }
    }

    /// Runs the dashboard until the session ends, with a tour first if one is wanted.
    ///
    /// # Errors
    /// If the terminal cannot be drawn on or read from. It is restored in that case, too.
    pub fn run(mut self, app: App<'static>, tour: Option<TourOptions>) -> io::Result<ExitReason> {
        let mut dashboard = Dashboard::new(app, self.options.save, tour, Instant::now());
        let reason = self.run_phase(&mut dashboard)?;
        Ok(reason.unwrap_or(ExitReason::Quit))
    }

    /// Runs a phase until it is finished, or the session ends: then it returns why.
    fn run_phase(&mut self, phase: &mut dyn Phase) -> io::Result<Option<ExitReason>> {
        let mut needs_draw = true;
        let mut is_first_frame = true;
        loop {
            let now = Instant::now();
            if !is_first_frame {
                match phase.advance(now)? {
                    Progress::Unchanged => {}
                    Progress::Changed(action) => {
                        needs_draw = true;
                        if let Some(reason) = self.perform(action, phase)? {
                            return Ok(Some(reason));
                        }
                    }
                    Progress::Finished => return Ok(None),
                }
            }
            match self.idle.check(now) {
                IdleState::Active => {}
                IdleState::Warn(time) => {
                    log!("idle: warning");
                    self.warning = Some(idle_warning(time));
                    needs_draw = true;
                }
                IdleState::TimedOut => {
                    log!("end: {:?}", ExitReason::IdleTimeout);
                    return Ok(Some(ExitReason::IdleTimeout));
                }
            }
            if let Some(watch) = &self.idle_watch {
                watch.move_to(self.idle.end());
            }
            let mut wait_for_reply = None;
            if needs_draw {
                wait_for_reply = self.pacer.wait_time(now).map(|wait| now + wait);
                if wait_for_reply.is_none() {
                    self.draw(phase, now)?;
                    needs_draw = false;
                }
            }
            if is_first_frame {
                is_first_frame = false;
                if let Some(signals) = self.signals.take() {
                    signals.start()?;
                    // Only from now on does the system report a resize: look if one came before.
                    needs_draw |= self.follow_size(phase);
                }
                phase.first_frame_drawn()?;
                continue;
            }
            let wake_at = [wait_for_reply, phase.wake_at(now), self.idle.deadline()];
            let timeout = wake_at
                .into_iter()
                .flatten()
                .min()
                .map(|at| at.saturating_duration_since(Instant::now()));
            for event in self.reader.poll(timeout)? {
                needs_draw = true;
                if let Some(reason) = self.handle(event, phase)? {
                    log!("end: {reason:?}");
                    return Ok(Some(reason));
                }
            }
        }
    }

    /// Adapts to the size of the terminal. Returns true if it is another.
    fn follow_size(&mut self, phase: &mut dyn Phase) -> bool {
        let Ok(size) = term::current_size() else {
            return false;
        };
        let is_resized = self.size != size;
        if is_resized {
            let Size { width, height } = size;
            log!("resize: {width}x{height}");
            self.size = size;
            phase.handle(&Event::Resize(width, height), Instant::now());
        }
        is_resized
    }

    fn draw(&mut self, phase: &mut dyn Phase, now: Instant) -> io::Result<()> {
        // A screen reader may read a question to the terminal out.
        let probe = !self.options.speaks && self.pacer.should_probe(now);
        let warning = self.warning.as_deref();
        let bytes = self
            .terminal
            .draw(self.size, probe, |buffer| phase.render(buffer, warning))?;
        if bytes > 0 {
            self.pacer.frame_sent(now, probe);
        }
        log!(
            "frame: {bytes} bytes, {} microseconds{}",
            now.elapsed().as_micros(),
            if probe { ", probed" } else { "" }
        );
        Ok(())
    }

    fn handle(
        &mut self,
        event: TerminalEvent,
        phase: &mut dyn Phase,
    ) -> io::Result<Option<ExitReason>> {
        match event {
            TerminalEvent::Background(background) => {
                log!("reply: background {background:?}");
                phase.set_background(background);
            }
            TerminalEvent::Version(name) => {
                log!("reply: version {name:?}");
                self.terminal.set_capabilities(&name);
                self.pacer.reply_received();
            }
            TerminalEvent::Resized => {
                if self.follow_size(phase) {
                    self.record_input(Instant::now());
                }
                // Even if the size is the same: it may have been another in the meantime, and
                // the terminal has then cut off or moved what it showed.
                self.terminal.clear();
            }
            TerminalEvent::Input(event) => {
                log_input(&event);
                let now = Instant::now();
                let warned = self.record_input(now);
                let action = phase.handle(&event, now);
                // The warning says that any key keeps the session: `q` must not end it, either.
                if !(warned && action == Some(TerminalAction::Quit)) {
                    return self.perform(action, phase);
                }
            }
        }
        Ok(None)
    }

    /// Records that the user did something. Returns true if the warning was shown.
    fn record_input(&mut self, now: Instant) -> bool {
        self.warning = None;
        self.idle.input(now)
    }

    /// Does what only the event loop can do. Returns the reason if the session ends.
    fn perform(
        &mut self,
        action: Option<TerminalAction>,
        phase: &mut dyn Phase,
    ) -> io::Result<Option<ExitReason>> {
        match action {
            None => {}
            Some(TerminalAction::Copy(text)) => {
                let outcome = self.terminal.copy(&text)?;
                log!("copy: {} bytes, {outcome:?}", text.len());
                phase.copied(&text, outcome);
            }
            Some(TerminalAction::Redraw) => self.terminal.clear(),
            Some(TerminalAction::Suspend) => signals::suspend()?,
            Some(TerminalAction::Speak(speaks)) => {
                self.options.speaks = speaks;
                self.terminal.set_speaks(speaks);
            }
            Some(TerminalAction::Quit) => return Ok(Some(ExitReason::Quit)),
        }
        Ok(None)
    }
}

fn idle_warning(time: Duration) -> String {
    let seconds = time.as_secs().max(1);
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!("The session ends in {seconds} {unit}. Press any key to stay.")
}

fn log_input(event: &Event) {
    match event {
        Event::Key(KeyEvent {
            code,
            modifiers,
            kind,
            ..
        }) => log!("key: {code:?} {modifiers:?} {kind:?}"),
        // Pasted text may be long, or a password that was pasted by mistake.
        Event::Paste(text) => log!("paste: {} bytes", text.len()),
        Event::Mouse(mouse) => log!("mouse: {:?} at {},{}", mouse.kind, mouse.column, mouse.row),
        Event::Resize(width, height) => log!("resize: {width}x{height}"),
        Event::FocusGained | Event::FocusLost => log!("focus: {event:?}"),
    }
}
