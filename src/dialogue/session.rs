//! What was said so far, and what an answer does.

use std::rc::Rc;

use super::page::{ChoiceAction, DialoguePage, PageContent};
use crate::{
    command::{self, Command, View},
    dataset::{AreaIndex, Dataset, ItemIndex, PartialDate},
    query::{
        choices::{summary, toggle},
        filter::Filter,
        resolve,
        search::Index,
        snapshot::Snapshot,
    },
    text::sanitize,
};

/// So many choices are read at a time.
const PART: usize = 20;

/// What comes of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogueAction {
    /// This is said.
    Say(String),
    /// A briefing is to be written to a file.
    Save {
        /// The file's name.
        name: String,
        /// What it is about.
        item: ItemIndex,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// The user leaves.
    Quit,
}

/// The dialogue's state.
#[derive(Debug, Clone)]
pub struct Dialogue<'a> {
    dataset: &'a Dataset,
    /// Whether strangers use it: nothing leads out of the program then.
    kiosk: bool,
    as_of: Option<PartialDate>,
    filter: Filter,
    page: DialoguePage,
    /// The first choice of the part that is read.
    first: usize,
    before: Vec<DialoguePage>,
    marks: Vec<DialoguePage>,
    /// Made when the search is first used.
    index: Option<Rc<Index>>,
}

impl<'a> Dialogue<'a> {
    /// Begins.
    #[must_use]
    pub fn new(dataset: &'a Dataset, kiosk: bool) -> Self {
        Self {
            dataset,
            kiosk,
            as_of: None,
            filter: Filter::default(),
            page: DialoguePage::Start,
            first: 0,
            before: Vec::new(),
            marks: Vec::new(),
            index: None,
        }
    }

    /// Goes to what stands at a slot.
    pub fn open(&mut self, item: ItemIndex) {
        self.go(DialoguePage::of(item));
    }

