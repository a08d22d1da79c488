//! Terminals with a window.

use std::{fs, io::Read as _, os::unix::net::UnixStream, process::Command};

use opportunity_areas::command::Key;
use ratatui::layout::Size;

use super::{
    case::Case,
    driver::{Driver, Shown, first_line},
    workspace::{Workspace, wait_for},
    x_display::XDisplay,
};

/// A way to read the text of a terminal.
enum Text {
    /// None: pixels are compared.
    None,
    /// xterm prints its screen to this file with F12.
    Printed(String),
    /// A socket answers.
    VteSocket(String),
    /// kitty's remote control at this address.
    Kitty(String),
}

/// A terminal with a window.
struct WindowDriver {
    display: XDisplay,
    text: Text,
    version: String,
    /// Height of what is above the terminal, in pixels.
    top: u16,
    /// Size of a cell in pixels, nearly.
    cell: [f32; 2],
}

impl WindowDriver {
    fn open(
        workspace: &Workspace,
        case: &Case,
        [program, version_option]: [&str; 2],
        arguments: &[&str],
        text: Text,
    ) -> Box<dyn Driver> {
        let version = first_line(program, version_option);
        Self::open_as(workspace, case, program, version, arguments, text)
    }

    fn open_as(
        workspace: &Workspace,
        case: &Case,
        program: &str,
        version: String,
        arguments: &[&str],
        text: Text,
    ) -> Box<dyn Driver> {
        let mut display = XDisplay::start();
        let arguments: Vec<String> = arguments
            .iter()
            .map(|&argument| argument.to_string())
            .chain(workspace.shell())
            .collect();
        display.open(program, &arguments);
        workspace.wait_for_shell();
        let pixels = display.window_size();
        // Konsole has a toolbar.
        let top = if program == "dbus-run-session" { 34 } else { 0 };
        let cell = [
            f32::from(pixels.width) / f32::from(case.size.width),
            f32::from(pixels.height - top) / f32::from(case.size.height),
        ];
        Box::new(Self {
            display,
            text,
            version,
            top,
            cell,
        })
    }
}

impl Driver for WindowDriver {
    fn press(&mut self, key: Key) {
        self.display
            .xdotool(&["key", "--clearmodifiers", &keysym(key)]);
    }

    fn type_line(&mut self, line: &str) {
        self.display.xdotool(&["type", "--delay", "20", line]);
        self.press(Key::Enter);
    }

    fn click(&mut self, column: u16, row: u16) {
        let [x, y] = [(column, self.cell[0]), (row, self.cell[1])]
            .map(|(cells, pixels)| pixels_of(f32::from(cells) + 0.5, pixels));
        self.display.click(x, y + self.top);
    }

    fn resize(&mut self, size: Size) {
        self.display.resize_window(Size::new(
            pixels_of(f32::from(size.width), self.cell[0]),
            pixels_of(f32::from(size.height), self.cell[1]) + self.top,
        ));
    }

    fn shown(&mut self) -> Shown {
        match &self.text {
            Text::None => Shown::Pixels(self.display.settled_pixels()),
            Text::Printed(file) => {
                // It may be there from the last time.
                let _ = fs::remove_file(file);
                self.display.xdotool(&["key", "--clearmodifiers", "F12"]);
                Shown::Text(wait_for("xterm prints its screen", || {
                    fs::read_to_string(file).ok()
                }))
            }
            Text::VteSocket(path) => Shown::Text(read_socket(path)),
            Text::Kitty(address) => {
                let output = Command::new("kitty")
                    .args(["@", "--to", address, "get-text"])
                    .output()
                    .expect("kitty answers");
                Shown::Text(String::from_utf8_lossy(&output.stdout).into_owned())
            }
        }
    }

    fn shows_color(&mut self) -> bool {
        // Several pixels side by side: the edges of letters have colours of their own.
        let pixels = self.display.settled_pixels();
        let pixels: Vec<&[u8]> = pixels.chunks_exact(4).collect();
        pixels.windows(6).any(|run| {
            let values = run[0][..3].iter();
            let range = values.clone().max().zip(values.min());
            range.is_some_and(|(most, least)| most - least > 60)
                && run.iter().all(|pixel| *pixel == run[0])
        })
    }

    fn pixels(&mut self) -> Option<(Vec<u8>, usize)> {
        let width = usize::from(self.display.window_size().width);
        Some((self.display.settled_pixels(), width))
    }

    fn version(&self) -> String {
        self.version.clone()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a window has a few thousand pixels"
)]
fn pixels_of(cells: f32, pixels: f32) -> u16 {
    (cells * pixels).ceil() as u16
}

fn read_socket(path: &str) -> String {
    let mut stream = wait_for("the terminal answers", || UnixStream::connect(path).ok());
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("the terminal answers");
    answer
}

