//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use ratatui::{buffer::Buffer, layout::Position};

use super::list::{List, Row, columns};
use crate::{
    dataset::{Area, Dataset},
    fit,
    query::outline::{Subject, subject_name},
    tui::{
        app::App,
        layout::{Pane, Places},
        look,
    },
};

/// Draws the pane. Gives the first cell of the selected item.
pub fn draw(app: &App, places: &Places, buffer: &mut Buffer) -> Position {
    let columns = columns(places, Pane::Subjects);
    let subjects = &app.browse.subjects;
    let rows =
        subjects.items().iter().enumerate().map(|(item, &subject)| Row { text: row(app.dataset(), subject, columns), item: Some(item) });
    List {
        pane: Pane::Subjects,
        title: "Areas",
        remark: "plan nr rank",
        rows: rows.collect(),
        selected: subjects.place(),
        count: subjects.items().len(),
        focused: app.focus() == Pane::Subjects,
        empty: "no areas",
    }
    .draw(places, buffer)
}

fn row(dataset: &Dataset, subject: Subject, columns: usize) -> String {
    let name = subject_name(dataset, subject);
    let Subject::Area(area) = subject else { return name.to_string() };
    let signs = signs(dataset.area(area));
    let room = columns.saturating_sub(fit::width(&signs));
    let name = fit::cut(name, room);
    let blanks = " ".repeat(room - fit::width(&name));
    format!("{name}{blanks}{signs}")
}

/// Under `plan nr rank`: the plan's state, how many priorities, the latest rank.
fn signs(area: &Area) -> String {
    let plan = if area.plan.is_some() { look::PUBLISHED } else { look::AWAITED };
    let rank = area.ranks.iter().max_by_key(|rank| rank.year).map_or(look::UNKNOWN.to_string(), |rank| rank.rank.to_string());
    format!(" {plan}{:>4}{rank:>5} ", area.priorities.len())
}
