//! The dashboard's state, and the only place where it changes.

use ratatui::layout::Size;

use super::{
    browse::{Browse, Step},
    layout::{Pane, Places, layout},
    view::{detail, help},
};
use crate::{
    command::{Command, Mode},
    dataset::{Dataset, Slot},
};

/// What only the edge of the program can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: draw the next frame.
    None,
    /// Draw the whole screen again.
    Redraw,
    /// Leave the program.
    Quit,
}

/// All of the dashboard's state.
#[derive(Debug, Clone)]
pub struct App<'a> {
    dataset: &'a Dataset,
    size: Size,
    /// What is selected.
    pub(super) browse: Browse,
    focus: Pane,
    /// The list whose selected item the detail shows.
    shown: Pane,
    /// The first line of the detail that is shown.
    detail_top: usize,
    /// The first line of the help that is shown, while it is open.
    help_top: Option<usize>,
}

impl<'a> App<'a> {
    /// The state when the dashboard opens, on a screen of this size.
    #[must_use]
    pub fn new(dataset: &'a Dataset, size: Size) -> Self {
        Self { dataset, size, browse: Browse::new(dataset), focus: Pane::Subjects, shown: Pane::Subjects, detail_top: 0, help_top: None }
    }

    /// Goes to what stands at a slot. Themes and sources stand in no pane: nothing changes then.
    pub fn open(&mut self, slot: Slot) {
        if let Some(pane) = self.browse.open(self.dataset, slot) {
            self.focus_on(pane);
            self.detail_top = 0;
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

    /// The pane that has the keys.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// What the keys work on.
    #[must_use]
    pub fn mode(&self) -> Mode {
        if self.help_top.is_some() { Mode::Help } else { Mode::Browse }
    }

    /// What the detail shows.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.browse.slot(self.shown)
    }

    /// The first line of the detail that is shown.
    #[must_use]
    pub fn detail_top(&self) -> usize {
        self.detail_top
    }

    /// The first line of the help that is shown, while it is open.
    #[must_use]
    pub fn help_top(&self) -> Option<usize> {
        self.help_top
    }

    /// Fits the state to a screen of another size. The selection stays.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.scroll(Step::By(0));
    }

    /// Does what the user wants.
    pub fn update(&mut self, command: Command) -> Effect {
        let page = self.page();
        match command {
            Command::Up => self.step(Step::By(-1)),
            Command::Down => self.step(Step::By(1)),
            Command::PageUp => self.step(Step::By(-page)),
            Command::PageDown => self.step(Step::By(page)),
            Command::First => self.step(Step::First),
            Command::Last => self.step(Step::Last),
            Command::NextPane => self.focus_on(self.focus.next()),
            Command::PreviousPane => self.focus_on(self.focus.previous()),
            Command::Deeper if self.focus != Pane::Detail => self.focus_on(self.focus.next()),
            Command::Back if self.focus == Pane::Detail => self.focus_on(self.shown),
            Command::Back if self.focus != Pane::Subjects => self.focus_on(self.focus.previous()),
            Command::Deeper | Command::Back => {}
            Command::Help => self.help_top = Some(0),
            Command::CloseHelp => self.help_top = None,
            Command::Redraw => return Effect::Redraw,
            Command::Quit => return Effect::Quit,
        }
        Effect::None
    }

    fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Detail && pane != self.shown {
            self.shown = pane;
            self.detail_top = 0;
        }
    }

    fn step(&mut self, step: Step) {
        if self.help_top.is_some() || self.focus == Pane::Detail {
            self.scroll(step);
        } else {
            self.browse.step(self.dataset, self.focus, step);
            self.detail_top = 0;
        }
    }

    /// Scrolls the help or the detail, never past the last full page.
    fn scroll(&mut self, step: Step) {
        let Some(places) = self.places() else { return };
        if let Some(top) = self.help_top {
            let room = help::room(&places);
            let lines = help::lines(self, usize::from(room.width)).len();
            self.help_top = Some(step.from(top, (lines + 1).saturating_sub(usize::from(room.height)).max(1)));
        } else {
            let room = places.content(Pane::Detail);
            let lines = detail::lines(self, usize::from(room.width)).len();
            self.detail_top = step.from(self.detail_top, (lines + 1).saturating_sub(usize::from(room.height)).max(1));
        }
    }

    /// How far a page is in what the keys work on.
    fn page(&self) -> isize {
        let height = self.places().map_or(1, |places| match self.help_top {
            Some(_) => help::room(&places).height,
            None => places.content(self.focus).height,
        });
        isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Where everything is on the screen, if anything fits.
    #[must_use]
    pub fn places(&self) -> Option<Places> {
        layout(self.size).places()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(dataset: &'a Dataset, reference: &str) -> App<'a> {
        let mut app = App::new(dataset, Size::new(80, 24));
        app.open(dataset.find(reference).expect("the reference is there"));
        app
    }

    fn after(app: &mut App, commands: &[Command]) -> String {
        for &command in commands {
            assert_eq!(app.update(command), Effect::None);
        }
        app.dataset().reference(app.slot()).into_owned()
    }

    use Command::{Back, CloseHelp, Deeper, Down, First, Help, Last, NextPane, PageDown, PageUp, PreviousPane, Quit, Up};

    #[test]
    fn the_selection_stops_at_both_ends() {
        let dataset = Dataset::bundled();
        let mut app = App::new(&dataset, Size::new(80, 24));
        assert_eq!(after(&mut app, &[Up, Up]), "blackpool");
        assert_eq!(after(&mut app, &[Last, Down]), "programme");
        assert_eq!(after(&mut app, &[Up]), "west-somerset");
        assert_eq!(after(&mut app, &[First]), "blackpool");
        assert_eq!(after(&mut app, &[PageDown]), "programme");
        assert_eq!(after(&mut app, &[PageUp]), "blackpool");
    }

    #[test]
    fn enter_goes_deeper_and_escape_comes_back() {
        let dataset = Dataset::bundled();
        let mut app = at(&dataset, "oldham");
        assert_eq!(after(&mut app, &[Deeper, Down]), "oldham/2");
        assert_eq!(after(&mut app, &[Deeper, Down]), "oldham/2/progress-below-national");
        assert_eq!(after(&mut app, &[Deeper]), "oldham/2/progress-below-national");
        assert_eq!(app.focus(), Pane::Detail);
        assert_eq!(after(&mut app, &[Deeper]), "oldham/2/progress-below-national");
        assert_eq!(after(&mut app, &[Back]), "oldham/2/progress-below-national");
        assert_eq!(app.focus(), Pane::Entries);
        assert_eq!(after(&mut app, &[Back]), "oldham/2");
        assert_eq!(after(&mut app, &[Back, Back]), "oldham");
        assert_eq!(app.focus(), Pane::Subjects);
    }

    #[test]
    fn panes_go_round_and_the_detail_keeps_what_it_shows() {
        let dataset = Dataset::bundled();
        let mut app = at(&dataset, "hastings");
        assert_eq!(after(&mut app, &[PreviousPane]), "hastings");
        assert_eq!(app.focus(), Pane::Detail);
        assert_eq!(after(&mut app, &[Back]), "hastings");
        assert_eq!(app.focus(), Pane::Subjects);
        assert_eq!(after(&mut app, &[NextPane, NextPane, NextPane, NextPane]), "hastings");
    }

    #[test]
    fn a_move_in_one_list_brings_the_others_along() {
        let dataset = Dataset::bundled();
        let mut app = at(&dataset, "hastings/4/summer-activities-2018");
        assert_eq!(app.focus(), Pane::Entries);
        assert_eq!(after(&mut app, &[Back, Up]), "hastings/3");
        assert_eq!(after(&mut app, &[Deeper]), "hastings/3/mental-health-named");
        assert_eq!(after(&mut app, &[Back, Back, Down]), "ipswich");
        assert_eq!(after(&mut app, &[Deeper]), "ipswich/1");
    }

    #[test]
    fn the_detail_scrolls_to_its_end_and_no_further() {
        let dataset = Dataset::bundled();
        let mut app = at(&dataset, "blackpool");
        after(&mut app, &[PreviousPane, Last]);
        let end = app.detail_top();
        assert!(end > 0);
        after(&mut app, &[Down, PageDown]);
        assert_eq!(app.detail_top(), end);
        app.resize(Size::new(80, 60));
        assert!(app.detail_top() < end, "a larger screen needs less scrolling");
        after(&mut app, &[First]);
        assert_eq!(app.detail_top(), 0);
    }

    #[test]
    fn help_opens_scrolls_closes_and_changes_nothing_else() {
        let dataset = Dataset::bundled();
        let mut app = at(&dataset, "oldham/2");
        after(&mut app, &[Help, Down, Down]);
        assert_eq!((app.mode(), app.help_top()), (Mode::Help, Some(2)));
        assert_eq!(after(&mut app, &[CloseHelp]), "oldham/2");
        assert_eq!(app.mode(), Mode::Browse);
        assert_eq!(app.update(Quit), Effect::Quit);
    }
}
