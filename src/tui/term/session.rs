//! The terminal's modes: set up, restored however the program ends, and set up again after a stop.

use std::{
    io::{self, Write as _},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use super::{
    capabilities::{Capabilities, RepSupport},
    clipboard,
    encoder::{FrameBuffer, FrameEncoder},
    platform, screen_buffer,
};
use crate::tui::{app::CopyOutcome, log::log};

/// Saves the cursor and switches to the alternate screen. Mode 1049 saves the cursor, too, but dvtm
/// does so on the wrong screen: the shell would go on at the top left.
const ALTERNATE_SCREEN_ON: &[u8] = b"\x1b7\x1b[?1049h";
const ALTERNATE_SCREEN_OFF: &[u8] = b"\x1b[?1049l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
/// Reports clicks and the wheel, with columns beyond 223. Unlike crossterm's `EnableMouseCapture`
/// it does not ask for every movement: each would wake the program and cost bytes.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// Pasted text arrives in one piece instead of as keys.
const BRACKETED_PASTE_ON: &[u8] = b"\x1b[?2004h";
const BRACKETED_PASTE_OFF: &[u8] = b"\x1b[?2004l";

/// OSC 11: asks for the background colour.
const QUERY_BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";
/// XTVERSION: asks for the terminal's name and version.
const QUERY_VERSION: &[u8] = b"\x1b[>q";

/// Default colours and attributes.
const RESET_STYLE: &[u8] = b"\x1b[m";
/// Moves the cursor to a new row below the picture, for terminals without an alternate screen: the
/// shell goes on there. Others move it on the screen that they then leave. A row beyond the last
/// counts as the last.
const LEAVE_PICTURE: &[u8] = b"\x1b[999;1H\n";

/// True if input arrives as sequences. The Windows console reports clicks without them, has no bracketed paste without them,
/// and does not pass replies on.
const READS_SEQUENCES: bool = cfg!(unix);

/// Attempts, one a millisecond, to get the lock before the terminal is restored without it.
const RESTORE_LOCK_ATTEMPTS: u32 = 40;

/// The modes that the program has set.
#[derive(Debug, Clone, Copy)]
struct TerminalState {
    active: bool,
    mouse: bool,
    /// Set once the modes were sent, with the first frame.
    entered: bool,
}

/// Locked by every writer, so that nothing is written after the terminal was restored.
static STATE: Mutex<TerminalState> = Mutex::new(TerminalState {
    active: false,
    mouse: false,
    entered: false,
});

/// Set after a stop: the screen may show anything, so the next frame is drawn in full.
static RESUMED: AtomicBool = AtomicBool::new(false);

fn lock_state() -> MutexGuard<'static, TerminalState> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Locks the state, but gives up soon: the owner may be blocked in a write that never ends.
fn try_lock_state() -> Option<MutexGuard<'static, TerminalState>> {
    for _ in 0..RESTORE_LOCK_ATTEMPTS {
        match STATE.try_lock() {
            Ok(state) => return Some(state),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(1)),
        }
    }
    None
}

/// The terminal while the dashboard uses it. Dropping it restores the terminal.
pub struct TerminalSession {
    encoder: FrameEncoder,
    /// The frame that is rendered next.
    next: Buffer,
    output: FrameBuffer,
    capabilities: Capabilities,
    /// True if the mouse is wanted.
    mouse: bool,
    /// True if a screen reader speaks what is drawn.
    speaks: bool,
}

impl TerminalSession {
    /// Sets up a terminal with these abilities, and of this size: raw mode at once; the alternate
    /// screen, bracketed paste and, if wanted, the mouse with the first frame.
    ///
    /// # Errors
    /// If there is no terminal, or it cannot be set up. It is restored in that case.
    pub fn enter(mouse: bool, capabilities: Capabilities, size: Size) -> io::Result<Self> {
        let output = FrameBuffer::default();
        let mut state = lock_state();
        *state = TerminalState {
            active: true,
            mouse: mouse && capabilities.mouse,
            entered: false,
        };
        // Sent with the first frame: every extra write wakes the peer (sshd, tmux).
        output.push(&enter_sequence(*state));
        let is_raw = platform::set_modes(state.mouse);
        drop(state);
        is_raw.inspect_err(|_| restore())?;
        let mut encoder = FrameEncoder::new(output.clone(), size);
        encoder.set_reordering(capabilities.reordering);
        Ok(Self {
            next: screen_buffer::blank(size),
            encoder,
            output,
            capabilities,
            mouse,
            speaks: false,
        })
    }

    /// Asks, with the next frame, for the background colour and the terminal's name. Replies, if
    /// any, arrive among the keys.
    pub fn query_terminal(&self) {
        if !READS_SEQUENCES {
            return;
        }
        self.output.push(QUERY_BACKGROUND);
        self.output.push(QUERY_VERSION);
    }

    /// Uses what a terminal of this name and version understands.
    pub(in crate::tui) fn set_capabilities(&mut self, name: &str) {
        self.capabilities = self.capabilities.with_version(name);
        self.encoder.set_reordering(self.capabilities.reordering);
        self.use_capabilities();
    }

