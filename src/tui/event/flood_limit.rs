//! A limit on the input of a second: a client that sends without end must not keep a processor busy.

use std::time::{Duration, Instant};

/// Events that are taken at once, however quickly they arrive. More than any key, wheel or paste sends.
const BURST_EVENTS: f64 = 4096.0;
/// Events that are taken in each second after that. A key that is held down sends about 30.
const EVENTS_PER_SECOND: f64 = 100.0;
/// Bytes that count as one event, since some input leads to none.
const BYTES_PER_EVENT: f64 = 16_384.0;
/// Most bytes that are read at once if nothing is limited, or the input leads to few events.
const CHUNK_BYTES: usize = 4096;
/// Fewest bytes that are read at once in a flood of events.
const MIN_CHUNK_BYTES: usize = 16;
/// Events of a chunk for which the pause is not longer than [`MAX_PAUSE`].
const EVENTS_PER_CHUNK: usize = 16;
/// Longest pause, so that signals and deadlines are noticed.
const MAX_PAUSE: Duration = Duration::from_millis(160);

/// Counts input, and says when to pause.
#[derive(Debug)]
pub(super) struct FloodLimit {
    /// Events that were taken before their time.
    ahead: f64,
    last: Option<Instant>,
    /// Time to wait before more is read.
    pause: Duration,
    /// Most bytes to read at once.
    chunk: usize,
}

impl Default for FloodLimit {
    fn default() -> Self {
        Self {
            ahead: 0.0,
            last: None,
            pause: Duration::ZERO,
            chunk: CHUNK_BYTES,
        }
    }
}

impl FloodLimit {
    /// Returns the time to wait before more is read.
    pub(super) fn pause(&self) -> Duration {
        self.pause
    }

    /// Returns the most bytes to read at once.
    pub(super) fn chunk(&self) -> usize {
        self.chunk
    }

    /// Records input.
    pub(super) fn record(&mut self, events: usize, bytes: usize, now: Instant) {
        if let Some(last) = self.last.replace(now) {
            let elapsed = now.saturating_duration_since(last).as_secs_f64();
            self.ahead = (self.ahead - elapsed * EVENTS_PER_SECOND).max(0.0);
        }
        self.ahead += as_f64(events) + as_f64(bytes) / BYTES_PER_EVENT;
        let seconds = (self.ahead - BURST_EVENTS).max(0.0) / EVENTS_PER_SECOND;
        self.pause = Duration::from_secs_f64(seconds).min(MAX_PAUSE);
        self.chunk = if self.pause.is_zero() {
            CHUNK_BYTES
        } else if events > EVENTS_PER_CHUNK {
            (self.chunk / 4).max(MIN_CHUNK_BYTES)
        } else if events < EVENTS_PER_CHUNK / 2 {
            (self.chunk * 2).min(CHUNK_BYTES)
        } else {
            self.chunk
        };
    }
}

/// Converts a count, of which no more than 32 bits are needed.
fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn held_keys_and_bursts_are_not_slowed_down() {
        let mut limit = FloodLimit::default();
        let mut now = Instant::now();
        limit.record(4000, 12_000, now);
        assert_eq!((limit.pause(), limit.chunk()), (Duration::ZERO, 4096));
        for _ in 0..10_000 {
            now += Duration::from_millis(10);
            limit.record(1, 3, now);
            assert_eq!(limit.pause(), Duration::ZERO);
        }
    }

    #[test]
    fn floods_of_keys_and_of_bytes_without_events_are_slowed_down() {
        for bytes_per_event in [1, 3, 30, 1_000_000] {
            let mut limit = FloodLimit::default();
            let start = Instant::now();
            let mut now = start;
            let (mut events, mut bytes) = (0, 0);
            while now < start + Duration::from_mins(1) {
                let chunk = limit.chunk();
                limit.record(chunk / bytes_per_event, chunk, now);
                events += chunk / bytes_per_event;
                bytes += chunk;
                now += limit.pause() + Duration::from_micros(100);
            }
            assert!(
                events < 2 * 4096 + 60 * 100,
                "{events} events of {bytes_per_event} bytes"
            );
            assert!(bytes < 200_000_000, "{bytes} bytes");
        }
    }
}
