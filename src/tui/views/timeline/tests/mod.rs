//! The timeline as users see it.

mod dates;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use super::*;
use crate::{
    dataset::{Dataset, PartialDate},
    tui::{
        styles::{Background, ColorLevel, StyleRole, Styles},
        widgets::RenderState,
    },
};

const DARK: Styles = Styles {
    color_level: ColorLevel::TrueColor,
    background: Background::Dark,
    ascii: false,
};

/// A timeline of the bundled data on a screen.
struct TimelineScreen<'a> {
    scope: ViewScope<'a>,
    view: TimelineView,
}

impl<'a> TimelineScreen<'a> {
    fn new(dataset: &'a Dataset, width: u16, height: u16) -> Self {
        let scope = ViewScope::new(dataset, Size::new(width, height));
        let mut view = TimelineView::default();
        view.refresh(&scope);
        Self { scope, view }
    }

    fn press(&mut self, commands: &[Command]) -> AppAction {
        let mut action = AppAction::None;
        for &command in commands {
            action = self.view.update(&self.scope, command);
            if let AppAction::SetAsOf(date) = action {
                self.set_date(date);
            }
        }
        action
    }

    fn set_date(&mut self, date: Option<PartialDate>) {
        self.scope.as_of = date;
        self.view.refresh(&self.scope);
    }

    fn select(&mut self, reference: &str) {
        let item = self.scope.dataset.find(reference).expect("it exists");
        assert!(self.view.select_item(&self.scope, item), "{reference}");
    }

    fn selected(&self) -> String {
        let item = self.view.selected_item();
        self.scope.dataset.reference(item).into_owned()
    }

    fn drawn(&self, styles: Styles) -> (Buffer, RenderState) {
        let Size { width, height } = self.scope.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut context = RenderContext::new(&mut buffer, styles);
        let rects = ViewRects::new(self.scope.size, true).expect("the screen is large enough");
        self.view.render(&self.scope, &rects, &mut context);
        let state = context.state;
        (buffer, state)
    }

    fn text(&self) -> String {
        crate::tui::picture::text(&self.drawn(DARK).0)
    }
}

use Command::{Down, First, Last, Left, Right, Up, ZoomIn, ZoomOut};

#[test]
fn lanes_are_the_programme_and_the_areas_by_name() {
    let dataset = Dataset::bundled();
    let screen = TimelineScreen::new(&dataset, 80, 24);
    let names: Vec<&str> = screen
        .view
        .lanes
        .iter()
        .map(|lane| lane.name(&dataset))
        .collect();
    assert_eq!(names.len(), 13);
    assert_eq!(names[..2], ["The programme", "Blackpool"]);
    assert!(names[1..].is_sorted());
    let text = screen.text();
    for lane in &screen.view.lanes {
        assert!(text.contains(lane.short_name(&dataset)), "{text}");
    }
}

#[test]
fn arrows_move_through_events_and_lanes_and_never_set_the_date() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("programme/fourth-year");
    for commands in [
        &[Right][..],
        &[Left],
        &[Down],
        &[Up],
        &[Left, Left, Down, Right],
    ] {
        assert_eq!(screen.press(commands), AppAction::None);
        assert_eq!(screen.scope.as_of, None);
    }
    screen.select("programme/fourth-year");
    screen.press(&[Down]);
    // The event of Blackpool that is nearest to 4 November 2019.
    let nearest = screen.view.selected_event().expect("an event").date;
    assert_eq!(nearest.to_string(), "5 March 2020");
    screen.press(&[First]);
    let first = screen.selected();
    screen.press(&[Left]);
    assert_eq!(screen.selected(), first);
    screen.press(&[Last, Right]);
    assert_eq!(screen.view.event, screen.view.lanes[1].events.len() - 1);
}

