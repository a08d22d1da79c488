//! The rows that a date, a filter and words leave.

use std::ops::ControlFlow;

use super::{
    cells::kind_word,
    named_area::{NamedArea, named_area},
    order::TableOrder,
    row_filter::RowFilter,
};
use crate::{
    dataset::{Amount, AreaIndex, Dataset, Date, FactIndex, Kind, OwnerIndex, Pounds},
    query::{filter::Filter, provenance::earliest_citation, search::fold_into, snapshot::Snapshot},
    text::text_width,
};

/// Name in the rows of the programme.
pub const PROGRAMME: &str = "The programme";
/// Number of facts after which a query checks if it is still wanted.
const CHECK_INTERVAL: usize = 1 << 12;

/// A question for rows: what was known, what passes the filters, and in what order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableQuery {
    day: Option<Date>,
    filter: Filter,
    words: RowFilter,
    order: TableOrder,
}

/// The rows of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableRows {
    /// Facts that have the words, in the order asked for.
    pub facts: Vec<FactIndex>,
    /// Number of all known facts that pass the filter.
    pub known: usize,
    /// Largest sum in the rows.
    pub largest_sum: Option<Pounds>,
    /// Sum in the rows with the most characters, which may be due to its limit.
    pub longest_sum: Option<Amount>,
    /// Columns of the widest name of an area in the rows, and of the widest short one.
    pub area_columns: [usize; 2],
    /// Area that the words name, if facts of others are among the rows because they mention it.
    pub named: Option<NamedArea>,
}

impl TableQuery {
    /// Asks for the facts of a snapshot that match a filter and have words, in an order.
    #[must_use]
    pub fn new(snapshot: Snapshot, filter: &Filter, words: RowFilter, order: TableOrder) -> Self {
        Self {
            day: snapshot.day(),
            filter: filter.clone(),
            words,
            order,
        }
    }

    /// Returns the filter that rows match, and the words that they have.
    #[must_use]
    pub fn conditions(&self) -> (&Filter, &RowFilter) {
        (&self.filter, &self.words)
    }

    /// Returns true if rows must have some words.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// Returns what the rows are in words: `Facts with “maths”, sorted by money, largest first`
    #[must_use]
    pub fn words(&self) -> String {
        let order = self.order.words();
        match self.words.quoted() {
            None => format!("All facts, {order}"),
            Some(words) => format!("Facts with {words}, {order}"),
        }
    }

    /// Returns true if both queries are about the facts of the same date and filter.
    #[must_use]
    pub fn is_about_same_facts(&self, other: &Self) -> bool {
        self.day == other.day && self.filter == other.filter
    }

    /// Returns the rows.
    ///
    /// # Examples
    ///
    /// ```
    /// use opportunity_areas::{
    ///     dataset::Dataset,
    ///     query::{
    ///         filter::Filter,
    ///         snapshot::Snapshot,
    ///         table::{RowFilter, TableColumn, TableOrder, TableQuery},
    ///     },
    /// };
    ///
    /// let dataset = Dataset::bundled();
    /// let query = TableQuery::new(
    ///     Snapshot::latest(&dataset),
    ///     &Filter::default(),
    ///     RowFilter::new("research school"),
    ///     TableOrder::by(TableColumn::Money),
    /// );
    /// let rows = query.rows(&dataset);
    /// assert!(rows.facts.len() < rows.known);
    /// assert_eq!(dataset.fact(rows.facts[0]).amount().map(|amount| amount.pounds), rows.largest_sum);
    /// ```
    #[must_use]
    pub fn rows(&self, dataset: &Dataset) -> TableRows {
        self.rows_while(dataset, || ControlFlow::Continue(()))
            .unwrap_or_default()
    }

