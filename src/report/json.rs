//! The page's items as JSON.
//!
//! The object has `version` (of this shape: 1), `as_of` (a date, or null for the latest snapshot)
//! and `items`. Every item has `kind`, `reference`, `cites` (its known citations) and, if it
//! belongs to one, `area`. The other keys are those of the item in the dataset, without parts that
//! have a reference of their own.
//!
//! A value of a condition (a partner, a region) has no reference. It has `value`, `areas`, `has`
//! (the references of the items that have it) and `cites` (their citations).

use serde_json::{Map, Value, json};

use super::page::Page;
use crate::{
    dataset::{Citation, Classification, FactData, Item, ItemIndex, PartialDate, Priority},
    query::{
        facets::{Facet, FacetValue},
        snapshot::Snapshot,
    },
};

/// Version of the shape.
const VERSION: u32 = 1;

/// Renders the items as one object.
pub(super) fn render(snapshot: Snapshot, page: &Page) -> String {
    let items: Vec<Value> = objects(snapshot, page).collect();
    let as_of = snapshot.day().map(|day| PartialDate::Day(day).iso());
    let object = json!({ "version": VERSION, "as_of": as_of, "items": items });
    format!("{object:#}\n")
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

fn item_object(snapshot: Snapshot, item: ItemIndex) -> Value {
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
            json!({ "number": priority.number, "title": priority.title, "themes": themes(snapshot, priority) }),
        ),
        Item::Fact(fact) => (fact.kind.label(), fact_object(fact.body)),
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
        fields.retain(|key, value| !value.is_null() && key != "cites" && key != "reference");
        object.append(fields);
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

fn fact_object(body: FactData) -> Value {
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
