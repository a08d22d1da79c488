//! Flow control: frames never follow each other more quickly than the connection takes them.
//!
//! A slow connection buffers many frames, which would be shown one after the other long after a
//! held key was released. So a frame that follows quickly on another ends with a query (a probe).
//! Until the terminal has replied, keys change the state but nothing is drawn. Only terminals that
//! have replied to such a query before are probed.

use std::time::{Duration, Instant};

/// Frames closer together than this are probed: a key is being held down.
const PROBE_FRAME_GAP: Duration = Duration::from_millis(150);
/// A terminal that has not replied after this time is never probed again.
const PROBE_TIMEOUT: Duration = Duration::from_secs(4);

/// The times of the last frame and the last probe.
#[derive(Debug, Default)]
pub(in crate::tui) struct FramePacer {
    terminal_replies: bool,
    last_frame: Option<Instant>,
    pending_probe: Option<Instant>,
}

impl FramePacer {
    /// Records that the terminal has replied: every frame sent so far has arrived.
    pub(in crate::tui) fn reply_received(&mut self) {
        (self.terminal_replies, self.pending_probe) = (true, None);
    }

    /// Returns how long to wait for a reply before the next frame, or `None` to draw now.
    pub(in crate::tui) fn wait_time(&mut self, now: Instant) -> Option<Duration> {
        let left = PROBE_TIMEOUT.saturating_sub(now.duration_since(self.pending_probe?));
        if left.is_zero() {
            *self = Self::default();
            return None;
        }
        Some(left)
    }

    /// Returns true if a frame that is drawn now should end with a query.
    pub(in crate::tui) fn should_probe(&self, now: Instant) -> bool {
        self.terminal_replies
            && self
                .last_frame
                .is_some_and(|last| now.duration_since(last) < PROBE_FRAME_GAP)
    }

    /// Records a frame that was sent, and if it ended with a query.
    pub(in crate::tui) fn frame_sent(&mut self, now: Instant, probed: bool) {
        self.last_frame = Some(now);
        self.pending_probe = probed.then_some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws when drawing is allowed at these times, in milliseconds. Returns for each time `None`
    /// if the frame had to wait, else `Some(probed)`.
    fn frames(pacer: &mut FramePacer, start: Instant, times: &[u64]) -> Vec<Option<bool>> {
        let draw = |&time: &u64| {
            let now = start + Duration::from_millis(time);
            if pacer.wait_time(now).is_some() {
                return None;
            }
            let probe = pacer.should_probe(now);
            pacer.frame_sent(now, probe);
            Some(probe)
        };
        times.iter().map(draw).collect()
    }

    #[test]
    fn a_terminal_that_never_replied_gets_every_frame() {
        assert_eq!(
            frames(&mut FramePacer::default(), Instant::now(), &[0, 10, 20, 30]),
            [Some(false); 4]
        );
    }

    #[test]
    fn while_a_key_is_held_a_frame_waits_for_the_reply_to_the_last_one() {
        let (mut pacer, start) = (FramePacer::default(), Instant::now());
        pacer.reply_received();
        assert_eq!(
            frames(&mut pacer, start, &[0, 30, 60, 90]),
            [Some(false), Some(true), None, None]
        );
        pacer.reply_received();
        assert_eq!(frames(&mut pacer, start, &[120, 150]), [Some(true), None]);
        pacer.reply_received();
        assert_eq!(
            frames(&mut pacer, start, &[1000, 2000]),
            [Some(false), Some(false)],
            "single key presses are not probed"
        );
    }

    #[test]
    fn a_terminal_that_stops_replying_is_not_probed_again() {
        let (mut pacer, start) = (FramePacer::default(), Instant::now());
        pacer.reply_received();
        assert_eq!(
            frames(&mut pacer, start, &[0, 30, 60]),
            [Some(false), Some(true), None]
        );
        assert_eq!(
            frames(&mut pacer, start, &[4100, 4110, 4120]),
            [Some(false), Some(false), Some(false)]
        );
    }
}
