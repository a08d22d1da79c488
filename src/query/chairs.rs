//! The chairs of boards on a day, and the end of their time.

use super::snapshot::Snapshot;
use crate::dataset::{
    AreaIndex, Dataset, Date, FactData, FactIndex, Kind, OwnerIndex, PartialDate, Person,
};

/// Returns the people who chaired an area's board on the day of the snapshot: those whose time in the
/// role had begun and had not ended, as far as it is known. In the latest snapshot, those whose end
/// is not known.
pub fn present_chairs(
    snapshot: Snapshot<'_>,
    area: AreaIndex,
) -> impl Iterator<Item = (FactIndex, &Person)> {
    let chairs = snapshot.facts_of(OwnerIndex::Area(area), Kind::Chair);
    chairs.filter_map(move |(index, fact)| match fact.body {
        FactData::Person(person) if is_in_office(snapshot, person) => Some((index, person)),
        _ => None,
    })
}

/// Returns the end of a person's time in a role, if it was known.
#[must_use]
pub fn known_until(snapshot: Snapshot, person: &Person) -> Option<PartialDate> {
    let is_known = until_known_from(snapshot.dataset(), person);
    person
        .until
        .filter(|_| is_known.is_none_or(|day| snapshot.knows_day(day)))
}

/// Returns the first day on which the end of a person's time in a role was known, or none if the dataset has no end.
///
/// Nothing says which of the sources states it: a later one may, but not after the end itself.
pub(super) fn until_known_from(dataset: &Dataset, person: &Person) -> Option<Date> {
    let until = person.until?.last_day();
    let published = person.cites.iter().map(|citation| {
        let source = dataset.source(citation.source_index());
        source.published.last_day()
    });
    Some(published.max().map_or(until, |last| until.min(last)))
}

fn is_in_office(snapshot: Snapshot, person: &Person) -> bool {
    match snapshot.day() {
        Some(day) => {
            person.since.is_none_or(|since| since.first_day() <= day)
                && person.until.is_none_or(|until| day <= until.last_day())
        }
        None => person.until.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, Item, PartialDate},
        query::resolve,
    };

    fn names(date: Option<&str>, id: &str) -> Vec<String> {
        let dataset = Dataset::bundled();
        let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
        let area = resolve::area(&dataset, id).expect("the area exists");
        let chairs = present_chairs(Snapshot::as_of(&dataset, date), area);
        chairs.map(|(_, person)| person.name.to_string()).collect()
    }

    #[test]
    fn former_chairs_are_left_out_and_chairs_together_named_together() {
        assert_eq!(
            names(None, "west-somerset"),
            ["Professor Colin Diamond CBE"]
        );
        assert_eq!(
            names(Some("2019"), "west-somerset"),
            ["Dr Fiona McMillan OBE"]
        );
        assert_eq!(
            names(None, "stoke-on-trent"),
            ["Professor Liz Barnes", "Dr Carol Shanahan"]
        );
        assert_eq!(names(None, "derby"), Vec::<String>::new());
    }

    #[test]
    fn end_of_a_role_is_known_from_its_sources_or_when_it_has_come() {
        let dataset = Dataset::bundled();
        let Some(Item::Fact(fact)) = dataset
            .find("west-somerset/chair-fiona-mcmillan")
            .map(|item| dataset.item(item))
        else {
            panic!("the fact exists")
        };
        let FactData::Person(person) = fact.body else {
            panic!("it is a person")
        };
        let until = |date: &str| {
            let date: PartialDate = date.parse().expect("a date");
            known_until(Snapshot::as_of(&dataset, date), person).map(|date| date.to_string())
        };
        assert_eq!(until("2018"), None);
        assert_eq!(until("2020-11"), None);
        assert_eq!(until("2020"), Some("2020".into()));
        let now = known_until(Snapshot::latest(&dataset), person);
        assert_eq!(now, person.until);
    }
}
