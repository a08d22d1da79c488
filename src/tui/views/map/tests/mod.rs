//! The map as users see it.

mod clear;
mod facts;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use super::{marks::AreaMark, surface::MapLabels, *};
use crate::tui::{
    styles::{Background, ColorLevel, Styles},
    views::map::map_layout::MapLayout,
    widgets::RenderState,
};

const DARK: Styles = Styles {
    color_level: ColorLevel::TrueColor,
    background: Background::Dark,
    ascii: false,
};
const ASCII: Styles = Styles {
    color_level: ColorLevel::None,
    background: Background::Unknown,
    ascii: true,
};

/// A map of the bundled data on a screen.
struct MapScreen<'a> {
    scope: ViewScope<'a>,
    view: MapView,
}

impl<'a> MapScreen<'a> {
    fn new(dataset: &'a Dataset, width: u16, height: u16) -> Self {
        let scope = ViewScope::new(dataset, Size::new(width, height));
        let mut view = MapView::default();
        view.refresh(&scope);
        Self { scope, view }
    }

    fn press(&mut self, command: Command) -> AppAction {
        self.view.update(&self.scope, command)
    }

    fn select(&mut self, reference: &str) {
        let item = self.scope.dataset.find(reference).expect("the area exists");
        assert!(self.view.select_item(&self.scope, item));
    }

    fn rects(&self) -> ViewRects {
        ViewRects::new(self.scope.size, true).expect("the screen is large enough")
    }

    fn drawn(&self, styles: Styles) -> (Buffer, RenderState) {
        let Size { width, height } = self.scope.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut context = RenderContext::new(&mut buffer, styles);
        self.view.render(&self.scope, &self.rects(), &mut context);
        let state = context.state;
        (buffer, state)
    }

    fn text(&self, styles: Styles) -> String {
        crate::tui::picture::text(&self.drawn(styles).0)
    }

    /// Returns the marks and labels that the last frame showed.
    fn marks_and_labels(&self, styles: Styles) -> (Vec<AreaMark>, std::rc::Rc<MapLabels>, Rect) {
        let canvas = MapLayout::new(&self.rects(), false).canvas;
        self.drawn(styles);
        let view = &self.view;
        let surface = view.cache.surface(
            canvas.as_size(),
            view.zoom.extent(&view.marked),
            view.zoom.label_columns(canvas.width),
            &view.marked,
        );
        let labels = view
            .cache
            .labels(&surface, styles.ascii, || unreachable!("they are kept"));
        (surface.marks.clone(), labels, canvas)
    }
}

/// Shows every layer, one after the other.
fn for_every_layer(screen: &mut MapScreen, mut check: impl FnMut(&MapScreen)) -> usize {
    let mut seen = Vec::new();
    while !seen.contains(&screen.view.layer) {
        seen.push(screen.view.layer);
        check(screen);
        assert_eq!(screen.press(Command::Layer), AppAction::None);
    }
    seen.len()
}

#[test]
fn every_label_can_be_read_in_every_layer_and_fill() {
    let dataset = Dataset::bundled();
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
        let mut screen = MapScreen::new(&dataset, width, height);
        let mut layers = 0;
        for styles in [DARK, DARK, DARK, DARK, Styles::default(), ASCII] {
            layers = for_every_layer(&mut screen, |screen| {
                let (_, labels, canvas) = screen.marks_and_labels(styles);
                let (buffer, _) = screen.drawn(styles);
                let values = screen.view.values.areas.iter();
                for ((area, lines), value) in labels.labels.iter().enumerate().zip(values) {
                    let name = &screen.view.names[area];
                    let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
                    let words = words.join(" ");
                    let place =
                        format!("{} in {:?} at {width}x{height}", name.0, screen.view.layer);
                    assert!(words.starts_with(&name.0), "{words:?} for {place}");
                    if let Some(value) = value.label.text(styles.ascii) {
                        assert!(words.ends_with(&value), "{words:?} for {place}");
                    }
                    for line in lines {
                        let cells = (0..line.width).map(|column| {
                            let (x, y) = (canvas.x + line.at.x + column, canvas.y + line.at.y);
                            buffer[(x, y)].symbol()
                        });
                        assert_eq!(cells.collect::<String>(), line.text, "{place}");
                    }
                }
            });
            screen.press(Command::Fill);
        }
        assert_eq!(layers, 5);
    }
}

#[test]
fn labels_and_marks_are_apart_in_every_size() {
    let dataset = Dataset::bundled();
    for (width, height) in (20..250)
        .step_by(23)
        .flat_map(|width| (5..70).step_by(13).map(move |height| (width, height)))
    {
        let mut screen = MapScreen::new(&dataset, width, height);
        for _ in 0..4 {
            let (marks, labels, canvas) = screen.marks_and_labels(DARK);
            let mut taken: Vec<Position> = Vec::new();
            for line in labels.labels.iter().flatten() {
                assert!(line.at.x + line.width <= canvas.width && line.at.y < canvas.height);
                taken.extend(
                    (0..line.width).map(|column| Position::new(line.at.x + column, line.at.y)),
                );
            }
            let count = taken.len();
            taken.sort_by_key(|cell| (cell.y, cell.x));
            taken.dedup();
            assert_eq!(taken.len(), count, "labels overlap at {width}x{height}");
            for mark in &marks {
                if let AreaMark::Point(cell) = mark {
                    assert!(
                        !taken.contains(cell),
                        "a label hides a mark at {width}x{height}"
                    );
                }
            }
            screen.press(Command::ZoomIn);
        }
    }
}

