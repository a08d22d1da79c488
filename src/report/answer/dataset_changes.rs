//! `oa changes OLD NEW`: what differs between two datasets.

use serde_json::{Map, Value, json};

use super::{as_of::with_date, cells::owner_cell};
use crate::{
    dataset::{Dataset, ItemIndex},
    query::{
        describe::{counted, kind_of, name_of},
        filter::Filter,
        snapshot::Snapshot,
    },
    report::{
        json::item_object,
        page::{Page, PageBlock},
        table::{PageCell, PageColumn, PageRow, PageTable},
    },
};

/// Keys that say which item it is; a difference in them is another item.
const IDENTITY: [&str; 3] = ["kind", "reference", "area"];

/// Returns the items that were added, removed or changed between two snapshots, by their references, with what changed.
///
/// An item is there if it matches the filter before or after. Without a filter, the parts of a file that have no references
/// are compared too, such as its note and its measures.
#[must_use]
pub fn dataset_changes(old: Snapshot, new: Snapshot, filter: &Filter) -> Page {
    let mut changes = ChangeList::default();
    if filter.is_empty() {
        let fields = differences(&parts(old.dataset()), &parts(new.dataset()));
        changes.add_parts(&fields);
    }
    for item in items(old) {
        let other = counterpart(old, item, new.dataset()).filter(|&item| new.contains(item));
        let is_wanted = |other| filter.matches(old, item) || filter.matches(new, other);
        match other {
            None if filter.matches(old, item) => changes.add("removed", old, item, &[]),
            Some(other) if is_wanted(other) => {
                let fields = differences(&item_object(old, item), &item_object(new, other));
                if !fields.is_empty() {
                    changes.add("changed", new, other, &fields);
                }
            }
            _ => {}
        }
    }
    for item in items(new).filter(|&item| filter.matches(new, item)) {
        let other = counterpart(new, item, old.dataset());
        if other.is_none_or(|other| !old.contains(other)) {
            changes.add("added", new, item, &[]);
        }
    }
    with_date(new, changes.page())
}

/// Returns the parts of a file that have no references, as an object.
fn parts(dataset: &Dataset) -> Value {
    let document = dataset.document();
    json!({
        "note": document.note,
        "classification": document.classification,
        "geography": document.geography,
        "waves": document.waves,
        "measures": document.measures,
    })
}

