//! The facts that belong to the map: the districts of an area, and the nearest other areas.

use super::{
    area_facts::AreaFacts,
    area_field::{AreaField, NEAREST, list},
};
use crate::query::{digest::is_in_name, distance::by_distance};

impl AreaFacts<'_> {
    /// Returns the districts. In a narrow pane they are left out if the name of the area has all of them.
    pub(super) fn districts(&self) -> Option<AreaField> {
        let area = self.snapshot.dataset().area(self.area);
        let districts = area.districts.iter();
        let names: Vec<&str> = districts.map(|district| district.name.as_str()).collect();
        list("Covers", &names).filter(|_| self.is_wide() || !is_in_name(area))
    }

    /// Returns up to `count` of the nearest areas with their distances. In a narrow pane the map alone shows the directions.
    pub(super) fn nearest(&self, count: usize) -> Vec<AreaField> {
        let dataset = self.snapshot.dataset();
        let areas = dataset.areas().map(|(area, _)| area);
        let others = by_distance(dataset, self.area, areas).into_iter();
        let ways = others.filter_map(|other| Some((other.area, other.way?)));
        let fields = ways.take(count).enumerate().map(|(place, (area, way))| {
            let mut text = format!("{}, {way}", dataset.area(area).name);
            if !self.is_wide()
                && let Some(distance) = text.strip_suffix(way.point.name())
            {
                // The first says the unit.
                let distance = distance.trim_end();
                let number = distance.strip_suffix(" miles").filter(|_| place > 0);
                text.truncate(number.unwrap_or(distance).len());
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
