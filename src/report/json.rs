//! The page's items as JSON.
//!
//! The object has `version` (of this shape: 1), `as_of` (a date, or null for the latest snapshot)
//! and `items`. Every item has `kind`, `reference`, `cites` (its known citations) and, if it
//! belongs to one, `area`. The other keys are those of the item in the dataset, without parts that
//! have a reference of their own.
//!
//! A target has the `outcome` that was known, with the known results and sources. The `marks` of a
//! fact or a priority name everything known that `contradicts` it, in both directions.
//!
//! A value of a condition (a partner, a region) has no reference. It has `value`, `areas`, `has`
//! (the references of the items that have it) and `cites` (their citations).
//!
//! A list that `oa list` can print has no reference either. It has `value` (its name) and `count` (of its rows).
//!
//! The coverage of an area has no reference either. It has the number of `facts` of each kind, the
//! number of `priorities`, the number `with` each part, and the references of those `without` it.
//!
//! A difference between two datasets has a `change` (added, removed or changed), the `item`, and if it was changed the
//! `fields` that differ, each with its value `before` and `after`.

use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::{Map, Value, json};

use super::page::Page;
use crate::{
    dataset::{Citation, Classification, FactData, Item, ItemIndex, PartialDate, Priority, Target},
    query::{
        chairs::known_until,
        facets::{Facet, FacetValue},
        fact_counts::{FactCounts, PriorityPart},
        snapshot::Snapshot,
    },
};

/// Version of the shape.
const VERSION: u32 = 1;

/// Renders the items as one object.
pub(super) fn render(snapshot: Snapshot, page: &Page) -> String {
    let object = Object { snapshot, page };
    let mut out = serde_json::to_string_pretty(&object).expect("every key is a text");
    out.push('\n');
    out
}

/// The whole object. One item at a time is in memory as a value, which needs ten times as much as its text.
struct Object<'a> {
    snapshot: Snapshot<'a>,
    page: &'a Page,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { snapshot, page } = *self;
        let as_of = snapshot.day().map(|day| PartialDate::Day(day).iso());
        // In the order of the alphabet, as in every item.
        let mut object = serializer.serialize_map(Some(3))?;
        object.serialize_entry("as_of", &as_of)?;
        object.serialize_entry("items", &Items { snapshot, page })?;
        object.serialize_entry("version", &VERSION)?;
        object.end()
    }
}

/// The items and values of a page.
struct Items<'a> {
    snapshot: Snapshot<'a>,
    page: &'a Page,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(objects(self.snapshot, self.page))
    }
}

/// Renders the items as one object a line.
pub(super) fn render_lines(snapshot: Snapshot, page: &Page) -> String {
    objects(snapshot, page)
        .map(|object| format!("{object}\n"))
        .collect()
}

fn objects<'a>(snapshot: Snapshot<'a>, page: &'a Page) -> impl Iterator<Item = Value> {
    page.items
        .iter()
        .map(move |&item| item_object(snapshot, item))
        .chain(
            page.values
                .iter()
                .map(move |facet| facet_object(snapshot, facet)),
        )
        .chain(
            page.counts
                .iter()
                .map(move |counts| counts_object(snapshot, counts)),
        )
        .chain(page.records.iter().cloned())
}

fn counts_object(snapshot: Snapshot, counts: &FactCounts) -> Value {
    let dataset = snapshot.dataset();
    let facts: Map<String, Value> = counts
        .facts
        .iter()
        .map(|(kind, count)| (kind.word(), json!(count)))
        .collect();
    let mut with = Map::new();
    let mut without = Map::new();
    for part in PriorityPart::ALL {
        let missing: Vec<_> = counts.missing[part as usize]
            .iter()
            .map(|&priority| dataset.reference(ItemIndex::Priority(priority)))
            .collect();
        with.insert(part.noun().into(), json!(counts.with_part(part)));
        without.insert(part.noun().into(), json!(missing));
    }
    json!({ "kind": "coverage", "reference": null, "area": dataset.area(counts.area).id, "facts": facts, "priorities": counts.priorities, "with": with, "without": without, "cites": [] })
}

fn facet_object(snapshot: Snapshot, facet: &Facet) -> Value {
    let dataset = snapshot.dataset();
    let value = match &facet.name {
        FacetValue::Words(words) => Some(words.clone()),
        FacetValue::Date(date) => Some(date.iso()),
        FacetValue::NotKnown => None,
    };
    let areas: Vec<&str> = facet
        .areas
        .iter()
        .map(|&area| dataset.area(area).id.as_str())
        .collect();
    let has: Vec<_> = facet
        .items
        .iter()
        .map(|&item| dataset.reference(item))
        .collect();
    json!({ "kind": facet.condition.singular(), "reference": null, "value": value, "areas": areas, "has": has, "cites": facet.cites(snapshot) })
}

