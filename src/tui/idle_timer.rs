//! The idle limit: a warning, and then the end of an unused session.

use std::time::{Duration, Instant};

/// Time before the end at which the warning appears; at most a tenth of the limit.
const MAX_WARNING_TIME: Duration = Duration::from_mins(1);

/// The next step towards the end of an unused session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdleState {
    /// Nothing is due.
    Active,
    /// The warning is due, and must be shown for this long. Returned once.
    Warn(Duration),
    /// The session must end.
    TimedOut,
}

/// Measures the time since the user's last input. Input is a key, the mouse, pasted text or another
/// size: what the tour does, and what the terminal replies, does not count.
#[derive(Debug)]
pub struct IdleTimer {
    limit: Option<Duration>,
    last_input: Instant,
    warned_at: Option<Instant>,
}

impl IdleTimer {
    /// Starts to measure; without a limit nothing is ever due.
    #[must_use]
    pub fn new(limit: Option<Duration>, now: Instant) -> Self {
        Self {
            limit,
            last_input: now,
            warned_at: None,
        }
    }

    /// Records input. Returns true if the warning was shown.
    pub fn input(&mut self, now: Instant) -> bool {
        self.last_input = now;
        self.warned_at.take().is_some()
    }

    /// Returns the step that is due.
    ///
    /// The session ends only after the warning has been shown for its full time, even if the
    /// program was stopped, or the computer asleep, when it was due.
    pub fn check(&mut self, now: Instant) -> IdleState {
        match (self.deadline(), self.warned_at) {
            (Some(deadline), _) if now < deadline => IdleState::Active,
            (Some(_), Some(_)) => IdleState::TimedOut,
            (Some(_), None) => {
                self.warned_at = Some(now);
                IdleState::Warn(self.warning_time())
            }
            (None, _) => IdleState::Active,
        }
    }

    /// Returns the time at which something is due.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let limit = self.limit?;
        let warning = self.warning_time();
        // A limit of thousands of years is none.
        match self.warned_at {
            Some(warned_at) => warned_at.checked_add(warning),
            None => self.last_input.checked_add(limit.saturating_sub(warning)),
        }
    }

    /// Returns the time at which the session must have ended, even if the rest of the program is blocked.
    pub(super) fn end(&self) -> Option<Instant> {
        match self.warned_at {
            Some(_) => self.deadline(),
            None => self.last_input.checked_add(self.limit?),
        }
    }

    fn warning_time(&self) -> Duration {
        self.limit
            .map_or(Duration::ZERO, |limit| MAX_WARNING_TIME.min(limit / 10))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_hours(1);
    const MINUTE: Duration = Duration::from_mins(1);
    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_session_is_warned_once_and_then_ends() {
        let start = Instant::now();
        let mut timer = IdleTimer::new(Some(HOUR), start);
        assert_eq!(timer.deadline(), Some(start + 59 * MINUTE));
        assert_eq!(timer.check(start + 58 * MINUTE), IdleState::Active);
        assert_eq!(timer.check(start + 59 * MINUTE), IdleState::Warn(MINUTE));
        assert_eq!(
            timer.check(start + 59 * MINUTE + 59 * SECOND),
            IdleState::Active
        );
        assert_eq!(timer.check(start + HOUR), IdleState::TimedOut);
    }

    #[test]
    fn input_starts_the_time_anew() {
        let start = Instant::now();
        let mut timer = IdleTimer::new(Some(20 * SECOND), start);
        assert_eq!(
            timer.check(start + 18 * SECOND),
            IdleState::Warn(2 * SECOND)
        );
        assert!(timer.input(start + 19 * SECOND));
        assert!(!timer.input(start + 19 * SECOND));
        assert_eq!(timer.check(start + 30 * SECOND), IdleState::Active);
        assert_eq!(timer.deadline(), Some(start + 37 * SECOND));
    }

    #[test]
    fn the_warning_is_shown_although_the_limit_has_long_passed() {
        let start = Instant::now();
        let mut timer = IdleTimer::new(Some(HOUR), start);
        assert_eq!(timer.check(start + 9 * HOUR), IdleState::Warn(MINUTE));
        assert_eq!(timer.check(start + 9 * HOUR), IdleState::Active);
        assert_eq!(timer.check(start + 9 * HOUR + MINUTE), IdleState::TimedOut);
    }

    #[test]
    fn without_a_limit_nothing_is_due() {
        let start = Instant::now();
        for limit in [None, Some(Duration::MAX)] {
            let mut timer = IdleTimer::new(limit, start);
            assert_eq!(timer.deadline(), None);
            assert_eq!(timer.check(start + 1000 * HOUR), IdleState::Active);
        }
    }
}
