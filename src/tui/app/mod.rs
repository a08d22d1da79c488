//! The dashboard's state, and the only place where it changes.

mod jump;
mod over;
mod pointer;
#[cfg(test)]
mod tests;
mod travel;

use std::cell::OnceCell;

use ratatui::layout::Size;

use super::{
    layout::{Body, Pane, Places as PanePlaces, body, layout},
    look::Look,
    state::{
        Lens,
        areas::Areas,
        compare::Compare,
        date,
        map::Map,
        matrix::Matrix,
        over::{Choices, Commands, DateLine, Over, SaveLine},
        places::{Place, Places},
        search::Search,
        selection::Step,
        sources::Sources,
        step_of,
        timeline::Timeline,
    },
    view::detail,
};
use crate::{
    command::{self, Command, Key, Mode, View, file_name},
    dataset::{AreaIndex, Dataset, PartialDate, Slot},
    query::{choices::choices, describe::quote, filter::Filter, world::World},
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
        slot: Slot,
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
pub struct Caption {
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
    pub look: Look,
    /// What is said about what is shown, at the foot of the screen.
    pub caption: Option<Caption>,
    /// Whether strangers use it: nothing leads out of the program then.
    pub kiosk: bool,
    as_of: Option<PartialDate>,
    filter: Filter,
    view: View,
    pub(super) over: Option<Over>,
    pub(super) areas: Areas,
    pub(super) matrix: Matrix,
    pub(super) map: Map,
    pub(super) timeline: Timeline,
    pub(super) compare: Compare,
    pub(super) sources: Sources,
    pub(super) search: Search,
    pub(super) places: Places,
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
        let lens = Lens {
            world: World::now(dataset),
            filter: &filter,
        };
        let areas = Areas::new(lens);
        Self {
            dataset,
            size,
            look: Look::default(),
            caption: None,
            kiosk: false,
            as_of: None,
            view: View::Areas,
            over: None,
            areas,
            matrix: Matrix::default(),
            map: Map::default(),
            timeline: Timeline::default(),
            compare: Compare::default(),
            sources: Sources::default(),
            search: Search::default(),
            places: Places::default(),
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
    pub fn world(&self) -> World<'a> {
        World::at(self.dataset, self.as_of)
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
        self.over
            .as_ref()
            .map_or_else(|| self.view.into(), Over::mode)
    }

    /// What is selected.
    #[must_use]
    pub fn slot(&self) -> Slot {
        match self.view {
            View::Areas => self.areas.slot(),
            View::Matrix => self.matrix.slot(),
            View::Map => self.map.slot(),
            View::Timeline => self.timeline.slot(),
            View::Compare => self.compare.slot(self.world()),
            View::Sources => self.sources.slot(),
            View::Search => self.search.slot().unwrap_or(Slot::Programme),
        }
    }

    /// Where one is.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            view: self.view,
            slot: self.slot(),
            pane: self.areas.focus(),
        }
    }

    /// Fits the state to a screen of another size. The selection stays.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.scroll_detail(Step::By(0));
        self.step_over(Step::By(0));
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
    pub fn look_back(&mut self, as_of: Option<PartialDate>) {
        if self.as_of != as_of {
            self.as_of = as_of;
            self.follow();
        }
    }

    /// Every view takes what the date and the filter leave; those that are not shown do so when they are.
    fn follow(&mut self) {
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        self.areas.follow(lens);
        match self.view {
            View::Matrix => self.matrix.follow(lens),
            View::Map => self.map.follow(lens),
            View::Timeline => self.timeline.follow(lens),
            View::Sources => self.sources.follow(lens),
            View::Areas | View::Compare => {}
            View::Search => self.search.follow(lens),
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
            Command::Copy => return self.copy(quote(self.world(), self.slot())),
            Command::CopyReference => {
                return self.copy(self.dataset.reference(self.slot()).into_owned());
            }
            Command::View(view) => self.go_to(view),
            Command::Palette => {
                self.over = Some(Over::Palette(Commands::over(self.mode(), self.kiosk)))
            }
            Command::Help => self.over = Some(Over::Help(Commands::over(self.mode(), self.kiosk))),
            Command::Jump => self.begin_jump(),
            Command::Date => {
                self.over = Some(Over::Date(DateLine {
                    typed: iso(self.as_of),
                    before: self.as_of,
                    problem: None,
                }))
            }
            Command::Filter => {
                self.over = Some(Over::Filter(Choices {
                    selected: 0,
                    choices: choices(self.world(), &self.filter),
                }))
            }
            Command::Marks => self.over = Some(Over::Marks(0)),
            Command::Save => {
                let slot = self.slot();
                let typed = file_name(self.dataset, slot);
                self.over = Some(Over::Save(SaveLine {
                    typed,
                    slot,
                    problem: None,
                    replace: false,
                }));
            }
            Command::ClearFilter => {
                self.filter = Filter::default();
                self.follow();
            }
            Command::Mark => self.places.mark(self.place()),
            Command::PreviousPlace => self.go_back(),
            Command::NextPlace => {
                if let Some(place) = self.places.forward(self.place()) {
                    self.stand_at(place);
                }
            }
            Command::NextHit => self.turn_hits(1),
            Command::PreviousHit => self.turn_hits(-1),
            Command::Compare => self.compare_selected(),
            _ if self.over.is_some() => return self.update_over(command),
            _ => self.update_view(command),
        }
        Effect::None
    }

    fn update_view(&mut self, command: Command) {
        let page = self.page();
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        let step = step_of(command, page);
        match (self.view, command) {
            (View::Areas, _) => self.update_areas(command),
            (View::Sources, Command::Open) => {
                if let Some(slot) = self.sources.enter(lens) {
                    self.open(slot);
                }
            }
            (View::Sources, Command::Back) if self.sources.close(lens) => {}
            (_, Command::Back) => self.leave_view(),
            (View::Matrix, Command::Open) if self.matrix.heading => {
                self.show_whole(self.matrix.slot())
            }
            (_, Command::Open) => _ = self.open(self.slot()),
            (View::Timeline, Command::Earlier) => {
                self.look_back(date::earlier(self.dates(), self.as_of))
            }
            (View::Timeline, Command::Later) => {
                self.look_back(date::later(self.dates(), self.as_of))
            }
            (View::Matrix, _) => self.matrix.update(lens, command, page),
            (View::Map, _) => self.map.update(self.dataset, command),
            (View::Compare, _) => self.compare.update(lens, command, page),
            (View::Search, _) => self.search.update(lens, command, page),
            (View::Timeline, _) => _ = step.is_some_and(|step| self.timeline.events.step(step)),
            (View::Sources, _) => _ = step.is_some_and(|step| self.sources.rows.step(step)),
        }
    }

    fn update_areas(&mut self, command: Command) {
        let page = self.page();
        let lens = Lens {
            world: self.world(),
            filter: &self.filter,
        };
        let (focus, shown) = (self.areas.focus(), self.areas.shown());
        match command {
            Command::NextPane => self.areas.focus_on(focus.next()),
            Command::PreviousPane => self.areas.focus_on(focus.previous()),
            Command::Open if focus != Pane::Detail => self.areas.focus_on(focus.next()),
            Command::Back if self.opened => self.go_back(),
            Command::Back if focus == Pane::Detail => self.areas.focus_on(shown),
            Command::Back if focus != Pane::Subjects => self.areas.focus_on(focus.previous()),
            _ => match step_of(command, page) {
                Some(step) if focus == Pane::Detail => self.scroll_detail(step),
                Some(step) => self.areas.step(lens, focus, step),
                None => {}
            },
        }
    }

    /// The area that what is selected belongs to.
    fn area(&self) -> Option<AreaIndex> {
        self.slot().area()
    }

    /// Scrolls the detail of the three panes, never past the last full page.
    fn scroll_detail(&mut self, step: Step) {
        let Some(places) = self.places() else { return };
        let room = places.content(Pane::Detail);
        let last = detail::text(self, self.areas.slot(), room.width).last_top(room.height);
        self.areas.detail_top = step.from(self.areas.detail_top, last + 1);
    }

    /// How far a page is in what the keys work on.
    fn page(&self) -> isize {
        let height = match (&self.over, self.view) {
            (None, View::Areas) => self
                .places()
                .map_or(1, |places| places.content(self.areas.focus()).height),
            _ => self
                .body()
                .map_or(1, |body| body.main.height.saturating_sub(1)),
        };
        isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Where the three panes are on the screen, if anything fits.
    #[must_use]
    pub fn places(&self) -> Option<PanePlaces> {
        layout(self.size).places()
    }

    /// Where the parts of any other view are on the screen, if anything fits.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        body(self.size, self.over.is_none())
    }
}

fn iso(date: Option<PartialDate>) -> String {
    date.map(|date| date.iso()).unwrap_or_default()
}
