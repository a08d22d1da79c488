//! The areas view: areas, their priorities and facts in three panes, and the full text of the selected item.

mod area_list;
mod area_page;
mod area_ranks;
mod detail_pane;
mod fact_groups;
mod fact_list;
mod outcome_box;
mod page_state;
mod priority_list;
mod selection;
mod speech;

use std::cell::OnceCell;

use area_page::AreaPage;
use area_ranks::AreaRanks;

use super::{
    scope::{ViewScope, page},
    view_state::ViewState,
};
use crate::{
    command::Command,
    dataset::{AreaIndex, ItemIndex},
    query::{
        describe::name_of,
        digest::DigestEntry,
        outcome_counts::OutcomeCounts,
        outline::{self, AreaRow, FactRow, PriorityRow},
    },
    tui::{
        action::AppAction,
        history::Location,
        layout::{Pane, PaneRects, ScreenLayout, ViewRects},
        mouse_targets::MouseTarget,
        selectable_list::{Motion, SelectableList},
        speech::SpokenPage,
        widgets::{ListGroup, RenderContext},
    },
};

/// The selection in three lists. Each list belongs to the selected item of the previous one.
#[derive(Debug, Clone, Default)]
pub(crate) struct AreasView {
    /// The areas, and the programme.
    pub areas: SelectableList<AreaRow>,
    /// The priorities of the selected area.
    pub priorities: SelectableList<PriorityRow>,
    /// The facts of the selected priority.
    pub facts: SelectableList<FactRow>,
    /// True if going back leads to the view that the selected item was opened from.
    pub return_on_back: bool,
    /// The headings of the facts.
    fact_groups: Vec<ListGroup>,
    /// The ranks beside the areas.
    ranks: AreaRanks,
    /// The outcomes of all targets, counted when first needed.
    all_outcomes: OnceCell<OutcomeCounts>,
    /// The pane that receives the keys.
    focus: Pane,
    /// The list whose selected item the detail shows.
    shown: Pane,
    /// The number of lines that the detail is scrolled by.
    scroll: usize,
    /// True if the detail, while it has the focus, covers the panes.
    detail_covers: bool,
    /// The programme in brief, which counts the facts of all areas, made when first needed.
    programme: OnceCell<Vec<DigestEntry>>,
    /// The page of the selected area, if it covers the panes.
    page: Option<AreaPage>,
}

impl AreasView {
    /// Returns the pane that receives the keys.
    #[must_use]
    pub(crate) fn focus(&self) -> Pane {
        self.focus
    }

    /// Returns the layout of the screen, which shows the focused list.
    #[must_use]
    pub(crate) fn layout(&self, scope: &ViewScope) -> ScreenLayout {
        scope.layout().focused_on(self.focused_list())
    }

    /// Returns true if only one pane is shown.
    fn is_single(&self, scope: &ViewScope) -> bool {
        matches!(self.layout(scope), ScreenLayout::Single(_))
    }

    /// Returns the number of lines that the detail is scrolled by.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn detail_scroll(&self) -> usize {
        self.scroll
    }

    /// Focuses a pane. The detail keeps its text when it is focused itself.
    pub(crate) fn focus_on(&mut self, pane: Pane) {
        if self.detail_covers && pane != Pane::Detail {
            (self.detail_covers, self.scroll) = (false, 0);
        }
        self.focus = pane;
        if pane != Pane::Detail && pane != self.shown {
            self.shown = pane;
            self.scroll = 0;
        }
    }

    /// Returns the selected item of a list. An empty list has the item that it belongs to.
    fn item_in(&self, pane: Pane) -> ItemIndex {
        let area = match self.areas.selected() {
            Some(AreaRow::Area(area)) => ItemIndex::Area(area),
            Some(AreaRow::Programme) | None => ItemIndex::Programme,
        };
        let priority = match self.priorities.selected() {
            Some(PriorityRow::Priority(priority)) => ItemIndex::Priority(priority),
            Some(PriorityRow::AboutArea(area)) => ItemIndex::Area(area),
            Some(PriorityRow::Programme(_)) | None => area,
        };
        match pane {
            Pane::Areas => area,
            Pane::Priorities => priority,
            Pane::Facts | Pane::Detail => self
                .facts
                .selected()
                .map_or(priority, |row| ItemIndex::Fact(row.fact)),
        }
    }

    fn render_pane(
        &self,
        pane: Pane,
        scope: &ViewScope,
        rects: &PaneRects,
        context: &mut RenderContext,
    ) {
        let area = rects.pane(pane);
        match pane {
            Pane::Areas => self.render_areas(scope, area, context),
            Pane::Priorities => self.render_priorities(scope, area, context),
            Pane::Facts => self.render_facts(scope, area, context),
            Pane::Detail => self.render_detail(scope, area, context),
        }
    }
}

