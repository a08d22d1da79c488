//! The answers to what the user types.

use super::{
    action::DialogueAction,
    area_names::areas,
    content::{search_advice, table_words},
    page::{ChoiceAction, DialoguePage},
    session::{Dialogue, MAX_MARKS},
    transcript::PAGE_SIZE,
    typed_line::number,
};
use crate::{
    command::{Command, View},
    query::{
        describe::capitalized, facet_options::toggle, filter::Filter, search::SearchQuery,
        targets::TargetGrouping, typed_date::parse_typed_date,
    },
    text::sanitize,
};

impl Dialogue<'_> {
    /// Handles a line that the user typed.
    pub fn answer(&mut self, line: &str) -> DialogueAction {
        let typed = line.trim();
        if let Some(number) = number(typed) {
            return DialogueAction::Say(self.choose(number));
        }
        let line = sanitize(typed).into_owned();
        if line.is_empty() {
            return DialogueAction::Say(self.show());
        }
        let (word, rest) = line
            .split_once(char::is_whitespace)
            .map_or((line.as_str(), ""), |(word, rest)| (word, rest.trim()));
        let (word, replace) = word
            .strip_suffix('!')
            .map_or((word, false), |word| (word, true));
        match Command::from_word(word) {
            Some(command) => self.run(command, rest, replace),
            // An arrow key sends `ESC [ A`, which would be the beginning of a name with A.
            None if typed
                .contains(|character: char| character.is_control() && character != '\t') =>
            {
                let advice = "Arrow keys and other special keys do nothing here. Type a number, or ? for help.\n";
                DialogueAction::Say(advice.into())
            }
            None => self.open_named(&line),
        }
    }

    fn choose(&mut self, number: usize) -> String {
        let mut content = self.content();
        let count = content.choices.len();
        if number == 0 || number > count {
            return match count {
                0 => "This page has no choices. Type b to go back.\n".into(),
                1 => "Type 1. There is no other choice.\n".into(),
                _ => format!("Type a number from 1 to {count}.\n"),
            };
        }
        match content.choices.swap_remove(number - 1).action {
            ChoiceAction::Open(page) => self.go(page),
            ChoiceAction::Toggle(option) => toggle(&mut self.filter, &option),
        }
        self.show()
    }

    pub(super) fn run(&mut self, command: Command, rest: &str, replace: bool) -> DialogueAction {
        let item = self.page.item();
        let say = |text: &str| DialogueAction::Say(format!("{text}\n"));
        match command {
            command if !command.is_allowed(self.kiosk) => return say(command.why_not_allowed()),
            Command::Quit => return DialogueAction::Quit,
            Command::Back => match self.history.pop() {
                Some(page) => (self.page, self.first) = (page, 0),
                None => return say("There is no previous page. Type q to quit."),
            },
            Command::Help => self.go(DialoguePage::Help),
            Command::View(View::Search) if rest.is_empty() => {
                return say(&search_advice(self.dataset));
            }
            Command::View(View::Search) => match SearchQuery::new(rest) {
                Ok(query) => self.go(DialoguePage::SearchResults {
                    words: rest.into(),
                    query,
                }),
                Err(error) => return say(&format!("{}.", capitalized(&error.to_string()))),
            },
            Command::View(View::Compare) if !rest.is_empty() => match areas(self.dataset, rest) {
                Ok(areas) => self.go(DialoguePage::Comparison(areas)),
                Err(error) => return say(&error.to_string()),
            },
            Command::View(View::Targets) if !rest.is_empty() => {
                match TargetGrouping::from_name(rest) {
                    Some(grouping) => self.go(DialoguePage::Targets(grouping)),
                    None => {
                        return say(
                            "Type targets by area, targets by theme or targets by outcome.",
                        );
                    }
                }
            }
            Command::View(View::Table) if !rest.is_empty() => match table_words(rest) {
                Ok((order, words)) => self.go(DialoguePage::Table { words, order }),
                Err(message) => return say(&message),
            },
            Command::View(view) => self.go(DialoguePage::View(view)),
            Command::Date if rest.is_empty() => self.as_of = None,
            Command::Date => match parse_typed_date(rest) {
                Ok(typed) => self.as_of = typed.date(),
                Err(error) => return say(&format!("{error}.")),
            },
            Command::Filter => {
                if !rest.is_empty()
                    && let Err(message) = self.filter_by(rest)
                {
                    return say(&message);
                }
                self.go(DialoguePage::Filter);
            }
            Command::ClearFilter => self.filter = Filter::default(),
            Command::Mark if self.marks.len() >= MAX_MARKS => {
                return say(&format!("You can mark at most {MAX_MARKS} pages."));
            }
            Command::Mark => {
                if !self.marks.contains(&self.page) {
                    self.marks.push(self.page.clone());
                }
                return say("Marked. Type marks to list the marked pages.");
            }
            Command::Marks => self.go(DialoguePage::Marks),
            Command::PageDown => {
                if self.first + PAGE_SIZE < self.content().choices.len() {
                    self.first += PAGE_SIZE;
                }
            }
            Command::PageUp => self.first = self.first.saturating_sub(PAGE_SIZE),
            Command::Save if !self.snapshot().contains(item) => {
                return say("There is nothing to save on this date.");
            }
            Command::Save if rest.is_empty() => {
                let name = self.save_subject().file_name(self.dataset);
                return say(&format!("Type w and a file name. For example: w {name}"));
            }
            Command::Save => {
                return DialogueAction::Save {
                    name: rest.into(),
                    subject: self.save_subject(),
                    replace,
                };
            }
            other => unreachable!("{other:?} has no word in the table"),
        }
        DialogueAction::Say(self.show())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{self, SaveSubject};
    use crate::dataset::Dataset;

    fn say(dialogue: &mut Dialogue, line: &str) -> String {
        match dialogue.answer(line) {
            DialogueAction::Say(words) => words,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn pages_are_plain_text_with_instructions() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        for line in [
            "1",
            "10",
            "3",
            "1",
            "matrix",
            "map",
            "5",
            "timeline",
            "sources",
            "2",
            "compare oldham derby",
            "?",
            "f",
            "s mental health",
            "marks",
        ] {
            let shown = say(&mut dialogue, line);
            assert!(shown.contains("? for help, q to quit."), "{line}:\n{shown}");
            let drawn = |character: char| matches!(character, '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' | '\x1b');
            assert!(!shown.contains(drawn), "{line}:\n{shown}");
        }
    }

    #[test]
    fn questions_of_the_readme_are_answered() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        assert!(say(&mut dialogue, "s mental health oldham").contains("first-aid training"));
        let fact = say(&mut dialogue, "1");
        assert!(
            fact.contains("Tristan Donovan")
                && fact.contains("Reference: oldham/3/mental-health-first-aid"),
            "{fact}"
        );
        assert!(say(&mut dialogue, "b").contains("mental health oldham"));
        let early = say(&mut dialogue, "d 2017-10-09");
        assert!(early.contains("As of 9 October 2017."));
        assert_eq!(
            say(&mut dialogue, "areas")
                .matches("not yet published")
                .count(),
            6
        );
        assert!(say(&mut dialogue, "d 2017-13").contains("there is no month 13"));
        assert!(!say(&mut dialogue, "d").contains("As of"));
        let compared = say(&mut dialogue, "compare hastings, ipswich");
        assert!(
            compared.contains("Only one has") && compared.contains("Evidence and research"),
            "{compared}"
        );
    }

    #[test]
    fn shorter_list_is_shown_from_a_page_that_it_has() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        for line in ["sources", "n", "n", "n"] {
            say(&mut dialogue, line);
        }
        let few = say(&mut dialogue, "d 2016-10");
        assert!(few.contains("\n1. ") && !few.contains("Choices"), "{few}");
        say(&mut dialogue, "d");
        for line in ["n", "n", "f", "1", "b"] {
            let shown = say(&mut dialogue, line);
            if let Some((_, range)) = shown.split_once("Choices ") {
                let numbers: Vec<usize> = range
                    .split(' ')
                    .filter_map(|word| word.trim_end_matches('.').parse().ok())
                    .collect();
                assert!(
                    numbers[0] <= numbers[1] && numbers[1] <= numbers[2],
                    "{shown}"
                );
            }
        }
    }

    #[test]
    fn filters_marks_and_long_lists_work() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        say(&mut dialogue, "f");
        assert!(say(&mut dialogue, "1").contains("Filter: Early years."));
        assert_eq!(
            say(&mut dialogue, "areas")
                .lines()
                .filter(|line| line.contains("plan published"))
                .count(),
            7
        );
        assert!(!say(&mut dialogue, "all").contains("Filter:"));
        assert!(say(&mut dialogue, "sources").contains("Choices 1 to 20 of 349. Type n for more."));
        assert!(say(&mut dialogue, "n").contains("\n21. "));
        assert!(say(&mut dialogue, "p").contains("\n1. "));
        say(&mut dialogue, "m");
        say(&mut dialogue, "areas");
        say(&mut dialogue, "marks");
        assert!(say(&mut dialogue, "1").contains("of 349"));
    }

    #[test]
    fn briefings_are_saved_by_name_and_overwritten_only_on_request() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        let item = dataset.find("oldham").expect("the area exists");
        dialogue.open(item);
        assert_eq!(
            say(&mut dialogue, "w"),
            "Type w and a file name. For example: w oldham.md\n"
        );
        assert_eq!(
            dialogue.answer("w oldham.md"),
            DialogueAction::Save {
                name: "oldham.md".into(),
                subject: SaveSubject::Item(item),
                replace: false
            }
        );
        assert_eq!(
            dialogue.answer("w! my file.md"),
            DialogueAction::Save {
                name: "my file.md".into(),
                subject: SaveSubject::Item(item),
                replace: true
            }
        );
        assert_eq!(dialogue.answer("q"), DialogueAction::Quit);
    }

    #[test]
    fn nonsense_gets_advice_and_changes_nothing() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        let start = dialogue.show();
        for nonsense in [
            "0",
            "99",
            "xyzzy",
            "\x1b[31m",
            "b",
            "s",
            "compare oldham",
            "compare nowhere derby",
            "-1",
            "1e3",
        ] {
            let reply = say(&mut dialogue, nonsense);
            assert!(
                reply.ends_with(".\n") || reply.contains("For example:"),
                "{nonsense}: {reply}"
            );
            assert!(!reply.contains('\x1b'));
            assert_eq!(dialogue.show(), start, "{nonsense}");
        }
    }

    #[test]
    fn search_that_is_too_long_is_refused() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        assert_eq!(
            say(&mut dialogue, &format!("s {}", "ab ".repeat(400))),
            "The search is 1,199 bytes long; at most 1,000 are allowed.\n"
        );
    }

    #[test]
    fn pages_that_are_kept_are_limited() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        for number in 0..300 {
            say(&mut dialogue, &format!("s {number}"));
            let marked = say(&mut dialogue, "m");
            assert_eq!(marked.contains("at most 100 pages"), number >= 100);
        }
        assert_eq!(dialogue.history.len(), 100);
        assert!(say(&mut dialogue, "b").contains("Search: 298."));
        dialogue.marks.clear();
        say(&mut dialogue, "m");
        say(&mut dialogue, "m");
        assert_eq!(dialogue.marks.len(), 1, "a page is marked once");
        assert!(say(&mut dialogue, "marks").contains("1. Search: 298"));
    }

    /// Every command has a word here, or is of no use in a dialogue for the reason given.
    #[test]
    fn every_command_has_a_word_or_a_reason_not_to() {
        let useless = |command: Command| {
            matches!(
                command,
                // They move a selection; here numbers choose.
                Command::Up | Command::Down | Command::Left | Command::Right | Command::First | Command::Last | Command::Jump
                    | Command::NextPane | Command::PreviousPane | Command::Open
                    // They show the same in another way; lines have one order.
                    | Command::Sort | Command::ReverseOrder | Command::FilterRows | Command::Zoom | Command::ZoomIn | Command::ZoomOut | Command::Layer
                    | Command::NextTheme | Command::Fill | Command::Redraw
                    // Here typing and choosing are one step: `d DATE`, `compare AREAS`, `s WORDS`.
                    | Command::PreviousDate | Command::NextDate | Command::NextArea | Command::AddArea | Command::RemoveArea
                    | Command::Compare | Command::NextHit | Command::PreviousHit
                    // The terminal copies text; `?` lists commands; `b` goes back.
                    | Command::Copy | Command::CopyReference | Command::Palette | Command::PreviousLocation | Command::NextLocation
                    | Command::Unmark | Command::Escape
                    // Prompts have them; here a line has one meaning.
                    | Command::Toggle | Command::ChooseAll | Command::ChooseOnly | Command::NextFormat
                    // The shell suspends a dialogue.
                    | Command::Suspend
            )
        };
        for binding in command::bindings() {
            let has_word = command::bindings()
                .any(|other| other.command == binding.command && other.line_mode_word.is_some());
            let is_useless = useless(binding.command) || binding.command.edits_text();
            assert_ne!(has_word, is_useless, "{:?}", binding.command);
        }
    }
}
