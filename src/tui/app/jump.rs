//! Jumping in a list: a few letters of a name lead to it, however long the list is.

use super::App;
use crate::{
    command::View,
    dataset::Slot,
    query::{describe::name_of, outline, search::nearness, world::World},
    tui::{
        layout::Pane,
        state::{
            Lens,
            over::{JumpLine, Over},
            selection::Step,
        },
    },
};

impl App<'_> {
    /// Opens the line, unless there is no list to jump in.
    pub(super) fn begin_jump(&mut self) {
        if let Some(before) = self.jump_place() {
            self.over = Some(Over::Jump(JumpLine {
                typed: String::new(),
                before,
                found: Vec::new(),
                at: 0,
            }));
        }
    }

    /// Goes to the best of what the letters lead to; without letters back to where one was.
    pub(super) fn follow_jump(&mut self) {
        let Some(Over::Jump(line)) = &self.over else {
            return;
        };
        let names = self.jump_names();
        let mut found: Vec<(u8, usize)> = names
            .iter()
            .enumerate()
            .filter_map(|(place, name)| nearness(&line.typed, name).map(|near| (near, place)))
            .collect();
        found.sort_unstable();
        let found: Vec<usize> = found.into_iter().map(|(_, place)| place).collect();
        let place = found.first().copied().unwrap_or(line.before);
        if let Some(Over::Jump(line)) = &mut self.over {
            (line.found, line.at) = (found, 0);
        }
        self.jump_to(place);
    }

    /// Goes to the next of them, or the one before.
    pub(super) fn step_jump(&mut self, step: Step) {
        let Some(Over::Jump(line)) = &mut self.over else {
            return;
        };
        line.at = step.from(line.at, line.found.len());
        if let Some(&place) = line.found.get(line.at) {
            self.jump_to(place);
        }
    }

    pub(super) fn jump_to(&mut self, place: usize) {
        let lens = Lens {
            world: World::at(self.dataset, self.as_of),
            filter: &self.filter,
        };
        match self.view {
            View::Areas => self.areas.select(lens, self.jump_pane(), place),
            View::Matrix => self.matrix.select(place),
            View::Map => self.map.areas.select(place),
            View::Timeline => self.timeline.events.select(place),
            View::Sources => self.sources.rows.select(place),
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
                Pane::Subjects => self.areas.subjects.place(),
                Pane::Chapters => self.areas.chapters.place(),
                Pane::Entries | Pane::Detail => self.areas.entries.place(),
            },
            View::Matrix => self.matrix.place(),
            View::Map => self.map.areas.place(),
            View::Timeline => self.timeline.events.place(),
            View::Sources => self.sources.rows.place(),
            View::Compare | View::Search => return None,
        })
    }

    /// The names of what is in the list.
    fn jump_names(&self) -> Vec<String> {
        let dataset = self.dataset;
        let named = |slot: Slot| name_of(self.world(), slot).into();
        match self.view {
            View::Areas => match self.jump_pane() {
                Pane::Subjects => self
                    .areas
                    .subjects
                    .items()
                    .iter()
                    .map(|&subject| outline::subject_name(dataset, subject).into())
                    .collect(),
                Pane::Chapters => self
                    .areas
                    .chapters
                    .items()
                    .iter()
                    .map(|&chapter| outline::chapter_name(dataset, chapter).into())
                    .collect(),
                Pane::Entries | Pane::Detail => self
                    .areas
                    .entries
                    .items()
                    .iter()
                    .map(|entry| named(Slot::Fact(entry.fact)))
                    .collect(),
            },
            View::Matrix => {
                let heading = self.matrix.themes.selected().map(Slot::Theme);
                heading
                    .into_iter()
                    .chain(
                        self.matrix
                            .areas
                            .items()
                            .iter()
                            .map(|&area| Slot::Area(area)),
                    )
                    .map(named)
                    .collect()
            }
            View::Map => self
                .map
                .areas
                .items()
                .iter()
                .map(|&area| named(Slot::Area(area)))
                .collect(),
            View::Timeline => self
                .timeline
                .events
                .items()
                .iter()
                .map(|&event| named(Slot::Fact(event)))
                .collect(),
            View::Sources => self
                .sources
                .rows
                .items()
                .iter()
                .map(|&slot| named(slot))
                .collect(),
            View::Compare | View::Search => Vec::new(),
        }
    }
}
