//! The list of views.

use super::{
    areas::AreasView, compare::CompareView, map::MapView, matrix::MatrixView, search::SearchView,
    sources::SourcesView, timeline::TimelineView, view_state::ViewState,
};
use crate::command::View;

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
