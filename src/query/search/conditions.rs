//! The conditions of a query, for a dataset.

use super::{
    fold::fold,
    kind_words::{KIND_COUNT, kind_number, kind_words},
    query::SearchQuery,
    stem::stem,
    syntax::{ConditionKey, QueryCondition},
    token::tokens,
};
use crate::{
    dataset::{FactData, Item, ItemIndex, PartialDate, Period, SafeText},
    query::{chairs::known_until, filter::Filter, snapshot::Snapshot},
    text::suggest,
};

/// Conditions that items must meet. Several of one property mean any of them.
#[derive(Debug)]
pub(super) struct Conditions {
    /// Areas and themes.
    filter: Filter,
    kinds: Option<[bool; KIND_COUNT]>,
    partners: Vec<String>,
    years: Vec<u16>,
    /// Sentences about values that do not exist.
    pub(super) problems: Vec<String>,
}

impl Conditions {
    /// Looks up the values of a query's conditions.
    pub(super) fn new(snapshot: Snapshot, query: &SearchQuery) -> Self {
        let mut conditions = Self {
            filter: Filter::default(),
            kinds: None,
            partners: Vec::new(),
            years: Vec::new(),
            problems: Vec::new(),
        };
        for condition in &query.conditions {
            if !conditions.add(snapshot, condition) {
                conditions.problems.push(problem(snapshot, condition));
            }
        }
        conditions
    }

    /// Adds a condition. Returns false if nothing has its value.
    fn add(&mut self, snapshot: Snapshot, condition: &QueryCondition) -> bool {
        let dataset = snapshot.dataset();
        let value = name_form(&condition.value);
        match condition.key {
            ConditionKey::Kind => {
                let kinds = kinds_called(&condition.value);
                let all = self.kinds.get_or_insert([false; KIND_COUNT]);
                for number in &kinds {
                    all[*number] = true;
                }
                !kinds.is_empty()
            }
            ConditionKey::Area => {
                let named = dataset.areas().map(|(_, area)| {
                    let names = [
                        Some(&area.name),
                        area.short.as_ref(),
                        area.announced_as.as_ref(),
                    ];
                    let names = names.into_iter().flatten().map(|name| name_form(name));
                    let districts = area
                        .districts
                        .iter()
                        .map(|district| name_form(&district.name));
                    (&area.id, names.chain(districts).collect())
                });
                choose(named, &value, &mut self.filter.areas)
            }
            ConditionKey::Theme => {
                let named = dataset.themes().map(|(_, theme)| {
                    let names = [Some(&theme.name), theme.short.as_ref()].into_iter();
                    (
                        &theme.id,
                        names.flatten().map(|name| name_form(name)).collect(),
                    )
                });
                choose(named, &value, &mut self.filter.themes)
            }
            ConditionKey::Partner => {
                let is_known = known_names(snapshot, ConditionKey::Partner)
                    .iter()
                    .any(|name| name_form(name).contains(value.as_str()));
                self.partners.push(value);
                is_known
            }
            ConditionKey::Year => {
                let year: Option<u16> = value.parse().ok();
                self.years.extend(year);
                year.is_some()
            }
        }
    }

    /// Returns true if an item meets all conditions.
    pub(super) fn matches(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        self.problems.is_empty()
            && self.kinds.is_none_or(|kinds| kinds[kind_number(item)])
            && (self.filter.is_empty() || self.matches_filter(snapshot, item))
            && (self.partners.is_empty() || self.has_partner(snapshot, item))
            && (self.years.is_empty()
                || self
                    .years
                    .iter()
                    .any(|&year| is_in_year(snapshot, item, year)))
    }

    /// Returns true if an item belongs to the areas and themes. A theme belongs to itself.
    fn matches_filter(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        match item {
            ItemIndex::Theme(theme) => {
                let id = &snapshot.dataset().theme(theme).id;
                self.filter.areas.is_empty() && self.filter.themes.contains(id)
            }
            _ => self.filter.matches(snapshot, item),
        }
    }

