//! The terminal: taken, drawn on, and given back as it was, whatever happens.

use std::{
    io::{self, IsTerminal, Write as _},
    sync::{Mutex, MutexGuard, TryLockError},
    time::Duration,
};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    queue,
    terminal::{LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{Frame, Terminal, layout::Size};

use super::{
    app::App,
    output::{
        DiffBackend, FrameBuffer,
        capabilities::{Capabilities, capabilities},
    },
    system, view,
};

/// The alternate screen.
const SCREEN_ON: &[u8] = b"\x1b[?1049h";
/// Clicks and the wheel, with places beyond column 223. Not every move of the mouse, as crossterm would ask for: each would
/// wake the program and cost bytes on the line.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// What is pasted comes in one piece, and not as keys.
const PASTE_ON: &[u8] = b"\x1b[?2004h";
const PASTE_OFF: &[u8] = b"\x1b[?2004l";

/// What is the background's colour? What are the terminal's name and version?
const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";
const NAME: &[u8] = b"\x1b[>q";

/// Letters as they were before the first frame.
const PLAIN: &[u8] = b"\x1b[m";

/// What the dashboard has of the terminal.
#[derive(Debug, Clone, Copy)]
struct TerminalState {
    screen: bool,
    mouse: bool,
}

/// Whoever writes to the terminal holds this, so that nothing is written after it was given back.
static STATE: Mutex<TerminalState> = Mutex::new(TerminalState {
    screen: false,
    mouse: false,
});

fn state() -> MutexGuard<'static, TerminalState> {
    STATE
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The same, without waiting for one who writes to a line that nobody reads.
fn try_state() -> Option<MutexGuard<'static, TerminalState>> {
    for _ in 0..40 {
        match STATE.try_lock() {
            Ok(state) => return Some(state),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(1)),
        }
    }
    None
}

/// The terminal while the dashboard has it. Dropping it gives the terminal back.
pub struct TerminalSession {
    terminal: Terminal<DiffBackend>,
    output: FrameBuffer,
}

impl TerminalSession {
    /// Takes the terminal, which has this size: raw mode, and with the first frame the alternate screen, and the mouse if it is
    /// wanted.
    ///
    /// # Errors
    /// If there is no terminal, or it refuses.
    pub fn enter(mouse: bool, size: Size) -> io::Result<Self> {
        let output = FrameBuffer::default();
        let mut state = state();
        *state = TerminalState {
            screen: true,
            mouse,
        };
        // From here on a failure must give back what was taken: `TerminalSession` does so when dropped.
        let terminal = enable_raw_mode().and_then(|()| {
            // They go over the line with the first frame: each write wakes whoever is at its other end.
            output.gather(&enter_sequence(*state));
            Terminal::new(DiffBackend::new(output.clone(), size))
        });
        drop(state);
        terminal
            .map(|terminal| Self { terminal, output })
            .inspect_err(|_| restore())
    }

    /// With the next frame asks the terminal for its background (OSC 11) and its name (XTVERSION). Answers, if there are any,
    /// come among the keys.
    pub fn ask(&self) {
        self.output.gather(BACKGROUND);
        self.output.gather(NAME);
    }

    /// From now on the terminal gets what one of this name understands.
    pub fn know(&mut self, name: &str) {
        let Capabilities {
            synchronizes,
            repeats,
        } = capabilities(name);
        if synchronizes {
            self.output.synchronize();
        }
        self.terminal.backend_mut().repeat(repeats);
    }

    /// Gives a text to the terminal's clipboard (OSC 52), which works through SSH as well; whether it takes it can't be known.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.output, CopyToClipboard::to_clipboard_from(text))?;
        self.send()
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        self.draw_frame(app.size(), |frame| view::render(app, frame))
    }

    /// Draws a frame that ends with a question, unless there is nothing to send; says whether there was.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn draw_with_probe(&mut self, app: &App, asks: bool) -> io::Result<bool> {
        self.gather(app.size(), |frame| view::render(app, frame))?;
        if self.output.is_empty() {
            return Ok(false);
        }
        if asks {
            self.output.gather(NAME);
        }
        self.send().map(|()| true)
    }

    /// Draws a frame of something else, on a screen of this size.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn draw_frame(&mut self, size: Size, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.gather(size, draw)?;
        self.send()
    }

    fn gather(&mut self, size: Size, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.terminal.backend_mut().fit(size);
        if system::take_resumed() {
            self.clear()?;
        }
        self.terminal.draw(draw).map(|_| ())
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// Sends what was gathered, unless the terminal was given back in the meantime.
    fn send(&mut self) -> io::Result<()> {
        let state = state();
        if state.screen {
            self.output.send(&mut io::stdout())
        } else {
            self.output.send(&mut io::sink())
        }
    }
}

impl Drop for TerminalSession {
    fn drop(&mut self) {
        restore();
    }
}

/// What makes the terminal the dashboard's.
fn enter_sequence(wanted: TerminalState) -> Vec<u8> {
    [
        SCREEN_ON,
        if wanted.mouse { MOUSE_ON } else { b"" },
        PASTE_ON,
    ]
    .concat()
}

/// Gives the terminal back as it was, if it was taken; a second call does nothing.
///
/// One who is writing to it is waited for, but not for long: the line may be one that nobody reads.
pub fn restore() {
    let mut state = try_state();
    if state.as_ref().is_some_and(|state| !state.screen) {
        return;
    }
    // Nothing can be told to anyone if this fails: the terminal is what would show it.
    let _ = disable_raw_mode();
    let mut bytes = [PLAIN, MOUSE_OFF, PASTE_OFF].concat();
    let _ = queue!(bytes, LeaveAlternateScreen, Show);
    system::write_now(&bytes);
    if let Some(state) = &mut state {
        state.screen = false;
    }
}

/// Takes the terminal again as it was taken before: the program was stopped, and goes on.
pub(super) fn resume() {
    let mut state = state();
    // Who stopped the program may have changed the terminal: what is remembered of it no longer holds.
    let _ = disable_raw_mode();
    let _ = enable_raw_mode();
    system::write_now(&enter_sequence(*state));
    state.screen = true;
}

/// From now on a panic, in any thread, gives the terminal back before it is reported.
///
/// # Errors
/// If another reporter was installed before.
pub fn install_panic_hook() -> color_eyre::Result<()> {
    let (panic_hook, report_hook) = color_eyre::config::HookBuilder::default().into_hooks();
    report_hook.install()?;
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        // Not `eprintln!`: it would panic where nobody reads any more.
        let _ = writeln!(io::stderr(), "{}", panic_hook.panic_report(panic));
    }));
    Ok(())
}

/// Whether the terminal that answers are drawn on has gone away.
#[must_use]
pub fn is_disconnected() -> bool {
    system::is_disconnected()
}

/// What the terminal is when the dashboard opens, or why there is none to open it on.
///
/// # Errors
/// A line for the user, if standard output is no terminal or there is none to read keys from.
pub fn size() -> Result<Size, &'static str> {
    if !io::stdout().is_terminal() {
        return Err("standard output is not a terminal, so there is nothing to draw on");
    }
    if !io::stdin().is_terminal() && !system::controlling_terminal() {
        return Err("there is no terminal to read keys from");
    }
    let (width, height) =
        crossterm::terminal::size().map_err(|_| "the terminal does not say how large it is")?;
    Ok(Size::new(width, height))
}
