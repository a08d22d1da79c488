//! The real program in real terminals: keys are typed, and what a terminal shows is compared with
//! what it should show.
//!
//! `cargo test --test terminals -- --ignored` tries the terminals that are in use most, in about a
//! minute. With `OA_TERMINALS=all` it tries all. Terminals with a window run on a display of their
//! own in memory (Xvfb).
//!
//! A [`Case`] is a terminal with its settings. To try another, add a row to the tables below, and a
//! way to start it to `multiplexers` or `windows`. `checks` is the session that each goes through.

#![cfg(unix)]

#[path = "../terminal/mod.rs"]
#[expect(dead_code, reason = "whole sessions use more of it")]
mod terminal;

mod case;
mod checks;
mod driver;
mod multiplexers;
mod pty;
mod windows;
mod workspace;
mod x_display;

use opportunity_areas::tui::app::CopyOutcome::{NoClipboard, Sent};

use case::Case;

/// Defines an ignored test for each case.
macro_rules! terminals {
    ($run:ident: $($name:ident => $case:expr),+ $(,)?) => {$(
        #[test]
        #[ignore = "needs real terminals: cargo test --test terminals -- --ignored"]
        fn $name() {
            $run(stringify!($name), || $case);
        }
    )+};
}

fn always(name: &str, case: impl FnOnce() -> Case) {
    checks::check(name, &case());
}

fn if_all_are_wanted(name: &str, case: impl FnOnce() -> Case) {
    if std::env::var_os("OA_TERMINALS").is_some_and(|which| which == "all") {
        checks::check(name, &case());
    } else {
        eprintln!("{name} is left out: set OA_TERMINALS=all");
    }
}

terminals! { always:
    xterm => Case::window(windows::xterm),
    xterm_without_an_alternate_screen => {
        Case::window(windows::xterm).option("-xrm").option("*titeInhibit: true")
    },
    xterm_on_white => Case::window(windows::xterm).option("-bg").option("white").option("-fg").option("black"),
    vte => Case::window(windows::vte),
    tmux => Case::multiplexer(multiplexers::tmux),
    screen => Case::multiplexer(multiplexers::screen).no_mouse(),
    mosh => Case::multiplexer(multiplexers::mosh),
    dvtm => Case::multiplexer(multiplexers::dvtm).no_mouse().clipboard(NoClipboard),
}

terminals! { if_all_are_wanted:
    konsole => Case::window(windows::konsole),
    kitty => Case::window(windows::kitty),
    alacritty => Case::window(windows::alacritty),
    urxvt => Case::window(windows::urxvt),
    st => Case::window(windows::st),
    mlterm => Case::window(windows::mlterm),
    tmux_inside_screen => Case::multiplexer(multiplexers::tmux_inside_screen).no_mouse(),
    screen_inside_tmux => Case::multiplexer(multiplexers::screen_inside_tmux).no_mouse(),
    byobu => Case::multiplexer(multiplexers::byobu),
    xterm_as_linux => Case::window(windows::xterm).term("linux").clipboard(NoClipboard),
    xterm_as_vt100 => Case::window(windows::xterm).term("vt100").clipboard(NoClipboard),
    xterm_as_screen => Case::window(windows::xterm).term("screen").no_mouse().clipboard(Sent),
    xterm_mono => Case::window(windows::xterm).term("xterm-mono"),
    xterm_without_utf_8 => Case::window(windows::xterm).environment("LC_ALL", "C"),
    xterm_of_500_columns => Case::window(windows::xterm).size(500, 150),
    tmux_of_500_columns => Case::multiplexer(multiplexers::tmux).size(500, 150),
    pty => Case::multiplexer(multiplexers::none),
}

/// A dumb terminal gets the line mode, since it cannot show the dashboard.
#[test]
#[ignore = "needs real terminals: cargo test --test terminals -- --ignored"]
fn dumb() {
    if_all_are_wanted("dumb", || {
        Case::multiplexer(multiplexers::none)
            .term("dumb")
            .dialogue()
    });
}
