//! What happens in what lies over a view: typing, choosing, running what is chosen.

use super::{App, Effect, iso};
use crate::{
    command::{Command, NotSaved},
    dataset::{PartialDate, Slot, date::BadDate},
    query::{
        choices,
        describe::{name_of, quote},
    },
    tui::{
        state::{
            date,
            over::{Over, TextPage},
            selection::Step,
            step_of,
        },
        view::text,
    },
};

impl App<'_> {
    pub(super) fn update_over(&mut self, command: Command) -> Effect {
        let Some(over) = &mut self.over else {
            return Effect::None;
        };
        if over.types(command) {
            match over {
                Over::Date(line) => {
                    let typed = line.typed.clone();
                    self.follow_typed_date(&typed);
                }
                Over::Jump(_) => self.follow_jump(),
                _ => {}
            }
            return Effect::None;
        }
        match command {
            Command::Back => self.close_over(),
            Command::Open => return self.enter_over(),
            Command::Unmark => {
                if let Some(Over::Marks(selected)) = self.over
                    && selected < self.places.marks.len()
                {
                    self.places.marks.remove(selected);
                    self.step_over(Step::By(0));
                }
            }
            Command::Earlier => self.step_date(date::earlier(self.dates(), self.as_of)),
            Command::Later => self.step_date(date::later(self.dates(), self.as_of)),
            _ => {
                if let Some(step) = step_of(command, self.page()) {
                    self.step_jump(step);
                    self.step_over(step);
                }
            }
        }
        Effect::None
    }

    pub(super) fn step_over(&mut self, step: Step) {
        let lines = text::last_top(self) + 1;
        if let Some(over) = &mut self.over {
            over.step(step, &self.places.marks, lines);
        }
    }

    /// Closes what lies over the view. A date that was only tried is let go, and so is a jump.
    fn close_over(&mut self) {
        match self.over.take() {
            Some(Over::Date(line)) => self.look_back(line.before),
            Some(Over::Jump(line)) => self.jump_to(line.before),
            _ => {}
        }
    }

    /// Does what is selected in what lies over the view.
    fn enter_over(&mut self) -> Effect {
        let Some(over) = self.over.take() else {
            return Effect::None;
        };
        match over {
            Over::Palette(commands) => {
                if let Some(found) = commands.selected(commands.everywhere()) {
                    if let Some(view) = found.view {
                        self.go_to(view);
                    }
                    return self.update(found.row.command);
                }
            }
            Over::Help(commands) => {
                if let Some(found) = commands.selected(commands.here()) {
                    return self.update(found.row.command);
                }
            }
            Over::Date(mut line) => match typed_date(&line.typed) {
                Ok(date) => self.look_back(date),
                Err(problem) => {
                    line.problem = Some(problem);
                    self.over = Some(Over::Date(line));
                }
            },
            Over::Filter(mut list) => {
                if let Some(choice) = list.choices.get(list.selected) {
                    choices::toggle(&mut self.filter, choice);
                    self.follow();
                    list.choices = choices::choices(self.world(), &self.filter);
                }
                self.over = Some(Over::Filter(list));
                self.step_over(Step::By(0));
            }
            Over::Marks(selected) => {
                if let Some(place) = self.places.marks.get(selected).copied() {
                    self.places.leave(self.place());
                    self.stand_at(place);
                }
            }
            Over::Save(line) => {
                let (name, slot, replace) =
                    (line.typed.trim().to_string(), line.slot, line.replace);
                self.over = Some(Over::Save(line));
                if !name.is_empty() {
                    return Effect::Save {
                        name,
                        slot,
                        as_of: self.as_of,
                        replace,
                    };
                }
            }
            Over::Jump(_) | Over::Text(_) => {}
        }
        Effect::None
    }

    /// While a date is typed the view shows it as soon as it is one.
    fn follow_typed_date(&mut self, typed: &str) {
        if let Ok(date) = typed_date(typed) {
            self.look_back(date);
        }
    }

    fn step_date(&mut self, date: Option<PartialDate>) {
        self.look_back(date);
        if let Some(Over::Date(line)) = &mut self.over {
            (line.typed, line.problem) = (iso(date), None);
        }
    }

    /// Shows all that is known of something, over the view.
    pub(super) fn show_whole(&mut self, slot: Slot) {
        let reference = self.dataset.reference(slot);
        let (title, rest) = (
            name_of(self.world(), slot),
            format!("`oa show {reference}` prints all"),
        );
        self.over = Some(Over::Text(TextPage::new(
            &title,
            &reference,
            &quote(self.world(), slot),
            &rest,
        )));
    }

    pub(super) fn copy(&mut self, text: String) -> Effect {
        self.over = Some(Over::Text(TextPage::new(
            "Sent to the clipboard",
            "or select it here, with Shift",
            &text,
            "they were sent, too",
        )));
        Effect::Copy(text)
    }

    /// What came of writing a briefing to a file.
    pub fn saved(&mut self, name: &str, done: Result<(), NotSaved>) {
        let Some(Over::Save(line)) = &mut self.over else {
            return;
        };
        match done {
            Ok(()) => {
                let text = format!("The briefing is in {name}.");
                self.over = Some(Over::Text(TextPage {
                    title: "Saved".into(),
                    remark: String::new(),
                    text,
                    top: 0,
                }));
            }
            Err(NotSaved::Exists) => {
                line.problem = Some("is there already: Enter replaces it".into());
                line.replace = true;
            }
            Err(NotSaved::Failed(reason)) => line.problem = Some(reason),
        }
    }
}

/// The date that is typed; nothing means all that is known.
fn typed_date(typed: &str) -> Result<Option<PartialDate>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed
        .trim()
        .parse()
        .map(Some)
        .map_err(|problem: BadDate| problem.to_string())
}
