//! A filter in words.

use super::{
    facet_options::{CONDITIONS, all_of, chosen, label},
    filter::Filter,
    snapshot::Snapshot,
};

/// Returns the chosen values in words, or none if there are none. If most kinds or themes are chosen, returns the others:
/// `without notes`.
#[must_use]
pub fn summary(snapshot: Snapshot, filter: &Filter) -> Option<String> {
    in_words(&parts(snapshot, filter))
}

/// Returns what a filter shows, in words, or none if it shows everything: `only targets`, or after the word for everything,
/// `all without notes`.
#[must_use]
pub fn shown(snapshot: Snapshot, filter: &Filter, everything: &str) -> Option<String> {
    let parts = parts(snapshot, filter);
    let leaves_out = |part: &FilterPart| matches!(part, FilterPart::Without(_));
    let start = if parts.iter().all(leaves_out) {
        everything
    } else {
        "only"
    };
    Some(format!("{start} {}", in_words(&parts)?))
}

/// Words for one condition: the names of the values that are shown, or of those that are not.
enum FilterPart {
    Only(String),
    Without(String),
}

fn parts(snapshot: Snapshot, filter: &Filter) -> Vec<FilterPart> {
    let part = |condition| {
        let chosen = chosen(filter, condition);
        let others: Vec<String> = all_of(snapshot, condition)
            .into_iter()
            .filter(|value| !chosen.contains(value))
            .collect();
        let names = |values: &[String]| {
            let names = values.iter().map(|value| label(snapshot, condition, value));
            names.collect::<Vec<_>>().join(", ")
        };
        match (chosen.len(), others.len()) {
            (0, _) => None,
            (on, off @ 1..) if off * 2 < on => Some(FilterPart::Without(names(&others))),
            _ => Some(FilterPart::Only(names(&chosen))),
        }
    };
    CONDITIONS.into_iter().filter_map(part).collect()
}

/// Returns the parts in a row, the values that are shown before those that are not; none if there are none.
fn in_words(parts: &[FilterPart]) -> Option<String> {
    let only = parts.iter().filter_map(|part| match part {
        FilterPart::Only(names) => Some(names.clone()),
        FilterPart::Without(_) => None,
    });
    let without = parts.iter().filter_map(|part| match part {
        FilterPart::Without(names) => Some(format!("without {names}")),
        FilterPart::Only(_) => None,
    });
    let words: Vec<String> = only.chain(without).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, Kind},
        query::facet_options::{FacetOption, facet_options, switch},
    };

    #[test]
    fn what_is_shown_comes_before_what_is_left_out() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let mut filter = Filter::default();
        assert_eq!(shown(snapshot, &filter, "all"), None);
        let options = facet_options(snapshot, &filter);
        let maths = |option: &&FacetOption| option.label == "Maths";
        switch(
            &mut filter,
            options.iter().find(maths).expect("a theme"),
            &options,
        );
        assert_eq!(
            shown(snapshot, &filter, "all").as_deref(),
            Some("all without Maths")
        );
        filter.kinds = vec![Kind::Target];
        assert_eq!(
            shown(snapshot, &filter, "all").as_deref(),
            Some("only targets, without Maths")
        );
    }
}
