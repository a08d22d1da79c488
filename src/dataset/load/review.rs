//! Review of a sound dataset: values that are allowed but probably wrong.

use std::collections::HashMap;

use super::{
    problem::Suspicion, review_characters::review_characters, review_positions::review_positions,
};
use crate::dataset::{
    format::{Area, Plan},
    store::{Dataset, Fact, FactData, Kind, Owner},
    values::{Date, PartialDate},
};

/// Returns what is suspicious in a dataset, in no particular order. `text` is the text of its file.
pub(super) fn review(text: &str, dataset: &Dataset) -> Vec<Suspicion> {
    let mut review = Review {
        usual_year: usual_year(dataset),
        found: review_positions(dataset),
        amounts: Vec::new(),
    };
    review.review_lists(dataset);
    review.review_owner(dataset.programme(), "programme", None, &mut HashMap::new());
    for (index, area) in dataset.document().areas.iter().enumerate() {
        review.review_area(area, &format!("areas[{index}]"));
    }
    review.review_amounts();
    let mut found = review.found;
    found.extend(review_characters(text, dataset, &found));
    found
}

/// Returns the median year of the publications.
fn usual_year(dataset: &Dataset) -> Option<u16> {
    let sources = dataset.document().sources.iter();
    let mut years: Vec<u16> = sources.map(|source| source.published.year()).collect();
    years.sort_unstable();
    years.get(years.len() / 2).copied()
}

/// The most years before the usual one that are not suspicious.
const MAX_YEARS_BEFORE: u16 = 100;
/// The most years after the usual one that are not suspicious.
const MAX_YEARS_AFTER: u16 = 50;

/// Amounts are compared with each other if there are at least this many.
const MIN_AMOUNTS: usize = 5;
/// An amount is suspicious if it is this many times the median, or less than one part of so many.
const OUTLIER: u64 = 10_000;

/// The text of a fact, and where it was seen first.
type Texts = HashMap<(Kind, String), String>;

struct Review {
    usual_year: Option<u16>,
    found: Vec<Suspicion>,
    /// Each amount in pounds, with its path.
    amounts: Vec<(u64, String)>,
}

