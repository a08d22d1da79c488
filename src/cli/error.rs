//! Errors of the program, with the words for them.
//!
//! Messages repeat input with [`quoted`]. [`super::message`] makes every message safe to print in any case.

use std::{
    io,
    path::{Path, PathBuf},
};

use color_eyre::eyre::Report;
use thiserror::Error;

use super::exit_status::ExitStatus;
use crate::{
    dataset::{Date, LoadError},
    query::resolve::NameKind,
    report::UnknownColumn,
    text::{LimitError, grouped, paragraph, quoted},
    tui::term::TerminalError,
};

/// A reason why the program could not do what was asked.
#[derive(Debug, Error)]
pub(crate) enum CliError {
    // Wrong use.
    /// The arguments are not understood. The text is clap's.
    #[error("{0}")]
    Arguments(clap::Error),
    /// There are too many arguments, or one is too long.
    #[error(transparent)]
    Limit(#[from] LimitError),
    /// There is no command of this name, but one of a similar name.
    #[error("there is no command {}", quoted(typed))]
    UnknownCommand { typed: String, nearest: String },
    /// An option of commands comes before the command, or there is none.
    #[error("{option} is an option of commands")]
    OptionBeforeCommand { option: String },
    /// A command was given an option that only other commands have.
    #[error("{} has no option {option}", quoted(command))]
    OptionOfOthers {
        option: String,
        command: String,
        others: Vec<String>,
    },
    /// The same area is compared twice.
    #[error("{} is named twice", quoted(area))]
    SameArea { area: String },
    /// Fewer than two or more than four areas are compared.
    #[error("a comparison needs two to four areas")]
    NumberOfAreas,
    /// Changes were asked for without a date and without files.
    #[error("changes need a date")]
    NoDate,
    /// More than two files are compared.
    #[error("only two files can be compared")]
    TooManyFiles,
    /// The tour was asked for with another dataset than the bundled one, whose areas it talks about.
    #[error("the tour is about the bundled dataset, so it cannot show another one")]
    TourOfOtherData,
    /// The file exists, and may not be replaced.
    #[error("{} already exists", quoted(file))]
    FileExists { file: String },
    /// The file cannot be written. The reason starts with `cannot be written`.
    #[error("{} {reason}", quoted(file))]
    WriteFile { file: String, reason: String },
    /// A dataset in its own format was asked for as of a date. It has its dates in it.
    #[error("a dataset in JSON is exported whole")]
    DatasetAsOf,
    /// The file to export to has an ending of a format that an export does not have.
    #[error("everything cannot be exported as {}", quoted(file))]
    NotAnExport { file: String },
    /// A folder is to be replaced.
    #[error("--force replaces files, not folders")]
    ReplaceFolder,
    /// The folder to export to exists.
    #[error("{} already exists", path(folder))]
    FolderExists { folder: PathBuf },
    /// The folder to export to has no name that can be created, such as `..`.
    #[error("{} is not the name of a new folder", path(folder))]
    NotANewFolder { folder: PathBuf },
    /// The tour shows the dashboard, which `--plain` turns off.
    #[error("the tour needs the dashboard, and --plain turns it off")]
    PlainTour,
    /// A man page was asked for that does not exist.
    #[error("there is no man page called {}", quoted(name))]
    NoManPage { name: String },
    /// A user of the kiosk asked for something that the kiosk does not do.
    #[error("{} {reason}", quoted(request))]
    KioskRequest {
        request: String,
        reason: KioskReason,
    },
    /// The kiosk needs a system that can replace a running program.
    #[cfg(not(unix))]
    #[error("--kiosk works only on Unix")]
    KioskNeedsUnix,

    /// There is no file to check.
    #[error("there is no file to check")]
    NothingToCheck,
    /// The name of a file or folder to write has a character that would not be seen.
    #[error("{} has a character that cannot be shown", path(file))]
    UnseenCharacter { file: PathBuf },

    // Data.
    /// The dataset cannot be loaded. The text has many lines.
    #[error(transparent)]
    Data(#[from] LoadError),

    // Not found.
    /// Nothing has this reference or name.
    #[error("{}", unknown(*wanted, typed))]
    UnknownName {
        /// The kind of thing that was wanted, or none for anything.
        wanted: Option<NameKind>,
        typed: String,
        /// The most similar name, if any is similar.
        nearest: Option<String>,
    },
    /// An option has a name that nothing has, and that is like none.
    #[error("{} is not {}", quoted(typed), wanted.with_article())]
    UnknownValue {
        wanted: NameKind,
        typed: String,
        /// All names that could be used, or the nearest.
        values: Vec<String>,
        /// True if these are all.
        all: bool,
    },
    /// No area was named in this round.
    #[error("there is no round {number}")]
    UnknownWave { number: u8, waves: Vec<String> },
    /// A column has a name that the table does not have.
    #[error("there is no column {}", quoted(&.0.typed))]
    UnknownColumn(UnknownColumn),
    /// Words without a command are searched for, but nothing has one of them.
    #[error("there is no such command, and nothing has the word {}", quoted(word))]
    UnknownWord { word: String },
    /// The area exists, but it has no priority with this number.
    #[error("{area} has no priority {number}")]
    NoSuchPriority {
        area: String,
        number: u32,
        /// References of the area's priorities.
        priorities: Vec<String>,
    },
    /// The name is the beginning of several names.
    #[error("{} could mean {}", quoted(typed), listed(candidates, "or"))]
    AmbiguousName {
        typed: String,
        candidates: Vec<String>,
    },
    /// The item was first published after the date of `--as-of`.
    #[error("{} was not known on {day}", quoted(reference))]
    NotYetKnown { reference: String, day: Date },
    /// A briefing was asked for on something other than an area or a theme.
    #[error("{} is neither an area nor a theme", quoted(typed))]
    NotABriefingSubject { typed: String },

    // Terminal.
    /// There is no terminal for the dashboard.
    #[error(transparent)]
    NoTerminal(#[from] TerminalError),
    /// The terminal is gone, so no one can read a message.
    #[error("the terminal is gone")]
    HungUp,

    // Input and output.
    /// The answer cannot be written to standard output.
    #[error("cannot write the answer")]
    WriteAnswer { source: io::Error },
    /// The folder of an export cannot be written.
    #[error("cannot write {}", path(folder))]
    WriteFolder { folder: PathBuf, source: io::Error },
    /// The file for `--log` cannot be opened.
    #[error("cannot write the log {}", path(file))]
    WriteLog { file: PathBuf, source: io::Error },
    /// The dialogue cannot read standard input or write to standard output.
    #[error("cannot continue the dialogue")]
    Dialogue { source: io::Error },

    // Anything else.
    /// A call failed that should not fail. The report says what the program was doing.
    #[error("{0:#}")]
    Unexpected(Report),
}

/// A reason why the kiosk refuses a request; follows the request in the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum KioskReason {
    /// The request cannot be split into words.
    #[error("has a quotation mark that is not closed")]
    UnclosedQuote,
    /// The request is too long.
    #[error(
        "is {} bytes long; at most {} are allowed here",
        grouped(*bytes),
        grouped(*limit)
    )]
    TooLong { bytes: usize, limit: usize },
    /// The request has bytes that are not text.
    #[error("is not UTF-8 text")]
    NotText,
    /// The request is not understood.
    #[error("is not a command you can use here")]
    NotACommand,
    /// A word is missing at the end of the request.
    #[error("is not complete")]
    Incomplete,
    /// The request has a value that an option or a command does not have.
    #[error("has a word that cannot be used there")]
    WrongValue,
    /// The command of the administrator would write files.
    #[error("writes no files")]
    WritesFiles,
    /// The request would read or write files, or change limits.
    #[error("is not allowed here")]
    NotAllowed,
}

