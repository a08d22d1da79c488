//! The commands of the dialogue.

use super::start::has_content;
use crate::{
    command::{self, Command},
    dataset::Dataset,
    dialogue::page::PageContent,
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
    let lines = std::iter::once("Type a number to open that choice.".to_string()).chain(commands);
    PageContent::text("Commands", lines.collect())
}
