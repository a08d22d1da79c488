//! Since when something is known: from the publication of the earliest source that says it.

use crate::dataset::{Citation, Dataset, PartialDate};

/// The publication date of the earliest of these citations; the earliest by its last possible day.
#[must_use]
pub fn known_from(dataset: &Dataset, cites: &[Citation]) -> Option<PartialDate> {
    cites.iter().map(|citation| dataset.source(&citation.source).published).min_by_key(|published| published.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Item;

    #[test]
    fn a_fact_is_known_from_its_earliest_source() {
        let dataset = Dataset::bundled();
        let known = |reference: &str| match dataset.item(dataset.find(reference).expect("the reference is there")) {
            Item::Fact(fact) => known_from(&dataset, fact.cites()).expect("a fact has a citation").iso(),
            other => panic!("{other:?} is not a fact"),
        };
        assert_eq!(known("oldham/3/mental-health-first-aid"), "2017-10-09");
        assert_eq!(known("norwich/3/inclusion-charter"), "2019");
        assert_eq!(known("blackpool/rank-2016"), "2016-02-01");
    }
}
