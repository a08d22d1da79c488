//! The command line: global options, and the options that several commands share.

use std::{cell::OnceCell, env, ffi::OsString, path::PathBuf, time::Duration};

use clap::{
    CommandFactory as _, FromArgMatches as _, Parser, ValueEnum,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{
    argument_limits::check_size,
    ascii_output,
    commands::CliCommand,
    error::CliError,
    excluded_words::with_minus_signs,
    help_topic::help_topic,
    joined_values::with_joined_values,
    load::load,
    values::{ColorTheme, ListKind, idle_limit, seconds},
};
use crate::{
    dataset::Dataset,
    text::{LimitError, echo, suggest},
};

/// Returns questions that people have, and the commands that answer them, with some that write files. No line is wider than
/// 80 columns.
macro_rules! questions {
    ($files:literal) => {
        concat!(
            "Questions, and what to type:
  What is known about Oldham?       oa oldham  (opens the dashboard)
  What does Oldham do for health?   oa mental health oldham
  Which areas chose early years?    oa list priorities --theme early-years
  Which area got most money?        oa money
  Which targets were met?           oa targets --outcome met
  What was published in 2022?       oa list sources --published 2022
  What changed since July 2021?     oa changes --since July 2021
Files, in the format of the ending:
",
            $files,
            "  All of Norwich, as a web page     oa brief norwich --full -o norwich.html
A command explained: `oa help money`. What you can list: `oa list`."
        )
    };
}

#[cfg(feature = "office")]
const QUESTIONS: &str = questions!(
    "  Actions with a charity, in Excel  oa list actions --partner charity -o a.xlsx
  Two pages on exclusions, in Word  oa brief --about exclusions -o brief.docx
  Everything, in Excel              oa export everything.xlsx
"
);
#[cfg(not(feature = "office"))]
const QUESTIONS: &str = questions!(
    "  Actions with a charity            oa list actions --partner charity -o a.csv
"
);

/// Heading in the help for the options that every command has.
const EVERY_COMMAND: &str = "Options for every command";

/// Browse the areas of a programme: priorities, targets and actions, with sources
///
/// The program comes with a dataset on England's opportunity areas, which the examples use; --data opens another one.
///
/// Run `oa` without a command to open the dashboard. Use the arrow keys, Tab and Enter to browse, / to search, ? for help and q to quit.
#[derive(Debug, Default, Parser)]
#[command(
    name = "oa",
    version,
    disable_version_flag = true,
    override_usage = "oa [OPTIONS] [REFERENCE]\n       oa [OPTIONS] <WORD>...\n       oa [OPTIONS] <COMMAND>",
    after_help = QUESTIONS
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(crate) struct Arguments {
    /// Open this area, priority, fact, theme or source, for example `oldham`, `oldham/3` or `theme/maths`; or search for other words, or list everything of a kind, such as `targets`
    #[arg(value_name = "REFERENCE OR WORDS")]
    pub(crate) words: Vec<String>,

    /// Read the dataset from a JSON file, or from standard input if FILE is `-`
    #[arg(long, value_name = "FILE", global = true, help_heading = EVERY_COMMAND)]
    pub(crate) data: Option<PathBuf>,

    /// Use colours for a dark or a light background; `auto` asks the terminal
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    pub(crate) theme: ColorTheme,

    /// Show only ASCII characters: in the dashboard, and in answers and files that are text. Other formats keep every character
    #[arg(long, global = true, help_heading = EVERY_COMMAND)]
    pub(crate) ascii: bool,

    /// Show plain lines with numbered choices instead of the dashboard, for screen readers, braille displays and simple terminals
    #[arg(long)]
    pub(crate) plain: bool,

    /// Show one list at a time as sentences, for screen readers and braille displays. You can also set `OA_SPEAK`, or press F9
    #[arg(long, conflicts_with = "plain")]
    pub(crate) speak: bool,
    /// Do not use the mouse
    #[arg(long)]
    pub(crate) no_mouse: bool,

    /// Print long answers on a terminal at once, not in a pager. The variable `PAGER` names another pager than less
    #[arg(long, global = true, help_heading = EVERY_COMMAND)]
    pub(crate) no_pager: bool,

    /// Serve the public safely: write no files, and read only the dataset. See oa-kiosk(8)
    #[arg(long)]
    pub(crate) kiosk: bool,

    /// Close the session after this long without input, or a command that takes longer, for example 30m or 2h
    #[arg(long, value_name = "TIME", value_parser = idle_limit)]
    pub(crate) idle_limit: Option<Duration>,

    /// End a command that takes longer than this many seconds; 0 for no limit. With --kiosk, the limit is 10 unless you set another
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) time_limit: Option<Duration>,

    /// Append a log of the session or the command to FILE. It records everything you type. You can also set `OA_LOG`. Not allowed with --kiosk
    #[arg(long, value_name = "FILE", conflicts_with = "kiosk")]
    pub(crate) log: Option<PathBuf>,

    /// Print the version of the program, and the size and date of its dataset
    #[arg(short = 'V', long)]
    pub(crate) version: bool,

    /// With --version: also print the origin and the licence of the map
    #[arg(long, requires = "version")]
    pub(crate) verbose: bool,

    #[command(subcommand)]
    pub(crate) command: Option<CliCommand>,

    /// Dataset, once it has been loaded.
    #[arg(skip)]
    pub(crate) loaded: OnceCell<&'static Dataset>,
}