#[test]
fn zoom_shows_the_year_and_the_month_of_the_event() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("programme/committee-hears-minister");
    assert!(screen.text().contains("Timeline · "));
    screen.press(&[ZoomIn]);
    let text = screen.text();
    assert!(text.contains("Timeline · 2019 "), "{text}");
    assert!(text.contains("Jan") && text.contains("Dec"), "{text}");
    screen.press(&[ZoomIn]);
    assert!(screen.text().contains("Timeline · May 2019 "));
    assert_eq!(
        screen.press(&[ZoomIn]),
        AppAction::Notify("A month is the shortest time.")
    );
    // The time follows the selected event.
    screen.press(&[Right]);
    assert!(
        screen.text().contains("Timeline · July 2019 "),
        "{}",
        screen.text()
    );
    assert_eq!(screen.press(&[ZoomOut, ZoomOut]), AppAction::None);
    assert_eq!(
        screen.press(&[ZoomOut]),
        AppAction::Notify("These are all years.")
    );
}

#[test]
fn clicks_take_marks_lanes_and_rows() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    let (buffer, state) = screen.drawn(DARK);
    // Norwich has the tenth lane; its first mark.
    let row = 12;
    let column = (20..75)
        .find(|&x| "♦23456789".contains(buffer[(x, row)].symbol()))
        .expect("a mark");
    let target = state
        .targets
        .at(Position::new(column, row))
        .expect("a target");
    screen.view.click(&screen.scope, target);
    assert_eq!((screen.view.lane, screen.view.event), (9, 0));
    let name = state.targets.at(Position::new(3, 4)).expect("a target");
    screen.view.click(&screen.scope, name);
    assert_eq!(screen.view.lane, 1);
    let (_, state) = screen.drawn(DARK);
    let rows: Vec<_> = (17..23)
        .filter_map(|y| state.targets.at(Position::new(30, y)))
        .collect();
    for target in rows {
        screen.view.click(&screen.scope, target);
        assert_eq!(MouseTarget::Row(screen.view.event), target);
        assert!(screen.view.click(&screen.scope, target), "selected already");
    }
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    assert!(screen.view.scroll(&screen.scope, MouseTarget::Row(0), 3));
    assert_eq!((screen.view.lane, screen.view.event), (0, 3));
    assert!(
        !screen
            .view
            .scroll(&screen.scope, MouseTarget::Heading(4), 1)
    );
}

#[test]
fn the_time_of_a_plan_is_shown_with_and_without_colours() {
    let dataset = Dataset::bundled();
    let screen = TimelineScreen::new(&dataset, 120, 40);
    let (buffer, _) = screen.drawn(DARK);
    let bar = DARK.style(StyleRole::OtherPlanBar).bg.expect("a colour");
    let columns = |y: u16| (26..115).filter(|&x| buffer[(x, y)].bg == bar).count();
    // Blackpool's plan is three months older than Bradford's.
    assert!(columns(4) > columns(5) && columns(5) > 30);
    let (buffer, _) = screen.drawn(Styles::default());
    assert!((26..115).any(|x| buffer[(x, 4)].symbol() == "─"));
}

#[test]
fn publications_that_lanes_share_are_in_the_lane_of_the_programme() {
    let dataset = Dataset::bundled();
    let screen = TimelineScreen::new(&dataset, 80, 24);
    let count: usize = screen
        .view
        .lanes
        .iter()
        .map(|lane| lane.publications.len())
        .sum();
    assert!(count <= dataset.sources().len() && count > 300, "{count}");
}

#[test]
fn a_filter_leaves_lanes_with_events_only() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("norwich");
    let before = screen.selected();
    screen.scope.filter.areas = vec!["norwich".parse().expect("an id")];
    screen.view.refresh(&screen.scope);
    assert_eq!(screen.view.lanes.len(), 1);
    assert_eq!(screen.selected(), before);
    screen.scope.filter.areas = Vec::new();
    screen.scope.filter.partners = vec!["no such partner".into()];
    screen.view.refresh(&screen.scope);
    assert!(screen.view.is_empty());
    assert!(
        screen
            .text()
            .contains("The filter shows only no such partner."),
        "{}",
        screen.text()
    );
}

