//! Rules that hold at every size and in every dataset: whole words, and nothing shortened while there is room.

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::super::test_datasets::bundled_and;
use super::{geometry::MatrixGeometry, *};
use crate::{
    dataset::Dataset,
    tui::{picture, styles::Styles},
};

/// Datasets that differ in the number and the length of names.
fn datasets() -> Vec<Dataset> {
    bundled_and(&[
        "council-plan",
        "every-field",
        "long-and-wide-text",
        "minimal",
        "other-programme-300-areas",
    ])
}

/// Returns sizes from the smallest screen to a large one.
fn sizes() -> impl Iterator<Item = Size> {
    let widths = (20..250).step_by(17).chain([60, 80, 100, 120, 160, 250]);
    widths.flat_map(|width| {
        let heights = [5, 6, 8, 11, 12, 14, 16, 20, 24, 30, 40, 70];
        heights.map(|height| Size::new(width, height))
    })
}

fn refreshed(dataset: &Dataset) -> MatrixView {
    let mut view = MatrixView::default();
    view.refresh(&ViewScope::new(dataset, Size::new(80, 24)));
    view
}

/// Selects a cell or heading, renders the matrix, and returns its geometry and the rows of the screen.
fn rendered(
    view: &mut MatrixView,
    dataset: &Dataset,
    size: Size,
    (row, column): (usize, usize),
) -> (MatrixGeometry, Vec<String>) {
    let scope = ViewScope::new(dataset, size);
    view.select_row(row);
    view.themes.select(column);
    let rects = ViewRects::new(size, true).expect("the screen is large enough");
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let mut context = RenderContext::new(&mut buffer, Styles::default());
    view.render(&scope, &rects, &mut context);
    let geometry = view.geometry(&scope, &rects);
    let rows = picture::text(&buffer).lines().map(String::from).collect();
    (geometry, rows)
}

#[test]
fn nothing_is_shortened_while_a_row_is_empty_and_the_selection_is_visible() {
    for dataset in datasets() {
        let mut view = refreshed(&dataset);
        if view.is_empty() {
            continue;
        }
        for size in sizes() {
            for selected in [(1, 0), (0, 1), (usize::MAX / 2, 9)] {
                let (geometry, rows) = rendered(&mut view, &dataset, size, selected);
                // A title has one row only.
                let detail = geometry.detail.map(crate::tui::layout::inner);
                let parts = [Some(geometry.grid), detail];
                for part in parts.into_iter().flatten() {
                    let rows = &rows[usize::from(part.top())..usize::from(part.bottom())];
                    let is_cut = rows.iter().any(|row| row.contains('…'));
                    let has_room = rows.iter().any(String::is_empty);
                    assert!(!is_cut || !has_room, "{size}:\n{}", rows.join("\n"));
                }
                let column = view.themes.selected_index();
                let columns = geometry.first_column..geometry.first_column + geometry.columns;
                assert!(columns.contains(&column), "{size}");
                let areas = geometry.first_row..geometry.first_row + geometry.rows.len();
                assert!(areas.contains(&view.areas.selected_index()), "{size}");
                let name = view.areas.selected().map(|area| &dataset.area(area).name);
                let first = name.and_then(|name| name.chars().next()).expect("a name");
                assert!(
                    selected.0 == 0
                        || rows
                            .iter()
                            .any(|row| row.starts_with('▌') && row.contains(first)),
                    "{size}:\n{}",
                    rows.join("\n")
                );
            }
        }
    }
}

#[test]
fn headings_are_whole_words_and_all_fit_from_seventy_columns() {
    let dataset = Dataset::bundled();
    let mut view = refreshed(&dataset);
    for size in sizes().filter(|size| size.width >= 36 && size.height >= 12) {
        for column in [0, 5, 9] {
            let (geometry, rows) = rendered(&mut view, &dataset, size, (1, column));
            assert_eq!(geometry.roof.damaged, 0, "{size}:\n{}", rows.join("\n"));
            assert!(size.width < 70 || geometry.columns == 10, "{size}");
        }
    }
}

