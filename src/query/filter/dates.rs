//! The conditions on dates: periods, deadlines and the day an item became known.

use super::conditions::Filter;
use crate::{
    dataset::{Citations, Fact, FactData, FactIndex, PartialDate, Period},
    query::snapshot::Snapshot,
};

impl Filter {
    /// Returns true if a fact meets the conditions on its period, its deadline and the day it
    /// became known.
    pub(super) fn matches_dates(&self, snapshot: Snapshot, index: FactIndex) -> bool {
        let fact = snapshot.dataset().fact(index);
        let period = self
            .period
            .is_none_or(|wanted| match (fact.body, fact.period()) {
                (FactData::Event(event), _) => {
                    event.date.first_day() <= wanted.last_day()
                        && event.date.last_day() >= wanted.first_day()
                }
                // The period of a target is its deadline.
                (FactData::Target(_), _) | (_, None) => false,
                (_, Some(period)) => overlaps(period, wanted),
            });
        let by = self.by.is_none_or(|wanted| {
            due_date(fact).is_some_and(|due| due.last_day() <= wanted.last_day())
        });
        period && by && self.matches_since(fact.cites())
    }

    /// Returns true if something with these citations became known on or after the first day of the
    /// date, or if there is no such condition.
    pub(super) fn matches_since(&self, cites: &Citations) -> bool {
        self.since
            .is_none_or(|since| cites.known_from().last_day() >= since.first_day())
    }
}

/// Returns the deadline of a target, or the end of an action; none if it is not known.
pub(in crate::query) fn due_date(fact: Fact) -> Option<PartialDate> {
    match fact.body {
        FactData::Target(_) | FactData::Action(_) => fact.period()?.to,
        _ => None,
    }
}

/// Returns true if a period and a date have a day in common. A period without a start or end is
/// open there.
fn overlaps(period: &Period, date: PartialDate) -> bool {
    period
        .from
        .is_none_or(|from| from.first_day() <= date.last_day())
        && period.to.is_none_or(|to| to.last_day() >= date.first_day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn matches(filter: &Filter, reference: &str) -> bool {
        let dataset = Dataset::bundled();
        filter.matches(
            Snapshot::latest(&dataset),
            dataset.find(reference).expect("the reference exists"),
        )
    }

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn period_filter_includes_first_and_last_day() {
        let period = |text: &str| Filter {
            period: Some(date(text)),
            ..Filter::default()
        };
        for (reference, met, missed) in [
            (
                "doncaster/consultation-event",
                vec!["2017-10-07", "2017-10", "2017"],
                vec!["2017-10-06", "2017-10-08", "2018"],
            ),
            (
                "west-somerset/1/physical-literacy",
                vec!["2020-03-31", "2020-03", "2020", "2017"],
                vec!["2020-04-01", "2020-04", "2021"],
            ),
            (
                "derby/1/talk-derby",
                vec!["2019-06-01", "2019", "2022"],
                vec!["2019-05-31", "2018"],
            ),
            // A target has a deadline, not a period. Most actions have no known period.
            ("derby/1/good-level-of-development", vec![], vec!["2021"]),
            (
                "oldham/3/mental-health-first-aid",
                vec![],
                vec!["2017", "2018"],
            ),
        ] {
            assert!(
                met.iter().all(|text| matches(&period(text), reference)),
                "{reference}"
            );
            assert!(
                !missed.iter().any(|text| matches(&period(text), reference)),
                "{reference}"
            );
        }
    }

    #[test]
    fn by_filter_compares_the_last_day_of_the_deadline() {
        let by = |text: &str| Filter {
            by: Some(date(text)),
            ..Filter::default()
        };
        for (text, met) in [
            ("2018-09-30", true),
            ("2018-09", true),
            ("2018", true),
            ("2018-09-29", false),
            ("2018-08", false),
        ] {
            assert_eq!(
                matches(&by(text), "hastings/3/i-rock-capacity"),
                met,
                "{text}"
            );
        }
        for (text, met) in [("2020", true), ("2020-03-31", true), ("2020-03-30", false)] {
            assert_eq!(
                matches(&by(text), "west-somerset/1/physical-literacy"),
                met,
                "an action is due at its end, {text}"
            );
        }
        assert!(
            !matches(&by("2022"), "oldham/plan"),
            "the end of a plan is no deadline"
        );
    }

    #[test]
    fn since_filter_includes_the_date_from_its_first_day() {
        let since = |text: &str| Filter {
            since: Some(date(text)),
            ..Filter::default()
        };
        for reference in ["oldham/3/mental-health-first-aid", "oldham/3"] {
            for date in ["2017-10-09", "2017-10", "2017"] {
                assert!(matches(&since(date), reference), "{reference} {date}");
            }
        }
        assert!(!matches(
            &since("2017-10-10"),
            "oldham/3/mental-health-first-aid"
        ));
        assert!(
            matches(&since("2017-10-10"), "oldham/3"),
            "something of it became known later"
        );
        assert!(!matches(&since("2022"), "oldham/3") && matches(&since("2022"), "oldham"));
        assert!(!matches(&since("2024"), "oldham"));
    }
}