#[test]
fn labels_stay_while_the_selection_moves() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    screen.select("blackpool");
    let (_, before, _) = screen.marks_and_labels(DARK);
    for command in [Command::Right, Command::Down, Command::Right, Command::Up] {
        screen.press(command);
        let (_, after, _) = screen.marks_and_labels(DARK);
        assert!(
            std::rc::Rc::ptr_eq(&before, &after),
            "they are placed again"
        );
    }
    assert_ne!(screen.view.areas.selected_index(), 0);
}

#[test]
fn new_values_place_the_labels_again() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.press(Command::Layer);
    assert!(screen.text(DARK).contains("Oldham 294"));
    screen.scope.as_of = Some("2015".parse().expect("a date"));
    screen.view.refresh(&screen.scope);
    assert!(screen.text(DARK).contains("Oldham –"));
}

#[test]
fn clicks_take_marks_shapes_and_labels() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    let (marks, labels, canvas) = screen.marks_and_labels(DARK);
    let (_, state) = screen.drawn(DARK);
    let mut shapes = 0;
    for (area, (mark, lines)) in marks.iter().zip(&labels.labels).enumerate() {
        let mark = match mark {
            AreaMark::Point(cell) => *cell,
            AreaMark::Shape(rows) => {
                shapes += 1;
                Position::new(rows[0].first, rows[0].y)
            }
            AreaMark::Outside => panic!("all areas are on the map"),
        };
        for cell in [mark, lines[0].at] {
            let at = Position::new(canvas.x + cell.x, canvas.y + cell.y);
            let target = state.targets.at(at).expect("something can be clicked");
            assert_eq!(target, MouseTarget::Row(area));
            screen.view.click(&screen.scope, target);
            assert_eq!(screen.view.areas.selected_index(), area);
        }
    }
    assert_eq!(shapes, 5);
}

#[test]
fn the_cursor_is_on_the_selected_label() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    for (name, first) in [
        ("oldham", "O"),
        ("norwich", "N"),
        ("fenland-and-east-cambridgeshire", "F"),
    ] {
        screen.select(name);
        let (buffer, state) = screen.drawn(DARK);
        assert_eq!(buffer[state.cursor].symbol(), first, "{name}");
    }
}

#[test]
fn zoom_follows_the_selection_only_out_of_its_window() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    screen.select("oldham");
    assert!(screen.text(DARK).contains(" England "));
    screen.press(Command::ZoomIn);
    assert!(screen.text(DARK).contains("Oldham and its neighbours"));
    screen.select("bradford");
    assert!(screen.text(DARK).contains("Oldham and its neighbours"));
    screen.select("norwich");
    assert!(screen.text(DARK).contains("Norwich and its neighbours"));
    screen.press(Command::ZoomIn);
    assert_eq!(
        screen.press(Command::ZoomIn),
        AppAction::Notify("This is the largest scale.")
    );
    for _ in 0..3 {
        assert_eq!(screen.press(Command::ZoomOut), AppAction::None);
    }
    assert!(screen.text(DARK).contains("Great Britain"));
    assert_eq!(
        screen.press(Command::ZoomOut),
        AppAction::Notify("This is all of Great Britain.")
    );
}

#[test]
fn a_filter_keeps_the_area_around_which_the_map_is_zoomed() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    screen.select("norwich");
    screen.press(Command::ZoomIn);
    let ids = ["ipswich", "norwich", "oldham"];
    screen.scope.filter.areas = ids
        .map(|id| id.parse().expect("an id"))
        .into_iter()
        .collect();
    screen.view.refresh(&screen.scope);
    assert!(screen.text(DARK).contains("Norwich and its neighbours"));
    assert_eq!(screen.view.zoom, MapZoom::Neighbours(1));
}

#[test]
fn each_layer_has_its_title_legend_and_first_fact() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    screen.select("bradford");
    let mut shown = Vec::new();
    for_every_layer(&mut screen, |screen| {
        let text = screen.text(DARK);
        let lines: Vec<&str> = text.lines().collect();
        let (_, fact) = lines[2].split_once("│ ").expect("facts are beside the map");
        let legend = lines[38].split('│').next().unwrap_or_default().trim();
        shown.push((
            screen.view.values.title.clone(),
            legend.to_string(),
            fact.trim_end().to_string(),
        ));
    });
    let text = |words: &str| words.to_string();
    assert_eq!(
        shown,
        [
            (
                text("Plans"),
                text("● plan published 12  ● selected"),
                text("Plan    19 January 2018, for 2017–20")
            ),
            (
                text("Rank in 2016, 324 is the worst"),
                text("● 277–294  ● 298–312  ● 316–324"),
                text("Rank    277 of 324 in 2016")
            ),
            (
                text("Theme: Early years"),
                text("● has a priority on it 7  ○ has none 5"),
                text("Plan    19 January 2018, for 2017–20")
            ),
            (
                text("Money: Local needs fund"),
                text("● £0.85–1.00m  ● £1.01–1.23m  ● £1.28–1.83m"),
                text("Money   £1,834,000 proposed share of")
            ),
            (
                text("Targets by outcome"),
                text("● met  ◐ partly met  ◔ in progress  · not known  – no target known"),
                text("Targets 1 met, 1 not known")
            ),
        ]
    );
}

#[test]
fn plans_are_awaited_before_they_are_published() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.scope.as_of = Some("2017-12".parse().expect("a date"));
    screen.view.refresh(&screen.scope);
    let text = screen.text(DARK);
    assert!(text.contains("● plan published 6  ○ awaited 6"), "{text}");
    assert!(text.contains("○ Bradford"), "{text}");
}
