//! The order of the rows.

use std::cmp::{Ordering, Reverse};

use super::{
    cells::{sort_text, source_count},
    columns::TableColumn,
};
use crate::{
    dataset::FactIndex,
    query::{
        fact_group::FactGroup, provenance::earliest_citation, search::fold, snapshot::Snapshot,
    },
    text::natural_order,
};

/// An order of the rows: by a column, in one direction. Rows without a value come last in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOrder {
    /// Column to sort by.
    pub column: TableColumn,
    /// True if the largest value comes first.
    pub descending: bool,
}

impl Default for TableOrder {
    fn default() -> Self {
        Self::by(TableColumn::Area)
    }
}

impl TableOrder {
    /// Returns the order by a column in the direction that people expect: the largest sum first,
    /// but names from A to Z.
    #[must_use]
    pub fn by(column: TableColumn) -> Self {
        Self {
            column,
            descending: column.starts_descending(),
        }
    }

    /// Returns the order in the other direction.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            descending: !self.descending,
            ..self
        }
    }

    /// Returns the order in words: `sorted by money, largest first`.
    #[must_use]
    pub fn words(self) -> String {
        format!(
            "sorted by {}, {}",
            self.column.heading().to_lowercase(),
            self.column.direction(self.descending)
        )
    }

    /// Sorts rows, which are in the dataset's order. Rows with the same value stay in it.
    pub(super) fn sort(self, snapshot: Snapshot, rows: &mut Vec<FactIndex>) {
        let dataset = snapshot.dataset();
        match self.column {
            TableColumn::Area => {
                let mut names: Vec<_> = dataset.areas().collect();
                names.sort_by(|(_, a), (_, b)| natural_order(&a.name, &b.name));
                let ranks = ranks(names.into_iter().map(|(area, _)| area.index()));
                // The programme is no area.
                self.sort_by_key(rows, |fact| {
                    fact.owner.area().map(|area| ranks[area.index()])
                });
            }
            TableColumn::Kind => {
                self.sort_by_key(rows, |fact| Some((FactGroup::of(fact.kind), fact.kind)));
            }
            TableColumn::Fact => self.sort_by_text(snapshot, rows),
            TableColumn::FirstSource => {
                let mut sources: Vec<_> = dataset.sources().collect();
                sources.sort_by(|(_, a), (_, b)| natural_order(&a.publisher, &b.publisher));
                // Publications of one publisher have the same rank, that of the first of them.
                let mut ranks = vec![0; sources.len()];
                let mut rank = 0;
                for (position, (index, source)) in sources.iter().enumerate() {
                    if position > 0 && sources[position - 1].1.publisher != source.publisher {
                        rank = position;
                    }
                    ranks[index.index()] = rank;
                }
                self.sort_by_key(rows, |fact| {
                    let first = earliest_citation(snapshot, dataset.fact(fact).cites())?;
                    Some(ranks[first.source_index().index()])
                });
            }
            TableColumn::Sources => {
                self.sort_by_key(rows, |fact| Some(source_count(snapshot, fact)));
            }
            TableColumn::KnownFrom => self.sort_by_key(rows, |fact| {
                Some(dataset.fact(fact).cites().known_from().last_day())
            }),
            TableColumn::Money => {
                self.sort_by_key(rows, |fact| Some(dataset.fact(fact).amount()?.pounds));
            }
        }
    }

    /// Sorts by a key that is computed once for each row.
    fn sort_by_key<K: Ord>(self, rows: &mut Vec<FactIndex>, key: impl Fn(FactIndex) -> Option<K>) {
        let mut keyed: Vec<(K, FactIndex)> = Vec::new();
        let mut missing = Vec::new();
        for &fact in &*rows {
            match key(fact) {
                Some(key) => keyed.push((key, fact)),
                None => missing.push(fact),
            }
        }
        // Both are stable.
        if self.descending {
            keyed.sort_by(|(a, _), (b, _)| Reverse(a).cmp(&Reverse(b)));
        } else {
            keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        rows.clear();
        rows.extend(keyed.into_iter().map(|(_, fact)| fact));
        rows.append(&mut missing);
    }

    /// Sorts by the text. The first eight bytes decide nearly always, so they are kept beside the
    /// row: to look at each text for each comparison would be slow with a million rows.
    fn sort_by_text(self, snapshot: Snapshot, rows: &mut Vec<FactIndex>) {
        let text = |fact| sort_text(snapshot.dataset().fact(fact));
        let mut keyed: Vec<(u64, FactIndex)> = rows
            .iter()
            .map(|&fact| (prefix(text(fact)), fact))
            .collect();
        keyed.sort_by(|(a, a_fact), (b, b_fact)| {
            let order = a.cmp(b).then_with(|| compare(text(*a_fact), text(*b_fact)));
            if self.descending {
                order.reverse()
            } else {
                order
            }
        });
        rows.clear();
        rows.extend(keyed.into_iter().map(|(_, fact)| fact));
    }
}