    fn has_partner(&self, snapshot: Snapshot, item: ItemIndex) -> bool {
        let Item::Fact(fact) = snapshot.dataset().item(item) else {
            return false;
        };
        fact.partners().iter().any(|partner| {
            let partner = name_form(partner);
            self.partners
                .iter()
                .any(|wanted| partner.contains(wanted.as_str()))
        })
    }
}

/// Returns the sentence about a condition with a value that does not exist.
fn problem(snapshot: Snapshot, condition: &QueryCondition) -> String {
    let QueryCondition { key, value } = condition;
    let names = known_names(snapshot, *key);
    let names = names.iter().map(String::as_str);
    let name = key.name();
    let advice = match key {
        ConditionKey::Year => {
            return format!("`year:` needs a year, such as year:2018, not {value}.");
        }
        _ => suggest(value, names).map(|nearest| format!(" Did you mean {nearest}?")),
    };
    let advice = match key {
        ConditionKey::Kind if advice.is_none() => {
            Some(" Try kind:target, kind:action, kind:result, kind:reason or kind:money.".into())
        }
        _ => advice,
    };
    let advice = advice.unwrap_or_default();
    format!("No {name} is called {value}.{advice}")
}

/// Returns the names that a condition can have.
fn known_names(snapshot: Snapshot, key: ConditionKey) -> Vec<String> {
    let dataset = snapshot.dataset();
    let names: Vec<&str> = match key {
        ConditionKey::Kind => (0..KIND_COUNT)
            .flat_map(|number| kind_words(number).split(' '))
            .collect(),
        ConditionKey::Area => {
            let areas = dataset.areas().flat_map(|(_, area)| {
                let names = [
                    Some(&area.name),
                    area.short.as_ref(),
                    area.announced_as.as_ref(),
                ];
                let districts = area.districts.iter().map(|district| &district.name);
                names.into_iter().flatten().chain(districts)
            });
            areas.map(SafeText::as_str).collect()
        }
        ConditionKey::Theme => {
            let themes = dataset.themes().flat_map(|(_, theme)| {
                [Some(&theme.name), theme.short.as_ref()]
                    .into_iter()
                    .flatten()
            });
            themes.map(SafeText::as_str).collect()
        }
        ConditionKey::Partner => {
            let facts = snapshot.all_facts();
            let partners = facts.flat_map(|(_, fact)| fact.partners());
            partners.map(SafeText::as_str).collect()
        }
        ConditionKey::Year => Vec::new(),
    };
    names.into_iter().map(String::from).collect()
}

