//! The figures of the processes that a server starts for its visitors: memory, processor time, files and threads.

use std::{
    collections::BTreeMap,
    fs,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    Server, run,
    server::{descendants, name},
    wait_until,
};

/// Time between two looks at the processes.
const INTERVAL: Duration = Duration::from_millis(5);

/// The most that a program used while it ran.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    /// Memory in KiB, with the code of the program that is loaded.
    pub(crate) memory: u64,
    /// Processor time in hundredths of a second.
    pub(crate) processor: u64,
    /// Open files.
    pub(crate) files: usize,
    pub(crate) threads: usize,
}

impl Usage {
    fn max(self, other: Self) -> Self {
        Self {
            memory: self.memory.max(other.memory),
            processor: self.processor.max(other.processor),
            files: self.files.max(other.files),
            threads: self.threads.max(other.threads),
        }
    }
}

type Usages = Arc<Mutex<BTreeMap<u32, Usage>>>;

/// Watches the programs that a server starts, and remembers those that have lost their parents.
pub(crate) struct Monitor {
    usages: Usages,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Monitor {
    /// Starts to watch.
    pub(crate) fn start(server: &Server) -> Self {
        let (usages, is_over) = (Usages::default(), Arc::<AtomicBool>::default());
        let (seen, stop, parent) = (Arc::clone(&usages), Arc::clone(&is_over), server.id());
        let thread = thread::spawn(move || {
            while !stop.load(Ordering::Relaxed) {
                let mut seen = seen.lock().expect("no thread panics");
                for process in descendants(parent) {
                    if name(process) == "oa" {
                        seen.entry(process).or_default();
                    }
                }
                for (&process, usage) in seen.iter_mut() {
                    if let Some(now) = usage_now(process) {
                        *usage = usage.max(now);
                    }
                }
                drop(seen);
                thread::sleep(INTERVAL);
            }
        });
        Self {
            usages,
            is_over,
            thread: Some(thread),
        }
    }

    /// Waits until this many programs were seen.
    pub(crate) fn wait_for(&self, count: usize) {
        wait_until(&format!("{count} programs run"), || self.count() >= count);
    }

    /// Returns the number of programs that were seen.
    pub(crate) fn count(&self) -> usize {
        self.usages.lock().expect("no thread panics").len()
    }

    /// Returns the highest figures of any program so far.
    pub(crate) fn highest(&self) -> Usage {
        let usages = self.usages.lock().expect("no thread panics");
        usages.values().copied().fold(Usage::default(), Usage::max)
    }

    /// Returns the programs that are still running.
    pub(crate) fn running(&self) -> Vec<u32> {
        let usages = self.usages.lock().expect("no thread panics");
        let is_running = |process: &u32| name(*process) == "oa" && usage_now(*process).is_some();
        usages.keys().copied().filter(is_running).collect()
    }

    /// Ends the programs that are still running.
    pub(crate) fn kill(&self) {
        for process in self.running() {
            run("kill", &["-s", "KILL", &process.to_string()]);
        }
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Returns what a process uses; `None` if it has ended.
fn usage_now(process: u32) -> Option<Usage> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let number = |name: &str| -> Option<u64> {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    // A process that has ended, and that nobody waited for, has no memory.
    let memory = number("VmHWM:")?;
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |index: usize| -> Option<u64> { fields.get(index)?.parse().ok() };
    let files = fs::read_dir(format!("/proc/{process}/fd")).map_or(0, Iterator::count);
    Some(Usage {
        memory,
        processor: ticks(11)? + ticks(12)?,
        files,
        threads: usize::try_from(number("Threads:")?).ok()?,
    })
}

/// Returns the memory that a process does not share, in KiB.
pub(crate) fn private_memory(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let private = rollup.lines().filter(|line| line.starts_with("Private_"));
    private
        .filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
        .sum()
}
