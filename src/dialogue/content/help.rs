//! The commands of the dialogue.

use super::start::has_content;
use crate::{
    command::{self, Command},
    dataset::Dataset,
    dialogue::page::PageContent,
    query::search::syntax_help,
};

/// Commands that only line mode and the command line have.
const OTHERS: [(&str, &str); 4] = [
    ("term WORD", "explain a word or an abbreviation"),
    ("terms", "list the words that are explained"),
    (
        "coverage",
        "count the facts of each area, and what is not known",
    ),
    ("money", "list the sums of money by area"),
];

/// Returns true if a fact names a sum of money.
fn has_sums(dataset: &Dataset) -> bool {
    let mut owners = dataset.owners();
    owners.any(|owner| {
        let mut facts = dataset.facts(owner);
        facts.any(|(_, fact)| fact.amount().is_some())
    })
}

/// Returns the commands, from the command table, without views that the dataset has nothing for.
pub(super) fn help(dataset: &Dataset, kiosk: bool) -> PageContent {
    let commands = command::bindings()
        .filter(|binding| binding.command.is_allowed(kiosk))
        .filter(|binding| match binding.command {
            Command::View(view) => has_content(dataset, view),
            _ => true,
        })
        .filter_map(|binding| {
            let word = binding.line_mode_word?;
            let argument = binding.line_mode_argument;
            let argument = argument.map_or(String::new(), |argument| format!(" {argument}"));
            let description = binding.line_mode_description;
            let description = description.unwrap_or(binding.description);
            Some(format!("{word}{argument}: {description}."))
        });
    let others = OTHERS.iter().filter(|(word, _)| match *word {
        "money" => has_sums(dataset),
        "coverage" => true,
        _ => dataset.terms().len() > 0,
    });
    let others = others.map(|(word, description)| format!("{word}: {description}."));
    let first = [
        "Type a number to open that choice.",
        "Type any other words to search for them.",
    ];
    let examples = syntax_help().iter();
    let examples = examples.map(|help| format!("{}: {}.", help.example, help.meaning));
    let lines = first
        .map(String::from)
        .into_iter()
        .chain(commands)
        .chain(others)
        .chain(std::iter::once("In a search you can type:".to_string()))
        .chain(examples);
    PageContent::text("Commands", lines.collect())
}
