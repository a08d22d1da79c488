//! The values of the filter, found by words.

use super::{
    facet_options::{FacetOption, kinds_of},
    facets::Condition,
    fact_group::FactGroup,
    search::{NameMatch, SearchedName, find_names, words_for_kind},
    snapshot::Snapshot,
};

/// Returns the values of the filter that are called so, the best match first, as indices in
/// `options`. Equal ranks are equally good.
///
/// Words are compared as in a search: in any form and order, by their beginnings, by abbreviations,
/// by everyday words, and with typing errors if nothing else matches. The name of the condition may
/// be among them: `theme maths`.
///
/// # Examples
///
/// ```
/// use opportunity_areas::{
///     dataset::Dataset,
///     query::{facet_options::facet_options, facet_search::find_options, filter::Filter, snapshot::Snapshot},
/// };
///
/// let dataset = Dataset::bundled();
/// let snapshot = Snapshot::latest(&dataset);
/// let options = facet_options(snapshot, &Filter::default());
/// let found = find_options(snapshot, &options, "nurseries");
/// assert_eq!(options[found[0].index].label, "Early years");
/// ```
#[must_use]
pub fn find_options(snapshot: Snapshot, options: &[FacetOption], typed: &str) -> Vec<NameMatch> {
    let names: Vec<SearchedName> = options
        .iter()
        .map(|option| SearchedName {
            name: option.label.clone(),
            all_words: all_words(snapshot, option),
        })
        .collect();
    find_names(snapshot.dataset(), &names, typed)
}

/// Returns the name of a value with the words that people use for it: what a theme is about, and other
/// words for a kind.
fn all_words(snapshot: Snapshot, option: &FacetOption) -> String {
    let condition = option.condition;
    let mut words = format!(
        "{} {} {} {}",
        option.label,
        condition.singular(),
        condition.plural(),
        option.value
    );
    let mut themes = snapshot.dataset().themes();
    let theme = themes
        .find(|(_, theme)| condition == Condition::Theme && theme.id.as_str() == option.value);
    if let Some((_, theme)) = theme {
        words.push(' ');
        words.push_str(&theme.what);
    }
    let group = FactGroup::ALL
        .into_iter()
        .find(|group| condition == Condition::Kind && group.plural() == option.value);
    for kind in group.into_iter().flat_map(kinds_of) {
        words.push(' ');
        words.push_str(words_for_kind(kind));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{facet_options::facet_options, filter::Filter},
    };

    #[test]
    fn values_are_found_by_the_words_that_people_use() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let options = facet_options(snapshot, &Filter::default());
        let first = |typed: &str| {
            let found = find_options(snapshot, &options, typed);
            found
                .first()
                .map(|found| options[found.index].label.as_str())
        };
        for (typed, label) in [
            ("early years", "Early years"),
            ("théme EARLY", "Early years"),
            ("nursery", "Early years"),
            ("maths", "Maths"),
            ("numeracy", "Maths"),
            ("mental health", "Health and wellbeing"),
            ("litercy", "Literacy"),
            ("absenteeism", "Inclusion and attendance"),
            ("goals", "targets"),
            ("budget", "sums of money"),
            ("yorkshire", "Yorkshire and The Humber"),
            ("wave 2", "Wave 2 (January 2017)"),
            ("eef", "Education Endowment Foundation"),
        ] {
            assert_eq!(first(typed), Some(label), "{typed}");
        }
        assert_eq!(first("xyzzy"), None);
        let themes = find_options(snapshot, &options, "themes");
        let is_theme = |found: &NameMatch| options[found.index].condition == Condition::Theme;
        assert!(themes.len() > 3 && themes.iter().take(10).all(is_theme));
    }
}
