//! The map in screen-reader mode: the areas by their distance from one of them.

use super::{MapView, layer::Layer, layer_values::LabelValue};
use crate::{
    dataset::{AreaIndex, Dataset},
    query::{
        distance::{DistantArea, by_distance},
        outcome_counts::outcomes_in_words,
    },
    tui::{action::AppAction, speech::SpokenPage, views::scope::ViewScope},
};

impl MapView {
    /// Returns the area that distances are measured from.
    fn centre(&self) -> Option<AreaIndex> {
        let areas = self.areas.items();
        let is_there = |area: &AreaIndex| areas.contains(area);
        self.measured_from
            .filter(is_there)
            .or_else(|| areas.first().copied())
    }

    /// Measures distances from the selected area.
    pub(super) fn measure_from_selected(&mut self) {
        self.measured_from = self.areas.selected();
    }

    /// Measures distances from the selected area, and says so.
    pub(super) fn measure_and_say(&mut self, dataset: &Dataset) -> AppAction {
        self.measure_from_selected();
        match self.areas.selected() {
            Some(area) => {
                let name = &dataset.area(area).name;
                AppAction::Confirm(format!("Distances are from {name}").into())
            }
            None => AppAction::None,
        }
    }

    /// Returns the areas in the order of the list: the centre first.
    fn listed(&self, dataset: &Dataset) -> Vec<DistantArea> {
        let Some(centre) = self.centre() else {
            return Vec::new();
        };
        let mut areas = by_distance(dataset, centre, self.areas.items().iter().copied());
        let here = DistantArea {
            area: centre,
            way: None,
        };
        areas.insert(0, here);
        areas
    }

    pub(super) fn spoken_areas<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let dataset = scope.dataset;
        let listed = self.listed(dataset);
        let selected = listed
            .iter()
            .position(|row| Some(row.area) == self.areas.selected());
        let title = match self.centre() {
            Some(centre) => {
                let layer = if self.layer == Layer::Plans {
                    String::new()
                } else {
                    format!(", {}", self.values.title)
                };
                format!("Map, distances from {}{layer}", dataset.area(centre).name)
            }
            None => "Map".into(),
        };
        SpokenPage::list(title, listed.len(), selected.unwrap_or(0), move |index| {
            let DistantArea { area, way } = &listed[index];
            let name = &dataset.area(*area).name;
            let place = way.map_or("here".into(), |way| way.to_string());
            match self.value_in_words(*area) {
                Some(value) => format!("{name}, {place}, {value}"),
                None => format!("{name}, {place}"),
            }
        })
        .or_empty(scope.empty_message("No area has a position."))
    }

    pub(super) fn select_listed(&mut self, dataset: &Dataset, index: usize) {
        if let Some(row) = self.listed(dataset).get(index) {
            let area = row.area;
            self.areas.select_item(|&other| other == area);
            self.follow_selection();
        }
    }

    /// Returns the value of an area in the layer. That of the plans is left out: all areas have one by now.
    fn value_in_words(&self, area: AreaIndex) -> Option<String> {
        let index = self.areas.items().iter().position(|&other| other == area)?;
        let value = self.values.areas.get(index)?;
        match &value.label {
            LabelValue::Words(words) if words == "–" => Some("not known".into()),
            LabelValue::Words(words) => Some(words.clone()),
            LabelValue::Outcomes(counts) => Some(outcomes_in_words(counts)),
            LabelValue::None if self.layer == Layer::Plans && value.is_present => None,
            LabelValue::None if self.layer == Layer::Plans => Some("plan not yet published".into()),
            LabelValue::None if value.is_present => Some("yes".into()),
            LabelValue::None => Some("no".into()),
        }
    }
}
