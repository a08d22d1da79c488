//! Long answers on a terminal go through a pager, as in git.
//!
//! A pager can start a shell, so none is started unless [`allow`] was called.

use std::{
    env,
    io::{self, IsTerminal as _, Write as _},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
};

use super::message;
use crate::text::{quoted, text_width};

/// True if a pager may be started.
static IS_ALLOWED: AtomicBool = AtomicBool::new(false);

/// Allows a pager from now on.
pub(crate) fn allow() {
    IS_ALLOWED.store(true, Ordering::Relaxed);
}

/// Returns true if a text is longer than the terminal and may go through a pager.
pub(crate) fn is_needed(text: &str) -> bool {
    if !IS_ALLOWED.load(Ordering::Relaxed) || !io::stdout().is_terminal() {
        return false;
    }
    let Ok((columns, rows)) = crossterm::terminal::size() else {
        return false;
    };
    columns > 0 && rows > 0 && height(text, columns.into()) >= usize::from(rows)
}

/// Returns the number of rows that a text needs. Lines of JSON and CSV may be wider than the terminal.
fn height(text: &str, columns: usize) -> usize {
    let lines = text.lines();
    lines
        .map(|line| text_width(line).div_ceil(columns).max(1))
        .sum()
}

/// Shows a text in the pager, and returns true when the user has left it. Returns false if there is no pager, so that the text
/// must be printed.
pub(crate) fn show(text: &str) -> bool {
    let Some(mut words) = pager().map(Vec::into_iter) else {
        return false;
    };
    let Some(program) = words.next() else {
        return false;
    };
    // Until the pager ends, Ctrl-C belongs to it. If this program ended first, the shell and the pager would both read keys.
    let _signals = IgnoredSignals::register();
    let mut command = Command::new(&program);
    command.args(words).stdin(Stdio::piped());
    // Those of git: less leaves a text that fits, shows colours, and keeps the text on the screen.
    for (variable, value) in [("LESS", "FRX"), ("LV", "-c")] {
        if env::var_os(variable).is_none() {
            command.env(variable, value);
        }
    }
    match command.spawn() {
        Ok(pager) => {
            feed(pager, text);
            true
        }
        Err(error) => {
            if env::var_os("PAGER").is_some() {
                let name = quoted(&program);
                message::notice(&format!("cannot start the pager {name}: {error}"));
            }
            false
        }
    }
}

/// Writes a text to the pager and waits for its end. A pager that is left early is no error.
fn feed(mut pager: Child, text: &str) {
    if let Some(mut input) = pager.stdin.take() {
        let _ = input.write_all(text.as_bytes());
    }
    let _ = pager.wait();
}

/// Returns the words of the command in `PAGER`, or less; none if the user wants no pager.
fn pager() -> Option<Vec<String>> {
    let Some(typed) = env::var_os("PAGER") else {
        // Windows has no pager that wraps long lines and shows colours.
        return cfg!(unix).then(|| vec!["less".into()]);
    };
    let words = shlex::split(typed.to_str()?)?;
    (!words.is_empty() && words != ["cat"]).then_some(words)
}

/// Signals from keys, which do nothing while this value exists.
struct IgnoredSignals {
    #[cfg(unix)]
    registered: Vec<signal_hook::SigId>,
}

impl IgnoredSignals {
    #[cfg(unix)]
    fn register() -> Self {
        use signal_hook::{
            consts::{SIGINT, SIGQUIT},
            flag,
        };
        use std::sync::Arc;

        // A handler, unlike an ignored signal, is not passed on to the pager.
        let registered = [SIGINT, SIGQUIT]
            .into_iter()
            .filter_map(|signal| flag::register(signal, Arc::default()).ok());
        Self {
            registered: registered.collect(),
        }
    }

    #[cfg(not(unix))]
    fn register() -> Self {
        Self {}
    }
}

impl Drop for IgnoredSignals {
    fn drop(&mut self) {
        #[cfg(unix)]
        for &signal in &self.registered {
            signal_hook::low_level::unregister(signal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_too_wide_count_as_several() {
        assert_eq!(height("", 10), 0);
        assert_eq!(height("ten wide..\n\nmore than ten\n", 10), 4);
    }

    #[test]
    fn no_pager_is_needed_unless_it_was_allowed() {
        assert!(!is_needed(&"line\n".repeat(10_000)));
    }
}
