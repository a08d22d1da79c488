//! The source that said something first.

use super::snapshot::Snapshot;
use crate::dataset::{Citation, Dataset};

/// Returns the earliest known citation.
#[must_use]
pub fn earliest_citation<'a>(
    snapshot: Snapshot<'a>,
    cites: &'a [Citation],
) -> Option<&'a Citation> {
    snapshot.known(cites).min_by_key(|citation| {
        snapshot
            .dataset()
            .source(citation.source_index())
            .published
            .last_day()
    })
}

/// Returns the earliest known citation in a line, with the number of other citations: `LocalGov,
/// 2019, funding (+1 more)`.
#[must_use]
pub fn attribution<'a>(snapshot: Snapshot<'a>, cites: &'a [Citation]) -> String {
    first_of(snapshot, cites, |first| {
        source_note(snapshot.dataset(), first)
    })
}

/// Returns the earliest known citation as [`attribution`] does, but without the place in the source: `LocalGov, 2019
/// (+1 more)`.
#[must_use]
pub fn short_attribution<'a>(snapshot: Snapshot<'a>, cites: &'a [Citation]) -> String {
    first_of(snapshot, cites, |first| {
        let source = snapshot.dataset().source(first.source_index());
        format!("{}, {}", source.publisher, source.published)
    })
}

/// Returns the earliest known citation in words, with the number of other citations.
fn first_of<'a>(
    snapshot: Snapshot<'a>,
    cites: &'a [Citation],
    words: impl FnOnce(&Citation) -> String,
) -> String {
    let Some(first) = earliest_citation(snapshot, cites) else {
        return "not known".into();
    };
    let others = snapshot.known(cites).count() - 1;
    let more = if others > 0 {
        format!(" (+{others} more)")
    } else {
        String::new()
    };
    format!("{}{more}", words(first))
}

/// Returns a citation in a short note: the publisher, the date and the place in the source.
#[must_use]
pub fn source_note(dataset: &Dataset, citation: &Citation) -> String {
    let source = dataset.source(citation.source_index());
    format!(
        "{}, {}, {}",
        source.publisher, source.published, citation.at
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Item;

    #[test]
    fn facts_are_known_from_their_earliest_source() {
        let dataset = Dataset::bundled();
        let known = |reference: &str| match dataset
            .item(dataset.find(reference).expect("the reference exists"))
        {
            Item::Fact(fact) => fact.cites().known_from().iso(),
            other => panic!("{other:?} is not a fact"),
        };
        assert_eq!(known("oldham/3/mental-health-first-aid"), "2017-10-09");
        assert_eq!(known("norwich/3/inclusion-charter"), "2018");
        assert_eq!(known("blackpool/rank-2016"), "2016-02-01");
    }
}
