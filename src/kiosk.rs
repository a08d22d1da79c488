//! The program for strangers: nothing is written, nothing but the dataset is read, and there is no way to anything else.

use std::{
    env,
    io::{self, Write as _},
};

use clap::Parser;
use opportunity_areas::text::sanitize;

use crate::{
    Refusal,
    cli::{Arguments, CliCommand},
};

/// What may be looked at of the environment; all else is taken away before anything can look at it.
const KEPT: [&str; 6] = ["TERM", "COLORTERM", "NO_COLOR", "LINES", "COLUMNS", COMMAND];
/// What a user of ssh wants instead of the dashboard, in their own words.
const COMMAND: &str = "SSH_ORIGINAL_COMMAND";

fn is_kept(name: &str) -> bool {
    KEPT.contains(&name) || name == "LANG" || name.starts_with("LC_")
}

/// What a stranger may do with these arguments, which are the administrator's: the stranger's own come from ssh.
pub(crate) fn restricted(administrators: Arguments) -> Result<Arguments, Refusal> {
    forget_environment()?;
    let words = env::var(COMMAND).unwrap_or_default();
    if words.trim().is_empty() {
        return Ok(administrators);
    }
    let Arguments {
        data,
        idle_limit,
        no_mouse,
        ..
    } = administrators;
    let wanted = parse(&words)?;
    Ok(Arguments {
        data,
        idle_limit,
        no_mouse: no_mouse || wanted.no_mouse,
        kiosk: true,
        ..wanted
    })
}

/// Reads the words as this program's own arguments. No shell sees them.
fn parse(words: &str) -> Result<Arguments, Refusal> {
    let refused =
        |why: &str| Refusal::unusable(format!("oa: `{}` {why}", sanitize(&shortened(words))));
    let parts =
        shlex::split(words).ok_or_else(|| refused("has a quotation mark that is not closed"))?;
    let parts = parts.strip_prefix(&["oa".to_string()]).unwrap_or(&parts);
    let arguments = match Arguments::try_parse_from([&["oa".to_string()], parts].concat()) {
        Ok(arguments) => arguments,
        // Help and version are answers.
        Err(answer) if !answer.use_stderr() => {
            // A reader that has had enough is no failure.
            let _ = write!(io::stdout(), "{answer}");
            return Err(Refusal::done());
        }
        Err(_) => {
            return Err(refused(
                "is nothing that can be asked here; try `show oldham/3`, `search early years` or `--help`",
            ));
        }
    };
    let reads_or_writes = arguments.data.is_some()
        || matches!(
            arguments.ask,
            Some(
                CliCommand::Check { .. }
                    | CliCommand::Export {
                        folder: Some(_),
                        ..
                    }
            )
        )
        || arguments.kiosk
        || arguments.idle_limit.is_some();
    if reads_or_writes {
        Err(refused("is not allowed here"))
    } else {
        Ok(arguments)
    }
}

fn shortened(words: &str) -> String {
    const MOST: usize = 60;
    if words.chars().count() <= MOST {
        words.into()
    } else {
        words.chars().take(MOST).chain(['…']).collect()
    }
}

/// Begins again without what may not be looked at: the program and its libraries can't look at what isn't there.
#[cfg(unix)]
fn forget_environment() -> Result<(), Refusal> {
    use std::{os::unix::process::CommandExt as _, process::Command};
    let allowed = |name: &std::ffi::OsStr| name.to_str().is_some_and(is_kept);
    if env::vars_os().all(|(name, _)| allowed(&name)) {
        return Ok(());
    }
    let program = env::current_exe().map_err(|error| {
        Refusal::unusable(format!("oa: the program does not find itself: {error}"))
    })?;
    let error = Command::new(program)
        .arg0("oa")
        .args(env::args_os().skip(1))
        .env_clear()
        .envs(env::vars_os().filter(|(name, _)| allowed(name)))
        .exec();
    Err(Refusal::unusable(format!(
        "oa: the program can't begin again: {error}"
    )))
}

#[cfg(not(unix))]
fn forget_environment() -> Result<(), Refusal> {
    Err(Refusal::unusable("oa: --kiosk needs Unix"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strangers_may_ask_is_understood() {
        for words in [
            "show oldham/3",
            "search early years",
            "oa list areas --as-of 2017",
            "oldham/3",
            "search '\"mental health\"'",
            "tour --loop",
            "--plain",
        ] {
            assert!(parse(words).is_ok(), "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_comes_from_ssh_is_understood_or_refused(words in "\\PC{0,80}|[a-z '\"\\\\$;|&<>()-]{0,40}") {
            match parse(&words) {
                Ok(arguments) => {
                    let reads_or_writes = matches!(arguments.ask, Some(CliCommand::Check { .. } | CliCommand::Export { folder: Some(_), .. }));
                    proptest::prop_assert!(arguments.data.is_none() && !reads_or_writes);
                }
                Err(refusal) => {
                    let told = refusal.message;
                    proptest::prop_assert!(told.lines().count() <= 1 && !told.contains(char::is_control), "{told}");
                }
            }
        }
    }

    #[test]
    fn environments_are_kept_to_what_a_screen_needs() {
        for name in ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"] {
            assert!(is_kept(name), "{name}");
        }
        for name in [
            "LD_PRELOAD",
            "PATH",
            "HOME",
            "OA_PLAIN",
            "RUST_BACKTRACE",
            "CLICOLOR_FORCE",
            "TERMINFO",
            "LCALL",
        ] {
            assert!(!is_kept(name), "{name}");
        }
    }
}
