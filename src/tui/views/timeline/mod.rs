//! The timeline: a lane for the programme and one for each area, and the events of the selected lane as a list.

mod lane_cells;
mod lane_rendering;
mod lanes;
mod rendering;
mod speech;
#[cfg(test)]
mod tests;
mod time_axis;
mod timeline_layout;

use lane_cells::LaneCache;
use lanes::{LaneEvent, LanePublications, TimelineLane, lanes};
use time_axis::{TimeWindow, TimeZoom};

use super::{scope::ViewScope, view_state::ViewState};
use crate::{
    command::Command,
    dataset::{AreaIndex, FactIndex, ItemIndex, OwnerIndex, PartialDate},
    query::describe::name_of,
    tui::{
        action::AppAction, layout::ViewRects, mouse_targets::MouseTarget, selectable_list::Motion,
        speech::SpokenPage, widgets::RenderContext,
    },
};

/// The selected lane and event, and the part of the time that is shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct TimelineView {
    lanes: Vec<TimelineLane>,
    /// The index of the selected lane.
    lane: usize,
    /// The index of the selected event in its lane.
    event: usize,
    zoom: TimeZoom,
    /// The number of events in all lanes.
    count: usize,
    /// All years with events.
    years: Option<TimeWindow>,
    cache: LaneCache,
    /// The lanes and events that were known, by date.
    by_date: Vec<(usize, usize)>,
    /// The publications of each lane, found when the view is first shown: neither dates nor filters change them.
    publications: Option<LanePublications>,
}

impl TimelineView {
    fn selected_lane(&self) -> Option<&TimelineLane> {
        self.lanes.get(self.lane)
    }

    fn selected_event(&self) -> Option<&LaneEvent> {
        self.selected_lane()?.events.get(self.event)
    }

    /// Selects a lane, and its event nearest to the selected one.
    fn select_lane(&mut self, lane: usize) {
        let time = self.selected_event().map(|event| event.time);
        self.lane = lane.min(self.lanes.len().saturating_sub(1));
        if let (Some(time), Some(lane)) = (time, self.selected_lane()) {
            self.event = lane.nearest(time);
        }
    }

    fn select_lane_of(&mut self, owner: OwnerIndex) -> bool {
        let lane = self.lanes.iter().position(|lane| lane.owner == owner);
        if let Some(lane) = lane {
            self.select_lane(lane);
        }
        lane.is_some()
    }

    fn select_fact(&mut self, fact: FactIndex) -> bool {
        let found = self.lanes.iter().enumerate().find_map(|(index, lane)| {
            let event = lane.events.iter().position(|event| event.fact == fact)?;
            Some((index, event))
        });
        if let Some((lane, event)) = found {
            (self.lane, self.event) = (lane, event);
        }
        found.is_some()
    }

    fn move_by(&mut self, motion: Motion) {
        let count = self.selected_lane().map_or(0, |lane| lane.events.len());
        self.event = motion.apply(self.event, count);
    }

    /// Returns the window that is shown: it follows the selected event.
    fn window(&self) -> TimeWindow {
        let all = self.years.unwrap_or(TimeWindow { from: 0.0, to: 1.0 });
        let time = self.selected_event().map_or(all.from, |event| event.time);
        self.zoom.window(all, time)
    }

    fn zoom_in(&mut self) -> AppAction {
        match self.zoom.zoomed_in() {
            Some(zoom) => self.zoom = zoom,
            None => return AppAction::Notify("A month is the shortest time."),
        }
        AppAction::None
    }

    fn zoom_out(&mut self) -> AppAction {
        match self.zoom.zoomed_out() {
            Some(zoom) => self.zoom = zoom,
            None => return AppAction::Notify("These are all years."),
        }
        AppAction::None
    }

    /// Returns the events that were known, with the indices of their lanes and of themselves.
    fn known_events(&self) -> impl Iterator<Item = (usize, usize, &LaneEvent)> {
        self.lanes.iter().enumerate().flat_map(|(index, lane)| {
            let events = lane.events.iter().enumerate();
            events
                .filter(|(_, event)| event.is_known)
                .map(move |(position, event)| (index, position, event))
        })
    }
}

impl ViewState for TimelineView {
    fn refresh(&mut self, scope: &ViewScope) {
        let selected = self.selected_event().map(|event| event.fact);
        let owner = self.selected_lane().map(|lane| lane.owner);
        let time = self.selected_event().map(|event| event.time);
        let publications = self
            .publications
            .get_or_insert_with(|| LanePublications::new(scope.dataset));
        self.lanes = lanes(scope.snapshot(), &scope.filter, publications);
        let events = || self.lanes.iter().flat_map(|lane| &lane.events);
        self.count = events().count();
        self.years = TimeWindow::around(events().map(|event| event.time));
        self.cache.forget();
        self.arrange_by_date();
        if !selected.is_some_and(|fact| self.select_fact(fact)) {
            let lane = self.lanes.iter().position(|lane| Some(lane.owner) == owner);
            self.lane = lane.unwrap_or(0);
            let nearest = |lane: &TimelineLane| time.map_or(0, |time| lane.nearest(time));
            self.event = self.selected_lane().map_or(0, nearest);
        }
        self.select_listed_event(scope);
    }

