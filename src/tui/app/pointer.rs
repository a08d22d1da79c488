//! What happens to what the mouse points at.

use super::{App, Effect};
use crate::{
    command::{Command, View},
    tui::{
        layout::Pane,
        state::{
            Lens,
            over::{Choices, Over},
        },
        view::canvas::Target,
    },
};

impl App<'_> {
    /// Selects what is pointed at; what is selected already is opened. Commands are done.
    pub fn click(&mut self, target: Target) -> Effect {
        let before = (self.slot(), self.selected_row());
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        match target {
            Target::Command(command) => return self.update(command),
            Target::Pane(pane) => self.areas.focus_on(pane),
            Target::Item(pane, item) => {
                let there = self.areas.focus() == pane;
                self.areas.select(lens, pane, item);
                if !there {
                    return Effect::None;
                }
            }
            Target::Row(row) => self.select_row(row),
            Target::Cell(row, column) if self.view == View::Matrix => {
                self.matrix.select(row + 1);
                self.matrix.themes.select(column);
            }
            Target::Heading(column) => {
                self.matrix.select(0);
                self.matrix.themes.select(column);
            }
            Target::Cell(row, column) => (self.compare.row, self.compare.column) = (row, column),
        }
        let again =
            before == (self.slot(), self.selected_row()) && !matches!(target, Target::Pane(_));
        if again {
            self.update(Command::Open)
        } else {
            Effect::None
        }
    }

    /// Moves what is under the wheel by a step.
    pub fn turn_wheel(&mut self, target: Option<Target>, steps: isize) -> Effect {
        let command = if steps < 0 {
            Command::Up
        } else {
            Command::Down
        };
        match target {
            Some(Target::Pane(pane) | Target::Item(pane, _)) if self.over.is_none() => {
                let lens = Lens {
                    world: self.world(),
                    filter: &self.filter,
                };
                match pane {
                    Pane::Detail => self.scroll_detail(super::Step::By(steps)),
                    pane => self.areas.step(lens, pane, super::Step::By(steps)),
                }
                Effect::None
            }
            _ => self.update(command),
        }
    }

    /// The selected row and column of what is alone on the screen.
    fn selected_row(&self) -> (usize, usize) {
        let row = match (&self.over, self.view) {
            (Some(Over::Palette(commands) | Over::Help(commands)), _) => commands.selected,
            (Some(Over::Filter(Choices { selected, .. }) | Over::Marks(selected)), _) => *selected,
            (_, View::Matrix) => return (self.matrix.place(), self.matrix.themes.place()),
            (_, View::Map) => self.map.areas.place(),
            (_, View::Timeline) => self.timeline.events.place(),
            (_, View::Compare) => return (self.compare.row, self.compare.column),
            (_, View::Sources) => self.sources.rows.place(),
            (_, View::Search) => self.search.hits.place(),
            (_, View::Areas) => 0,
        };
        (row, 0)
    }

    fn select_row(&mut self, row: usize) {
        match (&mut self.over, self.view) {
            (Some(Over::Palette(commands) | Over::Help(commands)), _) => commands.selected = row,
            (Some(Over::Filter(Choices { selected, .. }) | Over::Marks(selected)), _) => {
                *selected = row
            }
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
