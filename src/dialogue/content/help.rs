//! The commands of the dialogue.

use crate::{command, dialogue::page::PageContent};

/// Returns the commands, from the command table.
pub(super) fn help(kiosk: bool) -> PageContent {
    let commands = command::BINDINGS
        .iter()
        .filter(|row| row.command.is_allowed(kiosk))
        .filter_map(|row| {
            let what = row.spoken.unwrap_or(row.what);
            Some(format!("{}: {what}.", row.word?))
        });
    let lines = std::iter::once("Type a number to open that choice.".to_string()).chain(commands);
    PageContent::text("Commands", lines.collect())
}
