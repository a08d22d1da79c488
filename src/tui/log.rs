//! The log of a session, to find out what happened on a user's machine.
//!
//! Off by default: then a record costs one atomic load. A line is written at once and in one piece,
//! so that several threads and several programs can append to the same file.

use std::{
    fmt,
    fs::{File, OpenOptions},
    io::{self, Write as _},
    path::Path,
    process,
    sync::OnceLock,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

static LOG: OnceLock<Log> = OnceLock::new();

/// The open file, and the time from which records are counted.
#[derive(Debug)]
struct Log {
    file: File,
    start: Instant,
}

/// Writes a line to the log, with the arguments of `format!`. They are evaluated only if the log is
/// on.
macro_rules! log {
    ($($argument:tt)*) => {
        if $crate::tui::log::is_on() {
            $crate::tui::log::write(format_args!($($argument)*));
        }
    };
}
pub(crate) use log;

/// Turns the log on for the rest of the program. Lines are added to the end of the file, which is
/// created if need be, readable for its owner only: it records what is typed.
///
/// # Errors
/// If the file cannot be opened for writing.
pub fn open(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let log = Log {
        file: options.open(path)?,
        start: Instant::now(),
    };
    // A second call changes nothing.
    let _ = LOG.set(log);
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    log!(
        "start: oa {}, process {}, {} seconds since 1970, TERM={:?}",
        env!("CARGO_PKG_VERSION"),
        process::id(),
        since_1970.unwrap_or_default().as_secs(),
        std::env::var_os("TERM").unwrap_or_default(),
    );
    Ok(())
}

/// Returns true if the log is on.
pub(crate) fn is_on() -> bool {
    LOG.get().is_some()
}

/// Writes a line with the seconds since the start. Called by [`log!`].
pub(crate) fn write(text: fmt::Arguments) {
    if let Some(Log { file, start }) = LOG.get() {
        let line = format!("{:12.6} {text}\n", start.elapsed().as_secs_f64());
        // A full disk must not end the session.
        let mut file = file;
        let _ = file.write_all(line.as_bytes());
    }
}
