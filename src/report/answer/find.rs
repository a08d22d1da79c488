//! `oa search`: what matches, the best first, and where it matched.

use super::{Page, PageBlock, area_name, as_of_line};
use crate::{
    dataset::{Item, ItemIndex},
    query::{
        describe::{kind_of, name_of},
        filter::Filter,
        provenance::attribution,
        search::{Hit, Index, SearchQuery},
        snapshot::Snapshot,
    },
    report::PageTable,
};

/// The first so many answers; if there is none, words that do occur.
#[must_use]
pub fn find(snapshot: Snapshot, typed: &str, filter: &Filter, most: usize) -> Page {
    let question = SearchQuery::new(typed);
    let index = Index::new(snapshot.dataset());
    let mut hits = index.search(snapshot, &question);
    hits.retain(|hit| filter.matches(snapshot, hit.item));
    let found = hits.len();
    hits.truncate(most);
    let rows = hits.iter().map(|hit| row(snapshot, hit)).collect();
    let mut page = Page {
        title: format!("Search: {typed}"),
        items: hits.iter().map(|hit| hit.item).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    if found == 0 {
        let near = index.nearest_words(snapshot, &question);
        let advice = if near.is_empty() {
            "Nothing matches.".to_string()
        } else {
            format!("Nothing matches. Words that do occur: {}.", near.join(", "))
        };
        page.blocks.push(PageBlock::Paragraph(advice));
        return page;
    }
    page.blocks.push(PageBlock::PageTable(PageTable::new(
        &["what", "area", "says", "matched", "source", "reference"],
        rows,
    )));
    if found > most {
        page.blocks.push(PageBlock::Paragraph(format!(
            "The best {most} of {found}; `--most {found}` shows all."
        )));
    }
    page
}

fn row(snapshot: Snapshot, hit: &Hit) -> Vec<String> {
    let dataset = snapshot.dataset();
    let what = kind_of(snapshot, hit.item);
    let area = if matches!(hit.item, ItemIndex::Theme(_) | ItemIndex::Source(_)) {
        String::new()
    } else {
        area_name(dataset, hit.item)
    };
    let source = match dataset.item(hit.item) {
        Item::Priority(..) | Item::Fact(_) => attribution(snapshot, dataset.cites(hit.item)),
        Item::Source(source) => format!("{}, {}", source.publisher, source.published),
        Item::Programme(_) | Item::Area(_) | Item::Theme(_) => String::new(),
    };
    vec![
        what.into(),
        area,
        name_of(snapshot, hit.item).into_owned(),
        hit.field.into(),
        source,
        dataset.reference(hit.item).into_owned(),
    ]
}
