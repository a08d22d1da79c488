//! The conditions on dates: periods, deadlines and the day an item became known.

use super::conditions::Filter;
use crate::{
    dataset::{Citations, Fact, FactData, FactIndex, PartialDate, Period, Source},
    query::snapshot::Snapshot,
};

impl Filter {
    /// Returns true if a fact meets the conditions on its period, its deadline and the day it
    /// became known.
    pub(super) fn matches_dates(&self, snapshot: Snapshot, index: FactIndex) -> bool {
        let fact = snapshot.dataset().fact(index);
        let period = self.period.is_none_or(|wanted| is_about(fact, wanted));
        let by = self.by.is_none_or(|wanted| {
            due_date(fact).is_some_and(|due| due.last_day() <= wanted.last_day())
        });
        period && by && self.matches_sources(snapshot, fact.cites())
    }

    /// Returns true if something with these citations meets the conditions on its sources: it became known on or after the
    /// first day of a date, and a known source of it was published in a day, month or year.
    pub(super) fn matches_sources(&self, snapshot: Snapshot, cites: &Citations) -> bool {
        let since = self
            .since
            .is_none_or(|since| cites.known_from().last_day() >= since.first_day());
        since
            && (self.published.is_none()
                || snapshot.known(cites).any(|citation| {
                    let source = snapshot.dataset().source(citation.source_index());
                    self.matches_publication(source)
                }))
    }

    /// Returns true if a source was published in the day, month or year that was asked for, or if there is no such
    /// condition. A source with only a year was published in that year, but in none of its months.
    #[must_use]
    pub fn matches_publication(&self, source: &Source) -> bool {
        self.published.is_none_or(|wanted| {
            let published = source.published;
            wanted.first_day() <= published.first_day() && published.last_day() <= wanted.last_day()
        })
    }

    /// Returns true if there is a condition on sources.
    pub(super) fn has_source_conditions(&self) -> bool {
        self.since.is_some() || self.published.is_some()
    }
}

/// Returns true if a fact is about a day, month or year: an event in it, a rank or a number of it, or a period that has a
/// day in common with it.
fn is_about(fact: Fact, wanted: PartialDate) -> bool {
    let meets = |date: PartialDate| {
        date.first_day() <= wanted.last_day() && date.last_day() >= wanted.first_day()
    };
    let figures = || fact.figures().iter().filter_map(|figure| figure.date);
    match (fact.body, fact.period()) {
        (FactData::Event(event), _) => meets(event.date),
        (FactData::Rank(rank), _) => meets(PartialDate::Year(rank.year)),
        // The period of a target is its deadline, and its numbers are of other dates.
        (FactData::Target(_), _) => false,
        (_, Some(period)) => overlaps(period, wanted),
        (_, None) => figures().any(meets),
    }
}

/// Returns the deadline of a target, or the end of an action; none if it is not known. An action that goes on without an
/// end is due when it is to begin.
pub(in crate::query) fn due_date(fact: Fact) -> Option<PartialDate> {
    let period = fact.period()?;
    match fact.body {
        FactData::Target(_) => period.to,
        FactData::Action(_) => period.to.or(period.from),
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
    fn period_filter_includes_years_of_ranks_and_numbers() {
        let period = |text: &str| Filter {
            period: Some(date(text)),
            ..Filter::default()
        };
        assert!(matches(&period("2016"), "blackpool/rank-2016"));
        assert!(!matches(&period("2017"), "blackpool/rank-2016"));
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let dated = snapshot.all_facts().find_map(|(_, fact)| {
            let date = fact.figures().iter().find_map(|figure| figure.date)?;
            matches!(fact.body, FactData::Statement(_))
                .then(|| (fact.reference().to_string(), date))
        });
        let (reference, figure) = dated.expect("a number has a date");
        assert!(matches(&period(&figure.iso()), &reference), "{reference}");
        assert!(!matches(&period("1999"), &reference), "{reference}");
    }

    #[test]
    fn published_filter_wants_a_source_of_that_day_month_or_year() {
        let published = |text: &str| Filter {
            published: Some(date(text)),
            ..Filter::default()
        };
        for (reference, met, missed) in [
            (
                "source/plan-oldham",
                vec!["2017", "2017-10", "2017-10-09"],
                vec!["2016", "2017-10-10", "2018"],
            ),
            (
                "oldham/3/mental-health-first-aid",
                vec!["2017", "2017-10-09"],
                vec!["2019"],
            ),
            // Its priority has sources of later years too.
            ("oldham/3", vec!["2017", "2020", "2021-05"], vec!["2015"]),
        ] {
            assert!(
                met.iter().all(|text| matches(&published(text), reference)),
                "{reference}"
            );
            assert!(
                !missed
                    .iter()
                    .any(|text| matches(&published(text), reference)),
                "{reference}"
            );
        }
        // The source states only its year.
        let dataset = Dataset::bundled();
        let yearly = dataset
            .sources()
            .find_map(|(_, source)| match source.published {
                PartialDate::Year(year) => Some((format!("source/{}", source.id), year)),
                _ => None,
            });
        let (source, year) = yearly.expect("a source has only a year");
        assert!(matches(&published(&year.to_string()), &source));
        assert!(!matches(&published(&format!("{year}-12")), &source));
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
        for (text, met) in [("2018", true), ("2018-09", true), ("2018-08", false)] {
            assert_eq!(
                matches(
                    &by(text),
                    "fenland-and-east-cambridgeshire/1/breakfast-clubs"
                ),
                met,
                "an action without an end is due when it begins, {text}"
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
