//! Questions for the areas that chose something: `which areas made literacy a priority`.

use hashbrown::HashSet;

use super::{function_words::is_function_word, stem::stem};

/// Words for areas.
const AREAS: [&str; 6] = ["areas", "places", "towns", "cities", "districts", "area"];
/// Forms of what areas do with a subject, or call it.
const CHOICES: [&str; 22] = [
    "address",
    "addressed",
    "addressing",
    "choose",
    "chose",
    "chosen",
    "concentrate",
    "concentrated",
    "focus",
    "focused",
    "focuses",
    "focusing",
    "made",
    "make",
    "makes",
    "pick",
    "picked",
    "priorities",
    "priority",
    "tackle",
    "tackled",
    "tackling",
];
/// Forms that mean so only before *on*: a work placement is a subject.
const BEFORE_ON: [&str; 4] = ["work", "worked", "working", "works"];

/// Returns the subject of such a question, without the words of the question, or none if the words of a
/// query are not one. A word that is repeated counts once.
pub(super) fn subject_of_choice(words: &[String]) -> Option<Vec<String>> {
    let is_choice = |position: usize| {
        let word = words[position].as_str();
        let is_before_on = words.get(position + 1).is_some_and(|next| next == "on");
        // In British and American spelling.
        CHOICES.contains(&word)
            || stem(word) == "prioritis"
            || (is_before_on && BEFORE_ON.contains(&word))
    };
    let is_area = |word: &String| AREAS.contains(&word.as_str());
    let asks = |word: &String| matches!(word.as_str(), "which" | "what" | "who" | "where");
    let has_choice = (0..words.len()).any(is_choice);
    let asks_for_areas = match words.first() {
        Some(first) if is_area(first) => first.ends_with('s') && has_choice,
        _ => {
            words.iter().any(asks) && has_choice && (words.iter().any(is_area) || words[0] == "who")
        }
    };
    if !asks_for_areas {
        return None;
    }
    let mut seen = HashSet::new();
    let subject = words.iter().enumerate().filter(|(position, word)| {
        !is_choice(*position) && !is_area(word) && !is_function_word(word) && seen.insert(*word)
    });
    let subject: Vec<String> = subject.map(|(_, word)| word.clone()).collect();
    (!subject.is_empty()).then_some(subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::search::token::tokens;

    #[test]
    fn questions_for_areas_are_reduced_to_their_subject() {
        let subject =
            |question: &str| subject_of_choice(&tokens(question)).map(|words| words.join(" "));
        for (question, expected) in [
            (
                "which areas made early years a priority",
                Some("early years"),
            ),
            ("Who prioritised maths?", Some("maths")),
            ("areas that focus on health", Some("health")),
            ("what places are working on careers", Some("careers")),
            (
                "which areas worked on work experience",
                Some("work experience"),
            ),
            ("which areas have research schools", None),
            ("which areas made it a priority", None),
            ("norwich priorities", None),
            ("area priorities", None),
            ("who chairs blackpool", None),
            ("work experience in which areas", None),
        ] {
            assert_eq!(subject(question).as_deref(), expected, "{question}");
        }
    }
}
