//! The popup for the filter: the values of each condition, with their counts. Nothing changes before Enter.

mod columns;
mod counts;
mod finder;
mod speech;
mod value_row;

use std::ops::{ControlFlow, Range};

use ratatui::layout::Rect;

pub(crate) use counts::FilterCounts;

use self::{
    finder::{FoundValues, ValueFinder},
    value_row::FRAME,
};
use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    query::{
        every_option::{listed_options, mark_chosen},
        facet_options::{FacetOption, clear, switch, toggle},
        facets::Condition,
        filter::Filter,
        filter_words,
        snapshot::Snapshot,
    },
    tui::{
        action::AppAction,
        count_request::CountRequest,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        speech::SpokenPage,
        styles::StyleRole,
        views::ViewScope,
        widgets::{PopupArea, RenderContext, TextInput, text_of},
    },
};

/// The least height of the popup where the screen has room.
const HEIGHT: u16 = 19;
/// The narrowest content with two columns.
const MIN_TWO_COLUMNS: u16 = 60;
/// The rows that a page moves by.
const PAGE: isize = 8;
/// The conditions in the first of two columns; the others are in the second.
const IN_FIRST_COLUMN: [Condition; 3] = [Condition::Kind, Condition::Wave, Condition::Region];

/// The values to filter by.
#[derive(Debug, Clone)]
pub(crate) struct FilterPicker {
    /// The filter as it would be applied, and the date: what is counted.
    request: CountRequest,
    /// True if the numbers are those of the request.
    is_counted: bool,
    /// The filter before.
    before: Filter,
    /// The values, those of the first column first, counted when the popup opens and when a value is switched.
    options: Vec<FacetOption>,
    /// The number of options in the first column.
    first_column: usize,
    selected: usize,
    /// True if the user has selected a value: only then Enter shows it alone.
    has_moved: bool,
    /// The number of facts that the filter shows, and of all.
    facts: (usize, usize),
    /// The choice in words.
    shown: String,
    /// The field, while the user finds a value by typing.
    finder: Option<ValueFinder>,
}

impl FilterPicker {
    /// Creates a list of the values in a scope.
    #[must_use]
    pub(crate) fn new(scope: &ViewScope) -> Self {
        let mut picker = Self {
            request: CountRequest::new(scope.snapshot(), &scope.filter),
            is_counted: false,
            before: scope.filter.clone(),
            options: Vec::new(),
            first_column: 0,
            selected: 0,
            has_moved: false,
            facts: (0, 0),
            shown: String::new(),
            finder: None,
        };
        picker.count(scope);
        picker
    }

    /// Returns what is to be counted in the background; none if it is counted.
    #[must_use]
    pub(crate) fn pending(&self) -> Option<&CountRequest> {
        Some(&self.request).filter(|_| !self.is_counted)
    }

    /// Returns the filter as it would be applied.
    fn draft(&self) -> &Filter {
        &self.request.filter
    }

    /// Selects the value with a label. Returns whether there is one.
    #[cfg(test)]
    pub(crate) fn select_label(&mut self, label: &str) -> bool {
        let index = self.options.iter().position(|option| option.label == label);
        self.selected = index.unwrap_or(self.selected);
        self.has_moved = true;
        index.is_some()
    }

    /// Counts the facts of each value and of the whole filter, or else lists the values that are known without counting.
    fn count(&mut self, scope: &ViewScope) {
        let snapshot = scope.snapshot();
        self.is_counted = false;
        if scope.counts_at_once() {
            let wanted = &mut || ControlFlow::Continue(());
            if let Some(counts) = FilterCounts::new(snapshot, self.draft(), wanted) {
                self.apply_counts(snapshot, counts);
            }
        } else if self.options.is_empty() {
            self.set_options(listed_options(snapshot, self.draft()));
        } else {
            mark_chosen(&mut self.options, &self.request.filter);
        }
        self.describe(snapshot);
    }

