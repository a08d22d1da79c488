//! The map: which area is selected, how much of the country is shown, and what is laid over it.

use super::{Query, selectable_list::SelectableList};
use crate::{
    command::Command,
    dataset::{AreaIndex, Dataset, ItemIndex, ThemeIndex},
    query::geography::{CompassDirection, nearest, position},
};

/// What is laid over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// Whether plans are published.
    #[default]
    Plans,
    /// Latest ranks.
    Ranks,
    /// Which areas have a priority in a theme.
    Theme(ThemeIndex),
}

/// The map's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// The areas that are asked for and whose position is known.
    pub areas: SelectableList<AreaIndex>,
    /// How many areas that are asked for are on no map, since their position is not known.
    pub unplaced: usize,
    /// Whether all of Great Britain is shown; else England.
    pub wide: bool,
    /// What is laid over it.
    pub layer: Layer,
}

impl Map {
    /// Takes what another date or filter leaves.
    pub fn follow(&mut self, query: Query) {
        let Query { snapshot, filter } = query;
        let dataset = snapshot.dataset();
        let asked = dataset
            .areas()
            .map(|(area, _)| area)
            .filter(|&area| filter.matches_area_or_part(snapshot, area));
        let (placed, unplaced): (Vec<_>, Vec<_>) =
            asked.partition(|&area| position(dataset, area).is_some());
        self.unplaced = unplaced.len();
        self.areas.set_items(placed);
    }

    /// Goes to the nearest area in a direction, or changes what is shown.
    pub fn update(&mut self, dataset: &Dataset, command: Command) {
        let direction = match command {
            Command::Up => CompassDirection::North,
            Command::Down => CompassDirection::South,
            Command::Left => CompassDirection::West,
            Command::Right => CompassDirection::East,
            Command::ToggleExtent => {
                self.wide = !self.wide;
                return;
            }
            Command::Layer => {
                self.layer = self.next_layer(dataset);
                return;
            }
            _ => return,
        };
        let found = self
            .areas
            .selected()
            .and_then(|from| nearest(dataset, self.areas.items(), from, direction));
        if let Some(found) = found {
            self.areas.select_item(|&area| area == found);
        }
    }

    fn next_layer(&self, dataset: &Dataset) -> Layer {
        let mut themes = dataset.themes().map(|(theme, _)| theme);
        match self.layer {
            Layer::Plans => Layer::Ranks,
            Layer::Ranks => themes.next().map_or(Layer::Plans, Layer::Theme),
            Layer::Theme(theme) => themes
                .find(|other| *other > theme)
                .map_or(Layer::Plans, Layer::Theme),
        }
    }

    /// The selected area; the programme if there is none.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        self.areas
            .selected()
            .map_or(ItemIndex::Programme, ItemIndex::Area)
    }
}
