//! The search: results as you type, grouped by area.

mod hit_row;
mod no_results_page;
mod recent;
mod render;
mod results;
mod speech;
#[cfg(test)]
mod tests;
mod why_empty;

use std::{ops::ControlFlow, rc::Rc};

use results::CompleteCounts;
pub(crate) use results::{SearchRequest, SearchResults};

use recent::RecentQueries;

use super::{
    detail,
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::{Command, Mode},
    dataset::{AreaIndex, ItemIndex},
    query::describe::name_of,
    query::search::{Hit, Index, NoResults, SearchAnswer, SearchQuery},
    tui::{
        action::AppAction,
        background_job::runs_in_background,
        history::Location,
        layout::{ViewRects, inner},
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        speech::SpokenPage,
        widgets::{InputLine, ListGroup, PaneFrame, RenderContext, TextInput},
    },
};
use ratatui::{layout::Rect, widgets::Widget as _};

/// The search words, and the results.
#[derive(Debug, Clone, Default)]
pub(crate) struct SearchView {
    /// The search words.
    pub input: TextInput,
    /// The results grouped by area, the area of the best result first.
    pub hits: SelectableList<Hit>,
    /// The groups of the results.
    groups: Vec<ListGroup>,
    /// The numbers of the results with all words.
    complete: CompleteCounts,
    /// Understanding of the query.
    answer: SearchAnswer,
    /// Advice on what to try, if there are no results.
    no_results: NoResults,
    /// The part that has the cursor.
    focus: SearchFocus,
    /// The index of the chosen suggestion, if nothing is found and the cursor is there.
    suggestion: usize,
    /// The queries of the session.
    recent: RecentQueries,
    /// True if the next character starts a new query, and the old one is only shown.
    replaces: bool,
    /// The index of all words, built when first needed.
    index: Option<Rc<Index>>,
    /// The request that the results answer, or that the background search is to answer.
    request: SearchRequest,
    /// True if all results have arrived.
    is_complete: bool,
}

/// The part of the search that has the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum SearchFocus {
    /// The input.
    #[default]
    Input,
    /// The results, while the query is typed.
    Results,
    /// The results that the user has come back to, where letters are keys.
    ReturnedResults,
}

impl SearchView {
    /// Returns true if the results have the cursor, instead of the input.
    fn in_list(&self) -> bool {
        self.focus != SearchFocus::Input
    }

    /// Returns true if a slash belongs to the query: after a digit, as in 9/10/2017, after the beginning of a reference, as
    /// in oldham/3, and in a phrase that is not closed.
    fn takes_slash(&self, scope: &ViewScope) -> bool {
        let before = self.input.split_at_cursor().0;
        let last = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let is_reference = || scope.dataset.find(last).is_some() || last.contains('/');
        !self.in_list()
            && !self.replaces
            && !last.is_empty()
            && (last.ends_with(|last: char| last.is_ascii_digit())
                || before.matches('"').count() % 2 == 1
                || ["theme", "term", "source"].contains(&last)
                || is_reference())
    }

    /// Moves the cursor to the results.
    fn enter_list(&mut self) {
        if !self.in_list() {
            self.focus = SearchFocus::Results;
        }
    }

    /// Returns the request to be answered in the background; none if all results are there.
    #[must_use]
    pub(crate) fn pending(&self) -> Option<&SearchRequest> {
        Some(&self.request).filter(|request| !self.is_complete && !request.is_empty())
    }

    /// Returns the current request.
    #[cfg(test)]
    pub(crate) fn request(&self) -> &SearchRequest {
        &self.request
    }

    /// Shows results of the pending request, which may be only the first ones.
    pub(crate) fn apply_results(&mut self, results: SearchResults) {
        self.hits.set_items(results.hits);
        // Until the user moves to the list, the best result is selected, even if it arrives later than others.
        if !self.in_list() {
            self.hits.select(0);
        }
        (self.groups, self.complete) = (results.groups, results.complete);
        (self.answer, self.no_results) = (results.answer, results.no_results);
        self.suggestion = 0;
        self.is_complete = results.is_complete;
    }

    /// Selects another result by a number of steps, wrapping at both ends. Returns its item.
    pub(crate) fn cycle(&mut self, steps: isize) -> Option<ItemIndex> {
        let count = self.hits.items().len();
        let index = Motion::By(steps).apply_wrapping(self.hits.selected_index(), count);
        self.hits.select(index);
        self.enter_list();
        self.selected_hit()
    }

    /// Returns the item of the selected result.
    #[must_use]
    pub(crate) fn selected_hit(&self) -> Option<ItemIndex> {
        self.hits.selected().map(|hit| hit.item)
    }

    /// Selects a result. Returns whether it is listed.
    pub(crate) fn select_hit(&mut self, item: ItemIndex) -> bool {
        self.hits.select_item(|hit| hit.item == item)
    }

    fn query(&self) -> SearchQuery {
        // An input is never longer than a search can be.
        SearchQuery::typing(self.input.text()).unwrap_or_default()
    }

    /// Moves between the results, and between them and the input. Up from the input recalls earlier queries.
    fn move_by(&mut self, scope: &ViewScope, motion: Motion) {
        if !self.in_list() {
            let other = match motion {
                Motion::By(-1) => self.recent.older(self.input.text()),
                Motion::By(1) => self.recent.newer(),
                _ => None,
            };
            if let Some(query) = other {
                return self.search_for(scope, query);
            }
            if motion == Motion::By(-1) {
                return;
            }
        }
        let (selected, count) = self.selection();
        let returns_to_input = motion == Motion::By(-1) && selected == 0;
        if !self.hits.items().is_empty() {
            self.hits.move_by(motion);
        } else if self.in_list() || motion != Motion::By(1) {
            // Down from the input leads to the first suggestion.
            self.suggestion = motion.apply(selected, count);
        }
        if returns_to_input || count == 0 {
            self.focus = SearchFocus::Input;
        } else {
            self.enter_list();
            self.recent.keep(self.input.text());
        }
    }