#[test]
fn it_can_be_drawn_in_every_size() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("oldham");
    for (width, height) in (20..250)
        .step_by(11)
        .flat_map(|width| (5..70).step_by(7).map(move |height| (width, height)))
    {
        screen.scope.size = Size::new(width, height);
        for _ in 0..3 {
            let text = screen.text();
            if height >= 8 {
                let date = screen.view.selected_event().expect("an event").date;
                assert!(text.contains(&date.short()), "{width}x{height}:\n{text}");
            }
            screen.press(&[ZoomIn]);
        }
        screen.press(&[ZoomOut, ZoomOut]);
    }
}

#[test]
fn the_selected_event_is_shown_in_full_on_a_narrow_screen() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    for lane in 0..13 {
        screen.view.select_lane(lane);
        for event in 0..screen.view.lanes[lane].events.len() {
            screen.view.event = event;
            let fact = screen.view.selected_event().expect("an event").fact;
            let what = screen.scope.dataset.fact(fact).headline().into_owned();
            let last = what.split_whitespace().next_back().unwrap_or_default();
            let text = screen.text();
            let rows: Vec<&str> = text.lines().skip(17).collect();
            let rows = rows.join(" ");
            assert!(rows.contains(last), "{what}\n{text}");
        }
    }
}

#[test]
fn two_columns_with_several_events_do_not_read_as_one_number() {
    let dataset = Dataset::bundled();
    for width in [80, 120] {
        let mut screen = TimelineScreen::new(&dataset, width, 24);
        screen.select("programme");
        let text = screen.text();
        let lane = text.lines().find(|line| line.contains("The programme"));
        let lane = lane.expect("the lane is shown");
        let (marks, count) = lane.split_at(lane.len() - 3);
        assert_eq!(count.trim(), "20", "{lane}");
        let marks: Vec<char> = marks.chars().collect();
        let is_number = |pair: &[char]| pair.iter().all(char::is_ascii_digit);
        assert!(!marks.windows(2).any(is_number), "{lane}");
    }
}

#[test]
fn counts_are_those_of_the_time_that_is_shown() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("oldham");
    let count = |screen: &TimelineScreen| {
        let text = screen.text();
        let lane = text.lines().find(|line| line.starts_with("▌Oldham"));
        lane.and_then(|lane| lane.split_whitespace().last().map(String::from))
    };
    assert_eq!(count(&screen).as_deref(), Some("4"));
    screen.press(&[Command::ZoomIn]);
    assert_eq!(count(&screen).as_deref(), Some("2"), "in 2017");
}

#[test]
fn a_lane_says_what_it_leaves_out_and_where_that_is() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 80, 24);
    screen.select("oldham");
    let text = screen.text();
    assert!(
        text.contains("1 of 4 events · 21 actions and 2 results: press 1"),
        "{text}"
    );
    screen.select("programme");
    assert!(!screen.text().contains("press 1"));
}

#[test]
fn wide_screens_list_events_with_their_sources() {
    let dataset = Dataset::bundled();
    let mut screen = TimelineScreen::new(&dataset, 120, 40);
    screen.select("blackpool/education-secretary-visits");
    let text = screen.text();
    let source = "Blackpool Opportunity Area, 5 March 2020, first paragraph";
    assert!(text.contains(source), "{text}");
    assert!(
        text.contains("Central Radio, 7 March 2025"),
        "those of other events, too:\n{text}"
    );
    // Where not everything fits, the selected event keeps its sources.
    let mut low = TimelineScreen::new(&dataset, 120, 24);
    low.select("blackpool/education-secretary-visits");
    assert!(low.text().contains(source), "{}", low.text());
    let mut narrow = TimelineScreen::new(&dataset, 80, 24);
    narrow.select("blackpool/education-secretary-visits");
    assert!(!narrow.text().contains(source));
}
