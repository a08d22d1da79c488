//! The pane of priorities: each with its title and its themes.

use super::{
    canvas::Canvas,
    list::{List, Row, columns, near},
};
use crate::{
    fit,
    query::outline::{Chapter, Subject, chapter_name},
    tui::{
        app::App,
        layout::{Pane, Places},
    },
};

/// Longer titles are cut, with a sign; the whole title stands in the detail.
const TITLE_LINES: usize = 2;

/// Draws the pane.
pub(super) fn draw(app: &App, places: &Places, canvas: &mut Canvas) {
    let place = places.pane(Pane::Chapters);
    let chapters = &app.areas.chapters;
    let rows = near(chapters.place(), chapters.items().len(), 2, place).flat_map(|item| {
        let texts = texts(app, chapters.items()[item], columns(place));
        texts.into_iter().map(move |text| Row::item(item, text))
    });
    let programme = app.areas.subjects.selected() == Some(Subject::Programme);
    List {
        place,
        pane: Some(Pane::Chapters),
        title: if programme {
            "The programme"
        } else {
            "Priorities"
        },
        remark: "",
        rows: rows.collect(),
        selected: chapters.place(),
        count: chapters.items().len(),
        focused: app.focus() == Pane::Chapters,
        empty: "none known",
    }
    .draw(canvas);
}

fn texts(app: &App, chapter: Chapter, columns: usize) -> Vec<String> {
    let dataset = app.dataset();
    let Chapter::Priority(priority) = chapter else {
        return vec![chapter_name(dataset, chapter).into_owned()];
    };
    let priority = dataset.priority(priority);
    let number = format!("{} ", priority.number);
    let indent = " ".repeat(number.len());
    let lines = fit::wrap_to(
        &priority.title,
        columns.saturating_sub(number.len()),
        TITLE_LINES,
    );
    let mut texts: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| format!("{}{line}", if place == 0 { &number } else { &indent }))
        .collect();
    let themes: Vec<&str> = priority
        .themes
        .iter()
        .map(|classification| dataset.theme(&classification.theme).name.as_str())
        .collect();
    let themes = if themes.is_empty() {
        "no theme".to_string()
    } else {
        themes.join(", ")
    };
    texts.push(format!(
        "{indent}{}",
        fit::cut(&format!("({themes})"), columns.saturating_sub(indent.len()))
    ));
    texts
}
