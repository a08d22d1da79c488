//! The content of a briefing before it is cut to its length: sections, lists and facts.

use crate::{
    dataset::{
        AreaIndex, Citation, Fact, FactData, FactIndex, ItemIndex, Kind, OutcomeStatus, OwnerIndex,
        PriorityIndex, SafeText,
    },
    query::{
        deadline::deadline_phrase,
        describe::describe,
        filter::Filter,
        outcome::status_of,
        outcome_counts::outcomes_in_words,
        outline::{FactRow, FactScope, PriorityRow, fact_rows},
        snapshot::Snapshot,
        targets::outcome_counts,
    },
    sort::SortShared,
};

/// A part of a briefing with a heading: an area, a priority, or a kind of facts about an area.
#[derive(Debug, Default)]
pub(super) struct BriefSection<'a> {
    /// Heading: `Oldham, priority 1: …`; none for the first section, whose heading is the title.
    pub(super) heading: Option<String>,
    /// Item that the section is about, if it is not one of the briefing's subjects.
    pub(super) item: Option<ItemIndex>,
    /// Labelled lines below it.
    pub(super) fields: Vec<(String, String)>,
    /// Citations of the heading and the lines.
    pub(super) cites: Vec<&'a Citation>,
    /// Lists of facts.
    pub(super) lists: Vec<BriefList<'a>>,
}

/// Facts below each other.
#[derive(Debug)]
pub(super) struct BriefList<'a> {
    /// Heading of the facts, such as `Why`; none if that of the section says it.
    pub(super) label: Option<&'static str>,
    /// Facts in the order in which they are shown.
    pub(super) entries: Vec<BriefEntry<'a>>,
}

/// A fact with its citations.
#[derive(Debug)]
pub(super) struct BriefEntry<'a> {
    /// The fact in words.
    pub(super) words: String,
    /// Known citations.
    pub(super) cites: Vec<&'a Citation>,
    /// Item.
    pub(super) item: ItemIndex,
    /// Place among what is left out of a short briefing: what has the lowest number stays longest. Several may have the same.
    pub(super) order: usize,
}

/// The length of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefLength {
    /// As many facts as fit two A4 pages for each area or theme.
    TwoPages,
    /// All facts.
    Full,
}

/// Returns what a reader asks about an area first, as labelled lines: plan, board, rank, targets.
pub(super) fn about_area(
    snapshot: Snapshot<'_>,
    area: AreaIndex,
    length: BriefLength,
) -> BriefSection<'_> {
    let description = describe(snapshot, ItemIndex::Area(area));
    let fields = description.fields.into_iter();
    let mut fields: Vec<(String, String)> = fields
        .filter(|field| !field.is_geographical())
        .filter(|field| length == BriefLength::Full || !is_detail(field.label))
        .map(|field| (field.label.to_string(), field.value))
        .collect();
    let filter = Filter {
        areas: vec![snapshot.dataset().area(area).id.clone()],
        ..Filter::default()
    };
    let counts = outcome_counts(snapshot, &filter);
    if counts.total() > 0 {
        fields.push(("Targets".into(), outcomes_in_words(&counts)));
    }
    BriefSection {
        fields,
        cites: description.cites,
        ..BriefSection::default()
    }
}

/// Returns true for names, codes and numbers of an area that a short briefing does without.
fn is_detail(label: &str) -> bool {
    let details = [
        "Priorities",
        "Short name",
        "Announced as",
        "District",
        "Districts",
    ];
    details.contains(&label)
}

/// Returns a priority with its reasons, targets, actions and results.
pub(super) fn about_priority(
    snapshot: Snapshot<'_>,
    index: PriorityIndex,
    length: BriefLength,
) -> BriefSection<'_> {
    let dataset = snapshot.dataset();
    let priority = dataset.priority(index);
    let rows = fact_rows(snapshot, &Filter::default(), PriorityRow::Priority(index));
    // A short briefing has what concerns the whole area once.
    let is_shown = |row: &&FactRow| length == BriefLength::Full || row.scope != FactScope::AreaWide;
    let lists = [
        ("Why", Kind::Reason),
        ("Targets", Kind::Target),
        ("Actions", Kind::Action),
        ("Results", Kind::Result),
    ];
    let lists = lists.into_iter().filter_map(|(label, kind)| {
        let rows = rows.iter().filter(is_shown);
        let rows: Vec<&FactRow> = rows.filter(|row| row.heading_kind() == kind).collect();
        list(snapshot, Some(label), kind, &rows)
    });
    BriefSection {
        heading: Some(format!(
            "{}, priority {}: {}",
            dataset.area(index.area()).name,
            priority.number,
            priority.title
        )),
        item: Some(ItemIndex::Priority(index)),
        cites: snapshot.known(&priority.cites).collect(),
        lists: lists.collect(),
        ..BriefSection::default()
    }
}

