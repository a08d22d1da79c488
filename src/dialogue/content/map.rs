//! The map in words: the areas by their distance and direction from one of them.

use crate::{
    command::View,
    dataset::{AreaIndex, Dataset, ItemIndex},
    dialogue::page::{Choice, DialoguePage, MapLayer, PageContent},
    query::{
        comparable_money::{ComparableSum, comparable_sums},
        compared_facts::NOT_KNOWN,
        coverage::has_positions,
        describe::counted,
        distance::by_distance,
        filter::Filter,
        geography::position,
        matrix::in_theme,
        outcome_counts::outcome_word,
        ranks::{YearRanks, rank_in, rank_number},
        resolve,
        snapshot::Snapshot,
        targets::outcome_counts_of,
    },
};

/// Returns the page of a dataset whose areas have no positions.
pub(super) fn without_positions() -> PageContent {
    PageContent::text(
        "Map",
        vec!["The positions of the areas are not known.".into()],
    )
}

/// Returns the page of the map with an area in the middle, if the dataset has a map.
pub(in crate::dialogue) fn around(dataset: &Dataset, centre: Option<AreaIndex>) -> DialoguePage {
    let mut areas = dataset.areas().map(|(area, _)| area);
    let centre = centre.filter(|&area| position(dataset, area).is_some());
    let centre = centre.or_else(|| areas.find(|&area| position(dataset, area).is_some()));
    match centre.filter(|_| has_positions(dataset)) {
        Some(centre) => DialoguePage::Map {
            centre,
            layer: MapLayer::default(),
        },
        None => DialoguePage::View(View::Map),
    }
}

/// Returns the areas that match a filter by their distance from one, which comes first.
pub(super) fn map(
    snapshot: Snapshot,
    filter: &Filter,
    centre: AreaIndex,
    layer: MapLayer,
) -> PageContent {
    let dataset = snapshot.dataset();
    let areas: Vec<AreaIndex> = dataset.areas().map(|(area, _)| area).collect();
    let matching = areas.iter().copied();
    let matching = matching.filter(|&area| filter.matches_area_or_part(snapshot, area));
    let values = MapValues::new(snapshot, layer, &areas);
    let value = |area| match values.of(snapshot, area) {
        Some(value) => format!(": {value}"),
        None => String::new(),
    };
    let choice = |area: AreaIndex, way: &str| {
        let label = format!("{}, {way}{}", dataset.area(area).name, value(area));
        Choice::open(label, DialoguePage::of(ItemIndex::Area(area)))
    };
    let others = by_distance(dataset, centre, matching).into_iter();
    let others = others.map(|other| {
        let way = other.way.map(|way| way.to_string());
        choice(other.area, way.as_deref().unwrap_or("position not known"))
    });
    let choices = std::iter::once(choice(centre, "in the middle")).chain(others);
    let title = match values.title(snapshot) {
        Some(title) => format!("{}. {title}", name(dataset, centre)),
        None => name(dataset, centre),
    };
    PageContent::menu(title, choices.collect())
}

/// Returns the name of the map with an area in the middle: `Areas by distance from Oldham`.
pub(in crate::dialogue) fn name(dataset: &Dataset, centre: AreaIndex) -> String {
    format!("Areas by distance from {}", dataset.area(centre).name)
}

/// Returns the region and the position of the area in the middle, and what else to type.
pub(super) fn rest(snapshot: Snapshot, centre: AreaIndex) -> Vec<String> {
    let area = snapshot.dataset().area(centre);
    let region = area.region.as_deref().unwrap_or("region not known");
    let place = area.position.as_ref().map(|position| {
        let (north, east) = (position.latitude.degrees(), position.longitude.degrees());
        let side = if east < 0.0 { "west" } else { "east" };
        let meaning = &position.meaning;
        let east = east.abs();
        format!("Position: {meaning}, {north} degrees north, {east} degrees {side}")
    });
    let advice = "Type map and an area to put that in the middle, or map by plan, rank, money, targets or a theme.";
    let lines = std::iter::once(format!("{}: {region}", area.name)).chain(place);
    lines.chain([advice.to_string()]).collect()
}

/// A layer, and what it takes to find the value of any area: it is looked up once, and not for each area.
struct MapValues {
    layer: MapLayer,
    /// Ranks that areas are compared by, for their layer.
    ranks: Option<YearRanks>,
    /// Sums that most areas have for the same purpose, for their layer.
    sums: Option<ComparableSum>,
}

