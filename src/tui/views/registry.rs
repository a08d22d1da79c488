//! The list of views.

use super::{
    areas::AreasView, compare::CompareView, map::MapView, matrix::MatrixView, search::SearchView,
    sources::SourcesView, table::TableView, targets::TargetsView, timeline::TimelineView,
    view_state::ViewState,
};
use crate::{
    command::View,
    dataset::Dataset,
    query::coverage::{has_events, has_facts, has_positions, has_targets},
};

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
    /// The targets.
    pub targets: TargetsView,
    /// The facts as a table.
    pub table: TableView,
    /// The sources.
    pub sources: SourcesView,
    /// The search.
    pub search: SearchView,
}

/// Returns the views that a dataset has nothing for, whatever the date: the tabs leave them out.
pub(crate) fn hidden_views(dataset: &Dataset) -> Vec<View> {
    let has = |view: View| match view {
        View::Matrix => dataset.themes().next().is_some(),
        View::Map => has_positions(dataset),
        View::Timeline => has_events(dataset),
        View::Compare => dataset.areas().nth(1).is_some(),
        View::Targets => has_targets(dataset),
        View::Table => has_facts(dataset),
        View::Areas | View::Sources | View::Search => true,
    };
    View::ALL.into_iter().filter(|&view| !has(view)).collect()
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
            View::Targets => &self.targets,
            View::Table => &self.table,
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
            View::Targets => &mut self.targets,
            View::Table => &mut self.table,
            View::Sources => &mut self.sources,
            View::Search => &mut self.search,
        }
    }
}
