//! The dates on which something became known, and the way from one to the next.

use crate::{
    dataset::PartialDate,
    query::{
        facets::{Condition, Name, values},
        filter::Filter,
        world::World,
    },
};

/// The dates on which something became known, by time.
#[must_use]
pub fn dates(world: World) -> Vec<PartialDate> {
    let everything = World::now(world.dataset());
    let values = values(everything, &Filter::default(), Condition::Since);
    values.into_iter().filter_map(|value| if let Name::Date(date) = value.name { Some(date) } else { None }).collect()
}

/// The date before; from all that is known that is the last one. Before the first there is none.
#[must_use]
pub fn earlier(world: World, from: Option<PartialDate>) -> Option<PartialDate> {
    let before = |date: &PartialDate| from.is_none_or(|from| date.last_day() < from.last_day());
    let found = dates(world).into_iter().rfind(before);
    found.or(from)
}

/// The next date; after the last comes all that is known.
#[must_use]
pub fn later(world: World, from: Option<PartialDate>) -> Option<PartialDate> {
    let from = from?;
    dates(world).into_iter().find(|date| date.last_day() > from.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn steps_lead_over_all_dates_and_back() {
        let dataset = Dataset::bundled();
        let world = World::now(&dataset);
        let days: Vec<_> = {
            let mut days: Vec<_> = dates(world).iter().map(|date| date.last_day()).collect();
            days.dedup();
            days
        };
        let (mut at, mut seen) = (None, Vec::new());
        loop {
            let next = earlier(world, at);
            if next == at {
                break;
            }
            at = next;
            seen.extend(at.map(PartialDate::last_day));
        }
        seen.reverse();
        assert_eq!(seen, days);
        for _ in &days {
            at = later(world, at);
        }
        assert_eq!(at, None);
        assert_eq!(later(world, None), None);
    }
}
