//! The dates on which something became known, and the way from one to the next.

use crate::{
    dataset::{Dataset, PartialDate},
    query::{
        facets::{Condition, FacetValue, values},
        filter::Filter,
        snapshot::Snapshot,
    },
};

/// The dates on which something became known, by time.
#[must_use]
pub fn dates(dataset: &Dataset) -> Vec<PartialDate> {
    let values = values(
        Snapshot::latest(dataset),
        &Filter::default(),
        Condition::Since,
    );
    values
        .into_iter()
        .filter_map(|value| {
            if let FacetValue::Date(date) = value.name {
                Some(date)
            } else {
                None
            }
        })
        .collect()
}

/// The date before; from all that is known that is the last one. Before the first there is none.
#[must_use]
pub fn earlier(dates: &[PartialDate], from: Option<PartialDate>) -> Option<PartialDate> {
    let before = |date: &PartialDate| from.is_none_or(|from| date.last_day() < from.last_day());
    let found = dates.iter().copied().rfind(before);
    found.or(from)
}

/// The next date; after the last comes all that is known.
#[must_use]
pub fn later(dates: &[PartialDate], from: Option<PartialDate>) -> Option<PartialDate> {
    let from = from?;
    dates
        .iter()
        .copied()
        .find(|date| date.last_day() > from.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_over_all_dates_and_back() {
        let dataset = Dataset::bundled();
        let dates = dates(&dataset);
        let days: Vec<_> = {
            let mut days: Vec<_> = dates.iter().map(|date| date.last_day()).collect();
            days.dedup();
            days
        };
        let (mut at, mut seen) = (None, Vec::new());
        loop {
            let next = earlier(&dates, at);
            if next == at {
                break;
            }
            at = next;
            seen.extend(at.map(PartialDate::last_day));
        }
        seen.reverse();
        assert_eq!(seen, days);
        for _ in &days {
            at = later(&dates, at);
        }
        assert_eq!(at, None);
        assert_eq!(later(&dates, None), None);
    }
}
