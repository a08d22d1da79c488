//! The map: areas and their districts on the land of Great Britain.

mod projection;
mod rendering;

use super::{
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, Dataset, ItemIndex, ThemeIndex},
    query::{
        coverage::{has_plans, has_ranks},
        describe::name_of,
        geography::{CompassDirection, nearest, position},
    },
    tui::{
        action::AppAction, layout::ViewRects, mouse_targets::MouseTarget,
        selectable_list::SelectableList, widgets::RenderContext,
    },
};

/// The information shown on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Layer {
    /// The areas with a published plan.
    #[default]
    Plans,
    /// The latest ranks.
    Ranks,
    /// The areas with a priority in a theme.
    Theme(ThemeIndex),
}

/// The selected area, and what the map shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct MapView {
    /// The filtered areas whose position is known.
    pub areas: SelectableList<AreaIndex>,
    /// The number of filtered areas whose position is not known.
    unplaced: usize,
    /// True if an area of the dataset has a plan; otherwise its state is not shown.
    has_plans: bool,
    /// True if the map shows all of Great Britain, instead of England.
    great_britain: bool,
    layer: Layer,
}

impl MapView {
    fn select_nearest(&mut self, dataset: &Dataset, direction: CompassDirection) {
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
            Layer::Plans if has_ranks(dataset) => Layer::Ranks,
            Layer::Plans | Layer::Ranks => themes.next().map_or(Layer::Plans, Layer::Theme),
            Layer::Theme(theme) => themes
                .find(|other| *other > theme)
                .map_or(Layer::Plans, Layer::Theme),
        }
    }
}

impl ViewState for MapView {
    fn refresh(&mut self, scope: &ViewScope) {
        let (snapshot, dataset) = (scope.snapshot(), scope.dataset);
        let (placed, unplaced): (Vec<_>, Vec<_>) = dataset
            .areas()
            .map(|(area, _)| area)
            .filter(|&area| scope.filter.matches_area_or_part(snapshot, area))
            .partition(|&area| position(dataset, area).is_some());
        self.has_plans = has_plans(dataset);
        self.unplaced = unplaced.len();
        self.areas.set_items(placed);
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_item(scope, ItemIndex::Area(area));
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::Up => self.select_nearest(scope.dataset, CompassDirection::North),
            Command::Down => self.select_nearest(scope.dataset, CompassDirection::South),
            Command::Left => self.select_nearest(scope.dataset, CompassDirection::West),
            Command::Right => self.select_nearest(scope.dataset, CompassDirection::East),
            Command::ToggleExtent => self.great_britain = !self.great_britain,
            Command::Layer => self.layer = self.next_layer(scope.dataset),
            _ => {}
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.areas.items().is_empty()
    }

    fn selected_item(&self) -> ItemIndex {
        self.areas
            .selected()
            .map_or(ItemIndex::Programme, ItemIndex::Area)
    }

    /// Selects the area of an item.
    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        item.area()
            .is_some_and(|area| self.areas.select_item(|&other| other == area))
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.areas.selected_index())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let areas = self.areas.items().iter();
        areas
            .map(|&area| name_of(scope.snapshot(), ItemIndex::Area(area)).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.areas.select(index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        click_row(&mut self.areas, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_map(scope, rects, context);
    }
}
