//! An answer as of a date has nothing that became known later, whatever the question, the view and
//! the format.

use std::{collections::BTreeSet, fmt::Write as _, sync::LazyLock};

use aho_corasick::AhoCorasick;
use opportunity_areas::{
    command::{Command, Key, View, bindings},
    dataset::{Dataset, FactData, Item, ItemIndex, Kind, PartialDate},
    dialogue::{Dialogue, DialogueAction},
    query::{
        describe::name_of, facets::Condition, filter::Filter, resolve, search::Index,
        snapshot::Snapshot,
    },
    report::{
        Format, Page, TextLayout,
        answer::{
            brief, changes, compare, coverage,
            list::{self, Listing},
            matrix, money, search, show, timeline,
        },
        export::export,
        render,
    },
    tui::{
        app::{App, Effect},
        headless::HeadlessApp,
    },
};
use proptest::prelude::*;
use ratatui::layout::Size;
use serde_json::Value;

static DATASETS: LazyLock<[Dataset; 3]> = LazyLock::new(|| {
    let council = "tests/data/valid/council-plan.json";
    let council = Dataset::from_file(council.as_ref()).expect("the dataset is sound");
    let every_field = "tests/data/valid/every-field.json";
    let every_field = Dataset::from_file(every_field.as_ref()).expect("the dataset is sound");
    [Dataset::bundled(), council, every_field]
});

const FORMATS: [Format; 6] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Csv,
    Format::Json,
    Format::Jsonl,
];

/// Length of the beginnings of texts that are looked for. They fit into a line of a pane.
const FRAGMENT: usize = 40;

/// Returns the letters and digits of a text, so that escapes, styles and spaces do not matter.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|character| character.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the beginning of a text. It does not end with a digit, which could be the number of a
/// note after a shorter text.
fn fragment(text: &str) -> String {
    let letters: Vec<char> = letters(text).chars().collect();
    let mut end = FRAGMENT.min(letters.len());
    while end < letters.len() && letters[end - 1].is_ascii_digit() {
        end += 1;
    }
    letters[..end].iter().collect()
}

/// What must not appear as of a date.
struct Later {
    /// Beginnings of texts, as letters.
    fragments: TextSet,
    references: TextSet,
}

/// Texts, any of which is found in one pass.
struct TextSet {
    texts: Vec<String>,
    search: AhoCorasick,
}

impl TextSet {
    fn new(texts: Vec<String>) -> Self {
        let search = AhoCorasick::new(&texts).expect("the texts are short");
        Self { texts, search }
    }

    fn first_in(&self, text: &str) -> Option<&str> {
        let found = self.search.find(text)?;
        Some(&self.texts[found.pattern()])
    }
}

impl Later {
    fn new(snapshot: Snapshot) -> Self {
        let dataset = snapshot.dataset();
        let latest = Snapshot::latest(dataset);
        let mut texts = BTreeSet::new();
        let (mut known, mut references) = (String::new(), Vec::new());
        for item in dataset.item_indices() {
            if snapshot.contains(item) {
                let (text, reference) = (name_of(latest, item), dataset.reference(item));
                texts.extend(later_outcome(snapshot, item));
                let _ = write!(known, "{} {text} {reference} ", raw(dataset, item));
                // A later page about a priority may have this as its title.
                if let Item::Priority(_, priority) = dataset.item(item) {
                    let _ = write!(known, "priority {}: {} ", priority.number, priority.title);
                    // The name of a file to save it to may look like the id of a later source.
                    let _ = write!(known, "{} ", reference.replace('/', "-priority-"));
                }
                // A later target may be worded as the explanation of a known measure.
                if let Item::Fact(fact) = dataset.item(item) {
                    for measure in fact
                        .figures()
                        .iter()
                        .filter_map(|figure| figure.measure.as_ref())
                    {
                        let what = dataset.measure(measure).what.as_deref();
                        let _ = write!(known, "{} ", what.unwrap_or_default());
                    }
                }
                continue;
            }
            if let Item::Term(term) = dataset.item(item) {
                texts.insert(fragment(&term.meaning));
            }
            // Shorter texts may be in others by chance.
            let text = fragment(&name_of(latest, item));
            texts.extend(Some(text).filter(|text| text.chars().count() >= 24));
            // A short reference, such as `oldham/3`, is part of many others.
            if !matches!(item, ItemIndex::Priority(_)) {
                references.push(dataset.reference(item).into_owned());
            }
            if let Item::Source(source) = dataset.item(item) {
                references.push(source.id.to_string());
                texts.insert(letters(&format!(
                    "{}, {}",
                    source.publisher, source.published
                )));
                texts.extend(
                    source
                        .address
                        .as_ref()
                        .map(|address| letters(address.as_str())),
                );
                texts.extend(source.note.as_ref().map(|note| fragment(note)));
            }
        }
        for (_, source) in snapshot.sources() {
            let _ = write!(known, " {}, {} ", source.publisher, source.published);
            // The beginning of a full date looks like a year.
            let _ = write!(known, " {}, {} ", source.publisher, source.published.iso());
        }
        // The reference of something later may be the beginning of a known one.
        references.retain(|later: &String| !known.contains(later));
        let known = letters(&known);
        let fragments = texts.into_iter();
        Self {
            fragments: TextSet::new(
                fragments
                    .filter(|text| text.len() >= 12 && !known.contains(text))
                    .collect(),
            ),
            references: TextSet::new(references),
        }
    }

