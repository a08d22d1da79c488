//! Every fact as a row, filtered by words.

use super::item::choices;
use crate::{
    dataset::ItemIndex,
    dialogue::page::PageContent,
    query::{
        describe::counted,
        filter::Filter,
        snapshot::Snapshot,
        table::{RowFilter, TableColumn, TableOrder, TableQuery},
    },
};

/// Number of facts that are listed at most: of a million, nobody reads the last.
const MAX_LISTED: usize = 1000;

/// Returns the order and the words that a user typed after `table`.
///
/// # Errors
/// Says which columns there are if the word after `by` is none.
pub(in crate::dialogue) fn table_words(rest: &str) -> Result<(TableOrder, String), String> {
    let by = rest.split_once(char::is_whitespace);
    let Some((_, rest)) = by.filter(|(by, _)| by.eq_ignore_ascii_case("by")) else {
        return Ok((TableOrder::default(), rest.into()));
    };
    let rest = rest.trim();
    let (name, words) = rest
        .split_once(char::is_whitespace)
        .map_or((rest, ""), |(name, words)| (name, words.trim()));
    if let Some(column) = TableColumn::from_name(name) {
        return Ok((TableOrder::by(column), words.into()));
    }
    let columns = TableColumn::ALL.map(TableColumn::word).join(", ");
    Err(format!(
        "There is no column “{name}”. The columns are: {columns}."
    ))
}

/// Returns the facts that match a filter and have all words, in an order.
pub(super) fn table(
    snapshot: Snapshot,
    filter: &Filter,
    words: &str,
    order: TableOrder,
) -> PageContent {
    let query = TableQuery::new(snapshot, filter, RowFilter::new(words), order);
    let rows = query.rows(snapshot.dataset());
    let shown = counted(rows.facts.len(), "fact", "facts");
    let listed = if rows.facts.len() > MAX_LISTED {
        format!(". The first {MAX_LISTED} are listed")
    } else {
        String::new()
    };
    let of = if query.has_words() {
        format!(" of {}", rows.known)
    } else {
        String::new()
    };
    let title = format!("{}. {shown}{of}, {}{listed}", name(words), order.words());
    let facts = rows.facts.into_iter().take(MAX_LISTED);
    PageContent::menu(title, choices(snapshot, facts.map(ItemIndex::Fact)))
}

/// Returns the name of the table of the facts with some words.
pub(super) fn name(words: &str) -> String {
    if words.is_empty() {
        "Every fact".into()
    } else {
        format!("Facts with {words}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_order_are_read_from_what_is_typed() {
        let by = TableOrder::by;
        for (typed, order, words) in [
            ("", by(TableColumn::Area), ""),
            ("mental health", by(TableColumn::Area), "mental health"),
            ("by money", by(TableColumn::Money), ""),
            (
                "by Money  school places",
                by(TableColumn::Money),
                "school places",
            ),
            ("byelaws", by(TableColumn::Area), "byelaws"),
        ] {
            assert_eq!(
                table_words(typed),
                Ok((order, words.to_string())),
                "{typed}"
            );
        }
        assert_eq!(
            table_words("by colour"),
            Err("There is no column “colour”. The columns are: area, kind, fact, money, publisher, sources, date.".into())
        );
    }
}
