//! Jumping in a list: a few letters of a name lead to it, however long the list is.

use super::App;
use crate::{
    command::View,
    dataset::ItemIndex,
    query::{describe::name_of, search::prefix_rank, snapshot::Snapshot},
    tui::{
        layout::Pane,
        state::{
            Query,
            overlay::{JumpPrompt, Overlay},
            selectable_list::Motion,
        },
    },
};

impl App<'_> {
    /// Opens the line, unless there is no list to jump in.
    pub(super) fn begin_jump(&mut self) {
        if let Some(before) = self.jump_place() {
            self.overlay = Some(Overlay::Jump(JumpPrompt {
                typed: String::new(),
                before,
                found: Vec::new(),
                at: 0,
            }));
        }
    }

    /// Goes to the best of what the letters lead to; without letters back to where one was.
    pub(super) fn follow_jump(&mut self) {
        let Some(Overlay::Jump(line)) = &self.overlay else {
            return;
        };
        let names = self.jump_names();
        let mut found: Vec<(u8, usize)> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| prefix_rank(&line.typed, name).map(|near| (near, index)))
            .collect();
        found.sort_unstable();
        let found: Vec<usize> = found.into_iter().map(|(_, index)| index).collect();
        let index = found.first().copied().unwrap_or(line.before);
        if let Some(Overlay::Jump(line)) = &mut self.overlay {
            (line.found, line.at) = (found, 0);
        }
        self.jump_to(index);
    }

    /// Goes to the next of them, or the one before.
    pub(super) fn step_jump(&mut self, step: Motion) {
        let Some(Overlay::Jump(line)) = &mut self.overlay else {
            return;
        };
        line.at = step.from(line.at, line.found.len());
        if let Some(&index) = line.found.get(line.at) {
            self.jump_to(index);
        }
    }

    pub(super) fn jump_to(&mut self, index: usize) {
        let query = Query {
            snapshot: Snapshot::as_of(self.dataset, self.as_of),
            filter: &self.filter,
        };
        match self.view {
            View::Areas => self.areas.select(query, self.jump_pane(), index),
            View::Matrix => self.matrix.select(index),
            View::Map => self.map.areas.select(index),
            View::Timeline => self.timeline.events.select(index),
            View::Sources => self.sources.rows.select(index),
            View::Compare | View::Search => {}
        }
    }

    /// The list that the keys are in; from the detail the one that it belongs to.
    fn jump_pane(&self) -> Pane {
        match self.areas.focus() {
            Pane::Detail => self.areas.shown(),
            pane => pane,
        }
    }

    fn jump_place(&self) -> Option<usize> {
        Some(match self.view {
            View::Areas => match self.jump_pane() {
                Pane::Areas => self.areas.area_rows.selected_index(),
                Pane::Priorities => self.areas.priority_rows.selected_index(),
                Pane::Facts | Pane::Detail => self.areas.fact_rows.selected_index(),
            },
            View::Matrix => self.matrix.selected_index(),
            View::Map => self.map.areas.selected_index(),
            View::Timeline => self.timeline.events.selected_index(),
            View::Sources => self.sources.rows.selected_index(),
            View::Compare | View::Search => return None,
        })
    }

    /// The names of what is in the list.
    fn jump_names(&self) -> Vec<String> {
        let dataset = self.dataset;
        let named = |item: ItemIndex| name_of(self.snapshot(), item).into();
        match self.view {
            View::Areas => match self.jump_pane() {
                Pane::Areas => self
                    .areas
                    .area_rows
                    .items()
                    .iter()
                    .map(|&area_row| area_row.name(dataset).into())
                    .collect(),
                Pane::Priorities => self
                    .areas
                    .priority_rows
                    .items()
                    .iter()
                    .map(|&priority_row| priority_row.name(dataset).into())
                    .collect(),
                Pane::Facts | Pane::Detail => self
                    .areas
                    .fact_rows
                    .items()
                    .iter()
                    .map(|entry| named(ItemIndex::Fact(entry.fact)))
                    .collect(),
            },
            View::Matrix => {
                let heading = self.matrix.themes.selected().map(ItemIndex::Theme);
                heading
                    .into_iter()
                    .chain(
                        self.matrix
                            .areas
                            .items()
                            .iter()
                            .map(|&area| ItemIndex::Area(area)),
                    )
                    .map(named)
                    .collect()
            }
            View::Map => self
                .map
                .areas
                .items()
                .iter()
                .map(|&area| named(ItemIndex::Area(area)))
                .collect(),
            View::Timeline => self
                .timeline
                .events
                .items()
                .iter()
                .map(|&event| named(ItemIndex::Fact(event)))
                .collect(),
            View::Sources => self
                .sources
                .rows
                .items()
                .iter()
                .map(|&item| named(item))
                .collect(),
            View::Compare | View::Search => Vec::new(),
        }
    }
}
