//! Search as people type it: words in any order, beginnings of words, typing errors; the best answer first.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::world::World;
use crate::dataset::{Citation, Item, OwnerIndex, Slot};

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What was found.
    pub slot: Slot,
    /// Where it matched: `title`, `partner`, `source`.
    pub field: &'static str,
    /// How well; higher is better.
    score: u32,
}

/// What was asked: words and phrases, all of which must occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    words: Vec<String>,
    phrases: Vec<String>,
}

impl Question {
    /// Takes a question as it is typed: what stands between double quotes must occur just so.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut question = Self { words: Vec::new(), phrases: Vec::new() };
        for (place, part) in typed.split('"').enumerate() {
            let plain = plain(part);
            if place % 2 == 1 && !plain.trim().is_empty() {
                question.phrases.push(plain.trim().to_string());
            } else {
                question.words.extend(words(&plain).map(str::to_string));
            }
        }
        question
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

/// Everything that matches, the best first.
#[must_use]
pub fn search(world: World, question: &Question) -> Vec<Hit> {
    if question.is_empty() {
        return Vec::new();
    }
    let dataset = world.dataset();
    let mut hits: Vec<Hit> = dataset
        .slots_in_order()
        .filter(|&slot| world.knows_slot(slot))
        .filter_map(|slot| {
            let (score, field) = score(&fields(world, slot), question)?;
            Some(Hit { slot, field, score })
        })
        .collect();
    // Stable: equal answers stay in the order of the dataset.
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits
}

/// Words that do occur and are like those that don't.
#[must_use]
pub fn nearest_words(world: World, question: &Question) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for slot in world.dataset().slots_in_order().filter(|&slot| world.knows_slot(slot)) {
        for field in fields(world, slot) {
            for word in words(&plain(&field.text)).filter(|word| word.len() > 2) {
                *counts.entry(word.to_string()).or_default() += 1;
            }
        }
    }
    let asked = question.words.iter().map(String::as_str).chain(question.phrases.iter().flat_map(|phrase| words(phrase)));
    let mut near = Vec::new();
    for word in asked.filter(|word| !counts.contains_key(*word)) {
        let mut likely: Vec<_> = counts
            .iter()
            .map(|(other, count)| (strsim::jaro_winkler(word, other), *count, other))
            .filter(|(likeness, ..)| *likeness > 0.75)
            .collect();
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
        near.extend(likely.into_iter().take(3).map(|(.., other)| other.clone()));
    }
    near.dedup();
    near
}

struct Field {
    name: &'static str,
    weight: u32,
    text: String,
}

/// What is looked through, the weightiest first.
fn fields(world: World, slot: Slot) -> Vec<Field> {
    let dataset = world.dataset();
    let field = |name, weight, text: &str| Field { name, weight, text: text.to_string() };
    let cited = |cites: &[Citation]| {
        let sources: Vec<_> = cites
            .iter()
            .map(|citation| dataset.source(&citation.source))
            .map(|source| format!("{} {}", source.title, source.publisher))
            .collect();
        Field { name: "source", weight: 1, text: sources.join(" ") }
    };
    match dataset.item(slot) {
        Item::Programme(programme) => vec![field("title", 10, &programme.name)],
        Item::Area(area) => {
            let mut fields = vec![field("title", 14, &area.name)];
            fields.extend(area.announced_as.iter().map(|name| field("earlier name", 12, name)));
            fields.extend(area.region.iter().map(|region| field("region", 4, region)));
            fields.extend(area.districts.iter().map(|district| field("district", 11, &district.name)));
            fields
        }
        Item::Priority(area, priority) => {
            let themes: Vec<&str> = priority.themes.iter().map(|other| dataset.theme(&other.theme).name.as_str()).collect();
            vec![
                field("title", 10, &priority.title),
                field("theme", 6, &themes.join(" ")),
                field("area", 6, &area.name),
                cited(&priority.cites),
            ]
        }
        Item::Fact(fact) => {
            let mut fields = vec![field("text", 8, &fact.headline())];
            fields.extend(fact.partners().iter().map(|partner| field("partner", 6, partner)));
            if let Slot::Fact(index) = slot {
                fields.extend(index.owner.area().map(|area| field("area", 3, &dataset.area(area).name)));
                if let OwnerIndex::Priority(priority) = index.owner {
                    let themes = &dataset.priority(priority).themes;
                    fields.extend(themes.iter().map(|other| field("theme", 2, &dataset.theme(&other.theme).name)));
                }
            }
            fields.push(field("reference", 3, fact.reference().as_str()));
            fields.push(cited(fact.cites()));
            fields
        }
        Item::Theme(theme) => vec![field("title", 9, &theme.name), field("text", 3, &theme.what)],
        Item::Source(source) => {
            let mut fields = vec![field("title", 4, &source.title), field("publisher", 3, &source.publisher)];
            fields.extend(source.author.iter().map(|author| field("author", 4, author)));
            fields
        }
    }
}

