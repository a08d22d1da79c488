//! A program in a pseudo-terminal of 80 columns and 24 rows.

use std::{
    fs,
    io::{Read, Write},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Bytes that a program sent, and the time at which they arrived.
pub(crate) struct Output {
    pub(crate) at: Instant,
    pub(crate) bytes: Vec<u8>,
}

/// A running program and its pseudo-terminal.
pub(crate) struct PtySession {
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    outputs: Receiver<Output>,
    pub(crate) started_at: Instant,
}

impl PtySession {
    /// Starts a program.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_with(arguments, None)
    }

    /// Starts a program whose output arrives over a serial line: ten bits a byte.
    pub(crate) fn start_on_line(arguments: &[&str], bits_per_second: u32) -> Self {
        Self::start_with(arguments, Some(bits_per_second))
    }

    fn start_with(arguments: &[&str], bits_per_second: Option<u32>) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(arguments[0]);
        command.args(&arguments[1..]);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env_remove("NO_COLOR");
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let started_at = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .unwrap_or_else(|error| panic!("{}: {error}", arguments[0]));
        drop(pair.slave);
        Self {
            _master: pair.master,
            writer,
            child,
            outputs: outputs(reader, bits_per_second),
            started_at,
        }
    }

    /// Types keys, and returns the time at which they were typed.
    pub(crate) fn type_keys(&mut self, keys: &str) -> Instant {
        let now = Instant::now();
        // A program that has just ended takes no keys; what follows then finds no output.
        let _ = self.writer.write_all(keys.as_bytes());
        now
    }

    /// Returns the next output, if any arrives within `wait`.
    pub(crate) fn next_output(&self, wait: Duration) -> Option<Output> {
        self.outputs.recv_timeout(wait).ok()
    }

    /// Waits until no more output has arrived for the time `quiet`. Returns the time of the last output and all bytes; none
    /// if the first does not arrive within `wait`.
    pub(crate) fn next_burst(&self, quiet: Duration, wait: Duration) -> Option<(Instant, Vec<u8>)> {
        let Output { mut at, mut bytes } = self.next_output(wait)?;
        while let Some(output) = self.next_output(quiet) {
            bytes.extend_from_slice(&output.bytes);
            at = output.at;
        }
        Some((at, bytes))
    }

    /// Waits until these words arrive. Returns the times of the first output and of the words, since `start`.
    ///
    /// # Panics
    ///
    /// Panics if nothing arrives for two minutes.
    pub(crate) fn wait_for(&self, words: &str, start: Instant) -> (Duration, Duration) {
        let (mut bytes, mut first) = (Vec::new(), None);
        loop {
            let output = self
                .next_output(Duration::from_mins(2))
                .unwrap_or_else(|| panic!("`{words}` did not arrive"));
            let time = output.at - start;
            let first = *first.get_or_insert(time);
            bytes.extend_from_slice(&output.bytes);
            let mut parts = bytes.windows(words.len());
            if parts.any(|part| part == words.as_bytes()) {
                return (first, time);
            }
        }
    }

    /// Returns a number from `/proc/PID/status` in its own unit; 0 if it is not there.
    pub(crate) fn status_value(&self, name: &str) -> u64 {
        let process = self.child.process_id().unwrap_or(0);
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let value = status
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        value
            .and_then(|value| value.split_whitespace().next()?.parse().ok())
            .unwrap_or(0)
    }

    /// Types `q` and waits for the end. Stops the program if it does not end by itself.
    pub(crate) fn quit(mut self) {
        self.type_keys("q");
        let mut start = Instant::now();
        while self.child.try_wait().is_ok_and(|status| status.is_none()) {
            if start.elapsed() > Duration::from_secs(5) {
                let _ = self.child.kill();
                start = Instant::now();
            }
            // A program cannot end while its output is not read.
            let _ = self.next_output(Duration::from_millis(5));
        }
    }
}

/// Reads in a thread of its own, so that each output has the time at which it arrived.
fn outputs(mut reader: Box<dyn Read + Send>, bits_per_second: Option<u32>) -> Receiver<Output> {
    let (sender, outputs) = mpsc::channel();
    thread::spawn(move || {
        // A slow line delivers a few bytes at a time.
        let mut buffer = vec![
            0;
            if bits_per_second.is_some() {
                32
            } else {
                1 << 16
            }
        ];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if let Some(bits) = bits_per_second {
                let count = u32::try_from(count).unwrap_or(0);
                thread::sleep(Duration::from_secs_f64(
                    10.0 * f64::from(count) / f64::from(bits),
                ));
            }
            let output = Output {
                at: Instant::now(),
                bytes: buffer[..count].to_vec(),
            };
            if sender.send(output).is_err() {
                return;
            }
        }
    });
    outputs
}
