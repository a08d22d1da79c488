//! Exit statuses.

use std::process::ExitCode;

/// The ways in which the program can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExitStatus {
    /// The request was answered.
    Success,
    /// Nothing was found.
    NotFound,
    /// The arguments are wrong, or a file or the terminal cannot be used.
    Failure,
    /// The session was closed because of `--idle-limit`. That is what the operator wants, so it counts as success.
    IdleTimeout,
    /// A command took longer than `--time-limit`, or no one read its answer in that time.
    TimeLimit,
    /// The terminal is gone.
    HungUp,
}

impl ExitStatus {
    /// Returns the number that the shell sees.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Success | Self::IdleTimeout => 0,
            Self::NotFound => 1,
            Self::Failure => 2,
            // That of `timeout`.
            Self::TimeLimit => 124,
            // 128 plus the number of SIGHUP, as if the signal had ended the program.
            Self::HungUp => 129,
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status.code())
    }
}
