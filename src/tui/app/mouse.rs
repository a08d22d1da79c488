//! Clicks and the mouse wheel.

use super::{App, Effect};
use crate::{
    command::Command,
    tui::hit_targets::{HitTarget, HitTargets},
};

impl App<'_> {
    /// Sets the mouse targets of the frame that was just drawn.
    pub fn set_hit_targets(&mut self, targets: HitTargets) {
        self.hit_targets = Some(targets);
    }

    /// Returns the mouse targets of the last frame; nothing if the state has changed since.
    ///
    /// The indices in old targets may mean other items by now: two clicks can arrive before the first is drawn.
    #[must_use]
    pub fn hit_targets(&self) -> Option<&HitTargets> {
        self.hit_targets.as_ref()
    }

    /// Selects what was clicked. If it is selected already, opens it.
    pub fn click(&mut self, target: HitTarget) -> Effect {
        self.hit_targets = None;
        if let HitTarget::Command(command) = target {
            return self.update(command);
        }
        let was_selected = match &mut self.overlay {
            Some(overlay) if overlay.covers_view() => overlay.state_mut().click(target),
            _ => self.views.get_mut(self.view).click(&self.scope, target),
        };
        if was_selected {
            self.update(Command::Open)
        } else {
            Effect::None
        }
    }

    /// Moves what is under the mouse wheel by a number of steps; negative is up.
    pub fn scroll(&mut self, target: Option<HitTarget>, steps: isize) -> Effect {
        self.hit_targets = None;
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