/// Returns xdotool's name of a key.
fn keysym(key: Key) -> String {
    let name = match key {
        Key::Char('/') => "slash",
        Key::Char('?') => "question",
        Key::Char(' ') => "space",
        Key::Char(character) => return character.to_string(),
        Key::Ctrl(letter) => return format!("ctrl+{letter}"),
        Key::Up => "Up",
        Key::Down => "Down",
        Key::Right => "Right",
        Key::Left => "Left",
        Key::Home => "Home",
        Key::End => "End",
        Key::PageUp => "Prior",
        Key::PageDown => "Next",
        Key::Enter => "Return",
        Key::Escape => "Escape",
        Key::Tab => "Tab",
        Key::ShiftTab => "shift+Tab",
        Key::Backspace => "BackSpace",
        Key::Delete => "Delete",
        Key::F(number) => return format!("F{number}"),
    };
    name.to_string()
}

fn geometry(case: &Case) -> String {
    format!("{}x{}", case.size.width, case.size.height)
}

pub(crate) fn xterm(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let file = workspace.path("printed");
    // In two steps, so that the file is complete once it is there.
    let print = format!("*printerCommand: cat >{file}.part && mv {file}.part {file}");
    let geometry = geometry(case);
    let resources = [
        &print,
        "*printAttributes: 0",
        "*printerAutoClose: true",
        "*VT100.translations: #override <Key>F12: print()",
    ];
    let mut arguments = vec!["-geometry", &geometry, "-fn", "fixed", "-u8"];
    for resource in resources {
        arguments.extend(["-xrm", resource]);
    }
    arguments.extend(&case.options);
    arguments.push("-e");
    let text = Text::Printed(file);
    WindowDriver::open(workspace, case, ["xterm", "-version"], &arguments, text)
}

pub(crate) fn vte(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let helper = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terminals/vte.py");
    // Not one from elsewhere: only Debian's Python finds Debian's bindings.
    let python = "/usr/bin/python3";
    let version = first_line(python, helper);
    let socket = workspace.path("vte");
    let [columns, rows] = [case.size.width, case.size.height].map(|cells| cells.to_string());
    let arguments = [helper, &socket, &columns, &rows];
    let text = Text::VteSocket(socket.clone());
    WindowDriver::open_as(workspace, case, python, version, &arguments, text)
}

pub(crate) fn kitty(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let address = format!("unix:{}", workspace.path("kitty"));
    let [width, height] = [
        format!("initial_window_width={}c", case.size.width),
        format!("initial_window_height={}c", case.size.height),
    ];
    let mut arguments = vec!["--config", "NONE", "--listen-on", &address];
    for setting in [
        "allow_remote_control=yes",
        "remember_window_size=no",
        "update_check_interval=0",
        "cursor_blink_interval=0",
        &width,
        &height,
    ] {
        arguments.extend(["-o", setting]);
    }
    let text = Text::Kitty(address.clone());
    WindowDriver::open(workspace, case, ["kitty", "--version"], &arguments, text)
}

pub(crate) fn konsole(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let columns = format!("TerminalColumns={}", case.size.width);
    let rows = format!("TerminalRows={}", case.size.height);
    let arguments = [
        "--",
        "konsole",
        "--nofork",
        "--hide-menubar",
        "--hide-tabbar",
        "-p",
        &columns,
        "-p",
        &rows,
        "-p",
        "BlinkingCursorEnabled=false",
        // It marks rows at the left for a while.
        "-p",
        "HighlightScrolledLines=false",
        // It says its size in the middle for a while.
        "-p",
        "ShowTerminalSizeHint=false",
        "-e",
    ];
    // It asks the desktop for its settings.
    let version = first_line("konsole", "--version");
    WindowDriver::open_as(
        workspace,
        case,
        "dbus-run-session",
        version,
        &arguments,
        Text::None,
    )
}

pub(crate) fn alacritty(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let columns = format!("window.dimensions.columns={}", case.size.width);
    let rows = format!("window.dimensions.lines={}", case.size.height);
    let arguments = [
        "--config-file",
        "/dev/null",
        "-o",
        &columns,
        "-o",
        &rows,
        "-e",
    ];
    let program = ["alacritty", "--version"];
    WindowDriver::open(workspace, case, program, &arguments, Text::None)
}

pub(crate) fn urxvt(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let arguments = ["-geometry", &geometry(case), "-e"];
    let program = ["urxvt", "--help"];
    WindowDriver::open(workspace, case, program, &arguments, Text::None)
}

pub(crate) fn st(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let arguments = ["-g", &geometry(case), "-e"];
    WindowDriver::open(workspace, case, ["stterm", "-v"], &arguments, Text::None)
}

pub(crate) fn mlterm(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let arguments = ["-g", &geometry(case), "-e"];
    let program = ["mlterm", "--version"];
    WindowDriver::open(workspace, case, program, &arguments, Text::None)
}
