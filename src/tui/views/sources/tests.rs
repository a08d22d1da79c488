//! Rules that hold at every size and in every dataset.

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::super::test_datasets::bundled_and;
use super::*;
use crate::{
    dataset::Dataset,
    tui::{picture, styles::Styles},
};

fn refreshed(dataset: &Dataset) -> SourcesView {
    let mut view = SourcesView::default();
    view.refresh(&ViewScope::new(dataset, Size::new(80, 24)));
    view
}

fn rendered(view: &SourcesView, dataset: &Dataset, size: Size) -> Vec<String> {
    let scope = ViewScope::new(dataset, size);
    let rects = ViewRects::new(size, true).expect("the screen is large enough");
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let mut context = RenderContext::new(&mut buffer, Styles::default());
    view.render(&scope, &rects, &mut context);
    picture::text(&buffer).lines().map(String::from).collect()
}

#[test]
fn publications_are_grouped_by_year_with_their_counts() {
    let dataset = Dataset::bundled();
    let view = refreshed(&dataset);
    assert_eq!(
        view.years
            .iter()
            .map(|year| year.items.len())
            .sum::<usize>(),
        349
    );
    assert!(view.years.is_sorted_by_key(|year| year.year));
    let counted: usize = view.years.iter().map(|year| year.citations).sum();
    assert_eq!(
        counted,
        view.numbers
            .iter()
            .flatten()
            .map(|(_, numbers)| numbers)
            .map(|numbers| numbers.kinds.total())
            .sum::<usize>()
    );
    let shown = rendered(&view, &dataset, Size::new(80, 24));
    assert!(
        shown[1].starts_with("━ Sources · 349 publications by year ━"),
        "{}",
        shown[1]
    );
    assert!(
        shown[2].starts_with(" 2016") && shown[2].contains("publications, cited"),
        "{}",
        shown[2]
    );
}

#[test]
fn open_publication_lists_what_cites_it_by_area_and_closes() {
    let dataset = Dataset::bundled();
    let scope = ViewScope::new(&dataset, Size::new(80, 24));
    let mut view = refreshed(&dataset);
    let source = dataset
        .find("source/children-and-young-people-now-2017")
        .expect("the source exists");
    assert!(view.select_item(&scope, source));
    assert_eq!(view.update(&scope, Command::Open), AppAction::None);
    assert_eq!(view.context(), Some(source));
    let groups = &view.open.as_ref().expect("it is open").groups;
    assert!(groups.len() > 3, "{groups:?}");
    for (area, range) in groups {
        assert!(
            view.rows.items()[range.clone()]
                .iter()
                .all(|item| item.area() == *area)
        );
    }
    let shown = rendered(&view, &dataset, Size::new(80, 24)).join("\n");
    assert!(
        shown.contains("Facts that cite DfE unveils 'opportunity area' plans"),
        "{shown}"
    );
    let fact = view.selected_item();
    assert_eq!(
        view.update(&scope, Command::Open),
        AppAction::OpenItem(fact)
    );
    assert_eq!(view.update(&scope, Command::Back), AppAction::None);
    assert_eq!(
        view.selected_item(),
        source,
        "the publication is selected again"
    );
    assert_eq!(view.update(&scope, Command::Back), AppAction::LeaveView);
}

#[test]
fn order_changes_with_its_key_and_keeps_the_selection() {
    let dataset = Dataset::bundled();
    let scope = ViewScope::new(&dataset, Size::new(80, 24));
    let mut view = refreshed(&dataset);
    view.rows.select(7);
    let selected = view.selected_item();
    view.update(&scope, Command::Sort);
    assert!(view.years.is_sorted_by(|a, b| a.year >= b.year));
    view.update(&scope, Command::Sort);
    let counts: Vec<usize> = view
        .rows
        .items()
        .iter()
        .map(|item| match item {
            ItemIndex::Source(source) => view.citation_count(*source),
            _ => panic!("publications only"),
        })
        .collect();
    assert!(counts.is_sorted_by(|a, b| a >= b) && view.years.is_empty());
    assert_eq!(view.selected_item(), selected);
    let shown = rendered(&view, &dataset, Size::new(80, 24)).join("\n");
    assert!(shown.contains("most cited first"), "{shown}");
}

#[test]
fn nothing_is_shortened_while_a_row_is_empty() {
    for dataset in bundled_and(&[
        "council-plan",
        "every-field",
        "long-and-wide-text",
        "minimal",
        "other-programme-300-areas",
    ]) {
        let mut view = refreshed(&dataset);
        let last = view.rows.items().len().saturating_sub(1);
        for is_open in [false, true] {
            for position in [0, last / 2, last] {
                let scope = ViewScope::new(&dataset, Size::new(80, 24));
                view.open = None;
                view.refresh(&scope);
                view.rows.select(position);
                if is_open {
                    view.update(&scope, Command::Open);
                }
                for width in [20, 33, 40, 60, 80, 100, 120, 160, 250] {
                    for height in [5, 8, 12, 16, 24, 40, 70] {
                        let size = Size::new(width, height);
                        let rects = ViewRects::new(size, true).expect("the screen is large enough");
                        let shown = rendered(&view, &dataset, size);
                        let rows =
                            &shown[usize::from(rects.main.y) + 1..usize::from(rects.main.bottom())];
                        let column = usize::from(rects.main.width) - 1;
                        let main: Vec<String> = rows
                            .iter()
                            .map(|row| row.chars().take(column).collect())
                            .collect();
                        let is_cut = main.iter().any(|row| row.contains('…'));
                        let has_room = main.iter().any(|row| row.trim().is_empty());
                        assert!(!is_cut || !has_room, "{size}:\n{}", shown.join("\n"));
                        assert!(
                            view.is_empty() || main.iter().any(|row| row.starts_with('▌')),
                            "{size}:\n{}",
                            shown.join("\n")
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_last_publication_on_a_page_is_whole_or_ends_in_an_ellipsis() {
    let dataset = Dataset::bundled();
    let mut view = refreshed(&dataset);
    let mut cut = 0;
    for position in 0..60 {
        view.rows.select(position);
        let shown = rendered(&view, &dataset, Size::new(80, 24));
        let detail = shown.iter().rposition(|row| row.starts_with('─'));
        let rows = &shown[2..detail.expect("the detail is shown")];
        let last = rows
            .iter()
            .rfind(|row| !row[..12.min(row.len())].is_empty());
        let last = last
            .expect("there are rows")
            .trim_end_matches(['┃', ' '])
            .trim();
        let ends = dataset.sources().any(|(_, source)| {
            source.publisher.ends_with(last) || last.ends_with(source.publisher.as_str())
        });
        let is_first_line = last.ends_with(|letter: char| letter.is_ascii_digit());
        cut += usize::from(last.ends_with('…'));
        assert!(
            ends || is_first_line || last.ends_with('…'),
            "{last}: {shown:#?}"
        );
    }
    assert!(cut < 60);
}
