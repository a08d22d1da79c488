//! The commands of the dialogue.

use super::start::has_content;
use crate::{
    command::{self, Command},
    dataset::Dataset,
    dialogue::page::PageContent,
    query::search::syntax_help,
};

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
        .chain(std::iter::once("In a search you can type:".to_string()))
        .chain(examples);
    PageContent::text("Commands", lines.collect())
}
