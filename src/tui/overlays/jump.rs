//! The prompt for a name in the view's list.

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    dataset::ItemIndex,
    query::search::prefix_rank,
    text::{elide_end, wrap},
    tui::{
        action::AppAction,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        styles::StyleRole,
        widgets::{PopupArea, PopupRows, RenderContext, TextInput, render_field, text_of},
    },
};

/// The size of the popup with its frame.
const WIDTH: u16 = 56;
const HEIGHT: u16 = 15;

/// The rank of a name that does not start as typed, but contains it: see [`prefix_rank`].
const CONTAINS: u8 = 2;

/// A name that is being typed. The view selects the best match meanwhile.
#[derive(Debug, Clone)]
pub(crate) struct JumpPrompt {
    input: TextInput,
    /// The names of the list, and those of the items in other lists.
    names: Vec<String>,
    /// The items in other lists, such as the areas beside a list of facts.
    others: Vec<ItemIndex>,
    /// True if an item in another list is selected.
    is_elsewhere: bool,
    /// The index of the item that was selected before.
    before: usize,
    /// The indices of the items that match, the best first.
    matches: Vec<usize>,
    /// Which of the matches is selected.
    selected: usize,
}

impl JumpPrompt {
    /// Creates a prompt for a list with the item at index `before` selected. The items in other lists are found if no name
    /// in the list starts as typed.
    #[must_use]
    pub(crate) fn new(
        mut names: Vec<String>,
        before: usize,
        others: Vec<(String, ItemIndex)>,
    ) -> Self {
        let (other_names, others): (Vec<_>, Vec<_>) = others.into_iter().unzip();
        names.extend(other_names);
        Self {
            input: TextInput::default(),
            names,
            others,
            is_elsewhere: false,
            before,
            matches: Vec::new(),
            selected: 0,
        }
    }

    /// Returns the number of names in the list itself.
    fn list_count(&self) -> usize {
        self.names.len() - self.others.len()
    }

    /// Selects the item of a name.
    fn select(&mut self, name: usize) -> AppAction {
        let other = name.checked_sub(self.list_count());
        let was_elsewhere = std::mem::replace(&mut self.is_elsewhere, other.is_some());
        match other.and_then(|other| self.others.get(other)) {
            Some(&item) => AppAction::SelectItem(item),
            None if was_elsewhere => AppAction::ReturnToIndex(name),
            None => AppAction::SelectIndex(name),
        }
    }

    /// Finds the names that match, and returns the index of the best; without a match, that of the item selected before.
    fn find(&mut self) -> usize {
        let typed = self.input.text();
        let mut ranked: Vec<(u8, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((prefix_rank(typed, name)?, index)))
            .collect();
        let count = self.list_count();
        if ranked
            .iter()
            .any(|&(rank, index)| rank < CONTAINS && index < count)
        {
            ranked.retain(|&(_, index)| index < count);
        }
        ranked.sort_unstable();
        self.matches = ranked.into_iter().map(|(_, index)| index).collect();
        self.selected = 0;
        self.matches.first().copied().unwrap_or(self.before)
    }
}

impl OverlayState for JumpPrompt {
    fn mode(&self) -> Mode {
        Mode::Jump
    }

    fn update(&mut self, _: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => return Response::close(AppAction::CancelPreview),
            Command::Open if self.matches.is_empty() && !self.input.text().trim().is_empty() => {
                return Response::stay(AppAction::None);
            }
            Command::Open => return Response::close(AppAction::None),
            _ => {}
        }
        if let Some(change) = self.input.update(command) {
            if change.value {
                let best = self.find();
                return Response::stay(self.select(best));
            }
        } else if let Some(motion) = Motion::from_command(command, 1) {
            self.selected = motion.apply(self.selected, self.matches.len());
            if let Some(&index) = self.matches.get(self.selected) {
                return Response::stay(self.select(index));
            }
        }
        Response::stay(AppAction::None)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        let MouseTarget::Row(row) = target else {
            return false;
        };
        let index = self.matches.iter().position(|&item| item == row);
        index.is_some_and(|index| std::mem::replace(&mut self.selected, index) == index)
    }

    fn render(&self, _: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let popup = PopupArea::new(body, WIDTH, HEIGHT);
        let typed = !self.input.text().trim().is_empty();
        let all: Vec<usize> = (0..self.list_count()).collect();
        let (shown, selected) = if typed {
            (&self.matches, self.selected)
        } else {
            (&all, self.before)
        };
        let count = self.list_count();
        let (title, total) = if shown.first().is_some_and(|&name| name >= count) {
            ("Jump to an area", self.names.len())
        } else {
            ("Jump to a name in the list", count)
        };
        let status = format!("{} of {total}", shown.len());
        popup.render(title, &status, context);
        let top = u16::from(popup.inner.height >= HEIGHT - 2);
        render_field(&self.input, popup.row(top), shown.is_empty(), context);
        let area = popup.rows(2 * top + 1, 0);
        if shown.is_empty() {
            let text = text_of(area);
            let columns = usize::from(text.width);
            let empty = "No name starts like this. Press Esc, and then / to search everything.";
            for (y, line) in (text.y..text.bottom()).zip(wrap(empty, columns)) {
                context.put_str(text.x, y, &line, columns, StyleRole::Dim);
            }
            return;
        }
        let rows = PopupRows {
            area,
            count: shown.len(),
            selected,
            focused: true,
        };
        rows.render(context, |index, row, role, context| {
            let columns = usize::from(row.width);
            let name = elide_end(&self.names[shown[index]], columns);
            context.put_str(row.x, row.y, &name, columns, role);
            context.add_target(row, MouseTarget::Row(shown[index]));
        });
    }
}
