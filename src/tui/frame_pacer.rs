//! How quickly frames follow each other: never more quickly than the line takes them.
//!
//! Between the program and a slow line there is room for many frames, which would be shown one after the other long after the
//! key was let go. So a frame that follows quickly on another ends with a question, and until the terminal has answered it
//! keys change the state, but nothing is drawn. Only terminals that have answered such a question before are asked.

use std::time::{Duration, Instant};

/// A frame that comes so soon after another follows quickly: a key is held down.
const QUICK: Duration = Duration::from_millis(150);
/// After so long without an answer none is expected any more, from then on.
const PATIENCE: Duration = Duration::from_secs(4);

/// Which frames were drawn, and whether the last one has arrived.
#[derive(Debug, Default)]
pub(super) struct FramePacer {
    answers: bool,
    drawn: Option<Instant>,
    asked: Option<Instant>,
}

impl FramePacer {
    /// The terminal has answered: all that was drawn has arrived.
    pub(super) fn answered(&mut self) {
        (self.answers, self.asked) = (true, None);
    }

    /// How long nothing is to be drawn, if the terminal does not answer before.
    pub(super) fn hold(&mut self, now: Instant) -> Option<Duration> {
        let left = PATIENCE.saturating_sub(now.duration_since(self.asked?));
        if left.is_zero() {
            *self = Self::default();
            return None;
        }
        Some(left)
    }

    /// Whether a frame that is drawn now is to end with a question.
    pub(super) fn asks(&self, now: Instant) -> bool {
        self.answers
            && self
                .drawn
                .is_some_and(|drawn| now.duration_since(drawn) < QUICK)
    }

    /// A frame was drawn.
    pub(super) fn drew(&mut self, now: Instant, asked: bool) {
        self.drawn = Some(now);
        self.asked = asked.then_some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws what may be drawn at these times, in milliseconds; says for each whether a frame was drawn, and whether it asked.
    fn frames(pace: &mut FramePacer, start: Instant, times: &[u64]) -> Vec<Option<bool>> {
        let draw = |&time: &u64| {
            let now = start + Duration::from_millis(time);
            if pace.hold(now).is_some() {
                return None;
            }
            let asks = pace.asks(now);
            pace.drew(now, asks);
            Some(asks)
        };
        times.iter().map(draw).collect()
    }

    #[test]
    fn a_terminal_that_never_answered_gets_every_frame() {
        assert_eq!(
            frames(&mut FramePacer::default(), Instant::now(), &[0, 10, 20, 30]),
            [Some(false); 4]
        );
    }

    #[test]
    fn while_a_key_is_held_a_frame_waits_for_the_answer_to_the_one_before() {
        let (mut pace, start) = (FramePacer::default(), Instant::now());
        pace.answered();
        assert_eq!(
            frames(&mut pace, start, &[0, 30, 60, 90]),
            [Some(false), Some(true), None, None]
        );
        pace.answered();
        assert_eq!(frames(&mut pace, start, &[120, 150]), [Some(true), None]);
        pace.answered();
        assert_eq!(
            frames(&mut pace, start, &[1000, 2000]),
            [Some(false), Some(false)],
            "one key at a time asks nothing"
        );
    }

    #[test]
    fn a_terminal_that_answers_no_more_is_not_asked_again() {
        let (mut pace, start) = (FramePacer::default(), Instant::now());
        pace.answered();
        assert_eq!(
            frames(&mut pace, start, &[0, 30, 60]),
            [Some(false), Some(true), None]
        );
        assert_eq!(
            frames(&mut pace, start, &[4100, 4110, 4120]),
            [Some(false), Some(false), Some(false)]
        );
    }
}
