//! The map: areas and their districts on the land of Great Britain.

mod area_facts;
mod area_field;
mod canvas_rendering;
mod extras;
mod fill;
mod ground;
mod ground_styles;
mod label_candidates;
mod label_placement;
mod label_sides;
mod label_text;
mod layer;
mod layer_values;
mod map_cache;
mod map_layout;
mod marks;
mod place_facts;
mod priority_facts;
mod projection;
mod raster;
mod rendering;
mod scan_fill;
mod shortening;
mod speech;
mod surface;
#[cfg(test)]
mod tests;
mod value_classes;
mod zoom;

use area_facts::KnownFacts;
use fill::MapFill;
use layer::Layer;
use layer_values::LayerValues;
use map_cache::MapCache;
use marks::MarkedArea;
use zoom::MapZoom;

use super::{
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, Dataset, ItemIndex, ThemeIndex},
    query::{
        describe::name_of,
        geography::{CompassDirection, nearest, position},
    },
    tui::{
        action::AppAction, layout::ViewRects, map_shapes::district, mouse_targets::MouseTarget,
        selectable_list::SelectableList, speech::SpokenPage, widgets::RenderContext,
    },
};

/// The selected area, and what the map shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct MapView {
    /// The filtered areas whose position is known.
    pub areas: SelectableList<AreaIndex>,
    /// The number of filtered areas whose position is not known.
    unplaced: usize,
    layer: Layer,
    /// The theme that the layer of themes shows.
    theme: Option<ThemeIndex>,
    fill: MapFill,
    zoom: MapZoom,
    /// The positions and shapes of the areas.
    marked: Vec<MarkedArea>,
    /// The names of the areas, and their short names.
    names: Vec<(String, Option<String>)>,
    values: LayerValues,
    known: KnownFacts,
    /// The area that distances are measured from in screen-reader mode.
    measured_from: Option<AreaIndex>,
    cache: MapCache,
}

impl MapView {
    fn select_nearest(&mut self, dataset: &Dataset, direction: CompassDirection) {
        let found = self
            .areas
            .selected()
            .and_then(|from| nearest(dataset, self.areas.items(), from, direction));
        if let Some(found) = found {
            self.areas.select_item(|&area| area == found);
            self.follow_selection();
        }
    }

    /// Shows the part of the country with the selected area, if the map is zoomed in.
    fn follow_selection(&mut self) {
        self.zoom = self
            .zoom
            .followed(self.areas.selected_index(), &self.marked);
    }

    fn zoom_in(&mut self) -> AppAction {
        match self.zoom.zoomed_in(self.areas.selected_index()) {
            Some(zoom) => self.zoom = zoom,
            None => return AppAction::Notify("This is the largest scale."),
        }
        AppAction::None
    }

    fn zoom_out(&mut self) -> AppAction {
        match self.zoom.zoomed_out(&self.marked) {
            Some(zoom) => self.zoom = zoom,
            None => return AppAction::Notify("This is all of Great Britain."),
        }
        AppAction::None
    }

    fn show_layer(&mut self, scope: &ViewScope, layer: Layer) {
        if let Layer::Theme(theme) = layer {
            self.theme = Some(theme);
        }
        self.layer = layer;
        self.refresh_values(scope);
    }

    /// Shows the layer of themes, or its next theme.
    fn show_next_theme(&mut self, scope: &ViewScope) -> AppAction {
        let mut themes = scope.dataset.themes().map(|(theme, _)| theme);
        let Some(first) = themes.next() else {
            return AppAction::Notify("There are no themes.");
        };
        let theme = match (self.layer, self.theme) {
            (Layer::Theme(current), _) => themes.find(|&other| other > current).unwrap_or(first),
            (_, theme) => theme.unwrap_or(first),
        };
        self.show_layer(scope, Layer::Theme(theme));
        AppAction::None
    }

    fn show_next_fill(&mut self) -> AppAction {
        self.fill = self.fill.next();
        AppAction::Confirm(self.fill.description().into())
    }

    fn refresh_values(&mut self, scope: &ViewScope) {
        self.values = LayerValues::new(scope.snapshot(), self.layer, self.areas.items());
        self.cache.forget_labels();
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
        self.unplaced = unplaced.len();
        if placed != self.areas.items() {
            let centre = self
                .zoom
                .centre()
                .and_then(|area| self.areas.items().get(area));
            let centre = centre.and_then(|area| placed.iter().position(|other| other == area));
            self.marked = placed
                .iter()
                .map(|&area| marked_area(dataset, area))
                .collect();
            let names = placed.iter().map(|&area| dataset.area(area));
            self.names = names
                .map(|area| {
                    (
                        area.name.to_string(),
                        area.short.as_ref().map(ToString::to_string),
                    )
                })
                .collect();
            self.areas.set_items(placed);
            self.zoom = match centre {
                Some(centre) => self.zoom.around(centre),
                None => self.zoom.around(self.areas.selected_index()),
            };
            self.cache.forget();
        }
        self.known = KnownFacts::new(snapshot);
        self.refresh_values(scope);
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_item(scope, ItemIndex::Area(area));
        }
        self.measure_from_selected();
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::Up => self.select_nearest(scope.dataset, CompassDirection::North),
            Command::Down => self.select_nearest(scope.dataset, CompassDirection::South),
            Command::Left => self.select_nearest(scope.dataset, CompassDirection::West),
            Command::Right => self.select_nearest(scope.dataset, CompassDirection::East),
            Command::ZoomIn | Command::ZoomOut if scope.speaks => {
                return self.measure_and_say(scope.dataset);
            }
            Command::Fill if scope.speaks => {
                return AppAction::Notify("There is nothing to draw in a list.");
            }
            Command::ZoomIn => return self.zoom_in(),
            Command::ZoomOut => return self.zoom_out(),
            Command::Layer => {
                let layer = self.layer.next(scope.dataset, self.theme);
                self.show_layer(scope, layer);
            }
            Command::NextTheme => return self.show_next_theme(scope),
            Command::Fill => return self.show_next_fill(),
            _ => {}
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.areas.items().is_empty()
    }

    /// Shows the whole country.
    fn go_home(&mut self, _: &ViewScope) -> bool {
        std::mem::take(&mut self.zoom) != MapZoom::Whole
    }

    fn escape_label(&self) -> Option<&'static str> {
        (self.zoom != MapZoom::Whole).then_some("whole map")
    }

    fn selected_item(&self) -> ItemIndex {
        self.areas
            .selected()
            .map_or(ItemIndex::Programme, ItemIndex::Area)
    }

    /// Selects the area of an item.
    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        let found = item
            .area()
            .is_some_and(|area| self.areas.select_item(|&other| other == area));
        self.follow_selection();
        found
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
        self.follow_selection();
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_areas(scope)
    }

    fn select_spoken(&mut self, scope: &ViewScope, index: usize) {
        self.select_listed(scope.dataset, index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        let was_selected = click_row(&mut self.areas, target);
        self.follow_selection();
        was_selected
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_map(scope, rects, context);
    }
}

/// Returns the position of an area, and the shapes of its districts that are known.
fn marked_area(dataset: &Dataset, area: AreaIndex) -> MarkedArea {
    let districts = dataset.area(area).districts.iter();
    MarkedArea {
        position: position(dataset, area)
            .map(|position| [position.longitude.degrees(), position.latitude.degrees()]),
        districts: districts
            .filter_map(|authority| district(&authority.gss.to_string()))
            .collect(),
    }
}
