//! A priority in brief.

use super::{
    digest_entry::{Digest, DigestLine, EntryList},
    fact::target_words,
    place::place,
};
use crate::{
    dataset::{FactData, ItemIndex, Kind, OwnerIndex, PriorityIndex},
    query::{describe::counted, outline::counts_beside_targets, snapshot::Snapshot},
};

pub(super) fn priority_digest(snapshot: Snapshot<'_>, index: PriorityIndex) -> Digest<'_> {
    let dataset = snapshot.dataset();
    let (item, priority) = (ItemIndex::Priority(index), dataset.priority(index));
    let known = |kind| snapshot.facts_of(OwnerIndex::Priority(index), kind);
    let mut entries = EntryList::default();
    let later = known(Kind::LaterTitle).filter_map(|(_, fact)| match fact.body {
        FactData::LaterTitle(later) => Some(DigestLine::Text(format!(
            "{} (since {})",
            later.title, later.since
        ))),
        _ => None,
    });
    entries.add("Later", later);
    let themes = dataset.themes_of(priority);
    let themes: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
    let label = if themes.len() == 1 { "Theme" } else { "Themes" };
    entries.add_text(
        label,
        Some(themes.join(", ")).filter(|themes| !themes.is_empty()),
    );
    let targets: Vec<DigestLine> = known(Kind::Target)
        .filter_map(|(_, fact)| match fact.body {
            FactData::Target(target) => Some(DigestLine::Target {
                text: target_words(target),
                outcome: snapshot.target_status(target),
            }),
            _ => None,
        })
        .collect();
    if targets.is_empty() {
        entries.add_text("Targets", Some("none known"));
    } else {
        entries.add("Targets", targets);
    }
    entries.add_text("Known", known_words(snapshot, index));
    let money = known(Kind::Action).filter_map(|(_, fact)| {
        Some(DigestLine::Sum {
            amount: fact.amount()?,
            what: fact.headline().into_owned(),
        })
    });
    entries.add("Money", money);
    entries.add_remarks(snapshot, item);
    Digest {
        context: place(snapshot, item),
        reference: priority.reference.to_string(),
        lead: Some(priority.title.to_string()),
        entries: entries.0,
        cites: snapshot.known(&priority.cites).collect(),
    }
}

/// Returns the numbers of facts of each group in words, without targets: `6 actions, 2 reasons`.
fn known_words(snapshot: Snapshot, index: PriorityIndex) -> Option<String> {
    let words: Vec<String> = counts_beside_targets(snapshot, index)
        .map(|(group, count)| counted(count, group.singular(), group.plural()))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}
