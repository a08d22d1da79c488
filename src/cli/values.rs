//! Values of options and arguments: the words for them, and parsers with messages that say what to write.

use std::time::{Duration, SystemTime};

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

use crate::{
    command::{Command, SaveFormat, View},
    dataset::{Kind, ParseDateError, PartialDate, Pounds},
    query::{
        facets::Condition,
        typed_date::{TypedDate, parse_typed_date},
        typed_money::parse_typed_money,
    },
    report::{Format, answer::list::Listing},
    text::grouped,
};

/// Formats of an export to standard output.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    Jsonl,
}

/// Returns a parser from the names of views and popups to the commands that open them.
pub(super) fn pictures() -> impl TypedValueParser<Value = Command> {
    let views = View::ALL
        .into_iter()
        .map(|view| (view.name().to_lowercase(), Command::View(view)));
    let popups = [("palette", Command::Palette), ("help", Command::Help)]
        .map(|(name, command)| (name.to_string(), command));
    let pictures: Vec<(String, Command)> = views.chain(popups).collect();
    let names: Vec<String> = pictures.iter().map(|(name, _)| name.clone()).collect();
    let command = move |name: String| {
        pictures
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(&name))
            .map(|(_, command)| *command)
    };
    PossibleValuesParser::new(names).try_map(move |name| command(name).ok_or("no such view"))
}

/// Formats of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PictureFormat {
    /// Plain text
    Text,
    /// Text with terminal colours
    Ansi,
    /// An image for a web page
    Svg,
}

/// Largest width and height of a picture, in cells.
const MAX_PICTURE_SIDE: u16 = 1000;
/// Largest number of cells of a picture, as on a screen of 300x100. Each needs some 50 bytes while it is drawn.
const MAX_PICTURE_CELLS: u32 = 30_000;

/// Parses the size of a picture: columns, `x`, rows.
pub(super) fn picture_size(word: &str) -> Result<(u16, u16), String> {
    let side = |side: &str| {
        side.parse()
            .ok()
            .filter(|side| (1..=MAX_PICTURE_SIDE).contains(side))
    };
    let sides = word
        .split_once('x')
        .and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let is_small =
        |&(width, height): &(u16, u16)| u32::from(width) * u32::from(height) <= MAX_PICTURE_CELLS;
    sides.filter(is_small).ok_or_else(|| {
        let most = grouped(MAX_PICTURE_CELLS);
        format!("use columns and rows from 1 to {MAX_PICTURE_SIDE}, and at most {most} cells, for example 100x30")
    })
}

/// Parses a speed, as a multiple of reading speed.
pub(super) fn speed(word: &str) -> Result<f64, &'static str> {
    word.parse()
        .ok()
        .filter(|speed| (0.1..=100.0).contains(speed))
        .ok_or("use a number from 0.1 to 100")
}

/// Parses a time limit such as `30m`.
pub(super) fn idle_limit(word: &str) -> Result<Duration, &'static str> {
    humantime::parse_duration(word)
        .map_err(|_| "use a number and a unit, for example 90s, 30m or 2h")
}

/// Parses a date as people write it. Today is the day by the clock of the system.
pub(super) fn date(word: &str) -> Result<PartialDate, String> {
    let typed = parse_typed_date(word).map_err(|error| error.to_string())?;
    match typed {
        TypedDate::On(date) => Ok(date),
        TypedDate::Today => {
            let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
            let day = now.split('T').next().unwrap_or_default();
            day.parse()
                .map_err(|error: ParseDateError| error.to_string())
        }
    }
}

/// Parses a number of seconds. Zero means no limit.
pub(super) fn seconds(word: &str) -> Result<Duration, &'static str> {
    word.parse()
        .map(Duration::from_secs)
        .map_err(|_| "use a whole number of seconds, for example 10, or 0 for no limit")
}

/// Parses a number of results, which must be at least 1.
pub(super) fn count(word: &str) -> Result<usize, &'static str> {
    word.parse()
        .ok()
        .filter(|&count| count > 0)
        .ok_or("use a whole number from 1, for example 20")
}

/// Parses the number of a wave.
pub(super) fn wave(word: &str) -> Result<u8, &'static str> {
    word.parse()
        .map_err(|_| "use 1 for the first round or 2 for the second")
}

/// Parses a sum of money as people write it.
pub(super) fn pounds(word: &str) -> Result<Pounds, String> {
    parse_typed_money(word).map_err(|error| error.to_string())
}

