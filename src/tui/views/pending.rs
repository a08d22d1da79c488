//! The place of a view that has no content yet. No dataset offers it.

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::Command,
    dataset::ItemIndex,
    tui::{
        action::AppAction, layout::ViewRects, mouse_targets::MouseTarget, widgets::RenderContext,
    },
};

/// A view without content.
#[derive(Debug, Clone, Default)]
pub(crate) struct PendingView;

impl ViewState for PendingView {
    fn refresh(&mut self, _: &ViewScope) {}

    fn update(&mut self, _: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Back => AppAction::LeaveView,
            _ => AppAction::None,
        }
    }

    fn selected_item(&self) -> ItemIndex {
        ItemIndex::Programme
    }

    fn is_empty(&self) -> bool {
        true
    }

    fn select_item(&mut self, _: &ViewScope, _: ItemIndex) -> bool {
        false
    }

    fn click(&mut self, _: &ViewScope, _: MouseTarget) -> bool {
        false
    }

    fn render(&self, _: &ViewScope, _: &ViewRects, _: &mut RenderContext) {}
}
