//! The timeline in screen-reader mode: the events that were known, by date.

use super::TimelineView;
use crate::{
    dataset::ItemIndex,
    query::describe::name_of,
    sort::SortShared,
    tui::{speech::SpokenPage, views::scope::ViewScope},
};

impl TimelineView {
    /// Puts the known events in the order of their dates.
    pub(super) fn arrange_by_date(&mut self) {
        let events = self.known_events();
        let mut by_date: Vec<_> = events
            .map(|(lane, event, found)| (found.time, (lane, event)))
            .collect();
        by_date.sort_shared_by(|(one, _), (other, _)| one.total_cmp(other));
        self.by_date = by_date.into_iter().map(|(_, place)| place).collect();
    }

    pub(super) fn spoken_events<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        let snapshot = scope.snapshot();
        let selected = (self.lane, self.event);
        let index = self.by_date.iter().position(|&place| place == selected);
        SpokenPage::list(
            "Timeline, by date",
            self.by_date.len(),
            index.unwrap_or(0),
            move |index| {
                let (lane, event) = self.by_date[index];
                let lane = &self.lanes[lane];
                let event = lane.events[event];
                let name = name_of(snapshot, ItemIndex::Fact(event.fact));
                let date = event.date.to_string();
                // The text of an event may begin with its date.
                let what = name
                    .strip_prefix(&*date)
                    .map_or(&*name, |rest| rest.trim_start_matches([':', ' ']));
                format!("{date}, {}: {what}", lane.name(scope.dataset))
            },
        )
        .or_empty(scope.empty_message("There are no events."))
    }

    /// Selects an event that is listed, in screen-reader mode: the nearest to the selected one, which was not known.
    pub(super) fn select_listed_event(&mut self, scope: &ViewScope) {
        let selected = (self.lane, self.event);
        if !scope.speaks || self.by_date.contains(&selected) {
            return;
        }
        let time_of = |&(lane, event): &(usize, usize)| {
            let lane = self.lanes.get(lane)?;
            lane.events.get(event).map(|event| event.time)
        };
        let time = time_of(&selected).unwrap_or(f64::NEG_INFINITY);
        let is_before = |place: &(usize, usize)| time_of(place).is_some_and(|event| event < time);
        let next = self.by_date.partition_point(is_before);
        let last = self.by_date.len().saturating_sub(1);
        self.select_by_date(next.min(last));
    }

    pub(super) fn select_by_date(&mut self, index: usize) {
        if let Some(&(lane, event)) = self.by_date.get(index) {
            (self.lane, self.event) = (lane, event);
        }
    }
}
