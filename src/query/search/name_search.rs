//! Names found by what the user typed, compared as the search compares words.

use super::{
    everyday_words::everyday_forms, prefix::NamePrefix, query::SearchQuery,
    replacements::typing_errors, stem::stem, term_forms::TermForms, token::tokens,
};
use crate::{dataset::Dataset, sort::SortShared};

/// Rank of a name that contains what was typed within a word, see [`NamePrefix::rank`].
const CONTAINS: u8 = 2;

/// A name, and other words for the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::query) struct SearchedName {
    /// Name as it is shown.
    pub(in crate::query) name: String,
    /// Other words by which people may call it, with the name.
    pub(in crate::query) all_words: String,
}

/// A name that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameMatch {
    /// Index of the name in the list that was searched.
    pub index: usize,
    /// Quality of the match; lower is better.
    pub rank: u8,
}

/// Returns the names that match what the user typed, the best first.
///
/// Each of these ways is tried if those before it find nothing: the words of the name, or their
/// beginnings, in any order; other words for it; everyday words and abbreviations; a part of a word;
/// words with typing errors. If nothing was typed, nothing is found.
pub(in crate::query) fn find_names(
    dataset: &Dataset,
    names: &[SearchedName],
    typed: &str,
) -> Vec<NameMatch> {
    let prefix = NamePrefix::new(typed);
    let begins = |name: &str| prefix.rank(name).filter(|rank| *rank < CONTAINS);
    let found = matches(names, |name| begins(&name.name));
    let found = found.or_else(|| matches(names, |name| begins(&name.all_words)));
    let found = found.or_else(|| {
        let words = MeantWords::new(dataset, typed);
        matches(names, |name| words.mean(&name.all_words).then_some(0))
    });
    let found = found.or_else(|| matches(names, |name| prefix.rank(&name.name)));
    let found = found.or_else(|| {
        let words = tokens(typed);
        matches(names, |name| has_misspelt(&words, &name.name).then_some(0))
    });
    found.unwrap_or_default()
}

/// Returns the names that have a rank, the best first, or none if there are none.
fn matches(
    names: &[SearchedName],
    rank: impl Fn(&SearchedName) -> Option<u8>,
) -> Option<Vec<NameMatch>> {
    let ranked = names.iter().enumerate();
    let ranked =
        ranked.filter_map(|(index, name)| rank(name).map(|rank| NameMatch { index, rank }));
    let mut found: Vec<NameMatch> = ranked.collect();
    found.sort_shared_by_key(|found| found.rank);
    (!found.is_empty()).then_some(found)
}

/// The words that were typed, with what they may stand for.
struct MeantWords {
    words: Vec<String>,
    stems: Vec<String>,
    /// Places of the words, each with the stems of what they may stand for.
    forms: Vec<(std::ops::Range<usize>, Vec<String>)>,
}

impl MeantWords {
    fn new(dataset: &Dataset, typed: &str) -> Self {
        let query = SearchQuery::new(typed).unwrap_or_default();
        let stems = query.stems();
        let everyday = everyday_forms(&stems).into_iter().map(|other| other.form);
        let forms = TermForms::new(dataset).others(&stems).into_iter();
        let forms = forms.chain(everyday);
        Self {
            forms: forms
                .map(|form| (form.start..form.end, form.stems))
                .collect(),
            words: query.words,
            stems,
        }
    }

    /// Returns true if a text has each of the words, or what it may stand for.
    fn mean(&self, text: &str) -> bool {
        let words = tokens(text);
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        let has = |position: usize| {
            let (typed, typed_stem) = (&self.words[position], &self.stems[position]);
            words.iter().any(|word| word.starts_with(typed.as_str())) || stems.contains(typed_stem)
        };
        let stands_for = |position: usize| {
            let mut forms = self.forms.iter();
            forms.any(|(places, form)| {
                places.contains(&position) && stems.windows(form.len()).any(|part| part == form)
            })
        };
        let mut positions = 0..self.words.len();
        !self.words.is_empty() && positions.all(|position| has(position) || stands_for(position))
    }
}

/// Returns true if a name has each of these words, or a word that differs from it by typing errors.
fn has_misspelt(typed: &[String], name: &str) -> bool {
    let words = tokens(name);
    let has = |wanted: &String| {
        words.iter().any(|word| {
            word.starts_with(wanted.as_str()) || typing_errors(wanted, word, &stem(word)).is_some()
        })
    };
    !typed.is_empty() && typed.iter().all(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_the_search_finds_words() {
        let dataset = Dataset::bundled();
        let names = [
            ("Early years", "Early years theme"),
            ("Maths", "Maths theme"),
            ("Inclusion and attendance", "Inclusion and attendance theme"),
            (
                "National Citizen Service",
                "National Citizen Service partner",
            ),
            ("Sussex Maths Hub", "Sussex Maths Hub partner"),
            (
                "Health and wellbeing",
                "Health and wellbeing theme special educational needs",
            ),
        ];
        let names = names.map(|(name, all_words)| SearchedName {
            name: name.into(),
            all_words: all_words.into(),
        });
        let found = |typed: &str| -> Vec<&str> {
            let found = find_names(&dataset, &names, typed).into_iter();
            found
                .map(|found| names[found.index].name.as_str())
                .collect()
        };
        for (typed, expected) in [
            ("early", &["Early years"][..]),
            ("EARLY YEAR", &["Early years"]),
            ("years early", &["Early years"]),
            ("maths", &["Maths", "Sussex Maths Hub"]),
            ("hub maths", &["Sussex Maths Hub"]),
            ("theme maths", &["Maths"]),
            ("partner", &["National Citizen Service", "Sussex Maths Hub"]),
            ("ncs", &["National Citizen Service"]),
            ("absenteeism", &["Inclusion and attendance"]),
            ("SEND", &["Health and wellbeing"]),
            ("tional", &["National Citizen Service"]),
            ("inclusoin", &["Inclusion and attendance"]),
            ("wellbieng", &["Health and wellbeing"]),
            (" ", &[]),
            ("xyzzy", &[]),
        ] {
            assert_eq!(found(typed), expected, "{typed}");
        }
    }
}
