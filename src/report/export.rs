//! Everything, tidy: a CSV file a kind, described as CSV on the Web (W3C), so that any validator can check it.

use serde_json::{Value, json};

use super::csv;
use crate::{
    dataset::{
        Amount, Area, AreaId, Dataset, FactData, Kind, Owner, OwnerIndex, PartialDate, Period,
        Priority, Programme, SafeText, Scope, ThemeId,
    },
    query::snapshot::Snapshot,
};

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub content: String,
}

struct Sheet {
    name: String,
    title: String,
    /// Each column's name and datatype.
    columns: Vec<(&'static str, &'static str)>,
    /// Columns that stand for a row of another sheet: the column, the sheet, the sheet's column.
    links: Vec<(&'static str, &'static str, &'static str)>,
    /// Whether the first column tells rows apart.
    keyed: bool,
    rows: Vec<Vec<String>>,
}

/// All that was known, as files for one folder.
#[must_use]
pub fn export(snapshot: Snapshot) -> Vec<ExportFile> {
    let sheets = sheets(snapshot);
    let mut files: Vec<ExportFile> = sheets.iter().map(file).collect();
    files.push(ExportFile {
        name: "csv-metadata.json".into(),
        content: format!("{:#}\n", metadata(snapshot, &sheets)),
    });
    files
}

fn file(sheet: &Sheet) -> ExportFile {
    let mut content = String::new();
    csv::row(sheet.columns.iter().map(|(name, _)| *name), &mut content);
    for cells in &sheet.rows {
        csv::row(cells.iter().map(String::as_str), &mut content);
    }
    ExportFile {
        name: format!("{}.csv", sheet.name),
        content,
    }
}

fn metadata(snapshot: Snapshot, sheets: &[Sheet]) -> Value {
    let tables: Vec<Value> = sheets
        .iter()
        .map(|sheet| {
            let columns: Vec<Value> = sheet
                .columns
                .iter()
                .enumerate()
                .map(|(index, (name, datatype))| json!({ "name": name, "titles": name, "datatype": datatype, "required": index == 0 }))
                .collect();
            let links: Vec<Value> = sheet
                .links
                .iter()
                .map(|(column, other, key)| json!({ "columnReference": column, "reference": { "resource": format!("{other}.csv"), "columnReference": key } }))
                .collect();
            let mut schema = json!({ "columns": columns });
            if sheet.keyed {
                schema["primaryKey"] = json!(sheet.columns[0].0);
            }
            if !links.is_empty() {
                schema["foreignKeys"] = json!(links);
            }
            json!({ "url": format!("{}.csv", sheet.name), "dc:title": sheet.title, "tableSchema": schema })
        })
        .collect();
    let as_of = snapshot.day().map_or_else(
        || "all that is known".into(),
        |day| format!("as of {}", PartialDate::Day(day).iso()),
    );
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "dc:title": format!("{}, {as_of}", snapshot.dataset().programme().name),
        "dc:source": "The publications in sources.csv; citations.csv says which fact rests on which, and where in it.",
        "dc:license": "MIT OR Apache-2.0",
        "tables": tables,
    })
}

