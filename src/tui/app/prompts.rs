//! Keys, and the prompts that they open.

use super::{App, Effect, typed_words::TypedWords};
use crate::{
    command::{Command, Key, Mode},
    dataset::AreaIndex,
    text::elide_end,
    tui::{
        action::AppAction,
        overlays::{JumpPrompt, Overlay, SavePrompt},
    },
};

/// Most columns of a question in the footer.
const MAX_QUESTION_WIDTH: usize = 40;

impl App<'_> {
    /// Runs the command of a key in the current mode. If there is none, says how to find the keys. Enter searches for a
    /// question that was typed without a field.
    pub fn press(&mut self, key: Key) -> Effect {
        if key == Key::Enter
            && let Some(question) = self.typed_question()
        {
            let question = question.to_string();
            let _ = self.update(Command::Back);
            self.overlay = None;
            self.typed = TypedWords::default();
            return self.perform(AppAction::Search(question));
        }
        let mode = self.mode();
        // The mark at the end of a question is part of it.
        let ends_question =
            key == Key::Char('?') && !mode.has_text_input() && self.typed_question().is_some();
        let command = Command::from_key(mode, key).filter(|_| !ends_question);
        let effect = if let Some(command) = command {
            self.update(command)
        } else {
            self.on_unbound_key(&key.to_string());
            Effect::None
        };
        self.remember_key(key, mode, command);
        // A prompt shows the question itself.
        if (command.is_none() || self.notice.is_none())
            && !self.mode().has_text_input()
            && let Some(question) = self.typed_question()
        {
            let question = elide_end(question, MAX_QUESTION_WIDTH);
            self.notify(&*format!("Press Enter to search for “{question}”"));
        }
        effect
    }

    /// Returns the question that was typed without a field, if Enter searches for it.
    pub(in crate::tui) fn typed_question(&self) -> Option<&str> {
        self.typed.question()
    }

    /// Remembers a key that was pressed in `mode`, and its command.
    fn remember_key(&mut self, key: Key, mode: Mode, command: Option<Command>) {
        match key {
            Key::Char(typed) if !mode.has_text_input() => {
                self.typed.push(typed, command.is_some());
            }
            // The key that opened a prompt stays the start of what is edited in it.
            _ if mode.has_text_input()
                && self.mode() == mode
                && command != Some(Command::ClearInput) => {}
            _ => self.typed = TypedWords::default(),
        }
        self.look_for_question();
    }

    pub(super) fn look_for_question(&mut self) {
        let mode = self.mode();
        if !mode.has_text_input() {
            self.typed.look_for_question();
            return;
        }
        let prompt = self.overlay.as_ref().map(Overlay::state);
        let entry = prompt.and_then(|prompt| prompt.refused_entry());
        // No date is without a number.
        let is_likely = mode == Mode::Date
            && entry.is_some_and(|entry| !entry.contains(|typed: char| typed.is_ascii_digit()));
        self.typed
            .look_for_question_in_prompt(self.scope.dataset, entry, is_likely);
    }

    pub(super) fn open_save_prompt(&mut self) {
        let subject = self.views.get(self.view).save_subject();
        let prompt = SavePrompt::new(self.snapshot(), subject);
        self.overlay = Some(Overlay::Save(prompt));
    }

    pub(super) fn open_jump_prompt(&mut self) {
        let view = self.views.get(self.view);
        if let Some(before) = view.selected_index() {
            let (names, others) = (view.names(&self.scope), view.other_names(&self.scope));
            self.start_preview();
            self.overlay = Some(Overlay::Jump(JumpPrompt::new(names, before, others)));
        }
    }

    pub(super) fn open_area_prompt(&mut self, areas: Vec<AreaIndex>, selected: usize) {
        let prompt = JumpPrompt::to_add(self.dataset(), areas, selected);
        self.overlay = Some(Overlay::Jump(prompt));
    }
}
