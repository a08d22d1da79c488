//! The targets, as the dashboard shows them: by area, theme or outcome.

use super::as_of::as_of_line;
use crate::{
    dataset::{ItemIndex, OwnerIndex},
    query::{
        describe::{name_of, owner_name},
        filter::Filter,
        outcome_counts::{outcome_word, outcomes_in_words},
        provenance::source_note,
        snapshot::Snapshot,
        targets::{
            TargetGrouping, TargetRow, group_name, known_results, outcome_counts, target_at,
            targets as target_rows,
        },
    },
    report::page::{Page, PageBlock, PageTable},
};

/// Names of the columns.
const COLUMNS: [&str; 9] = [
    "area", "priority", "outcome", "measure", "baseline", "goal", "by", "results", "sources",
];

/// Returns the known targets that match a filter in groups, with their outcomes and results.
#[must_use]
pub fn targets(snapshot: Snapshot, filter: &Filter, grouping: TargetGrouping) -> Page {
    let rows = target_rows(snapshot, filter, grouping);
    let mut columns = COLUMNS.to_vec();
    // The area is a column already, and so is the outcome.
    let has_group = grouping == TargetGrouping::Theme;
    if has_group {
        columns.insert(0, "theme");
    }
    let cells = rows.iter().filter_map(|row| {
        let mut cells = row_cells(snapshot, row)?;
        if has_group {
            cells.insert(0, group_name(snapshot, row.group).to_string());
        }
        Some(cells)
    });
    let mut page = Page {
        title: format!("Targets by {}", grouping.noun()),
        items: rows.iter().map(|row| ItemIndex::Fact(row.fact)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks
        .push(PageBlock::Paragraph(outcomes_in_words(&outcome_counts(
            snapshot, filter,
        ))));
    page.blocks
        .push(PageBlock::Table(PageTable::new(&columns, cells.collect())));
    page
}

fn row_cells(snapshot: Snapshot, row: &TargetRow) -> Option<Vec<String>> {
    let dataset = snapshot.dataset();
    let target = target_at(snapshot, row.fact)?;
    let priority = match row.fact.owner {
        OwnerIndex::Priority(priority) => dataset.priority(priority).number.to_string(),
        _ => String::new(),
    };
    let results: Vec<String> = known_results(snapshot, target)
        .map(|result| name_of(snapshot, result).into_owned())
        .collect();
    let sources: Vec<String> = snapshot
        .known(&target.cites)
        .map(|citation| source_note(dataset, citation))
        .collect();
    let some = |text: Option<&str>| text.unwrap_or_default().to_string();
    Some(vec![
        owner_name(dataset, ItemIndex::Fact(row.fact)).to_string(),
        priority,
        outcome_word(row.outcome).to_string(),
        target.measure.to_string(),
        some(target.baseline.as_deref()),
        some(target.goal.as_deref()),
        some(target.by.as_ref().map(|by| by.words.as_str())),
        results.join(" "),
        sources.join("; "),
    ])
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
            assert_eq!(csv.lines().count(), page.items.len() + 1, "{grouping:?}");
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