#[test]
fn cells_of_every_visible_area_and_theme_can_be_clicked() {
    let dataset = Dataset::bundled();
    let size = Size::new(80, 24);
    let scope = ViewScope::new(&dataset, size);
    let mut view = refreshed(&dataset);
    let rects = ViewRects::new(size, true).expect("the screen is large enough");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let mut context = RenderContext::new(&mut buffer, Styles::default());
    view.render(&scope, &rects, &mut context);
    let at = |x, y| context.state.targets.at((x, y).into());
    assert_eq!(
        at(1, 6),
        Some(MouseTarget::Cell(0, 0)),
        "the name of an area keeps the column"
    );
    assert_eq!(at(38, 8), Some(MouseTarget::Cell(2, 1)));
    assert_eq!(at(74, 1), None);
    assert_eq!(at(58, 1), Some(MouseTarget::Heading(5)), "Inclusion");
    assert_eq!(
        at(42, 4),
        Some(MouseTarget::Heading(2)),
        "the line from Literacy to its column"
    );
    assert!(!view.click(&scope, MouseTarget::Heading(5)));
    assert_eq!(dataset.reference(view.selected_item()), "theme/inclusion");
    assert!(view.click(&scope, MouseTarget::Heading(5)));
}

#[test]
fn what_was_not_known_on_a_date_is_not_counted_as_none() {
    let dataset = Dataset::bundled();
    let size = Size::new(80, 24);
    let mut scope = ViewScope::new(&dataset, size);
    scope.as_of = Some("2017-12".parse().expect("a date"));
    let mut view = MatrixView::default();
    view.refresh(&scope);
    let bradford = dataset.find("bradford").expect("it exists");
    assert!(view.select_item(&scope, bradford));
    let rects = ViewRects::new(size, true).expect("the screen is large enough");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let mut context = RenderContext::new(&mut buffer, Styles::default());
    view.render(&scope, &rects, &mut context);
    let text = picture::text(&buffer);
    let row = text.lines().find(|line| line.contains("Bradford"));
    let row = row.expect("the area is shown");
    assert_eq!(row.matches('–').count(), 11, "{row}");
    assert!(text.contains("21 priorities in 6 areas"), "{text}");
    assert!(text.contains("─ not known"), "{text}");
    assert!(
        text.contains("Bradford's priorities are not known."),
        "{text}"
    );
}

#[test]
fn totals_have_a_heading() {
    let dataset = Dataset::bundled();
    let mut view = refreshed(&dataset);
    for size in [Size::new(80, 24), Size::new(120, 40), Size::new(200, 50)] {
        let (_, rows) = rendered(&mut view, &dataset, size, (1, 0));
        let has = |words: &str| rows.iter().any(|row| row.ends_with(words));
        assert!(
            has(" priorities") || (size.width > 150 && has(" all")),
            "{size}"
        );
        let total = rows.iter().find(|row| row.contains("Areas with such"));
        let total = total.expect("it is shown");
        assert!(total.ends_with(" 2"), "priorities are no areas: {total}");
    }
}

#[test]
fn the_total_of_a_row_is_explained_where_there_is_room() {
    let dataset = Dataset::bundled();
    for (size, words) in [
        ((80, 24), [" A priority can have ", " several themes "]),
        (
            (120, 40),
            [" One priority can have several themes ", " priorities "],
        ),
    ] {
        let mut view = refreshed(&dataset);
        let (_, rows) = rendered(&mut view, &dataset, size.into(), (1, 0));
        for words in words.iter().chain(&[" Up selects a theme", "  priorities"]) {
            let is_shown = rows[..6]
                .iter()
                .any(|row| format!("{row} ").contains(words));
            assert!(is_shown, "{words}: {rows:#?}");
        }
    }
}

#[test]
fn free_rows_list_all_priorities_of_the_area() {
    let dataset = Dataset::bundled();
    let mut view = refreshed(&dataset);
    for column in [0, 1] {
        let (_, rows) = rendered(&mut view, &dataset, Size::new(120, 40), (1, column));
        let text = rows.join("\n");
        assert!(text.contains(" All priorities of Blackpool"), "{text}");
        assert!(text.contains("\n 3 Improve advice and support"), "{text}");
        assert!(text.contains("\n   School leavers"), "{text}");
    }
}
