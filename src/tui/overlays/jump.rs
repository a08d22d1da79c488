//! The prompt for a name: in the view's list, or of an area to compare.

mod speech;

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    dataset::{AreaIndex, Dataset, ItemIndex},
    query::search::NamePrefix,
    text::elide_end,
    tui::{
        action::AppAction,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        speech::SpokenPage,
        styles::StyleRole,
        widgets::{PopupArea, PopupRows, RenderContext, TextInput, render_field, text_of},
    },
};

/// The size of the popup with its frame.
const WIDTH: u16 = 56;
const HEIGHT: u16 = 15;

/// The rank of a name that does not start as typed, but contains it: see [`NamePrefix::rank`].
const CONTAINS: u8 = 2;

/// The use of the name that is chosen.
#[derive(Debug, Clone)]
enum Purpose {
    /// The view selects the best match while the name is typed.
    Jump,
    /// Enter adds an area to the comparison. There is one for each name.
    Add {
        areas: Vec<AreaIndex>,
        /// The title of the popup.
        title: String,
    },
}

impl Purpose {
    fn no_match(&self) -> &'static str {
        match self {
            Self::Jump => "No name starts like this. Press Esc, and then / to search everything.",
            Self::Add { .. } => {
                "No other area has a name like this. Press Esc, and then / to search everything."
            }
        }
    }
}

/// A name that is being typed.
#[derive(Debug, Clone)]
pub(crate) struct JumpPrompt {
    input: TextInput,
    /// The names of the list, and those of the items in other lists.
    names: Vec<String>,
    /// The items in other lists, such as the areas beside a list of facts.
    others: Vec<ItemIndex>,
    /// True if an item in another list is selected.
    is_elsewhere: bool,
    /// The index of the item that is selected while nothing is typed, and of the one that was when the prompt opened.
    before: usize,
    opened_at: usize,
    /// The indices of the items that match, the best first.
    matches: Vec<usize>,
    /// True if a name, or a word of it, starts as typed.
    is_start: bool,
    /// Which of the matches is selected.
    selected: usize,
    purpose: Purpose,
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
            opened_at: before,
            matches: Vec::new(),
            is_start: false,
            selected: 0,
            purpose: Purpose::Jump,
        }
    }

    /// Returns the number of names in the list itself.
    fn list_count(&self) -> usize {
        self.names.len() - self.others.len()
    }

    /// Selects the item of a name. An area to add is only chosen with Enter.
    fn select(&mut self, name: usize) -> AppAction {
        if let Purpose::Add { .. } = self.purpose {
            return AppAction::None;
        }
        let other = name.checked_sub(self.list_count());
        let was_elsewhere = std::mem::replace(&mut self.is_elsewhere, other.is_some());
        match other.and_then(|other| self.others.get(other)) {
            Some(&item) => AppAction::SelectItem(item),
            None if was_elsewhere => AppAction::ReturnToIndex(name),
            None => AppAction::SelectIndex(name),
        }
    }

    /// Creates a prompt for one of `areas` to compare, with the one at index `before` selected. It takes the place of
    /// `replaced`, if there is one.
    #[must_use]
    pub(crate) fn to_add(
        dataset: &Dataset,
        areas: Vec<AreaIndex>,
        before: usize,
        replaced: Option<AreaIndex>,
    ) -> Self {
        let names = areas
            .iter()
            .map(|&area| dataset.area(area).name.to_string());
        let prompt = Self::new(names.collect(), before, Vec::new());
        let title = match replaced {
            Some(area) => format!(
                "Four are the most. Replace {}",
                dataset.area(area).short_name()
            ),
            None => "Add an area to compare".into(),
        };
        Self {
            purpose: Purpose::Add { areas, title },
            ..prompt
        }
    }

    fn is_typed(&self) -> bool {
        !self.input.text().trim().is_empty()
    }

    /// Selects another of the names that are shown.
    fn move_by(&mut self, motion: Motion) -> AppAction {
        if self.is_typed() {
            self.selected = motion.apply(self.selected, self.matches.len());
            let index = self.matches.get(self.selected);
            return index
                .copied()
                .map_or(AppAction::None, |index| self.select(index));
        }
        self.before = motion.apply(self.before, self.list_count());
        self.select(self.before)
    }

    /// Returns the action for the chosen item when the prompt closes. In screen-reader mode (`speaks`) the view did not follow
    /// the moves in the list.
    fn choose(&mut self, speaks: bool) -> AppAction {
        let Purpose::Add { areas, .. } = &self.purpose else {
            if !speaks && !self.is_typed() && self.before == self.opened_at {
                return AppAction::None;
            }
            // A click has chosen a row without selecting its item.
            return self.move_by(Motion::By(0));
        };
        let index = if self.is_typed() {
            self.matches.get(self.selected).copied()
        } else {
            Some(self.before)
        };
        let area = index.and_then(|index| areas.get(index));
        area.map_or(AppAction::None, |&area| AppAction::AddArea(area))
    }

    /// Finds the names that match, and returns the index of the best; without a match, that of the item selected before.
    fn find(&mut self) -> usize {
        let typed = NamePrefix::new(self.input.text());
        let mut ranked: Vec<(u8, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((typed.rank(name)?, index)))
            .collect();
        let count = self.list_count();
        if ranked
            .iter()
            .any(|&(rank, index)| rank < CONTAINS && index < count)
        {
            ranked.retain(|&(_, index)| index < count);
        }
        ranked.sort_unstable();
        self.is_start = ranked.first().is_some_and(|&(rank, _)| rank < CONTAINS);
        self.matches = ranked.into_iter().map(|(_, index)| index).collect();
        self.selected = 0;
        self.matches.first().copied().unwrap_or(self.before)
    }
}

