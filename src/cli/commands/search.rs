//! `oa search`: full-text search.

use clap::Args;

use crate::{
    cli::{
        answer_options::{FilterArguments, OutputArguments},
        answer_output::print_table,
        error::CliError,
        excluded_words::with_hyphens,
        exit_status::ExitStatus,
        table_options::TableArguments,
    },
    dataset::Dataset,
    query::{
        filter::Filter,
        search::{Index, SearchAnswer, SearchQuery, SearchScope, SyntaxHelp, syntax_help},
        snapshot::Snapshot,
    },
    report::answer,
    text::suggest,
};

/// Search for words in any order and form; also for sums, abbreviations and kinds of facts. You can leave out the command
#[derive(Debug, Args)]
#[group(skip)]
#[command(after_help = after_help())]
pub(crate) struct SearchArguments {
    /// The words to search for
    #[arg(required = true, value_name = "WORD")]
    pub(in crate::cli) words: Vec<String>,
    /// True if the command was left out.
    #[arg(skip)]
    pub(in crate::cli) is_implied: bool,
    /// Name that is most similar to the only word, if the command was left out.
    #[arg(skip)]
    pub(in crate::cli) nearest_name: Option<String>,
    #[command(flatten)]
    table: TableArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// Most results, unless the user sets another limit.
const DEFAULT_LIMIT: usize = 20;

/// Returns the lines that explain what can be typed.
fn after_help() -> String {
    let mut help = "What you can type:\n".to_string();
    let width = syntax_help()
        .iter()
        .map(|line| line.example.chars().count());
    let width = width.max().unwrap_or_default();
    for SyntaxHelp { example, meaning } in syntax_help() {
        help.push_str(&format!("  {example:width$}  {meaning}\n"));
    }
    help.push_str(
        "\nPut single quotes around what has quotation marks. A search can have at most 1,000 bytes. The best 20 results are shown; --limit sets another number.\n\nExamples:\n  oa search mental health oldham\n  oa search '\"mental health\" kind:action'",
    );
    help
}

/// Checks that words without a command can be a search.
///
/// # Errors
/// If a word does not occur: it was meant as a command or a name.
fn check_implied(
    dataset: &Dataset,
    index: &Index,
    arguments: &SearchArguments,
    command: Option<&str>,
) -> Result<(), CliError> {
    let Some(typed) = arguments.words.first() else {
        return Ok(());
    };
    let answer = |words: &str| -> Result<SearchAnswer, CliError> {
        Ok(index.search(SearchScope {
            // The search itself says what a date hides.
            snapshot: Snapshot::latest(dataset),
            filter: &Filter::default(),
            query: &SearchQuery::new(words)?,
        }))
    };
    let name = arguments.nearest_name.as_deref();
    // The plural of a command is in many texts.
    let is_plural = typed
        .strip_suffix('s')
        .is_some_and(|typed| Some(typed) == command);
    if is_plural || !answer(typed)?.knows_all_words() {
        let meant = [command, name].into_iter().flatten();
        if let Some(nearest) = suggest(typed, meant) {
            let is_command = command == Some(nearest);
            let (typed, nearest) = (typed.clone(), nearest.to_string());
            return Err(if is_command {
                CliError::UnknownCommand { typed, nearest }
            } else {
                CliError::UnknownName {
                    wanted: None,
                    typed,
                    nearest: Some(nearest),
                }
            });
        }
    }
    let answer = answer(&arguments.words.join(" "))?;
    match answer.unknown_words().first() {
        Some(word) if arguments.words.len() > 1 => {
            Err(CliError::UnknownWord { word: word.clone() })
        }
        None if !answer.hits.is_empty() => Ok(()),
        _ => Err(CliError::UnknownName {
            wanted: None,
            typed: typed.clone(),
            nearest: None,
        }),
    }
}

/// Prints the results, the best first. `similar_command` is the command that is most similar to the first word.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    mut arguments: SearchArguments,
    similar_command: Option<&str>,
) -> Result<ExitStatus, CliError> {
    let snapshot = arguments.output.snapshot(dataset);
    let index = Index::new(dataset);
    arguments.words = with_hyphens(&arguments.words);
    if arguments.is_implied {
        check_implied(dataset, &index, &arguments, similar_command)?;
    }
    let filter = arguments.filter.into_filter(snapshot)?;
    let page = answer::search::search(
        snapshot,
        &index,
        &arguments.words.join(" "),
        &filter,
        arguments.table.limit.unwrap_or(DEFAULT_LIMIT),
    )?;
    print_table(snapshot, page, &arguments.output, &arguments.table)
}
