//! The screen-reader mode: what is listed, and the moves of the cursor in it.

use super::{App, Effect, Notice, speech_state::SpeechState};
use crate::{
    command::{Command, Key, Mode, View},
    query::describe::quote,
    tui::{
        history::Location,
        overlays::{Overlay, TextPopup},
        selectable_list::Motion,
        speech::{SpokenPage, SpokenRows, list_rows},
    },
};

impl App<'_> {
    /// Returns true in screen-reader mode.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.scope.speaks
    }

    /// Starts or ends the screen-reader mode. The terminal must be told, too: see [`Effect::Speak`].
    pub fn set_speaks(&mut self, speaks: bool) {
        self.forget_clicks();
        (self.scope.speaks, self.scope.zoomed) = (speaks, false);
        self.views.areas.close_page();
        self.enter_page();
        self.resize(self.size());
    }

    pub(super) fn switch_speech(&mut self) -> Effect {
        let speaks = !self.speaks();
        self.set_speaks(speaks);
        self.notice = Some(Notice::done(if speaks {
            "This is the screen-reader mode: one list at a time. F9 ends it"
        } else {
            "The screen-reader mode has ended"
        }));
        Effect::Speak(speaks)
    }

    /// Returns the command of a key that moves through every list, even where what is drawn has no pages.
    pub(super) fn spoken_motion(&self, key: Key) -> Option<Command> {
        let command = match key {
            Key::PageUp => Command::PageUp,
            Key::PageDown => Command::PageDown,
            Key::Home => Command::First,
            Key::End => Command::Last,
            _ => return None,
        };
        self.speaks().then_some(command)
    }

    /// Returns what is listed.
    #[must_use]
    pub(in crate::tui) fn spoken_page(&self) -> SpokenPage<'_> {
        match &self.overlay {
            Some(overlay) => overlay.state().spoken(self.overlay_scope()),
            None => self.views.get(self.view).spoken(&self.scope),
        }
    }

    /// Returns the list behind a prompt, which stays as it is while something is typed.
    #[must_use]
    pub(in crate::tui) fn page_behind_prompt(&self) -> Option<SpokenPage<'_>> {
        Some(match self.overlay.as_ref()? {
            Overlay::Filter(picker) => picker.values_page(),
            _ => self.views.get(self.view).spoken(&self.scope),
        })
    }

    /// Returns the line of a text that has the cursor.
    #[must_use]
    pub(in crate::tui) fn spoken_line(&self) -> usize {
        self.speech.line
    }

    /// Returns true if the cursor is in a field.
    #[must_use]
    pub(in crate::tui) fn is_in_spoken_field(&self) -> bool {
        self.speech.in_field && self.mode().has_text_input()
    }

    /// Returns true while words are typed that change the list.
    #[must_use]
    pub(in crate::tui) fn hides_spoken_rows(&self) -> bool {
        self.speech.hides_rows && self.is_in_spoken_field()
    }

    /// Runs a command. Up and Down change the position of the cursor only, and what was typed counts from Enter on.
    pub(super) fn update_spoken(&mut self, command: Command) -> Effect {
        if matches!(command, Command::Up | Command::Down) {
            return self.run_spoken(command);
        }
        // The list behind a prompt stays, so that it is not spoken again when the prompt closes.
        let has_list_behind = self.overlay.is_some() && self.hides_spoken_rows();
        let before = self.selected_row();
        let effect = self.run_spoken(command);
        self.say_selected(before, has_list_behind && !self.mode().has_text_input());
        effect
    }

    /// Says what is selected, unless it is spoken anyway: screen readers follow the cursor by one row, and read a new list from
    /// its first row. `is_silent` tells that the list was there before.
    fn say_selected(&mut self, before: Option<(String, usize)>, is_silent: bool) {
        let Some((title, selected)) = self.selected_row().filter(|_| self.notice.is_none()) else {
            return;
        };
        let is_same_list = before.as_ref().is_some_and(|(before, _)| *before == title);
        let is_new = if is_same_list {
            before.is_some_and(|(_, before)| before != selected)
        } else {
            selected > 0 || is_silent
        };
        if is_new && let Some(sentence) = self.selected_sentence() {
            self.notice = Some(Notice::done(sentence));
        }
    }

    /// Returns the title of the list that has the cursor, and the index of its selected row.
    fn selected_row(&self) -> Option<(String, usize)> {
        let page = self.spoken_page();
        match page.rows {
            SpokenRows::List {
                count, selected, ..
            } if count > 0 && !self.is_in_spoken_field() => Some((page.title, selected)),
            _ => None,
        }
    }

    fn selected_sentence(&self) -> Option<String> {
        let columns = usize::from(self.size().width);
        self.spoken_page().selected_sentence(columns)
    }

    fn run_spoken(&mut self, command: Command) -> Effect {
        let mode = self.mode();
        match command {
            _ if ends_typing(command) && self.hides_spoken_rows() => {
                if let Some(effect) = self.end_typing(mode, command) {
                    return effect;
                }
            }
            Command::Copy | Command::CopyReference
                if self.overlay.is_none() && !self.has_no_item() =>
            {
                self.forget_clicks();
                self.show_text_to_copy(command);
                return Effect::None;
            }
            Command::Zoom => {
                self.notify("There is one list at a time.");
                return Effect::None;
            }
            _ => {}
        }
        if !command.edits_text() && self.move_spoken(command) {
            if !matches!(command, Command::Up | Command::Down) {
                self.notice = None;
            }
            return Effect::None;
        }
        if command == Command::Open && self.is_in_spoken_field() {
            let snapshot = self.snapshot();
            // A date may have been chosen from the list before.
            if let Some(Overlay::Date(prompt)) = &mut self.overlay {
                prompt.use_entry(snapshot);
            }
        }
        let before = self.page_place();
        let effect = self.run(command);
        if command.edits_text() && self.mode().has_text_input() {
            self.speech.in_field = true;
            self.speech.hides_rows = true;
        } else if self.page_place() != before {
            self.enter_page();
        }
        if command == Command::Open {
            self.say_problem();
        }
        effect
    }

    /// Says why a prompt did not do what was asked.
    pub(super) fn say_problem(&mut self) {
        let problem = match &self.overlay {
            Some(Overlay::Date(prompt)) => prompt.problem().map(String::from),
            Some(Overlay::Save(prompt)) => prompt.problem(),
            _ => None,
        };
        if let Some(text) = problem {
            self.notify(&*text);
        }
    }

    /// Shows what was typed for. Returns the effect, unless the view or the popup itself does it.
    fn end_typing(&mut self, mode: Mode, command: Command) -> Option<Effect> {
        let count = match self.spoken_page().rows {
            SpokenRows::List { count, .. } => count,
            SpokenRows::Text(_) => 1,
        };
        match mode {
            Mode::View(View::Search) => self.hear_results(),
            Mode::Date | Mode::Save if command == Command::Open => return None,
            Mode::Save => {}
            // A single match is meant.
            Mode::Palette | Mode::Help | Mode::Jump | Mode::FindValue
                if command == Command::Open && count == 1 =>
            {
                return None;
            }
            Mode::RowFilter => {
                let effect = self.run(Command::Open);
                self.enter_page();
                return Some(effect);
            }
            _ => (self.speech.in_field, self.speech.hides_rows) = (count == 0, false),
        }
        if count == 0
            && matches!(
                mode,
                Mode::Palette | Mode::Help | Mode::Jump | Mode::FindValue
            )
        {
            self.notify("Nothing has a name like this.");
        }
        Some(Effect::None)
    }

    /// Goes from the field of the search to its results.
    pub(super) fn hear_results(&mut self) {
        if self.speaks() && self.view == View::Search {
            self.notice = None;
            let has_results = self.views.search.enter_results();
            (self.speech.in_field, self.speech.hides_rows) = (!has_results, false);
        }
    }

    /// Opens the details of an item that was chosen elsewhere, in screen-reader mode. Returns whether it did.
    pub(super) fn open_spoken_details(&mut self) -> bool {
        let opens = self.speaks() && self.view == View::Areas && self.overlay.is_none();
        if opens {
            self.views.areas.open_full_text();
        }
        opens
    }

    /// Moves the cursor. Returns false if the command is none that does.
    fn move_spoken(&mut self, command: Command) -> bool {
        let page = self.spoken_page();
        let rows = list_rows(self.size());
        let Some(motion) = Motion::from_command(command, rows.cast_signed()) else {
            return false;
        };
        let count = page.count(usize::from(self.size().width));
        let has_field = page.field.is_some() && self.mode().has_text_input();
        let selected = match page.rows {
            SpokenRows::List { selected, .. } => selected,
            SpokenRows::Text(_) => self.speech.line,
        };
        let is_text = matches!(page.rows, SpokenRows::Text(_));
        drop(page);
        self.forget_clicks();
        let is_in_field = has_field && self.speech.in_field;
        if is_in_field {
            self.speech.in_field = motion == Motion::By(-1) || count == 0;
        } else if has_field && selected == 0 && motion == Motion::By(-1) {
            self.speech.in_field = true;
        }
        let index = if is_in_field || self.speech.in_field && has_field {
            selected
        } else {
            motion.apply(selected, count)
        };
        if is_text {
            self.speech.line = index;
        } else if !self.speech.in_field || !has_field {
            self.select_spoken(index);
        }
        true
    }

    fn select_spoken(&mut self, index: usize) {
        if let Some(overlay) = &mut self.overlay {
            overlay.state_mut().select_spoken(index);
        } else {
            let view = self.views.get_mut(self.view);
            view.select_spoken(&self.scope, index);
        }
    }

    /// Starts at the beginning of a page: in its field, if it has one.
    fn enter_page(&mut self) {
        let mode = self.mode();
        // The help is a list to read.
        let in_field = mode.has_text_input() && mode != Mode::Help;
        self.speech = SpeechState {
            line: 0,
            in_field,
            hides_rows: in_field,
        };
    }

    /// Returns what tells a page from others.
    fn page_place(&self) -> (Mode, Option<Location>) {
        let is_text = matches!(self.spoken_page().rows, SpokenRows::Text(_));
        (self.mode(), is_text.then(|| self.location()))
    }

    /// Shows the text of the selected item, or its reference, line by line. The clipboard of a terminal is out of reach for
    /// many screen readers, and some would read out what is sent to it.
    fn show_text_to_copy(&mut self, command: Command) {
        let item = self.selected_item();
        let text = match command {
            Command::Copy => quote(self.snapshot(), item),
            _ => self.dataset().reference(item).into_owned(),
        };
        let popup = TextPopup::new("Text to copy", "", &text, "oa show prints them");
        self.overlay = Some(Overlay::Text(popup));
        self.notice = None;
        self.enter_page();
    }
}

/// Returns true for Enter, and for moves from a field to the list below it.
fn ends_typing(command: Command) -> bool {
    command == Command::Open || Motion::from_command(command, 1).is_some()
}
