//! Sheets of a kind of item each, with everything that the export has, in words that people read.

use std::collections::HashSet;

use super::{cell::SheetCell, table::SheetTable};
use crate::{
    dataset::{Amount, Bound, Dataset, Item, ItemIndex, PartialDate, Pounds},
    query::{
        describe::capitalized,
        provenance::{earliest_citation, source_note},
        snapshot::Snapshot,
    },
    report::{
        answer::fact_table,
        export::{Sheet, sheets},
    },
    sort::SortShared,
};

/// Names of the columns that rows with sources get, after their own.
const SOURCE_COLUMNS: [&str; 3] = ["First published", "First source", "All sources"];

/// Returns the facts that some items are about, with a sheet for each kind.
pub(super) fn of_items<'a>(snapshot: Snapshot<'a>, items: &[ItemIndex]) -> Vec<SheetTable<'a>> {
    let dataset = snapshot.dataset();
    let mut shown: HashSet<String> = HashSet::new();
    for &item in items {
        let facts = fact_table::facts_of(snapshot, item).items;
        let all = facts.into_iter().chain([item]);
        shown.extend(all.map(|item| dataset.reference(item).into_owned()));
        if let ItemIndex::Area(area) = item {
            let priorities = snapshot.priorities(area);
            shown.extend(priorities.map(|(_, priority)| priority.reference.to_string()));
        }
    }
    let mut sheets = ordered_sheets(snapshot);
    // Their rows are about other things than the item that the first column names.
    sheets.retain(|sheet| !matches!(&*sheet.name, "classifications" | "citations"));
    for sheet in &mut sheets {
        let prefix = match &*sheet.name {
            "terms" => "term/",
            "themes" => "theme/",
            "sources" => "source/",
            _ => "",
        };
        sheet
            .rows
            .retain(|cells| shown.contains(&format!("{prefix}{}", cells[0])));
    }
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets
        .into_iter()
        .map(|sheet| of_sheet(snapshot, sheet))
        .collect()
}

/// Returns everything known, with a sheet for each kind.
pub(super) fn of_everything(snapshot: Snapshot) -> Vec<SheetTable> {
    let sheets = ordered_sheets(snapshot).into_iter();
    sheets.map(|sheet| of_sheet(snapshot, sheet)).collect()
}

/// Returns the sheets of the export: first what people look for most, last what they look up.
fn ordered_sheets(snapshot: Snapshot) -> Vec<Sheet> {
    const FIRST: [&str; 10] = [
        "areas",
        "priorities",
        "themes",
        "targets",
        "outcomes",
        "actions",
        "results",
        "reasons",
        "money",
        "events",
    ];
    const LAST: [&str; 7] = [
        "figures",
        "measures",
        "marks",
        "classifications",
        "terms",
        "citations",
        "sources",
    ];
    let mut sheets = sheets(snapshot);
    let position = |names: &[&str], name: &str| names.iter().position(|other| *other == name);
    sheets.sort_shared_by_key(|sheet| {
        let first = position(&FIRST, &sheet.name);
        let last = position(&LAST, &sheet.name).map(|position| FIRST.len() + 1 + position);
        first.or(last).unwrap_or(FIRST.len())
    });
    sheets
}

/// The way in which a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    Text,
    Number,
    /// Pounds, with the bound and the word for yearly sums from the two columns after it.
    Money,
    /// Empty, or a part of a column before.
    Hidden,
    Date,
    Link,
    YesNo,
    /// The id of an area, shown as its name.
    Area,
    /// The reference of a priority, shown as its number and title.
    Priority,
}

impl ColumnKind {
    fn of(sheet: &Sheet, name: &str, datatype: &str) -> Self {
        match (name, datatype) {
            ("pounds", _) => Self::Money,
            ("bound" | "every_year", _) if sheet.name != "figures" => Self::Hidden,
            (_, "integer" | "number") => Self::Number,
            (_, "boolean") => Self::YesNo,
            ("since" | "until" | "published" | "from" | "to" | "date", _) => Self::Date,
            ("address", _) => Self::Link,
            ("area", _) if sheet.name != "areas" => Self::Area,
            ("priority", _) => Self::Priority,
            _ => Self::Text,
        }
    }

