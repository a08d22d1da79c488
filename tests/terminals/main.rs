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
mod clusters;
mod driver;
mod multiplexers;
mod pty;
mod right_to_left;
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
    if all_are_wanted(name) {
        checks::check(name, &case());
    }
}

fn always_right_to_left(name: &str, case: impl FnOnce() -> Case) {
    right_to_left::check(name, &case());
}

fn right_to_left_if_all_are_wanted(name: &str, case: impl FnOnce() -> Case) {
    if all_are_wanted(name) {
        right_to_left::check(name, &case());
    }
}

fn clusters_always(name: &str, case: impl FnOnce() -> Case) {
    clusters::check(name, &case());
}

fn clusters_if_all_are_wanted(name: &str, case: impl FnOnce() -> Case) {
    if all_are_wanted(name) {
        clusters::check(name, &case());
    }
}

fn all_are_wanted(name: &str) -> bool {
    let all = std::env::var_os("OA_TERMINALS").is_some_and(|which| which == "all");
    if !all {
        eprintln!("{name} is left out: set OA_TERMINALS=all");
    }
    all
}

terminals! { always:
    xterm => Case::window(windows::xterm).term("xterm-256color").color(true),
    xterm_without_an_alternate_screen => {
        Case::window(windows::xterm).option("-xrm").option("*titeInhibit: true")
    },
    xterm_on_white => Case::window(windows::xterm).option("-bg").option("white").option("-fg").option("black"),
    vte => Case::window(windows::vte).color(true),
    tmux => Case::multiplexer(multiplexers::tmux).color(true),
    screen => Case::multiplexer(multiplexers::screen).no_mouse().color(true),
    mosh => Case::multiplexer(multiplexers::mosh).color(true),
    dvtm => Case::multiplexer(multiplexers::dvtm).no_mouse().color(true).clipboard(NoClipboard),
}

terminals! { if_all_are_wanted:
    konsole => Case::window(windows::konsole).color(true),
    kitty => Case::window(windows::kitty).color(true),
    alacritty => Case::window(windows::alacritty).color(true),
    urxvt => Case::window(windows::urxvt).color(true),
    st => Case::window(windows::st).color(true),
    mlterm => Case::window(windows::mlterm).color(true),
    tmux_inside_screen => Case::multiplexer(multiplexers::tmux_inside_screen).no_mouse(),
    screen_inside_tmux => Case::multiplexer(multiplexers::screen_inside_tmux).no_mouse(),
    byobu => Case::multiplexer(multiplexers::byobu),
    xterm_as_linux => Case::window(windows::xterm).term("linux").clipboard(NoClipboard),
    xterm_as_vt100 => Case::window(windows::xterm).term("vt100").clipboard(NoClipboard).color(false),
    xterm_as_screen => Case::window(windows::xterm).term("screen").no_mouse().clipboard(Sent),
    xterm_mono => Case::window(windows::xterm).term("xterm-mono").color(false),
    xterm_without_utf_8 => Case::window(windows::xterm).environment("LC_ALL", "C"),
    xterm_of_500_columns => Case::window(windows::xterm).size(500, 130),
    tmux_of_500_columns => Case::multiplexer(multiplexers::tmux).size(500, 130),
    pty => Case::multiplexer(multiplexers::none),
}

terminals! { always_right_to_left:
    right_to_left_in_xterm => Case::window(windows::xterm),
    right_to_left_in_vte => Case::window(windows::vte),
    right_to_left_in_tmux => Case::multiplexer(multiplexers::tmux),
}

terminals! { right_to_left_if_all_are_wanted:
    right_to_left_in_konsole => Case::window(windows::konsole),
    right_to_left_in_kitty => Case::window(windows::kitty),
    right_to_left_in_alacritty => Case::window(windows::alacritty),
    right_to_left_in_urxvt => Case::window(windows::urxvt),
    right_to_left_in_st => Case::window(windows::st),
    right_to_left_in_screen => Case::multiplexer(multiplexers::screen),
    right_to_left_in_mosh => Case::multiplexer(multiplexers::mosh),
}

terminals! { clusters_always:
    clusters_in_xterm => Case::window(windows::xterm).option("-fa").option("DejaVu Sans Mono"),
    clusters_in_vte => Case::window(windows::vte),
    clusters_in_tmux => Case::multiplexer(multiplexers::tmux_without_its_terminal),
}

terminals! { clusters_if_all_are_wanted:
    clusters_in_konsole => Case::window(windows::konsole),
    clusters_in_kitty => Case::window(windows::kitty),
    clusters_in_alacritty => Case::window(windows::alacritty),
    clusters_in_urxvt => Case::window(windows::urxvt),
    clusters_in_st => Case::window(windows::st),
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
