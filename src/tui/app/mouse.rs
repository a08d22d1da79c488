//! What happens to what the mouse points at.

use super::{App, Effect};
use crate::{
    command::{Command, View},
    tui::{
        layout::Pane,
        state::{
            Query,
            overlay::{FilterPicker, Overlay},
        },
        view::render_context::HitTarget,
    },
};

impl App<'_> {
    /// Selects what is pointed at; what is selected already is opened. Commands are done.
    pub fn click(&mut self, target: HitTarget) -> Effect {
        let before = (self.selected_item(), self.selected_row());
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        match target {
            HitTarget::Command(command) => return self.update(command),
            HitTarget::Pane(pane) => self.areas.focus_on(pane),
            HitTarget::Item(pane, item) => {
                let there = self.areas.focus() == pane;
                self.areas.select(query, pane, item);
                if !there {
                    return Effect::None;
                }
            }
            HitTarget::Row(row) => self.select_row(row),
            HitTarget::Cell(row, column) if self.view == View::Matrix => {
                self.matrix.select(row + 1);
                self.matrix.themes.select(column);
            }
            HitTarget::Heading(column) => {
                self.matrix.select(0);
                self.matrix.themes.select(column);
            }
            HitTarget::Cell(row, column) => (self.compare.row, self.compare.column) = (row, column),
        }
        let again = before == (self.selected_item(), self.selected_row())
            && !matches!(target, HitTarget::Pane(_));
        if again {
            self.update(Command::Open)
        } else {
            Effect::None
        }
    }

    /// Moves what is under the wheel by a step.
    pub fn scroll(&mut self, target: Option<HitTarget>, steps: isize) -> Effect {
        let command = if steps < 0 {
            Command::Up
        } else {
            Command::Down
        };
        match target {
            Some(HitTarget::Pane(pane) | HitTarget::Item(pane, _)) if self.overlay.is_none() => {
                let query = Query {
                    snapshot: self.snapshot(),
                    filter: &self.filter,
                };
                match pane {
                    Pane::Detail => self.scroll_detail(super::Motion::By(steps)),
                    pane => self.areas.step(query, pane, super::Motion::By(steps)),
                }
                Effect::None
            }
            _ => self.update(command),
        }
    }

    /// The selected row and column of what is alone on the screen.
    fn selected_row(&self) -> (usize, usize) {
        let row = match (&self.overlay, self.view) {
            (Some(Overlay::Palette(commands) | Overlay::Help(commands)), _) => commands.selected,
            (
                Some(Overlay::Filter(FilterPicker { selected, .. }) | Overlay::Marks(selected)),
                _,
            ) => *selected,
            (_, View::Matrix) => {
                return (
                    self.matrix.selected_index(),
                    self.matrix.themes.selected_index(),
                );
            }
            (_, View::Map) => self.map.areas.selected_index(),
            (_, View::Timeline) => self.timeline.events.selected_index(),
            (_, View::Compare) => return (self.compare.row, self.compare.column),
            (_, View::Sources) => self.sources.rows.selected_index(),
            (_, View::Search) => self.search.hits.selected_index(),
            (_, View::Areas) => 0,
        };
        (row, 0)
    }

    fn select_row(&mut self, row: usize) {
        match (&mut self.overlay, self.view) {
            (Some(Overlay::Palette(commands) | Overlay::Help(commands)), _) => {
                commands.selected = row;
            }
            (
                Some(Overlay::Filter(FilterPicker { selected, .. }) | Overlay::Marks(selected)),
                _,
            ) => *selected = row,
            (_, View::Map) => self.map.areas.select(row),
            (_, View::Timeline) => self.timeline.events.select(row),
            (_, View::Sources) => self.sources.rows.select(row),
            (_, View::Search) => {
                self.search.hits.select(row);
                self.search.in_list = true;
            }
            (_, View::Areas | View::Matrix | View::Compare) => {}
        }
    }
}
