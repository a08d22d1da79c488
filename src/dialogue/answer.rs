//! The answers to what the user types.

use super::{
    action::DialogueAction,
    area_names::areas,
    content::{asked_map, asked_targets, search_advice, table_words},
    page::{ChoiceAction, DialoguePage},
    reply::Reply,
    session::Dialogue,
    typed_line::{number, without_preposition},
};
use crate::{
    command::{Command, View},
    dataset::AreaIndex,
    query::{
        describe::capitalized, facet_options::toggle, resolve, search::SearchQuery,
        table::TableOrder,
    },
    text::sanitize,
};

impl Dialogue<'_> {
    /// Handles a line that the user typed.
    pub fn answer(&mut self, line: &str) -> DialogueAction {
        let typed = line.trim();
        let reply = match number(typed) {
            Some(number) => self.choose(number),
            None if typed.is_empty() => self.again(),
            None => self.answer_words(typed),
        };
        self.said = match &reply {
            Reply::Text(text) => Some(text.clone()),
            _ => None,
        };
        match reply {
            Reply::Page => DialogueAction::Say(self.show()),
            Reply::Change(line) => DialogueAction::Say(format!("{line}\n")),
            Reply::Text(text) => DialogueAction::Say(text),
            Reply::Action(action) => action,
        }
    }

    /// Says the last answer again; after a change, the page.
    pub(super) fn again(&mut self) -> Reply {
        self.said.take().map_or(Reply::Page, Reply::Text)
    }

    /// Handles a line that is not a number.
    pub(super) fn answer_words(&mut self, typed: &str) -> Reply {
        let line = sanitize(typed).into_owned();
        let (word, rest) = line
            .split_once(char::is_whitespace)
            .map_or((line.as_str(), ""), |(word, rest)| (word, rest.trim()));
        let (word, replace) = word
            .strip_suffix('!')
            .map_or((word, false), |word| (word, true));
        match Command::from_word(word) {
            // `help with reading` is no call for help.
            Some(command) if rest.is_empty() || takes_words(command) => {
                self.run(command, rest, replace)
            }
            // An arrow key sends `ESC [ A`, which would be the beginning of a name with A.
            None if typed
                .contains(|character: char| character.is_control() && character != '\t') =>
            {
                Reply::line(
                    "Arrow keys and other special keys do nothing here. Type a number, or ? for help.",
                )
            }
            _ => self.open_named(&line),
        }
    }

    fn choose(&mut self, number: usize) -> Reply {
        let mut content = self.content();
        let count = content.choices.len();
        if number == 0 || number > count {
            return match count {
                0 => Reply::line("This page has no choices. Type b to go back."),
                1 => Reply::line("Type 1. There is no other choice."),
                _ => Reply::line(&format!("Type a number from 1 to {count}.")),
            };
        }
        match content.choices.swap_remove(number - 1).action {
            ChoiceAction::Open(page) => self.show_page(page),
            ChoiceAction::Return(page) => {
                self.go(page);
                self.arrived("Back")
            }
            ChoiceAction::Toggle(option) => {
                toggle(&mut self.filter, &option);
                self.filter_changed()
            }
        }
    }

    /// Opens a page and says it.
    pub(super) fn show_page(&mut self, page: DialoguePage) -> Reply {
        self.go(page);
        Reply::Page
    }

    pub(super) fn run(&mut self, command: Command, rest: &str, replace: bool) -> Reply {
        match command {
            command if !command.is_allowed(self.kiosk) => Reply::line(command.why_not_allowed()),
            Command::Quit => Reply::Action(DialogueAction::Quit),
            Command::Back => self.go_back(),
            Command::NextLocation => self.go_forward(),
            Command::Help => self.show_page(DialoguePage::Help),
            Command::View(view) => self.view(view, rest),
            Command::Date => self.date(rest),
            Command::PreviousDate => self.earlier(),
            Command::NextDate => self.later(),
            Command::Filter => self.filter(rest),
            Command::ClearFilter => self.clear_filter(),
            Command::Mark => self.mark(),
            Command::Marks => self.show_page(DialoguePage::Marks),
            Command::PageDown => self.more_choices(),
            Command::PageUp => self.previous_choices(),
            Command::ReverseOrder => self.reverse(),
            Command::Copy => self.text_to_copy(),
            Command::CopyReference => self.reference_to_copy(),
            Command::Save => self.save(rest, replace),
            other => unreachable!("{other:?} has no word in the table"),
        }
    }

    /// Opens a view, or what the words after its name ask for.
    fn view(&mut self, view: View, rest: &str) -> Reply {
        let page = match view {
            View::Search if rest.is_empty() => return Reply::line(&search_advice(self.dataset)),
            View::Search => match SearchQuery::new(rest) {
                Ok(query) => DialoguePage::SearchResults {
                    words: rest.into(),
                    query,
                },
                Err(error) => {
                    return Reply::line(&format!("{}.", capitalized(&error.to_string())));
                }
            },
            view if rest.is_empty() => DialoguePage::View(view),
            View::Compare => match areas(self.dataset, rest, &self.compared()) {
                Ok(areas) => DialoguePage::Comparison(areas),
                Err(error) => return Reply::line(&error.to_string()),
            },
            View::Table => match table_words(rest) {
                Ok((order, words)) => DialoguePage::Table { words, order },
                Err(message) => return Reply::line(&message),
            },
            View::Targets => match asked_targets(self.dataset, rest) {
                Ok(wanted) => DialoguePage::Targets(wanted),
                Err(advice) => return self.search_or("targets", rest, &advice),
            },
            View::Map => match asked_map(self.dataset, self.area, rest) {
                Ok(page) => page,
                Err(advice) => return self.search_or("map", rest, &advice),
            },
            View::Sources if matches!(rest, "by citations" | "by number") => {
                DialoguePage::SourcesByCitations
            }
            View::Sources if rest == "by date" => DialoguePage::View(view),
            View::Matrix | View::Timeline => match resolve::area(self.dataset, rest) {
                Ok(area) if view == View::Matrix => DialoguePage::ThemesOf(area),
                Ok(area) => DialoguePage::EventsOf(area),
                Err(_) => return self.search_for(rest),
            },
            View::Areas => match resolve::area_or_theme(self.dataset, without_preposition(rest)) {
                Ok(item) => DialoguePage::of(item),
                Err(_) => return self.search_for(&format!("areas {rest}")),
            },
            View::Sources => return self.search_for(&format!("sources {rest}")),
        };
        self.show_page(page)
    }

    /// Searches for words after a command that do not belong to it. After `by` they were meant to, and advice helps more.
    fn search_or(&mut self, command: &str, rest: &str, advice: &str) -> Reply {
        if rest.starts_with("by ") {
            Reply::line(advice)
        } else {
            self.search_for(&format!("{command} {rest}"))
        }
    }

    pub(super) fn search_for(&mut self, words: &str) -> Reply {
        self.view(View::Search, words)
    }

    /// Returns the areas of the current page, to which a comparison can add.
    fn compared(&self) -> Vec<AreaIndex> {
        match &self.page {
            DialoguePage::Comparison(areas) => areas.clone(),
            page => page.item().area().into_iter().collect(),
        }
    }

    /// Turns the order of the table round.
    fn reverse(&mut self) -> Reply {
        let (words, order) = match &self.page {
            DialoguePage::Table { words, order } => (words.clone(), *order),
            DialoguePage::View(View::Table) => (String::new(), TableOrder::default()),
            _ => {
                return Reply::line("Only the order of facts can be reversed. Type table first.");
            }
        };
        self.page = DialoguePage::Table {
            words,
            order: order.reversed(),
        };
        self.first = 0;
        Reply::Page
    }
}

/// Returns true if words can follow the word of a command.
fn takes_words(command: Command) -> bool {
    matches!(
        command,
        Command::View(_) | Command::Date | Command::Filter | Command::Save
    )
}
