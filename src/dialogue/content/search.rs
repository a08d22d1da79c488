//! Search results.

use super::item::choices;
use crate::{
    dialogue::page::PageContent,
    query::{
        describe::counted,
        filter::Filter,
        search::{Index, SearchQuery, SearchScope, no_matches},
        snapshot::Snapshot,
    },
    text::echo,
};

/// Advice for a search without words.
pub(in crate::dialogue) const ADVICE: &str =
    "Type s and the words to search for. For example: s mental health";

/// Returns the page that says how to search.
pub(super) fn instructions() -> PageContent {
    PageContent::text("Search", vec![ADVICE.into()])
}

/// Returns the items that match, the best first, or words to try if there are none.
pub(super) fn results(
    snapshot: Snapshot,
    filter: &Filter,
    index: Option<&Index>,
    words: &str,
) -> PageContent {
    let query = SearchQuery::new(words);
    let hits = index
        .map(|index| {
            index.search(SearchScope {
                snapshot,
                filter,
                query: &query,
            })
        })
        .unwrap_or_default();
    let line = match (hits.len(), index) {
        (0, Some(index)) => no_matches(&index.nearest_words(snapshot, &query)),
        (1, _) => "1 result.".into(),
        (count, _) => format!("{}, best match first.", counted(count, "result", "results")),
    };
    PageContent {
        title: format!("Search: {}", echo(words)),
        lines: vec![line],
        choices: choices(snapshot, hits.into_iter().map(|hit| hit.item)),
    }
}
