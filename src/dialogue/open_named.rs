//! Names of items that the user types, and other words.

use std::rc::Rc;

use super::{
    content::asked_facts,
    page::DialoguePage,
    reply::Reply,
    session::Dialogue,
    typed_line::{OtherWords, other_words},
};
use crate::{
    command,
    dataset::ItemIndex,
    query::{
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
    pub(super) fn open_named(&mut self, name: &str) -> Reply {
        let candidates = match resolve::resolve(self.snapshot(), name) {
            Ok(item) => return self.show_page(DialoguePage::of(item)),
            Err(AmbiguousName { candidates, .. }) => candidates,
        };
        if let Some(page) = asked_facts(self.dataset, name) {
            return self.show_page(page);
        }
        match other_words(name) {
            Some(OtherWords::Start) => return self.show_page(DialoguePage::Start),
            Some(OtherWords::Command(command, rest)) => return self.run(command, rest, false),
            Some(OtherWords::Rest(rest)) => return self.answer_words(rest),
            Some(OtherWords::Again) => return self.again(),
            Some(OtherWords::More) => return self.more(),
            Some(OtherWords::Page(page)) => return self.show_page(page),
            Some(OtherWords::Term(word)) => return self.explain(word),
            None => {}
        }
        let advice = match &candidates[..] {
            [] => return self.search_unknown(name),
            [_] if self.knows(name) => return self.search_unknown(name),
            [one] => format!("Did you mean {one}? To search for words, type s before them."),
            several => format!("Type one of these names: {}.", several.join(", ")),
        };
        let name = quoted(name);
        Reply::line(&format!("{name} is not a command or a name. {advice}"))
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
    fn search_unknown(&mut self, words: &str) -> Reply {
        let Ok(query) = SearchQuery::new(words) else {
            return self.search_for(words);
        };
        let answer = self.search(&query);
        let is_word = !words.contains(char::is_whitespace);
        let is_known = answer.knows_all_words() && !query.is_empty();
        let mut commands = command::bindings().filter_map(|binding| binding.line_mode_word);
        let command = commands
            .find(|command| is_word && !is_known && is_misspelt(command, &words.to_lowercase()));
        if command.is_none() && (!is_word || !answer.hits.is_empty()) {
            return self.search_for(words);
        }
        let words = quoted(words);
        let (nothing, advice) = match command {
            Some(command) => ("", format!("Did you mean {command}?")),
            None => (", and nothing has this word", "Type ? for help.".into()),
        };
        Reply::line(&format!(
            "{words} is not a command or a name{nothing}. {advice}"
        ))
    }

    /// Opens the page with the meaning of a word, or says that there is none.
    fn explain(&mut self, word: &str) -> Reply {
        match resolve::term(self.snapshot(), word) {
            Ok(term) => self.show_page(DialoguePage::of(ItemIndex::Term(term))),
            Err(error) => {
                let message = error.to_string();
                let end = if message.ends_with('?') { "" } else { "." };
                Reply::line(&format!("{message}{end} Type terms to list all."))
            }
        }
    }
}

/// Returns true for a command with a typing error or two.
fn is_misspelt(command: &str, typed: &str) -> bool {
    let errors = strsim::osa_distance(command, typed);
    command.len() >= MIN_COMMAND_LENGTH && errors <= command.len() / 4
}
