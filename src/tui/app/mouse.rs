//! Clicks and the mouse wheel.

use super::{App, Effect};
use crate::{
    command::Command,
    tui::{
        mouse_targets::{MouseTarget, MouseTargets},
        overlays::Overlay,
    },
};

impl App<'_> {
    /// Sets the mouse targets of the frame that was just drawn.
    pub fn set_mouse_targets(&mut self, targets: MouseTargets) {
        self.mouse_targets = Some(targets);
    }

    /// Returns the mouse targets of the last frame; nothing if the state has changed since.
    ///
    /// The indices in old targets may mean other items by now: two clicks can arrive before the first is drawn.
    #[must_use]
    pub fn mouse_targets(&self) -> Option<&MouseTargets> {
        self.mouse_targets.as_ref()
    }

    /// Selects what was clicked. If it is selected already, opens it.
    pub fn click(&mut self, target: MouseTarget) -> Effect {
        (self.mouse_targets, self.notice) = (None, None);
        if self.overlay.as_ref().is_some_and(Overlay::is_prompt) {
            return self.click_beside_prompt(target);
        }
        if let MouseTarget::Command(command) = target {
            return self.update(command);
        }
        let was_selected = match &mut self.overlay {
            Some(overlay) => overlay.state_mut().click(target),
            None => self.views.get_mut(self.view).click(&self.scope, target),
        };
        if was_selected {
            self.update(Command::Open)
        } else {
            Effect::None
        }
    }

    /// Closes the prompt, as Esc does, unless a key in the footer was clicked. A click never confirms: the view selects
    /// what was clicked only when nothing is being typed.
    fn click_beside_prompt(&mut self, target: MouseTarget) -> Effect {
        match target {
            MouseTarget::Command(Command::Open) => Effect::None,
            MouseTarget::Command(Command::View(view)) => {
                let _ = self.update(Command::Back);
                self.update(Command::View(view))
            }
            MouseTarget::Command(command) => self.update(command),
            _ => self.update(Command::Back),
        }
    }

    /// Moves what is under the mouse wheel by a number of steps; negative is up.
    pub fn scroll(&mut self, target: Option<MouseTarget>, steps: isize) -> Effect {
        (self.mouse_targets, self.notice) = (None, None);
        if let (None, Some(target)) = (&self.overlay, target)
            && self
                .views
                .get_mut(self.view)
                .scroll(&self.scope, target, steps)
        {
            return Effect::None;
        }
        self.update(if steps < 0 {
            Command::Up
        } else {
            Command::Down
        })
    }
}