    /// Returns the cell for the first of some words; the others are those of the columns after it.
    fn cell(self, dataset: &Dataset, rest: &[String]) -> SheetCell {
        let words = rest[0].as_str();
        if words.is_empty() {
            return SheetCell::Empty;
        }
        match self {
            Self::Number if words.parse::<f64>().is_ok() => SheetCell::Number(words.to_string()),
            Self::Money => {
                let (bound, every_year) = (rest.get(1), rest.get(2));
                let bound = Bound::ALL
                    .into_iter()
                    .find(|other| bound.is_some_and(|bound| *bound == other.to_string()));
                words.parse().map_or_else(
                    |_| SheetCell::text(words),
                    |pounds| {
                        SheetCell::money(Amount {
                            pounds: Pounds(pounds),
                            bound,
                            every_year: every_year.is_some_and(|yearly| yearly == "true"),
                        })
                    },
                )
            }
            Self::Hidden => SheetCell::Empty,
            Self::Date => words
                .parse::<PartialDate>()
                .map_or_else(|_| SheetCell::text(words), SheetCell::date),
            Self::Link => SheetCell::link(words, words),
            Self::YesNo => SheetCell::text(if words == "true" { "yes" } else { "no" }),
            Self::Area | Self::Priority => match dataset.find(words).map(|item| dataset.item(item))
            {
                Some(Item::Area(area)) => SheetCell::text(area.name.as_str()),
                Some(Item::Priority(_, priority)) => {
                    SheetCell::text(format!("{} {}", priority.number, priority.title))
                }
                _ => SheetCell::text(words),
            },
            Self::Text | Self::Number => SheetCell::text(words),
        }
    }
}

/// Returns a sheet of the export for people: names instead of ids, and the sources of each fact in its row. The reference
/// comes last.
fn of_sheet(snapshot: Snapshot, sheet: Sheet) -> SheetTable {
    let dataset = snapshot.dataset();
    let has_sources = sheet.keyed && sheet.columns[0].0 == "reference" && sheet.name != "marks";
    let kind = |(index, (name, datatype)): (usize, &(&str, &str))| {
        // A part of the facts may leave columns empty.
        if sheet.rows.iter().all(|cells| cells[index].is_empty()) {
            ColumnKind::Hidden
        } else {
            ColumnKind::of(&sheet, name, datatype)
        }
    };
    let kinds: Vec<ColumnKind> = sheet.columns.iter().enumerate().map(kind).collect();
    let mut columns: Vec<String> = sheet
        .columns
        .iter()
        .zip(&kinds)
        .filter(|(_, kind)| **kind != ColumnKind::Hidden)
        .map(|((name, _), kind)| match kind {
            ColumnKind::Money => "Money".into(),
            _ => capitalized(&name.replace('_', " ")),
        })
        .collect();
    if has_sources {
        columns.extend(SOURCE_COLUMNS.map(String::from));
        columns.rotate_left(1);
    }
    SheetTable {
        title: capitalized(&sheet.name.replace('-', " ")),
        columns,
        len: sheet.rows.len(),
        row: Box::new(move |row| {
            let words = &sheet.rows[row];
            let shown = kinds
                .iter()
                .enumerate()
                .filter(|(_, kind)| **kind != ColumnKind::Hidden);
            let mut cells: Vec<SheetCell> = shown
                .map(|(index, kind)| kind.cell(dataset, &words[index..]))
                .collect();
            if has_sources {
                cells.extend(source_cells(snapshot, &words[0]));
                cells.rotate_left(1);
            }
            cells
        }),
    }
}

/// Returns the cells of [`SOURCE_COLUMNS`] for an item: the date of the first source, its publisher with a link, and all
/// sources.
fn source_cells(snapshot: Snapshot, reference: &str) -> [SheetCell; 3] {
    let dataset = snapshot.dataset();
    let Some(item) = dataset.find(reference) else {
        return [const { SheetCell::Empty }; 3];
    };
    let cites = dataset.cites(item);
    let lines: Vec<String> = snapshot
        .known(cites)
        .map(|citation| source_note(dataset, citation))
        .collect();
    let first =
        earliest_citation(snapshot, cites).map(|citation| dataset.source(citation.source_index()));
    let address = first
        .and_then(|source| source.address.as_ref())
        .map(ToString::to_string);
    [
        first.map_or(SheetCell::Empty, |source| SheetCell::date(source.published)),
        first.map_or(SheetCell::Empty, |source| {
            SheetCell::link(source.publisher.as_str(), &address.unwrap_or_default())
        }),
        SheetCell::text(lines.join("\n")),
    ]
}
