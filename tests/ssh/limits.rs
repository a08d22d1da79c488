//! The limits that the manual states for each visitor.

use std::time::{Duration, Instant};

use crate::harness::{Monitor, is_optimised};

/// Returns the most memory of a visitor's program, in KiB. A build without optimisation loads 8 MiB more of its code.
pub(crate) fn max_memory() -> u64 {
    let megabytes = if is_optimised() { 16 } else { 24 };
    megabytes * 1024
}

/// Most processor time of a command, in hundredths of a second.
pub(crate) const MAX_PROCESSOR: u64 = 100;

/// Most processor time of a session in each second, in hundredths of a second, while it gets input without end.
pub(crate) const MAX_PROCESSOR_PER_SECOND: u64 = 50;

/// Most open files of a visitor's program.
pub(crate) const MAX_FILES: usize = 16;

/// Most threads of a visitor's program.
pub(crate) const MAX_THREADS: usize = 6;

/// Longest time that a program runs after its client has gone.
pub(crate) const MAX_TIME_LEFT: Duration = Duration::from_secs(1);

/// What a test measured, and which of it is too much. A test goes on after the first excess, to show all figures.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    wrong: Vec<String>,
}

impl Figures {
    /// Prints what the programs used so far, and notes what is more than the limits for a session.
    pub(crate) fn note(&mut self, what: &str, monitor: &Monitor) {
        let usage = monitor.highest();
        let line = format!(
            "{what}: {} KiB, {} hundredths of a second, {} files, {} threads",
            usage.memory, usage.processor, usage.files, usage.threads
        );
        println!("{line}");
        // A command that took a few milliseconds may not have been seen.
        let is_small = usage.memory <= max_memory()
            && usage.files <= MAX_FILES
            && usage.threads <= MAX_THREADS;
        if !is_small {
            self.wrong.push(line);
        }
    }

    /// Notes that a statement is wrong.
    pub(crate) fn expect(&mut self, is_right: bool, statement: &str) {
        if !is_right {
            println!("wrong: {statement}");
            self.wrong.push(statement.into());
        }
    }

    /// Waits until no program runs any more. After this time, notes those that run, and ends them.
    pub(crate) fn expect_the_end(&mut self, what: &str, monitor: &Monitor, limit: Duration) {
        let start = Instant::now();
        while !monitor.running().is_empty() {
            if start.elapsed() > limit {
                let usage = monitor.highest();
                let line = format!("{what}: still runs after {limit:?}: {usage:?}");
                self.expect(false, &line);
                monitor.kill();
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        println!("{what}: ended after {} ms", start.elapsed().as_millis());
    }

    /// Fails if anything was too much.
    pub(crate) fn assert(self) {
        assert!(self.wrong.is_empty(), "\n{}", self.wrong.join("\n"));
    }
}
