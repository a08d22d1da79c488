//! Help: the most important commands, all commands, and what a search can have.

use super::start::has_content;
use crate::{
    command::{self, Command, View},
    dataset::Dataset,
    dialogue::page::{Choice, DialoguePage, PageContent},
    query::search::syntax_help,
};

/// Commands that only line mode and the command line have.
const OTHERS: [(&str, &str); 5] = [
    (
        "more",
        "say what the page leaves out: sources, codes, and the other choices",
    ),
    ("term WORD", "explain a word or an abbreviation"),
    ("terms", "list the words that are explained"),
    (
        "coverage",
        "count the facts of each area, and what is not known",
    ),
    ("money AREA", "list the sums of money of an area, or of all"),
];

/// Returns true if a fact names a sum of money.
fn has_sums(dataset: &Dataset) -> bool {
    let mut owners = dataset.owners();
    owners.any(|owner| {
        let mut facts = dataset.facts(owner);
        facts.any(|(_, fact)| fact.amount().is_some())
    })
}

/// Returns the most important commands in a few lines.
pub(super) fn help(dataset: &Dataset, kiosk: bool) -> PageContent {
    let example = dataset.areas().next();
    let example = example.map_or(String::new(), |(_, area)| {
        format!(" such as {}", area.id.as_str())
    });
    let views = View::ALL.into_iter();
    let views = views.filter(|view| *view != View::Search && has_content(dataset, *view));
    let mut pages: Vec<&str> = views.filter_map(word_of).collect();
    if has_sums(dataset) {
        pages.push("money");
    }
    pages.push("coverage");
    if dataset.terms().len() > 0 {
        pages.push("terms");
    }
    let save = if Command::Save.is_allowed(kiosk) {
        " w FILE: save it."
    } else {
        ""
    };
    let theme = dataset.themes().next();
    let theme = theme.map_or(String::new(), |(_, theme)| {
        format!(", for example f {}", theme.short_name().to_lowercase())
    });
    let lines = vec![
        format!("Type the number of a choice, a name{example}, or any words to search for them."),
        "Enter alone: say it again. more: sources, codes and the rest.".into(),
        "n, p: more choices, previous choices. b: back. m: mark this page. marks: return to one."
            .into(),
        format!("Pages: {}.", pages.join(", ")),
        format!("d DATE: what was known then. f NAME: filter{theme}. all: no filter."),
        format!(
            "y: the text with its sources, to copy.{save} q: quit. oa --speak: the dashboard for screen readers."
        ),
    ];
    let choices = vec![
        Choice::open("All commands", DialoguePage::Commands),
        Choice::open("What a search can have", DialoguePage::SearchHelp),
    ];
    PageContent::new("Help", lines, choices)
}

/// Returns the word that opens a view.
fn word_of(view: View) -> Option<&'static str> {
    let mut bindings = command::bindings().filter(|binding| binding.command == Command::View(view));
    bindings.find_map(|binding| binding.line_mode_word)
}

/// Returns the commands, from the command table, without views that the dataset has nothing for.
pub(super) fn commands(dataset: &Dataset, kiosk: bool) -> PageContent {
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
        "money AREA" => has_sums(dataset),
        "coverage" | "more" => true,
        _ => dataset.terms().len() > 0,
    });
    let others = others.map(|(word, description)| format!("{word}: {description}."));
    PageContent::text("All commands", commands.chain(others).collect())
}

/// Returns what a search can have, with examples.
pub(super) fn search() -> PageContent {
    let examples = syntax_help().iter();
    let examples = examples.map(|help| format!("{}: {}.", help.example, help.meaning));
    PageContent::text("What a search can have", examples.collect())
}
