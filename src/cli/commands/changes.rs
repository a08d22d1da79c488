//! `oa changes`: what became known in a time, or what differs between two datasets.

use std::{cell::OnceCell, path::Path};

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        exit_status::ExitStatus,
        load::load,
        table_options::TableArguments,
        values::date,
    },
    dataset::{Dataset, PartialDate},
    query::filter::Filter,
    report::answer::{
        changes::{all_changes, changes},
        dataset_changes::dataset_changes,
    },
};

/// Show what became known since a date, area by area; or what differs between two datasets
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Something counts as known from the date of its first source. A source with only a year or a month counts from its last day.\n\nWithout a date, two files are compared: what was added, removed and changed, by reference.\n\nExamples:\n  oa changes --since July 2021\n  oa changes --since 2021-07 --until 2021 derby\n  oa changes old.json new.json"
)]
pub(crate) struct ChangesArguments {
    /// With --since: show every change of these areas. Without: compare the dataset in a file with the one in a second file, or with that of the program
    #[arg(value_name = "AREA OR FILE")]
    words: Vec<String>,
    /// Show only what became known by the end of this day, month or year
    #[arg(long, value_name = "DATE", value_parser = date, requires = "since", conflicts_with = "as_of")]
    until: Option<PartialDate>,
    /// Show every change, not only their number
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

impl ChangesArguments {
    /// Returns true if the words are files.
    pub(super) fn uses_files(&self) -> bool {
        self.filter.since.is_none() && !self.words.is_empty()
    }
}

/// Prints the changes. `dataset` returns the dataset of the program.
pub(in crate::cli) fn run<'a>(
    dataset: impl FnOnce() -> Result<&'a Dataset, CliError>,
    mut arguments: ChangesArguments,
) -> Result<ExitStatus, CliError> {
    let Some(since) = arguments.filter.since.take() else {
        return compare_files(dataset, arguments);
    };
    let dataset = dataset()?;
    arguments.output.as_of = arguments.until.or(arguments.output.as_of);
    let snapshot = arguments.output.snapshot(dataset);
    arguments.filter.add_areas(dataset, &arguments.words)?;
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = if arguments.full || filter != Filter::default() {
        all_changes(snapshot, &filter, since)
    } else {
        changes(snapshot, &filter, since)
    };
    print_table(snapshot, page, &arguments.output, &arguments.table)
}

/// Prints what differs between the datasets in two files, or in a file and the program's own.
fn compare_files<'a>(
    dataset: impl FnOnce() -> Result<&'a Dataset, CliError>,
    arguments: ChangesArguments,
) -> Result<ExitStatus, CliError> {
    let read = |file: &String| load(Some(Path::new(file)), &OnceCell::new());
    let (old, new) = match &arguments.words[..] {
        [] => return Err(CliError::NoDate),
        [old] => (read(old)?, dataset()?),
        [old, new] => (read(old)?, read(new)?),
        _ => return Err(CliError::TooManyFiles),
    };
    let [old, new] = [old, new].map(|dataset| arguments.output.snapshot(dataset));
    let filter = arguments.filter.into_filter(new)?;
    let page = dataset_changes(old, new, &filter);
    print_table(new, page, &arguments.output, &arguments.table)
}