    /// Shows numbers that were counted. What was selected stays so.
    pub(crate) fn apply_counts(&mut self, snapshot: Snapshot, counts: FilterCounts) {
        let selected = self.options.get(self.selected).cloned();
        self.set_options(counts.options);
        (self.facts, self.is_counted) = (counts.facts, true);
        let index = |matches: &dyn Fn(&FacetOption, &FacetOption) -> bool| {
            let selected = selected.as_ref()?;
            self.options
                .iter()
                .position(|option| matches(option, selected))
        };
        let same = index(&FacetOption::is_same);
        // A kind that no fact has is no longer listed: Enter must not show another value alone.
        self.has_moved &= same.is_some();
        let beside = || index(&|option, selected| option.condition == selected.condition);
        self.selected = same.or_else(beside).unwrap_or(0);
        if let Some(finder) = &mut self.finder {
            finder.find(snapshot, &self.options);
        }
    }

    /// Lists values, those of the first column first.
    fn set_options(&mut self, options: Vec<FacetOption>) {
        let place = |option: &FacetOption| {
            let mut first = IN_FIRST_COLUMN.iter();
            first.position(|condition| *condition == option.condition)
        };
        self.options = options;
        self.options
            .sort_by_key(|option| place(option).unwrap_or(IN_FIRST_COLUMN.len()));
        let in_first = self.options.iter().filter(|option| place(option).is_some());
        self.first_column = in_first.count();
    }

    /// Says in words what the filter would show.
    fn describe(&mut self, snapshot: Snapshot) {
        let everything = "everything";
        let shown = filter_words::shown(snapshot, self.draft(), everything);
        self.shown = shown.unwrap_or_else(|| everything.into());
    }

    /// Returns what Enter will show.
    fn sentence(&self) -> String {
        if let Some(finder) = &self.finder {
            return finder.sentence(&self.options);
        }
        let shown = &self.shown;
        if *self.draft() != self.before {
            return format!("Enter shows {shown}.");
        }
        match self.options.get(self.selected).filter(|_| self.has_moved) {
            Some(option) => format!(
                "Enter shows only {}. Space switches it on or off instead.",
                option.label
            ),
            None => {
                format!("Shows {shown}. Move to a row: Space switches it, Enter shows only it.")
            }
        }
    }

    fn is_on(&self, option: &FacetOption) -> bool {
        let mut same = self.options.iter();
        option.chosen || !same.any(|other| other.condition == option.condition && other.chosen)
    }

    /// Switches the selected value, or all or only this one of its condition.
    fn switch(&mut self, scope: &ViewScope, command: Command) {
        let Some(option) = self.options.get(self.selected).cloned() else {
            return;
        };
        match command {
            Command::ChooseAll => clear(&mut self.request.filter, option.condition),
            Command::ChooseOnly => self.choose_only(&option),
            Command::ClearFilter => self.request.filter = Filter::default(),
            _ => switch(&mut self.request.filter, &option, &self.options),
        }
        self.count(scope);
    }

    fn choose_only(&mut self, option: &FacetOption) {
        clear(&mut self.request.filter, option.condition);
        toggle(&mut self.request.filter, option);
    }

    /// Runs a command while the user finds a value by typing.
    fn update_finder(&mut self, snapshot: Snapshot, command: Command) {
        let Some(finder) = &mut self.finder else {
            return;
        };
        match command {
            Command::Back => self.finder = None,
            Command::Open => {
                if let Some(found) = finder.selected() {
                    (self.selected, self.has_moved) = (found, true);
                    self.finder = None;
                }
            }
            _ => finder.update(snapshot, &self.options, command),
        }
    }

    /// Returns the indices of the column of the selected value.
    fn column(&self) -> Range<usize> {
        if self.selected < self.first_column {
            0..self.first_column
        } else {
            self.first_column..self.options.len()
        }
    }

    fn move_by(&mut self, motion: Motion) {
        let column = self.column();
        let row = self.selected.saturating_sub(column.start);
        self.selected = column.start + motion.apply(row, column.len());
    }

    /// Selects another value.
    fn go(&mut self, command: Command) {
        match command {
            Command::Left | Command::Right => self.change_column(),
            Command::NextPane => self.change_group(true),
            Command::PreviousPane => self.change_group(false),
            _ => match Motion::from_command(command, PAGE) {
                Some(motion) => self.move_by(motion),
                None => return,
            },
        }
        self.has_moved = true;
    }