/// Conditions for the use of colour or links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// Returns a parser from the names of kinds of facts to the kinds.
pub(super) fn kinds() -> impl TypedValueParser<Value = Kind> {
    let named = |name: &str| {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.word().eq_ignore_ascii_case(name))
    };
    PossibleValuesParser::new(Kind::ALL.map(Kind::word))
        .try_map(move |name| named(&name).ok_or("no such kind"))
}

/// Kinds of items that can be listed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ListKind {
    /// Areas with their plans and ranks
    #[value(alias = "area")]
    Areas,
    /// Priorities with their themes
    #[value(alias = "priority")]
    Priorities,
    /// Actions with their partners and money
    #[value(alias = "action")]
    Actions,
    /// Targets with their deadlines
    #[value(alias = "target")]
    Targets,
    /// Reported results
    #[value(alias = "result")]
    Results,
    /// Reasons for the priorities
    #[value(alias = "reason")]
    Reasons,
    /// Notes, for example on why something is not known
    #[value(alias = "note")]
    Notes,
    /// Events with their dates
    #[value(alias = "event")]
    Events,
    /// Sums of money, and what they are for
    Money,
    /// Groups of priorities, for --theme
    #[value(alias = "theme")]
    Themes,
    /// Words and abbreviations with their meanings
    Terms,
    /// Organisations that take part in actions, for --partner
    #[value(alias = "partner")]
    Partners,
    /// Publications, and how often each is cited
    #[value(alias = "source")]
    Sources,
    /// Regions of the areas, for --region
    #[value(alias = "region")]
    Regions,
    /// Rounds in which areas were named, for --wave
    #[value(alias = "wave")]
    Waves,
    /// Kinds of fact, for --kind
    #[value(alias = "kind")]
    Kinds,
    /// Periods that facts refer to, for --period
    #[value(alias = "period")]
    Periods,
    /// Dates by which targets and actions are due, for --by
    #[value(alias = "deadline")]
    Deadlines,
    /// Dates on which facts became known, for --since and --as-of
    #[value(alias = "date")]
    Dates,
}

impl ListKind {
    /// Returns every kind with its name and what its list has, but not those that only list values for an option.
    pub(super) fn described() -> impl Iterator<Item = (String, String, Listing)> {
        Self::value_variants().iter().filter_map(|&kind| {
            let value = kind.to_possible_value()?;
            let help = value.get_help()?.to_string();
            Some((value.get_name().to_string(), help, kind.into()))
        })
    }
}

impl From<ListKind> for Listing {
    fn from(kind: ListKind) -> Self {
        match kind {
            ListKind::Areas => Self::Areas,
            ListKind::Priorities => Self::Priorities,
            ListKind::Actions => Self::Facts(Kind::Action),
            ListKind::Targets => Self::Facts(Kind::Target),
            ListKind::Results => Self::Facts(Kind::Result),
            ListKind::Reasons => Self::Facts(Kind::Reason),
            ListKind::Notes => Self::Facts(Kind::Note),
            ListKind::Events => Self::Facts(Kind::Event),
            ListKind::Money => Self::Money,
            ListKind::Themes => Self::Themes,
            ListKind::Terms => Self::Terms,
            ListKind::Partners => Self::Values(Condition::Partner),
            ListKind::Sources => Self::Sources,
            ListKind::Regions => Self::Values(Condition::Region),
            ListKind::Waves => Self::Values(Condition::Wave),
            ListKind::Kinds => Self::Values(Condition::Kind),
            ListKind::Periods => Self::Values(Condition::Period),
            ListKind::Deadlines => Self::Values(Condition::By),
            ListKind::Dates => Self::Values(Condition::Since),
        }
    }
}

/// Formats of the result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Problems on standard error, each with its line
    Text,
    /// One object on standard output
    Json,
}

/// Formats of an answer.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FormatName {
    #[value(alias = "txt")]
    Text,
    #[value(alias = "md")]
    Markdown,
    Html,
    Csv,
    Json,
    Jsonl,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Markdown => Self::Markdown,
            FormatName::Html => Self::Html,
            FormatName::Csv => Self::Csv,
            FormatName::Json => Self::Json,
            FormatName::Jsonl => Self::Jsonl,
        }
    }
}

impl From<FormatName> for SaveFormat {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Markdown => Self::Markdown,
            FormatName::Html => Self::Html,
            FormatName::Csv => Self::Csv,
            FormatName::Json => Self::Json,
            FormatName::Jsonl => Self::Jsonl,
        }
    }
}

/// Colours of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ColorTheme {
    #[default]
    Auto,
    Dark,
    Light,
}