/// How well all that is asked matches, and the weightiest field that did; none if a word or phrase doesn't occur.
fn score(fields: &[Field], question: &Question) -> Option<(u32, &'static str)> {
    let texts: Vec<(String, &Field)> = fields.iter().map(|field| (plain(&field.text), field)).collect();
    let mut total = 0;
    let mut best_field = (0, "");
    let mut take = |found: Option<(u32, &'static str)>| {
        let (points, name) = found?;
        total += points;
        if points > best_field.0 {
            best_field = (points, name);
        }
        Some(())
    };
    for phrase in &question.phrases {
        take(texts.iter().filter(|(text, _)| text.contains(phrase.as_str())).map(|(_, field)| (field.weight * 10, field.name)).max())?;
    }
    for word in &question.words {
        let points = |(text, field): &(String, &Field)| {
            words(text).filter_map(|other| likeness(word, other)).max().map(|points| (points * field.weight, field.name))
        };
        take(texts.iter().filter_map(points).max())?;
    }
    Some((total, best_field.1))
}

/// How like a word of the text is to one that is asked: the same, begins with it, holds it, or is a typing error away.
fn likeness(asked: &str, word: &str) -> Option<u32> {
    if word == asked {
        return Some(10);
    }
    if word.starts_with(asked) {
        return Some(7);
    }
    let letters = asked.chars().count();
    if letters >= 4 && word.contains(asked) {
        return Some(4);
    }
    let errors = match letters {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let near = word.chars().count().abs_diff(letters) <= errors && strsim::osa_distance(asked, word) <= errors;
    near.then_some(2)
}

/// Lower case, without accents.
fn plain(text: &str) -> String {
    text.nfd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase)
        .map(|character| if character == '’' { '\'' } else { character })
        .collect()
}

fn words(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(|character: char| !character.is_alphanumeric() && character != '\'').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::Dataset;

    fn found(typed: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        search(World::now(&dataset), &Question::new(typed)).into_iter().map(|hit| dataset.reference(hit.slot).into_owned()).collect()
    }

    #[test]
    fn the_best_answer_comes_first() {
        assert_eq!(found("oldham")[0], "oldham");
        assert_eq!(found("scarborough")[0], "north-yorkshire-coast");
        assert_eq!(found("oldham mental health")[0], "oldham/3/mental-health-first-aid");
        assert_eq!(found("first-aid oldham")[0], "oldham/3/mental-health-first-aid");
        assert_eq!(found("maths hastings")[0], "hastings/2");
    }

    #[test]
    fn beginnings_typing_errors_accents_and_capitals_are_forgiven() {
        for typed in ["menta heal oldha", "mentla helath oldham", "MENTAL HEALTH Oldham", "méntal health oldham"] {
            assert!(found(typed).contains(&"oldham/3/mental-health-first-aid".to_string()), "{typed}");
        }
    }

    #[test]
    fn a_quoted_phrase_occurs_just_so() {
        assert!(found("\"research school\"").contains(&"bradford/4/research-school".to_string()));
        assert!(found("\"school research\"").is_empty());
    }

    #[test]
    fn an_empty_answer_proposes_words_that_occur() {
        let dataset = Dataset::bundled();
        let question = Question::new("nurserry xyzzy");
        let near = nearest_words(World::now(&dataset), &question);
        assert!(near.contains(&"nursery".to_string()), "{near:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn whatever_is_typed_is_answered(typed in "\\PC{0,40}") {
            static DATASET: std::sync::LazyLock<Dataset> = std::sync::LazyLock::new(Dataset::bundled);
            let world = World::now(&DATASET);
            let question = Question::new(&typed);
            for hit in search(world, &question) {
                let text: String = fields(world, hit.slot).iter().map(|field| plain(&field.text) + "\n").collect();
                for word in &question.words {
                    prop_assert!(words(&text).any(|other| likeness(word, other).is_some()), "{word} is not in {text}");
                }
            }
        }
    }
}
