//! The table of what was measured.

use std::{fmt, time::Duration};

/// Rows: what, ours, what it is beside, the goal.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 4]>);

impl Table {
    pub(crate) fn row(&mut self, what: &str, ours: &str, beside: &str, goal: &str) {
        self.0.push([what, ours, beside, goal].map(str::to_string));
    }

    /// A time beside another, with the ratio.
    pub(crate) fn times(
        &mut self,
        what: &str,
        ours: Duration,
        other: &str,
        theirs: Duration,
        goal: &str,
    ) {
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        self.row(
            what,
            &milliseconds(ours),
            &format!("{other} {}: {ratio:.2}", milliseconds(theirs)),
            goal,
        );
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        writeln!(
            formatter,
            "| what | `oa` | beside | goal |\n|---|---|---|---|"
        )?;
        self.0
            .iter()
            .try_for_each(|row| writeln!(formatter, "| {} |", row.join(" | ")))
    }
}

/// The middle one.
pub(crate) fn median(times: impl IntoIterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.into_iter().collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

pub(crate) fn milliseconds(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds => format!("{:.2} ms", seconds * 1000.0),
    }
}

/// Millions of bytes.
#[expect(
    clippy::cast_precision_loss,
    reason = "no file or process has as much as 2^52 bytes"
)]
pub(crate) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
