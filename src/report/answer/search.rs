//! `oa search`: the best matches, and the field that matched.

use super::{as_of::as_of_line, cells::owner_cell};
use crate::{
    dataset::{Item, ItemIndex},
    query::{
        describe::{kind_of, name_of, or_list},
        filter::Filter,
        provenance::attribution,
        search::{Hit, Index, SearchAnswer, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
    report::{
        page::{Page, PageBlock},
        table::{ColumnUse, PageCell, PageColumn, PageRow, PageTable},
    },
    text::{LimitError, echo},
};

/// Returns at most `limit` matches in the dataset's index, the best first, or words to try if there are none.
///
/// # Errors
///
/// Returns [`LimitError`] if the input is too long for a search.
pub fn search(
    snapshot: Snapshot,
    index: &Index,
    input: &str,
    filter: &Filter,
    limit: usize,
) -> Result<Page, LimitError> {
    let query = SearchQuery::new(input)?;
    let scope = SearchScope {
        snapshot,
        filter,
        query: &query,
    };
    let answer = index.search(scope);
    let found = answer.hits.len();
    let hits = &answer.hits[..found.min(limit)];
    let rows = hits.iter().map(|hit| row(snapshot, &answer, hit));
    let rows = rows.collect();
    let mut page = Page {
        title: format!("Search: {}", echo(input)),
        items: hits.iter().map(|hit| hit.item).collect(),
        ..Page::default()
    };
    page.blocks.extend(as_of_line(snapshot));
    let notes = answer.notes().into_iter();
    page.blocks.extend(notes.map(PageBlock::Paragraph));
    // Without matches too: a table without rows is how CSV says that nothing was found.
    let matched_use = if hits.iter().any(|hit| !answer.missing_words(hit).is_empty()) {
        ColumnUse::Remark
    } else {
        ColumnUse::Detail(1)
    };
    page.blocks.push(PageBlock::Table(PageTable::new(
        vec![
            PageColumn::key("area"),
            PageColumn::key("type"),
            PageColumn::main("text"),
            PageColumn::new("matched", matched_use),
            PageColumn::wide("source"),
            PageColumn::wide("reference"),
        ],
        rows,
    )));
    if found == 0 {
        let sentences = index.explain(scope).sentences().join(" ");
        page.blocks.push(PageBlock::Paragraph(sentences));
    }
    if found > limit {
        page.blocks.push(PageBlock::Paragraph(format!(
            "Showing the best {limit} of {found} results. Use `--limit {found}` to see all."
        )));
    }
    Ok(page)
}

fn row(snapshot: Snapshot, answer: &SearchAnswer, hit: &Hit) -> PageRow {
    let dataset = snapshot.dataset();
    let area = if matches!(
        hit.item,
        ItemIndex::Theme(_) | ItemIndex::Term(_) | ItemIndex::Source(_)
    ) {
        PageCell::default()
    } else {
        owner_cell(dataset, hit.item)
    };
    let source = match dataset.item(hit.item) {
        Item::Priority(..) | Item::Fact(_) => attribution(snapshot, dataset.cites(hit.item)),
        Item::Source(source) => format!("{}, {}", source.publisher, source.published),
        Item::Programme(_) | Item::Area(_) | Item::Theme(_) | Item::Term(_) => String::new(),
    };
    let missing = answer.missing_words(hit);
    let matched = if missing.is_empty() {
        hit.field.to_string()
    } else {
        format!("{}, without {}", hit.field, or_list(&missing))
    };
    let cells = vec![
        area,
        kind_of(snapshot, hit.item).into(),
        name_of(snapshot, hit.item).into_owned().into(),
        matched.into(),
        source.into(),
        dataset.reference(hit.item).into_owned().into(),
    ];
    PageRow::of(hit.item, cells)
}
