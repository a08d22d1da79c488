//! The screen of a real terminal, key by key: tmux can print what it shows.
//!
//! Needs tmux: run it with `cargo test -- --ignored tmux`.

#![cfg(unix)]

use std::{
    process::{Command, Output},
    time::{Duration, Instant},
};

use opportunity_areas::{
    command::Key,
    dataset::Dataset,
    tui::{app::App, headless::HeadlessApp},
};
use ratatui::layout::Size;

/// A tmux server of its own, without settings and with one window.
struct Tmux {
    socket: String,
}

impl Tmux {
    /// Starts the program in a window.
    fn start(name: &str, size: Size) -> Self {
        let tmux = Self {
            socket: format!("oa-{name}-{}", std::process::id()),
        };
        let [columns, rows] = [size.width, size.height].map(|cells| cells.to_string());
        let program = [
            "env",
            "-u",
            "NO_COLOR",
            "LC_ALL=C.UTF-8",
            env!("CARGO_BIN_EXE_oa"),
        ];
        tmux.run(
            &[
                &[
                    "-f",
                    "/dev/null",
                    "-u",
                    "new-session",
                    "-d",
                    "-x",
                    &columns,
                    "-y",
                    &rows,
                ],
                &program[..],
            ]
            .concat(),
        );
        tmux
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let output = Command::new("tmux")
            .args(["-L", &self.socket])
            .args(arguments)
            .output()
            .expect("tmux is there");
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output
    }

    fn screen(&self) -> String {
        String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).expect("the screen is text")
    }

    /// Waits until tmux shows the wanted screen.
    fn wait_for(&self, wanted: &str, after: &str) {
        let start = Instant::now();
        let mut shown = self.screen();
        while shown.trim_end() != wanted.trim_end() {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "after {after} tmux shows\n{shown}\nwanted\n{wanted}"
            );
            std::thread::sleep(Duration::from_millis(20));
            shown = self.screen();
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = Command::new("tmux")
            .args(["-L", &self.socket, "kill-server"])
            .output();
    }
}

#[test]
#[ignore = "needs tmux: cargo test -- --ignored tmux"]
fn tmux_shows_what_is_drawn() {
    let keys = [
        ("Down", Key::Down),
        ("Tab", Key::Tab),
        ("2", Key::Char('2')),
        ("Home", Key::Home),
        ("Down", Key::Down),
        ("Right", Key::Right),
        ("Enter", Key::Enter),
        ("3", Key::Char('3')),
        ("4", Key::Char('4')),
        ("Left", Key::Left),
        ("5", Key::Char('5')),
        ("6", Key::Char('6')),
        ("Down", Key::Down),
        ("7", Key::Char('7')),
        ("m", Key::Char('m')),
        ("a", Key::Char('a')),
        ("Escape", Key::Escape),
        ("?", Key::Char('?')),
        ("Escape", Key::Escape),
        ("f", Key::Char('f')),
        ("Escape", Key::Escape),
        ("1", Key::Char('1')),
    ];
    for (name, size) in [
        ("small", Size::new(80, 24)),
        ("wide", Size::new(120, 40)),
        ("narrow", Size::new(40, 12)),
    ] {
        let dataset = Dataset::bundled();
        let mut wanted = HeadlessApp::new(App::new(&dataset, size));
        let tmux = Tmux::start(name, size);
        tmux.wait_for(&wanted.text(), "the start");
        for (name, key) in keys {
            tmux.run(&["send-keys", name]);
            wanted.press([key]);
            tmux.wait_for(&wanted.text(), name);
        }
    }
}
