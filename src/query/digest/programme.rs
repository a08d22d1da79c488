//! The programme in brief.

use super::{
    area::{sum_line, targets_line},
    digest_entry::{Digest, DigestEntry, EntryList},
    place::place,
};
use crate::{
    dataset::{Fact, ItemIndex, Kind, OwnerIndex, PartialDate},
    query::{
        coverage::{has_plans, has_targets},
        describe::{counted, distinct_citations},
        filter::Filter,
        snapshot::Snapshot,
        targets::outcome_counts,
    },
    sort::SortShared,
};

/// The most dates on which plans were published that are named one by one.
const MAX_DATES: usize = 3;

/// Returns the programme in brief with entries that were made before.
pub(crate) fn programme_digest(snapshot: Snapshot<'_>, entries: Vec<DigestEntry>) -> Digest<'_> {
    let item = ItemIndex::Programme;
    Digest {
        context: place(snapshot, item),
        reference: snapshot.dataset().reference(item).into_owned(),
        lead: None,
        entries,
        cites: distinct_citations(snapshot, sums(snapshot)),
    }
}

/// Returns who runs the programme and where, and counts the plans and targets of all areas.
pub(crate) fn programme_entries(snapshot: Snapshot) -> Vec<DigestEntry> {
    let dataset = snapshot.dataset();
    let programme = dataset.programme();
    let mut entries = EntryList::default();
    entries.add_text("Run by", programme.department.as_ref());
    let areas = counted(dataset.areas().count(), "area", "areas");
    let country = programme.country.as_ref();
    entries.add_text(
        "Where",
        Some(country.map_or_else(|| areas.clone(), |country| format!("{country}, {areas}"))),
    );
    if has_plans(dataset) {
        entries.add_text("Plans", Some(plans_words(snapshot)));
    }
    if has_targets(dataset) {
        let counts = outcome_counts(snapshot, &Filter::default());
        entries.add("Targets", [targets_line(&counts)]);
    }
    entries.add("Money", sums(snapshot).filter_map(sum_line));
    entries.0
}

fn sums(snapshot: Snapshot<'_>) -> impl Iterator<Item = Fact<'_>> {
    let facts = snapshot.facts_of(OwnerIndex::Programme, Kind::Money);
    facts.map(|(_, fact)| fact)
}

/// Returns the number of published plans and their dates: `12, published 9 October 2017 and 19 January 2018`.
fn plans_words(snapshot: Snapshot) -> String {
    let areas = snapshot.dataset().areas();
    let mut dates: Vec<PartialDate> = areas
        .filter_map(|(area, _)| Some(snapshot.plan(area)?.published))
        .collect();
    let count = dates.len();
    dates.sort_shared_by_key(|date| date.last_day());
    dates.dedup();
    match &dates[..] {
        [] => "none published yet".into(),
        [first, .., last] if dates.len() > MAX_DATES => {
            format!("{count}, published from {first} to {last}")
        }
        [before @ .., last] => {
            let before: Vec<String> = before.iter().map(ToString::to_string).collect();
            let and = if before.is_empty() { "" } else { " and " };
            format!("{count}, published {}{and}{last}", before.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Dataset, query::digest::DigestLine};

    fn lines(date: Option<&str>) -> Vec<String> {
        let dataset = Dataset::bundled();
        let date = date.map(|date| date.parse::<PartialDate>().expect("a date"));
        let entries = programme_entries(Snapshot::as_of(&dataset, date));
        let texts = entries.iter().map(|entry| {
            let text = match &entry.lines[0] {
                DigestLine::Text(text) => text.clone(),
                line => format!("{line:?}"),
            };
            format!("{}: {text}", entry.label)
        });
        texts.take(3).collect()
    }

    #[test]
    fn programme_says_who_runs_it_where_it_is_and_when_its_plans_appeared() {
        assert_eq!(
            lines(None),
            [
                "Run by: Department for Education",
                "Where: England, 12 areas",
                "Plans: 12, published 9 October 2017 and 19 January 2018"
            ]
        );
        assert_eq!(
            lines(Some("2017-12"))[2],
            "Plans: 6, published 9 October 2017"
        );
        assert_eq!(lines(Some("2016-12"))[2], "Plans: none published yet");
    }

    #[test]
    fn programme_has_no_paragraphs_which_are_facts_of_their_own() {
        let dataset = Dataset::bundled();
        let entries = programme_entries(Snapshot::latest(&dataset));
        let labels: Vec<&str> = entries.iter().map(|entry| entry.label).collect();
        assert_eq!(labels, ["Run by", "Where", "Plans", "Targets", "Money"]);
    }
}
