//! The sources: publications by year, and the priorities and facts that cite the open one, by area.

mod citing;
mod order;
mod publication_list;
mod source_detail;
mod speech;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use ratatui::layout::Rect;

use order::{SourceOrder, YearGroup};

use super::{
    detail,
    scope::{ViewScope, page},
    view_state::{ViewState, click_row},
};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex, SourceIndex},
    query::{
        citation_counter::CitingKinds,
        describe::name_of,
        sources::{Publication, cited_by, publications, uncounted_publications},
    },
    tui::{
        action::AppAction,
        count_request::CountRequest,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        speech::SpokenPage,
        widgets::RenderContext,
    },
};

/// The narrowest screen with the detail beside the list.
const MIN_WIDTH_BESIDE: u16 = 150;
/// The fewest rows of the detail below the list, with its title.
const MIN_DETAIL_ROWS: u16 = 5;

/// The numbers of a publication, counted when the date or the filter changes.
#[derive(Debug, Clone, Default)]
struct CitationNumbers {
    kinds: CitingKinds,
    /// The areas of citing items, those with the most first; none is the programme.
    areas: Vec<(Option<AreaIndex>, usize)>,
}

/// The open publication.
#[derive(Debug, Clone)]
struct OpenSource {
    source: SourceIndex,
    /// Neighbouring items of the same area; none is the programme.
    groups: Vec<(Option<AreaIndex>, Range<usize>)>,
}

/// The selected publication, and the open one.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourcesView {
    /// The publications, or what cites the open one.
    pub rows: SelectableList<ItemIndex>,
    order: SourceOrder,
    /// The publications by date.
    by_date: Vec<SourceIndex>,
    years: Vec<YearGroup>,
    open: Option<OpenSource>,
    /// The request that the numbers answer, or that a background thread is to answer; none before the view was opened.
    request: Option<CountRequest>,
    /// The publication that is selected once it is known which match the filter.
    kept: Option<ItemIndex>,
    /// The numbers of the publications; none until they are counted.
    numbers: Option<HashMap<SourceIndex, CitationNumbers>>,
    /// The largest number of citations.
    most_cited: usize,
}

impl SourcesView {
    /// Returns what is to be counted in the background; none if it is counted.
    #[must_use]
    pub(crate) fn pending(&self) -> Option<&CountRequest> {
        self.request.as_ref().filter(|_| !self.is_counted())
    }

    /// Returns true if the numbers of citations are known.
    fn is_counted(&self) -> bool {
        self.numbers.is_some()
    }

    /// Shows the counted publications. What was selected stays so.
    pub(crate) fn apply_publications(&mut self, scope: &ViewScope, publications: Vec<Publication>) {
        let counts = publications
            .iter()
            .map(|publication| publication.citation_count);
        self.most_cited = counts.max().unwrap_or(0);
        let sources = publications.iter().map(|publication| publication.index);
        self.by_date = sources.collect();
        let numbers = publications.into_iter().map(|publication| {
            let (kinds, mut areas) = (publication.kinds, publication.areas);
            areas.sort_by_key(|(_, count)| Reverse(*count));
            (publication.index, CitationNumbers { kinds, areas })
        });
        self.numbers = Some(numbers.collect());
        if self.open.is_none() {
            self.arrange(scope);
        }
        if let Some(kept) = self.kept.take() {
            self.rows.select_item(|&item| item == kept);
        }
    }

    /// Opens a publication: lists what cites it. Does nothing if nothing does.
    fn open_source(&mut self, scope: &ViewScope, source: SourceIndex) {
        let items: Vec<ItemIndex> = cited_by(scope.snapshot(), &scope.filter, source).collect();
        if items.is_empty() {
            return;
        }
        let mut groups: Vec<(Option<AreaIndex>, Range<usize>)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            match groups.last_mut().filter(|(area, _)| *area == item.area()) {
                Some((_, range)) => range.end = index + 1,
                None => groups.push((item.area(), index..index + 1)),
            }
        }
        self.open = Some(OpenSource { source, groups });
        self.rows = SelectableList::default();
        self.rows.set_items(items);
    }

    /// Opens the selected publication. What cites it opens elsewhere.
    fn open_selected(&mut self, scope: &ViewScope) -> AppAction {
        match self.rows.selected() {
            Some(ItemIndex::Source(source)) => {
                self.open_source(scope, source);
                if self.open.is_none() {
                    return AppAction::Notify("No fact cites this publication");
                }
                AppAction::None
            }
            Some(item) => AppAction::OpenItem(item),
            None => AppAction::None,
        }
    }

    /// Closes the open publication and selects it, or leaves the view if none is open.
    fn close(&mut self, scope: &ViewScope) -> AppAction {
        let Some(open) = self.open.take() else {
            return AppAction::LeaveView;
        };
        self.arrange(scope);
        self.rows
            .select_item(|&item| item == ItemIndex::Source(open.source));
        AppAction::None
    }

    /// Lists the publications in their order.
    fn arrange(&mut self, scope: &ViewScope) {
        let mut sources = self.by_date.clone();
        self.order
            .sort(&mut sources, |source| self.citation_count(source));
        self.years = self.order.groups(scope.dataset, &sources, |source| {
            self.citation_count(source)
        });
        let rows = sources.into_iter().map(ItemIndex::Source);
        self.rows.set_items(rows.collect());
    }

    /// Returns true if what cites a publication is listed, not the publications.
    #[must_use]
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn citation_count(&self, source: SourceIndex) -> usize {
        self.numbers
            .as_ref()
            .and_then(|numbers| numbers.get(&source))
            .map_or(0, |numbers| numbers.kinds.total())
    }
}