impl OverlayState for JumpPrompt {
    fn mode(&self) -> Mode {
        Mode::Jump
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        match command {
            Command::Back => {
                return Response::close(match self.purpose {
                    Purpose::Jump => AppAction::CancelPreview,
                    Purpose::Add { .. } => AppAction::None,
                });
            }
            Command::Open if self.matches.is_empty() && self.is_typed() => {
                return Response::stay(AppAction::None);
            }
            Command::Open => return Response::close(self.choose(scope.view.speaks)),
            _ => {}
        }
        if let Some(change) = self.input.update(command) {
            if change.value {
                let best = self.find();
                // In screen-reader mode nothing is spoken before Enter.
                let action = if scope.view.speaks {
                    AppAction::None
                } else {
                    self.select(best)
                };
                return Response::stay(action);
            }
        } else if let Some(motion) = Motion::from_command(command, 1) {
            return Response::stay(self.move_by(motion));
        }
        Response::stay(AppAction::None)
    }

    fn refused_entry(&self) -> Option<&str> {
        // Letters from within the name of an area are hardly meant as a name: `a` of a question may have opened the prompt.
        let is_unlikely = !self.is_start && matches!(self.purpose, Purpose::Add { .. });
        let is_refused = self.is_typed() && (self.matches.is_empty() || is_unlikely);
        is_refused.then(|| self.input.text())
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        let MouseTarget::Row(row) = target else {
            return false;
        };
        if !self.is_typed() {
            return std::mem::replace(&mut self.before, row) == row;
        }
        let index = self.matches.iter().position(|&item| item == row);
        index.is_some_and(|index| std::mem::replace(&mut self.selected, index) == index)
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn select_spoken(&mut self, index: usize) {
        self.select_name(index);
    }

    fn render(&self, scope: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let popup = PopupArea::new(body, WIDTH, HEIGHT);
        let count = self.list_count();
        let (shown, selected) = if self.is_typed() {
            (self.matches.len(), self.selected)
        } else {
            (count, self.before)
        };
        let name_at = |row: usize| {
            if self.is_typed() {
                self.matches[row]
            } else {
                row
            }
        };
        let is_other = shown > 0 && name_at(0) >= count;
        let (title, total) = match &self.purpose {
            Purpose::Add { title, .. } => (&**title, count),
            Purpose::Jump if is_other => ("Jump to an area", self.names.len()),
            Purpose::Jump => ("Jump to a name in the list", count),
        };
        let status = format!("{shown} of {total}");
        popup.render(title, &status, context);
        let top = u16::from(popup.inner.height >= HEIGHT - 2);
        render_field(&self.input, popup.row(top), shown == 0, context);
        let area = popup.rows(2 * top + 1, 0);
        if shown == 0 {
            let text = text_of(area);
            let question = scope
                .question
                .map(|question| format!("Press Enter to search for “{question}”"));
            let words = question.as_deref().unwrap_or(self.purpose.no_match());
            context.put_wrapped(text, words, StyleRole::Dim);
            return;
        }
        let rows = PopupRows {
            area,
            count: shown,
            selected,
            focused: true,
        };
        rows.render(context, |index, row, role, context| {
            let columns = usize::from(row.width);
            let name = context.shown(&self.names[name_at(index)]);
            let name = elide_end(&name, columns);
            context.put_str(row.x, row.y, &name, columns, role);
            context.add_target(row, MouseTarget::Row(name_at(index)));
        });
    }
}