fn sheets(snapshot: Snapshot) -> Vec<Sheet> {
    let dataset = snapshot.dataset();
    let mut sheets = vec![
        areas(snapshot),
        priorities(snapshot),
        themes(dataset),
        classifications(snapshot),
        sources(snapshot),
    ];
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in Programme::KINDS
        .iter()
        .chain(Area::KINDS)
        .chain(Priority::KINDS)
    {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    sheets.extend(kinds.into_iter().map(|kind| facts(snapshot, kind)));
    sheets.push(citations(snapshot));
    sheets.retain(|sheet| !sheet.rows.is_empty());
    let there: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for sheet in &mut sheets {
        // Strict validators refuse a link that leads nowhere: one stays only where every row has it.
        let Sheet {
            links,
            columns,
            rows,
            ..
        } = sheet;
        links.retain(|(column, other, _)| {
            let index = columns.iter().position(|(name, _)| name == column);
            there.iter().any(|name| name == other)
                && index.is_some_and(|index| rows.iter().all(|row| !row[index].is_empty()))
        });
    }
    sheets
}

fn some(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn date(value: Option<PartialDate>) -> String {
    value.map(|date| date.iso()).unwrap_or_default()
}

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join("; ")
}

fn areas(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.dataset().areas().map(|(_, area)| {
        let position = area.position.as_ref();
        vec![
            area.id.to_string(),
            area.name.to_string(),
            some(area.announced_as.as_ref()),
            some(area.wave),
            some(area.region.as_ref()),
            list(area.districts.iter().map(|district| district.name.as_str())),
            area.districts
                .iter()
                .map(|district| district.gss.to_string())
                .collect::<Vec<_>>()
                .join("; "),
            some(area.upper_tier.as_ref().map(|authority| &authority.name)),
            some(area.upper_tier.as_ref().map(|authority| &authority.gss)),
            some(position.map(|position| position.longitude.degrees())),
            some(position.map(|position| position.latitude.degrees())),
        ]
    });
    Sheet {
        name: "areas".into(),
        title: "Areas".into(),
        columns: vec![
            ("area", "string"),
            ("name", "string"),
            ("announced_as", "string"),
            ("wave", "integer"),
            ("region", "string"),
            ("districts", "string"),
            ("district_codes", "string"),
            ("upper_tier", "string"),
            ("upper_tier_code", "string"),
            ("longitude", "number"),
            ("latitude", "number"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

fn priorities(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.dataset().areas().flat_map(|(index, area)| {
        snapshot.priorities(index).map(|(_, priority)| {
            vec![
                priority.reference.to_string(),
                area.id.to_string(),
                priority.number.to_string(),
                priority.title.to_string(),
            ]
        })
    });
    Sheet {
        name: "priorities".into(),
        title: "Priorities".into(),
        columns: vec![
            ("reference", "string"),
            ("area", "string"),
            ("number", "integer"),
            ("title", "string"),
        ],
        links: vec![("area", "areas", "area")],
        keyed: true,
        rows: rows.collect(),
    }
}

fn themes(dataset: &Dataset) -> Sheet {
    let rows = dataset.themes().map(|(_, theme)| {
        vec![
            theme.id.to_string(),
            theme.name.to_string(),
            theme.what.to_string(),
        ]
    });
    Sheet {
        name: "themes".into(),
        title: "Themes".into(),
        columns: vec![("theme", "string"), ("name", "string"), ("what", "string")],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

fn classifications(snapshot: Snapshot) -> Sheet {
    let priorities = snapshot
        .dataset()
        .areas()
        .flat_map(|(index, _)| snapshot.priorities(index));
    let rows = priorities.flat_map(|(_, priority)| {
        priority.themes.iter().map(|other| {
            let stated = other.stated_by.first();
            vec![
                priority.reference.to_string(),
                other.theme.to_string(),
                some(stated.map(|citation| &citation.source)),
                some(stated.map(|citation| &citation.at)),
            ]
        })
    });
    Sheet {
        name: "classifications".into(),
        title:
            "Which priorities belong to which themes, and who says so where it is not this dataset"
                .into(),
        columns: vec![
            ("priority", "string"),
            ("theme", "string"),
            ("stated_by", "string"),
            ("stated_at", "string"),
        ],
        links: vec![
            ("priority", "priorities", "reference"),
            ("theme", "themes", "theme"),
            ("stated_by", "sources", "source"),
        ],
        keyed: false,
        rows: rows.collect(),
    }
}

fn sources(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.sources().map(|(_, source)| {
        vec![
            source.id.to_string(),
            source.title.to_string(),
            if source.title_is.is_some() {
                "a description".into()
            } else {
                String::new()
            },
            source.publisher.to_string(),
            some(source.author.as_ref()),
            source.published.iso(),
            if source.published_is.is_some() {
                "inferred from the text".into()
            } else {
                String::new()
            },
            some(source.isbn.as_ref()),
            some(source.pages),
            some(source.address.as_ref()),
            some(source.note.as_ref()),
        ]
    });
    Sheet {
        name: "sources".into(),
        title: "Sources".into(),
        columns: vec![
            ("source", "string"),
            ("title", "string"),
            ("title_is", "string"),
            ("publisher", "string"),
            ("author", "string"),
            ("published", "string"),
            ("published_is", "string"),
            ("isbn", "string"),
            ("pages", "integer"),
            ("address", "string"),
            ("note", "string"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

fn facts(snapshot: Snapshot, kind: Kind) -> Sheet {
    let dataset = snapshot.dataset();
    let mut columns = vec![
        ("reference", "string"),
        ("area", "string"),
        ("priority", "string"),
    ];
    columns.extend(own_columns(kind));
    let rows = snapshot
        .all_facts()
        .filter(|(index, _)| index.kind == kind)
        .map(|(index, fact)| {
            let (area, priority) = match index.owner {
                OwnerIndex::Programme => (String::new(), String::new()),
                OwnerIndex::Area(area) => (dataset.area(area).id.to_string(), String::new()),
                OwnerIndex::Priority(priority) => (
                    dataset.area(priority.area()).id.to_string(),
                    dataset.priority(priority).reference.to_string(),
                ),
            };
            let mut cells = vec![fact.reference().to_string(), area, priority];
            cells.extend(own_cells(fact.body));
            cells
        });
    Sheet {
        name: kind.plural().to_lowercase().replace(' ', "-"),
        title: kind.plural().into(),
        columns,
        links: vec![
            ("area", "areas", "area"),
            ("priority", "priorities", "reference"),
        ],
        keyed: true,
        rows: rows.collect(),
    }
}

/// The columns that only facts of this kind have, in the order of [`own_cells`].
fn own_columns(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Person | Kind::Chair => &[
            ("name", "string"),
            ("role", "string"),
            ("since", "string"),
            ("until", "string"),
        ],
        Kind::NationalPartner => &[("name", "string")],
        Kind::Plan => &[
            ("title", "string"),
            ("published", "string"),
            ("period", "string"),
            ("from", "string"),
            ("to", "string"),
            ("isbn", "string"),
            ("pages", "integer"),
        ],
        Kind::Rank => &[
            ("index", "string"),
            ("year", "integer"),
            ("rank", "integer"),
            ("of", "integer"),
            ("derived", "string"),
            ("note", "string"),
        ],
        Kind::LaterTitle => &[("title", "string"), ("since", "string")],
        Kind::Target => &[
            ("measure", "string"),
            ("baseline", "string"),
            ("goal", "string"),
            ("by", "string"),
            ("from", "string"),
            ("to", "string"),
        ],
        Kind::Action => &[
            ("what", "string"),
            ("partners", "string"),
            ("pounds", "integer"),
            ("bound", "string"),
            ("every_year", "boolean"),
            ("period", "string"),
            ("from", "string"),
            ("to", "string"),
        ],
        Kind::SharedAction | Kind::SharedFact => &[
            ("text", "string"),
            ("applies_to", "string"),
            ("areas", "string"),
            ("themes", "string"),
        ],
        Kind::Money => &[
            ("what", "string"),
            ("pounds", "integer"),
            ("bound", "string"),
            ("every_year", "boolean"),
        ],
        Kind::Event => &[("date", "string"), ("what", "string")],
        Kind::About
        | Kind::Oversight
        | Kind::Commission
        | Kind::LaterBody
        | Kind::Underpinning
        | Kind::Note
        | Kind::Reason
        | Kind::Result
        | Kind::Twin => &[("text", "string")],
    }
}

fn amount(amount: Option<Amount>) -> [String; 3] {
    [
        some(amount.map(|amount| amount.pounds.0)),
        some(amount.and_then(|amount| amount.bound)),
        some(amount.map(|amount| amount.every_year)),
    ]
}

fn period(period: Option<&Period>) -> [String; 3] {
    [
        some(period.map(|period| &period.words)),
        date(period.and_then(|period| period.from)),
        date(period.and_then(|period| period.to)),
    ]
}

fn own_cells(body: FactData) -> Vec<String> {
    let scope = |scope: &Scope, themes: &[ThemeId]| {
        [
            scope.words.to_string(),
            list(scope.areas.iter().map(AreaId::as_str)),
            list(themes.iter().map(ThemeId::as_str)),
        ]
    };
    match body {
        FactData::Statement(fact) => vec![fact.text.to_string()],
        FactData::Person(fact) => vec![
            fact.name.to_string(),
            fact.role.to_string(),
            date(fact.since),
            date(fact.until),
        ],
        FactData::NationalPartner(fact) => vec![fact.name.to_string()],
        FactData::Plan(fact) => {
            let mut cells = vec![fact.title.to_string(), fact.published.iso()];
            cells.extend(period(fact.period.as_ref()));
            cells.extend([some(fact.isbn.as_ref()), some(fact.pages)]);
            cells
        }
        FactData::Rank(fact) => {
            vec![
                fact.index.to_string(),
                fact.year.to_string(),
                fact.rank.to_string(),
                fact.of.to_string(),
                some(fact.derived.as_ref()),
                some(fact.note.as_ref()),
            ]
        }
        FactData::LaterTitle(fact) => vec![fact.title.to_string(), fact.since.iso()],
        FactData::Target(fact) => {
            let mut cells = vec![
                fact.measure.to_string(),
                some(fact.baseline.as_ref()),
                some(fact.goal.as_ref()),
            ];
            cells.extend(period(fact.by.as_ref()));
            cells
        }
        FactData::Action(fact) => {
            let mut cells = vec![
                fact.what.to_string(),
                list(fact.partners.iter().map(SafeText::as_str)),
            ];
            cells.extend(amount(fact.amount));
            cells.extend(period(fact.period.as_ref()));
            cells
        }
        FactData::SharedAction(fact) => [fact.what.to_string()]
            .into_iter()
            .chain(scope(&fact.applies_to, &fact.themes))
            .collect(),
        FactData::SharedFact(fact) => [fact.text.to_string()]
            .into_iter()
            .chain(scope(&fact.applies_to, &fact.themes))
            .collect(),
        FactData::Money(fact) => [fact.what.to_string()]
            .into_iter()
            .chain(amount(Some(fact.amount)))
            .collect(),
        FactData::Event(fact) => vec![fact.date.iso(), fact.what.to_string()],
    }
}

fn citations(snapshot: Snapshot) -> Sheet {
    let dataset = snapshot.dataset();
    let priorities = dataset
        .areas()
        .flat_map(|(index, _)| snapshot.priorities(index))
        .map(|(_, priority)| (priority.reference.to_string(), "priority", &priority.cites));
    let facts = snapshot.all_facts().map(|(_, fact)| {
        (
            fact.reference().to_string(),
            fact.kind.singular(),
            fact.cites(),
        )
    });
    let rows = priorities
        .chain(facts)
        .flat_map(|(reference, kind, cites)| {
            let known = snapshot.known(cites);
            known.map(move |citation| {
                vec![
                    reference.clone(),
                    kind.to_string(),
                    citation.source.to_string(),
                    citation.at.to_string(),
                ]
            })
        });
    Sheet {
        name: "citations".into(),
        title: "Which fact rests on which source, and where in it".into(),
        columns: vec![
            ("reference", "string"),
            ("kind", "string"),
            ("source", "string"),
            ("at", "string"),
        ],
        links: vec![("source", "sources", "source")],
        keyed: false,
        rows: rows.collect(),
    }
}
