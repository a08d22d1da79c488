//! Search results.

use super::item::choices;
use crate::{
    dataset::Dataset,
    dialogue::page::PageContent,
    query::{
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
    match index {
        Some(index) if answer.hits.is_empty() => {
            lines.push(index.explain(scope).sentences().join(" "));
        }
        _ => lines.push(answer.count_sentence()),
    }
    PageContent {
        title: title(words),
        lines,
        choices: choices(snapshot, answer.hits.into_iter().map(|hit| hit.item)),
    }
}
