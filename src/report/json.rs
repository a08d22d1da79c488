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
    dataset::{Body, Citation, Item, PartialDate, Slot},
    query::{
        facets::{self, Name},
        world::World,
    },
};

/// The version of the shape.
const VERSION: u32 = 1;

/// The items as one object.
#[must_use]
pub fn render(world: World, page: &Page) -> String {
    let items: Vec<Value> = objects(world, page).collect();
    let as_of = world.day().map(|day| PartialDate::Day(day).iso());
    let object = json!({ "version": VERSION, "as_of": as_of, "items": items });
    format!("{object:#}\n")
}

/// The items, one a line.
#[must_use]
pub fn render_lines(world: World, page: &Page) -> String {
    objects(world, page)
        .map(|object| format!("{object}\n"))
        .collect()
}

fn objects<'a>(world: World<'a>, page: &'a Page) -> impl Iterator<Item = Value> {
    page.items
        .iter()
        .map(move |&slot| item(world, slot))
        .chain(page.values.iter().map(move |found| value(world, found)))
}

fn value(world: World, value: &facets::Value) -> Value {
    let dataset = world.dataset();
    let mut cites: Vec<&Citation> = Vec::new();
    for slot in &value.slots {
        for citation in world.known(dataset.cites(*slot)) {
            if !cites.contains(&citation) {
                cites.push(citation);
            }
        }
    }
    let name = match &value.name {
        Name::Words(words) => Some(words.clone()),
        Name::Date(date) => Some(date.iso()),
        Name::NotKnown => None,
    };
    let areas: Vec<&str> = value
        .areas
        .iter()
        .map(|&area| dataset.area(area).id.as_str())
        .collect();
    let has: Vec<_> = value
        .slots
        .iter()
        .map(|&slot| dataset.reference(slot))
        .collect();
    json!({ "kind": value.condition.singular(), "reference": null, "value": name, "areas": areas, "has": has, "cites": cites })
}

fn item(world: World, slot: Slot) -> Value {
    let dataset = world.dataset();
    let (kind, mut fields) = match dataset.item(slot) {
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
    object.insert("reference".into(), json!(dataset.reference(slot)));
    if let Some(area) = slot.area().filter(|_| !matches!(slot, Slot::Area(_))) {
        object.insert("area".into(), json!(dataset.area(area).id));
    }
    if let Value::Object(fields) = &mut fields {
        fields.retain(|key, value| !value.is_null() && key != "cites" && key != "reference");
        object.append(fields);
    }
    let known: Vec<&Citation> = world.known(dataset.cites(slot)).collect();
    object.insert("cites".into(), json!(known));
    Value::Object(object)
}

fn body(body: Body) -> Value {
    match body {
        Body::Statement(fact) => json!(fact),
        Body::Person(fact) => json!(fact),
        Body::NationalPartner(fact) => json!(fact),
        Body::Plan(fact) => json!(fact),
        Body::Rank(fact) => json!(fact),
        Body::LaterTitle(fact) => json!(fact),
        Body::Target(fact) => json!(fact),
        Body::Action(fact) => json!(fact),
        Body::SharedAction(fact) => json!(fact),
        Body::SharedFact(fact) => json!(fact),
        Body::Money(fact) => json!(fact),
        Body::Event(fact) => json!(fact),
    }
}