impl Arguments {
    /// Returns the dataset that the options name. It is read once: if a command finds nothing, its words are looked for in
    /// the same dataset.
    pub(crate) fn dataset(&self) -> Result<&'static Dataset, CliError> {
        load(self.data.as_deref(), &self.loaded)
    }

    /// Returns the file for the log, from the option or `OA_LOG`; `None` in the kiosk.
    pub(crate) fn log_file(&self) -> Option<PathBuf> {
        let variable = || env::var_os("OA_LOG").filter(|file| !file.is_empty());
        let file = self.log.clone().or_else(|| variable().map(PathBuf::from));
        file.filter(|_| !self.kiosk)
    }

    /// Reads the arguments of this process.
    pub(crate) fn from_command_line() -> Result<Invocation, CliError> {
        let typed: Vec<OsString> = env::args_os().collect();
        if typed.len() <= 1 {
            // Building clap's parser for all commands takes longer than the rest of the start, and the dashboard
            // without arguments is opened most often.
            return Ok(Invocation::Run(Box::default()));
        }
        // Help and errors of the parser come before its result.
        let mut options = typed.iter().take_while(|word| *word != "--");
        if options.any(|word| word == "--ascii") {
            ascii_output::want();
        }
        Self::parse(&typed).map_err(|error| match error {
            ParseArgumentsError::Limit(error) => CliError::Limit(error),
            ParseArgumentsError::Clap(error) => misplaced(&typed, &error)
                .unwrap_or_else(|| CliError::Arguments(visible_error(&typed, error))),
        })
    }

    /// Parses arguments, the first of which is the program's name.
    pub(crate) fn parse(typed: &[OsString]) -> Result<Invocation, ParseArgumentsError> {
        check_size(typed).map_err(ParseArgumentsError::Limit)?;
        let typed = &with_joined_values(typed)[..];
        if let Some(help) = help_topic(typed, Self::command, is_list_kind) {
            return Ok(Invocation::PrintHelp(help));
        }
        let typed = &with_minus_signs(typed, Self::command)[..];
        match Self::try_parse(typed) {
            Ok(arguments) => {
                let arguments = match implied(&arguments.words, typed) {
                    Some(implied) => implied,
                    None => arguments,
                };
                Ok(Invocation::Run(Box::new(arguments)))
            }
            // To clap, a request for help is an error that belongs on standard output.
            Err(help) if !help.use_stderr() => Ok(Invocation::PrintHelp(help.to_string())),
            Err(error) => match implied_with_options(&error, typed) {
                Some(arguments) => Ok(Invocation::Run(Box::new(arguments))),
                None => Err(ParseArgumentsError::Clap(error)),
            },
        }
    }

    /// Parses arguments as clap's own function does.
    fn try_parse(typed: &[OsString]) -> Result<Self, clap::Error> {
        let mut command = Self::command();
        let matches = command.try_get_matches_from_mut(typed);
        // Dropping the description of all commands takes longer than many of them.
        std::mem::forget(command);
        Self::from_arg_matches_mut(&mut matches?)
    }
}

/// Returns the arguments with the command that words without one mean: the list of a kind, or for several words a search. One
/// other word may be a reference, which only the dataset knows.
fn implied(words: &[String], typed: &[OsString]) -> Option<Arguments> {
    let first = words.first()?;
    let command = match words.len() {
        1 if is_list_kind(first) => "list",
        1 => return None,
        _ => "search",
    };
    let starts = typed.iter().enumerate().skip(1);
    let mut starts = starts.filter(|(_, word)| word.to_str() == Some(first));
    starts.find_map(|(start, _)| with_command(command, start, typed))
}

/// Returns the search for a word that is no name. `nearest` is the name that is most similar.
pub(crate) fn implied_search(word: &str, nearest: Option<String>) -> Option<CliCommand> {
    let typed = ["oa", "--", word].map(OsString::from);
    let mut command = with_command("search", 1, &typed)?.command;
    if let Some(CliCommand::Search(search)) = &mut command {
        search.nearest_name = nearest;
    }
    command
}

