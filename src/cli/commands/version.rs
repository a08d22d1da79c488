//! `oa --version`: the versions of the program and of its data.

use crate::{
    cli::{answer_output::say, arguments::Arguments, error::CliError, exit_status::ExitStatus},
    query::describe::counted,
    tui::map_shapes::{DISTRICT_ATTRIBUTION, LAND_ATTRIBUTION},
};

/// Prints the program's version, the size of the dataset and the date of its latest source. With
/// `--verbose`, also prints the origin of the map, which the licence of its districts asks for.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitStatus, CliError> {
    let dataset = arguments.dataset()?;
    let facts: usize = dataset
        .owners()
        .map(|owner| dataset.facts(owner).count())
        .sum();
    let sources = dataset.sources().count();
    let latest = dataset
        .sources()
        .map(|(_, source)| source.published)
        .max_by_key(|date| date.last_day())
        .map_or(String::new(), |date| format!(", the latest of {date}"));
    let map = if arguments.verbose {
        format!("{LAND_ATTRIBUTION}\n{DISTRICT_ATTRIBUTION}\n")
    } else {
        String::new()
    };
    say(&format!(
        "oa {}\n{}: {}, {}{latest}\n{map}",
        env!("CARGO_PKG_VERSION"),
        dataset.programme().name,
        counted(facts, "fact", "facts"),
        counted(sources, "source", "sources"),
    ))
}
