//! The prompt for a name in the view's list.

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
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

/// A name that is being typed. The view selects the best match meanwhile.
#[derive(Debug, Clone)]
pub(crate) struct JumpPrompt {
    input: TextInput,
    /// The names of the list.
    names: Vec<String>,
    /// The index of the item that was selected before.
    before: usize,
    /// The indices of the items that match, the best first.
    matches: Vec<usize>,
    /// Which of the matches is selected.
    selected: usize,
}

impl JumpPrompt {
    /// Creates a prompt for a list with the item at index `before` selected.
    #[must_use]
    pub(crate) fn new(names: Vec<String>, before: usize) -> Self {
        Self {
            input: TextInput::default(),
            names,
            before,
            matches: Vec::new(),
            selected: 0,
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
                return Response::stay(AppAction::SelectIndex(self.find()));
            }
        } else if let Some(motion) = Motion::from_command(command, 1) {
            self.selected = motion.apply(self.selected, self.matches.len());
            if let Some(&index) = self.matches.get(self.selected) {
                return Response::stay(AppAction::SelectIndex(index));
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
        let all: Vec<usize> = (0..self.names.len()).collect();
        let (shown, selected) = if typed {
            (&self.matches, self.selected)
        } else {
            (&all, self.before)
        };
        let status = format!("{} of {}", shown.len(), self.names.len());
        popup.render("Jump to a name in the list", &status, context);
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
