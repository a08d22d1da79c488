//! The state of the table.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::columns::{TableColumns, WIDE};
use crate::{
    command::{Command, Mode, SaveSubject},
    dataset::{AreaIndex, FactIndex, Item, ItemIndex},
    query::table::{TableColumn, TableOrder, TableQuery, TableRows},
    tui::{
        action::AppAction,
        background_job::runs_in_background,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::Motion,
        speech::SpokenPage,
        views::{
            filter_line::{FilterLine, select_despite_words},
            scope::ViewScope,
            view_state::ViewState,
        },
        widgets::{RenderContext, TextInput},
    },
};

/// The rows of the detail with its title, so that the list does not jump: narrow and wide.
const DETAIL_ROWS: [u16; 2] = [5, 7];

/// The rows, and what they were asked for with.
#[derive(Debug, Clone)]
pub(crate) struct TableView {
    /// The words that rows must have.
    pub(super) words: FilterLine,
    pub(super) order: TableOrder,
    /// The column that a key sorts by.
    pub(super) column: TableColumn,
    /// Shared, as a table may have a million rows, and the state is copied before a prompt.
    pub(super) rows: Arc<TableRows>,
    pub(super) selected: usize,
    /// The fact that stays selected when other rows arrive.
    kept: Option<FactIndex>,
    /// The query that the rows answer, or that a background thread is to answer.
    pub(super) query: TableQuery,
    /// True if the rows are those of the query.
    is_complete: bool,
}

impl Default for TableView {
    fn default() -> Self {
        let order = TableOrder::default();
        Self {
            words: FilterLine::default(),
            order,
            column: order.column,
            rows: Arc::default(),
            selected: 0,
            kept: None,
            query: TableQuery::default(),
            is_complete: false,
        }
    }
}

impl TableView {
    /// Returns the query to be answered in the background; none if the rows are there.
    #[must_use]
    pub(crate) fn pending(&self) -> Option<&TableQuery> {
        Some(&self.query).filter(|_| !self.is_complete)
    }

    /// Shows the rows of the pending query.
    pub(crate) fn apply_rows(&mut self, rows: TableRows) {
        let index = self
            .kept
            .and_then(|kept| rows.facts.iter().position(|&fact| fact == kept));
        self.selected = index.unwrap_or(0);
        (self.rows, self.is_complete) = (Arc::new(rows), true);
    }

    /// Returns the facts that are shown, in their order.
    #[must_use]
    pub(crate) fn facts(&self) -> &[FactIndex] {
        &self.rows.facts
    }

    fn selected_fact(&self) -> Option<FactIndex> {
        self.facts().get(self.selected).copied()
    }

    pub(super) fn select_row(&mut self, index: usize) {
        self.selected = index.min(self.facts().len().saturating_sub(1));
        self.kept = self.selected_fact();
    }

    /// Selects the first row that matches. Returns whether one does.
    fn select_fact(&mut self, matches: impl Fn(FactIndex) -> bool) -> bool {
        let index = self.facts().iter().position(|&fact| matches(fact));
        if let Some(index) = index {
            self.select_row(index);
        }
        index.is_some()
    }

    /// Returns the parts of the screen for the table and the detail. The height of the detail never depends on its text.
    pub(super) fn split(scope: &ViewScope, rects: &ViewRects) -> (Rect, Option<Rect>) {
        let rows = DETAIL_ROWS[usize::from(scope.size.width >= WIDE)];
        rects.with_detail_below(rows)
    }

    /// Returns the number of rows that a page moves by: one stays visible.
    fn page(scope: &ViewScope) -> isize {
        let detail = DETAIL_ROWS[usize::from(scope.size.width >= WIDE)];
        let rows = scope.size.height.saturating_sub(6 + detail).max(1);
        isize::from(rows.cast_signed())
    }

    /// Sorts by a column. Sorts in the other direction if it is sorted by this column already.
    fn sort_by(&mut self, scope: &ViewScope, column: TableColumn) {
        self.order = if self.order.column == column {
            self.order.reversed()
        } else {
            TableOrder::by(column)
        };
        self.column = column;
        // Who sorts wants to see the first rows.
        (self.selected, self.kept) = (0, None);
        self.refresh(scope);
    }

    fn move_column(&mut self, scope: &ViewScope, steps: isize) {
        let columns = TableColumns::new(scope.size.width, &self.rows, false).columns();
        let index = columns.iter().position(|&column| column == self.column);
        let next = Motion::By(steps).apply(index.unwrap_or(0), columns.len());
        self.column = columns[next];
    }

