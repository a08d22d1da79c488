//! The facts that belong to the map: the districts of an area, and the nearest other areas.

use super::{
    area_facts::AreaFacts,
    area_field::{AreaField, list},
};
use crate::query::{digest::is_in_name, distance::by_distance};

const NEAREST: &str = "Nearest";
/// The number of nearest areas in a wide pane.
const WIDE_NEAREST: usize = 3;

impl AreaFacts<'_> {
    /// Returns the districts. In a narrow pane they are left out if the name of the area has all of them.
    pub(super) fn districts(&self) -> Option<AreaField> {
        let area = self.snapshot.dataset().area(self.area);
        let districts = area.districts.iter();
        let names: Vec<&str> = districts.map(|district| district.name.as_str()).collect();
        list("Covers", &names).filter(|_| self.is_wide() || !is_in_name(area))
    }

    /// Returns the nearest areas with their distances. In a narrow pane it is one, and the map shows its direction.
    pub(super) fn nearest(&self) -> Vec<AreaField> {
        let dataset = self.snapshot.dataset();
        let areas = dataset.areas().map(|(area, _)| area);
        let others = by_distance(dataset, self.area, areas).into_iter();
        let ways = others.filter_map(|other| Some((other.area, other.way?)));
        let count = if self.is_wide() { WIDE_NEAREST } else { 1 };
        let fields = ways.take(count).map(|(area, way)| {
            let mut text = format!("{}, {way}", dataset.area(area).name);
            if !self.is_wide()
                && let Some(distance) = text.strip_suffix(way.point.name())
            {
                text.truncate(distance.trim_end().len());
            }
            AreaField {
                label: NEAREST,
                text,
                note: None,
            }
        });
        fields.collect()
    }
}
