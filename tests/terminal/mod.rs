//! A pseudo-terminal that runs a shell command, with a terminal emulator at its other end.

use std::{
    io::{Read, Write},
    num::NonZero,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Returns the program under test, quoted for a shell.
pub(crate) fn program() -> String {
    format!("'{}'", env!("CARGO_BIN_EXE_oa"))
}

/// Returns the processor time of a process in hundredths of a second. The process may have ended.
pub(crate) fn processor_time(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))
        .expect("the process was not waited for");
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .expect("a name in brackets")
        .split_whitespace()
        .collect();
    fields[11].parse::<u64>().expect("a number") + fields[12].parse::<u64>().expect("a number")
}

/// A running command and what its terminal shows.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// All bytes that were sent to the terminal.
    bytes: Arc<Mutex<Vec<u8>>>,
}

/// Time after which a test has failed. Long, because the machine may be busy.
const WAIT_LIMIT: Duration = Duration::from_secs(20);

fn some(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has rows and columns")
}

impl Session {
    /// Starts the program in a terminal of 80 by 24 cells. After it has ended, the shell prints the
    /// terminal's settings and the exit status.
    pub(crate) fn start_program(arguments: &str) -> Self {
        Self::start_program_with("", arguments)
    }

    /// Starts the program in the same way, with these environment variables.
    pub(crate) fn start_program_with(environment: &str, arguments: &str) -> Self {
        let command = format!(
            "{environment} {} {arguments}; s=$?; stty -a; echo status $s",
            program()
        );
        Self::start(&command, 80, 24)
    }

    /// Starts a command in a shell, in a terminal of this size.
    pub(crate) fn start(command: &str, columns: u16, rows: u16) -> Self {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", command]);
        shell.cwd(env!("CARGO_MANIFEST_DIR"));
        shell.env("TERM", "xterm-256color");
        shell.env("LC_ALL", "C.UTF-8");
        shell.env_remove("NO_COLOR");
        shell.env("RUST_BACKTRACE", "0");
        let child = pair.slave.spawn_command(shell).expect("a shell");
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(some(rows), some(columns), 0)));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let shown = Arc::clone(&screen);
        let sent = Arc::<Mutex<Vec<u8>>>::default();
        let received = Arc::clone(&sent);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                received
                    .lock()
                    .expect("no reader panics")
                    .extend_from_slice(&bytes[..count]);
                shown
                    .lock()
                    .expect("no reader panics")
                    .process(&bytes[..count]);
            }
        });
        Self {
            master: pair.master,
            writer,
            child,
            screen,
            bytes: sent,
        }
    }

    /// Sends keys.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    /// Returns the process of the shell.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Shows text as if another program had written it to the terminal.
    pub(crate) fn scribble(&self, bytes: &str) {
        self.screen
            .lock()
            .expect("no reader panics")
            .process(bytes.as_bytes());
    }

    /// Resizes the terminal.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen
            .lock()
            .expect("no reader panics")
            .screen_mut()
            .set_size(some(rows), some(columns));
        self.master
            .resize(PtySize {
                rows,
                cols: columns,
                pixel_width: 0,
                pixel_height: 0,
            })
            .expect("the terminal takes a size");
    }

    /// Waits until the program reads single keys: it has taken the terminal, but drawn nothing yet.
    pub(crate) fn wait_for_raw_mode(&self) {
        let start = Instant::now();
        let is_raw = || {
            let settings = self.master.get_termios().expect("a Unix terminal");
            !format!("{:?}", settings.local_flags).contains("ICANON")
        };
        while !is_raw() {
            assert!(start.elapsed() < WAIT_LIMIT, "the terminal is not taken");
            std::thread::yield_now();
        }
    }

    /// Returns the text that the terminal shows, a line for each row.
    pub(crate) fn text(&self) -> String {
        let parser = self.screen.lock().expect("no reader panics");
        let screen = parser.screen();
        // Not `contents`, which joins a row with the next one if its text ran on into it. mosh lets
        // it do so when it draws two full rows.
        let rows = screen.rows(0, screen.size().1.get());
        rows.map(|row| row.trim_end().to_string())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Returns what the terminal shows, with its styles.
    pub(crate) fn styled(&self) -> String {
        self.screen
            .lock()
            .expect("no reader panics")
            .screen()
            .contents_formatted()
    }

    /// Returns true if the terminal does not report the mouse.
    pub(crate) fn mouse_is_off(&self) -> bool {
        let screen = self.screen.lock().expect("no reader panics");
        screen.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    /// Returns true if the terminal shows its alternate screen.
    pub(crate) fn alternate_screen(&self) -> bool {
        self.screen
            .lock()
            .expect("no reader panics")
            .screen()
            .alternate_screen()
    }

    /// Waits until the terminal shows these words.
    pub(crate) fn wait_for(&self, words: &str) {
        let start = Instant::now();
        while !self.text().contains(words) {
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "`{words}` does not appear:\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until no more bytes arrive, and returns how many there were: a frame may arrive in pieces.
    pub(crate) fn settled_count(&self) -> usize {
        loop {
            let count = self.count();
            std::thread::sleep(Duration::from_millis(60));
            if self.count() == count {
                return count;
            }
        }
    }

    /// Returns the number of bytes that were sent to the terminal so far.
    pub(crate) fn count(&self) -> usize {
        self.bytes.lock().expect("no reader panics").len()
    }

    /// Returns true if these bytes were sent to the terminal.
    pub(crate) fn was_sent(&self, wanted: &[u8]) -> bool {
        self.bytes
            .lock()
            .expect("no reader panics")
            .windows(wanted.len())
            .any(|part| part == wanted)
    }

    /// Waits until these bytes were sent to the terminal.
    pub(crate) fn wait_for_bytes(&self, wanted: &[u8]) {
        let start = Instant::now();
        while !self.was_sent(wanted) {
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "{:?} was not sent",
                String::from_utf8_lossy(wanted)
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the terminal does not show these words any more.
    pub(crate) fn wait_until_gone(&self, words: &str) {
        let start = Instant::now();
        while self.text().contains(words) {
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "`{words}` does not go:\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Checks that the terminal is restored. The command must print `stty -a` last.
    pub(crate) fn assert_restored(&mut self) {
        self.wait_for("icanon");
        self.child.wait().expect("the shell ends");
        let text = self.text();
        let shown = self.screen.lock().expect("no reader panics");
        assert!(
            !shown.screen().alternate_screen(),
            "the alternate screen is left on"
        );
        assert!(!shown.screen().hide_cursor(), "the cursor is left hidden");
        for mode in ["icanon", "echo", "isig", "opost"] {
            assert!(
                text.split_whitespace().any(|word| word == mode),
                "{mode} is off:\n{text}"
            );
        }
    }
}
