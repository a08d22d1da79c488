//! The views: one file or folder for each, with its state, update and rendering.
//!
//! To add a view: write its file, add it to [`Views`] and to [`View`], and bind its keys in [`crate::command`].

pub(crate) mod areas;
pub(crate) mod compare;
mod detail;
pub(crate) mod map;
pub(crate) mod matrix;
mod scope;
pub(crate) mod search;
pub(crate) mod sources;
pub(crate) mod timeline;

pub(crate) use scope::ViewScope;

use areas::AreasView;
use compare::CompareView;
use map::MapView;
use matrix::MatrixView;
use search::SearchView;
use sources::SourcesView;
use timeline::TimelineView;

use super::{
    action::AppAction, history::Location, hit_targets::HitTarget, layout::ViewAreas,
    selectable_list::SelectableList, widgets::RenderContext,
};
use crate::{
    command::{Command, View},
    dataset::{AreaIndex, ItemIndex},
};

/// A view: a way to look at the programme. Its state changes only in these methods.
pub(crate) trait ViewState {
    /// Rebuilds the lists for the current date and filter, keeping the selection where possible.
    fn refresh(&mut self, scope: &ViewScope);

    /// Prepares the view when the user switches to it, coming from an item of `area`.
    fn enter(&mut self, _scope: &ViewScope, _area: Option<AreaIndex>) {}

    /// Adapts the view to the size of the screen.
    fn resize(&mut self, _scope: &ViewScope) {}

    /// Runs a command, and returns what else the app must do.
    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction;

    /// Returns the selected item; the programme if the view is empty.
    fn selected_item(&self) -> ItemIndex;

    /// Returns true if the view shows no item that could be opened, copied or saved.
    fn is_empty(&self) -> bool {
        false
    }

    /// Selects an item. Returns false, and changes nothing, if the view does not show it.
    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool;

    /// Restores a visited or bookmarked location as far as it is still shown.
    fn restore(&mut self, scope: &ViewScope, location: &Location) {
        self.select_item(scope, location.item);
    }

    /// Returns the index of the selected item in the list that [`ViewState::names`] names; none if the view has no such list.
    fn selected_index(&self) -> Option<usize> {
        None
    }

    /// Returns the names of the items, to jump to one by its name.
    fn names(&self, _scope: &ViewScope) -> Vec<String> {
        Vec::new()
    }

    /// Selects the item at an index of the named list.
    fn select_index(&mut self, _scope: &ViewScope, _index: usize) {}

    /// Selects what was clicked. Returns whether it was selected already: a second click opens it.
    fn click(&mut self, scope: &ViewScope, target: HitTarget) -> bool;

    /// Moves what is under the mouse wheel. Returns whether that differs from what the arrow keys move.
    fn scroll(&mut self, _scope: &ViewScope, _target: HitTarget, _steps: isize) -> bool {
        false
    }

    /// Returns the path to the focused pane, which replaces the tabs where only one pane fits.
    fn breadcrumb(&self, _scope: &ViewScope) -> Option<String> {
        None
    }

    /// Renders the view.
    fn render(&self, scope: &ViewScope, areas: &ViewAreas, context: &mut RenderContext);
}

/// The state of every view.
#[derive(Debug, Clone, Default)]
pub(crate) struct Views {
    /// The areas, priorities and facts.
    pub areas: AreasView,
    /// The matrix of areas and themes.
    pub matrix: MatrixView,
    /// The map.
    pub map: MapView,
    /// The timeline.
    pub timeline: TimelineView,
    /// The comparison.
    pub compare: CompareView,
    /// The sources.
    pub sources: SourcesView,
    /// The search.
    pub search: SearchView,
}

impl Views {
    /// Returns a view.
    #[must_use]
    pub(crate) fn get(&self, view: View) -> &dyn ViewState {
        match view {
            View::Areas => &self.areas,
            View::Matrix => &self.matrix,
            View::Map => &self.map,
            View::Timeline => &self.timeline,
            View::Compare => &self.compare,
            View::Sources => &self.sources,
            View::Search => &self.search,
        }
    }

    /// Returns a view to change it.
    pub(crate) fn get_mut(&mut self, view: View) -> &mut dyn ViewState {
        match view {
            View::Areas => &mut self.areas,
            View::Matrix => &mut self.matrix,
            View::Map => &mut self.map,
            View::Timeline => &mut self.timeline,
            View::Compare => &mut self.compare,
            View::Sources => &mut self.sources,
            View::Search => &mut self.search,
        }
    }
}

/// Selects the row of a list that was clicked. Returns whether it was selected already.
fn click_row<T: Copy + PartialEq>(list: &mut SelectableList<T>, target: HitTarget) -> bool {
    match target {
        HitTarget::Row(row) => list.click(row),
        _ => false,
    }
}
