//! The facts of a priority, or other facts of an area or the programme.

use super::{
    brief::{Brief, brief},
    item::text,
    targets::in_words,
};
use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex, Kind},
    dialogue::{
        page::{Choice, DialoguePage, PageContent, WantedTargets},
        typed_line::without_preposition,
    },
    query::{
        describe::{capitalized, context_of},
        fact_group::FactGroup,
        filter::Filter,
        outcome_counts::{OutcomeCounts, outcome_word},
        outline::{FactRow, FactScope, PriorityRow, fact_rows},
        resolve,
        snapshot::Snapshot,
        targets::target_at,
    },
};

/// The most facts that are listed at once. Of more, the page lists the groups.
const MAX_FACTS: usize = 10;

/// Returns a priority in brief, or the heading of other facts, with the facts or their groups as choices.
pub(super) fn facts(snapshot: Snapshot, filter: &Filter, row: PriorityRow) -> PageContent {
    let (title, lines) = match row {
        PriorityRow::Priority(priority) => {
            let item = ItemIndex::Priority(priority);
            let Brief { title, lines } = brief(snapshot, item);
            (format!("{}: {title}", context_of(snapshot, item)), lines)
        }
        _ => (name(snapshot, row), Vec::new()),
    };
    let rows = fact_rows(snapshot, filter, row);
    let in_groups = FactGroup::ALL.map(|group| of_group(&rows, group));
    let is_long = rows.len() > MAX_FACTS;
    let several = in_groups.iter().filter(|rows| !rows.is_empty()).count() > 1;
    let choices = if is_long && several {
        let groups = FactGroup::ALL.into_iter().zip(&in_groups);
        let groups = groups.filter(|(_, rows)| !rows.is_empty());
        groups
            .map(|(group, rows)| {
                let page = DialoguePage::Group(row, group);
                Choice::open(group_label(snapshot, group, rows), page)
            })
            .collect()
    } else {
        let labelled = rows.iter().map(|row| labelled(snapshot, *row, None));
        labelled.collect()
    };
    PageContent::new(title, lines, choices)
}

/// Returns the facts of a group.
pub(super) fn group(
    snapshot: Snapshot,
    filter: &Filter,
    row: PriorityRow,
    group: FactGroup,
) -> PageContent {
    let rows = of_group(&fact_rows(snapshot, filter, row), group);
    let choices = rows.into_iter();
    let choices = choices.map(|row| labelled(snapshot, row, Some(group)));
    PageContent::menu(group_name(snapshot, row, group), choices.collect())
}

/// Returns the facts of a group that belong to an area or its priorities and match a filter.
pub(super) fn area_group(
    snapshot: Snapshot,
    filter: &Filter,
    area: AreaIndex,
    group: FactGroup,
) -> PageContent {
    let owners = snapshot.owners_in(Some(area));
    let facts = owners.flat_map(|owner| snapshot.facts(owner));
    let facts = facts.filter(|(fact, _)| {
        FactGroup::of(fact.kind) == group && filter.matches_fact(snapshot, *fact)
    });
    let rows = facts.map(|(fact, _)| FactRow {
        fact,
        scope: FactScope::Own,
    });
    let choices = rows.map(|row| labelled(snapshot, row, Some(group)));
    let title = area_group_name(snapshot.dataset(), area, group);
    PageContent::menu(title, choices.collect())
}

/// Returns the name of the facts of a group of an area: `Oldham, actions`.
pub(super) fn area_group_name(dataset: &Dataset, area: AreaIndex, group: FactGroup) -> String {
    format!("{}, {}", dataset.area(area).name, group.plural())
}