impl CliError {
    /// Returns the exit status for this error.
    pub(crate) fn status(&self) -> ExitStatus {
        match self {
            Self::UnknownName { .. }
            | Self::UnknownValue { .. }
            | Self::UnknownWave { .. }
            | Self::UnknownWord { .. }
            | Self::NoSuchPriority { .. }
            | Self::AmbiguousName { .. }
            | Self::NotYetKnown { .. }
            | Self::NotABriefingSubject { .. } => ExitStatus::NotFound,
            Self::HungUp => ExitStatus::HungUp,
            _ => ExitStatus::Failure,
        }
    }

    /// Returns a sentence that says what to do, if that is not clear from the message.
    pub(crate) fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::UnknownCommand { nearest, .. } => {
                return Some(format!("Did you mean {}?", quoted(nearest)));
            }
            Self::OptionOfOthers { others, .. } => {
                return Some(format!("You can use it with {}.", listed(others, "and")));
            }
            Self::OptionBeforeCommand { .. } => "Use it after a command, such as `oa list areas`.",
            Self::Limit(LimitError::TooMany { .. }) => {
                "To get many items at once, use `oa list` or `oa export`."
            }
            Self::SameArea { .. } | Self::NumberOfAreas => "Name two to four different areas.",
            Self::NoDate => "Use --since, for example `oa changes --since July 2021`.",
            Self::TooManyFiles => "To narrow changes to areas, give a date with --since.",
            Self::FileExists { .. } => "Choose another name, or add --force to replace the file.",
            Self::UnknownColumn(UnknownColumn { columns, .. }) => {
                return Some(format!("The columns are {}.", listed(columns, "and")));
            }
            Self::TourOfOtherData => "Leave out --data.",
            Self::DatasetAsOf => {
                "Leave out --as-of, and use it when you read the file with --data. Or export .xlsx or .jsonl."
            }
            Self::NotAnExport { .. } => {
                "Use .xlsx, .json or .jsonl, or a name without an ending for a folder of CSV files."
            }
            Self::FolderExists { .. } | Self::NotANewFolder { .. } | Self::ReplaceFolder => {
                "Choose a folder name that is not in use."
            }
            Self::NothingToCheck => "Name it: `oa check FILE`. `-` is standard input.",
            Self::UnseenCharacter { .. } => "Choose a name without it.",
            Self::NoManPage { .. } | Self::UnknownWord { .. } => {
                "Run `oa --help` to list the commands."
            }
            Self::KioskRequest { .. } => "Try `list areas`, `timeline` or `--help`.",
            Self::UnknownName {
                nearest: Some(nearest),
                ..
            } => return Some(format!("Did you mean {}?", quoted(nearest))),
            Self::UnknownValue {
                wanted,
                values,
                all,
                ..
            } => return Some(values_hint(*wanted, values, *all)),
            Self::UnknownWave { waves, .. } => {
                return Some(format!("Use {}.", listed(waves, "or")));
            }
            Self::UnknownName {
                wanted: Some(wanted),
                ..
            } if list_of(*wanted).is_some() => return list_of(*wanted).map(String::from),
            Self::NoSuchPriority { priorities, .. } => {
                return (!priorities.is_empty())
                    .then(|| format!("It has {}.", listed(priorities, "and")));
            }
            Self::UnknownName { nearest: None, .. } => {
                "Run `oa list areas` or `oa list themes` to see the names."
            }
            Self::AmbiguousName { .. } => "Type more of the name.",
            Self::NotYetKnown { .. } => "Give a later date with --as-of.",
            Self::NotABriefingSubject { .. } => {
                "Run `oa list areas` or `oa list themes` to see what you can use."
            }
            Self::NoTerminal(_) => {
                "Use `oa --plain` or a command such as `oa list areas`; `oa --help` lists them all."
            }
            _ => return None,
        };
        Some(hint.into())
    }
}