/// Returns an item as an object, without the parts that have a reference of their own.
pub(super) fn item_object(snapshot: Snapshot, item: ItemIndex) -> Value {
    let dataset = snapshot.dataset();
    let (kind, mut fields) = match dataset.item(item) {
        Item::Programme(programme) => (
            "programme",
            json!({ "name": programme.name, "department": programme.department, "country": programme.country }),
        ),
        Item::Area(area) => (
            "area",
            json!({ "name": area.name, "short": area.short, "announced_as": area.announced_as, "wave": snapshot.wave(area), "region": area.region, "districts": area.districts, "upper_tier": area.upper_tier, "position": area.position }),
        ),
        Item::Priority(_, priority) => (
            "priority",
            json!({ "number": priority.number, "title": priority.title, "themes": themes(snapshot, priority) }),
        ),
        Item::Fact(fact) => (fact.kind.label(), fact_object(snapshot, fact.body)),
        Item::Theme(theme) => ("theme", json!(theme)),
        Item::Term(term) => ("term", json!(term)),
        Item::Source(source) => ("source", json!(source)),
    };
    let mut object = Map::new();
    object.insert("kind".into(), json!(kind));
    object.insert("reference".into(), json!(dataset.reference(item)));
    if let Some(area) = item.area().filter(|_| !matches!(item, ItemIndex::Area(_))) {
        object.insert("area".into(), json!(dataset.area(area).id));
    }
    if let Value::Object(fields) = &mut fields {
        fields.retain(|key, value| {
            !value.is_null() && !["cites", "reference", "marks"].contains(&key.as_str())
        });
        object.append(fields);
    }
    if let Some(marks) = marks_object(snapshot, item) {
        object.insert("marks".into(), marks);
    }
    let known: Vec<&Citation> = snapshot.known(dataset.cites(item)).collect();
    object.insert("cites".into(), json!(known));
    Value::Object(object)
}

/// Returns the themes of a priority, each with the known sources that state it.
fn themes(snapshot: Snapshot, priority: &Priority) -> Vec<Value> {
    let theme = |classification: &Classification| {
        let known: Vec<&Citation> = snapshot.known(&classification.stated_by).collect();
        let mut object = json!({ "theme": classification.theme });
        if !known.is_empty() {
            object["stated_by"] = json!(known);
        }
        object
    };
    priority.themes.iter().map(theme).collect()
}

/// Returns the marks of a fact or a priority, with the known facts that contradict it.
fn marks_object(snapshot: Snapshot, item: ItemIndex) -> Option<Value> {
    let dataset = snapshot.dataset();
    let mut marks = dataset
        .marks(item)
        .map_or_else(|| json!({}), |marks| json!(marks));
    let contradicts: Vec<_> = snapshot
        .contradictions(item)
        .map(|other| dataset.reference(other))
        .collect();
    marks["contradicts"] = if contradicts.is_empty() {
        Value::Null
    } else {
        json!(contradicts)
    };
    let marks = marks.as_object_mut()?;
    marks.retain(|_, value| !value.is_null());
    (!marks.is_empty()).then(|| json!(marks))
}

/// Returns a target with its outcome as it was known.
fn target_object(snapshot: Snapshot, target: &Target) -> Value {
    let mut object = json!(target);
    object["outcome"] = snapshot.outcome(target).map_or(Value::Null, |outcome| {
        let cites: Vec<&Citation> = outcome
            .cites
            .iter()
            .flat_map(|cites| snapshot.known(cites))
            .collect();
        let results: Vec<_> = snapshot
            .results_of(outcome)
            .map(|result| snapshot.dataset().reference(result))
            .collect();
        let mut object = json!({ "status": outcome.status, "results": results, "why": outcome.why, "derived": outcome.derived, "cites": cites });
        if let Value::Object(fields) = &mut object {
            fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
        }
        object
    });
    object
}

fn fact_object(snapshot: Snapshot, body: FactData) -> Value {
    match body {
        FactData::Statement(fact) => json!(fact),
        FactData::Person(fact) => {
            let mut object = json!(fact);
            object["until"] = json!(known_until(snapshot, fact));
            object
        }
        FactData::NationalPartner(fact) => json!(fact),
        FactData::Plan(fact) => json!(fact),
        FactData::Rank(fact) => json!(fact),
        FactData::LaterTitle(fact) => json!(fact),
        FactData::Target(fact) => target_object(snapshot, fact),
        FactData::Action(fact) => json!(fact),
        FactData::SharedAction(fact) => json!(fact),
        FactData::SharedFact(fact) => json!(fact),
        FactData::Money(fact) => json!(fact),
        FactData::Event(fact) => json!(fact),
    }
}
