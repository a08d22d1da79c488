//! The table of the measurements.

use std::{fmt, time::Duration};

/// Rows of four columns: the measurement, the figure of `oa`, that of another program with the ratio, and the goal.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 4]>);

impl Table {
    /// Adds a row.
    pub(crate) fn row(&mut self, what: &str, ours: &str, beside: &str, goal: &str) {
        self.0.push([what, ours, beside, goal].map(str::to_string));
    }

    /// Adds a row of a time and that of another program, with the ratio.
    pub(crate) fn times(
        &mut self,
        what: &str,
        ours: Duration,
        (name, theirs): (&str, Duration),
        goal: &str,
    ) {
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        let beside = format!("{name} {}: {ratio:.2}", milliseconds(theirs));
        self.row(what, &milliseconds(ours), &beside, goal);
    }

    /// Adds a row of a number of instructions and that of another program, with the ratio.
    pub(crate) fn counts(
        &mut self,
        what: &str,
        ours: u64,
        (name, theirs): (&str, u64),
        goal: &str,
    ) {
        let beside = format!("{name} {}: {:.2}", millions(theirs), ratio(ours, theirs));
        self.row(what, &millions(ours), &beside, goal);
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

/// Returns the median of some times; zero if there are none.
pub(crate) fn median(times: impl IntoIterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.into_iter().collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Formats a time in milliseconds, or in seconds from one second on.
pub(crate) fn milliseconds(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds => format!("{:.2} ms", seconds * 1000.0),
    }
}

/// Formats a number of bytes in megabytes, which are millions of bytes.
pub(crate) fn megabytes(bytes: u64) -> String {
    let digits = if bytes < 100_000_000 { 2 } else { 0 };
    format!("{:.digits$} MB", ratio(bytes, 1_000_000))
}

/// Formats a count in millions.
fn millions(count: u64) -> String {
    format!("{:.2} million", ratio(count, 1_000_000))
}

/// Divides two counts.
#[expect(
    clippy::cast_precision_loss,
    reason = "no file, process or session has as much as 2^52 of anything"
)]
pub(crate) fn ratio(count: u64, other: u64) -> f64 {
    count as f64 / other as f64
}