impl From<UnknownColumn> for CliError {
    fn from(error: UnknownColumn) -> Self {
        Self::UnknownColumn(error)
    }
}

impl From<Report> for CliError {
    fn from(report: Report) -> Self {
        Self::Unexpected(report)
    }
}

/// Returns a path in quotes, for a message. It may be longer than other text that is repeated, because the beginning and
/// end of a path do not say which file it is.
fn path(path: &Path) -> String {
    format!("`{}`", paragraph(&path.display().to_string()))
}

/// Returns the message for a name that nothing of a kind has. Something of another kind may have it.
fn unknown(wanted: Option<NameKind>, typed: &str) -> String {
    let typed = quoted(typed);
    match wanted {
        Some(kind) => format!("{typed} is not {}", kind.with_article()),
        None => format!("no area, theme or reference is called {typed}"),
    }
}

/// Returns a sentence that says which command lists the names of a kind.
fn list_of(wanted: NameKind) -> Option<&'static str> {
    match wanted {
        NameKind::Partner => Some("`oa list partners` shows the partners."),
        NameKind::Region => Some("`oa list regions` shows the regions."),
        NameKind::Area => Some("`oa list areas` shows the areas."),
        NameKind::Theme => Some("`oa list themes` shows the themes."),
        NameKind::Term => Some("`oa list terms` shows the words that are explained."),
        _ => None,
    }
}

/// Returns the values that can be used in sentences: all of them, or the nearest and the command that lists them all.
fn values_hint(wanted: NameKind, values: &[String], all: bool) -> String {
    let list = list_of(wanted).unwrap_or_default();
    match (values, all) {
        ([], _) => list.into(),
        (values, true) => format!("Use {}.", listed(values, "or")),
        ([one], false) => format!("The nearest is {}. {list}", quoted(one)),
        (values, false) => format!("The nearest are {}. {list}", listed(values, "and")),
    }
}

/// Returns the names as a list in a sentence: `` `a`, `b` or `c` ``.
fn listed(names: &[String], last_word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    match &quoted[..] {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {last_word} {last}", all.join(", ")),
    }
}
