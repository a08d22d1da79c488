//! The reason why an area has no priority in a theme: an empty cell of the matrix.

use super::{describe::possessive, snapshot::Snapshot};
use crate::{
    dataset::{AreaIndex, FactIndex, Kind, OwnerIndex, ThemeIndex},
    sort::SortShared,
};

/// The explanation of an empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyCell {
    /// Notes of the area that mention the theme, those that explain why it has no priority first.
    pub notes: Vec<FactIndex>,
    /// Sentence that says so; none if the first note does.
    pub sentence: Option<String>,
}

/// Explains why an area has no priority in a theme.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{empty_cell::empty_cell, resolve, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let cell = |area| -> Result<_, Box<dyn std::error::Error>> {
///     let (area, theme) = (resolve::area(&dataset, area)?, resolve::theme(&dataset, "early-years")?);
///     Ok(empty_cell(Snapshot::latest(&dataset), area, theme))
/// };
/// assert_eq!(
///     cell("bradford")?.sentence.as_deref(),
///     Some("None of Bradford's priorities is about early years.")
/// );
/// let [note] = cell("blackpool")?.notes[..] else { panic!("a note explains it") };
/// assert_eq!(
///     dataset.fact(note).reference().as_str(),
///     "blackpool/early-years-left-to-better-start"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn empty_cell(snapshot: Snapshot, area: AreaIndex, theme: ThemeIndex) -> EmptyCell {
    let dataset = snapshot.dataset();
    let theme = dataset.theme(theme);
    let name = within_sentence(&theme.name);
    let short = theme.short.as_deref().map(within_sentence);
    let mentions = |text: &str| {
        let mut names = std::iter::once(&name).chain(&short);
        names.any(|name| mentions(text, name))
    };
    let mut notes = Vec::new();
    for (index, fact) in snapshot.facts_of(OwnerIndex::Area(area), Kind::Note) {
        let text = fact.headline();
        if mentions(&text) {
            notes.push((!text.contains("no priority"), index));
        }
    }
    notes.sort_shared_by_key(|(is_related, _)| *is_related);
    let is_explained = notes.first().is_some_and(|(is_related, _)| !is_related);
    let area_name = &dataset.area(area).name;
    let sentence = if is_explained {
        None
    } else if snapshot.priorities(area).next().is_none() {
        Some(format!(
            "{} priorities are not known.",
            possessive(area_name)
        ))
    } else {
        Some(format!(
            "None of {} priorities is about {name}.",
            possessive(area_name)
        ))
    };
    EmptyCell {
        notes: notes.into_iter().map(|(_, note)| note).collect(),
        sentence,
    }
}

/// Returns a name without its capital, unless it begins with an abbreviation such as SEND.
fn within_sentence(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_string(),
    }
}

/// Returns true if a text has a name as whole words. Its case must be the same: a `Teaching School
/// Alliance` is not about teaching.
fn mentions(text: &str, name: &str) -> bool {
    let is_end =
        |character: Option<char>| character.is_none_or(|character| !character.is_alphanumeric());
    text.match_indices(name).any(|(start, _)| {
        is_end(text[..start].chars().next_back())
            && is_end(text[start + name.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, PartialDate},
        query::resolve,
    };

    fn cell(snapshot: Snapshot, area: &str, theme: &str) -> (Vec<String>, Option<String>) {
        let dataset = snapshot.dataset();
        let area = resolve::area(dataset, area).expect("the area exists");
        let theme = resolve::theme(dataset, theme).expect("the theme exists");
        let EmptyCell { notes, sentence } = empty_cell(snapshot, area, theme);
        let reference = |&note: &FactIndex| dataset.fact(note).reference().to_string();
        (notes.iter().map(reference).collect(), sentence)
    }

    #[test]
    fn notes_that_only_mention_the_theme_follow_a_sentence() {
        let dataset = Dataset::bundled();
        assert_eq!(
            cell(Snapshot::latest(&dataset), "ipswich", "early-years"),
            (
                vec!["ipswich/year-4-focus".into()],
                Some("None of Ipswich's priorities is about early years.".into())
            )
        );
    }

    #[test]
    fn names_that_contain_a_theme_explain_nothing() {
        let dataset = Dataset::bundled();
        let (notes, _) = cell(
            Snapshot::latest(&dataset),
            "oldham",
            "teaching-and-leadership",
        );
        assert_eq!(notes, Vec::<String>::new(), "the Teaching School Alliance");
        assert!(!mentions("attainments", "attainment"));
        assert!(mentions("early years, again", "early years"));
    }

    #[test]
    fn priorities_that_came_later_are_not_denied() {
        let dataset = Dataset::bundled();
        let date: PartialDate = "2017".parse().expect("a date");
        let snapshot = Snapshot::as_of(&dataset, date);
        assert_eq!(
            cell(snapshot, "hastings", "maths").1.as_deref(),
            Some("Hastings' priorities are not known.")
        );
    }

    #[test]
    fn abbreviations_keep_their_capitals_within_a_sentence() {
        assert_eq!(within_sentence("SEND and inclusion"), "SEND and inclusion");
        assert_eq!(within_sentence("Maths"), "maths");
    }
}
