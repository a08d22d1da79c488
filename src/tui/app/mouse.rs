//! Clicks and the mouse wheel.

use super::{App, Effect, typed_words::TypedWords};
use crate::{
    command::{Command, Mode},
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

    /// Forgets what the last frame and the last click were about, as the state has changed since.
    pub(super) fn forget_clicks(&mut self) {
        (self.mouse_targets, self.last_click) = (None, None);
    }

    /// Selects what was clicked. If it was selected with the click before, opens it. What is selected when a list opens is not
    /// opened by the first click: nobody has chosen it yet.
    pub fn click(&mut self, target: MouseTarget) -> Effect {
        let last_click = self.last_click;
        self.forget_clicks();
        (self.notice, self.copied) = (None, None);
        self.typed = TypedWords::default();
        let is_prompt = self.overlay.as_ref().is_some_and(Overlay::is_prompt);
        match target {
            // A click never confirms a prompt.
            MouseTarget::Command(Command::Open) if is_prompt => return Effect::None,
            MouseTarget::Command(Command::View(view)) if self.overlay.is_some() => {
                let _ = self.update(Command::Back);
                // The field of the filter returns to its list.
                self.overlay = None;
                return self.update(Command::View(view));
            }
            MouseTarget::Command(command) => return self.update(command),
            MouseTarget::Beside => return self.update(Command::Back),
            _ => {}
        }
        let was_selected = match &mut self.overlay {
            Some(overlay) => overlay.state_mut().click(target),
            None => self.views.get_mut(self.view).click(&self.scope, target),
        };
        let mode = self.mode();
        let effect = if was_selected && last_click == Some(target) && !is_prompt {
            self.update(if mode == Mode::Filter {
                Command::Toggle
            } else {
                Command::Open
            })
        } else {
            Effect::None
        };
        // Rows of another list may be where the clicked one was.
        self.last_click = Some(target).filter(|_| self.mode() == mode);
        effect
    }

    /// Moves what is under the mouse wheel by a number of steps; negative is up.
    pub fn scroll(&mut self, target: Option<MouseTarget>, steps: isize) -> Effect {
        self.forget_clicks();
        (self.notice, self.copied) = (None, None);
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
