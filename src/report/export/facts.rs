//! The sheet of each kind of fact.

use super::sheet::{Sheet, date, list, some};
use crate::{
    dataset::{Amount, AreaId, FactData, Kind, OwnerIndex, Period, SafeText, Scope, ThemeId},
    query::{chairs::known_until, snapshot::Snapshot},
};

/// Returns the known facts of one kind.
pub(super) fn facts(snapshot: Snapshot, kind: Kind) -> Sheet {
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
            cells.extend(own_cells(snapshot, fact.body));
            cells
        });
    Sheet {
        name: kind.heading().to_lowercase().replace(' ', "-"),
        title: kind.heading().into(),
        columns,
        links: vec![
            ("area", "areas", "area"),
            ("priority", "priorities", "reference"),
        ],
        keyed: true,
        rows: rows.collect(),
    }
}

/// Returns the columns that only facts of this kind have, in the order of [`own_cells`].
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
            ("district", "string"),
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
            ("status", "string"),
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

/// Returns the cells for a sum: pounds, bound, and true for a yearly sum.
fn amount(amount: Option<Amount>) -> [String; 3] {
    [
        some(amount.map(|amount| amount.pounds.0)),
        some(amount.and_then(|amount| amount.bound)),
        some(amount.map(|amount| amount.every_year)),
    ]
}

/// Returns the cells for a period: words, first and last date.
fn period(period: Option<&Period>) -> [String; 3] {
    [
        some(period.map(|period| &period.words)),
        date(period.and_then(|period| period.from)),
        date(period.and_then(|period| period.to)),
    ]
}

/// Returns the cells that only facts of this kind have, in the order of [`own_columns`].
fn own_cells(snapshot: Snapshot, body: FactData) -> Vec<String> {
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
            date(known_until(snapshot, fact)),
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
                some(fact.district.as_ref()),
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
            cells.push(some(snapshot.dataset().action_status(fact)));
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
