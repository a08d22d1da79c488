//! `oa changes`: what became known in a time, by area.

use super::{as_of::with_date, cells::owner_cell};
use crate::{
    dataset::{ItemIndex, PartialDate},
    query::{
        describe::{counted, kind_of, name_of},
        fact_group::FactGroup,
        filter::Filter,
        news::{AreaNews, NewsItem, news},
        provenance::attribution,
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow},
    },
    sort::SortShared,
};

/// Returns how much became known on or after a date, a row for each area.
#[must_use]
pub fn changes(snapshot: Snapshot, filter: &Filter, since: PartialDate) -> Page {
    let news = news(snapshot, filter, since);
    let row = |area: &AreaNews| {
        let first = area.items.first()?;
        let items = area.items.iter();
        let cells = vec![
            owner_cell(snapshot.dataset(), first.item),
            PageCell::number(area.items.len()),
            kinds(snapshot, &area.items).join(", ").into(),
        ];
        Some(PageRow {
            items: items.map(|news| news.item).collect(),
            ..PageRow::from(cells)
        })
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::key("new"),
        PageColumn::main("kinds"),
    ];
    let rows = news.iter().filter_map(row);
    let page = Page::of_table(title(since), columns, rows);
    with_remarks(snapshot, &news, page)
}

/// Returns everything that became known on or after a date, a row for each item.
#[must_use]
pub fn all_changes(snapshot: Snapshot, filter: &Filter, since: PartialDate) -> Page {
    let news = news(snapshot, filter, since);
    let dataset = snapshot.dataset();
    let row = |news: &NewsItem| {
        let name = name_of(snapshot, news.item);
        let (kind, text) = match news.outcome {
            Some(outcome) => ("outcome", format!("{}: {name}", outcome.word())),
            None => (kind_of(snapshot, news.item), name.into_owned()),
        };
        let cells = vec![
            owner_cell(dataset, news.item),
            PageCell::date(news.date),
            kind.into(),
            text.into(),
            attribution(snapshot, dataset.cites(news.item)).into(),
            dataset.reference(news.item).into_owned().into(),
        ];
        PageRow::of(news.item, cells)
    };
    let columns = [
        PageColumn::key("area"),
        PageColumn::detail("known from", 2).of_dates(),
        PageColumn::detail("kind", 1),
        PageColumn::main("text"),
        PageColumn::wide("source"),
        PageColumn::wide("reference"),
    ];
    let rows = news.iter().flat_map(|area| &area.items).map(row);
    let page = Page::of_table(title(since), columns, rows);
    with_remarks(snapshot, &news, page)
}

fn title(since: PartialDate) -> String {
    format!("What became known since {since}")
}

/// Returns a page with the date before its table, and the number of items and what is uncertain about them behind it.
fn with_remarks(snapshot: Snapshot, news: &[AreaNews], mut page: Page) -> Page {
    let items = || news.iter().flat_map(|area| &area.items);
    let partial = items().filter(|news| !matches!(news.date, PartialDate::Day(_)));
    let partial = match partial.count() {
        0 => String::new(),
        partial => format!(
            " The first source of {partial} of them states only a year or a month. They count from its last day."
        ),
    };
    let words = match items().count() {
        0 => "No results.".to_string(),
        count => format!("{} in all.{partial}", counted(count, "item", "items")),
    };
    page.blocks.push(PageBlock::Paragraph(words));
    with_date(snapshot, page)
}

/// Returns the kinds of some news with their numbers, the most frequent first: `3 results`.
fn kinds(snapshot: Snapshot, items: &[NewsItem]) -> Vec<String> {
    let names = |news: &NewsItem| match (news.outcome, news.item) {
        (Some(_), _) => ("outcome of a target", "outcomes of targets"),
        (None, ItemIndex::Fact(fact)) => {
            let group = FactGroup::of(fact.kind);
            (group.singular(), group.plural())
        }
        (None, ItemIndex::Priority(_)) => ("priority", "priorities"),
        (None, other) => (kind_of(snapshot, other), kind_of(snapshot, other)),
    };
    let mut kinds: Vec<((&str, &str), usize)> = Vec::new();
    for news in items {
        let names = names(news);
        match kinds.iter_mut().find(|(other, _)| *other == names) {
            Some((_, count)) => *count += 1,
            None => kinds.push((names, 1)),
        }
    }
    kinds.sort_shared_by_key(|(_, count)| std::cmp::Reverse(*count));
    let kinds = kinds.into_iter();
    kinds
        .map(|((singular, plural), count)| counted(count, singular, plural))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn summary_counts_what_the_full_list_has() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let since = "2021-07".parse().expect("a date");
        let summary = changes(snapshot, &Filter::default(), since);
        let full = all_changes(snapshot, &Filter::default(), since);
        assert_eq!(summary.items, full.items);
        let rows = |page: &Page| match &page.blocks[0] {
            PageBlock::Table(table) => table.rows.clone(),
            other => panic!("{other:?} is not a table"),
        };
        let counts: usize = rows(&summary)
            .iter()
            .map(|row| row.cells[1].words.parse::<usize>().expect("a number"))
            .sum();
        assert_eq!(counts, rows(&full).len());
        assert!(rows(&summary).len() <= 13);
    }
}
