//! Keys, and the prompts that they open.

use super::{App, Effect};
use crate::{
    command::{Command, Key},
    dataset::AreaIndex,
    tui::overlays::{JumpPrompt, Overlay, SavePrompt},
};

impl App<'_> {
    /// Runs the command of a key in the current mode. If there is none, says how to find the keys.
    pub fn press(&mut self, key: Key) -> Effect {
        let Some(command) = Command::from_key(self.mode(), key) else {
            self.on_unbound_key(&key.to_string());
            return Effect::None;
        };
        let effect = self.update(command);
        // People type a question where there is no field. The prompt then gives back all of it.
        if let (Command::Save, Key::Char(typed), Some(Overlay::Save(prompt))) =
            (command, key, &mut self.overlay)
        {
            prompt.on_opened_by(typed);
        }
        effect
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