impl Review {
    fn report(&mut self, path: String, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Suspicion {
            path,
            message: message.into(),
            help: help.into(),
        });
    }

    /// Reviews the names of areas and themes, and the sources.
    fn review_lists(&mut self, dataset: &Dataset) {
        let document = dataset.document();
        let names = |list: &'static str| {
            move |(index, name): (usize, &str)| (format!("{list}[{index}].name"), fold(name))
        };
        let areas = document.areas.iter().map(|area| area.name.as_str());
        self.report_repeats(areas.enumerate().map(names("areas")), "name");
        let themes = document.themes.iter().map(|theme| theme.name.as_str());
        self.report_repeats(themes.enumerate().map(names("themes")), "name");
        let sources = document.sources.iter().enumerate().map(|(index, source)| {
            let text = format!(
                "{}\n{}\n{}",
                source.title,
                source.publisher,
                source.published.iso()
            );
            (format!("sources[{index}].title"), fold(&text))
        });
        self.report_repeats(sources, "title, publisher and date");
        for (index, source) in document.sources.iter().enumerate() {
            self.review_date(source.published, || format!("sources[{index}].published"));
        }
    }

    fn report_repeats(&mut self, texts: impl Iterator<Item = (String, String)>, what: &str) {
        let mut seen: HashMap<String, String> = HashMap::new();
        for (path, text) in texts {
            if let Some(first) = seen.get(&text) {
                self.report(
                    path,
                    format!("the {what} are the same as those of {}", parent(first)).replace(
                        "the name are the same as those",
                        "the name is the same as that",
                    ),
                    "remove one of the two, or make them different",
                );
            } else {
                seen.insert(text, path);
            }
        }
    }

    fn review_area(&mut self, area: &Area, path: &str) {
        let mut texts = HashMap::new();
        self.review_owner(area, path, None, &mut texts);
        let titles = area
            .priorities
            .iter()
            .enumerate()
            .map(|(number, priority)| {
                (
                    format!("{path}.priorities[{number}].title"),
                    fold(&priority.title),
                )
            });
        self.report_repeats(titles, "name");
        let start = area.plan.as_ref().map(first_day);
        for (number, priority) in area.priorities.iter().enumerate() {
            let path = format!("{path}.priorities[{number}]");
            self.review_owner(priority, &path, start, &mut texts);
        }
    }

    fn review_owner<T: Owner>(
        &mut self,
        owner: &T,
        path: &str,
        plan_start: Option<Date>,
        texts: &mut Texts,
    ) {
        for &kind in T::KINDS {
            for (number, fact) in owner.facts_of(kind).enumerate() {
                let path = match fact.body {
                    FactData::Plan(_) => format!("{path}.{}", T::list_path(kind)),
                    _ => format!("{path}.{}[{number}]", T::list_path(kind)),
                };
                self.review_fact(fact, &path, plan_start);
                self.review_text(fact, path, texts);
            }
        }
    }

    fn review_fact(&mut self, fact: Fact, path: &str, plan_start: Option<Date>) {
        for (index, partner) in fact.partners().iter().enumerate() {
            if let Some(separator) = list_separator(partner) {
                let path = match fact.body {
                    FactData::Action(_) => format!("{path}.partners[{index}]"),
                    _ => format!("{path}.name"),
                };
                self.report(
                    path,
                    "this is probably a list of several partners in one text",
                    format!("write each partner as a text of its own, without `{separator}`"),
                );
            }
        }
        for (index, figure) in fact.figures().iter().enumerate() {
            let path = format!("{path}.figures[{index}]");
            if let Some(date) = figure.date {
                self.review_date(date, || format!("{path}.date"));
            }
            if let Some(of) = figure.of
                && figure.value > of
            {
                self.report(
                    format!("{path}.value"),
                    format!("{} of {of} is more than all", figure.value),
                    "swap or correct `value` and `of`",
                );
            }
        }
        if let Some(amount) = fact.amount() {
            self.amounts
                .push((amount.pounds.0, format!("{path}.amount.pounds")));
        }
        let period_field = match fact.body {
            FactData::Target(_) => "by",
            _ => "period",
        };
        if let Some(period) = fact.period() {
            for (field, date) in [("from", period.from), ("to", period.to)] {
                if let Some(date) = date {
                    self.review_date(date, || format!("{path}.{period_field}.{field}"));
                }
            }
        }
        match fact.body {
            FactData::Plan(plan) => {
                self.review_date(plan.published, || format!("{path}.published"));
            }
            FactData::Event(event) => self.review_date(event.date, || format!("{path}.date")),
            FactData::LaterTitle(title) => {
                self.review_date(title.since, || format!("{path}.since"));
            }
            FactData::Rank(rank) => {
                self.review_date(PartialDate::Year(rank.year), || format!("{path}.year"));
            }
            FactData::Person(person) => {
                for (field, date) in [("since", person.since), ("until", person.until)] {
                    if let Some(date) = date {
                        self.review_date(date, || format!("{path}.{field}"));
                    }
                }
                if let Some((since, until)) = person.since.zip(person.until)
                    && since.first_day() > until.last_day()
                {
                    self.report(
                        format!("{path}.until"),
                        format!(
                            "the person leaves the role before taking it: from {since} to {until}"
                        ),
                        "swap or correct `since` and `until`",
                    );
                }
            }
            FactData::Target(target) => {
                let due = target.by.as_ref().and_then(|by| by.to.or(by.from));
                if let Some((due, start)) = due.zip(plan_start)
                    && due.last_day() < start
                {
                    self.report(
                        format!("{path}.by"),
                        format!("the target is due by {due}, before the plan starts on {start}"),
                        "check the date",
                    );
                }
            }
            _ => {}
        }
    }

    fn review_text(&mut self, fact: Fact, path: String, texts: &mut Texts) {
        // A person may have had a role twice.
        if matches!(fact.body, FactData::Person(_)) {
            return;
        }
        let period = fact.period().map_or("", |period| period.words.as_str());
        let text = fold(&format!("{}\n{period}", fact.headline()));
        match texts.get(&(fact.kind, text.clone())) {
            Some(first) => {
                let message = format!("this says the same as {first}");
                self.report(
                    path,
                    message,
                    "remove one of the two, or make them different",
                );
            }
            None => {
                texts.insert((fact.kind, text), path);
            }
        }
    }

    fn review_date(&mut self, date: PartialDate, path: impl Fn() -> String) {
        let Some(usual) = self.usual_year else {
            return;
        };
        let year = date.year();
        let far = if year > usual.saturating_add(MAX_YEARS_AFTER) {
            format!("{} years after", year - usual)
        } else if year < usual.saturating_sub(MAX_YEARS_BEFORE) {
            format!("{} years before", usual - year)
        } else {
            return;
        };
        self.report(
            path(),
            format!("this date is {far} most publications of the dataset"),
            "check the year",
        );
    }

    fn review_amounts(&mut self) {
        let mut amounts = std::mem::take(&mut self.amounts);
        amounts.retain(|(pounds, _)| *pounds > 0);
        if amounts.len() < MIN_AMOUNTS {
            return;
        }
        let mut sorted: Vec<u64> = amounts.iter().map(|(pounds, _)| *pounds).collect();
        sorted.sort_unstable();
        let median = sorted[sorted.len() / 2];
        for (pounds, path) in amounts {
            if pounds < median / OUTLIER {
                let message = format!("£{pounds} is far less than most amounts of the dataset");
                self.report(
                    path,
                    message,
                    "write whole pounds, not thousands or millions",
                );
            } else if pounds > median.saturating_mul(OUTLIER) {
                let message = format!("£{pounds} is far more than most amounts of the dataset");
                self.report(path, message, "write whole pounds, not pence");
            }
        }
    }
}

/// Returns the first day of a plan: of its period, or of its publication if that is earlier.
fn first_day(plan: &Plan) -> Date {
    let from = plan.period.as_ref().and_then(|period| period.from);
    let published = plan.published.first_day();
    from.map_or(published, |from| from.first_day().min(published))
}

/// Returns what separates the items of a list in one text, if the text is probably one.
fn list_separator(text: &str) -> Option<&'static str> {
    // A line break and a tab were made visible when the text was read.
    [";", "|", "•", "␊", "␉", " / "]
        .into_iter()
        .find(|separator| text.contains(separator))
}

/// Returns a text for comparison: without differences in case and white space.
fn fold(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Returns the path of what a value belongs to.
fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(parent, _)| parent)
}
