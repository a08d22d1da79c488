//! The state of the targets.

use ratatui::layout::Rect;

use super::columns::{MOST_LINES, WIDE};
use crate::{
    command::{Command, Mode, SaveSubject},
    dataset::{AreaIndex, Item, ItemIndex},
    query::{
        describe::{counted, name_of},
        filter::Filter,
        outcome_counts::OutcomeCounts,
        targets::{
            TargetGroup, TargetGrouping, TargetRow, outcome_counts, outcome_counts_with_words,
            targets_with_words,
        },
    },
    tui::{
        action::AppAction,
        history::Location,
        layout::ViewRects,
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        speech::SpokenPage,
        views::{
            filter_line::{FilterLine, select_despite_words},
            scope::ViewScope,
            view_state::{ViewState, click_row},
        },
        widgets::{RenderContext, TextInput},
    },
};

/// The rows of the detail with its title, so that the list does not jump: narrow and wide.
const DETAIL_ROWS: [u16; 2] = [7, 10];

/// The targets in groups, and the selected one.
#[derive(Debug, Clone, Default)]
pub(crate) struct TargetsView {
    pub(super) rows: SelectableList<TargetRow>,
    pub(super) grouping: TargetGrouping,
    /// The words that rows must have.
    pub(super) words: FilterLine,
    /// The outcomes of the targets, each counted once.
    pub(super) counts: OutcomeCounts,
    /// The number of all targets that match the filter, with the words or without.
    pub(super) known: usize,
    /// The filter that the targets match.
    filter: Filter,
    /// The groups in order, with the index of their first row and their outcomes.
    groups: Vec<(usize, OutcomeCounts)>,
}

impl TargetsView {
    /// Groups the targets in the next way, and selects the first: who sorts wants to see the first rows.
    fn regroup(&mut self, scope: &ViewScope) {
        self.grouping = self.grouping.next();
        self.refresh(scope);
        self.rows.select(0);
    }

    /// Leaves the line of words, or clears it, or else leaves the view.
    fn go_back(&mut self, scope: &ViewScope) -> AppAction {
        if let Some(action) = self.words.go_back() {
            return action;
        }
        self.refresh(scope);
        let (count, order) = (
            counted(self.known, "target", "targets"),
            self.grouping.noun(),
        );
        AppAction::Confirm(format!("The words are cleared: {count} by {order}").into())
    }

    /// Returns the parts of the screen for the list and the detail. The height of the detail never depends on its text.
    pub(super) fn split(scope: &ViewScope, rects: &ViewRects) -> (Rect, Option<Rect>) {
        let rows = DETAIL_ROWS[usize::from(scope.size.width >= WIDE)];
        rects.with_detail_below(rows.min(rects.whole().height / 2))
    }

    /// Returns the number of targets that a page moves by.
    fn page(scope: &ViewScope) -> isize {
        let rows =
            usize::from(scope.size.height) / 2 / MOST_LINES[usize::from(scope.size.width >= WIDE)];
        rows.max(1).cast_signed()
    }

    /// Selects an item, under its theme if it was selected there. Returns whether it is listed.
    fn select_location(&mut self, scope: &ViewScope, location: &Location) -> bool {
        let under = |row: &TargetRow| match row.group {
            TargetGroup::Theme(theme) => Some(ItemIndex::Theme(theme)),
            _ => None,
        };
        let is_same = |row: &TargetRow| ItemIndex::Fact(row.fact) == location.item;
        self.rows
            .select_item(|row| is_same(row) && under(row) == location.context)
            || self.select_item(scope, location.item)
    }

    /// Returns the outcomes of the group that a row belongs to.
    pub(super) fn group_counts(&self, row: usize) -> OutcomeCounts {
        let after = self.groups.partition_point(|(first, _)| *first <= row);
        self.groups[after.saturating_sub(1)].1
    }
}

/// Returns the first row of each group, and the outcomes in it.
fn groups(rows: &[TargetRow]) -> Vec<(usize, OutcomeCounts)> {
    let mut first = 0;
    let groups = rows.chunk_by(|one, other| one.group == other.group);
    groups
        .map(|group| {
            let counts = group.iter().map(|row| row.outcome).collect();
            let start = first;
            first += group.len();
            (start, counts)
        })
        .collect()
}

