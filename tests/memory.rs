//! Limits on memory: no size of a terminal and no input makes a session large, and each is answered.

#![cfg(target_os = "linux")]

use std::{
    fs,
    io::{Read as _, Write},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Most memory that a session may ever have used, in KiB.
const MAX_PEAK: u64 = 16 * 1024;
/// The part of it that is not the program's file.
const MAX_ANONYMOUS: u64 = 11 * 1024;

/// Sizes that no window has, and some that it may have.
const SIZES: [(u16, u16); 14] = [
    (0, 0),
    (1, 1),
    (0, 24),
    (80, 0),
    (65_535, 1),
    (1, 65_535),
    (65_535, 5),
    (20, 65_535),
    (500, 150),
    (1000, 1000),
    (15_000, 5),
    (100, 750),
    (5000, 5000),
    (65_535, 65_535),
];

/// A program in a terminal of any size, whose output is counted and dropped.
struct Visitor {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    received: Arc<AtomicUsize>,
}

impl Visitor {
    fn start(arguments: &[&str], size: (u16, u16)) -> Self {
        let pair = native_pty_system()
            .openpty(pty_size(size))
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_oa"));
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        let child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let received = Arc::<AtomicUsize>::default();
        let count = Arc::clone(&received);
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                count.fetch_add(read, Ordering::SeqCst);
            }
        });
        let visitor = Self {
            master: pair.master,
            writer,
            child,
            received,
        };
        visitor.wait_for_output(0);
        visitor
    }

    fn received(&self) -> usize {
        self.received.load(Ordering::SeqCst)
    }

    /// Waits until more bytes have arrived than this, and no more follow.
    fn wait_for_output(&self, before: usize) {
        let start = Instant::now();
        let mut last = before;
        loop {
            std::thread::sleep(Duration::from_millis(40));
            let received = self.received();
            if received > before && received == last {
                return;
            }
            last = received;
            assert!(start.elapsed() < Duration::from_secs(20), "no output");
        }
    }

    fn type_keys(&mut self, keys: &[u8]) {
        self.writer.write_all(keys).expect("the terminal takes it");
    }

    fn resize(&self, size: (u16, u16)) {
        let before = self.received();
        self.master
            .resize(pty_size(size))
            .expect("the terminal takes a size");
        self.wait_for_output(before);
    }

    /// Returns a line of the process's status, in KiB.
    fn status(&self, name: &str) -> u64 {
        let process = self.child.process_id().expect("it runs");
        let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .expect("the line is there");
        let number = line.trim_start_matches(':').split_whitespace().next();
        number
            .and_then(|number| number.parse().ok())
            .expect("a number")
    }

    fn assert_small(&self, context: &str) {
        let peak = self.status("VmHWM");
        // The pages of the program's file: a debug build has three times as many.
        let file = self.status("RssFile");
        let limit = if cfg!(debug_assertions) {
            MAX_ANONYMOUS + file
        } else {
            MAX_PEAK
        };
        assert!(peak <= limit, "{context}: {peak} KiB, {file} of the file");
    }

    /// Waits until no more than `limit` KiB are the program's own. On a busy machine it may still draw the last size when its
    /// output seems to have ended.
    fn wait_for_memory(&self, limit: u64, context: &str) {
        let start = Instant::now();
        loop {
            let now = self.status("RssAnon");
            if now < limit {
                return;
            }
            let is_late = start.elapsed() > Duration::from_secs(20);
            assert!(!is_late, "{context}: {now} KiB, {limit} are the limit");
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    fn quit(mut self, keys: &str) {
        self.type_keys(keys.as_bytes());
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                assert!(status.success(), "{status:?}");
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "it does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

#[test]
fn a_terminal_of_any_size_is_answered_with_little_memory() {
    for size in SIZES {
        for arguments in [&[][..], &["tour"]] {
            let mut visitor = Visitor::start(arguments, size);
            visitor.assert_small(&format!("{size:?} {arguments:?}"));
            // Every view, overlays, and two clicks at once.
            for key in [
                " ", "1", "2", "3", "l", "+", "4", "5", "8", "/", "\x1b", "?", "\x1b", "\x0c",
            ] {
                visitor.type_keys(key.as_bytes());
                std::thread::sleep(Duration::from_millis(40));
            }
            visitor.type_keys(b"\x1b[<0;3;3M\x1b[<0;3;3m\x1b[<0;3;3M\x1b[<0;3;3m1");
            std::thread::sleep(Duration::from_millis(200));
            visitor.assert_small(&format!("{size:?} {arguments:?}, used"));
            visitor.quit("\x03");
        }
    }
}

#[test]
fn the_memory_of_a_large_screen_is_freed_when_it_shrinks() {
    let visitor = Visitor::start(&[], (90, 30));
    let small = visitor.status("RssAnon");
    for size in SIZES.into_iter().chain(SIZES) {
        visitor.resize(size);
        visitor.assert_small(&format!("{size:?}"));
        visitor.resize((90, 30));
        visitor.wait_for_memory(small + 3 * 1024, &format!("after {size:?}"));
    }
    visitor.quit("\x03");
}

#[test]
fn resizing_again_and_again_in_every_view_adds_no_memory() {
    let mut visitor = Visitor::start(&[], (90, 30));
    // Not the pages of the program's file: each view that is opened reads some, and the system may drop them.
    let small = visitor.status("RssAnon");
    for round in 0..15 {
        for (index, size) in SIZES.into_iter().enumerate() {
            let size = pty_size(size);
            visitor.master.resize(size).expect("it takes a size");
            let view = b"1234567"[(round + index) % 7];
            visitor.type_keys(&[view]);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    visitor.resize((90, 30));
    visitor.assert_small("after all");
    visitor.wait_for_memory(small + 4 * 1024, "after all");
    visitor.quit("\x03");
}

#[test]
fn files_and_line_mode_open_in_a_terminal_of_any_size() {
    let path = std::env::temp_dir().join(format!("oa-memory-{}.json", std::process::id()));
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/valid/byte-order-mark.json"
    );
    let mut text = fs::read(sample).expect("it is there");
    // So large that there is a loading screen.
    text.resize(20_000_000, b' ');
    fs::write(&path, text).expect("it can be written");
    let file = path.display().to_string();
    for size in SIZES {
        let visitor = Visitor::start(&["--data", &file], size);
        visitor.resize((100, 30));
        visitor.resize(size);
        visitor.quit("\x03");
        let mut visitor = Visitor::start(&["--plain"], size);
        visitor.type_keys(b"help\n1\n");
        visitor.assert_small(&format!("{size:?} in line mode"));
        visitor.quit("q\n");
    }
    fs::remove_file(&path).expect("it can be deleted");
}

#[test]
fn input_without_an_end_needs_no_memory_and_is_no_activity() {
    for begin in [
        "\x1b[200~",
        "\x1b[1",
        "\x1b[<",
        "\x1b]11;",
        "\x1bP>|",
        "\x1b[M ",
    ] {
        let mut visitor = Visitor::start(&["--idle-limit", "4s"], (80, 24));
        let before = visitor.status("VmHWM");
        let start = Instant::now();
        // A flood, then a byte in each half of a second.
        visitor.type_keys(begin.as_bytes());
        if begin != "\x1b[M " {
            for _ in 0..32 {
                visitor.type_keys(&b"1".repeat(65_536));
            }
        }
        let peak = visitor.status("VmHWM");
        assert!(peak < before + 512, "{begin:?}: {before}, then {peak} KiB");
        loop {
            if visitor
                .child
                .try_wait()
                .expect("it can be waited for")
                .is_some()
            {
                break;
            }
            let took = start.elapsed();
            assert!(took < Duration::from_secs(8), "{begin:?}: {took:?}");
            // The terminal may be gone by now.
            let byte = if begin == "\x1b[M " { b"" } else { &b"1"[..] };
            let _ = visitor.writer.write_all(byte);
            std::thread::sleep(Duration::from_millis(500));
        }
    }
}
