//! The chairs of boards on a day.

use super::snapshot::Snapshot;
use crate::dataset::{AreaIndex, FactData, FactIndex, Kind, OwnerIndex, Person};

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
        dataset::{Dataset, PartialDate},
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
}
