//! Partners by what they are, as far as the dataset says so: `charity`.

use super::name_key::name_key;
use crate::{
    dataset::{Dataset, SafeText},
    query::snapshot::Snapshot,
};

/// Returns the partners of which the dataset says that they are such a thing, each once and in alphabetical order: for
/// `charity` those whose term means `A charity that …`, and those that a fact names as `I CAN, a charity for …`.
///
/// Other partners may be such a thing too: the dataset does not say of every partner what it is.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{dataset::Dataset, query::resolve};
///
/// let dataset = Dataset::bundled();
/// let charities = resolve::partners_called(&dataset, "charities");
/// assert_eq!(charities, ["Education Endowment Foundation", "I CAN", "Teach First"]);
/// ```
#[must_use]
pub fn partners_called(dataset: &Dataset, kind: &str) -> Vec<String> {
    let kind = partner_kind(kind);
    if kind.is_empty() {
        return Vec::new();
    }
    let meaning_of = |partner: &str| {
        let key = name_key(partner);
        let mut terms = dataset.terms();
        let term = terms.find(|(_, term)| {
            let others = term.other_names();
            let mut names = [&term.term].into_iter().chain(others);
            names.any(|name| name_key(name) == key)
        });
        term.map(|(_, term)| term.meaning.as_str())
    };
    let mut partners: Vec<String> = Vec::new();
    for (_, fact) in Snapshot::latest(dataset).all_facts() {
        for partner in fact.partners().iter().map(SafeText::as_str) {
            let is_called = || {
                meaning_of(partner).is_some_and(|meaning| starts_with(meaning, &kind)) || {
                    let text = fact.headline();
                    let mut mentions = text.match_indices(partner);
                    mentions.any(|(start, _)| {
                        let rest = text[start + partner.len()..].strip_prefix(", ");
                        rest.is_some_and(|rest| starts_with(rest, &kind))
                    })
                }
            };
            if !partners.iter().any(|known| known == partner) && is_called() {
                partners.push(partner.into());
            }
        }
    }
    partners.sort_unstable();
    partners
}

/// Returns a word for what a partner is in the form in which the dataset has it: `charity` for `Charities`.
#[must_use]
pub fn partner_kind(typed: &str) -> String {
    singular(&typed.trim().to_lowercase())
}

/// Returns the singular of a noun: `charity` for `charities`.
fn singular(noun: &str) -> String {
    match (noun.strip_suffix("ies"), noun.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) => stem.into(),
        (None, None) => noun.into(),
    }
}

/// Returns true if a text starts with an article and the noun.
fn starts_with(text: &str, noun: &str) -> bool {
    let text = text.to_lowercase();
    let rest = ["a ", "an ", "the "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .and_then(|rest| rest.strip_prefix(noun));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_dataset_says_counts() {
        let dataset = Dataset::bundled();
        for kind in ["charity", "Charities", " charity "] {
            assert_eq!(partners_called(&dataset, kind).len(), 3, "{kind}");
        }
        for kind in ["", "s", "char", "zebra"] {
            assert!(partners_called(&dataset, kind).is_empty(), "{kind}");
        }
    }
}
