//! The search: results as you type, grouped by area.

mod results;

use std::{ops::ControlFlow, rc::Rc};

pub(crate) use results::{SearchRequest, SearchResults, runs_in_background};

use super::{
    detail,
    scope::ViewScope,
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex},
    query::{
        describe::{counted, kind_of, name_of},
        search::{Highlighter, Hit, Index, NoResults, SearchAnswer, SearchQuery},
    },
    text::{elide_end, wrap_lines},
    tui::{
        action::AppAction,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        widgets::{
            InputLine, ItemList, ListRow, RenderContext, TextInput, row_width, visible_window,
        },
    },
};
use ratatui::layout::Rect;

/// The most lines of a result; the detail shows the whole.
const MAX_LINES: usize = 2;

/// The search words, and the results.
#[derive(Debug, Clone, Default)]
pub(crate) struct SearchView {
    /// The search words.
    pub input: TextInput,
    /// The results grouped by area, the area of the best result first.
    pub hits: SelectableList<Hit>,
    /// Understanding of the query.
    answer: SearchAnswer,
    /// Advice on what to try, if there are no results.
    no_results: NoResults,
    /// True if the results have the cursor, instead of the input.
    in_list: bool,
    /// True if the next character starts a new query, and the old one is only shown.
    replaces: bool,
    /// The index of all words, built when first needed.
    index: Option<Rc<Index>>,
    /// The request that the results answer, or that the background search is to answer.
    request: SearchRequest,
    /// True if all results have arrived.
    is_complete: bool,
}

impl SearchView {
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
        if !self.in_list {
            self.hits.select(0);
        }
        (self.answer, self.no_results) = (results.answer, results.no_results);
        self.is_complete = results.is_complete;
    }

    /// Selects another result by a number of steps, wrapping at both ends. Returns its item.
    pub(crate) fn cycle(&mut self, steps: isize) -> Option<ItemIndex> {
        let count = self.hits.items().len();
        let index = Motion::By(steps).apply_wrapping(self.hits.selected_index(), count);
        self.hits.select(index);
        self.in_list = true;
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

    /// Returns why there are no results.
    pub(crate) fn why_empty(&self, scope: &ViewScope) -> &'static str {
        if self.request.is_empty() {
            "Search first: press /."
        } else if self.pending().is_some() {
            "Still searching."
        } else if scope.filter.is_empty() {
            "The search has no results."
        } else {
            "The search has no results with this filter."
        }
    }

    fn query(&self) -> SearchQuery {
        // An input is never longer than a search can be.
        SearchQuery::typing(self.input.text()).unwrap_or_default()
    }

    /// Moves between the results, and between them and the input.
    fn move_by(&mut self, motion: Motion) {
        let returns_to_input = motion == Motion::By(-1) && self.hits.selected_index() == 0;
        // Down from the input leads to the best result, which is selected already.
        if self.in_list || motion != Motion::By(1) {
            self.hits.move_by(motion);
        }
        self.in_list = !returns_to_input && !self.hits.items().is_empty();
    }
}

impl ViewState for SearchView {
    fn refresh(&mut self, scope: &ViewScope) {
        let request = SearchRequest::new(self.query(), scope.snapshot(), &scope.filter);
        if request.is_empty() {
            self.request = request;
            self.hits = SelectableList::default();
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
            self.hits.set_items(hits);
            (self.request, self.is_complete) = (request, false);
            self.no_results = NoResults::default();
        }
    }

    fn enter(&mut self, _: &ViewScope, _: Option<AreaIndex>) {
        self.in_list = false;
        self.replaces = !self.input.text().is_empty();
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            // In the results a second `/` starts a new query, as in other views.
            Command::Type('/') if self.in_list => {
                self.enter(scope, None);
                return AppAction::None;
            }
            _ => {}
        }
        if std::mem::take(&mut self.replaces) && matches!(command, Command::Type(_)) {
            self.input = TextInput::default();
        }
        if let Some(change) = self.input.update(command) {
            self.in_list = false;
            if change.value {
                self.hits = SelectableList::default();
                self.refresh(scope);
            }
        } else if let Some(motion) = Motion::from_command(command, scope.page(true)) {
            self.move_by(motion);
        }
        AppAction::None
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

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        if matches!(target, MouseTarget::Row(_)) {
            self.in_list = true;
        }
        click_row(&mut self.hits, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let (line, list) = split(rects.main);
        self.render_hits(scope, list, context);
        let input = InputLine {
            label: "Find: ",
            input: &self.input,
            status: self.replaces.then_some("type to start a new search"),
            focused: !self.in_list,
            styles: context.styles,
        };
        context.render(input, line);
        if let (Some(area), Some(item)) = (rects.detail, self.selected_hit()) {
            detail::render(scope, item, area, context);
        }
    }
}

impl SearchView {
    fn render_hits(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let (hits, selected) = (self.hits.items(), self.hits.selected_index());
        let highlighter = &self.answer.highlighter;
        let mut rows = Vec::new();
        let mut group = None;
        for item in visible_window(selected, hits.len(), 1, pane) {
            let area = hits[item].item.area();
            if group != Some(area) {
                group = Some(area);
                let name = area.map_or("The programme", |area| &scope.dataset.area(area).name);
                rows.push(ListRow::heading(name.to_string()));
            }
            let width = row_width(pane).saturating_sub(2);
            let lines = hit_lines(scope, highlighter, hits[item], width);
            rows.extend(lines.into_iter().enumerate().map(|(line, text)| {
                let text = format!("{}{text}", if line == 0 { "" } else { "  " });
                ListRow {
                    highlights: highlighter.spans(&text),
                    ..ListRow::item(item, text)
                }
            }));
        }
        let list = ItemList {
            pane: None,
            title: "Search",
            status: "",
            counter: self.counter(),
            rows,
            selected,
            count: hits.len(),
            focused: self.in_list,
            empty: &self.empty_message(scope),
            styles: context.styles,
        };
        context.render(list, pane);
    }

    fn counter(&self) -> Option<String> {
        let count = self.hits.items().len();
        let so_far = if self.pending().is_some() {
            " so far"
        } else {
            ""
        };
        let results = counted(count, "result", "results");
        let position = self.hits.selected_index() + 1;
        (count > 0).then(|| format!("{position} of {results}{so_far}"))
    }

    fn empty_message(&self, scope: &ViewScope) -> String {
        if self.pending().is_some() {
            "Searching…".into()
        } else if self.input.text().is_empty() {
            "Type words in any order, or a \"phrase\".".into()
        } else {
            let message = self.no_results.sentences().join(" ");
            if scope.filter.is_empty() {
                message
            } else {
                format!("{message} To clear it, press Esc and then F.")
            }
        }
    }
}

/// Returns a result in lines. If nothing in them matches, the last line names the field that does.
fn hit_lines(scope: &ViewScope, highlighter: &Highlighter, hit: Hit, width: usize) -> Vec<String> {
    let snapshot = scope.snapshot();
    let (kind, name) = (kind_of(snapshot, hit.item), name_of(snapshot, hit.item));
    let text = format!("{kind}: {name}");
    let mut lines = wrap_lines(&text, width, MAX_LINES);
    if highlighter.spans(&text).is_empty()
        && let Some(last) = lines.last_mut()
    {
        *last = elide_end(&format!("{last} [{}]", hit.field), width).into_owned();
    }
    lines
}

/// Divides an area into a row for the input and the rest for the list.
fn split(area: Rect) -> (Rect, Rect) {
    (
        Rect { height: 1, ..area },
        Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        },
    )
}