impl MapValues {
    fn new(snapshot: Snapshot, layer: MapLayer, areas: &[AreaIndex]) -> Self {
        let sums = (layer == MapLayer::Money).then(|| comparable_sums(snapshot, areas));
        Self {
            layer,
            ranks: Some(layer)
                .filter(|layer| *layer == MapLayer::Ranks)
                .and_then(|_| YearRanks::of(snapshot)),
            sums: sums.and_then(|sums| sums.into_iter().next()),
        }
    }

    /// Returns the name of the layer, and what its values are; none for the distance alone.
    fn title(&self, snapshot: Snapshot) -> Option<String> {
        Some(match self.layer {
            MapLayer::Distance => return None,
            MapLayer::Plans => "With plans".into(),
            MapLayer::Ranks => match self.ranks {
                Some(YearRanks { year, worst, .. }) => {
                    format!("With ranks of {year}, and {worst} is the worst")
                }
                None => "With ranks".into(),
            },
            MapLayer::Theme(theme) => {
                format!(
                    "With priorities in {}",
                    snapshot.dataset().theme(theme).name
                )
            }
            MapLayer::Money => match &self.sums {
                Some(sum) => format!("With money: {}", sum.label()),
                None => "With money".into(),
            },
            MapLayer::Targets => "With targets".into(),
        })
    }

    /// Returns the value of an area; none for the distance alone.
    fn of(&self, snapshot: Snapshot, area: AreaIndex) -> Option<String> {
        Some(match self.layer {
            MapLayer::Distance => return None,
            MapLayer::Plans => snapshot.plan(area).map_or_else(
                || "plan not yet published".into(),
                |plan| format!("plan of {}", plan.published),
            ),
            MapLayer::Ranks => {
                let rank = self.ranks;
                let rank = rank.and_then(|all| rank_in(snapshot, area, all.year));
                rank.map_or(NOT_KNOWN.into(), |(_, rank)| rank_number(rank))
            }
            MapLayer::Theme(theme) => match in_theme(snapshot, area, theme).count() {
                0 => "none".into(),
                count => counted(count, "priority", "priorities"),
            },
            MapLayer::Money => {
                let sums = self.sums.as_ref();
                let sum = sums.and_then(|sum| sum.sums[area.index()]);
                sum.map_or(NOT_KNOWN.into(), |(_, amount)| amount.in_full())
            }
            MapLayer::Targets => {
                let counts = outcome_counts_of(snapshot, area);
                let known = counts.iter().filter(|(_, count)| *count > 0);
                let known: Vec<String> = known
                    .map(|(outcome, count)| format!("{count} {}", outcome_word(outcome)))
                    .collect();
                if known.is_empty() {
                    "no target known".into()
                } else {
                    known.join(", ")
                }
            }
        })
    }
}

/// Returns the page that a user asks for after `map`: another area in the middle, or another layer.
///
/// # Errors
/// Says what can be typed if the words are neither.
pub(in crate::dialogue) fn asked(
    dataset: &Dataset,
    centre: Option<AreaIndex>,
    words: &str,
) -> Result<DialoguePage, String> {
    let DialoguePage::Map { centre, .. } = around(dataset, centre) else {
        return Ok(around(dataset, None));
    };
    let by = words.split_once(char::is_whitespace);
    let by = by.filter(|(by, _)| by.eq_ignore_ascii_case("by"));
    let (name, is_layer) = by.map_or((words, false), |(_, layer)| (layer.trim(), true));
    if let Some(layer) = layer(dataset, name) {
        return Ok(DialoguePage::Map { centre, layer });
    }
    match resolve::area(dataset, name) {
        Ok(area) if !is_layer => Ok(around(dataset, Some(area))),
        _ => Err(
            "Type map and an area, or map by plan, rank, money, targets or the name of a theme."
                .into(),
        ),
    }
}

fn layer(dataset: &Dataset, name: &str) -> Option<MapLayer> {
    Some(match &*name.to_lowercase() {
        "distance" => MapLayer::Distance,
        "plan" | "plans" => MapLayer::Plans,
        "rank" | "ranks" => MapLayer::Ranks,
        "money" => MapLayer::Money,
        "target" | "targets" => MapLayer::Targets,
        name => MapLayer::Theme(resolve::theme(dataset, name).ok()?),
    })
}
