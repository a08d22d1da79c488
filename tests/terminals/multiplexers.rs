//! Terminals that run inside another: multiplexers and mosh.

use super::{
    case::Case,
    driver::{Driver, first_line},
    pty::PtyDriver,
    workspace::Workspace,
};

fn boxed(driver: PtyDriver) -> Box<dyn Driver> {
    Box::new(driver)
}

/// The emulator itself, with nothing in between.
pub(crate) fn none(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let command = workspace.shell().join(" ");
    boxed(PtyDriver::start(&command, case.size, "vt100".to_string()))
}

/// Returns the command that starts tmux with this command in it, and the one that ends it.
fn tmux_commands(workspace: &Workspace, command: &str) -> (String, String) {
    // Without the status line. `TERM` stays what it is without settings.
    let settings = workspace.write("tmux.conf", "set -g status off\nset -s escape-time 10\n");
    let socket = workspace.path("tmux");
    (
        format!("env -u TMUX tmux -S {socket} -f {settings} -u new-session '{command}'"),
        format!("tmux -S {socket} kill-server"),
    )
}

pub(crate) fn tmux(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let (start, end) = tmux_commands(workspace, &workspace.shell().join(" "));
    // Not inside GNU screen, which would then hold Esc back.
    let start = start.replace("-u new-session", "-u set -g mouse on \\; new-session");
    let version = first_line("tmux", "-V");
    boxed(PtyDriver::start(&start, case.size, version).end_with(end))
}

/// tmux, and what it would show in a terminal that agrees with it about the width of all characters.
pub(crate) fn tmux_without_its_terminal(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let (start, end) = tmux_commands(workspace, &workspace.shell().join(" "));
    let print = end.replace("kill-server", "capture-pane -p");
    let driver = PtyDriver::start(&start, case.size, first_line("tmux", "-V"));
    boxed(driver.end_with(end).print_with(print))
}

/// Returns the command that starts GNU screen with this command in it, and the one that ends it.
fn screen_commands(workspace: &Workspace, command: &str) -> (String, String) {
    let settings = workspace.write("screenrc", "startup_message off\n");
    let folder = workspace.path("screens");
    let environment = format!("env -u STY SCREENDIR={folder}");
    (
        format!("mkdir -m 700 {folder} && {environment} screen -c {settings} -U -S oa {command}"),
        format!("{environment} screen -S oa -X quit"),
    )
}

pub(crate) fn screen(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let (start, end) = screen_commands(workspace, &workspace.shell().join(" "));
    let version = first_line("screen", "--version");
    boxed(PtyDriver::start(&start, case.size, version).end_with(end))
}

pub(crate) fn tmux_inside_screen(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let (inner, end_inner) = tmux_commands(workspace, &workspace.shell().join(" "));
    let inner = workspace.write("inner", &format!("{inner}\n"));
    let (outer, end_outer) = screen_commands(workspace, &format!("sh {inner}"));
    let end = format!("{end_inner}; {end_outer}");
    boxed(PtyDriver::start(&outer, case.size, "as above".to_string()).end_with(end))
}

pub(crate) fn screen_inside_tmux(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let (inner, end_inner) = screen_commands(workspace, &workspace.shell().join(" "));
    let inner = workspace.write("inner", &format!("{inner}\n"));
    let (outer, end_outer) = tmux_commands(workspace, &format!("sh {inner}"));
    let end = format!("{end_inner}; {end_outer}");
    boxed(PtyDriver::start(&outer, case.size, "as above".to_string()).end_with(end))
}

/// Mosh with client and server on this machine, and no SSH in between: SSH would only start the
/// server.
pub(crate) fn mosh(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let shell = workspace.shell().join(" ");
    let command = format!("mosh --local --predict=never 127.0.0.1 -- {shell}");
    let version = first_line("mosh", "--version");
    boxed(PtyDriver::start(&command, case.size, version))
}

pub(crate) fn dvtm(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    // It repeats characters with REP if its terminal has it, which the emulator has not.
    let shell = workspace.shell().join(" ");
    let command = format!("TERM=tmux-256color dvtm -M '{shell}'");
    let version = first_line("dvtm", "-v");
    boxed(PtyDriver::start(&command, case.size, version))
}

pub(crate) fn byobu(workspace: &Workspace, case: &Case) -> Box<dyn Driver> {
    let home = workspace.path("home");
    let shell = workspace.write("start", &format!("exec {}\n", workspace.shell().join(" ")));
    let environment = format!("env -u TMUX HOME={home} TMUX_TMPDIR={home} BYOBU_CONFIG_DIR={home}");
    let command =
        format!("mkdir -p -m 700 {home} && {environment} byobu-tmux new-session 'sh {shell}'");
    let end = format!("{environment} tmux kill-server");
    let version = first_line("byobu", "--version");
    boxed(PtyDriver::start(&command, case.size, version).end_with(end))
}
