//! An area in brief.

use super::{
    digest_entry::{Digest, DigestLine, EntryList},
    place::place,
};
use crate::{
    dataset::{Area, AreaIndex, Fact, FactData, ItemIndex, Kind, OwnerIndex, Person},
    query::{
        coverage::{has_boards, has_money, has_plans, has_ranks, has_targets},
        describe::distinct_citations,
        outcome_counts::OutcomeCounts,
        ranks,
        snapshot::Snapshot,
        targets::outcome_counts_of,
    },
};

pub(super) fn area_digest(snapshot: Snapshot<'_>, index: AreaIndex) -> Digest<'_> {
    let dataset = snapshot.dataset();
    let item = ItemIndex::Area(index);
    let known = |kind| {
        let facts = snapshot.facts_of(OwnerIndex::Area(index), kind);
        facts.map(|(_, fact)| fact)
    };
    let mut entries = EntryList::default();
    match snapshot.plan(index) {
        Some(_) => entries.add("Plan", plan_words(snapshot, index).map(DigestLine::Text)),
        None if has_plans(dataset) => entries.add_text("Plan", Some("not yet published")),
        None => {}
    }
    entries.add_text("Covers", covered(dataset.area(index)));
    let chairs: Vec<String> = known(Kind::Chair).filter_map(chair_words).collect();
    if !chairs.is_empty() {
        entries.add_text("Board", Some(chairs.join("; ")));
    } else if has_boards(dataset) {
        entries.add_text("Board", Some("not known"));
    }
    let ranks = known_ranks(snapshot, index);
    if ranks.is_some() || has_ranks(dataset) {
        entries.add_text("Rank", Some(ranks.unwrap_or_else(|| "not known".into())));
    }
    if has_targets(dataset) {
        let counts = outcome_counts_of(snapshot, index);
        entries.add("Targets", [targets_line(&counts)]);
    }
    let money: Vec<DigestLine> = known(Kind::Money).filter_map(sum_line).collect();
    if money.is_empty() && has_money(dataset) {
        entries.add_text("Money", Some("no sum for the area known"));
    }
    entries.add("Money", money);
    let shown = [Kind::Plan, Kind::Chair, Kind::Rank, Kind::Money];
    Digest {
        context: place(snapshot, item),
        reference: dataset.reference(item).into_owned(),
        lead: None,
        entries: entries.0,
        cites: distinct_citations(snapshot, shown.into_iter().flat_map(known)),
    }
}

/// Returns the districts of an area, unless its name has all of them.
fn covered(area: &Area) -> Option<String> {
    let districts = area.districts.iter();
    let names: Vec<&str> = districts.map(|district| district.name.as_str()).collect();
    (!is_in_name(area)).then(|| names.join(", "))
}

/// Returns true if the name of an area has the names of all of its districts.
#[must_use]
pub(crate) fn is_in_name(area: &Area) -> bool {
    let mut districts = area.districts.iter();
    districts.all(|district| area.name.contains(district.name.as_str()))
}

pub(super) fn targets_line(counts: &OutcomeCounts) -> DigestLine {
    let known: Vec<_> = counts.iter().filter(|(_, count)| *count > 0).collect();
    match known[..] {
        [] => DigestLine::Text("none known".into()),
        [(None, count)] => {
            let them = if count == 1 { "it" } else { "them" };
            DigestLine::Text(format!("{count}, what became of {them} is not known"))
        }
        _ => DigestLine::Outcomes(known),
    }
}

/// Returns the publication of a plan in words, with its period and length.
pub(crate) fn plan_words(snapshot: Snapshot, area: AreaIndex) -> Option<String> {
    let plan = snapshot.plan(area)?;
    let period = plan
        .period
        .as_ref()
        .map(|period| format!(", for {}", period.words));
    let pages = plan.pages.map(|pages| format!(", {pages} pages"));
    Some(format!(
        "Published {}{}{}",
        plan.published,
        period.unwrap_or_default(),
        pages.unwrap_or_default()
    ))
}

/// Returns a person with the role, and the time in which they had it.
pub(crate) fn chair_words(fact: Fact) -> Option<String> {
    let FactData::Person(Person {
        name,
        role,
        since,
        until,
        ..
    }) = fact.body
    else {
        return None;
    };
    let since = since.map(|date| format!(" since {date}"));
    let until = until.map(|date| format!(" until {date}"));
    Some(format!(
        "{name}, {role}{}{}",
        since.unwrap_or_default(),
        until.unwrap_or_default()
    ))
}

/// Returns the list that an area is in, its ranks by year, and which end is worse:
/// `Social Mobility Index: 323 of 324 in 2016 (324 is the worst)`.
fn known_ranks(snapshot: Snapshot, area: AreaIndex) -> Option<String> {
    let ranks: Vec<_> = snapshot
        .facts_of(OwnerIndex::Area(area), Kind::Rank)
        .filter_map(|(_, fact)| match fact.body {
            FactData::Rank(rank) => Some(rank),
            _ => None,
        })
        .collect();
    let worst = ranks.iter().map(|rank| rank.of).max()?;
    let mut lists: Vec<&str> = ranks.iter().map(|rank| rank.index.as_str()).collect();
    lists.dedup();
    let lists = lists.join(" and ");
    let ranks = ranks::ranks_by_year(ranks);
    Some(format!("{lists}: {ranks} ({worst} is the worst)"))
}

/// Returns a rank in words, its list, and which end is worse: `323 of 324 in 2016 (Social Mobility Index, 324 is the worst)`.
#[must_use]
#[cfg(feature = "tui")]
pub(crate) fn rank_line(fact: Fact) -> Option<String> {
    let FactData::Rank(rank) = fact.body else {
        return None;
    };
    Some(format!(
        "{} ({}, {} is the worst)",
        ranks::rank_words(rank),
        rank.index,
        rank.of
    ))
}

pub(super) fn sum_line(fact: Fact) -> Option<DigestLine> {
    match fact.body {
        FactData::Money(money) => Some(DigestLine::Sum {
            amount: money.amount,
            what: money.what.to_string(),
        }),
        _ => None,
    }
}