    /// Leaves the input, or else clears it, or else leaves the view.
    fn go_back(&mut self, scope: &ViewScope) -> AppAction {
        if let Some(action) = self.words.go_back() {
            return action;
        }
        self.refresh(scope);
        let order = self.order.words();
        AppAction::Confirm(format!("The words are cleared: all rows, {order}").into())
    }
}

impl ViewState for TableView {
    fn refresh(&mut self, scope: &ViewScope) {
        let query = TableQuery::new(
            scope.snapshot(),
            &scope.filter,
            self.words.row_filter(),
            self.order,
        );
        if !runs_in_background(scope.dataset) {
            let rows = query.rows(scope.dataset);
            self.query = query;
            self.apply_rows(rows);
        } else if self.query != query || self.rows.known == 0 {
            if !query.is_about_same_facts(&self.query) {
                // Facts that are not known on the date must not be shown until the others arrive.
                self.rows = Arc::default();
                self.selected = 0;
            }
            (self.query, self.is_complete) = (query, false);
        }
    }

    fn enter(&mut self, _: &ViewScope, area: Option<AreaIndex>) {
        self.words.leave();
        let is_there = |fact: FactIndex| fact.owner.area() == area;
        if area.is_some() && !self.selected_fact().is_some_and(is_there) {
            self.select_fact(is_there);
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        if let Some(is_changed) = self.words.update(command) {
            if is_changed {
                self.refresh(scope);
            }
            return AppAction::None;
        }
        match command {
            Command::FilterRows => self.words.start(),
            Command::NextPane | Command::PreviousPane => self.words.toggle(),
            Command::Open if self.is_searchable() => return self.words.search(),
            Command::Open if self.words.leave() => {}
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return self.go_back(scope),
            Command::Left => self.move_column(scope, -1),
            Command::Right => self.move_column(scope, 1),
            Command::Sort if self.order.column != self.column => self.sort_by(scope, self.column),
            Command::Sort => {
                return AppAction::Notify("It is sorted by this column. Press S to reverse.");
            }
            Command::ReverseOrder => self.sort_by(scope, self.order.column),
            _ => {
                if let Some(motion) = Motion::from_command(command, Self::page(scope)) {
                    self.words.leave();
                    self.select_row(motion.apply(self.selected, self.facts().len()));
                }
            }
        }
        AppAction::None
    }

    fn mode(&self) -> Option<Mode> {
        self.words.mode()
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        self.words.text_input()
    }

    fn selected_item(&self) -> ItemIndex {
        self.selected_fact()
            .map_or(ItemIndex::Programme, ItemIndex::Fact)
    }

    fn save_subject(&self) -> SaveSubject {
        SaveSubject::Rows {
            query: Box::new(self.query.clone()),
            count: self.facts().len(),
        }
    }

    fn is_empty(&self) -> bool {
        self.facts().is_empty()
    }

    fn is_searchable(&self) -> bool {
        self.is_empty() && self.is_complete && !self.words.is_empty()
    }

    /// Selects the first row.
    fn go_home(&mut self, _: &ViewScope) -> bool {
        let was_deep = self.words.leave() || self.selected > 0;
        self.select_row(0);
        was_deep
    }

    fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool {
        match scope.dataset.item(item) {
            Item::Area(_) => self.select_fact(|fact| fact.owner.area() == item.area()),
            _ => self.select_fact(|fact| ItemIndex::Fact(fact) == item),
        }
    }

    /// Selects the item. Clears words that hide its row.
    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        let select = |view: &mut Self| view.select_item(scope, location.item);
        select_despite_words(self, scope, |view| &mut view.words, select)
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_facts(scope)
    }

    fn select_spoken(&mut self, _: &ViewScope, index: usize) {
        self.select_row(index);
    }

    fn click(&mut self, scope: &ViewScope, target: MouseTarget) -> bool {
        match target {
            MouseTarget::Row(row) => {
                self.words.leave();
                let before = self.selected;
                self.select_row(row);
                self.selected == before
            }
            MouseTarget::Heading(column) => {
                self.words.leave();
                if let Some(&column) = TableColumn::ALL.get(column) {
                    self.sort_by(scope, column);
                }
                false
            }
            _ => false,
        }
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let (list, detail) = Self::split(scope, rects);
        self.render_table(scope, list, detail.is_some(), context);
        if let (Some(area), Some(fact)) = (detail, self.selected_fact()) {
            self.render_detail(scope, fact, area, context);
        }
    }
}
