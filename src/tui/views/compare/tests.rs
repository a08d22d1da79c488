//! Rules that hold at every size and in every dataset.

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::super::test_datasets::bundled_and;
use super::{layout::CompareColumns, *};
use crate::{
    dataset::Dataset,
    tui::{picture, styles::Styles, widgets::RenderState},
};

fn datasets() -> Vec<Dataset> {
    bundled_and(&[
        "council-plan",
        "every-field",
        "long-and-wide-text",
        "other-programme-300-areas",
    ])
}

/// Returns a comparison of the first `count` areas.
fn compared(dataset: &Dataset, count: usize) -> CompareView {
    let mut view = CompareView::default();
    for (area, _) in dataset.areas().take(count) {
        assert_eq!(view.add(area), AddedArea::Added);
    }
    view.refresh(&ViewScope::new(dataset, Size::new(80, 24)));
    view
}

fn rendered(view: &CompareView, dataset: &Dataset, size: Size) -> (Vec<String>, RenderState) {
    let scope = ViewScope::new(dataset, size);
    let rects = ViewRects::new(size, true).expect("the screen is large enough");
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let mut context = RenderContext::new(&mut buffer, Styles::default());
    view.render(&scope, &rects, &mut context);
    let state = context.state;
    (
        picture::text(&buffer).lines().map(String::from).collect(),
        state,
    )
}

#[test]
fn nothing_is_shortened_while_a_row_is_empty_and_the_selection_is_visible() {
    for dataset in datasets() {
        for count in [1, 2, 4] {
            let mut view = compared(&dataset, count);
            for size in (20..250)
                .step_by(23)
                .chain([60, 80, 120])
                .flat_map(|width| {
                    [5, 8, 11, 14, 20, 24, 40, 70].map(|height| Size::new(width, height))
                })
            {
                let rows = view.shown_rows(size.width);
                for position in [0, rows.len() / 2, rows.len().saturating_sub(1)] {
                    view.selected = rows.get(position).copied();
                    view.column = position % view.areas.len();
                    let (shown, state) = rendered(&view, &dataset, size);
                    // The rule of the pane below has one row, and so have the names of areas beside the titles.
                    let last = shown
                        .iter()
                        .rposition(|row| row.starts_with('─'))
                        .unwrap_or(0);
                    let (above, below) = shown.split_at(last);
                    let is_cut = |rows: &[String]| rows.iter().any(|row| row.contains('…'));
                    let has_room = |rows: &[String]| {
                        rows[1..rows.len().max(2) - 1].iter().any(String::is_empty)
                    };
                    assert!(
                        !is_cut(above) || !has_room(above),
                        "{size}:\n{}",
                        shown.join("\n")
                    );
                    assert!(
                        !is_cut(below) || !has_room(below),
                        "{size}:\n{}",
                        shown.join("\n")
                    );
                    assert!(
                        rows.is_empty() || shown.iter().any(|row| row.starts_with('▌')),
                        "{size}:\n{}",
                        shown.join("\n")
                    );
                    assert!(state.cursor.x < size.width && state.cursor.y < size.height - 1);
                }
            }
        }
    }
}

#[test]
fn comparison_opens_at_its_top() {
    let dataset = Dataset::bundled();
    for (count, size) in [(2, (80, 24)), (3, (80, 24)), (4, (120, 40)), (2, (40, 12))] {
        let size = Size::new(size.0, size.1);
        let view = compared(&dataset, count);
        let (shown, _) = rendered(&view, &dataset, size);
        let rows = view.shown_rows(size.width);
        assert_eq!(view.selected, rows.first().copied());
        assert!(
            shown.iter().any(|row| row.starts_with("▌Rank 2016")),
            "{}",
            shown.join("\n")
        );
    }
}

#[test]
fn every_row_and_name_of_an_area_can_be_clicked() {
    let dataset = Dataset::bundled();
    let size = Size::new(80, 24);
    let scope = ViewScope::new(&dataset, size);
    let mut view = compared(&dataset, 2);
    let (shown, state) = rendered(&view, &dataset, size);
    assert!(
        shown[2].contains("Blackpool") && shown[3].starts_with("▌Rank 2016"),
        "{}",
        shown.join("\n")
    );
    let at = |x, y| state.targets.at((x, y).into());
    assert_eq!(at(20, 2), Some(MouseTarget::Heading(0)));
    assert_eq!(at(20, 3), Some(MouseTarget::Cell(0, 0)));
    assert_eq!(at(60, 4), Some(MouseTarget::Cell(1, 1)));
    assert!(!view.click(&scope, MouseTarget::Heading(1)));
    assert_eq!(view.column, 1);
    assert!(!view.click(&scope, MouseTarget::Cell(0, 0)));
    assert_eq!(
        dataset.reference(view.selected_item()),
        "blackpool/rank-2016"
    );
    assert!(view.click(&scope, MouseTarget::Cell(0, 0)));
}

#[test]
fn narrow_columns_have_numbers_and_the_titles_below() {
    let dataset = Dataset::bundled();
    let mut view = compared(&dataset, 4);
    view.selected = Some(CompareRow::Theme(0));
    let (shown, _) = rendered(&view, &dataset, Size::new(80, 24));
    let shown = shown.join("\n");
    assert!(
        !shown.contains("Board") && shown.contains("Numbers of the priorities by theme"),
        "{shown}"
    );
    assert!(
        shown.contains("differ") && shown.contains("no priority"),
        "{shown}"
    );
    let wide = compared(&dataset, 2);
    let (shown, _) = rendered(&wide, &dataset, Size::new(80, 24));
    let shown = shown.join("\n");
    assert!(
        shown.contains("Board") && shown.contains("Only one has"),
        "{shown}"
    );
}