    fn in_text(&self, text: &str) -> Option<&str> {
        // Line by line, so that no two texts together look like a third.
        let mut lines = text.lines().map(letters);
        lines
            .find_map(|line| self.fragments.first_in(&line))
            .or_else(|| self.references.first_in(text))
    }
}

/// Returns the beginning of the outcome of a target, if all its sources were published later.
fn later_outcome(snapshot: Snapshot, item: ItemIndex) -> Option<String> {
    let Item::Fact(fact) = snapshot.dataset().item(item) else {
        return None;
    };
    let FactData::Target(target) = fact.body else {
        return None;
    };
    let outcome = target.outcome.as_deref()?;
    let is_known = snapshot.known(outcome.cites.as_ref()?).next().is_some();
    let why = outcome.why.as_ref().filter(|_| !is_known)?;
    Some(fragment(why))
}

/// Returns everything that the dataset says about an item, without citations and its outcome.
fn raw(dataset: &Dataset, item: ItemIndex) -> String {
    let everything = render(
        Snapshot::latest(dataset),
        &Page {
            items: vec![item],
            ..Page::default()
        },
        Format::Jsonl,
        TextLayout::plain(80),
    );
    let mut object: Value = serde_json::from_str(&everything).expect("JSON");
    object["cites"] = Value::Null;
    object["outcome"] = Value::Null;
    object["marks"]["contradicts"] = Value::Null;
    if let Some(themes) = object["themes"].as_array_mut() {
        for theme in themes.iter_mut().filter(|theme| theme.is_object()) {
            theme["stated_by"] = Value::Null;
        }
    }
    object.to_string()
}

/// Returns filters of several kinds.
fn filters(dataset: &Dataset) -> [Filter; 6] {
    let date = |text: &str| text.parse::<PartialDate>().ok();
    let (_, area) = dataset.areas().next().expect("there are areas");
    let area = area.id.clone();
    [
        Filter::default(),
        Filter {
            since: date("2017-06"),
            ..Filter::default()
        },
        Filter {
            by: date("2030"),
            ..Filter::default()
        },
        Filter {
            period: date("2018"),
            ..Filter::default()
        },
        Filter {
            areas: vec![area],
            ..Filter::default()
        },
        Filter {
            kinds: vec![Kind::Action, Kind::Result],
            ..Filter::default()
        },
    ]
}

