//! The end of commands that take too long, or whose answer no one reads.

use std::{
    io::{self, IsTerminal as _},
    time::{Duration, Instant},
};

use color_eyre::eyre::WrapErr as _;

use super::{arguments::Arguments, error::CliError, exit_status::ExitStatus, message};
use crate::tui::term::{self, Wake};

/// Time limit of commands in the kiosk, unless the administrator sets another.
const KIOSK_LIMIT: Duration = Duration::from_secs(10);

/// The limits of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CommandLimits {
    /// True if the command ends as soon as no one can read its answer.
    needs_reader: bool,
    /// Longest time until the answer is complete and read.
    time: Option<Duration>,
}

impl CommandLimits {
    /// Returns the limits that the options set. A command does not take longer than a session without input.
    pub(crate) fn new(arguments: &Arguments) -> Self {
        let of_kiosk = Some(KIOSK_LIMIT).filter(|_| arguments.kiosk);
        let time = arguments.time_limit.or(of_kiosk);
        let time = time.filter(|time| !time.is_zero());
        Self {
            needs_reader: arguments.kiosk || time.is_some(),
            time: time.into_iter().chain(arguments.idle_limit).min(),
        }
    }

    /// Returns true if there is a longest time.
    pub(crate) fn has_time(self) -> bool {
        self.time.is_some()
    }

    /// Starts a thread that ends the program at these limits, even if it is busy or blocked in a write.
    ///
    /// # Errors
    /// If no thread can be started.
    pub(crate) fn start(self) -> Result<(), CliError> {
        let Self { needs_reader, time } = self;
        if !needs_reader && time.is_none() {
            return Ok(());
        }
        // A limit of thousands of years is none.
        let end = time.and_then(|time| Instant::now().checked_add(time));
        let had_terminal = io::stdout().is_terminal();
        term::watch(end, move |wake| {
            if wake == Wake::Disconnected {
                exit_disconnected(had_terminal);
            }
            let limit = humantime::format_duration(time.unwrap_or_default());
            let text = message::text(&format!(
                "the answer was not complete, or not read, within {limit}"
            ));
            term::report_if_ready(text.as_bytes());
            term::exit_now(ExitStatus::TimeLimit.code().into());
        })
        .wrap_err("cannot start the clock of the command")?;
        Ok(())
    }
}

/// Ends the program because no one can read its output. A reader that closes a pipe early is not an error. A terminal that has
/// gone is one, but no longer looks like one, so the caller must have asked before.
pub(crate) fn exit_disconnected(had_terminal: bool) -> ! {
    let status = if had_terminal {
        ExitStatus::HungUp
    } else {
        ExitStatus::Success
    };
    term::exit_now(status.code().into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kiosk_has_a_limit_that_the_administrator_can_change_or_turn_off() {
        let limits = |kiosk, time_limit: Option<u64>, idle_limit: Option<u64>| {
            CommandLimits::new(&Arguments {
                kiosk,
                time_limit: time_limit.map(Duration::from_secs),
                idle_limit: idle_limit.map(Duration::from_secs),
                ..Arguments::default()
            })
        };
        let expected = |needs_reader, seconds: Option<u64>| CommandLimits {
            needs_reader,
            time: seconds.map(Duration::from_secs),
        };
        assert_eq!(limits(false, None, None), expected(false, None));
        assert_eq!(limits(false, Some(3), None), expected(true, Some(3)));
        assert_eq!(limits(true, None, None), expected(true, Some(10)));
        assert_eq!(limits(true, Some(60), None), expected(true, Some(60)));
        assert_eq!(limits(true, Some(0), None), expected(true, None));
        assert_eq!(limits(true, None, Some(1800)), expected(true, Some(10)));
        assert_eq!(limits(false, Some(0), Some(5)), expected(false, Some(5)));
    }
}