impl ViewState for TargetsView {
    fn refresh(&mut self, scope: &ViewScope) {
        let (snapshot, filter) = (scope.snapshot(), &scope.filter);
        let words = self.words.row_filter();
        let rows = targets_with_words(snapshot, filter, &words, self.grouping);
        self.groups = groups(&rows);
        self.counts = outcome_counts_with_words(snapshot, filter, &words);
        self.known = if words.is_empty() {
            self.counts.total()
        } else {
            outcome_counts(snapshot, filter).total()
        };
        self.filter = filter.clone();
        let selected = self.rows.selected();
        self.rows.set_items(rows);
        // The outcome of a target, and the group that it is in, may be another on another date.
        if let Some(before) = selected.filter(|_| self.rows.selected() != selected) {
            let is_same = |row: &TargetRow| row.fact == before.fact;
            let _ = self
                .rows
                .select_item(|row| is_same(row) && row.group == before.group)
                || self.rows.select_item(is_same);
        }
    }

    fn enter(&mut self, _: &ViewScope, area: Option<AreaIndex>) {
        self.words.leave();
        let is_there = |row: &TargetRow| row.fact.owner.area() == area;
        if area.is_some() && !self.rows.selected().is_some_and(|row| is_there(&row)) {
            self.rows.select_item(is_there);
        }
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        if let Some(is_changed) = self.words.update(command) {
            if is_changed {
                let fact = |view: &Self| view.rows.selected().map(|row| row.fact);
                let before = fact(self);
                self.refresh(scope);
                // Words lead to the first target that has them, unless the selected one does.
                if fact(self) != before {
                    self.rows.select(0);
                }
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
            Command::Sort => self.regroup(scope),
            _ => {
                if let Some(motion) = Motion::from_command(command, Self::page(scope)) {
                    self.words.leave();
                    self.rows.move_by(motion);
                }
            }
        }
        AppAction::None
    }

    fn selected_item(&self) -> ItemIndex {
        let selected = self.rows.selected();
        selected.map_or(ItemIndex::Programme, |row| ItemIndex::Fact(row.fact))
    }

    fn mode(&self) -> Option<Mode> {
        self.words.mode()
    }

    fn text_input(&mut self) -> Option<&mut TextInput> {
        self.words.text_input()
    }

    fn save_subject(&self) -> SaveSubject {
        SaveSubject::Targets {
            filter: Box::new(self.filter.clone()),
            words: self.words.row_filter(),
            grouping: self.grouping,
        }
    }

    fn is_empty(&self) -> bool {
        self.rows.items().is_empty()
    }

    fn is_searchable(&self) -> bool {
        self.is_empty() && !self.words.is_empty()
    }

    fn go_home(&mut self, _: &ViewScope) -> bool {
        self.words.leave()
    }

    fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool {
        match scope.dataset.item(item) {
            Item::Area(_) => self
                .rows
                .select_item(|row| row.fact.owner.area() == item.area()),
            _ => self
                .rows
                .select_item(|row| ItemIndex::Fact(row.fact) == item),
        }
    }

    fn context(&self) -> Option<ItemIndex> {
        match self.rows.selected()?.group {
            TargetGroup::Theme(theme) => Some(ItemIndex::Theme(theme)),
            _ => None,
        }
    }

    /// Selects the item. Clears words that hide its row.
    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        let select = |view: &mut Self| view.select_location(scope, location);
        select_despite_words(self, scope, |view| &mut view.words, select)
    }

    fn selected_index(&self) -> Option<usize> {
        Some(self.rows.selected_index())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let rows = self.rows.items().iter();
        rows.map(|row| name_of(scope.snapshot(), ItemIndex::Fact(row.fact)).into())
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        self.rows.select(index);
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_targets(scope)
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        self.words.leave();
        click_row(&mut self.rows, target)
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        let (list, detail) = Self::split(scope, rects);
        self.render_list(scope, list, detail.is_some(), context);
        if let (Some(area), Some(row)) = (detail, self.rows.selected()) {
            Self::render_detail(scope, row.fact, area, context);
        }
    }
}