    /// Returns the rows, or none if `progress`, which is called every few thousand facts, breaks the
    /// query off.
    pub fn rows_while(
        &self,
        dataset: &Dataset,
        mut progress: impl FnMut() -> ControlFlow<()>,
    ) -> Option<TableRows> {
        let snapshot = Snapshot::on_day(dataset, self.day);
        let mut matcher = RowMatcher::new(dataset, &self.words);
        let mut rows = TableRows::default();
        // The programme is not an area: its rows come after theirs.
        let owners = dataset.owners();
        let owners = owners.skip(1).chain([OwnerIndex::Programme]);
        let facts = owners.flat_map(|owner| snapshot.facts(owner));
        let mut last_area = None;
        let mut named = named_area(dataset, &self.words);
        for (count, (index, fact)) in facts.enumerate() {
            if count.is_multiple_of(CHECK_INTERVAL) && progress().is_break() {
                return None;
            }
            if !self.filter.is_empty() && !self.filter.matches_fact(snapshot, index) {
                continue;
            }
            rows.known += 1;
            if matcher.matches(snapshot, index) {
                rows.facts.push(index);
                if let Some(amount) = fact.amount() {
                    rows.largest_sum = rows.largest_sum.max(Some(amount.pounds));
                    let longest = [rows.longest_sum, Some(amount)].into_iter().flatten();
                    rows.longest_sum = longest.max_by_key(|amount| length_in_full(*amount));
                }
                let area = index.owner.area();
                if let Some(named) = &mut named {
                    named.own += usize::from(area == Some(named.area));
                    named.programme += usize::from(area.is_none());
                }
                if last_area.replace(area) != Some(area) {
                    rows.measure_name(dataset, area);
                }
            }
        }
        rows.named = named.filter(|named| named.own > 0 && named.own < rows.facts.len());
        self.order.sort(snapshot, &mut rows.facts);
        Some(rows)
    }
}

/// Returns the number of characters of an amount in full, apart from the pound sign and the first digit, without writing
/// it: it is needed of every fact.
fn length_in_full(amount: Amount) -> usize {
    let digits = amount.pounds.0.max(1).ilog10() as usize;
    let bound = amount.bound.map_or(0, |bound| bound.word().len() + 1);
    bound + digits + digits / 3
}

impl TableRows {
    /// Makes room for the name of an area; none is the programme.
    fn measure_name(&mut self, dataset: &Dataset, area: Option<AreaIndex>) {
        let names = area.map_or([PROGRAMME; 2], |area| {
            let area = dataset.area(area);
            [area.name.as_str(), area.short_name()]
        });
        for (columns, name) in self.area_columns.iter_mut().zip(names) {
            *columns = text_width(name).max(*columns);
        }
    }
}

/// Finds the rows that have all words in their cells. What many rows share is searched once.
struct RowMatcher<'q> {
    words: &'q RowFilter,
    /// For each area, and last the programme: the words that its name has.
    owners: Vec<Vec<bool>>,
    /// For each kind: the words that its names have.
    kinds: Vec<Vec<bool>>,
    /// For each source: the words that its publisher has.
    sources: Vec<Vec<bool>>,
    text: String,
}

impl<'q> RowMatcher<'q> {
    fn new(dataset: &Dataset, words: &'q RowFilter) -> Self {
        let found = |text: &str| words.found_in(text);
        let areas = dataset
            .areas()
            .map(|(_, area)| found(&format!("{} {}", area.name, area.short_name())));
        let kinds = Kind::ALL
            .iter()
            .map(|&kind| found(&format!("{} {}", kind.label(), kind_word(kind))));
        let sources = dataset.sources();
        Self {
            words,
            owners: areas.chain([found(PROGRAMME)]).collect(),
            kinds: kinds.collect(),
            sources: sources
                .map(|(_, source)| found(&source.publisher))
                .collect(),
            text: String::new(),
        }
    }

