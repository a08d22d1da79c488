//! The command line.

mod values;

use std::{path::PathBuf, time::Duration};

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use opportunity_areas::{
    command::Command,
    dataset::{Kind, PartialDate},
};

pub(crate) use values::{ColorTheme, ExportFormat, FormatName, ListKind, PictureFormat, When};
use values::{kinds, pictures, size, speed};

/// England's opportunity areas: priorities, targets and actions, each with its source.
///
/// Without a command it opens a dashboard in the terminal. Keys: arrows, Tab and Enter to browse, ? for help, q to quit.
#[derive(Debug, Default, Parser)]
#[command(
    name = "oa",
    version,
    disable_version_flag = true,
    after_help = "Examples:\n  oa oldham/3\n  oa list priorities --theme early-years\n  oa search mental health oldham"
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(crate) struct Arguments {
    /// What to open in the dashboard: an area, a priority, a fact, a theme or a source, as in `oldham`, `oldham/3`, `theme/maths`
    pub(crate) reference: Option<String>,

    /// Read another dataset: a JSON file, or - for standard input
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) data: Option<PathBuf>,

    /// The dashboard's colours: for a dark or a light background; `auto` asks the terminal
    #[arg(long, value_enum, default_value_t)]
    pub(crate) theme: ColorTheme,

    /// Show nothing but ASCII in the dashboard
    #[arg(long)]
    pub(crate) ascii: bool,

    /// A dialogue in lines instead of the dashboard, for screen readers, braille displays and simple terminals
    #[arg(long)]
    pub(crate) plain: bool,

    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(crate) no_mouse: bool,

    /// For strangers, over SSH: no file is written, none but the dataset is read, nothing else can be reached
    #[arg(long)]
    pub(crate) kiosk: bool,

    /// End a session in which nothing was done for so long: 30m, 2h
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    pub(crate) idle_limit: Option<Duration>,

    /// Print the program's version, and of when and how much its dataset is
    #[arg(short = 'V', long)]
    pub(crate) version: bool,

    #[command(subcommand)]
    pub(crate) ask: Option<CliCommand>,
}