/// Returns the facts about an area that belong to no priority, a section for each kind.
pub(super) fn rest_of_area(snapshot: Snapshot<'_>, area: AreaIndex) -> Vec<BriefSection<'_>> {
    let kinds = [
        Kind::Money,
        Kind::Action,
        Kind::Result,
        Kind::Underpinning,
        Kind::Note,
        Kind::Twin,
        Kind::Event,
    ];
    let section = |kind: Kind| {
        let owner = OwnerIndex::Area(area);
        let mut facts: Vec<(FactIndex, Fact)> = snapshot.facts_of(owner, kind).collect();
        facts.sort_shared_by_key(|(_, fact)| match fact.body {
            FactData::Event(event) => Some(event.date.last_day()),
            _ => None,
        });
        let rows: Vec<FactRow> = facts
            .into_iter()
            .map(|(fact, _)| FactRow {
                fact,
                scope: FactScope::Own,
            })
            .collect();
        let rows: Vec<&FactRow> = rows.iter().collect();
        list(snapshot, None, kind, &rows).map(|list| BriefSection {
            heading: Some(kind.heading().into()),
            lists: vec![list],
            ..BriefSection::default()
        })
    };
    kinds.into_iter().filter_map(section).collect()
}

/// Returns a list of facts, unless it would be empty.
fn list<'a>(
    snapshot: Snapshot<'a>,
    label: Option<&'static str>,
    kind: Kind,
    rows: &[&FactRow],
) -> Option<BriefList<'a>> {
    let dataset = snapshot.dataset();
    // The most telling facts of a list stay in a short briefing.
    let mut ranked: Vec<usize> = (0..rows.len()).collect();
    ranked.sort_by_cached_key(|&row| importance(snapshot, rows[row]));
    let mut rounds = vec![0; rows.len()];
    for (round, &row) in ranked.iter().enumerate() {
        rounds[row] = round + 1;
    }
    let entry = |(position, row): (usize, &&FactRow)| {
        let fact = dataset.fact(row.fact);
        BriefEntry {
            words: format!("{}{}", row.scope.mark(), fact_words(snapshot, fact)),
            cites: snapshot.known(fact.cites()).collect(),
            item: ItemIndex::Fact(row.fact),
            order: rounds[position] * weight(kind),
        }
    };
    let entries: Vec<BriefEntry> = rows.iter().enumerate().map(entry).collect();
    (!entries.is_empty()).then_some(BriefList { label, entries })
}

/// Returns how soon the facts of a kind are left out of a short briefing, compared with those of others.
pub(super) fn weight(kind: Kind) -> usize {
    match kind {
        Kind::Target | Kind::Result | Kind::Money => 2,
        Kind::Action | Kind::SharedAction => 3,
        Kind::Reason | Kind::Underpinning => 4,
        _ => 6,
    }
}

/// Returns the place of a fact among those of its list: known outcomes, what was done, and sums come first.
fn importance(snapshot: Snapshot, row: &FactRow) -> (bool, bool, bool) {
    let fact = snapshot.dataset().fact(row.fact);
    let has_outcome = match fact.body {
        FactData::Target(target) => snapshot.target_status(target).is_some(),
        FactData::Action(_) => status_of(snapshot, fact) == Some("done"),
        _ => true,
    };
    (
        row.scope != FactScope::Own,
        !has_outcome,
        fact.amount().is_none(),
    )
}

/// Returns a fact in words, with what is known of it besides: the outcome of a target, partners and money of an action,
/// and its time.
pub(super) fn fact_words(snapshot: Snapshot, fact: Fact) -> String {
    let mut remarks = Vec::new();
    if fact.kind == Kind::Action && !fact.partners().is_empty() {
        let partners: Vec<&str> = fact.partners().iter().map(SafeText::as_str).collect();
        remarks.push(format!("with {}", partners.join(", ")));
    }
    // The headline of a sum has the amount.
    if fact.kind != Kind::Money {
        remarks.extend(fact.amount().map(|amount| amount.to_string()));
    }
    if let FactData::Target(target) = fact.body {
        remarks.extend(
            target
                .by
                .as_ref()
                .map(|by| deadline_phrase(by).into_owned()),
        );
        let status = snapshot.target_status(target);
        remarks.extend(status.map(OutcomeStatus::word).map(String::from));
    } else if fact.kind == Kind::Action {
        remarks.extend(fact.period().map(|period| period.words.to_string()));
    }
    if remarks.is_empty() {
        fact.headline().into_owned()
    } else {
        format!("{} ({})", fact.headline(), remarks.join("; "))
    }
}
