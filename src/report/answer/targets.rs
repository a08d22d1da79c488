//! The targets, as the dashboard shows them: by area, theme or outcome.

use super::{
    as_of::as_of_line,
    cells::{owner_cell, period_cell, priority_cell},
};
use crate::{
    dataset::{ItemIndex, OutcomeStatus, Target},
    query::{
        deadline::deadline_phrase,
        describe::name_of,
        filter::Filter,
        gauge::{gauge, gauge_value},
        outcome_counts::{OutcomeCounts, outcome_word, outcomes_in_words},
        provenance::source_note,
        snapshot::Snapshot,
        table::RowFilter,
        targets::{
            TargetGrouping, TargetRow, group_name, known_results, outcome_counts,
            outcome_counts_with_words, short_group_name, target_at, targets as target_rows,
            targets_with_words as rows_with_words,
        },
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow, PageTable},
    },
    text::elide_words,
};

/// Returns the columns, with the groups of targets in the first if it is not a column anyway.
fn columns(has_group: bool) -> Vec<PageColumn> {
    let group = has_group.then(|| PageColumn::key("theme"));
    let columns = [
        PageColumn::key("area"),
        PageColumn::detail("priority", 1),
        PageColumn::key("outcome").below(),
        PageColumn::main("measure"),
        PageColumn::summary("deadline: baseline → goal; latest").below(),
        PageColumn::wide("baseline"),
        PageColumn::wide("goal"),
        PageColumn::wide("by").of_dates(),
        PageColumn::wide("latest"),
        PageColumn::wide("results"),
        PageColumn::wide("sources"),
        PageColumn::wide("reference"),
    ];
    group.into_iter().chain(columns).collect()
}

/// Returns the known targets that match a filter in groups, with their outcomes and results.
#[must_use]
pub fn targets(snapshot: Snapshot, filter: &Filter, grouping: TargetGrouping) -> Page {
    targets_with(snapshot, filter, grouping, &[])
}

/// Returns the known targets that match a filter and have all words in groups, with their outcomes and results.
#[must_use]
pub fn targets_with_words(
    snapshot: Snapshot,
    filter: &Filter,
    grouping: TargetGrouping,
    words: &RowFilter,
) -> Page {
    let rows = rows_with_words(snapshot, filter, words, grouping);
    let counts = outcome_counts_with_words(snapshot, filter, words);
    let title = match words.quoted() {
        Some(words) => format!("Targets with {words}, by {}", grouping.noun()),
        None => title(grouping),
    };
    page(snapshot, title, &rows, counts, grouping)
}

/// Returns the known targets that match a filter and have one of the outcomes, or any outcome if none is named. All targets
/// that match the filter are counted.
#[must_use]
pub fn targets_with(
    snapshot: Snapshot,
    filter: &Filter,
    grouping: TargetGrouping,
    outcomes: &[Option<OutcomeStatus>],
) -> Page {
    let mut rows = target_rows(snapshot, filter, grouping);
    rows.retain(|row| outcomes.is_empty() || outcomes.contains(&row.outcome));
    let counts = outcome_counts(snapshot, filter);
    page(snapshot, title(grouping), &rows, counts, grouping)
}

fn title(grouping: TargetGrouping) -> String {
    format!("Targets by {}", grouping.noun())
}

