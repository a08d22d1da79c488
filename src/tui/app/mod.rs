//! The dashboard's state, and the only place where it changes.

mod jump;
mod mouse;
mod navigation;
mod overlay;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;

use ratatui::layout::Size;

use super::{
    layout::{Pane, PaneAreas, ViewAreas, screen_layout, view_areas},
    state::{
        Query,
        areas::Areas,
        compare::Compare,
        date,
        history::{History, Location},
        map::Map,
        matrix::Matrix,
        overlay::{CommandPicker, DatePrompt, FilterPicker, Overlay, SavePrompt},
        search::Search,
        selectable_list::Motion,
        sources::Sources,
        step_of,
        timeline::Timeline,
    },
    styles::Styles,
    view::detail,
};
use crate::{
    command::{self, Command, Key, Mode, View, file_name},
    dataset::{AreaIndex, Dataset, ItemIndex, PartialDate},
    query::{describe::quote, facet_options::facet_options, filter::Filter, snapshot::Snapshot},
};

/// What only the edge of the program can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: draw the next frame.
    None,
    /// Draw the whole screen again.
    Redraw,
    /// Stop until the shell lets the program go on.
    Suspend,
    /// Give this text to the terminal's clipboard.
    Copy(String),
    /// Write a briefing to a file, and say what came of it by [`App::saved`].
    Save {
        /// The file's name.
        name: String,
        /// What the briefing is about.
        item: ItemIndex,
        /// As of when.
        as_of: Option<PartialDate>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Leave the program.
    Quit,
}

/// What is said about what is shown, at the foot of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// What is said.
    pub words: String,
    /// What keys do meanwhile.
    pub keys: &'static str,
}

/// All of the dashboard's state.
#[derive(Debug, Clone)]
pub struct App<'a> {
    dataset: &'a Dataset,
    size: Size,
    /// How it looks.
    pub styles: Styles,
    /// What is said about what is shown, at the foot of the screen.
    pub banner: Option<Banner>,
    /// Whether strangers use it: nothing leads out of the program then.
    pub kiosk: bool,
    as_of: Option<PartialDate>,
    filter: Filter,
    view: View,
    pub(super) overlay: Option<Overlay>,
    pub(super) areas: Areas,
    pub(super) matrix: Matrix,
    pub(super) map: Map,
    pub(super) timeline: Timeline,
    pub(super) compare: Compare,
    pub(super) sources: Sources,
    pub(super) search: Search,
    pub(super) history: History,
    /// The dates on which something became known; found when they are first stepped through.
    dates: OnceCell<Vec<PartialDate>>,
    /// Whether Escape leads from the panes to the view that something was opened from.
    opened: bool,
}

impl<'a> App<'a> {
    /// The state when the dashboard opens, on a screen of this size.
    #[must_use]
    pub fn new(dataset: &'a Dataset, size: Size) -> Self {
        let filter = Filter::default();
        let query = Query {
            snapshot: Snapshot::latest(dataset),
            filter: &filter,
        };
        let areas = Areas::new(query);
        Self {
            dataset,
            size,
            styles: Styles::default(),
            banner: None,
            kiosk: false,
            as_of: None,
            view: View::Areas,
            overlay: None,
            areas,
            matrix: Matrix::default(),
            map: Map::default(),
            timeline: Timeline::default(),
            compare: Compare::default(),
            sources: Sources::default(),
            search: Search::default(),
            history: History::default(),
            dates: OnceCell::new(),
            opened: false,
            filter,
        }
    }

    /// The dataset that is shown.
    #[must_use]
    pub fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    fn dates(&self) -> &[PartialDate] {
        self.dates.get_or_init(|| date::dates(self.dataset))
    }

