//! The command table as Markdown, for the README.

use super::{bindings::bindings, mode::Mode, view::View};

/// Returns the table as Markdown: a line for each command, with its keys and modes.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::from("| keys | what they do | where |\n|---|---|---|\n");
    for binding in bindings().filter(|binding| !binding.is_alias()) {
        let aliases = bindings().filter(|other| {
            other.is_alias()
                && other.command == binding.command
                && binding.modes.contains(&other.modes[0])
        });
        let keys = binding
            .keys
            .iter()
            .chain(aliases.flat_map(|other| other.keys))
            .map(|key| format!("`{key}`"))
            .collect::<Vec<_>>()
            .join(" ");
        text.push_str(&format!(
            "| {keys} | {} | {} |\n",
            binding.description,
            mode_names(binding.modes)
        ));
    }
    text
}

fn mode_names(modes: &[Mode]) -> String {
    if Mode::ALL.iter().all(|mode| modes.contains(mode)) {
        return "everywhere".into();
    }
    // In the search letters are typed. A key that works in all other views is said to work in every view.
    let views: Vec<Mode> = View::ALL
        .into_iter()
        .map(Mode::View)
        .filter(|mode| !mode.has_text_input())
        .collect();
    let in_every_view = views.iter().all(|view| modes.contains(view));
    let names = modes
        .iter()
        .filter(|mode| !in_every_view || !(views.contains(mode) || **mode == Mode::Results))
        .map(|mode| mode.name());
    in_every_view
        .then_some("every view")
        .into_iter()
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ")
}
