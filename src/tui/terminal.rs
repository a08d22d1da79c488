//! The terminal: taken, drawn on, and given back as it was, whatever happens.

use std::{
    io::{self, IsTerminal, Write as _},
    sync::atomic::{AtomicBool, Ordering},
};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{Terminal, backend::CrosstermBackend};

use super::{app::App, output::Output, view};

static TAKEN: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Clicks and the wheel, with places beyond column 223. Not every move of the mouse, as crossterm would ask for: each would
/// wake the program and cost bytes on the line.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The terminal while the dashboard has it. Dropping it gives the terminal back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Output>>,
    output: Output,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, and the mouse if it is wanted.
    ///
    /// # Errors
    /// If there is no terminal, or it refuses.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let output = Output::default();
        // From here on a failure must give back what was taken: `Screen` does so when dropped.
        let taken = (|| {
            execute!(io::stdout(), EnterAlternateScreen)?;
            if mouse {
                MOUSE.store(true, Ordering::SeqCst);
                io::stdout().write_all(MOUSE_ON)?;
            }
            Terminal::new(CrosstermBackend::new(output.clone()))
        })();
        taken.map(|terminal| Self { terminal, output }).inspect_err(|_| give_back())
    }

    /// Asks the terminal for its background (OSC 11). The answer, if there is one, comes among the keys.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn ask_background(&mut self) -> io::Result<()> {
        io::stdout().write_all(b"\x1b]11;?\x1b\\")?;
        io::stdout().flush()
    }

    /// Gives a text to the terminal's clipboard (OSC 52), which works through SSH as well; whether it takes it can't be known.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(app, frame))?;
        self.output.send(&mut io::stdout())
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal can't be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as it was, if it was taken; a second call does nothing.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Nothing can be told to anyone if this fails: the terminal is what would show it.
        if MOUSE.swap(false, Ordering::SeqCst) {
            let _ = io::stdout().write_all(MOUSE_OFF);
        }
        let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
        let _ = io::stdout().flush();
    }
}

/// From now on a panic, in any thread, gives the terminal back before it is reported.
///
/// # Errors
/// If another reporter was installed before.
pub fn give_back_on_panic() -> color_eyre::Result<()> {
    let (panic_hook, report_hook) = color_eyre::config::HookBuilder::default().into_hooks();
    report_hook.install()?;
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        eprintln!("{}", panic_hook.panic_report(panic));
    }));
    Ok(())
}

/// What the terminal is when the dashboard opens, or why there is none to open it on.
///
/// # Errors
/// A line for the user, if standard output is no terminal or there is none to read keys from.
pub fn size() -> Result<ratatui::layout::Size, &'static str> {
    if !io::stdout().is_terminal() {
        return Err("standard output is not a terminal, so there is nothing to draw on");
    }
    if !io::stdin().is_terminal() && !controlling_terminal() {
        return Err("there is no terminal to read keys from");
    }
    let (width, height) = crossterm::terminal::size().map_err(|_| "the terminal does not say how large it is")?;
    Ok(ratatui::layout::Size::new(width, height))
}

/// Keys come from there when standard input is a file or a pipe.
#[cfg(unix)]
fn controlling_terminal() -> bool {
    std::fs::File::open("/dev/tty").is_ok()
}

#[cfg(not(unix))]
fn controlling_terminal() -> bool {
    false
}