/// Returns a name in the form in which names are compared: words in lower case with one blank.
fn name_form(name: &str) -> String {
    let words = fold(name);
    let words = words.split(|character: char| !character.is_alphanumeric() && character != '\'');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Adds the ids of what has the name, or else of what has a name that contains it. Returns false if
/// nothing does.
fn choose<'a, I: Clone + 'a>(
    named: impl Iterator<Item = (&'a I, Vec<String>)>,
    value: &str,
    ids: &mut Vec<I>,
) -> bool {
    let named: Vec<_> = named.collect();
    let mut add = |fits: &dyn Fn(&String) -> bool| {
        let before = ids.len();
        let fitting = named.iter().filter(|(_, names)| names.iter().any(fits));
        ids.extend(fitting.map(|(id, _)| (*id).clone()));
        ids.len() > before
    };
    add(&|name| name == value) || add(&|name| format!(" {name}").contains(&format!(" {value}")))
}

/// Returns the numbers of the kinds that people call by a word.
fn kinds_called(value: &str) -> Vec<usize> {
    let wanted: Vec<String> = tokens(value).iter().map(|word| stem(word)).collect();
    let has = |number: usize, count: usize| {
        let words = kind_words(number).split(' ').take(count);
        let words: Vec<String> = words.flat_map(tokens).map(|word| stem(&word)).collect();
        !wanted.is_empty() && wanted.iter().all(|word| words.contains(word))
    };
    // A kind's own name is meant before another word for it: `theme` is not `underpinning theme`.
    let named: Vec<usize> = (0..KIND_COUNT)
        .filter(|&number| has(number, wanted.len()))
        .collect();
    if named.is_empty() {
        (0..KIND_COUNT)
            .filter(|&number| has(number, usize::MAX))
            .collect()
    } else {
        named
    }
}

/// Returns true if an item has a date or a period in a year, or its text mentions the year.
fn is_in_year(snapshot: Snapshot, item: ItemIndex, year: u16) -> bool {
    let is_in = |date: PartialDate| date.year() == year;
    let overlaps = |period: &Period| {
        let (from, to) = (
            period.from.map(PartialDate::year),
            period.to.map(PartialDate::year),
        );
        match (from, to) {
            (None, None) => false,
            _ => from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to),
        }
    };
    match snapshot.dataset().item(item) {
        Item::Fact(fact) => {
            let by_date = match fact.body {
                FactData::Event(event) => is_in(event.date),
                FactData::Plan(plan) => is_in(plan.published),
                FactData::Rank(rank) => rank.year == year,
                FactData::LaterTitle(later) => is_in(later.since),
                // The period of a target is its deadline, without a start.
                FactData::Target(target) => {
                    target.by.as_ref().and_then(|by| by.to).is_some_and(is_in)
                }
                FactData::Person(person) => [person.since, known_until(snapshot, person)]
                    .into_iter()
                    .flatten()
                    .any(is_in),
                _ => fact.period().is_some_and(overlaps),
            };
            by_date || tokens(&fact.headline()).contains(&year.to_string())
        }
        Item::Source(source) => is_in(source.published),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn found(input: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let query = SearchQuery::new(input).expect("it is short");
        let conditions = Conditions::new(snapshot, &query);
        let items = dataset
            .item_indices()
            .filter(|&item| conditions.matches(snapshot, item));
        items
            .map(|item| dataset.reference(item).into_owned())
            .collect()
    }

    #[test]
    fn conditions_leave_what_meets_all_of_them() {
        let targets = found("kind:targets area:hastings");
        assert_eq!(targets.len(), 7, "{targets:?}");
        assert!(
            targets
                .iter()
                .all(|reference| reference.starts_with("hastings/"))
        );
        assert_eq!(found("kind:goal area:Hastings"), targets);
        assert!(found("area:oldham area:derby kind:plan").len() == 2);
        assert!(found("area:fenland kind:area") == ["fenland-and-east-cambridgeshire"]);
        assert!(found("area:scarborough kind:area") == ["north-yorkshire-coast"]);
        assert!(found("theme:maths").contains(&"theme/maths".into()));
        assert!(found("theme:maths kind:priority").contains(&"hastings/2".into()));
        assert!(
            found("kind:theme")
                .iter()
                .all(|reference| reference.starts_with("theme/"))
        );
        let partners = found("partner:\"Literacy Trust\"");
        assert!(partners.len() == 6, "{partners:?}");
    }

    #[test]
    fn years_are_of_dates_periods_and_texts() {
        let found = found("year:2018");
        for reference in [
            "hastings/education-secretary-visits",
            "source/plan-hastings",
            "oldham/3/whole-school-wellbeing",
        ] {
            assert!(found.contains(&reference.to_string()), "{reference}");
        }
        assert!(!found.contains(&"programme/fifth-year".to_string()));
    }

    #[test]
    fn values_that_do_not_exist_are_reported() {
        let dataset = Dataset::bundled();
        let problems = |input: &str| {
            let query = SearchQuery::new(input).expect("it is short");
            Conditions::new(Snapshot::latest(&dataset), &query).problems
        };
        assert_eq!(problems("area:newcastle"), ["No area is called newcastle."]);
        assert_eq!(
            problems("year:soon"),
            ["`year:` needs a year, such as year:2018, not soon."]
        );
        assert_eq!(
            problems("kind:zebra theme:maths"),
            [
                "No kind is called zebra. Try kind:target, kind:action, kind:result, kind:reason or kind:money."
            ]
        );
        assert_eq!(
            problems("kind:targte area:oldam partner:\"national literacy turst\" theme:litercy"),
            [
                "No kind is called targte. Did you mean target?",
                "No area is called oldam. Did you mean Oldham?",
                "No partner is called national literacy turst. Did you mean National Literacy Trust?",
                "No theme is called litercy. Did you mean Literacy?",
            ]
        );
    }
}
