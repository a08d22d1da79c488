//! The values of an item that are shown in its labelled lines.

use crate::{
    dataset::{Area, Dataset, Date, Fact, FactData, Marks, PartialDate, Programme, Source},
    query::{chairs::until_known_from, describe::figure_words, outcome::known_from},
};

/// Calls `visit` with each value of a fact that its headline, its partners and its area do not
/// have.
pub(super) fn of_fact(dataset: &Dataset, fact: Fact, mut visit: impl FnMut(&str)) {
    let mut amount = fact.amount();
    match fact.body {
        FactData::Target(target) => {
            if let Some(baseline) = &target.baseline {
                visit(baseline);
            }
        }
        FactData::SharedAction(action) => visit(&action.applies_to.words),
        FactData::SharedFact(shared) => visit(&shared.applies_to.words),
        FactData::Person(person) => {
            // The end of their time may have become known later.
            if let Some(since) = person.since {
                visit(&since.to_string());
            }
        }
        FactData::Plan(plan) => {
            visit(&plan.published.to_string());
            if let Some(isbn) = &plan.isbn {
                visit(isbn);
            }
            if let Some(pages) = plan.pages {
                visit(&pages.to_string());
            }
        }
        FactData::Rank(rank) => {
            for note in [&rank.district, &rank.derived, &rank.note]
                .into_iter()
                .flatten()
            {
                visit(note);
            }
        }
        FactData::LaterTitle(later) => visit(&later.since.to_string()),
        // The headline has the amount.
        FactData::Money(_) => amount = None,
        FactData::Action(action) => {
            if let Some(status) = dataset.action_status(action) {
                visit(status.word());
            }
        }
        FactData::Statement(_) | FactData::NationalPartner(_) | FactData::Event(_) => {}
    }
    for figure in fact.figures() {
        visit(&figure_words(dataset, figure));
    }
    if let Some(period) = fact.period() {
        visit(&period.words);
    }
    if let Some(amount) = amount {
        visit(&amount.to_string());
    }
}

/// Calls `visit` with each text that may have become known later than its fact, and the day on which it did.
pub(super) fn of_later(dataset: &Dataset, fact: Fact, mut visit: impl FnMut(Date, &str)) {
    match fact.body {
        FactData::Person(person) => {
            let since = until_known_from(dataset, person);
            if let (Some(until), Some(since)) = (person.until, since) {
                visit(since, &until.to_string());
            }
        }
        FactData::Target(target) => {
            let Some(outcome) = &target.outcome else {
                return;
            };
            // An outcome of which nothing says when it was known is only in the latest snapshot.
            let since = known_from(dataset, outcome)
                .unwrap_or_else(|| PartialDate::Year(u16::MAX).last_day());
            if let Some(status) = outcome.status {
                visit(since, status.word());
            }
            for text in [&outcome.why, &outcome.derived].into_iter().flatten() {
                visit(since, text);
            }
        }
        _ => {}
    }
}

/// Calls `visit` with each text of a fact's marks.
pub(super) fn of_marks(marks: Option<&Marks>, mut visit: impl FnMut(&str)) {
    let Some(marks) = marks else {
        return;
    };
    for text in [&marks.derived, &marks.doubtful, &marks.caveat]
        .into_iter()
        .flatten()
    {
        visit(text);
    }
}

/// Calls `visit` with the codes of an area, its upper-tier authority and the meaning of its
/// position.
pub(super) fn of_area(area: &Area, mut visit: impl FnMut(&str)) {
    let districts = area.districts.iter();
    districts.for_each(|district| visit(&district.gss.to_string()));
    if let Some(authority) = &area.upper_tier {
        visit(&authority.name);
        visit(&authority.gss.to_string());
    }
    if let Some(position) = &area.position {
        visit(&position.meaning);
    }
}

/// Calls `visit` with the department and the country of the programme.
pub(super) fn of_programme(programme: &Programme, mut visit: impl FnMut(&str)) {
    let texts = [&programme.department, &programme.country];
    texts.into_iter().flatten().for_each(|text| visit(text));
}

/// Calls `visit` with the date, the ISBN, the number of pages, the type and the note of a source.
pub(super) fn of_source(source: &Source, mut visit: impl FnMut(&str)) {
    visit(&source.published.to_string());
    for text in [&source.isbn, &source.note].into_iter().flatten() {
        visit(text);
    }
    if let Some(pages) = source.pages {
        visit(&pages.to_string());
    }
    if let Some(source_type) = source.source_type {
        visit(source_type.word());
    }
}
