//! The words of every page: no counts in brackets, no doubled word, no "1 facts".

use super::{
    reach::{BUNDLED, reached_pages},
    without_hints,
};
use crate::{
    dataset::Dataset,
    dialogue::{content::rest, page::DialoguePage},
};

/// Nouns that are counted. After 1 they have no ending.
const PLURALS: [&str; 22] = [
    "actions",
    "areas",
    "choices",
    "events",
    "facts",
    "notes",
    "others",
    "pages",
    "partners",
    "plans",
    "priorities",
    "publications",
    "reasons",
    "results",
    "schools",
    "sources",
    "sums",
    "targets",
    "terms",
    "themes",
    "values",
    "words",
];

/// Returns what is wrong with a line that the program says, or nothing.
fn fault(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plain = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    for pair in words.windows(2) {
        let [one, other] = [pair[0], pair[1]].map(plain);
        if one == "1" && PLURALS.contains(&&*other) && !pair[0].ends_with(['.', ',', ':']) {
            return Some(format!("plural: {} {}", pair[0], pair[1]));
        }
        // `that that` and sums such as `1, 1` may be meant.
        let is_word = one.chars().all(char::is_alphabetic) && one.len() > 2;
        let has_gap = pair[0].ends_with([',', '.', ';', ')', '”', '’']);
        if is_word && one == other && !has_gap {
            return Some(format!("doubled: {} {}", pair[0], pair[1]));
        }
    }
    let in_brackets = line.split('(').skip(1);
    let mut in_brackets = in_brackets.filter_map(|rest| rest.split(')').next());
    let count = |text: &&str| {
        let (number, noun) = text
            .trim_start_matches('+')
            .split_once(' ')
            .unwrap_or(("", ""));
        let is_noun = noun == "more" || PLURALS.contains(&noun) || noun == "priority";
        number.parse::<u32>().is_ok() && is_noun
    };
    in_brackets
        .find(count)
        .map(|text| format!("count in brackets: {text}"))
}

#[test]
fn faults_are_found() {
    for (line, is_wrong) in [
        ("1. Wave Wave 1", true),
        ("cited by 1 facts", true),
        ("Shared shared action: more help", true),
        ("Department for Education (+2 more)", true),
        ("Bradford (2 priorities)", true),
        ("1. Targets: 3", false),
        ("Targets: 1, others later", false),
        ("Oldham, Oldham town centre", false),
        ("21 facts (2017-20)", false),
    ] {
        assert_eq!(fault(line).is_some(), is_wrong, "{line}");
    }
}

/// Texts of the dataset, for which the program is not to blame.
fn is_of_the_dataset(texts: &str, fault: &str) -> bool {
    let (_, words) = fault.split_once(": ").unwrap_or_default();
    texts.contains(words)
}

#[test]
fn no_page_has_odd_words() {
    let every_field = "tests/data/valid/every-field.json";
    let every_field = Dataset::from_file(every_field.as_ref()).expect("the dataset is sound");
    let pages = reached_pages(&every_field);
    for (dataset, pages) in [&*BUNDLED, &(every_field, pages)] {
        let mut faults = Vec::new();
        let texts = format!("{:?}", dataset.document());
        assert!(pages.len() > 20);
        for page in pages {
            for line in transcript(dataset, page) {
                let found = fault(&line).filter(|fault| !is_of_the_dataset(&texts, fault));
                faults.extend(found.map(|fault| format!("{fault}: {line}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

/// Returns everything that is said of a page: its lines, all its choices, what it leaves out, and its name.
fn transcript(dataset: &Dataset, page: &DialoguePage) -> Vec<String> {
    let mut dialogue = without_hints(dataset);
    dialogue.go(page.clone());
    let content = dialogue.content();
    let choices = content.choices.into_iter();
    let choices = choices.map(|choice| choice.label);
    let mut lines = vec![content.title, dialogue.page_name()];
    lines.extend(content.lines);
    lines.extend(choices);
    lines.extend(rest(page, dialogue.snapshot()));
    lines
}

/// A list has the text of an item, and its page has it once: not in a field and again as a choice.
#[test]
fn no_page_says_a_text_twice() {
    let (dataset, pages) = &*BUNDLED;
    let is_item = |page: &&DialoguePage| {
        matches!(
            page,
            DialoguePage::Area(_) | DialoguePage::Priority(_) | DialoguePage::Fact(_)
        )
    };
    for page in pages.iter().filter(is_item) {
        let mut lines = transcript(dataset, page);
        // The name of a page is said only on other pages.
        lines.remove(1);
        let texts = lines.iter().filter_map(|line| line.split_once(": "));
        let texts: Vec<&str> = texts
            .map(|(_, text)| text.trim_end_matches('.'))
            .filter(|text| text.split(' ').count() > 7)
            .collect();
        for (index, one) in texts.iter().enumerate() {
            assert!(!texts[..index].contains(one), "{one} twice in\n{lines:#?}");
        }
    }
}