    /// What was known on the date that is asked for.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'a> {
        Snapshot::as_of(self.dataset, self.as_of)
    }

    /// The page where one is, in lines.
    #[must_use]
    pub fn show(&mut self) -> String {
        let content = self.content();
        let mut text = format!("\n{}.\n", content.title.trim_end_matches(['.', ':']));
        if let Some(date) = self.as_of {
            text.push_str(&format!("As of {date}.\n"));
        }
        if let Some(asked) = summary(self.snapshot(), &self.filter) {
            text.push_str(&format!("Only {asked}.\n"));
        }
        for line in &content.lines {
            text.push_str(&format!("{line}\n"));
        }
        let count = content.choices.len();
        for (index, (label, _)) in content
            .choices
            .iter()
            .enumerate()
            .skip(self.first)
            .take(PART)
        {
            text.push_str(&format!("{}. {label}\n", index + 1));
        }
        let last = (self.first + PART).min(count);
        if last < count || self.first > 0 {
            let more = if last < count {
                ", n for more"
            } else {
                ", p for those before"
            };
            text.push_str(&format!(
                "Choices {} to {last} of {count}{more}.\n",
                self.first + 1
            ));
        }
        let numbers = if count > 0 {
            "Type a number, "
        } else {
            "Type "
        };
        let back = if self.before.is_empty() {
            ""
        } else {
            "b to go back, "
        };
        text.push_str(&format!(
            "{numbers}{back}s and words to search, ? for help, q to quit.\n"
        ));
        text
    }

    fn content(&mut self) -> PageContent {
        if let DialoguePage::Found(_) = &self.page {
            self.index
                .get_or_insert_with(|| Rc::new(Index::new(self.dataset)));
        }
        let kiosk = self.kiosk;
        self.page.content(
            self.snapshot(),
            &self.filter,
            self.index.as_deref(),
            &self.marks,
            kiosk,
        )
    }

    /// Takes a line that was typed.
    pub fn answer(&mut self, line: &str) -> DialogueAction {
        let line = sanitize(line.trim()).into_owned();
        if line.is_empty() {
            return DialogueAction::Say(self.show());
        }
        if let Ok(number) = line.trim_end_matches('.').parse::<usize>() {
            return DialogueAction::Say(self.choose(number));
        }
        let (word, rest) = line
            .split_once(char::is_whitespace)
            .map_or((line.as_str(), ""), |(word, rest)| (word, rest.trim()));
        let (word, replace) = word
            .strip_suffix('!')
            .map_or((word, false), |word| (word, true));
        match command::spoken(word).filter(|command| command.is_allowed(self.kiosk)) {
            Some(command) => self.run(command, rest, replace),
            None => DialogueAction::Say(format!(
                "`{line}` is neither a number here nor a command. Type ? for help.\n"
            )),
        }
    }

    fn choose(&mut self, number: usize) -> String {
        let mut content = self.content();
        let count = content.choices.len();
        if number == 0 || number > count {
            return match count {
                0 => "There is nothing to choose here. Type b to go back.\n".into(),
                _ => format!("Choose a number from 1 to {count}.\n"),
            };
        }
        match content.choices.swap_remove(number - 1).1 {
            ChoiceAction::Go(page) => self.go(page),
            ChoiceAction::Toggle(choice) => toggle(&mut self.filter, &choice),
        }
        self.show()
    }

    fn run(&mut self, command: Command, rest: &str, replace: bool) -> DialogueAction {
        let item = self.page.item();
        match command {
            Command::Quit => return DialogueAction::Quit,
            Command::Back => match self.before.pop() {
                Some(page) => (self.page, self.first) = (page, 0),
                None => {
                    return DialogueAction::Say(
                        "This is where you began. Type q to quit.\n".into(),
                    );
                }
            },
            Command::Help => self.go(DialoguePage::Help),
            Command::View(View::Search) if rest.is_empty() => {
                return DialogueAction::Say("Type s and the words to look for.\n".into());
            }
            Command::View(View::Search) => self.go(DialoguePage::Found(rest.into())),
            Command::View(View::Compare) if !rest.is_empty() => match self.areas(rest) {
                Ok(areas) => self.go(DialoguePage::ComparisonRow(areas)),
                Err(problem) => return DialogueAction::Say(problem),
            },
            Command::View(view) => self.go(DialoguePage::View(view)),
            Command::Date => match rest {
                "" => self.as_of = None,
                rest => match rest.parse() {
                    Ok(date) => self.as_of = Some(date),
                    Err(problem) => return DialogueAction::Say(format!("{problem}.\n")),
                },
            },
            Command::Filter => self.go(DialoguePage::Filter),
            Command::ClearFilter => self.filter = Filter::default(),
            Command::Mark => {
                self.marks.push(self.page.clone());
                return DialogueAction::Say(
                    "Marked. Type marks to list the marked places.\n".into(),
                );
            }
            Command::Marks => self.go(DialoguePage::Marks),
            Command::PageDown => {
                if self.first + PART < self.content().choices.len() {
                    self.first += PART;
                }
            }
            Command::PageUp => self.first = self.first.saturating_sub(PART),
            Command::Save if rest.is_empty() => {
                return DialogueAction::Save {
                    name: command::file_name(self.dataset, item),
                    item,
                    replace,
                };
            }
            Command::Save => {
                return DialogueAction::Save {
                    name: rest.into(),
                    item,
                    replace,
                };
            }
            other => unreachable!("{other:?} has no word in the table"),
        }
        DialogueAction::Say(self.show())
    }

    /// The areas that are named, between spaces or commas.
    fn areas(&self, names: &str) -> Result<Vec<AreaIndex>, String> {
        let mut areas = Vec::new();
        for name in names.split([',', ' ']).filter(|name| !name.is_empty()) {
            match resolve::area(self.dataset, name) {
                Ok(area) if !areas.contains(&area) => areas.push(area),
                Ok(_) => {}
                Err(near) if near.is_empty() => {
                    return Err(format!("No area is called `{name}`.\n"));
                }
                Err(near) => return Err(format!("`{name}` could be {}.\n", near.join(" or "))),
            }
        }
        if (2..=4).contains(&areas.len()) {
            Ok(areas)
        } else {
            Err("Name two to four areas, as in: compare hastings ipswich\n".into())
        }
    }

    fn go(&mut self, page: DialoguePage) {
        if page != self.page {
            self.before.push(std::mem::replace(&mut self.page, page));
        }
        self.first = 0;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn say(dialogue: &mut Dialogue, line: &str) -> String {
        match dialogue.answer(line) {
            DialogueAction::Say(words) => words,
            other => panic!("{line}: {other:?}"),
        }
    }

    /// Everything that can be described is reached by numbers alone, and so is every fact that the dashboard shows.
    #[test]
    fn numbers_lead_to_everything() {
        let dataset = Dataset::bundled();
        let (mut reached, mut seen, mut ways) =
            (HashSet::new(), HashSet::new(), vec![DialoguePage::Start]);
        while let Some(page) = ways.pop() {
            if !seen.insert(format!("{page:?}")) {
                continue;
            }
            reached.insert(page.item());
            let mut dialogue = Dialogue {
                page,
                ..Dialogue::new(&dataset, false)
            };
            for (_, choose) in dialogue.content().choices {
                if let ChoiceAction::Go(page) = choose {
                    ways.push(page);
                }
            }
        }
        let missing: Vec<_> = dataset
            .item_indices()
            .filter(|item| !reached.contains(item))
            .map(|item| dataset.reference(item))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_page_is_plain_and_says_what_can_be_done() {
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
    fn what_the_readme_asks_is_answered() {
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
        assert_eq!(say(&mut dialogue, "areas").matches("awaited").count(), 6);
        assert!(say(&mut dialogue, "d 2017-13").contains("there is no month 13"));
        assert!(!say(&mut dialogue, "d").contains("As of"));
        let compared = say(&mut dialogue, "compare hastings, ipswich");
        assert!(
            compared.contains("Where they differ") && compared.contains("Evidence and research"),
            "{compared}"
        );
    }

    #[test]
    fn filters_marks_and_parts_of_long_lists() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        say(&mut dialogue, "f");
        assert!(say(&mut dialogue, "1").contains("Only Early years."));
        assert_eq!(
            say(&mut dialogue, "areas")
                .lines()
                .filter(|line| line.contains("plan published"))
                .count(),
            7
        );
        assert!(!say(&mut dialogue, "all").contains("Only"));
        assert!(say(&mut dialogue, "sources").contains("Choices 1 to 20 of 147, n for more."));
        assert!(say(&mut dialogue, "n").contains("\n21. "));
        assert!(say(&mut dialogue, "p").contains("\n1. "));
        say(&mut dialogue, "m");
        say(&mut dialogue, "areas");
        say(&mut dialogue, "marks");
        assert!(say(&mut dialogue, "1").contains("of 147"));
    }

    #[test]
    fn briefings_are_saved_by_name_and_replaced_only_when_told_so() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        let item = dataset.find("oldham").expect("it is there");
        dialogue.open(item);
        assert_eq!(
            dialogue.answer("w"),
            DialogueAction::Save {
                name: "oldham.md".into(),
                item,
                replace: false
            }
        );
        assert_eq!(
            dialogue.answer("w! my file.md"),
            DialogueAction::Save {
                name: "my file.md".into(),
                item,
                replace: true
            }
        );
        assert_eq!(dialogue.answer("q"), DialogueAction::Quit);
    }

    #[test]
    fn nonsense_is_answered_and_changes_nothing() {
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
            let said = say(&mut dialogue, nonsense);
            assert!(
                said.ends_with(".\n") || said.contains("as in:"),
                "{nonsense}: {said}"
            );
            assert!(!said.contains('\x1b'));
            assert_eq!(dialogue.show(), start, "{nonsense}");
        }
    }

    /// The words are those of the table; a command without one must be of no use here, for a reason that is named.
    #[test]
    fn no_command_of_the_table_is_forgotten() {
        let useless = |command: Command| {
            matches!(
                command,
                // Moving a selection: here numbers choose.
                Command::Up | Command::Down | Command::Left | Command::Right | Command::First | Command::Last | Command::Jump
                    | Command::NextPane | Command::PreviousPane | Command::Open
                    // Showing the same in another way: lines have one order.
                    | Command::Sort | Command::ToggleExtent | Command::Layer | Command::Redraw
                    // Typing and choosing in one go: `d DATE`, `compare AREAS`, `s WORDS`.
                    | Command::PreviousDate | Command::NextDate | Command::NextArea | Command::AddArea | Command::RemoveArea
                    | Command::Compare | Command::NextHit | Command::PreviousHit | Command::DeleteBackward | Command::ClearInput | Command::Type(_)
                    // What is said can be copied as it stands; commands are listed by `?`; `b` goes back.
                    | Command::Copy | Command::CopyReference | Command::Palette | Command::PreviousLocation | Command::NextLocation
                    | Command::Unmark
                    // The terminal of a dialogue is the shell's own.
                    | Command::Suspend
            )
        };
        for row in command::BINDINGS {
            let spoken = command::BINDINGS
                .iter()
                .any(|other| other.command == row.command && other.word.is_some());
            assert_ne!(spoken, useless(row.command), "{:?}", row.command);
        }
    }
}
