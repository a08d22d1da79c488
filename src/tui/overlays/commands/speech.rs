//! The help and the palette in screen-reader mode.

use super::{CommandList, CommandPicker, help_text::keys_in_words};
use crate::{
    command::{Command, FooterKey, View, footer::key, palette::CommandMatch},
    query::describe::counted,
    tui::{overlays::overlay_state::OverlayScope, speech::SpokenPage},
};

/// The title while a name is typed.
const ADVICE: &str = "Run a command. Type its name, or press Enter for the list";
/// The most useful keys.
const KEYS: [FooterKey; 18] = [
    key(&[Command::Up, Command::Down], "move"),
    key(&[Command::Open], "open"),
    key(&[Command::NextPane], "next list"),
    key(&[Command::Escape], "back"),
    key(&[Command::View(View::Search)], "search"),
    key(
        &[Command::View(View::Areas)],
        "areas; 2 to 8 are other views",
    ),
    key(&[Command::Jump], "jump to a name"),
    key(&[Command::Filter], "filter"),
    key(&[Command::Date], "date"),
    key(&[Command::Copy], "text to copy"),
    key(&[Command::Save], "save to a file"),
    key(&[Command::Compare], "add to Compare"),
    key(&[Command::Mark], "mark"),
    key(&[Command::Marks], "list of marks"),
    key(&[Command::Sort], "sort"),
    key(&[Command::Palette], "any command"),
    key(&[Command::Speak], "end the screen-reader mode"),
    key(&[Command::Quit], "quit"),
];

impl CommandPicker {
    pub(super) fn page<'p>(&'p self, _: OverlayScope<'p>) -> SpokenPage<'p> {
        if self.is_overview() {
            return self.overview_page();
        }
        let typed = self.input.text().trim();
        let count = self.matches.len();
        let title = match (self.list, typed) {
            (CommandList::Palette, "") => "All commands".into(),
            (CommandList::Help, "") => "All keys of this view".into(),
            (_, typed) => format!("{} for {typed}", counted(count, "command", "commands")),
        };
        let matches = &self.matches;
        SpokenPage::list(title, count, self.selected, move |index| {
            words_of(&matches[index])
        })
        .with_field("Command", ADVICE, &self.input)
        .or_empty("No command has this name.")
    }

    /// Returns the most useful keys.
    fn overview_page(&self) -> SpokenPage<'_> {
        let keys = KEYS.iter().filter(|key| self.is_offered(key.commands[0]));
        let rows: Vec<String> = keys.filter_map(keys_in_words).collect();
        let title = "Help. Type to find a key; ? lists all keys of this view";
        SpokenPage::list(title, rows.len(), self.selected, move |index| {
            rows[index].clone()
        })
        .with_field("Command", ADVICE, &self.input)
    }
}

/// Returns a command with its keys: `Sort, s: change the order`.
fn words_of(found: &CommandMatch) -> String {
    let keys: Vec<String> = found.keys.iter().map(ToString::to_string).collect();
    format!(
        "{}, {}: {}",
        found.binding.name,
        keys.join(" or "),
        found.binding.description
    )
}
