//! The page's items for machines.
//!
//! An object with `version` (of this shape: 1), `as_of` (a date, or null for all that is known) and `items`. Every item has
//! `kind`, `reference`, `cites` (its known citations) and `area` where it belongs to one; the rest is the item's block as it
//! stands in the dataset, without what has a reference of its own.
//!
//! A value that can be asked for (a partner, a region) has no reference: it has `value`, `areas`, and `has`, the references of
//! all that has it; its `cites` are theirs.

use serde_json::{Map, Value, json};

use super::Page;
use crate::{
    dataset::{Citation, FactData, Item, ItemIndex, PartialDate},
    query::{
        facets::{self, FacetValue},
        snapshot::Snapshot,
    },
};

/// The version of the shape.
const VERSION: u32 = 1;

/// The items as one object.
#[must_use]
pub fn render(snapshot: Snapshot, page: &Page) -> String {
    let items: Vec<Value> = objects(snapshot, page).collect();
    let as_of = snapshot.day().map(|day| PartialDate::Day(day).iso());
    let object = json!({ "version": VERSION, "as_of": as_of, "items": items });
    format!("{object:#}\n")
}

/// The items, one a line.
#[must_use]
pub fn render_lines(snapshot: Snapshot, page: &Page) -> String {
    objects(snapshot, page)
        .map(|object| format!("{object}\n"))
        .collect()
}

fn objects<'a>(snapshot: Snapshot<'a>, page: &'a Page) -> impl Iterator<Item = Value> {
    page.items
        .iter()
        .map(move |&index| item(snapshot, index))
        .chain(page.values.iter().map(move |found| value(snapshot, found)))
}

fn value(snapshot: Snapshot, value: &facets::Facet) -> Value {
    let dataset = snapshot.dataset();
    let mut cites: Vec<&Citation> = Vec::new();
    for item in &value.items {
        for citation in snapshot.known(dataset.cites(*item)) {
            if !cites.contains(&citation) {
                cites.push(citation);
            }
        }
    }
    let name = match &value.name {
        FacetValue::Words(words) => Some(words.clone()),
        FacetValue::Date(date) => Some(date.iso()),
        FacetValue::NotKnown => None,
    };
    let areas: Vec<&str> = value
        .areas
        .iter()
        .map(|&area| dataset.area(area).id.as_str())
        .collect();
    let has: Vec<_> = value
        .items
        .iter()
        .map(|&item| dataset.reference(item))
        .collect();
    json!({ "kind": value.condition.singular(), "reference": null, "value": name, "areas": areas, "has": has, "cites": cites })
}

fn item(snapshot: Snapshot, item: ItemIndex) -> Value {
    let dataset = snapshot.dataset();
    let (kind, mut fields) = match dataset.item(item) {
        Item::Programme(programme) => (
            "programme",
            json!({ "name": programme.name, "department": programme.department, "country": programme.country }),
        ),
        Item::Area(area) => (
            "area",
            json!({ "name": area.name, "announced_as": area.announced_as, "wave": area.wave, "region": area.region, "districts": area.districts, "upper_tier": area.upper_tier, "position": area.position }),
        ),
        Item::Priority(_, priority) => (
            "priority",
            json!({ "number": priority.number, "title": priority.title, "themes": priority.themes }),
        ),
        Item::Fact(fact) => (fact.kind.singular(), body(fact.body)),
        Item::Theme(theme) => ("theme", json!(theme)),
        Item::Source(source) => ("source", json!(source)),
    };
    let mut object = Map::new();
    object.insert("kind".into(), json!(kind));
    object.insert("reference".into(), json!(dataset.reference(item)));
    if let Some(area) = item.area().filter(|_| !matches!(item, ItemIndex::Area(_))) {
        object.insert("area".into(), json!(dataset.area(area).id));
    }
    if let Value::Object(fields) = &mut fields {
        fields.retain(|key, value| !value.is_null() && key != "cites" && key != "reference");
        object.append(fields);
    }
    let known: Vec<&Citation> = snapshot.known(dataset.cites(item)).collect();
    object.insert("cites".into(), json!(known));
    Value::Object(object)
}

fn body(body: FactData) -> Value {
    match body {
        FactData::Statement(fact) => json!(fact),
        FactData::Person(fact) => json!(fact),
        FactData::NationalPartner(fact) => json!(fact),
        FactData::Plan(fact) => json!(fact),
        FactData::Rank(fact) => json!(fact),
        FactData::LaterTitle(fact) => json!(fact),
        FactData::Target(fact) => json!(fact),
        FactData::Action(fact) => json!(fact),
        FactData::SharedAction(fact) => json!(fact),
        FactData::SharedFact(fact) => json!(fact),
        FactData::Money(fact) => json!(fact),
        FactData::Event(fact) => json!(fact),
    }
}