/// Returns the page that a line such as `derby results` or `results of derby` asks for, if it names an area and a group
/// of facts.
pub(in crate::dialogue) fn asked(dataset: &Dataset, line: &str) -> Option<DialoguePage> {
    let group = |word: &str| {
        let word = word.to_lowercase();
        let mut groups = FactGroup::ALL.into_iter();
        groups.find(|group| {
            let is_money = *group == FactGroup::Money && word == "money";
            is_money || word == group.plural() || word == group.singular()
        })
    };
    let (first, after) = line.split_once(char::is_whitespace)?;
    let (before, last) = line.rsplit_once(char::is_whitespace)?;
    let (group, name) = match (group(first), group(last)) {
        (Some(group), None) => (group, without_preposition(after.trim())),
        (None, Some(group)) => (group, before.trim()),
        _ => return None,
    };
    let name = name.strip_suffix("'s").unwrap_or(name);
    let area = resolve::area(dataset, name).ok()?;
    Some(match group {
        FactGroup::Target => DialoguePage::Targets(WantedTargets {
            area: Some(area),
            ..WantedTargets::default()
        }),
        FactGroup::Money => DialoguePage::Money(Some(area)),
        group => DialoguePage::AreaGroup(area, group),
    })
}

/// Returns the name of a row: `Oldham, priority 3`, `About Oldham` or `The programme: Money`.
pub(in crate::dialogue) fn name(snapshot: Snapshot, row: PriorityRow) -> String {
    let dataset = snapshot.dataset();
    match row {
        PriorityRow::Priority(priority) => context_of(snapshot, ItemIndex::Priority(priority)),
        PriorityRow::AboutArea(area) => format!("About {}", dataset.area(area).name),
        PriorityRow::Programme(_) => format!("The programme: {}", row.name(dataset)),
    }
}

/// Returns the name of a group of facts: `Oldham, priority 3, actions`.
pub(in crate::dialogue) fn group_name(
    snapshot: Snapshot,
    row: PriorityRow,
    group: FactGroup,
) -> String {
    format!("{}, {}", name(snapshot, row), group.plural())
}

fn of_group(rows: &[FactRow], group: FactGroup) -> Vec<FactRow> {
    let rows = rows.iter().filter(|row| row.group() == group);
    rows.copied().collect()
}

/// Returns the name and the number of the facts of a group, and what came of targets: `Targets: 3, 1 met, 2 not known`.
fn group_label(snapshot: Snapshot, group: FactGroup, rows: &[FactRow]) -> String {
    let outcomes = if group == FactGroup::Target {
        let targets = rows.iter();
        let targets = targets.filter_map(|row| target_at(snapshot, row.fact));
        let counts: OutcomeCounts = targets
            .map(|target| snapshot.target_status(target))
            .collect();
        let counts = counts.iter().filter(|(_, count)| *count > 0);
        counts
            .map(|(outcome, count)| format!(", {count} {}", outcome_word(outcome)))
            .collect()
    } else {
        String::new()
    };
    format!("{}: {}{outcomes}", capitalized(group.plural()), rows.len())
}

/// Returns the choice of a fact: its scope, its kind unless all facts of the page have it, and its text.
fn labelled(snapshot: Snapshot, row: FactRow, group: Option<FactGroup>) -> Choice {
    let item = ItemIndex::Fact(row.fact);
    let kind = match row.fact.kind {
        Kind::Event => String::new(),
        // Its scope says that it is shared.
        Kind::SharedAction | Kind::SharedFact if row.scope == FactScope::Shared => String::new(),
        kind if group.is_some_and(|group| group.singular() == kind.label()) => String::new(),
        kind => format!("{}: ", capitalized(kind.label())),
    };
    let scope = match row.scope {
        FactScope::Own => "",
        FactScope::AreaWide => "For the whole area: ",
        FactScope::Shared => "Shared with other areas: ",
    };
    let text = match target_at(snapshot, row.fact) {
        Some(target) => in_words(target, snapshot.target_status(target)),
        None => text(snapshot, item).into_owned(),
    };
    Choice::open(format!("{scope}{kind}{text}"), DialoguePage::of(item))
}