/// As [`implied`], with options of the command: `oa targets --area oldham`.
fn implied_with_options(error: &clap::Error, typed: &[OsString]) -> Option<Arguments> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let starts = typed.iter().enumerate().skip(1);
    let starts = starts.filter_map(|(start, word)| Some((start, word.to_str()?)));
    let program = Arguments::command();
    // What follows a command belongs to it.
    let mut starts = starts.take_while(|(_, word)| program.find_subcommand(word).is_none());
    starts.find_map(|(start, word)| {
        let command = match word {
            _ if word.starts_with('-') => return None,
            _ if is_list_kind(word) => "list",
            _ => "search",
        };
        with_command(command, start, typed)
    })
}

/// Returns the arguments with a command before the word at a position, if they are understood then.
fn with_command(command: &str, start: usize, typed: &[OsString]) -> Option<Arguments> {
    // After `--` nothing is a command.
    let is_after_dashes = start > 1 && typed[start - 1] == "--";
    let (before, after) = typed.split_at(start - usize::from(is_after_dashes));
    let words = before.iter().cloned().chain([command.into()]);
    let mut arguments = Arguments::try_parse_from(words.chain(after.iter().cloned())).ok()?;
    if let Some(CliCommand::Search(search)) = &mut arguments.command {
        search.is_implied = true;
    }
    (arguments.words.is_empty() && arguments.command.is_some()).then_some(arguments)
}

/// Returns true for the name of a list, such as `targets`. Singular names are left to the search.
pub(super) fn is_list_kind(word: &str) -> bool {
    let kinds = ListKind::value_variants().iter();
    let mut names = kinds.filter_map(ValueEnum::to_possible_value);
    names.any(|name| name.get_name().eq_ignore_ascii_case(word))
}

/// The meaning of arguments.
#[derive(Debug)]
pub(crate) enum Invocation {
    /// Something to run.
    Run(Box<Arguments>),
    /// A request for help, with the text to print.
    PrintHelp(String),
}

impl Invocation {
    /// Returns true for the dashboard, the tour and the dialogue, which last until the user ends them.
    pub(crate) fn is_session(&self) -> bool {
        match self {
            Self::Run(arguments) => {
                !arguments.version && matches!(arguments.command, None | Some(CliCommand::Tour(_)))
            }
            Self::PrintHelp(_) => false,
        }
    }
}

/// A reason why arguments cannot be parsed.
#[derive(Debug)]
pub(crate) enum ParseArgumentsError {
    /// There are too many arguments, or one is too long.
    Limit(LimitError),
    /// Something is missing, unknown or wrong.
    Clap(clap::Error),
}

/// Returns a plainer error than clap's for an option that must come after a command.
fn misplaced(typed: &[OsString], error: &clap::Error) -> Option<CliError> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let Some(ContextValue::String(unexpected)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let program = Arguments::command();
    let is_command = |word: &str| {
        program
            .get_subcommands()
            .any(|command| command.get_name() == word)
    };
    let words = || typed.iter().skip(1).filter_map(|word| word.to_str());
    let before_command: Vec<&str> = words().take_while(|word| !is_command(word)).collect();
    if let Some(option) = unexpected.strip_prefix("--") {
        let has_option = |command: &&clap::Command| {
            let mut arguments = command.get_arguments();
            arguments.any(|argument| argument.get_long() == Some(option))
        };
        let with_option = program.get_subcommands().filter(has_option);
        let with_option: Vec<String> = with_option
            .map(|one| format!("oa {}", one.get_name()))
            .collect();
        let is_of_a_command = !with_option.is_empty();
        let is_before = before_command
            .iter()
            .any(|word| word.starts_with(unexpected));
        if is_of_a_command && !is_before {
            let command = words().find(|word| is_command(word))?;
            return Some(CliError::OptionOfOthers {
                option: unexpected.clone(),
                command: format!("oa {command}"),
                others: with_option,
            });
        }
        return (is_of_a_command && is_before).then(|| CliError::OptionBeforeCommand {
            option: unexpected.clone(),
        });
    }
    None
}

/// Returns the command with the most similar name, if any is similar.
pub(crate) fn similar_command(word: &str) -> Option<String> {
    let program = Arguments::command();
    suggest(word, program.get_subcommands().map(clap::Command::get_name)).map(str::to_string)
}

/// Returns the error for the same arguments, visible and shortened, since clap repeats in its message what was typed.
fn visible_error(typed: &[OsString], error: clap::Error) -> clap::Error {
    let visible = with_joined_values(typed);
    let visible = visible
        .iter()
        .map(|argument| echo(&argument.to_string_lossy()));
    Arguments::try_parse_from(visible).err().unwrap_or(error)
}
