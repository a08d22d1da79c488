//! Legends are whole, and labels and marks cannot be mixed up.

use super::*;

#[test]
fn a_legend_has_all_classes_of_a_scale_or_none() {
    let dataset = Dataset::bundled();
    let ascii = Styles {
        ascii: true,
        ..DARK
    };
    let sizes = (20..=200).step_by(12).chain([40, 60, 79, 99]);
    for (width, styles) in sizes.flat_map(|width| [(width, DARK), (width, ascii)]) {
        let mut screen = MapScreen::new(&dataset, width, 24);
        for layer in [Layer::Ranks, Layer::Money] {
            screen.view.show_layer(&screen.scope, layer);
            let row = MapLayout::new(&screen.rects(), false).legend;
            let row = row.expect("there is room").y;
            let text = screen.text(styles);
            let legend = text.lines().nth(usize::from(row)).unwrap_or_default();
            let legend = legend.split(['│', '|']).next().unwrap_or_default();
            let marks = legend.matches(['●', '*']).count();
            assert!(
                marks == 3 || (marks == 0 && width < 40),
                "{width}: {legend}"
            );
            assert!(!legend.contains('#'), "{width}: {legend}");
        }
    }
}

#[test]
fn the_targets_of_all_areas_are_explained_at_80_columns() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.view.show_layer(&screen.scope, Layer::Targets);
    let text = screen.text(DARK);
    let legend = "● met ◐ partly ◔ in progress · not known – none";
    assert!(text.contains(legend), "{text}");
    assert!(
        !text.contains('○'),
        "a ring is the sign of a target:\n{text}"
    );
}

#[test]
fn a_district_that_fills_the_map_is_drawn_without_coarser_land() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    screen.select("blackpool");
    let land = DARK.color(crate::tui::styles::StyleRole::LandShape);
    let has_land = |screen: &MapScreen| {
        let (buffer, _) = screen.drawn(DARK);
        let mut cells = buffer.content.iter();
        cells.any(|cell| Some(cell.bg) == land || Some(cell.fg) == land)
    };
    screen.press(Command::ZoomIn);
    assert!(has_land(&screen));
    let text = screen.text(DARK);
    assert!(text.contains("Blackpool and its neighbours"), "{text}");
    screen.press(Command::Layer);
    let text = screen.text(DARK);
    assert!(text.contains("Rank in 2016 ━"), "{text}");
    assert!(text.contains("around Blackpool"), "{text}");
    screen.press(Command::ZoomIn);
    assert!(!has_land(&screen));
}

#[test]
fn labels_keep_clear_of_the_pane_beside_the_map_and_of_other_shapes() {
    let dataset = Dataset::bundled();
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
        let mut screen = MapScreen::new(&dataset, width, height);
        for_every_layer(&mut screen, |screen| {
            let (marks, labels, canvas) = screen.marks_and_labels(DARK);
            for (area, line) in labels
                .labels
                .iter()
                .enumerate()
                .flat_map(|(area, lines)| lines.iter().map(move |line| (area, line)))
            {
                let end = line.at.x + line.width;
                let place = format!("{:?} at {width}x{height}", line.text);
                assert!(end < canvas.width, "{place} touches the pane");
                for (other, mark) in marks.iter().enumerate() {
                    let AreaMark::Shape(rows) = mark else {
                        continue;
                    };
                    let row = rows.iter().find(|row| row.y == line.at.y);
                    if let Some(row) = row.filter(|_| other != area) {
                        assert!(end != row.first && line.at.x != row.last + 1, "{place}");
                    }
                }
            }
        });
    }
}

#[test]
fn sea_is_never_painted_and_land_is() {
    let dataset = Dataset::bundled();
    let screen = MapScreen::new(&dataset, 120, 40);
    let (buffer, _) = screen.drawn(DARK);
    let land = DARK.color(crate::tui::styles::StyleRole::LandShape);
    // In the North Sea, and in the Midlands.
    assert_eq!(buffer[(70, 4)].bg, ratatui::style::Color::Reset);
    assert_eq!(Some(buffer[(40, 22)].bg), land);
    let (buffer, _) = screen.drawn(Styles::default());
    assert_eq!(buffer[(40, 24)].symbol(), "░");
}

#[test]
fn themes_follow_each_other_and_are_remembered() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 80, 24);
    let themes: Vec<ThemeIndex> = dataset.themes().map(|(theme, _)| theme).collect();
    for &theme in themes.iter().chain(&themes[..1]) {
        screen.press(Command::NextTheme);
        assert_eq!(screen.view.layer, Layer::Theme(theme));
    }
    screen.press(Command::NextTheme);
    let theme = screen.view.layer;
    for _ in 0..5 {
        screen.press(Command::Layer);
    }
    assert_eq!(screen.view.layer, theme);
}

#[test]
fn without_colours_other_signs_draw_shapes_that_lack_the_value() {
    let dataset = Dataset::bundled();
    let mut screen = MapScreen::new(&dataset, 120, 40);
    let early_years = dataset.themes().next().expect("there are themes").0;
    let layer = Layer::Theme(early_years);
    screen.view.show_layer(&screen.scope, layer);
    // Doncaster has no such priority, and Fenland has one.
    assert!(
        screen.text(ASCII).contains("○○○ Doncaster"),
        "{}",
        screen.text(ASCII)
    );
    assert!(
        screen.text(ASCII).contains("####"),
        "{}",
        screen.text(ASCII)
    );
    assert!(!screen.text(DARK).contains('○') || screen.text(DARK).contains("○ has none"));
}
