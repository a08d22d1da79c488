//! Keys, and the prompts that they open.

use super::{App, Effect};
use crate::{
    command::{Command, Key},
    tui::overlays::{CommandList, CommandPicker, DatePrompt, JumpPrompt, Overlay, SavePrompt},
};

impl App<'_> {
    /// Runs the command of a key in the current mode. If there is none, says how to find the keys. Enter searches for a
    /// question that was typed without a field.
    pub fn press(&mut self, key: Key) -> Effect {
        if key == Key::Enter
            && let Some(question) = self.typed_question()
        {
            let question = question.to_string();
            return self.search_for_question(question);
        }
        if let Some(effect) = self.continue_question(key) {
            return effect;
        }
        let mode = self.mode();
        let command = Command::from_key(mode, key).or_else(|| self.spoken_motion(key));
        let effect = match command {
            Some(Command::Quit) if self.keeps_from_quitting(key) => Effect::None,
            Some(command) => {
                if matches!(key, Key::Char(_)) && !mode.has_text_input() {
                    self.keep_earlier(command);
                }
                self.update(command)
            }
            None => {
                self.on_unbound_key(&key.to_string());
                Effect::None
            }
        };
        self.remember_key(key, mode, command);
        if key == Key::Char(' ')
            && let Some(question) = self.certain_question()
        {
            return self.search_for_question(question);
        }
        // A prompt shows the question itself.
        if command.is_none() || self.notice.is_none() {
            self.offer_question();
        }
        effect
    }

    pub(super) fn open_commands(&mut self, list: CommandList) {
        let hidden_views = self.hidden_views.clone();
        let picker = CommandPicker::new(list, self.mode(), self.kiosk, hidden_views);
        self.overlay = Some(Overlay::Commands(picker));
    }

    pub(super) fn open_date_prompt(&mut self) {
        let suggested = self.views.get(self.view).suggested_date(&self.scope);
        let prompt = DatePrompt::new(self.snapshot(), self.as_of(), suggested);
        self.overlay = Some(Overlay::Date(prompt));
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
}
