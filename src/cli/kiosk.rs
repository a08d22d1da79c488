//! Limits for users who are not trusted: no files are written, only the dataset is read, and nothing else can be reached.

use std::{env, ffi::OsString, iter};

use clap::error::ErrorKind;
#[cfg(unix)]
use color_eyre::eyre::WrapErr as _;

use super::{
    arguments::{Arguments, Invocation, ParseArgumentsError},
    commands::CliCommand,
    error::{CliError, KioskReason},
    values::ColorTheme,
};

/// Variables that the program may read. All others are removed before the program or a library can read them.
#[cfg(any(unix, test))]
const ALLOWED_VARIABLES: [&str; 6] = [
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "LINES",
    "COLUMNS",
    REQUEST_VARIABLE,
];
/// The variable in which sshd passes on what a user typed after the host.
const REQUEST_VARIABLE: &str = "SSH_ORIGINAL_COMMAND";

/// Longest request in bytes: room for the longest search and all options.
const MAX_REQUEST_BYTES: usize = 4_000;

#[cfg(any(unix, test))]
fn is_allowed_variable(name: &str) -> bool {
    ALLOWED_VARIABLES.contains(&name) || name == "LANG" || name.starts_with("LC_")
}

/// Returns the arguments to run with: the user's if there are any, else the administrator's.
///
/// The administrator's options always apply.
pub(crate) fn restrict(administrator: Arguments) -> Result<Invocation, CliError> {
    clear_environment()?;
    if administrator
        .command
        .as_ref()
        .is_some_and(CliCommand::writes_files)
    {
        return Err(refused("--kiosk", KioskReason::WritesFiles));
    }
    let Some(request) = env::var_os(REQUEST_VARIABLE) else {
        return Ok(Invocation::Run(Box::new(administrator)));
    };
    let bytes = request.as_encoded_bytes().len();
    if bytes > MAX_REQUEST_BYTES {
        let reason = KioskReason::TooLong {
            bytes,
            limit: MAX_REQUEST_BYTES,
        };
        return Err(refused(&request.to_string_lossy(), reason));
    }
    // Arbitrary bytes must not count as no request: that would open the dashboard for a client without a terminal.
    let request = request
        .into_string()
        .map_err(|bytes| refused(&bytes.to_string_lossy(), KioskReason::NotText))?;
    if request.trim().is_empty() {
        return Ok(Invocation::Run(Box::new(administrator)));
    }
    Ok(match parse(&request)? {
        Invocation::Run(user) => Invocation::Run(Box::new(merge(administrator, *user))),
        help @ Invocation::PrintHelp(_) => help,
    })
}

/// Returns the user's arguments with the administrator's options. Where both may set an option, the user can only add to it.
fn merge(administrator: Arguments, user: Arguments) -> Arguments {
    // Every field is named, so that a new option cannot be forgotten here.
    let Arguments {
        words: _,
        data,
        theme,
        ascii,
        plain,
        speak,
        no_mouse,
        no_pager: _,
        kiosk: _,
        idle_limit,
        time_limit,
        log: _,
        version: _,
        verbose: _,
        command: _,
        loaded: _,
    } = administrator;
    Arguments {
        data,
        theme: if theme == ColorTheme::Auto {
            user.theme
        } else {
            theme
        },
        ascii: ascii || user.ascii,
        plain: plain || user.plain,
        speak: speak || user.speak,
        no_mouse: no_mouse || user.no_mouse,
        kiosk: true,
        idle_limit,
        time_limit,
        log: None,
        ..user
    }
}

fn refused(request: &str, reason: KioskReason) -> CliError {
    CliError::KioskRequest {
        request: request.into(),
        reason,
    }
}

/// Parses a request as arguments of this program. No shell sees it.
fn parse(request: &str) -> Result<Invocation, CliError> {
    let refused = |reason| refused(request, reason);
    let words = shlex::split(request).ok_or_else(|| refused(KioskReason::UnclosedQuote))?;
    let words = words.strip_prefix(&["oa".to_string()]).unwrap_or(&words);
    let typed = iter::once("oa").chain(words.iter().map(String::as_str));
    let typed: Vec<OsString> = typed.map(Into::into).collect();
    let arguments = match Arguments::parse(&typed) {
        Ok(Invocation::Run(arguments)) => arguments,
        Ok(help @ Invocation::PrintHelp(_)) => return Ok(help),
        Err(ParseArgumentsError::Limit(error)) => return Err(error.into()),
        Err(ParseArgumentsError::Clap(error)) => return Err(refused(reason(error.kind()))),
    };
    let uses_files = arguments.data.is_some()
        || arguments.log.is_some()
        || arguments
            .command
            .as_ref()
            .is_some_and(CliCommand::uses_files);
    if uses_files
        || arguments.kiosk
        || arguments.idle_limit.is_some()
        || arguments.time_limit.is_some()
    {
        return Err(refused(KioskReason::NotAllowed));
    }
    Ok(Invocation::Run(arguments))
}