    /// Draws for a screen reader, or no longer. It reads what is written as it arrives, so whole lines are written without
    /// shortcuts, and clicks are left to the terminal.
    pub(in crate::tui) fn set_speaks(&mut self, speaks: bool) {
        self.speaks = speaks;
        self.encoder.set_whole_rows(speaks);
        self.use_capabilities();
    }

    fn use_capabilities(&mut self) {
        let has = |wanted: bool| wanted && !self.speaks;
        self.output.synchronize(has(self.capabilities.synchronizes));
        self.encoder.set_rep_support(if self.speaks {
            RepSupport::None
        } else {
            self.capabilities.rep
        });
        let mouse = has(self.mouse && self.capabilities.mouse);
        let mut state = lock_state();
        if mouse != state.mouse {
            state.mouse = mouse;
            self.output.push(if mouse { MOUSE_ON } else { MOUSE_OFF });
        }
    }

    /// Sends a text to the terminal's clipboard, if it has one, and returns what happened.
    pub(in crate::tui) fn copy(&mut self, text: &str) -> io::Result<CopyOutcome> {
        let (outcome, bytes) = clipboard::encode(self.capabilities.clipboard, text);
        self.output.push(&bytes);
        self.flush()?;
        Ok(outcome)
    }

    /// Draws a frame on a screen of this size and returns the number of bytes sent: 0 if nothing
    /// changed. With `probe`, a frame that is sent ends with a query for the terminal's name.
    pub(in crate::tui) fn draw(
        &mut self,
        size: Size,
        probe: bool,
        render: impl FnOnce(&mut Buffer) -> Position,
    ) -> io::Result<usize> {
        if size != self.encoder.area().as_size() {
            // The old cells are freed before there are new ones.
            self.next = Buffer::default();
            self.encoder.resize(size);
            self.next = screen_buffer::blank(size);
        }
        if RESUMED.swap(false, Ordering::SeqCst) {
            self.clear();
        }
        self.next.reset();
        let cursor = render(&mut self.next);
        self.encoder.draw(&self.next, cursor);
        let bytes = self.output.len();
        if bytes > 0 {
            if probe {
                self.output.push(QUERY_VERSION);
            }
            self.flush()?;
        }
        Ok(bytes)
    }

    /// Clears the screen, so that the next frame is drawn in full.
    pub(in crate::tui) fn clear(&mut self) {
        self.encoder.clear();
    }

    /// Sends what was collected, unless the terminal was restored in the meantime.
    fn flush(&mut self) -> io::Result<()> {
        let mut state = lock_state();
        if state.active {
            state.entered = true;
            self.output.flush_to(&mut io::stdout())
        } else {
            self.output.flush_to(&mut io::sink())
        }
    }
}

impl Drop for TerminalSession {
    fn drop(&mut self) {
        restore();
    }
}

fn enter_sequence(state: TerminalState) -> Vec<u8> {
    let if_read = |wanted: bool, sequence: &'static [u8]| {
        if READS_SEQUENCES && wanted {
            sequence
        } else {
            b""
        }
    };
    [
        ALTERNATE_SCREEN_ON,
        if_read(state.mouse, MOUSE_ON),
        if_read(true, BRACKETED_PASTE_ON),
    ]
    .concat()
}

/// Restores the terminal if it was set up; a second call does nothing.
///
/// Waits for another thread that is writing to the terminal, but at most 40 ms: it may be blocked.
pub fn restore() {
    let mut state = try_lock_state();
    if state.as_ref().is_some_and(|state| !state.active) {
        return;
    }
    // Before the first frame there is nothing to undo: the cursor would jump for no reason.
    let bytes = if state.as_ref().is_none_or(|state| state.entered) {
        [
            RESET_STYLE,
            MOUSE_OFF,
            BRACKETED_PASTE_OFF,
            LEAVE_PICTURE,
            ALTERNATE_SCREEN_OFF,
            SHOW_CURSOR,
        ]
        .concat()
    } else {
        Vec::new()
    };
    platform::leave(&bytes);
    if let Some(state) = &mut state {
        state.active = false;
    }
    log!("terminal: restored");
}

/// Sets the terminal up again as it was before a stop, and has the next frame drawn in full.
#[cfg(unix)]
pub(in crate::tui) fn resume() {
    let mut state = lock_state();
    // The shell may have changed the modes, and crossterm remembers the old ones: raw mode only
    // takes effect again once it has been left.
    platform::restore_modes();
    let _ = platform::set_modes(state.mouse);
    platform::write_if_ready(&enter_sequence(*state));
    (state.active, state.entered) = (true, true);
    RESUMED.store(true, Ordering::SeqCst);
    log!("terminal: set up again");
}

/// Makes a panic in any thread restore the terminal before it is reported.
///
/// # Errors
/// If another panic reporter was installed before.
pub fn install_panic_hook() -> color_eyre::Result<()> {
    let (panic_hook, report_hook) = color_eyre::config::HookBuilder::default().into_hooks();
    report_hook.install()?;
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        log!("panic: {panic:?}");
        // `eprintln!` would panic again if standard error is closed.
        let _ = writeln!(io::stderr(), "{}", panic_hook.panic_report(panic));
    }));
    Ok(())
}
