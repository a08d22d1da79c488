//! A briefing on words: what all areas have about them.

use super::{
    content::{BriefEntry, BriefLength, BriefList, BriefSection, fact_words},
    pages::{Briefing, fitted},
};
use crate::{
    dataset::{AreaIndex, Item, ItemIndex, Kind, OwnerIndex},
    query::{
        describe::{and_list, capitalized, counted, kind_of, name_of, owner_name},
        filter::Filter,
        search::{Index, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
    report::page::Page,
    sort::SortShared,
    text::{LimitError, echo},
};

/// A request for a briefing on words.
#[derive(Debug, Clone, Copy)]
pub struct AboutRequest<'r> {
    /// Words, as for a search.
    pub words: &'r str,
    /// Areas and themes that the facts must belong to.
    pub filter: &'r Filter,
    /// Length.
    pub length: BriefLength,
}

/// Returns a briefing on the priorities and facts that have all of the words: by area, then the programme.
///
/// # Errors
/// If the words are too long for a search.
pub fn about(snapshot: Snapshot, index: &Index, request: AboutRequest) -> Result<Page, LimitError> {
    let query = SearchQuery::new(request.words)?;
    let answer = index.search(SearchScope {
        snapshot,
        filter: request.filter,
        query: &query,
    });
    let is_fact = |item: &ItemIndex| matches!(item, ItemIndex::Fact(_) | ItemIndex::Priority(_));
    let found: Vec<ItemIndex> = answer
        .hits
        .iter()
        .filter(|hit| hit.is_complete())
        .map(|hit| hit.item)
        .filter(is_fact)
        .collect();
    let mut owners: Vec<Option<AreaIndex>> = found.iter().map(|item| item.area()).collect();
    owners.sort_unstable_by_key(|owner| (owner.is_none(), *owner));
    owners.dedup();
    let mut remarks: Vec<String> = answer.notes();
    remarks.push(if found.is_empty() {
        "No results.".into()
    } else {
        what_was_found(&found, &owners)
    });
    let sections = owners.into_iter().map(|owner| {
        let of_owner = found.iter().enumerate();
        let of_owner = of_owner.filter(|(_, item)| item.area() == owner);
        section(
            snapshot,
            of_owner.map(|(order, item)| (order, *item)).collect(),
        )
    });
    let briefing = Briefing {
        title: format!("{}: a briefing", capitalized(&echo(request.words))),
        remarks,
        sections: sections.collect(),
        items: Vec::new(),
        subjects: 1,
    };
    Ok(fitted(snapshot, briefing, request.length))
}

/// Returns how much was found and where, in sentences.
fn what_was_found(found: &[ItemIndex], owners: &[Option<AreaIndex>]) -> String {
    let is_priority = |item: &&ItemIndex| matches!(item, ItemIndex::Priority(_));
    let priorities = found.iter().filter(is_priority).count();
    let areas = owners.iter().flatten().count();
    let some = |count, singular, plural| (count > 0).then(|| counted(count, singular, plural));
    let what = [
        some(priorities, "priority", "priorities"),
        some(found.len() - priorities, "fact", "facts"),
    ];
    let of_programme = owners.contains(&None).then(|| "the programme".to_string());
    let place = [some(areas, "area", "areas"), of_programme];
    let [what, place] = [what, place].map(|parts| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        and_list(&parts)
    });
    let who = if found.len() == 1 {
        "It, its priority or its source has"
    } else {
        "They, their priority or their source have"
    };
    format!("{what} in {place}. {who} these words.")
}

/// Returns the section of an area. Each item comes with its place among all that were found, the best first.
fn section(snapshot: Snapshot<'_>, mut items: Vec<(usize, ItemIndex)>) -> BriefSection<'_> {
    let dataset = snapshot.dataset();
    let heading = items
        .first()
        .map(|(_, item)| owner_name(dataset, *item).to_string());
    let number = |item: ItemIndex| match item {
        ItemIndex::Priority(priority) => Some(priority),
        ItemIndex::Fact(fact) => match fact.owner {
            OwnerIndex::Priority(priority) => Some(priority),
            _ => None,
        },
        _ => None,
    };
    let kind = |item: ItemIndex| -> Option<Kind> {
        match item {
            ItemIndex::Fact(fact) => Some(fact.kind),
            _ => None,
        }
    };
    // In the order of the plan, what belongs to no priority last.
    items.sort_shared_by_key(|&(_, item)| (number(item).is_none(), number(item), kind(item)));
    let entry = |(order, item): (usize, ItemIndex)| {
        let place = number(item)
            .map(|priority| format!("Priority {}, ", dataset.priority(priority).number))
            .unwrap_or_default();
        let (place, words) = match dataset.item(item) {
            Item::Priority(_, priority) => (
                format!("Priority {}", priority.number),
                priority.title.to_string(),
            ),
            Item::Fact(fact) => (
                capitalized(&format!("{place}{}", kind_of(snapshot, item))),
                fact_words(snapshot, fact),
            ),
            _ => (place, name_of(snapshot, item).into_owned()),
        };
        BriefEntry {
            words: format!("{place}: {words}"),
            cites: snapshot.known(dataset.cites(item)).collect(),
            item,
            order,
        }
    };
    BriefSection {
        heading,
        lists: vec![BriefList {
            label: None,
            entries: items.into_iter().map(entry).collect(),
        }],
        ..BriefSection::default()
    }
}
