//! Systems without SIGTSTP.

use std::io;

/// Does nothing: the program cannot be stopped.
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(in crate::tui) fn suspend() -> io::Result<()> {
    Ok(())
}
