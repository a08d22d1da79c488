//! Everything the program says about itself, made safe to print in one place.

use std::{
    env,
    error::Error,
    io::{self, IsTerminal as _, Write as _},
    iter,
};

use super::{ascii_output, error::CliError, new_file::without_number};
use crate::{dataset::Warnings, text::paragraph};

/// The program's name, before every message of one line.
const PREFIX: &str = "oa: ";

/// Prints an error on standard error.
///
/// With `RUST_BACKTRACE` set, the whole report of an unexpected error follows.
pub(crate) fn report(error: &CliError) {
    match error {
        CliError::HungUp => {}
        // These have lines and a heading of their own.
        CliError::Arguments(_) | CliError::Data(_) => print_lines(&error.to_string()),
        _ => print(&line(error)),
    }
    if let CliError::Unexpected(report) = error
        && env::var("RUST_BACKTRACE").is_ok_and(|value| value != "0")
    {
        // The report has no text from users in it.
        print(&format!("{report:?}"));
    }
}

/// Prints warnings about a dataset on standard error.
pub(crate) fn warn(warnings: &Warnings) {
    print_lines(&warnings.to_string());
}

/// Prints a message of one line on standard error.
pub(crate) fn notice(text: &str) {
    print(&prefixed(text));
}

/// Returns a message of one line, with its line break.
pub(crate) fn text(text: &str) -> String {
    format!("{}\n", prefixed(text))
}

/// Returns an error as the line that is printed for it.
pub(crate) fn line(error: &CliError) -> String {
    prefixed(&explain(error))
}

fn prefixed(text: &str) -> String {
    format!("{PREFIX}{}", paragraph(text))
}

/// Returns the error, its causes and the hint as one line.
fn explain(error: &CliError) -> String {
    let mut text = error.to_string();
    for cause in iter::successors(error.source(), |&cause| cause.source()) {
        let cause = cause.to_string();
        text.push_str(&format!(": {}", without_number(&cause)));
    }
    if let Some(hint) = error.hint() {
        text.push_str(&format!(". {hint}"));
    }
    text
}

/// Prints lines on standard error. A line break inside a value must have been replaced before.
fn print_lines(text: &str) {
    print(&lines(text));
}

/// Returns lines that are safe to print, without the last line break.
pub(crate) fn lines(text: &str) -> String {
    let lines: Vec<_> = text.trim_end().split('\n').map(paragraph).collect();
    lines.join("\n")
}

fn print(text: &str) {
    // `eprintln!` would panic if the terminal is gone or the pipe is closed, and no one is left to tell.
    let text = ascii_output::shown(text, io::stderr().is_terminal());
    let _ = writeln!(io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_has_causes_and_a_hint() {
        let source = io::Error::other("disk full");
        let folder = "out".into();
        assert_eq!(
            explain(&CliError::WriteFolder { folder, source }),
            "cannot write `out`: disk full"
        );
        let typed = "oldam".to_string();
        let nearest = Some("oldham".to_string());
        assert_eq!(
            explain(&CliError::UnknownName {
                wanted: None,
                typed,
                nearest
            }),
            "no area, theme or reference is called `oldam`. Did you mean `oldham`?"
        );
    }
}
