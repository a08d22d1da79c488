//! The trait of all views.

use super::scope::ViewScope;
use crate::{
    command::{Command, Mode, SaveSubject},
    dataset::{AreaIndex, ItemIndex, PartialDate},
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::SelectableList,
        speech::SpokenPage,
        widgets::{RenderContext, TextInput},
    },
};

/// A view: a way to look at the programme. Its state changes only in these methods.
pub(crate) trait ViewState {
    /// Rebuilds the lists for the current date and filter, keeping the selection where possible.
    fn refresh(&mut self, scope: &ViewScope);

    /// Prepares the view when the user switches to it, coming from an item of `area`.
    fn enter(&mut self, _scope: &ViewScope, _area: Option<AreaIndex>) {}

    /// Adapts the view to the size of the screen.
    fn resize(&mut self, _scope: &ViewScope) {}

    /// Runs a command, and returns what else the app must do.
    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction;

    /// Returns the mode of the part of the view that receives the keys, if it is not that of the view itself.
    fn mode(&self) -> Option<Mode> {
        None
    }

    /// Returns the input that receives typed text, if the view has one.
    fn text_input(&mut self) -> Option<&mut TextInput> {
        None
    }

    /// Returns the selected item; the programme if the view is empty.
    fn selected_item(&self) -> ItemIndex;

    /// Returns the subject of a file that is saved from the view: a briefing on the selected item, or what is shown.
    fn save_subject(&self) -> SaveSubject {
        SaveSubject::Item(self.selected_item())
    }

    /// Returns the date that the prompt for a date suggests: that from which the selected item is known.
    fn suggested_date(&self, _scope: &ViewScope) -> Option<PartialDate> {
        None
    }

    /// Goes back to the top level of the view, which its number opens. Returns true if another level was shown.
    fn go_home(&mut self, _scope: &ViewScope) -> bool {
        false
    }

    /// Returns what Esc shows again before it leaves the view, such as `whole map`: the level that [`ViewState::go_home`]
    /// goes back to, where moving out is not a key of the level itself.
    fn escape_label(&self) -> Option<&'static str> {
        None
    }

    /// Returns true if rows are filtered by typed words, which going back clears first.
    fn has_words(&self) -> bool {
        false
    }

    /// Returns true if the view shows no item that could be opened, copied or saved.
    fn is_empty(&self) -> bool {
        false
    }

    /// Returns true if the view is empty because of typed words, for which Enter searches everything.
    fn is_searchable(&self) -> bool {
        false
    }

    /// Selects an item. Returns false, and changes nothing, if the view does not show it.
    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool;

    /// Returns the item under which the selected one is shown, if it may be shown under others too.
    fn context(&self) -> Option<ItemIndex> {
        None
    }

    /// Restores a visited or bookmarked location as far as it is still shown. Returns whether its item is selected.
    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        self.select_item(scope, location.item)
    }

    /// Returns the index of the selected item in the list that [`ViewState::names`] names; none if the view has no such list.
    fn selected_index(&self) -> Option<usize> {
        None
    }

    /// Returns the names of the items, to jump to one by its name.
    fn names(&self, _scope: &ViewScope) -> Vec<String> {
        Vec::new()
    }

    /// Returns the names of items in other lists of the view, to jump to where the list itself has no such name.
    fn other_names(&self, _scope: &ViewScope) -> Vec<(String, ItemIndex)> {
        Vec::new()
    }

    /// Selects the item at an index of the named list.
    fn select_index(&mut self, _scope: &ViewScope, _index: usize) {}

    /// Selects what was clicked. Returns whether it was selected already: a second click opens it.
    fn click(&mut self, scope: &ViewScope, target: MouseTarget) -> bool;

    /// Moves what is under the mouse wheel. Returns whether that differs from what the arrow keys move.
    fn scroll(&mut self, _scope: &ViewScope, _target: MouseTarget, _steps: isize) -> bool {
        false
    }

    /// Returns what the view lists in screen-reader mode. Nothing in it but the selected index may depend on what is selected,
    /// so that a move changes the cursor only.
    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p>;

    /// Selects the item at an index of that list.
    fn select_spoken(&mut self, scope: &ViewScope, index: usize) {
        self.select_index(scope, index);
    }

    /// Returns false if the view would be the same without the filter.
    fn follows_filter(&self, _scope: &ViewScope) -> bool {
        true
    }

    /// Renders the view.
    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext);
}

/// Selects the row of a list that was clicked. Returns whether it was selected already.
pub(super) fn click_row<T: Copy + PartialEq>(
    list: &mut SelectableList<T>,
    target: MouseTarget,
) -> bool {
    match target {
        MouseTarget::Row(row) => list.click(row),
        _ => false,
    }
}
