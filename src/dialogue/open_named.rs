//! Names that the user types, of items and of values of the filter.

use std::rc::Rc;

use super::{
    action::DialogueAction,
    page::DialoguePage,
    session::Dialogue,
    typed_line::{OtherWords, other_words},
};
use crate::{
    command::{self, Command, View},
    dataset::ItemIndex,
    query::{
        facet_options::{facet_options, toggle},
        resolve::{self, AmbiguousName},
        search::{Index, SearchAnswer, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
    text::quoted,
};

/// Shortest command that is recognised with a typing error.
const MIN_COMMAND_LENGTH: usize = 4;

impl Dialogue<'_> {
    /// Opens the item with a reference or name, or does what is meant by words that are neither.
    pub(super) fn open_named(&mut self, name: &str) -> DialogueAction {
        let candidates = match resolve::resolve(self.snapshot(), name) {
            Ok(item) => {
                self.open(item);
                return DialogueAction::Say(self.show());
            }
            Err(AmbiguousName { candidates, .. }) => candidates,
        };
        match other_words(name) {
            Some(OtherWords::Start) => {
                self.go(DialoguePage::Start);
                return DialogueAction::Say(self.show());
            }
            Some(OtherWords::Command(command, rest)) => {
                return self.run(command, rest, false);
            }
            Some(OtherWords::Rest(rest)) => return self.answer(rest),
            Some(OtherWords::Page(page)) => {
                self.go(page);
                return DialogueAction::Say(self.show());
            }
            Some(OtherWords::Term(word)) => return DialogueAction::Say(self.explain(word)),
            None => {}
        }
        let advice = match &candidates[..] {
            [] => return self.search_unknown(name),
            [_] if self.knows(name) => return self.search_unknown(name),
            [one] => format!("Did you mean {one}? To search for words, type s before them."),
            several => format!("Type one of these names: {}.", several.join(", ")),
        };
        let name = quoted(name);
        DialogueAction::Say(format!("{name} is not a command or a name. {advice}\n"))
    }

    /// Returns true if the dataset has all of these words.
    fn knows(&mut self, words: &str) -> bool {
        let query = SearchQuery::new(words).unwrap_or_default();
        !query.is_empty() && self.search(&query).knows_all_words()
    }

    fn search(&mut self, query: &SearchQuery) -> SearchAnswer {
        let index = self
            .index
            .get_or_insert_with(|| Rc::new(Index::new(self.dataset)));
        index.search(SearchScope {
            snapshot: Snapshot::as_of(self.dataset, self.as_of),
            filter: &self.filter,
            query,
        })
    }

    /// Searches for words that are not a command or a name. If nothing has any of them, they were
    /// meant as a command.
    fn search_unknown(&mut self, words: &str) -> DialogueAction {
        let Ok(query) = SearchQuery::new(words) else {
            return self.run(Command::View(View::Search), words, false);
        };
        let answer = self.search(&query);
        let is_word = !words.contains(char::is_whitespace);
        let is_known = answer.knows_all_words() && !query.is_empty();
        let mut commands = command::bindings().filter_map(|binding| binding.line_mode_word);
        let command = commands
            .find(|command| is_word && !is_known && is_misspelt(command, &words.to_lowercase()));
        if command.is_none() && (!is_word || !answer.hits.is_empty()) {
            return self.run(Command::View(View::Search), words, false);
        }
        let words = quoted(words);
        let (nothing, advice) = match command {
            Some(command) => ("", format!("Did you mean {command}?")),
            None => (", and nothing has this word", "Type ? for help.".into()),
        };
        DialogueAction::Say(format!(
            "{words} is not a command or a name{nothing}. {advice}\n"
        ))
    }

    /// Opens the page with the meaning of a word, or says that there is none.
    fn explain(&mut self, word: &str) -> String {
        match resolve::term(self.snapshot(), word) {
            Ok(term) => {
                self.open(ItemIndex::Term(term));
                self.show()
            }
            Err(error) => {
                let message = error.to_string();
                let end = if message.ends_with('?') { "" } else { "." };
                format!("{message}{end} Type terms to list all.\n")
            }
        }
    }

    /// Chooses the value of the filter that has a name, or clears it if it is chosen.
    pub(super) fn filter_by(&mut self, name: &str) -> Result<(), String> {
        let options = facet_options(self.snapshot(), &self.filter);
        let option = resolve::facet_option(&options, name).map_err(|error| {
            let mut message = error.to_string();
            if !message.ends_with('?') {
                message.push('.');
            }
            format!("{message} Type f to list the values.")
        })?;
        toggle(&mut self.filter, option);
        Ok(())
    }
}

/// Returns true for a command with a typing error or two.
fn is_misspelt(command: &str, typed: &str) -> bool {
    let errors = strsim::osa_distance(command, typed);
    command.len() >= MIN_COMMAND_LENGTH && errors <= command.len() / 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn say(dialogue: &mut Dialogue, line: &str) -> String {
        match dialogue.answer(line) {
            DialogueAction::Say(words) => words,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn names_and_words_for_commands_are_understood() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        for (line, shown) in [
            ("oldham", "Area: Oldham."),
            ("Stoke on Trent", "Area: Stoke-on-Trent."),
            (
                "oldham/3/mental-health-first-aid",
                "Reference: oldham/3/mental-health-first-aid",
            ),
            ("early years", "Theme: Early years."),
            ("help", "Commands."),
            ("Help", "Commands."),
            ("search mental health", "Search: mental health."),
            ("filter", "Filter."),
            (
                "nor",
                "Type one of these names: north-yorkshire-coast, norwich.",
            ),
            ("hastigns", "Did you mean hastings?"),
            (
                "xyzzyxyzzy",
                "`xyzzyxyzzy` is not a command or a name, and nothing has this word. Type ? for help.",
            ),
            ("timelnie", "Did you mean timeline?"),
            ("exclusions", "Search: exclusions."),
            ("menatl health oldham", "No match for menatl."),
            ("xyzzy xyzzyx", "Nothing has the word xyzzy or xyzzyx."),
            ("kind:target phonics", "Search: kind:target phonics."),
            ("/mental health", "Search: mental health."),
            ("find mental health", "Search: mental health."),
            ("term GLD", "Term: good level of development."),
            ("oa term gld", "Term: good level of development."),
            (
                "term xyzzy",
                "`xyzzy` is not a term. Type terms to list all.",
            ),
            ("terms", "Words and abbreviations."),
            ("list terms", "Words and abbreviations."),
            ("coverage", "Oldham: "),
            ("money", "Sums of money."),
            ("show oldham", "Area: Oldham."),
            ("oa show oldham/3", "Oldham, priority 3"),
            ("list sources", "Publications, by date."),
            ("more", "\n21. "),
            ("previous", "\n1. "),
            ("date 2017", "As of 2017."),
            ("date", "Publications, by date."),
            ("menu", "Opportunity areas."),
            ("--help", "Commands."),
            ("１)", "This page has no choices."),
            ("f maths", "Filter: Maths."),
            ("f theme maths", "Type all to clear all filters."),
            ("f nonsense", "Type f to list the values."),
            ("f wave 2", "Filter: Wave 2 (January 2017)."),
            ("all", "Type all to clear all filters."),
            (
                "\u{1b}[A",
                "Arrow keys and other special keys do nothing here.",
            ),
            ("99999999999999999999", "Type a number from"),
            ("Fenland & East Cambridgeshire", "Area: Fenland and East"),
            (
                "compare Stoke on Trent, Derby",
                "Stoke-on-Trent and Derby side by side.",
            ),
            (
                "compare stoke on trent derby",
                "Stoke-on-Trent and Derby side by side.",
            ),
        ] {
            let reply = say(&mut dialogue, line);
            assert!(reply.contains(shown), "{line}: {reply}");
        }
        assert_eq!(dialogue.answer("quit"), DialogueAction::Quit);
        let long = say(&mut dialogue, &"x".repeat(4000));
        assert!(long.len() < 200, "{long}");
    }

    #[test]
    fn words_for_leaving_are_understood() {
        let dataset = Dataset::bundled();
        for line in ["q", "quit", "exit", "bye", ":q"] {
            let action = Dialogue::new(&dataset, false).answer(line);
            assert_eq!(action, DialogueAction::Quit, "{line}");
        }
    }

    /// A programme without a map, events and themes, with one area.
    #[test]
    fn nothing_is_offered_that_the_dataset_does_not_have() {
        let text = r#"{ "version": 1, "programme": { "name": "A plan" }, "areas": [{ "id": "wyre", "name": "Wyre" }], "sources": [] }"#;
        let dataset = Dataset::from_json("file", text).expect("the dataset is sound");
        let mut dialogue = Dialogue::new(&dataset, false);
        let help = say(&mut dialogue, "?");
        for word in ["map", "timeline", "matrix", "compare"] {
            assert!(!help.contains(&format!("\n{word}")), "{help}");
        }
        assert!(
            help.contains("\nareas: ") && help.contains("\nsources: "),
            "{help}"
        );
        let area = say(&mut dialogue, "wyre");
        assert!(!area.contains("About the area"), "{area}");
        let areas = say(&mut dialogue, "areas");
        assert!(areas.contains("2. The programme\n"), "{areas}");
        for line in ["timeline", "sources"] {
            assert!(say(&mut dialogue, line).contains("No results."), "{line}");
        }
    }
}
