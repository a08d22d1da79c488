//! The sheets of areas, priorities, themes and sources.

use super::sheet::{Sheet, list, some};
use crate::{dataset::Dataset, query::snapshot::Snapshot};

/// Returns the areas.
pub(super) fn areas(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.dataset().areas().map(|(_, area)| {
        let position = area.position.as_ref();
        vec![
            area.id.to_string(),
            area.name.to_string(),
            some(area.short.as_ref()),
            some(area.announced_as.as_ref()),
            some(snapshot.wave(area)),
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
            ("short", "string"),
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

/// Returns the known priorities.
pub(super) fn priorities(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.all_priorities().map(|(index, priority)| {
        vec![
            priority.reference.to_string(),
            snapshot.dataset().area(index.area()).id.to_string(),
            priority.number.to_string(),
            priority.title.to_string(),
        ]
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

/// Returns the themes.
pub(super) fn themes(dataset: &Dataset) -> Sheet {
    let rows = dataset.themes().map(|(_, theme)| {
        vec![
            theme.id.to_string(),
            theme.name.to_string(),
            some(theme.short.as_ref()),
            theme.what.to_string(),
        ]
    });
    Sheet {
        name: "themes".into(),
        title: "Themes".into(),
        columns: vec![
            ("theme", "string"),
            ("name", "string"),
            ("short", "string"),
            ("what", "string"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}

/// Returns the themes of each priority.
pub(super) fn classifications(snapshot: Snapshot) -> Sheet {
    let rows = snapshot.all_priorities().flat_map(|(_, priority)| {
        priority.themes.iter().map(move |other| {
            let stated = snapshot.classified_by(other);
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
        title: "Themes of each priority, with the source if it is not this dataset".into(),
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

/// Returns the published sources.
pub(super) fn sources(snapshot: Snapshot) -> Sheet {
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
            some(source.source_type),
            source.unverified.to_string(),
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
            ("type", "string"),
            ("unverified", "boolean"),
        ],
        links: Vec::new(),
        keyed: true,
        rows: rows.collect(),
    }
}