/// Returns the known items of a snapshot.
fn items(snapshot: Snapshot<'_>) -> impl Iterator<Item = ItemIndex> + '_ {
    let items = snapshot.dataset().item_indices();
    items.filter(move |&item| snapshot.contains(item))
}

/// Returns the item with the same reference in another dataset.
fn counterpart(snapshot: Snapshot, item: ItemIndex, other: &Dataset) -> Option<ItemIndex> {
    other.find(&snapshot.dataset().reference(item))
}

/// A field with another value.
struct FieldChange {
    key: String,
    before: Value,
    after: Value,
}

/// Returns the fields that differ between two objects. One that is absent is null.
fn differences(old: &Value, new: &Value) -> Vec<FieldChange> {
    let empty = Map::new();
    let (old, new) = (
        old.as_object().unwrap_or(&empty),
        new.as_object().unwrap_or(&empty),
    );
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let value = |object: &Map<String, Value>, key| object.get(key).cloned().unwrap_or_default();
    keys.into_iter()
        .filter(|key| !IDENTITY.contains(&key.as_str()))
        .map(|key| FieldChange {
            key: key.clone(),
            before: value(old, key),
            after: value(new, key),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// Changes while they are collected, as rows and as objects.
#[derive(Default)]
struct ChangeList {
    counts: Vec<(&'static str, usize)>,
    rows: Vec<PageRow>,
    records: Vec<Value>,
}

impl ChangeList {
    /// Adds the parts of a file that differ, if there are any.
    fn add_parts(&mut self, fields: &[FieldChange]) {
        if fields.is_empty() {
            return;
        }
        self.count("changed");
        self.rows.extend(fields.iter().map(|field| {
            let cells = ["changed", "", "dataset", &field.key].map(PageCell::from);
            let values = [&field.before, &field.after].map(|value| words(value).into());
            let cells = cells.into_iter().chain(values).chain([PageCell::default()]);
            PageRow::from(cells.collect::<Vec<_>>()).about_record(self.records.len())
        }));
        let item = json!({ "kind": "dataset", "reference": null, "cites": [] });
        let record = json!({ "change": "changed", "item": item, "fields": object_of(fields) });
        self.records.push(record);
    }

    fn count(&mut self, change: &'static str) {
        match self.counts.iter_mut().find(|(other, _)| *other == change) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((change, 1)),
        }
    }

    fn add(
        &mut self,
        change: &'static str,
        snapshot: Snapshot,
        item: ItemIndex,
        fields: &[FieldChange],
    ) {
        self.count(change);
        let dataset = snapshot.dataset();
        let record = self.records.len();
        let row = |field: &str, before: String, after: String| {
            PageRow::from(vec![
                change.into(),
                owner_cell(dataset, item),
                kind_of(snapshot, item).into(),
                field.into(),
                before.into(),
                after.into(),
                dataset.reference(item).into_owned().into(),
            ])
            .about_record(record)
        };
        let name = name_of(snapshot, item).into_owned();
        match change {
            "removed" => self.rows.push(row("", name, String::new())),
            "added" => self.rows.push(row("", String::new(), name)),
            _ => self.rows.extend(
                fields
                    .iter()
                    .map(|field| row(&field.key, words(&field.before), words(&field.after))),
            ),
        }
        let mut record = json!({ "change": change, "item": item_object(snapshot, item) });
        if !fields.is_empty() {
            record["fields"] = object_of(fields);
        }
        self.records.push(record);
    }

    fn page(self) -> Page {
        let count = |change: &str| {
            let found = self.counts.iter().find(|(other, _)| *other == change);
            found.map_or(0, |(_, count)| *count)
        };
        let summary = if self.rows.is_empty() {
            "Nothing differs.".to_string()
        } else {
            format!(
                "{}, {} removed, {} changed.",
                counted(count("added"), "item added", "items added"),
                count("removed"),
                count("changed"),
            )
        };
        let columns = vec![
            PageColumn::key("change"),
            PageColumn::detail("area", 2),
            PageColumn::detail("kind", 3),
            PageColumn::detail("field", 1),
            PageColumn::main("before"),
            PageColumn::main("after"),
            PageColumn::key("reference"),
        ];
        Page {
            title: "Changes between two datasets".into(),
            blocks: vec![
                PageBlock::Paragraph(summary),
                PageBlock::Table(PageTable::new(columns, self.rows)),
            ],
            records: self.records,
            ..Page::default()
        }
    }
}

/// Returns fields as an object, each with its value before and after.
fn object_of(fields: &[FieldChange]) -> Value {
    let fields = fields.iter().map(|field| {
        let values = json!({ "before": field.before, "after": field.after });
        (field.key.clone(), values)
    });
    Value::Object(fields.collect())
}

/// Returns a value in words: a text as it is, a citation as its source and place, several with semicolons between them.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(words).collect();
            values.join("; ")
        }
        Value::Object(object) => match (object.get("source"), object.get("at")) {
            (Some(Value::String(source)), Some(Value::String(at))) if object.len() == 2 => {
                format!("source/{source}, {at}")
            }
            _ => {
                let parts = object.iter();
                let parts: Vec<String> = parts
                    .map(|(key, value)| format!("{key} {}", words(value)))
                    .collect();
                parts.join(", ")
            }
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Pounds;

    const FILE: &str = include_str!("../../../tests/data/valid/every-field.json");

    fn changes(old: &str, new: &str) -> Page {
        let load = |text| Dataset::from_json("file", text).expect("the dataset is sound");
        let (old, new) = (load(old), load(new));
        let (old, new) = (Snapshot::latest(&old), Snapshot::latest(&new));
        dataset_changes(old, new, &Filter::default())
    }

    fn rows(page: &Page) -> Vec<Vec<String>> {
        let words = |row: &PageRow| row.cells.iter().map(|cell| cell.words.clone()).collect();
        match page.blocks.last() {
            Some(PageBlock::Table(table)) => table.rows.iter().map(words).collect(),
            other => panic!("{other:?} is not a table"),
        }
    }

    #[test]
    fn equal_datasets_do_not_differ() {
        let page = changes(FILE, FILE);
        assert!(page.is_empty() && rows(&page).is_empty());
    }

    #[test]
    fn changes_match_the_filter_before_or_after() {
        let new = FILE.replace(
            r#""amount": {"pounds": 25000},"#,
            r#""amount": {"pounds": 30000},"#,
        );
        let load = |text| Dataset::from_json("file", text).expect("the dataset is sound");
        let (old, new) = (load(FILE), load(&new));
        let count = |filter: &Filter| {
            let (old, new) = (Snapshot::latest(&old), Snapshot::latest(&new));
            dataset_changes(old, new, filter).records.len()
        };
        let least = |pounds| Filter {
            money: Some(Pounds(pounds)),
            ..Filter::default()
        };
        assert_eq!(count(&Filter::default()), 1);
        assert_eq!(
            [20_000, 30_000, 30_001].map(|pounds| count(&least(pounds))),
            [1, 1, 0]
        );
    }

    #[test]
    fn parts_without_a_reference_are_compared_and_named() {
        let mut new: Value = serde_json::from_str(FILE).expect("JSON");
        new["note"] = json!("Another note.");
        let page = changes(FILE, &new.to_string());
        assert_eq!(rows(&page)[0][2..4], ["dataset", "note"]);
        assert_eq!(page.records[0]["fields"]["note"]["after"], "Another note.");
        assert_eq!(page.records.len(), 1);
    }

    #[test]
    fn each_changed_field_has_its_value_before_and_after() {
        let new = FILE
            .replace(
                r#""amount": {"pounds": 25000},"#,
                r#""amount": {"pounds": 30000},"#,
            )
            .replace(r#""period": {"words": "2019"},"#, "");
        let page = changes(FILE, &new);
        let reading = |field: &str, before: &str, after: &str| {
            [
                "changed",
                "Riverside",
                "action",
                field,
                before,
                after,
                "riverside/1/reading",
            ]
            .map(String::from)
            .to_vec()
        };
        assert_eq!(
            rows(&page),
            [
                reading("amount", "pounds 25000", "pounds 30000"),
                reading("period", "words 2019", ""),
            ]
        );
        assert_eq!(page.records.len(), 1);
        assert_eq!(
            page.records[0]["fields"]["amount"]["after"]["pounds"],
            30000
        );
        let back = changes(&new, FILE);
        assert_eq!(
            rows(&back)[0],
            reading("amount", "pounds 30000", "pounds 25000")
        );
    }

    #[test]
    fn bundled_dataset_differs_from_another_in_everything() {
        let (old, new) = (
            Dataset::from_json("file", FILE).expect("the dataset is sound"),
            Dataset::bundled(),
        );
        let page = dataset_changes(
            Snapshot::latest(&old),
            Snapshot::latest(&new),
            &Filter::default(),
        );
        let of = |change: &str| {
            let records = page.records.iter();
            records.filter(|record| record["change"] == change).count()
        };
        let common = old
            .item_indices()
            .filter(|&item| new.find(&old.reference(item)).is_some())
            .count();
        assert_eq!(of("removed") + common, old.item_indices().count());
        assert_eq!(of("added") + common, new.item_indices().count());
    }
}