/// Returns the answer to every question that the command line can ask.
fn pages(snapshot: Snapshot, words: &str, filter: &Filter) -> Vec<(String, Page)> {
    let dataset = snapshot.dataset();
    let areas: Vec<_> = dataset.areas().map(|(area, _)| area).collect();
    let known: Vec<_> = dataset
        .item_indices()
        .filter(|&item| snapshot.contains(item))
        .collect();
    let mut pages = vec![
        ("show".to_string(), show::show(snapshot, &known)),
        ("compare".into(), compare::compare(snapshot, &areas)),
        ("everything".into(), list::everything(snapshot)),
        ("coverage".into(), coverage::coverage(snapshot)),
        ("timeline".into(), timeline::timeline(snapshot, None)),
    ];
    pages.extend(
        areas
            .iter()
            .map(|&area| ("brief".into(), brief::area(snapshot, area))),
    );
    pages.extend(
        dataset
            .themes()
            .map(|(theme, _)| ("brief".into(), brief::theme(snapshot, theme))),
    );
    let listings = [
        Listing::Areas,
        Listing::Priorities,
        Listing::Money,
        Listing::Themes,
        Listing::Terms,
        Listing::Sources,
    ]
    .into_iter()
    .chain(Kind::ALL.map(Listing::Facts))
    .chain(
        [
            Condition::Region,
            Condition::Wave,
            Condition::Theme,
            Condition::Partner,
            Condition::Kind,
            Condition::Period,
            Condition::By,
            Condition::Since,
        ]
        .map(Listing::Values),
    );
    pages.push(("matrix".into(), matrix::matrix(snapshot, filter)));
    pages.push(("money".into(), money::money(snapshot, filter)));
    pages.push(("money".into(), money::all_sums(snapshot, filter)));
    let since = PartialDate::Year(2016);
    pages.push(("changes".into(), changes::changes(snapshot, filter, since)));
    let all_changes = changes::all_changes(snapshot, filter, since);
    pages.push(("changes".into(), all_changes));
    let index = Index::new(dataset);
    let length = brief::BriefLength::TwoPages;
    let request = brief::AboutRequest {
        words,
        filter,
        length,
    };
    let about = brief::about(snapshot, &index, request);
    pages.push(("about".into(), about.expect("it is short")));
    for &area in &areas {
        let subjects = brief::BriefSubjects {
            areas: vec![area],
            themes: Vec::new(),
        };
        let short = brief::brief(snapshot, &subjects, length);
        pages.push(("short brief".into(), short));
    }
    pages.push((
        "search".into(),
        search::search(
            snapshot,
            &Index::new(snapshot.dataset()),
            words,
            filter,
            1000,
        )
        .expect("it is short"),
    ));
    for listing in listings {
        pages.push((
            format!("{listing:?}"),
            list::list(snapshot, listing, filter),
        ));
    }
    pages
}

fn say(dialogue: &mut Dialogue, line: &str) -> String {
    match dialogue.answer(line) {
        DialogueAction::Say(text) => text,
        other => format!("{other:?}"),
    }
}

/// A dataset, and the day, month or year of one of its sources.
fn datasets_and_dates() -> impl Strategy<Value = (usize, PartialDate)> {
    let choices = (0_usize..3, any::<prop::sample::Index>(), 0_u8..3);
    choices.prop_map(|(which, source, precision)| {
        let mut dates: Vec<_> = DATASETS[which]
            .sources()
            .map(|(_, source)| source.published)
            .collect();
        // Each date once, so that early ones are not rare. Nothing is later than the last.
        dates.sort_by_key(|date| date.last_day());
        dates.dedup();
        dates.pop();
        let iso = source.get(&dates).iso();
        let length = [4, 7, 10][usize::from(precision)].min(iso.len());
        (which, iso[..length].parse().expect("a date"))
    })
}

/// Keys of everything but the choice of a date.
fn keys() -> impl Strategy<Value = Key> {
    let other: Vec<Key> = bindings()
        .filter(|binding| {
            !matches!(
                binding.command,
                Command::Date
                    | Command::PreviousDate
                    | Command::NextDate
                    | Command::Quit
                    | Command::Palette
                    | Command::Help
            )
        })
        .flat_map(|binding| binding.keys)
        .copied()
        .filter(|key| !matches!(key, Key::Char('d' | '[' | ']' | 'q') | Key::Ctrl('c')))
        .collect();
    prop::sample::select(other)
}