/// A question from the shell.
#[derive(Debug, Subcommand)]
pub(crate) enum CliCommand {
    /// List everything of a kind, or the values that can be asked for
    #[command(after_help = "Example: oa list actions --partner \"National Literacy Trust\"")]
    List {
        /// What to list
        what: ListKind,
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Show all that is known of areas, priorities, facts, themes or sources
    #[command(after_help = "Example: oa show oldham/3")]
    Show {
        /// References or names: oldham, oldham/3, "Stoke on Trent", theme/maths
        #[arg(required = true, value_name = "REFERENCE")]
        references: Vec<String>,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Search everything: words in any order, typing errors forgiven, "phrases" exact
    #[command(after_help = "Example: oa search mental health oldham")]
    Search {
        /// What to look for
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
        /// How many answers at the most
        #[arg(long, default_value_t = 20)]
        most: usize,
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Show which areas have priorities in which themes
    #[command(after_help = "Example: oa matrix --as-of 2017-10-09")]
    Matrix {
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Compare two to four areas by theme, differences first
    #[command(after_help = "Example: oa compare hastings ipswich")]
    Compare {
        /// The areas
        #[arg(required = true, num_args = 2..=4, value_name = "AREA")]
        areas: Vec<String>,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Show what happened when, in the programme and in areas
    #[command(after_help = "Example: oa timeline norwich")]
    Timeline {
        /// Only the programme and this area
        area: Option<String>,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Write a page ready for a briefing on an area or a theme, with numbered sources
    #[command(after_help = "Example: oa brief oldham --format markdown")]
    Brief {
        /// An area or a theme
        subject: String,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Write everything: a folder of CSV files described as CSV on the Web, or JSON Lines on standard output
    #[command(after_help = "Examples:\n  oa export opportunity-areas\n  oa export --format jsonl")]
    Export {
        /// The folder; it is made, and must not be there yet
        #[arg(required_unless_present = "format", conflicts_with = "format")]
        folder: Option<PathBuf>,
        /// Write every item on a line of standard output instead
        #[arg(long, value_enum)]
        format: Option<ExportFormat>,
        /// Only what was known at the end of this day, month or year
        #[arg(long, value_name = "DATE")]
        as_of: Option<PartialDate>,
    },
    /// Check a dataset and tell all that is wrong with it
    #[command(after_help = "Example: oa check my-programme.json")]
    Check {
        /// The file, or - for standard input
        file: PathBuf,
    },
    /// Print completions for a shell, which know areas, themes and references
    #[command(
        after_help = "Example: oa completions bash > ~/.local/share/bash-completion/completions/oa"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the man page of the program or of a command
    #[command(after_help = "Example: oa man list | man -l -")]
    Man {
        /// The command; without one the program
        command: Option<String>,
    },
    /// Show a walk through the views with captions, for demonstrations
    ///
    /// Space stops it and lets it go on, arrows step, any other key hands over to you.
    #[command(after_help = "Example: oa tour --speed 2")]
    Tour {
        /// Begin again at the end
        #[arg(long = "loop")]
        repeat: bool,
        /// How many times faster than reading speed
        #[arg(long, default_value_t = 1.0, value_parser = speed)]
        speed: f64,
        /// Show nothing but ASCII
        #[arg(long)]
        ascii: bool,
        /// Leave the mouse to the terminal
        #[arg(long)]
        no_mouse: bool,
    },
    /// Print a view as a picture, without a terminal
    #[command(
        after_help = "Examples:\n  oa picture map --format svg > map.svg\n  oa picture areas --at oldham/3\n  oa picture search --type 'mental health'"
    )]
    Picture {
        /// The view
        #[arg(value_parser = pictures())]
        view: Command,
        /// Where the dashboard is opened
        #[arg(long, value_name = "REFERENCE")]
        at: Option<String>,
        /// What is typed, in the search, the palette and the help
        #[arg(long = "type", value_name = "WORDS")]
        typed: Option<String>,
        /// Columns and rows
        #[arg(long, default_value = "100x30", value_parser = size)]
        size: (u16, u16),
        /// What kind of picture
        #[arg(long, value_enum, default_value_t = PictureFormat::Text)]
        format: PictureFormat,
        /// Colours for a dark or a light background; `auto` is dark
        #[arg(long, value_enum, default_value_t)]
        theme: ColorTheme,
        /// Show nothing but ASCII
        #[arg(long)]
        ascii: bool,
        /// Only what was known at the end of this day, month or year
        #[arg(long, value_name = "DATE")]
        as_of: Option<PartialDate>,
    },
    /// Print the JSON Schema of datasets
    #[command(after_help = "Example: oa schema > schema.json")]
    Schema,
}

/// How an answer is given.
#[derive(Debug, Args)]
pub(crate) struct OutputArguments {
    /// Only what was known at the end of this day, month or year: 2017-10-09, 2018-01 or 2018
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<PartialDate>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = FormatName::Text)]
    pub(crate) format: FormatName,
    /// Whether text has bold and colour: on a terminal, always or never
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    pub(crate) color: When,
    /// Whether web addresses in text can be followed: on a terminal that is known to understand links, always or never
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    pub(crate) hyperlink: When,
}

/// What is asked for. All conditions must hold; several values of one mean any of them.
#[derive(Debug, Args)]
pub(crate) struct FilterArguments {
    /// Only of this area
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Vec<String>,
    /// Only of areas in this region
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,
    /// Only of areas named in this wave: 1 or 2
    #[arg(long, value_name = "NUMBER")]
    pub(crate) wave: Vec<u8>,
    /// Only of this theme
    #[arg(long, value_name = "THEME")]
    pub(crate) theme: Vec<String>,
    /// Only where this partner takes part; a part of the name will do
    #[arg(long, value_name = "NAME")]
    pub(crate) partner: Vec<String>,
    /// Only facts of this kind
    #[arg(long, value_parser = kinds(), value_name = "KIND")]
    pub(crate) kind: Vec<Kind>,
    /// Only with a sum of at least so many pounds
    #[arg(long, value_name = "POUNDS", num_args = 0..=1, default_missing_value = "0")]
    pub(crate) money: Option<u64>,
    /// Only in this time
    #[arg(long, value_name = "DATE")]
    pub(crate) period: Option<PartialDate>,
    /// Only targets to be reached by then
    #[arg(long, value_name = "DATE")]
    pub(crate) by: Option<PartialDate>,
    /// Only what became known after this date
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<PartialDate>,
}
