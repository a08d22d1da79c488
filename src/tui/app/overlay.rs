//! What happens in what lies over a view: typing, choosing, running what is chosen.

use super::{App, Effect, iso};
use crate::{
    command::{Command, SaveError},
    dataset::{ItemIndex, ParseDateError, PartialDate},
    query::{
        describe::{name_of, quote},
        facet_options,
    },
    tui::{
        state::{
            date,
            overlay::{Overlay, TextPopup},
            selectable_list::Motion,
            step_of,
        },
        view::text,
    },
};

impl App<'_> {
    pub(super) fn update_overlay(&mut self, command: Command) -> Effect {
        let Some(overlay) = &mut self.overlay else {
            return Effect::None;
        };
        if overlay.types(command) {
            match overlay {
                Overlay::Date(line) => {
                    let typed = line.typed.clone();
                    self.follow_typed_date(&typed);
                }
                Overlay::Jump(_) => self.follow_jump(),
                _ => {}
            }
            return Effect::None;
        }
        match command {
            Command::Back => self.dismiss_overlay(),
            Command::Open => return self.confirm_overlay(),
            Command::Unmark => {
                if let Some(Overlay::Marks(selected)) = self.overlay
                    && selected < self.history.marks.len()
                {
                    self.history.marks.remove(selected);
                    self.scroll_overlay(Motion::By(0));
                }
            }
            Command::PreviousDate => self.step_date(date::earlier(self.dates(), self.as_of)),
            Command::NextDate => self.step_date(date::later(self.dates(), self.as_of)),
            _ => {
                if let Some(step) = step_of(command, self.page()) {
                    self.step_jump(step);
                    self.scroll_overlay(step);
                }
            }
        }
        Effect::None
    }

    pub(super) fn scroll_overlay(&mut self, step: Motion) {
        let lines = text::last_top(self) + 1;
        if let Some(overlay) = &mut self.overlay {
            overlay.step(step, &self.history.marks, lines);
        }
    }

    /// Closes what lies over the view. A date that was only tried is let go, and so is a jump.
    fn dismiss_overlay(&mut self) {
        match self.overlay.take() {
            Some(Overlay::Date(line)) => self.set_as_of(line.before),
            Some(Overlay::Jump(line)) => self.jump_to(line.before),
            _ => {}
        }
    }

    /// Does what is selected in what lies over the view.
    fn confirm_overlay(&mut self) -> Effect {
        let Some(overlay) = self.overlay.take() else {
            return Effect::None;
        };
        match overlay {
            Overlay::Palette(commands) => {
                if let Some(found) = commands.selected(commands.in_all_modes()) {
                    if let Some(view) = found.view {
                        self.go_to(view);
                    }
                    return self.update(found.row.command);
                }
            }
            Overlay::Help(commands) => {
                if let Some(found) = commands.selected(commands.in_mode()) {
                    return self.update(found.row.command);
                }
            }
            Overlay::Date(mut line) => match parse_date_input(&line.typed) {
                Ok(date) => self.set_as_of(date),
                Err(problem) => {
                    line.problem = Some(problem);
                    self.overlay = Some(Overlay::Date(line));
                }
            },
            Overlay::Filter(mut list) => {
                if let Some(choice) = list.choices.get(list.selected) {
                    facet_options::toggle(&mut self.filter, choice);
                    self.follow();
                    list.choices = facet_options::facet_options(self.snapshot(), &self.filter);
                }
                self.overlay = Some(Overlay::Filter(list));
                self.scroll_overlay(Motion::By(0));
            }
            Overlay::Marks(selected) => {
                if let Some(location) = self.history.marks.get(selected).copied() {
                    self.history.leave(self.location());
                    self.restore_location(location);
                }
            }
            Overlay::Save(line) => {
                let (name, item, replace) =
                    (line.typed.trim().to_string(), line.item, line.replace);
                self.overlay = Some(Overlay::Save(line));
                if !name.is_empty() {
                    return Effect::Save {
                        name,
                        item,
                        as_of: self.as_of,
                        replace,
                    };
                }
            }
            Overlay::Jump(_) | Overlay::Text(_) => {}
        }
        Effect::None
    }

    /// While a date is typed the view shows it as soon as it is one.
    fn follow_typed_date(&mut self, typed: &str) {
        if let Ok(date) = parse_date_input(typed) {
            self.set_as_of(date);
        }
    }

    fn step_date(&mut self, date: Option<PartialDate>) {
        self.set_as_of(date);
        if let Some(Overlay::Date(line)) = &mut self.overlay {
            (line.typed, line.problem) = (iso(date), None);
        }
    }

    /// Shows all that is known of something, over the view.
    pub(super) fn show_full_text(&mut self, item: ItemIndex) {
        let reference = self.dataset.reference(item);
        let (title, rest) = (
            name_of(self.snapshot(), item),
            format!("`oa show {reference}` prints all"),
        );
        self.overlay = Some(Overlay::Text(TextPopup::new(
            &title,
            &reference,
            &quote(self.snapshot(), item),
            &rest,
        )));
    }

    pub(super) fn copy(&mut self, text: String) -> Effect {
        self.overlay = Some(Overlay::Text(TextPopup::new(
            "Sent to the clipboard",
            "or select it here, with Shift",
            &text,
            "they were sent, too",
        )));
        Effect::Copy(text)
    }

    /// What came of writing a briefing to a file.
    pub fn saved(&mut self, name: &str, done: Result<(), SaveError>) {
        let Some(Overlay::Save(line)) = &mut self.overlay else {
            return;
        };
        match done {
            Ok(()) => {
                let text = format!("The briefing is in {name}.");
                self.overlay = Some(Overlay::Text(TextPopup {
                    title: "Saved".into(),
                    remark: String::new(),
                    text,
                    top: 0,
                }));
            }
            Err(SaveError::Exists) => {
                line.problem = Some("is there already: Enter replaces it".into());
                line.replace = true;
            }
            Err(SaveError::Failed(reason)) => line.problem = Some(reason),
        }
    }
}

/// The date that is typed; nothing means all that is known.
fn parse_date_input(typed: &str) -> Result<Option<PartialDate>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed
        .trim()
        .parse()
        .map(Some)
        .map_err(|problem: ParseDateError| problem.to_string())
}
