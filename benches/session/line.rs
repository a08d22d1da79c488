//! A program in a pseudo-terminal, and what comes over the line to it and from it.

use std::{
    fs,
    io::{Read, Write},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Bytes, and when they came.
pub(crate) struct Piece {
    pub(crate) at: Instant,
    pub(crate) bytes: Vec<u8>,
}

/// A running program and its line.
pub(crate) struct Line {
    _master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    pieces: Receiver<Piece>,
    pub(crate) begun: Instant,
}

/// How quickly a line carries bytes, in bits a second with two bits around each byte; none for as quickly as it can.
pub(crate) type Speed = Option<u32>;

impl Line {
    /// Starts a program on a line of 80 columns and 24 rows.
    pub(crate) fn start(arguments: &[&str], speed: Speed) -> Self {
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
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let begun = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .expect("a program that can be started");
        drop(pair.slave);
        let (send, pieces) = mpsc::channel();
        thread::spawn(move || {
            // A slow line takes a few bytes at a time.
            let mut room = vec![0; if speed.is_some() { 32 } else { 1 << 16 }];
            while let Ok(count @ 1..) = reader.read(&mut room) {
                if let Some(bits) = speed {
                    thread::sleep(Duration::from_secs_f64(
                        10.0 * f64::from(u32::try_from(count).unwrap_or(0)) / f64::from(bits),
                    ));
                }
                if send
                    .send(Piece {
                        at: Instant::now(),
                        bytes: room[..count].to_vec(),
                    })
                    .is_err()
                {
                    return;
                }
            }
        });
        Self {
            _master: pair.master,
            keys,
            child,
            pieces,
            begun,
        }
    }

    /// Presses keys; says when.
    pub(crate) fn press(&mut self, keys: &str) -> Instant {
        let now = Instant::now();
        self.keys
            .write_all(keys.as_bytes())
            .expect("the line takes keys");
        now
    }

    /// The next piece, if one comes in time.
    pub(crate) fn piece(&self, within: Duration) -> Option<Piece> {
        self.pieces.recv_timeout(within).ok()
    }

    /// Waits for bytes, until none come for as long as `quiet`; gives when the last came, and all of them.
    pub(crate) fn burst(&self, quiet: Duration, first: Duration) -> Option<(Instant, Vec<u8>)> {
        let mut piece = self.piece(first)?;
        let mut bytes = std::mem::take(&mut piece.bytes);
        let mut last = piece.at;
        while let Some(piece) = self.piece(quiet) {
            bytes.extend_from_slice(&piece.bytes);
            last = piece.at;
        }
        Some((last, bytes))
    }

    /// Waits until these words came; gives the times since `begun` of the first bytes and of the words.
    pub(crate) fn until(&self, words: &str, begun: Instant) -> (Duration, Duration) {
        let (mut bytes, mut first) = (Vec::new(), None);
        loop {
            let piece = self
                .piece(Duration::from_mins(2))
                .unwrap_or_else(|| panic!("`{words}` did not come"));
            let time = piece.at - begun;
            let first = *first.get_or_insert(time);
            bytes.extend_from_slice(&piece.bytes);
            if bytes
                .windows(words.len())
                .any(|part| part == words.as_bytes())
            {
                return (first, time);
            }
        }
    }

    /// A number from what the system tells of the process, in its own unit; 0 where it tells nothing.
    pub(crate) fn status(&self, name: &str) -> u64 {
        let process = self.child.process_id().expect("the program is running");
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok())
            .unwrap_or(0)
    }

    /// Leaves the program.
    pub(crate) fn leave(mut self) {
        self.press("q");
        let left = Instant::now();
        while self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            if left.elapsed() > Duration::from_secs(5) {
                let _ = self.child.kill();
            }
            // What is still on the line must be taken off it, or the program can't end.
            let _ = self.piece(Duration::from_millis(5));
        }
    }
}
