//! Search results.

use super::item::choices;
use crate::{
    dataset::Dataset,
    dialogue::page::PageContent,
    query::{
        describe::counted,
        filter::Filter,
        search::{Index, SearchQuery, SearchScope},
        snapshot::Snapshot,
    },
    text::echo,
};

/// Returns the advice for a search without words. The example is the name of a theme or an area.
pub(in crate::dialogue) fn advice(dataset: &Dataset) -> String {
    let theme = dataset.themes().next().map(|(_, theme)| &theme.name);
    let area = dataset.areas().next().map(|(_, area)| &area.name);
    let example = theme.or(area).map(|name| name.to_lowercase());
    let example = example.map_or(String::new(), |words| format!(" For example: s {words}"));
    format!("Type s and the words to search for.{example}")
}

/// Returns the page that says how to search.
pub(super) fn instructions(dataset: &Dataset) -> PageContent {
    PageContent::text("Search", vec![advice(dataset)])
}

/// Returns the title of the page with the results for these words.
pub(super) fn title(words: &str) -> String {
    format!("Search: {}", echo(words))
}

/// Returns the items that match, the best first, or words to try if there are none.
pub(super) fn results(
    snapshot: Snapshot,
    filter: &Filter,
    index: Option<&Index>,
    (words, query): (&str, &SearchQuery),
) -> PageContent {
    let scope = SearchScope {
        snapshot,
        filter,
        query,
    };
    let answer = index.map(|index| index.search(scope)).unwrap_or_default();
    let mut lines = answer.notes();
    let (all, complete) = (answer.hits.len(), answer.complete_count());
    let mut page_title = title(words);
    match index {
        Some(index) if answer.hits.is_empty() => {
            lines.push(index.explain(scope).sentences().join(" "));
        }
        _ => page_title.push_str(&format!(". {}", count_words(all, complete))),
    }
    let hits = answer.hits.into_iter().map(|hit| hit.item);
    PageContent {
        listed_first: Some(complete).filter(|&complete| 0 < complete && complete < all),
        ..PageContent::new(page_title, lines, choices(snapshot, hits))
    }
}

/// Returns how many results there are, and how many of them have all words: `4 results. Type n for 7 with only some of the words`.
fn count_words(all: usize, complete: usize) -> String {
    if complete == 0 || complete == all {
        return counted(all, "result", "results");
    }
    let others = all - complete;
    let results = counted(complete, "result", "results");
    format!("{results}. Type n for {others} with only some of the words")
}
