//! The table of facts, as the dashboard shows it: the rows that a user has filtered and sorted.

use super::as_of::as_of_line;
use crate::{
    dataset::{FactData, FactIndex, ItemIndex, OwnerIndex},
    query::{
        describe::owner_name,
        provenance::source_note,
        snapshot::Snapshot,
        table::{TableQuery, fact_text},
    },
    report::page::{Page, PageBlock, PageTable},
};

/// Names of the columns.
const COLUMNS: [&str; 9] = [
    "area",
    "priority",
    "kind",
    "fact",
    "date",
    "pounds",
    "known from",
    "sources",
    "reference",
];

/// Returns the facts in their order as a table, each with its area, its sources and its reference.
#[must_use]
pub fn table(snapshot: Snapshot, query: &TableQuery, facts: &[FactIndex]) -> Page {
    let rows = facts.iter().map(|&index| row(snapshot, index));
    let mut page = Page {
        title: "Facts".into(),
        items: facts.iter().map(|&fact| ItemIndex::Fact(fact)).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    page.blocks.push(PageBlock::Paragraph(query.words()));
    page.blocks
        .push(PageBlock::Table(PageTable::new(&COLUMNS, rows.collect())));
    if facts.is_empty() {
        page.blocks.push(PageBlock::Paragraph("No results.".into()));
    }
    page
}

/// Returns the cells of a fact. Sums are numbers, and dates as people write them.
fn row(snapshot: Snapshot, index: FactIndex) -> Vec<String> {
    let dataset = snapshot.dataset();
    let fact = dataset.fact(index);
    let priority = match index.owner {
        OwnerIndex::Priority(priority) => dataset.priority(priority).number.to_string(),
        _ => String::new(),
    };
    let date = match fact.body {
        FactData::Event(event) => event.date.to_string(),
        _ => fact
            .period()
            .map(|period| period.words.to_string())
            .unwrap_or_default(),
    };
    let sources: Vec<String> = snapshot
        .known(fact.cites())
        .map(|citation| source_note(dataset, citation))
        .collect();
    let pounds = fact.amount().map(|amount| amount.pounds.0.to_string());
    vec![
        owner_name(dataset, ItemIndex::Fact(index)).to_string(),
        priority,
        fact.kind.label().to_string(),
        fact_text(fact).into_owned(),
        date,
        pounds.unwrap_or_default(),
        fact.cites().known_from().to_string(),
        sources.join("; "),
        fact.reference().to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            filter::Filter,
            table::{RowFilter, TableColumn, TableOrder},
        },
        report::{Format, TextLayout, render},
    };

    fn page(dataset: &Dataset, words: &str) -> Page {
        let snapshot = Snapshot::latest(dataset);
        let query = TableQuery::new(
            snapshot,
            &Filter::default(),
            RowFilter::new(words),
            TableOrder::by(TableColumn::Money),
        );
        table(snapshot, &query, &query.rows(dataset).facts)
    }

    #[test]
    fn rows_are_saved_as_they_are_shown() {
        let dataset = Dataset::bundled();
        let page = page(&dataset, "research school");
        let snapshot = Snapshot::latest(&dataset);
        let csv = render(snapshot, &page, Format::Csv, TextLayout::plain(80));
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), page.items.len() + 1);
        assert!(lines[1].contains(",3500000,"), "{}", lines[1]);
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = render(snapshot, &page, format, TextLayout::plain(80));
            assert!(
                text.contains("with “research” and “school”, sorted by money, largest first"),
                "{text}"
            );
        }
    }

    #[test]
    fn no_rows_are_said_to_be_none() {
        let dataset = Dataset::bundled();
        let page = page(&dataset, "xyzzy");
        assert!(page.is_empty());
        assert_eq!(
            page.blocks.last(),
            Some(&PageBlock::Paragraph("No results.".into()))
        );
    }
}