impl ViewState for AreasView {
    fn refresh(&mut self, scope: &ViewScope) {
        let covering = self.covering_item();
        self.areas
            .set_items(outline::area_rows(scope.snapshot(), &scope.filter));
        self.ranks = AreaRanks::of(scope.snapshot(), self.areas.items());
        self.all_outcomes = OnceCell::new();
        self.programme = OnceCell::new();
        self.refresh_priorities(scope);
        self.scroll = 0;
        self.page = self.page.map(|_| AreaPage::default());
        if covering.is_some_and(|item| item != self.selected_item()) {
            self.uncover();
        }
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_area(scope, area);
        }
    }

    fn resize(&mut self, scope: &ViewScope) {
        if self.scroll > 0 {
            self.scroll_detail(scope, Motion::By(0));
        }
        self.resize_page(scope);
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        if let Some(area) = self.page_area() {
            return self.update_page(scope, area, command);
        }
        let focus = self.focus;
        match command {
            Command::Open if scope.speaks && focus != Pane::Detail => self.open_full_text(),
            Command::Right if scope.speaks && focus == Pane::Facts => {}
            Command::NextPane | Command::PreviousPane if scope.speaks => {
                self.focus_on(self.next_spoken_pane(command == Command::NextPane));
            }
            Command::Open if focus == Pane::Areas && self.can_open_page(scope) => {
                self.page = Some(AreaPage::default());
            }
            Command::Left if focus == Pane::ALL[0] => {}
            Command::Right if focus == Pane::ALL[3] => {}
            Command::NextPane | Command::Right => self.focus_on(focus.next()),
            Command::PreviousPane | Command::Left => self.focus_on(focus.previous()),
            Command::Open if focus == Pane::Facts => self.open_full_text(),
            Command::Open if focus != Pane::Detail => self.focus_on(focus.next()),
            Command::Open => return AppAction::Notify("This is the full text. Esc goes back."),
            Command::Back if self.return_on_back => return AppAction::GoBack,
            Command::Back if focus == Pane::Detail => self.focus_on(self.shown),
            Command::Back if focus != Pane::Areas => self.focus_on(focus.previous()),
            Command::Back => return AppAction::Notify("You are at the start. Press q to quit"),
            _ => {
                let page = page(self.height_of(scope, focus));
                match Motion::from_command(command, page) {
                    Some(motion) if focus == Pane::Detail => self.scroll_detail(scope, motion),
                    Some(motion) => self.move_by(scope, focus, motion),
                    None => {}
                }
            }
        }
        AppAction::None
    }

    fn selected_item(&self) -> ItemIndex {
        self.item_in(self.shown)
    }

    /// Lists the areas.
    fn go_home(&mut self, _: &ViewScope) -> bool {
        let was_deep = self.page.take().is_some() || self.focus != Pane::Areas;
        self.focus_on(Pane::Areas);
        self.return_on_back = false;
        was_deep
    }

    /// Returns what a fact is listed under: the facts of an area, and those of several plans, are listed more than once. An
    /// area whose page is open is under itself.
    fn context(&self) -> Option<ItemIndex> {
        if self.page.is_some() {
            return Some(self.selected_item());
        }
        let is_fact = matches!(self.selected_item(), ItemIndex::Fact(_));
        Some(self.item_in(Pane::Priorities)).filter(|_| is_fact)
    }

    /// Selects an item and focuses its pane. Themes and sources are in no pane.
    fn select_item(&mut self, scope: &ViewScope, item: ItemIndex) -> bool {
        let Some((area, priority, fact)) = outline::path_to(item) else {
            return false;
        };
        // Changes a copy, so that nothing changes if a part of the path is filtered out or not known yet.
        let mut opened = self.clone();
        opened.page = None;
        if !opened.areas.select_item(|&other| other == area) {
            return false;
        }
        if opened.areas.selected() != self.areas.selected() {
            opened.priorities = SelectableList::default();
            opened.facts = SelectableList::default();
        }
        opened.refresh_priorities(scope);
        opened.focus_on(Pane::Areas);
        if let Some(priority) = priority {
            if !opened.priorities.select_item(|&other| other == priority) {
                return false;
            }
            opened.refresh_facts(scope);
            opened.focus_on(Pane::Priorities);
        }
        if let Some(fact) = fact {
            if !opened.facts.select_item(|row| row.fact == fact) {
                return false;
            }
            opened.focus_on(Pane::Facts);
        }
        opened.scroll = 0;
        *self = opened;
        true
    }

    fn restore(&mut self, scope: &ViewScope, location: &Location) -> bool {
        self.return_on_back = false;
        let found = self.select_fact_under(scope, location.item, location.context)
            || self.select_item(scope, location.item);
        if found {
            self.focus_on(location.pane);
            if location.context == Some(location.item) && self.can_open_page(scope) {
                self.page = Some(AreaPage::default());
            }
        }
        found
    }

    fn selected_index(&self) -> Option<usize> {
        self.index_in(self.focused_list())
    }

    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let dataset = scope.dataset;
        match self.focused_list() {
            Pane::Areas => {
                let areas = self.areas.items().iter();
                areas.map(|&area| area.name(dataset).into()).collect()
            }
            Pane::Priorities => {
                let priorities = self.priorities.items().iter();
                priorities
                    .map(|&priority| priority.name(dataset).into())
                    .collect()
            }
            Pane::Facts | Pane::Detail => {
                let facts = self.facts.items().iter();
                facts
                    .map(|row| name_of(scope.snapshot(), ItemIndex::Fact(row.fact)).into())
                    .collect()
            }
        }
    }

    fn other_names(&self, scope: &ViewScope) -> Vec<(String, ItemIndex)> {
        self.areas_beside(scope)
    }

    fn select_index(&mut self, scope: &ViewScope, index: usize) {
        self.select_in(scope, self.focused_list(), index);
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_pane(scope)
    }

    fn select_spoken(&mut self, scope: &ViewScope, index: usize) {
        self.select_in_spoken_pane(scope, index);
    }

    fn click(&mut self, scope: &ViewScope, target: MouseTarget) -> bool {
        match target {
            MouseTarget::Item(pane, item) => {
                let before = (self.focus, self.selected_item());
                self.select_in(scope, pane, item);
                before == (pane, self.selected_item())
            }
            MouseTarget::Pane(pane) => {
                self.focus_on(pane);
                false
            }
            _ => false,
        }
    }

    fn scroll(&mut self, scope: &ViewScope, target: MouseTarget, steps: isize) -> bool {
        if self.page.is_some() {
            return false;
        }
        let (MouseTarget::Pane(pane) | MouseTarget::Item(pane, _)) = target else {
            return false;
        };
        match pane {
            Pane::Detail => self.scroll_detail(scope, Motion::By(steps)),
            pane => self.move_by(scope, pane, Motion::By(steps)),
        }
        true
    }

    fn render(&self, scope: &ViewScope, _: &ViewRects, context: &mut RenderContext) {
        let layout = self.layout(scope);
        let Some(rects) = layout.pane_rects() else {
            return;
        };
        if let (Some(page), Some(area)) = (self.page, self.page_area()) {
            if let Some(rects) = scope.rects(false) {
                page.render(scope, area, rects.main, context);
            }
            return;
        }
        if self.detail_covers {
            let area = self.detail_area(scope).unwrap_or_default();
            self.render_detail(scope, area, context);
            return;
        }
        if matches!(layout, ScreenLayout::Single(_)) {
            self.render_pane(self.focus, scope, &rects, context);
            return;
        }
        // The focused pane comes last, because the cursor is in it.
        let others = Pane::ALL
            .into_iter()
            .filter(|&pane| pane != self.focus && rects.is_shown(pane));
        for pane in others.chain([self.focus]) {
            self.render_pane(pane, scope, &rects, context);
        }
    }
}