/// Returns the reason for arguments that clap does not accept. What clap says about them has several lines.
fn reason(kind: ErrorKind) -> KioskReason {
    match kind {
        ErrorKind::MissingRequiredArgument
        | ErrorKind::MissingSubcommand
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => KioskReason::Incomplete,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => KioskReason::WrongValue,
        _ => KioskReason::NotACommand,
    }
}

/// Restarts the program without the variables that are not allowed, if there are any.
///
/// Removing them from the running program would be too late: a library may have read them before `main`.
#[cfg(unix)]
fn clear_environment() -> Result<(), CliError> {
    use std::{os::unix::process::CommandExt as _, process::Command};
    let is_allowed = |name: &std::ffi::OsStr| name.to_str().is_some_and(is_allowed_variable);
    if env::vars_os().all(|(name, _)| is_allowed(&name)) {
        return Ok(());
    }
    let program = env::current_exe().wrap_err("cannot find the file of this program")?;
    let error = Command::new(program)
        .arg0("oa")
        .args(env::args_os().skip(1))
        .env_clear()
        .envs(env::vars_os().filter(|(name, _)| is_allowed(name)))
        .exec();
    Err(error).wrap_err("cannot restart with a clean environment")?
}

#[cfg(not(unix))]
fn clear_environment() -> Result<(), CliError> {
    Err(CliError::KioskNeedsUnix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(request: &str) -> Arguments {
        match parse(request) {
            Ok(Invocation::Run(arguments)) => *arguments,
            other => panic!("{request}: {other:?}"),
        }
    }

    #[test]
    fn questions_and_views_are_allowed() {
        for request in [
            "show oldham/3",
            "search early years",
            "oa list areas --as-of 2017",
            "oldham/3",
            "search '\"mental health\"'",
            "tour --loop",
            "--plain",
            "--speak",
        ] {
            assert!(parse(request).is_ok(), "{request}");
        }
    }

    #[test]
    fn users_cannot_turn_off_the_options_of_the_administrator() {
        let administrator = |options: &str| {
            let words = ["oa"].into_iter().chain(options.split(' '));
            let typed: Vec<OsString> = words.map(Into::into).collect();
            match Arguments::parse(&typed) {
                Ok(Invocation::Run(arguments)) => *arguments,
                other => panic!("{options}: {other:?}"),
            }
        };
        let options = "--kiosk --plain --ascii --theme light --no-mouse --idle-limit 5m --time-limit 3 --data x.json";
        for request in ["show oldham", "oldham", "--theme dark", "--version"] {
            let merged = merge(administrator(options), arguments(request));
            assert!(
                merged.kiosk && merged.plain && merged.ascii && merged.no_mouse,
                "{request}: {merged:?}"
            );
            assert_eq!(merged.theme, ColorTheme::Light, "{request}");
            assert_eq!(merged.data.as_deref(), Some("x.json".as_ref()), "{request}");
            assert!(merged.idle_limit.is_some(), "{request}");
            assert!(merged.time_limit.is_some(), "{request}");
        }
        let user = arguments("--plain --ascii --theme dark --no-mouse oldham");
        let merged = merge(administrator("--kiosk --idle-limit 5m"), user);
        assert!(
            merged.plain && merged.ascii && merged.no_mouse,
            "{merged:?}"
        );
        assert_eq!(merged.theme, ColorTheme::Dark);
        assert_eq!(merged.words, ["oldham"]);
    }

    proptest::proptest! {
        #[test]
        fn any_request_is_allowed_without_files_or_refused_in_a_line(
            request in "\\PC{0,80}|[a-z '\"\\\\$;|&<>()-]{0,40}"
        ) {
            match parse(&request) {
                Ok(Invocation::Run(arguments)) => {
                    let uses_files = arguments.command.is_some_and(|command| command.uses_files());
                    proptest::prop_assert!(arguments.data.is_none() && !uses_files);
                }
                Ok(Invocation::PrintHelp(_)) => {}
                Err(error) => {
                    let text = crate::cli::message::line(&error);
                    proptest::prop_assert!(
                        text.lines().count() <= 1 && !text.contains(char::is_control),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn environment_keeps_only_what_a_screen_needs() {
        for name in ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"] {
            assert!(is_allowed_variable(name), "{name}");
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
            assert!(!is_allowed_variable(name), "{name}");
        }
    }
}
