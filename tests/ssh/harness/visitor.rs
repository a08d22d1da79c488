//! A client in a terminal of any size, that need not read what it is sent.

use std::{
    io::{Read as _, Write as _},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::{Keys, run, wait_until};

/// Last bytes that are kept of what arrives.
const KEPT: usize = 1 << 18;

/// Bytes that a thread sends.
#[derive(Clone, Default)]
struct Flood {
    /// Number of bytes that the terminal took.
    taken: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
}

/// A client in a terminal of any size.
pub(crate) struct Visitor {
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn std::io::Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    received: Arc<AtomicUsize>,
    text: Arc<Mutex<Vec<u8>>>,
    /// True while nothing is read from the terminal, as if its window were frozen.
    is_frozen: Arc<AtomicBool>,
}

impl Visitor {
    /// Connects from a terminal of this size.
    pub(crate) fn connect(keys: &Keys, port: u16, size: (u16, u16), words: &[&str]) -> Self {
        Self::connect_with(keys, port, size, &[], "xterm-256color", words)
    }

    /// Connects from a terminal of this size and type, with options of the client.
    pub(crate) fn connect_with(
        keys: &Keys,
        port: u16,
        (columns, rows): (u16, u16),
        options: &[&str],
        term: &str,
        words: &[&str],
    ) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a pseudo-terminal");
        let options = [&["-tt"], options].concat();
        let client = keys.command(port, &options, words);
        let mut command = CommandBuilder::new("ssh");
        command.args(client.get_args());
        command.env("TERM", term);
        let child = pair.slave.spawn_command(command).expect("a client");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let received = Arc::<AtomicUsize>::default();
        let text = Arc::<Mutex<Vec<u8>>>::default();
        let is_frozen = Arc::<AtomicBool>::default();
        let (count, kept, frozen) = (
            Arc::clone(&received),
            Arc::clone(&text),
            Arc::clone(&is_frozen),
        );
        thread::spawn(move || {
            let mut bytes = [0; 16384];
            loop {
                while frozen.load(Ordering::Relaxed) {
                    thread::sleep(Duration::from_millis(5));
                }
                let Ok(length @ 1..) = reader.read(&mut bytes) else {
                    return;
                };
                count.fetch_add(length, Ordering::Relaxed);
                let mut kept = kept.lock().expect("no reader panics");
                kept.extend_from_slice(&bytes[..length]);
                let extra = kept.len().saturating_sub(KEPT);
                kept.drain(..extra);
            }
        });
        Self {
            master: pair.master,
            writer: Arc::new(Mutex::new(writer)),
            child,
            received,
            text,
            is_frozen,
        }
    }

    /// Returns the number of bytes that arrived.
    pub(crate) fn received(&self) -> usize {
        self.received.load(Ordering::Relaxed)
    }

    /// Returns the last of what arrived, as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.text.lock().expect("no reader panics")).into_owned()
    }

    /// Waits until this text arrives.
    pub(crate) fn wait_for(&self, words: &str) {
        wait_until(&format!("`{words}` arrives"), || {
            self.text().contains(words)
        });
    }

    /// Waits until nothing has arrived for a third of a second.
    pub(crate) fn settle(&self) {
        loop {
            let before = self.received();
            thread::sleep(Duration::from_millis(333));
            if self.received() == before {
                return;
            }
        }
    }

    /// Sends bytes. Those that the terminal does not take any more are lost.
    pub(crate) fn send(&self, bytes: &[u8]) {
        let _ = self
            .writer
            .lock()
            .expect("no writer panics")
            .write_all(bytes);
    }

    /// Sends the same bytes again and again, until the terminal took this many or the time is over. Returns the number that
    /// it took.
    ///
    /// It may take none for a while, so a thread sends them.
    pub(crate) fn flood(&self, first: &[u8], bytes: &[u8], count: usize, time: Duration) -> usize {
        let flood = self.start_flood(first, bytes, count);
        let start = Instant::now();
        while flood.taken.load(Ordering::Relaxed) < count && start.elapsed() < time {
            thread::sleep(Duration::from_millis(5));
        }
        flood.is_over.store(true, Ordering::Relaxed);
        flood.taken.load(Ordering::Relaxed)
    }

    /// Sends the same bytes again and again until the visitor is dropped.
    pub(crate) fn flood_until_dropped(&self, bytes: &[u8]) {
        self.start_flood(b"", bytes, usize::MAX);
    }

    fn start_flood(&self, first: &[u8], bytes: &[u8], count: usize) -> Flood {
        let flood = Flood::default();
        let (writer, flooding) = (Arc::clone(&self.writer), flood.clone());
        let (first, bytes) = (first.to_vec(), bytes.repeat(4096 / bytes.len()));
        thread::spawn(move || {
            let mut writer = writer.lock().expect("no writer panics");
            // Writing fails when the client has ended.
            if writer.write_all(&first).is_err() {
                return;
            }
            while flooding.taken.load(Ordering::Relaxed) < count
                && !flooding.is_over.load(Ordering::Relaxed)
            {
                let Ok(length @ 1..) = writer.write(&bytes) else {
                    return;
                };
                flooding.taken.fetch_add(length, Ordering::Relaxed);
            }
        });
        flood
    }

    /// Resizes the terminal.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.master
            .resize(size(columns, rows))
            .expect("the terminal takes a size");
    }

    /// Stops reading from the terminal, or goes on. The client itself still sends keys.
    pub(crate) fn freeze(&self, is_frozen: bool) {
        self.is_frozen.store(is_frozen, Ordering::Relaxed);
    }

    /// Sends a signal to the client.
    pub(crate) fn signal(&self, name: &str) {
        if let Some(process) = self.child.process_id() {
            run("kill", &["-s", name, &process.to_string()]);
        }
    }

    /// Returns true if the client has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Ends the client as if its computer had been switched off, with the connection closed by the system.
    pub(crate) fn vanish(&mut self) {
        self.signal("KILL");
        let _ = self.child.wait();
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        self.freeze(false);
        self.vanish();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
