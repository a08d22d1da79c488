//! The first row: what is shown, or where one is.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    fit,
    query::outline::{Chapter, chapter_name, subject_name},
    tui::{app::App, layout::Pane, look},
};

/// Draws the programme's name and what is known of it.
pub fn draw(app: &App, place: Rect, buffer: &mut Buffer) {
    let document = app.dataset().document();
    let priorities: usize = document.areas.iter().map(|area| area.priorities.len()).sum();
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let left = document.programme.name.as_str();
    let right = format!(
        "{} · {} · {} · all that is known",
        count(document.areas.len(), "area", "areas"),
        count(priorities, "priority", "priorities"),
        count(document.sources.len(), "source", "sources")
    );
    line(left, &right, place, buffer);
}

/// Draws the way to the pane that is shown.
pub fn draw_breadcrumb(app: &App, place: Rect, buffer: &mut Buffer) {
    let dataset = app.dataset();
    let mut way = vec!["Areas".to_string()];
    if app.focus() > Pane::Subjects
        && let Some(subject) = app.browse.subjects.selected()
    {
        way = vec![subject_name(dataset, subject).to_string()];
        if let Some(chapter) = app.browse.chapters.selected().filter(|_| app.focus() > Pane::Chapters) {
            way.push(match chapter {
                Chapter::Priority(priority) => dataset.priority(priority).number.to_string(),
                Chapter::AboutArea(_) => "about".into(),
                Chapter::Programme(_) => chapter_name(dataset, chapter).into_owned(),
            });
        }
    }
    line(&way.join(" › "), "", place, buffer);
}

/// Draws what the help is about.
pub fn draw_help(app: &App, place: Rect, buffer: &mut Buffer) {
    line("Help", app.dataset().document().programme.name.as_str(), place, buffer);
}

fn line(left: &str, right: &str, place: Rect, buffer: &mut Buffer) {
    let columns = usize::from(place.width);
    let left = fit::cut(left, columns);
    buffer.set_stringn(place.x, place.y, &left, columns, look::STRONG);
    let (used, wanted) = (fit::width(&left), fit::width(right));
    if used + 2 + wanted <= columns {
        let x = place.right() - u16::try_from(wanted).unwrap_or(0);
        buffer.set_stringn(x, place.y, right, wanted, look::PLAIN);
    }
}
