//! The description of an area.

use std::fmt::Write as _;

use super::{
    description::{Description, FieldList, POSITION, UPPER_TIER, distinct_citations},
    fact::person,
    words::comma_list,
};
use crate::{
    dataset::{Area, Dataset, Fact, FactData, Kind, Owner, Plan},
    query::{
        coverage::{has_boards, has_plans, has_ranks, has_regions},
        snapshot::Snapshot,
        wave::wave_words,
    },
};

/// Label of the field with a chair.
const CHAIR: &str = "Chair of the board";

pub(super) fn describe_area<'a>(snapshot: Snapshot<'a>, area: &'a Area) -> Description<'a> {
    let dataset = snapshot.dataset();
    let known = |kind| {
        area.facts_of(kind)
            .filter(move |fact| snapshot.knows(fact.cites()))
    };
    let mut fields = FieldList::default();
    let plan = area
        .plan
        .as_ref()
        .filter(|plan| snapshot.knows(&plan.cites));
    if plan.is_some() || has_plans(dataset) {
        fields.add(
            "Plan",
            plan.map_or_else(|| "not yet published".into(), plan_in_words),
        );
    }
    known(Kind::Chair).for_each(|chair| fields.add(CHAIR, person(snapshot, chair)));
    if known(Kind::Chair).next().is_none() && has_boards(dataset) {
        fields.add(CHAIR, "not known");
    }
    known(Kind::Rank).for_each(|fact| fields.add("Rank", rank_in_words(fact)));
    if known(Kind::Rank).next().is_none() && has_ranks(dataset) {
        fields.add("Rank", "not known");
    }
    let priorities = area
        .priorities
        .iter()
        .filter(|priority| snapshot.knows(&priority.cites))
        .count();
    fields.add(
        "Priorities",
        if priorities == 0 {
            "none known".to_string()
        } else {
            priorities.to_string()
        },
    );
    fields.add_some("Short name", area.short.as_ref());
    fields.add_some("Announced as", area.announced_as.as_ref());
    fields.add_some(
        "Named in",
        snapshot.wave(area).map(|wave| wave_words(dataset, wave)),
    );
    add_geography(dataset, area, &mut fields);
    Description {
        kind: "Area".into(),
        title: area.name.to_string(),
        fields: fields.0,
        cites: distinct_citations(
            snapshot,
            [Kind::Plan, Kind::Rank, Kind::Chair]
                .into_iter()
                .flat_map(known),
        ),
        reference: area.id.to_string(),
    }
}

fn plan_in_words(plan: &Plan) -> String {
    let mut words = format!("published {}", plan.published);
    if let Some(period) = &plan.period {
        let _ = write!(words, ", for {}", period.words);
    }
    if let Some(pages) = plan.pages {
        let _ = write!(words, ", {pages} pages");
    }
    words
}

fn rank_in_words(fact: Fact) -> String {
    let mut words = fact.headline().into_owned();
    if let FactData::Rank(rank) = fact.body {
        if let Some(derived) = &rank.derived {
            let _ = write!(words, "; worked out: {derived}");
        }
        if let Some(note) = &rank.note {
            let _ = write!(words, "; {note}");
        }
    }
    words
}

fn add_geography(dataset: &Dataset, area: &Area, fields: &mut FieldList) {
    if area.region.is_some() || has_regions(dataset) {
        fields.add("Region", area.region.as_deref().unwrap_or("not known"));
    }
    if !area.districts.is_empty() {
        let districts = area
            .districts
            .iter()
            .map(|district| format!("{} ({})", district.name, district.gss));
        fields.add(
            if area.districts.len() == 1 {
                "District"
            } else {
                "Districts"
            },
            comma_list(districts),
        );
    }
    if let Some(authority) = &area.upper_tier {
        fields.add(
            UPPER_TIER,
            format!("{} ({})", authority.name, authority.gss),
        );
    }
    if let Some(position) = &area.position {
        let (north, east) = (position.latitude.degrees(), position.longitude.degrees());
        fields.add(POSITION, format!("{} ({north}, {east})", position.meaning));
    }
}