    fn enter(&mut self, scope: &ViewScope, area: Option<AreaIndex>) {
        if let Some(area) = area {
            self.select_item(scope, ItemIndex::Area(area));
        }
        self.select_listed_event(scope);
    }

    fn resize(&mut self, scope: &ViewScope) {
        self.select_listed_event(scope);
    }

    fn update(&mut self, scope: &ViewScope, command: Command) -> AppAction {
        match command {
            Command::Open => return AppAction::OpenItem(self.selected_item()),
            Command::Back => return AppAction::LeaveView,
            Command::Up => self.select_lane(self.lane.saturating_sub(1)),
            Command::Down => self.select_lane(self.lane + 1),
            Command::Left => self.move_by(Motion::By(-1)),
            Command::Right => self.move_by(Motion::By(1)),
            Command::ZoomIn => return self.zoom_in(),
            Command::ZoomOut => return self.zoom_out(),
            Command::PreviousDate => {
                let date = scope.previous_date();
                return if date == scope.as_of {
                    AppAction::Notify("Nothing became known earlier.")
                } else {
                    AppAction::SetAsOf(date)
                };
            }
            Command::NextDate if scope.as_of.is_none() => {
                return AppAction::Notify("This is the latest.");
            }
            Command::NextDate => return AppAction::SetAsOf(scope.next_date()),
            _ => {
                if let Some(motion) = Motion::from_command(command, PAGE) {
                    self.move_by(motion);
                }
            }
        }
        AppAction::None
    }

    fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }

    /// Returns the day of the first source that tells of the selected event. On the day of the event itself hardly any was
    /// known.
    fn suggested_date(&self, scope: &ViewScope) -> Option<PartialDate> {
        let event = self.selected_event()?;
        Some(scope.dataset.fact(event.fact).cites().known_from())
    }

    /// Shows all years.
    fn go_home(&mut self, _: &ViewScope) -> bool {
        std::mem::take(&mut self.zoom) != TimeZoom::All
    }

    /// Returns the selected event; the item of its lane if the event became known later.
    fn selected_item(&self) -> ItemIndex {
        let lane = self
            .selected_lane()
            .map_or(ItemIndex::Programme, TimelineLane::item);
        match self.selected_event() {
            Some(event) if event.is_known => ItemIndex::Fact(event.fact),
            _ => lane,
        }
    }

    /// Selects an event, or the lane of an area or the programme.
    fn select_item(&mut self, _: &ViewScope, item: ItemIndex) -> bool {
        match item {
            ItemIndex::Fact(fact) => self.select_fact(fact),
            ItemIndex::Area(area) => self.select_lane_of(OwnerIndex::Area(area)),
            ItemIndex::Programme => self.select_lane_of(OwnerIndex::Programme),
            _ => false,
        }
    }

    fn selected_index(&self) -> Option<usize> {
        let selected = (self.lane, self.event);
        let mut known = self.known_events();
        let event = known.position(|(lane, event, _)| (lane, event) == selected);
        Some(event.map_or(self.lane, |event| self.lanes.len() + event))
    }

    /// Returns the names of the lanes, then those of the events: many events mention an area.
    fn names(&self, scope: &ViewScope) -> Vec<String> {
        let name = |item| name_of(scope.snapshot(), item).into();
        let lanes = self.lanes.iter().map(|lane| name(lane.item()));
        let events = self.known_events();
        lanes
            .chain(events.map(|(.., event)| name(ItemIndex::Fact(event.fact))))
            .collect()
    }

    fn select_index(&mut self, _: &ViewScope, index: usize) {
        let Some(event) = index.checked_sub(self.lanes.len()) else {
            return self.select_lane(index);
        };
        let found = self.known_events().nth(event);
        if let Some((lane, event, _)) = found {
            (self.lane, self.event) = (lane, event);
        }
    }

    fn escape_label(&self) -> Option<&'static str> {
        (self.zoom != TimeZoom::All).then_some("all years")
    }

    fn spoken<'p>(&'p self, scope: &'p ViewScope) -> SpokenPage<'p> {
        self.spoken_events(scope)
    }

    fn select_spoken(&mut self, _: &ViewScope, index: usize) {
        self.select_by_date(index);
    }

    fn click(&mut self, _: &ViewScope, target: MouseTarget) -> bool {
        let before = (self.lane, self.event);
        match target {
            MouseTarget::Heading(lane) => self.select_lane(lane),
            MouseTarget::Cell(lane, event) => (self.lane, self.event) = (lane, event),
            MouseTarget::Row(event) => self.event = event,
            _ => return false,
        }
        (self.lane, self.event) == before
    }

    /// Moves through the events under the wheel; through the lanes elsewhere.
    fn scroll(&mut self, _: &ViewScope, target: MouseTarget, steps: isize) -> bool {
        let is_list = matches!(target, MouseTarget::Row(_));
        if is_list {
            self.move_by(Motion::By(steps));
        }
        is_list
    }

    fn render(&self, scope: &ViewScope, rects: &ViewRects, context: &mut RenderContext) {
        self.render_timeline(scope, rects, context);
    }
}

/// The events that a page moves by.
const PAGE: isize = 5;