    /// Returns the index of the selected row, and the number of rows: of results, or else of suggestions.
    fn selection(&self) -> (usize, usize) {
        match self.hits.items().len() {
            0 => (self.suggestion, self.no_results.suggestions.len()),
            count => (self.hits.selected_index(), count),
        }
    }

    /// Replaces the query, with the cursor at its end.
    fn search_for(&mut self, scope: &ViewScope, query: String) {
        self.input = TextInput::new(query);
        (self.focus, self.replaces) = (SearchFocus::Input, false);
        self.hits = SelectableList::default();
        self.refresh(scope);
    }

    /// Opens the selected result, or searches for the chosen suggestion.
    fn open(&mut self, scope: &ViewScope) -> AppAction {
        self.recent.keep(self.input.text());
        if let Some(item) = self.selected_hit() {
            return AppAction::OpenItem(item);
        }
        let chosen = self.no_results.suggestions.get(self.suggestion);
        if let Some(query) = chosen
            .filter(|_| self.in_list())
            .map(|chosen| chosen.query.clone())
        {
            self.search_for(scope, query);
            return AppAction::None;
        }
        // The page without results says itself what to do.
        if self.request.is_empty() {
            return AppAction::Notify("Type what you look for. Esc goes back.");
        }
        AppAction::None
    }
}

impl ViewState for SearchView {
    fn refresh(&mut self, scope: &ViewScope) {
        let request = SearchRequest::new(self.query(), scope.snapshot(), &scope.filter);
        if request.is_empty() {
            self.request = request;
            self.apply_results(SearchResults::default());
            self.is_complete = true;
        } else if !runs_in_background(scope.dataset) {
            let index = self
                .index
                .get_or_insert_with(|| Rc::new(Index::new(scope.dataset)));
            let results = request.answer(index, scope.dataset, |_| ControlFlow::Continue(()));
            self.request = request;
            if let Some(results) = results {
                self.apply_results(results);
            }
        } else if self.request != request {
            // Until the results arrive, those remain that are known on the new date.
            let snapshot = scope.snapshot();
            let mut hits = self.hits.items().to_vec();
            hits.retain(|hit| snapshot.contains(hit.item));
            let answer = std::mem::take(&mut self.answer);
            self.apply_results(SearchResults::grouped(scope.dataset, answer, &hits));
            self.request = request;
        }
    }

    fn enter(&mut self, _: &ViewScope, _: Option<AreaIndex>) {
        self.focus = SearchFocus::Input;
        self.replaces = !self.input.text().is_empty();
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return self.open(scope),
            Command::Back => return AppAction::LeaveView,
            // A second `/` starts a new query, as in other views.
            Command::Type('/') if !self.takes_slash(scope) => {
                self.enter(scope, None);
                return AppAction::None;
            }
            _ => {}
        }
        if std::mem::take(&mut self.replaces) && matches!(command, Command::Type(_)) {
            self.input = TextInput::default();
        }
        if let Some(change) = self.input.update(command) {
            self.focus = SearchFocus::Input;
            if change.value {
                self.recent.stop();
                self.hits = SelectableList::default();
                self.refresh(scope);
            }
        } else if let Some(motion) = Motion::from_command(command, scope.page(true)) {
            self.move_by(scope, motion);
        }
        AppAction::None
    }

    fn mode(&self) -> Option<Mode> {
        (self.focus == SearchFocus::ReturnedResults).then_some(Mode::Results)
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.input)
    }

    fn is_empty(&self) -> bool {
        self.hits.items().is_empty()
    }

    fn selected_item(&self) -> ItemIndex {
        self.selected_hit().unwrap_or(ItemIndex::Programme)
    }

    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        self.select_hit(item)
    }

    /// Selects the result that was opened. The results have the cursor then, not the query.
    fn restore(&mut self, _: &ViewScope, location: &Location) -> bool {
        let found = self.select_hit(location.item);
        if found {
            self.focus = SearchFocus::ReturnedResults;
        }
        found
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.hits.selected_index()).filter(|_| !self.is_empty())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let hits = self.hits.items().iter();
        hits.map(|hit| name_of(scope.snapshot(), hit.item).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.hits.select(index);
        self.enter_list();
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_results(scope)
    }

    fn select_spoken(&mut self, _: &ViewScope, index: usize) {
        self.select_result(index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        let MouseTarget::Row(row) = target else {
            return false;
        };
        self.enter_list();
        if self.hits.items().is_empty() {
            return std::mem::replace(&mut self.suggestion, row) == row;
        }
        click_row(&mut self.hits, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let main = rects.main;
        PaneFrame {
            title: "Search",
            statuses: &self.statuses(),
            focused: true,
            styles: context.styles,
        }
        .render(main, context.buffer);
        let mut rows = inner(main);
        let line = take_row(&mut rows);
        self.render_results(scope, rows, context);
        let input = InputLine {
            label: " / ",
            input: &self.input,
            status: self.replaces.then_some("type to start a new search"),
            focused: !self.in_list(),
            styles: context.styles,
        };
        context.render(input, line);
        if let (Some(area), Some(item)) = (rects.detail, self.selected_hit()) {
            detail::render(scope, item, area, context);
        }
    }
}

/// Takes the first row off an area.
fn take_row(area: &mut Rect) -> Rect {
    let row = Rect {
        height: area.height.min(1),
        ..*area
    };
    area.y += row.height;
    area.height -= row.height;
    row
}