    fn matches(&mut self, snapshot: Snapshot, index: FactIndex) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let dataset = snapshot.dataset();
        let fact = dataset.fact(index);
        let owner = index
            .owner
            .area()
            .map_or(self.owners.len() - 1, AreaIndex::index);
        let first = earliest_citation(snapshot, fact.cites());
        let source = first.map(|citation| citation.source_index().index());
        let shared = [
            Some(&self.owners[owner]),
            Some(&self.kinds[index.kind as usize]),
            source.map(|source| &self.sources[source]),
        ];
        let mut is_folded = false;
        self.words.words.iter().enumerate().all(|(number, word)| {
            if shared.into_iter().flatten().any(|found| found[number]) {
                return true;
            }
            if !is_folded {
                is_folded = true;
                match fact.amount() {
                    // As the column has it; the text may say £1.3 million.
                    Some(amount) => {
                        let text = format!("{} {}", fact.headline(), amount.in_full());
                        fold_into(&text, &mut self.text);
                    }
                    None => fold_into(&fact.headline(), &mut self.text),
                }
            }
            self.text.contains(word.as_str())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::PartialDate, query::table::TableColumn};

    fn rows(dataset: &Dataset, typed: &str) -> TableRows {
        TableQuery::new(
            Snapshot::latest(dataset),
            &Filter::default(),
            RowFilter::new(typed),
            TableOrder::default(),
        )
        .rows(dataset)
    }

    #[test]
    fn every_fact_is_a_row() {
        let dataset = Dataset::bundled();
        let all = rows(&dataset, "");
        let facts = Snapshot::latest(&dataset).all_facts().count();
        assert_eq!((all.facts.len(), all.known), (facts, facts));
        assert_eq!(
            all.facts.last().map(|fact| fact.owner),
            Some(OwnerIndex::Programme)
        );
    }

    #[test]
    fn all_words_must_be_in_the_cells_of_a_row() {
        let dataset = Dataset::bundled();
        for (typed, area, kind, least) in [
            ("oldham action", Some("Oldham"), Some("action"), 10),
            (
                "fenland & e",
                Some("Fenland and East Cambridgeshire"),
                None,
                10,
            ),
            ("money programme", None, Some("money"), 3),
            ("£200,000", None, None, 2),
            ("2 million", None, None, 1),
            ("nursery world", None, None, 2),
        ] {
            let rows = rows(&dataset, typed);
            assert!(rows.facts.len() >= least, "{typed}: {}", rows.facts.len());
            assert!(rows.facts.len() < rows.known / 2, "{typed}");
            if let Some(area) = area {
                let in_area = |fact: &&FactIndex| {
                    let index = fact.owner.area();
                    index.is_some_and(|index| *dataset.area(index).name == *area)
                };
                assert!(
                    rows.facts.iter().filter(in_area).count() >= least,
                    "{typed}"
                );
            }
            if let Some(kind) = kind {
                let of_kind = |fact: &&FactIndex| kind_word(fact.kind) == kind;
                assert!(
                    rows.facts.iter().filter(of_kind).count() >= least,
                    "{typed}"
                );
            }
        }
        assert_eq!(rows(&dataset, "xyzzy").facts, []);
    }

    #[test]
    fn names_are_measured_in_the_rows_that_are_shown() {
        let dataset = Dataset::bundled();
        assert_eq!(rows(&dataset, "").area_columns, [31, 17]);
        let short = rows(&dataset, "blackpool attendance");
        assert_eq!(short.area_columns, ["Blackpool".len(); 2]);
    }

    #[test]
    fn rows_that_only_mention_an_area_are_counted_apart() {
        let dataset = Dataset::bundled();
        let count = |typed: &str| {
            let rows = rows(&dataset, typed);
            rows.named.map(|named| {
                let of = |area| {
                    let facts = rows.facts.iter();
                    facts.filter(|fact| fact.owner.area() == area).count()
                };
                assert_eq!(
                    (named.own, named.programme),
                    (of(Some(named.area)), of(None))
                );
                dataset.area(named.area).name.to_string()
            })
        };
        assert_eq!(count("doncaster money").as_deref(), Some("Doncaster"));
        for typed in ["", "money", "east", "oldham derby", "xyzzy"] {
            assert_eq!(count(typed), None, "{typed}");
        }
    }

    #[test]
    fn each_further_letter_leaves_fewer_rows() {
        let dataset = Dataset::bundled();
        let mut before = rows(&dataset, "").facts;
        for end in 1..="mental health".len() {
            let now = rows(&dataset, &"mental health"[..end]).facts;
            assert!(now.iter().all(|fact| before.contains(fact)));
            before = now;
        }
        assert!(!before.is_empty());
    }

    #[test]
    fn dates_and_filters_narrow_what_is_counted() {
        let dataset = Dataset::bundled();
        let filter = Filter {
            areas: vec!["oldham".parse().expect("an id")],
            ..Filter::default()
        };
        let date: PartialDate = "2017-10-09".parse().expect("a date");
        let snapshot = Snapshot::as_of(&dataset, date);
        let query = TableQuery::new(
            snapshot,
            &filter,
            RowFilter::default(),
            TableOrder::by(TableColumn::KnownFrom),
        );
        let rows = query.rows(&dataset);
        assert!(!rows.facts.is_empty());
        for &fact in &rows.facts {
            assert!(
                snapshot.knows(dataset.fact(fact).cites()) && filter.matches_fact(snapshot, fact)
            );
        }
        assert_eq!(rows.known, rows.facts.len());
    }

    #[test]
    fn a_query_that_is_no_longer_wanted_stops() {
        let dataset = Dataset::bundled();
        let query = TableQuery::default();
        assert_eq!(query.rows_while(&dataset, || ControlFlow::Break(())), None);
    }
}