/// Divides the view into the list and the detail: beside it only where both have room for titles.
fn split(rects: &ViewRects) -> (Rect, Option<Rect>) {
    let whole = rects.whole();
    if whole.width >= MIN_WIDTH_BESIDE {
        return (rects.main, rects.detail);
    }
    rects.with_detail_below((whole.height * 3 / 10).max(MIN_DETAIL_ROWS))
}

impl ViewState for SourcesView {
    fn refresh(&mut self, scope: &ViewScope) {
        let request = CountRequest::new(scope.snapshot(), &scope.filter);
        let is_other = self.request.as_ref() != Some(&request);
        if !is_other && !scope.counts_at_once() {
            return;
        }
        self.request = Some(request);
        let (open, selected) = (self.open.take(), self.rows.selected());
        if scope.counts_at_once() {
            let counted = publications(scope.snapshot(), &scope.filter);
            self.apply_publications(scope, counted);
        } else {
            (self.numbers, self.most_cited) = (None, 0);
            self.by_date = uncounted_publications(scope.snapshot(), &scope.filter);
            self.arrange(scope);
            let opened = open.as_ref().map(|open| ItemIndex::Source(open.source));
            self.kept = opened.or(selected).filter(|_| self.by_date.is_empty());
        }
        let Some(open) = open else {
            return;
        };
        // What cites the open publication may be something else on another date. Without any, it closes.
        self.rows
            .select_item(|&item| item == ItemIndex::Source(open.source));
        if self.by_date.contains(&open.source) {
            self.open_source(scope, open.source);
            self.rows.select_item(|&item| Some(item) == selected);
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return self.open_selected(scope),
            Command::Back => return self.close(scope),
            Command::Sort if self.open.is_none() => {
                self.order = self.order.next();
                self.arrange(scope);
            }
            Command::Sort => return AppAction::Notify("These are in the order of the areas"),
            _ => {
                let height = scope.rects(true).map_or(1, |rects| split(&rects).0.height);
                let page = page(height.saturating_sub(1));
                if let Some(motion) = Motion::from_command(command, page) {
                    self.rows.move_by(motion);
                }
            }
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.rows.items().is_empty()
    }

    /// Lists the publications.
    fn go_home(&mut self, scope: &ViewScope) -> bool {
        let was_open = self.is_open();
        if was_open {
            let _ = self.close(scope);
        }
        was_open
    }

    fn selected_item(&self) -> ItemIndex {
        self.rows.selected().unwrap_or(ItemIndex::Programme)
    }

    /// Selects an item of the list, or a publication while another is open.
    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool {
        if self.rows.select_item(|&other| other == item) {
            return true;
        }
        let is_known = matches!(item, ItemIndex::Source(source) if self.by_date.contains(&source));
        if is_known && self.open.is_some() {
            let _ = self.close(scope);
        }
        if self.rows.items().is_empty() && self.pending().is_some() {
            self.kept = Some(item);
        }
        self.rows.select_item(|&other| other == item)
    }

    fn context(&self) -> Option<ItemIndex> {
        self.open
            .as_ref()
            .map(|open| ItemIndex::Source(open.source))
    }

    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        match (location.context, &self.open) {
            (Some(ItemIndex::Source(source)), _) => self.open_source(scope, source),
            (_, Some(_)) => _ = self.close(scope),
            _ => {}
        }
        self.select_item(scope, location.item)
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.rows.selected_index())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let rows = self.rows.items().iter();
        rows.map(|&item| name_of(scope.snapshot(), item).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.rows.select(index);
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_sources(scope)
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        click_row(&mut self.rows, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let (list, detail) = split(rects);
        match &self.open {
            Some(open) => self.render_citing(scope, open, list, context),
            None => self.render_publications(scope, list, context),
        }
        let Some(area) = detail.filter(|_| !self.is_empty()) else {
            return;
        };
        match self.rows.selected() {
            Some(ItemIndex::Source(source)) => self.render_source(scope, source, area, context),
            Some(item) => detail::render(scope, item, area, context),
            None => {}
        }
    }
}