/// Returns the page of targets in groups, with counts of outcomes above them.
fn page(
    snapshot: Snapshot,
    title: String,
    rows: &[TargetRow],
    counts: OutcomeCounts,
    grouping: TargetGrouping,
) -> Page {
    // The area is a column already, and so is the outcome.
    let has_group = grouping == TargetGrouping::Theme;
    let table_rows = rows.iter().filter_map(|row| {
        let mut cells = row_cells(snapshot, row)?;
        if has_group {
            let group = PageCell::new(group_name(snapshot, row.group));
            cells.insert(0, group.short(short_group_name(snapshot, row.group)));
        }
        Some(PageRow::of(ItemIndex::Fact(row.fact), cells))
    });
    let table = PageTable::new(columns(has_group), table_rows.collect());
    let mut page = Page {
        title,
        items: table.items(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks
        .push(PageBlock::Paragraph(outcomes_in_words(&counts)));
    page.blocks.push(PageBlock::Table(table));
    if page.is_empty() {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    page
}

fn row_cells(snapshot: Snapshot, row: &TargetRow) -> Option<Vec<PageCell>> {
    let dataset = snapshot.dataset();
    let target = target_at(snapshot, row.fact)?;
    let results: Vec<String> = known_results(snapshot, target)
        .map(|result| name_of(snapshot, result).into_owned())
        .collect();
    let sources: Vec<String> = snapshot
        .known(&target.cites)
        .map(|citation| source_note(dataset, citation))
        .collect();
    let latest = latest_value(snapshot, target);
    let some = |text: Option<&str>| text.unwrap_or_default().into();
    Some(vec![
        owner_cell(dataset, ItemIndex::Fact(row.fact)),
        priority_cell(dataset, row.fact.owner),
        outcome_word(row.outcome).into(),
        (&target.measure).into(),
        promise_cell(target, &latest),
        some(target.baseline.as_deref()),
        some(target.goal.as_deref()),
        target
            .by
            .as_ref()
            .map_or_else(PageCell::default, period_cell),
        latest.into(),
        results.join(" ").into(),
        sources.join("; ").into(),
        target.reference.as_str().into(),
    ])
}

/// Most columns of a baseline in narrow text, so that the goal has room.
const MAX_BASELINE: usize = 16;

/// Returns a cell for what was promised and what came of it: `by 2021: 76% → at least 86%; latest 80% (2019)`.
fn promise_cell(target: &Target, latest: &str) -> PageCell {
    let baseline = target.baseline.as_deref();
    let words = |baseline: Option<&str>| {
        let goal = [baseline, target.goal.as_deref()].into_iter().flatten();
        let goal = goal.collect::<Vec<_>>().join(" → ");
        let by = target.by.as_ref().map(deadline_phrase);
        let promise = by.as_deref().into_iter().chain(Some(&*goal));
        let promise: Vec<&str> = promise.filter(|words| !words.is_empty()).collect();
        let promise = promise.join(": ");
        match (promise.is_empty(), latest.is_empty()) {
            (_, true) => promise,
            (true, false) => format!("latest {latest}"),
            (false, false) => format!("{promise}; latest {latest}"),
        }
    };
    let short = baseline.map(|baseline| elide_words(baseline, MAX_BASELINE));
    PageCell::new(words(baseline)).short(words(short.as_deref()))
}

/// Returns the latest value on the scale of a target, with its date: `39 (2022)`; empty if none is known.
fn latest_value(snapshot: Snapshot, target: &Target) -> String {
    let now = gauge(snapshot, target).and_then(|gauge| gauge.now);
    now.map_or_else(String::new, |figure| match figure.date {
        Some(date) => format!("{} ({date})", gauge_value(figure)),
        None => gauge_value(figure),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        report::{Format, TextLayout, render},
    };

    #[test]
    fn targets_are_saved_with_their_outcomes() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        for grouping in TargetGrouping::ALL {
            let page = targets(snapshot, &Filter::default(), grouping);
            let csv = render(snapshot, &page, Format::Csv, TextLayout::plain(80));
            let rows = target_rows(snapshot, &Filter::default(), grouping);
            assert_eq!(csv.lines().count(), rows.len() + 1, "{grouping:?}");
            assert_eq!(page.items.len(), 60, "{grouping:?}");
            let met = csv.lines().find(|line| line.contains(",met,"));
            let met = met.expect("a target was met");
            assert!(
                met.contains("Bradford") && met.contains("25 schools"),
                "{met}"
            );
            let text = render(snapshot, &page, Format::Markdown, TextLayout::plain(80));
            assert!(
                text.contains("60 targets: 1 met, 1 partly met, 5 in progress, 53 not known."),
                "{text}"
            );
        }
    }
}