#[test]
fn priority_is_written_out_once_in_a_column() {
    let dataset = Dataset::bundled();
    let view = compared(&dataset, 2);
    let (shown, _) = rendered(&view, &dataset, Size::new(120, 70));
    let shown = shown.join("\n");
    assert!(shown.contains(" as for "), "{shown}");
}

#[test]
fn order_of_the_themes_changes_with_its_key() {
    let dataset = Dataset::bundled();
    let scope = ViewScope::new(&dataset, Size::new(80, 24));
    let mut view = compared(&dataset, 2);
    let themes = |view: &CompareView| view.themes().0;
    let differences = themes(&view);
    view.update(&scope, Command::Sort);
    assert!(themes(&view).is_sorted_by_key(|theme| theme.map(ThemeIndex::index)));
    view.update(&scope, Command::Sort);
    let names = view
        .themes
        .iter()
        .map(|row| row.short_name(&dataset))
        .collect::<Vec<_>>();
    assert!(names.is_sorted(), "{names:?}");
    view.update(&scope, Command::Sort);
    assert_eq!(themes(&view), differences);
}

#[test]
fn every_sum_is_whole_or_its_row_is_left_out() {
    for dataset in datasets() {
        // Each area has another sum, so each must be among the first four once.
        for start in 0..dataset.areas().len().min(12) {
            for count in 2..=4 {
                let mut view = CompareView::default();
                for (area, _) in dataset.areas().skip(start).take(count) {
                    view.add(area);
                }
                for width in (60..=200).step_by(7).chain([80]) {
                    let size = Size::new(width, 60);
                    view.column = 0;
                    view.refresh(&ViewScope::new(&dataset, size));
                    assert_sums_are_whole(&view, &dataset, size);
                }
            }
        }
    }
}

/// Checks the values of all numbers of a comparison that is rendered.
fn assert_sums_are_whole(view: &CompareView, dataset: &Dataset, size: Size) {
    let (shown, _) = rendered(view, dataset, size);
    let columns = CompareColumns::new(size.width, view.areas.len(), view.column);
    let text: Vec<Vec<char>> = shown.iter().map(|row| row.chars().collect()).collect();
    for row in view.shown_rows(size.width) {
        let CompareRow::Fact(index) = row else {
            continue;
        };
        let fact = &view.facts[index];
        for (column, value) in fact.values.iter().take(columns.count).enumerate() {
            if !fact.is_number {
                continue;
            }
            let x = usize::from(columns.x(column));
            let cells = text.iter().map(|row| {
                let cell = row.iter().skip(x).take(usize::from(columns.width));
                cell.collect::<String>()
            });
            let cells: Vec<String> = cells.collect();
            let joined = cells.join(" ");
            let words: Vec<&str> = joined.split_whitespace().collect();
            let wanted: Vec<&str> = value.words.split_whitespace().collect();
            assert!(
                words.windows(wanted.len()).any(|words| words == wanted),
                "{size}: {}\n{}",
                value.words,
                shown.join("\n")
            );
        }
    }
}

#[test]
fn blank_column_is_between_areas_and_the_selected_one_has_a_sign() {
    let dataset = Dataset::bundled();
    for count in 2..=4 {
        let mut view = compared(&dataset, count);
        for width in 60..=200 {
            view.column = usize::from(width) % count;
            let (shown, _) = rendered(&view, &dataset, Size::new(width, 60));
            let columns = CompareColumns::new(width, count, view.column);
            let end = if columns.is_compact {
                shown.iter().rposition(|row| row.starts_with('─'))
            } else {
                Some(shown.len() - 1)
            };
            let rows = &shown[2..end.expect("there is a title rule")];
            for column in 0..columns.count {
                let x = usize::from(columns.x(column));
                let before = |row: &String| row.chars().skip(x - 2).take(2).collect::<String>();
                let rows = rows.iter().filter(|row| !row.starts_with('─'));
                let (signs, others): (Vec<_>, Vec<_>) = rows.partition(|row| before(row) == " ▌");
                assert_eq!(
                    !signs.is_empty(),
                    columns.first + column == view.column,
                    "{}",
                    shown.join("\n")
                );
                for row in others {
                    assert!(before(row).chars().nth(1).is_none_or(|c| c == ' '), "{row}");
                }
            }
        }
    }
}

#[test]
fn numbers_stay_on_the_right_beside_areas_without_one() {
    let dataset = Dataset::bundled();
    let mut view = compared(&dataset, 3);
    let size = Size::new(120, 40);
    let mut scope = ViewScope::new(&dataset, size);
    scope.as_of = "2017-10".parse().ok();
    view.refresh(&scope);
    let (rows, _) = rendered(&view, &dataset, size);
    let row = rows.iter().find(|row| row.contains("Rank 2016"));
    let row = row.expect("a rank is known");
    let columns = CompareColumns::new(size.width, 3, 0);
    let cells = (0..3).map(|area| {
        let cell = row.chars().skip(usize::from(columns.x(area)));
        cell.take(usize::from(columns.width)).collect::<String>()
    });
    let cells: Vec<String> = cells.collect();
    assert!(
        cells.iter().any(|cell| cell.starts_with("not known")),
        "{cells:?}"
    );
    let numbers = cells
        .iter()
        .filter(|cell| cell.contains("in 2016") || cell.trim().parse::<u16>().is_ok());
    let numbers: Vec<&String> = numbers.collect();
    assert!(
        !numbers.is_empty() && numbers.iter().all(|cell| cell.starts_with("      ")),
        "{cells:?}"
    );
}