/// Words that only later texts have, and words that many have.
const WORDS: [&str; 6] = [
    "oldham",
    "review",
    "plan 2020",
    "evaluation",
    "street",
    "\"mental health\"",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn reports_have_nothing_that_became_known_later((which, date) in datasets_and_dates(), words in prop::sample::select(&WORDS[..]), filter in 0_usize..6) {
        let snapshot = Snapshot::as_of(&DATASETS[which], date);
        let later = Later::new(snapshot);
        for (question, page) in pages(snapshot, words, &filters(snapshot.dataset())[filter]) {
            for format in FORMATS {
                let answer = render(snapshot, &page, format, TextLayout::plain(10_000));
                prop_assert_eq!(later.in_text(&answer), None, "{} as {:?} on {}", question, format, date);
            }
        }
        for file in export(snapshot) {
            prop_assert_eq!(later.in_text(&file.content), None, "{} on {}", file.name, date);
        }
        for typed in ["oldham/9", "xyz", "review-2024", "plan-oldam"] {
            if let Err(error) = resolve::resolve(snapshot, typed) {
                prop_assert_eq!(later.in_text(&error.candidates.join(" ")), None, "{}", typed);
            }
        }
    }

    #[test]
    fn dialogue_shows_nothing_that_became_known_later((which, date) in datasets_and_dates(), skipped in 0_usize..7, words in prop::sample::select(&WORDS[..])) {
        let dataset = &DATASETS[which];
        let later = Later::new(Snapshot::as_of(dataset, date));
        let mut dialogue = Dialogue::new(dataset, false);
        // Some of everything is open and marked before the date is chosen.
        for item in dataset.item_indices().step_by(23) {
            dialogue.open(item);
            say(&mut dialogue, "m");
        }
        let mut shown = vec![say(&mut dialogue, &format!("d {}", date.iso()))];
        for item in dataset.item_indices().skip(skipped).step_by(7) {
            dialogue.open(item);
            shown.push(dialogue.show());
            shown.push(say(&mut dialogue, "w"));
        }
        for line in ["areas", "matrix", "map", "timeline", "sources", "f", "marks", &format!("s {words}"), "oldham/9"] {
            shown.push(say(&mut dialogue, line));
            for _ in 0..9 {
                shown.push(say(&mut dialogue, "n"));
            }
            for number in 1..4 {
                shown.push(say(&mut dialogue, &number.to_string()));
                say(&mut dialogue, "b");
            }
        }
        for page in shown {
            // Saving names the file after the reference that the page shows.
            prop_assert_eq!(later.in_text(&page), None, "{} {}", date, page);
        }
    }

    #[test]
    fn dashboard_shows_nothing_that_became_known_later(
        (which, date) in datasets_and_dates(),
        items in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        typed in prop::sample::select(&WORDS[..]),
        pressed in prop::collection::vec(keys(), 0..30),
    ) {
        let dataset = &DATASETS[which];
        let later = Later::new(Snapshot::as_of(dataset, date));
        let all: Vec<_> = dataset.item_indices().collect();
        let mut app = App::new(dataset, Size::new(200, 60));
        for item in &items {
            app.open(*item.get(&all));
            let _ = app.update(Command::Mark);
        }
        let _ = app.update(Command::View(View::Search));
        for character in typed.chars() {
            let _ = app.update(Command::Type(character));
        }
        let _ = app.update(Command::Back);
        app.set_as_of(Some(date));
        let mut screen = HeadlessApp::new(app);
        let views = View::ALL.map(Command::View);
        for command in views.into_iter().chain([Command::Marks]) {
            let _ = screen.app.update(command);
            screen.resize(Size::new(200, 60));
            for row in screen.text().lines() {
                prop_assert_eq!(later.in_text(row), None, "{:?} {} {}", command, date, row);
            }
            if command == Command::Marks {
                screen.press([Key::Enter]);
            }
        }
        for key in pressed {
            if screen.press([key]) == Effect::Quit {
                return Ok(());
            }
            if screen.app.as_of() != Some(date) {
                // The key chose another date.
                screen.app.set_as_of(Some(date));
                screen.resize(Size::new(200, 60));
            }
            for row in screen.text().lines() {
                prop_assert_eq!(later.in_text(row), None, "{} {} {}", key, date, row);
            }
        }
    }
}

#[test]
fn the_comparison_finds_later_texts() {
    // The property is worth something only if it fails for the latest snapshot.
    let dataset = &DATASETS[0];
    let date: PartialDate = "2016".parse().expect("a date");
    let later = Later::new(Snapshot::as_of(dataset, date));
    assert!(
        later.fragments.texts.len() > 400,
        "{}",
        later.fragments.texts.len()
    );
    let latest = Snapshot::latest(dataset);
    for (question, page) in pages(latest, "oldham", &Filter::default()) {
        if page.items.len() > 20 {
            let shown = |format| render(latest, &page, format, TextLayout::plain(80));
            let answer = shown(Format::Html) + &shown(Format::Json);
            assert!(later.in_text(&answer).is_some(), "{question}");
        }
    }
}

