//! The panes in screen-reader mode, one at a time.

use super::AreasView;
use crate::{
    query::{
        outline::PriorityRow,
        ranks::YearRanks,
        sentence::{area_sentence, fact_sentence, priority_sentence},
    },
    tui::{
        layout::Pane,
        speech::{SpokenPage, item_text},
        views::{scope::ViewScope, view_state::ViewState},
    },
};

impl AreasView {
    /// Closes the page of an area: its details are a text of their own in screen-reader mode.
    pub(crate) fn close_page(&mut self) {
        self.page = None;
    }

    /// Returns the list that follows the focused one, the first after the last. The details open with Enter only.
    pub(super) fn next_spoken_pane(&self, forward: bool) -> Pane {
        let next = |pane: Pane| {
            if forward {
                pane.next()
            } else {
                pane.previous()
            }
        };
        match next(self.focused_list()) {
            Pane::Detail => next(Pane::Detail),
            pane => pane,
        }
    }

    pub(super) fn spoken_pane<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let area = self
            .areas
            .selected()
            .map_or("Areas", |area| area.name(scope.dataset));
        match self.focus {
            Pane::Areas => {
                let (areas, year) = (&self.areas, self.ranks.year());
                let remark = year.map(|YearRanks { year, worst, .. }| {
                    format!("ranks of {year}, {worst} is the worst")
                });
                SpokenPage::list(
                    "Areas",
                    areas.items().len(),
                    areas.selected_index(),
                    move |index| area_sentence(snapshot, areas.items()[index], year),
                )
                .with_remark(remark)
                .or_empty(scope.empty_message("There are no areas."))
            }
            Pane::Priorities => {
                let rows = &self.priorities;
                let title = format!("{area}, priorities");
                SpokenPage::list(
                    title,
                    rows.items().len(),
                    rows.selected_index(),
                    move |index| priority_sentence(snapshot, rows.items()[index]),
                )
                .or_empty(scope.empty_message("No priorities known."))
            }
            Pane::Facts => {
                let rows = &self.facts;
                let title = match self.priorities.selected() {
                    Some(PriorityRow::Priority(priority)) => {
                        let number = scope.dataset.priority(priority).number;
                        format!("{area}, priority {number}, facts")
                    }
                    Some(row) => format!("{area}, {}", row.name(scope.dataset)),
                    None => format!("{area}, facts"),
                };
                SpokenPage::list(
                    title,
                    rows.items().len(),
                    rows.selected_index(),
                    move |index| fact_sentence(snapshot, rows.items()[index]),
                )
                .or_empty(scope.empty_message("No facts known."))
            }
            Pane::Detail => {
                let item = self.selected_item();
                let digest = self.digest_of(scope, item);
                let title = format!("{}, details", digest.context);
                SpokenPage::text(title, item_text(snapshot, item, &digest))
            }
        }
    }

    pub(super) fn select_in_spoken_pane(&mut self, scope: &ViewScope, index: usize) {
        if self.focus != Pane::Detail {
            self.select_in(scope, self.focus, index);
        }
    }
}
