//! What options and arguments take: words, sizes, speeds.

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use opportunity_areas::{
    command::{Command, View},
    dataset::Kind,
    query::facets::Condition,
    report::{Format, answer::list::Listing},
};

/// What an export can be besides a folder.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    Jsonl,
}

/// Every view that can be drawn, by name, and how it is opened.
pub(super) fn pictures() -> impl TypedValueParser<Value = Command> {
    let views = View::ALL.map(|view| (view.name().to_lowercase(), Command::View(view)));
    let overlay = [("palette", Command::Palette), ("help", Command::Help)]
        .map(|(name, command)| (name.to_string(), command));
    let pictures: Vec<(String, Command)> = views.into_iter().chain(overlay).collect();
    let names: Vec<String> = pictures.iter().map(|(name, _)| name.clone()).collect();
    let command = move |name: String| {
        pictures
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, command)| *command)
    };
    PossibleValuesParser::new(names).try_map(move |name| command(name).ok_or("no such view"))
}

/// What a picture can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PictureFormat {
    /// Letters alone
    Text,
    /// Letters with a terminal's colours
    Ansi,
    /// A drawing for a page
    Svg,
}

/// The largest picture: more than any screen.
const MOST: u16 = 1000;

pub(super) fn size(word: &str) -> Result<(u16, u16), String> {
    let side = |side: &str| side.parse().ok().filter(|side| (1..=MOST).contains(side));
    let sides = word
        .split_once('x')
        .and_then(|(width, height)| Some((side(width)?, side(height)?)));
    sides.ok_or_else(|| format!("write columns and rows from 1 to {MOST}, as in 100x30"))
}

pub(super) fn speed(word: &str) -> Result<f64, String> {
    word.parse()
        .ok()
        .filter(|speed| (0.1..=100.0).contains(speed))
        .ok_or_else(|| "write a number from 0.1 to 100".into())
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// Every kind of fact, by name.
pub(super) fn kinds() -> impl TypedValueParser<Value = Kind> {
    let named = |name: &str| Kind::ALL.into_iter().find(|kind| kind.word() == name);
    PossibleValuesParser::new(Kind::ALL.map(Kind::word))
        .try_map(move |name| named(&name).ok_or("no such kind"))
}

/// What can be listed, by name.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ListKind {
    Areas,
    Priorities,
    Actions,
    Targets,
    Results,
    Reasons,
    Notes,
    Events,
    Money,
    Themes,
    Partners,
    Sources,
    Regions,
    Waves,
    Kinds,
    /// Times that facts cover, for --period
    Periods,
    /// Dates by which targets are to be reached, for --by
    Deadlines,
    /// Dates on which something became known, for --since and --as-of
    Dates,
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

/// The formats, by name.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FormatName {
    Text,
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

/// The dashboard's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ColorTheme {
    #[default]
    Auto,
    Dark,
    Light,
}
