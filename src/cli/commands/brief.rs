//! `oa brief`: a page for a briefing.

use clap::Args;

use crate::{
    cli::{
        answer_options::OutputArguments, answer_output::print_page, error::CliError,
        exit_status::ExitStatus, load::unambiguous,
    },
    command::SaveFormat,
    dataset::{Dataset, ItemIndex},
    query::{filter::Filter, resolve, search::Index, snapshot::Snapshot},
    report::{
        Page,
        answer::{
            brief::{AboutRequest, BriefLength, BriefSubjects, about, brief},
            fact_table::facts_of_all,
        },
    },
};

/// Write a briefing of two A4 pages on an area, on themes, or on anything, with numbered sources
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "A briefing on one area or theme fits two A4 pages, and says how many facts it leaves out. On several it has two pages for each.\n\nExamples:\n  oa brief oldham --format markdown\n  oa brief derby norwich early years\n  oa brief --about exclusions\n  oa brief hastings --full"
)]
pub(crate) struct BriefArguments {
    /// Areas and themes, several of each if you like. With both, the briefing is on these themes in these areas
    #[arg(value_name = "AREA OR THEME", required_unless_present = "about")]
    subjects: Vec<String>,
    /// Write on everything with these words, as in a search, area by area
    #[arg(long, value_name = "WORD", num_args = 1..)]
    about: Vec<String>,
    /// Write everything, however long it gets
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Prints the briefing. As CSV, which has no headings and notes, it is a table of all facts. Data has no pages, so it is whole.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &BriefArguments,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let subjects = named_subjects(snapshot, &arguments.subjects)?;
    let format = format_of(&arguments.output);
    let length = if arguments.full || is_data(format) {
        BriefLength::Full
    } else {
        BriefLength::TwoPages
    };
    let mut page = if arguments.about.is_empty() {
        brief(snapshot, &subjects, length)
    } else {
        let areas = subjects.areas.iter();
        let themes = subjects.themes.iter();
        let filter = Filter {
            areas: areas.map(|&area| dataset.area(area).id.clone()).collect(),
            themes: themes
                .map(|&theme| dataset.theme(theme).id.clone())
                .collect(),
            ..Filter::default()
        };
        let request = AboutRequest {
            words: &arguments.about.join(" "),
            filter: &filter,
            length,
        };
        about(snapshot, &Index::new(dataset), request)?
    };
    if format == SaveFormat::Csv {
        // A theme or words in an area are not all of the area.
        let is_whole = subjects.themes.is_empty() && arguments.about.is_empty();
        page.items.retain(|item| match item {
            ItemIndex::Fact(_) => true,
            ItemIndex::Area(_) => is_whole,
            _ => false,
        });
        page = Page {
            title: page.title,
            ..facts_of_all(snapshot, &page.items)
        };
    }
    print_page(snapshot, &page, &arguments.output)
}

/// Returns the format of the answer, in a file or on standard output.
fn format_of(output: &OutputArguments) -> SaveFormat {
    let file = output.file.file.as_ref();
    let of_file = file.and_then(|file| SaveFormat::of(&file.to_string_lossy()).ok());
    of_file.unwrap_or_else(|| output.format.into())
}

/// Returns true for data for other programs.
fn is_data(format: SaveFormat) -> bool {
    matches!(
        format,
        SaveFormat::Csv | SaveFormat::Xlsx | SaveFormat::Json | SaveFormat::Jsonl
    )
}

/// Returns the areas and themes that the arguments name: each argument one, or all of them together a list in which a name
/// may have several words.
fn named_subjects(snapshot: Snapshot, typed: &[String]) -> Result<BriefSubjects, CliError> {
    let dataset = snapshot.dataset();
    let each = typed
        .iter()
        .map(|name| resolve::area_or_theme(dataset, name));
    let items = match each.collect::<Result<Vec<_>, _>>() {
        Ok(items) => items,
        Err(error) => {
            let line = typed.join(" ");
            let listed = resolve::areas_and_themes(dataset, &line);
            // Something else has the name.
            if listed.is_err() && resolve::resolve(snapshot, &error.name).is_ok() {
                return Err(CliError::NotABriefingSubject { typed: error.name });
            }
            // A single argument is a name as a whole.
            unambiguous(if typed.len() == 1 && listed.is_err() {
                Err(error)
            } else {
                listed
            })?
        }
    };
    let mut subjects = BriefSubjects::default();
    for item in items {
        match item {
            ItemIndex::Area(area) if !subjects.areas.contains(&area) => subjects.areas.push(area),
            ItemIndex::Theme(theme) if !subjects.themes.contains(&theme) => {
                subjects.themes.push(theme);
            }
            _ => {}
        }
    }
    Ok(subjects)
}