    /// What was known on the date that is asked for.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'a> {
        Snapshot::as_of(self.dataset, self.as_of)
    }

    /// The date that is asked for; none for all that is known.
    #[must_use]
    pub fn as_of(&self) -> Option<PartialDate> {
        self.as_of
    }

    /// What is asked for.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The view, under what may lie over it.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The pane that has the keys, in the view of three panes.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.areas.focus()
    }

    /// The first line of the detail that is shown, in the view of three panes.
    #[must_use]
    pub fn detail_top(&self) -> usize {
        self.areas.detail_top
    }

    /// What the keys work on.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.overlay
            .as_ref()
            .map_or_else(|| self.view.into(), Overlay::mode)
    }

    /// What is selected.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        match self.view {
            View::Areas => self.areas.selected_item(),
            View::Matrix => self.matrix.selected_item(),
            View::Map => self.map.selected_item(),
            View::Timeline => self.timeline.selected_item(),
            View::Compare => self.compare.selected_item(self.snapshot()),
            View::Sources => self.sources.selected_item(),
            View::Search => self.search.selected_item().unwrap_or(ItemIndex::Programme),
        }
    }

    /// Where one is.
    #[must_use]
    pub fn location(&self) -> Location {
        Location {
            view: self.view,
            item: self.selected_item(),
            pane: self.areas.focus(),
        }
    }

    /// Fits the state to a screen of another size. The selection stays.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.scroll_detail(Motion::By(0));
        self.scroll_overlay(Motion::By(0));
    }

    /// Takes what is pasted: it is typed where letters are typed, and nothing anywhere else.
    pub fn paste(&mut self, text: &str) {
        const MOST: usize = 200;
        if self.mode().types() {
            for character in text
                .lines()
                .next()
                .unwrap_or_default()
                .chars()
                .filter(|character| !character.is_control())
                .take(MOST)
            {
                let _ = self.update(Command::Type(character));
            }
        }
    }

    /// Shows what was known on a date; without one all that is known.
    pub fn set_as_of(&mut self, as_of: Option<PartialDate>) {
        if self.as_of != as_of {
            self.as_of = as_of;
            self.follow();
        }
    }

    /// Every view takes what the date and the filter leave; those that are not shown do so when they are.
    fn follow(&mut self) {
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        self.areas.follow(query);
        match self.view {
            View::Matrix => self.matrix.follow(query),
            View::Map => self.map.follow(query),
            View::Timeline => self.timeline.follow(query),
            View::Sources => self.sources.follow(query),
            View::Areas | View::Compare => {}
            View::Search => self.search.follow(query),
        }
    }

    /// Does what a key means where one is; a key that means nothing does nothing.
    pub fn press(&mut self, key: Key) -> Effect {
        command::command(self.mode(), key).map_or(Effect::None, |command| self.update(command))
    }

    /// Does what the user wants.
    pub fn update(&mut self, command: Command) -> Effect {
        match command {
            command if !command.is_allowed(self.kiosk) => {}
            Command::Quit => return Effect::Quit,
            Command::Redraw => return Effect::Redraw,
            Command::Suspend => return Effect::Suspend,
            Command::Copy => return self.copy(quote(self.snapshot(), self.selected_item())),
            Command::CopyReference => {
                return self.copy(self.dataset.reference(self.selected_item()).into_owned());
            }
            Command::View(view) => self.go_to(view),
            Command::Palette => {
                self.overlay = Some(Overlay::Palette(CommandPicker::overlay(
                    self.mode(),
                    self.kiosk,
                )));
            }
            Command::Help => {
                self.overlay = Some(Overlay::Help(CommandPicker::overlay(
                    self.mode(),
                    self.kiosk,
                )));
            }
            Command::Jump => self.begin_jump(),
            Command::Date => {
                self.overlay = Some(Overlay::Date(DatePrompt {
                    typed: iso(self.as_of),
                    before: self.as_of,
                    problem: None,
                }));
            }
            Command::Filter => {
                self.overlay = Some(Overlay::Filter(FilterPicker {
                    selected: 0,
                    choices: facet_options(self.snapshot(), &self.filter),
                }));
            }
            Command::Marks => self.overlay = Some(Overlay::Marks(0)),
            Command::Save => {
                let item = self.selected_item();
                let typed = file_name(self.dataset, item);
                self.overlay = Some(Overlay::Save(SavePrompt {
                    typed,
                    item,
                    problem: None,
                    replace: false,
                }));
            }
            Command::ClearFilter => {
                self.filter = Filter::default();
                self.follow();
            }
            Command::Mark => self.history.mark(self.location()),
            Command::PreviousLocation => self.go_back(),
            Command::NextLocation => {
                if let Some(location) = self.history.forward(self.location()) {
                    self.restore_location(location);
                }
            }
            Command::NextHit => self.cycle_hits(1),
            Command::PreviousHit => self.cycle_hits(-1),
            Command::Compare => self.compare_selected(),
            _ if self.overlay.is_some() => return self.update_overlay(command),
            _ => self.update_view(command),
        }
        Effect::None
    }

    fn update_view(&mut self, command: Command) {
        let page = self.page();
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        let step = step_of(command, page);
        match (self.view, command) {
            (View::Areas, _) => self.update_areas(command),
            (View::Sources, Command::Open) => {
                if let Some(item) = self.sources.enter(query) {
                    self.open(item);
                }
            }
            (View::Sources, Command::Back) if self.sources.close(query) => {}
            (_, Command::Back) => self.leave_view(),
            (View::Matrix, Command::Open) if self.matrix.heading => {
                self.show_full_text(self.matrix.selected_item());
            }
            (_, Command::Open) => _ = self.open(self.selected_item()),
            (View::Timeline, Command::PreviousDate) => {
                self.set_as_of(date::earlier(self.dates(), self.as_of));
            }
            (View::Timeline, Command::NextDate) => {
                self.set_as_of(date::later(self.dates(), self.as_of));
            }
            (View::Matrix, _) => self.matrix.update(query, command, page),
            (View::Map, _) => self.map.update(self.dataset, command),
            (View::Compare, _) => self.compare.update(query, command, page),
            (View::Search, _) => self.search.update(query, command, page),
            (View::Timeline, _) => _ = step.is_some_and(|step| self.timeline.events.step(step)),
            (View::Sources, _) => _ = step.is_some_and(|step| self.sources.rows.step(step)),
        }
    }

    fn update_areas(&mut self, command: Command) {
        let page = self.page();
        let query = Query {
            snapshot: self.snapshot(),
            filter: &self.filter,
        };
        let (focus, shown) = (self.areas.focus(), self.areas.shown());
        match command {
            Command::NextPane => self.areas.focus_on(focus.next()),
            Command::PreviousPane => self.areas.focus_on(focus.previous()),
            Command::Open if focus != Pane::Detail => self.areas.focus_on(focus.next()),
            Command::Back if self.opened => self.go_back(),
            Command::Back if focus == Pane::Detail => self.areas.focus_on(shown),
            Command::Back if focus != Pane::Areas => self.areas.focus_on(focus.previous()),
            _ => match step_of(command, page) {
                Some(step) if focus == Pane::Detail => self.scroll_detail(step),
                Some(step) => self.areas.step(query, focus, step),
                None => {}
            },
        }
    }

    /// The area that what is selected belongs to.
    fn area(&self) -> Option<AreaIndex> {
        self.selected_item().area()
    }

    /// Scrolls the detail of the three panes, never past the last full page.
    fn scroll_detail(&mut self, step: Motion) {
        let Some(areas) = self.pane_areas() else {
            return;
        };
        let room = areas.inner(Pane::Detail);
        let last = detail::text(self, self.areas.selected_item(), room.width).last_top(room.height);
        self.areas.detail_top = step.from(self.areas.detail_top, last + 1);
    }

    /// How far a page is in what the keys work on.
    fn page(&self) -> isize {
        let height = match (&self.overlay, self.view) {
            (None, View::Areas) => self
                .pane_areas()
                .map_or(1, |areas| areas.inner(self.areas.focus()).height),
            _ => self
                .body()
                .map_or(1, |body| body.main.height.saturating_sub(1)),
        };
        isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Where the three panes are on the screen, if anything fits.
    #[must_use]
    pub fn pane_areas(&self) -> Option<PaneAreas> {
        screen_layout(self.size).pane_areas()
    }

    /// Where the parts of any other view are on the screen, if anything fits.
    #[must_use]
    pub fn body(&self) -> Option<ViewAreas> {
        view_areas(self.size, self.overlay.is_none())
    }
}

fn iso(date: Option<PartialDate>) -> String {
    date.map(|date| date.iso()).unwrap_or_default()
}