    /// Selects a value of the other column, in about the same row.
    fn change_column(&mut self) {
        let (count, first) = (self.options.len(), self.first_column);
        let row = self.selected.saturating_sub(self.column().start);
        let is_in_first = self.selected < first;
        if !is_in_first && first > 0 {
            self.selected = row.min(first - 1);
        } else if is_in_first && count > first {
            self.selected = first + row.min(count - first - 1);
        }
    }

    /// Selects the first value of the next or previous condition.
    fn change_group(&mut self, forward: bool) {
        let starts: Vec<usize> = (0..self.options.len())
            .filter(|&index| {
                index == 0 || self.options[index].condition != self.options[index - 1].condition
            })
            .collect();
        let current = starts.iter().rposition(|&start| start <= self.selected);
        let Some(current) = current else { return };
        let next = if forward {
            current + 1
        } else {
            current + starts.len() - 1
        };
        self.selected = starts[next % starts.len()];
    }
}

impl OverlayState for FilterPicker {
    fn mode(&self) -> Mode {
        match self.finder {
            Some(_) => Mode::FindValue,
            None => Mode::Filter,
        }
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        if self.finder.is_some() {
            self.update_finder(scope.view.snapshot(), command);
            return Response::stay(AppAction::None);
        }
        match command {
            Command::Back => return Response::close(AppAction::None),
            Command::Jump => self.finder = Some(ValueFinder::new(self.options.len())),
            Command::Open => {
                let option = self.options.get(self.selected).cloned();
                if *self.draft() == self.before {
                    let Some(option) = option.filter(|_| self.has_moved) else {
                        return Response::close(AppAction::None);
                    };
                    self.choose_only(&option);
                }
                return Response::close(AppAction::SetFilter(Box::new(self.draft().clone())));
            }
            Command::Toggle if scope.view.speaks => self.choose_another(scope.view.snapshot()),
            Command::Toggle | Command::ChooseAll | Command::ChooseOnly | Command::ClearFilter => {
                self.switch(scope.view, command);
            }
            _ => self.go(command),
        }
        Response::stay(AppAction::None)
    }

    fn has_choice(&self) -> bool {
        *self.draft() != self.before
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        self.finder.as_mut().map(|finder| &mut finder.input)
    }

    fn click(&mut self, target: MouseTarget) -> bool {
        if let Some(finder) = &mut self.finder {
            return finder.click(target);
        }
        let MouseTarget::Row(row) = target else {
            return false;
        };
        let row = row.min(self.options.len().saturating_sub(1));
        self.has_moved = true;
        std::mem::replace(&mut self.selected, row) == row
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn select_spoken(&mut self, index: usize) {
        self.select_spoken_row(index);
    }

    fn render(&self, _: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let columns = self.columns(body.width);
        let width = columns[0] + columns[1] + FRAME;
        let popup = PopupArea::growing(body, width, HEIGHT, self.height());
        let (shown, all) = self.facts;
        let status = match &self.finder {
            Some(finder) => finder.status(&self.options),
            None if self.is_counted => format!("{shown} of {all} facts"),
            None => "counting the facts".into(),
        };
        popup.render("Filter", &status, context);
        // The sentence and a blank row before it.
        let below = if popup.inner.height > 8 { 3 } else { 0 };
        let area = popup.rows(0, below);
        let (first, second) = (0..self.first_column, self.first_column..self.options.len());
        if let Some(finder) = &self.finder {
            let is_on = |option: &FacetOption| self.is_on(option);
            let values = FoundValues {
                options: &self.options,
                is_counted: self.is_counted,
                is_on: &is_on,
            };
            finder.render(&popup, below, &values, context);
        } else if area.width >= MIN_TWO_COLUMNS {
            let left = Rect {
                width: columns[0].min(area.width),
                ..area
            };
            let right = Rect {
                x: left.right(),
                width: area.width - left.width,
                ..area
            };
            self.render_column(first, left, context);
            self.render_column(second, right, context);
        } else {
            self.render_column(0..self.options.len(), area, context);
        }
        if below > 0 {
            let area = text_of(popup.rows(popup.inner.height - 2, 0));
            context.put_wrapped(area, &self.sentence(), StyleRole::Dim);
        }
    }
}