/// Returns the rank of each index in a list of indices.
fn ranks(indices: impl ExactSizeIterator<Item = usize>) -> Vec<usize> {
    let mut ranks = vec![0; indices.len()];
    for (rank, index) in indices.enumerate() {
        ranks[index] = rank;
    }
    ranks
}

/// Returns the first eight bytes of a text as they are compared.
fn prefix(text: &str) -> u64 {
    let head = if text.is_ascii() {
        text.get(..8).unwrap_or(text)
    } else {
        text
    };
    let folded = fold(head);
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(folded.bytes()) {
        *byte = from;
    }
    u64::from_be_bytes(bytes)
}

/// Compares two texts without regard to case and accents.
fn compare(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() {
        let [a, b] = [a, b].map(|text| text.bytes().map(|byte| byte.to_ascii_lowercase()));
        return a.cmp(b);
    }
    fold(a).cmp(&fold(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            filter::Filter,
            table::{RowFilter, TableQuery, first_publisher},
        },
    };

    fn rows(dataset: &Dataset, order: TableOrder) -> Vec<FactIndex> {
        let query = TableQuery::new(
            Snapshot::latest(dataset),
            &Filter::default(),
            RowFilter::default(),
            order,
        );
        query.rows(dataset).facts
    }

    #[test]
    fn rows_are_sorted_by_any_column_and_ties_stay_in_order() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let listed = rows(&dataset, TableOrder::default());
        for column in TableColumn::ALL {
            let order = TableOrder::by(column);
            let (there, back) = (rows(&dataset, order), rows(&dataset, order.reversed()));
            assert_eq!(there.len(), listed.len());
            let money = |fact: FactIndex| Some(dataset.fact(fact).amount()?.pounds);
            let is_sorted = match column {
                TableColumn::Money => {
                    let sums = there.iter().map_while(|&fact| money(fact)).count();
                    let missing = there[sums..].iter().all(|&fact| money(fact).is_none());
                    let missing_too = back[sums..].iter().all(|&fact| money(fact).is_none());
                    sums > 20
                        && missing
                        && missing_too
                        && there[..sums].is_sorted_by_key(|&fact| Reverse(money(fact)))
                        && back[..sums].is_sorted_by_key(|&fact| money(fact))
                }
                TableColumn::Area => {
                    let areas = there.iter().map_while(|fact| fact.owner.area()).count();
                    there[areas..]
                        .iter()
                        .all(|fact| fact.owner.area().is_none())
                        && back[areas..].iter().all(|fact| fact.owner.area().is_none())
                        && there[..areas].is_sorted_by_key(|fact| fact.owner.area())
                }
                TableColumn::Kind => there.is_sorted_by_key(|fact| FactGroup::of(fact.kind)),
                TableColumn::Fact => {
                    let text = |&fact: &FactIndex| fold(sort_text(dataset.fact(fact)));
                    there.is_sorted_by_key(text)
                }
                TableColumn::FirstSource => {
                    let names = there.iter().map(|&fact| first_publisher(snapshot, fact));
                    let names: Vec<_> = names.flatten().collect();
                    names.is_sorted_by(|a, b| natural_order(a, b) != Ordering::Greater)
                }
                TableColumn::Sources => {
                    there.is_sorted_by_key(|&fact| Reverse(source_count(snapshot, fact)))
                }
                TableColumn::KnownFrom => there.is_sorted_by_key(|&fact| {
                    Reverse(dataset.fact(fact).cites().known_from().last_day())
                }),
            };
            assert!(is_sorted, "{column:?}");
        }
    }

    #[test]
    fn texts_are_compared_without_case_and_accents() {
        for (a, b) in [
            ("apple", "Banana"),
            ("Éa", "Eb"),
            ("Ea", "Éb"),
            ("mental health a", "Mental health b"),
            ("mental", "mental health"),
        ] {
            assert_eq!(compare(a, b), Ordering::Less, "{a} {b}");
            assert!(prefix(a) <= prefix(b), "{a} {b}");
        }
        assert_eq!(compare("École", "ecole"), Ordering::Equal);
    }

    #[test]
    fn orders_are_said_in_words() {
        let order = TableOrder::by(TableColumn::Money);
        assert_eq!(order.words(), "sorted by money, largest first");
        assert_eq!(order.reversed().words(), "sorted by money, smallest first");
        assert_eq!(TableOrder::default().words(), "sorted by area, A to Z");
    }
}
