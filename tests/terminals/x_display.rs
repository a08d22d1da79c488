//! A display in memory (Xvfb), with one window on it.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use ratatui::layout::Size;

use super::workspace::wait_for;

/// A display with one window. Dropping it closes both.
pub(crate) struct XDisplay {
    server: Child,
    terminal: Option<Child>,
    /// The name of the display, such as `:7`.
    name: String,
    window: String,
}

impl XDisplay {
    /// Starts a display.
    pub(crate) fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "3200x2100x24"])
            // Otherwise it starts anew whenever nothing is connected for a moment.
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is needed");
        let output = server.stdout.take().expect("the output is a pipe");
        let mut number = String::new();
        BufReader::new(output)
            .read_line(&mut number)
            .expect("Xvfb says which display it has opened");
        Self {
            server,
            terminal: None,
            name: format!(":{}", number.trim()),
            window: String::new(),
        }
    }

    /// Starts a terminal, and waits for its window.
    pub(crate) fn open(&mut self, program: &str, arguments: &[String]) {
        let terminal = Command::new(program)
            .args(arguments)
            .env("DISPLAY", &self.name)
            .env("LC_ALL", "C.UTF-8")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("NO_COLOR")
            .env_remove("TMUX")
            .env_remove("STY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} is needed: {error}"));
        self.terminal = Some(terminal);
        self.window = wait_for(&format!("{program} opens a window"), || {
            let windows = self.ask("xdotool", &["search", "--onlyvisible", "--name", "."]);
            windows.lines().last().map(str::to_string)
        });
        self.xdotool(&["windowmove", &self.window, "0", "0"]);
        self.xdotool(&["windowfocus", &self.window]);
    }

    /// Returns what a program prints that uses the display.
    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        String::from_utf8_lossy(&self.output(program, arguments)).into_owned()
    }

    fn output(&self, program: &str, arguments: &[&str]) -> Vec<u8> {
        Command::new(program)
            .args(arguments)
            .env("DISPLAY", &self.name)
            .stderr(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{program} is needed: {error}"))
            .stdout
    }

    /// Presses keys, moves the mouse, or changes the window.
    pub(crate) fn xdotool(&self, arguments: &[&str]) {
        self.output("xdotool", arguments);
    }

    /// Returns the size of the window in pixels.
    pub(crate) fn window_size(&self) -> Size {
        let text = self.ask("xdotool", &["getwindowgeometry", "--shell", &self.window]);
        let number = |name: &str| {
            let value = text.lines().find_map(|line| line.strip_prefix(name));
            value
                .and_then(|value| value.parse().ok())
                .unwrap_or_else(|| panic!("{name} is missing: {text}"))
        };
        Size::new(number("WIDTH="), number("HEIGHT="))
    }

    /// Resizes the window to this size in pixels.
    pub(crate) fn resize_window(&self, size: Size) {
        let [width, height] = [size.width, size.height].map(|pixels| pixels.to_string());
        self.xdotool(&["windowsize", &self.window, &width, &height]);
    }

    /// Clicks this pixel of the window.
    pub(crate) fn click(&self, x: u16, y: u16) {
        // Some terminals do not notice where the mouse is when it enters, and others only later.
        for (x, y) in [(x + 1, y + 1), (x, y)] {
            let [x, y] = [x, y].map(|pixels| pixels.to_string());
            self.xdotool(&["mousemove", "--window", &self.window, &x, &y]);
            std::thread::sleep(Duration::from_millis(100));
        }
        self.xdotool(&["click", "1"]);
    }

    /// Returns the pixels of the window, four bytes for each, once everything is drawn: the display and
    /// all programs on it wait, and the pixels stay the same. Only that they stay the same would not
    /// do, since the terminal may wait for a processor.
    pub(crate) fn settled_pixels(&self) -> Vec<u8> {
        let mut last = Vec::new();
        wait_for("the picture stands still", || {
            std::thread::sleep(Duration::from_millis(60));
            let pixels = if self.is_idle() {
                self.pixels()
            } else {
                Vec::new()
            };
            let is_same = pixels == last && !pixels.is_empty() && self.is_idle();
            last = pixels;
            is_same.then(|| last.clone())
        })
    }

    /// Returns true if the display, the terminal and all programs in it wait for something to happen.
    fn is_idle(&self) -> bool {
        let mut family = vec![self.server.id()];
        family.extend(self.terminal.as_ref().map(Child::id));
        // The number of a process is higher than its parent's, unless numbers have begun anew: then
        // some are left out.
        let mut processes: Vec<u32> = fs::read_dir("/proc")
            .expect("Linux")
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .collect();
        processes.sort_unstable();
        for process in processes {
            let is_child = || {
                stat(&format!("/proc/{process}/stat"))[1]
                    .parse()
                    .is_ok_and(|parent| family.contains(&parent))
            };
            if !family.contains(&process) && is_child() {
                family.push(process);
            }
        }
        family.into_iter().all(|process| {
            let threads = fs::read_dir(format!("/proc/{process}/task"));
            threads.into_iter().flatten().flatten().all(|thread| {
                let [state, _] = stat(&format!("{}/stat", thread.path().display()));
                state != "R" && state != "D"
            })
        })
    }

    /// Returns the pixels of the window, four bytes for each.
    fn pixels(&self) -> Vec<u8> {
        let dump = self.output("xwd", &["-silent", "-nobdrs", "-id", &self.window]);
        // The length of the header is in its first four bytes. It contains the window's title, and is
        // followed by a table of colours, 12 bytes for each.
        let number = |at: usize| {
            let bytes = dump.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_be_bytes(bytes)).ok()
        };
        let start = number(0).zip(number(76));
        start
            .and_then(|(header, colors)| dump.get(header + 12 * colors..))
            .unwrap_or_default()
            .to_vec()
    }
}

/// Returns the state of a process or thread and its parent; nothing if it has ended.
fn stat(path: &str) -> [String; 2] {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut fields = text
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    [(); 2].map(|()| fields.next().unwrap_or_default().to_string())
}

impl Drop for XDisplay {
    fn drop(&mut self) {
        for child in self.terminal.iter_mut().chain([&mut self.server]) {
            // Not `Child::kill`: a server that is killed leaves a lock behind. Both may have ended.
            let _ = Command::new("kill").arg(child.id().to_string()).status();
            let _ = child.wait();
        }
    }
}