#[test]
fn themes_do_not_name_later_sources() {
    // The plans of 2024 state no themes; the review of 2025 does.
    let dataset = &DATASETS[1];
    let priority = dataset.find("north/1").expect("the priority exists");
    for (date, is_stated) in [("2025-09-29", false), ("2025-09-30", true)] {
        let date: PartialDate = date.parse().expect("a date");
        let snapshot = Snapshot::as_of(dataset, date);
        let page = show::show(snapshot, &[priority]);
        let shown = |format| render(snapshot, &page, format, TextLayout::plain(80));
        let text = shown(Format::Text);
        assert_eq!(text.contains("Overview Committee"), is_stated, "{text}");
        let json = shown(Format::Json);
        assert_eq!(json.contains("stated_by"), is_stated, "{json}");
        let files = export(snapshot);
        let themes = files
            .iter()
            .find(|file| file.name == "classifications.csv")
            .expect("the file exists");
        assert_eq!(themes.content.contains("review-2025"), is_stated);
    }
}

#[test]
fn terms_are_not_known_before_their_sources() {
    // The page with this meaning was read in 2026; that of early years is general knowledge.
    let dataset = &DATASETS[0];
    let find = |reference| dataset.find(reference).expect("the term exists");
    let (later, general) = (
        find("term/good-level-of-development"),
        find("term/early-years"),
    );
    let meaning = "meeting the goals for personal";
    let index = Index::new(dataset);
    for (date, is_known) in [("2017", false), ("2026", true)] {
        let date: PartialDate = date.parse().expect("a date");
        let snapshot = Snapshot::as_of(dataset, date);
        assert_eq!(snapshot.contains(later), is_known);
        assert!(snapshot.contains(general));
        let filter = Filter::default();
        let pages = [
            list::list(snapshot, Listing::Terms, &filter),
            search::search(snapshot, &index, "GLD", &filter, 1000).expect("it is short"),
        ];
        for page in pages {
            assert_eq!(page.items.contains(&later), is_known, "{}", page.title);
        }
        let files = export(snapshot);
        let holds = |text: &str| files.iter().any(|file| file.content.contains(text));
        assert_eq!(holds(meaning), is_known);
        assert!(holds("from birth to the end of reception"));

        let mut app = App::new(dataset, Size::new(120, 40));
        app.set_as_of(Some(date));
        assert_eq!(app.open(later), is_known);
        assert!(app.open(general));
        let mut dialogue = Dialogue::new(dataset, false);
        say(&mut dialogue, &format!("d {}", date.iso()));
        dialogue.open(later);
        assert_eq!(dialogue.show().contains("meeting the goals"), is_known);

        let programme = show::show(snapshot, &[ItemIndex::Programme]);
        let programme = render(snapshot, &programme, Format::Text, TextLayout::plain(80));
        assert!(!programme.contains("Codes:"), "{programme}");
        for typed in ["good levl of development", "good level"] {
            let found = resolve::term(snapshot, typed);
            let candidates = found.as_ref().err().map(|error| &error.candidates);
            let is_named = candidates.is_none_or(|names| !names.is_empty());
            assert_eq!(is_named, is_known, "{typed}: {found:?}");
        }
    }
}

#[test]
fn waves_are_not_known_before_their_areas_are_named() {
    let dataset = &DATASETS[0];
    let hastings = dataset.find("hastings").expect("the area exists");
    let second = Filter {
        waves: vec![2],
        ..Filter::default()
    };
    // The articles about the second six are of January 2017.
    for (date, is_known) in [("2016", false), ("2017-01-30", false), ("2017-01", true)] {
        let date: PartialDate = date.parse().expect("a date");
        let snapshot = Snapshot::as_of(dataset, date);
        let shown = |page: &Page, format| render(snapshot, page, format, TextLayout::plain(80));
        let page = show::show(snapshot, &[hastings]);
        let text = shown(&page, Format::Text);
        assert_eq!(text.contains("wave 2 (January 2017)"), is_known, "{text}");
        let json: Value = serde_json::from_str(&shown(&page, Format::Jsonl)).expect("JSON");
        assert_eq!(json["wave"].as_u64(), is_known.then_some(2), "{json}");

        let waves = list::list(
            snapshot,
            Listing::Values(Condition::Wave),
            &Filter::default(),
        );
        let waves = shown(&waves, Format::Csv);
        assert_eq!(waves.contains("not known"), !is_known, "{waves}");
        let areas = list::list(snapshot, Listing::Areas, &second).items.len();
        assert_eq!(areas, if is_known { 6 } else { 0 });

        let files = export(snapshot);
        let areas = files
            .iter()
            .find(|file| file.name == "areas.csv")
            .expect("the file exists");
        let row = areas
            .content
            .lines()
            .find(|row| row.starts_with("hastings,"))
            .expect("the row exists");
        assert_eq!(row.contains(",2,"), is_known, "{row}");
    }
}
