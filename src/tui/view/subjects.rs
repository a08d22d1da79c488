//! The pane of areas: each with its plan, the number of its priorities and its latest rank.

use super::{
    canvas::Canvas,
    list::{List, Row, columns, near},
};
use crate::{
    dataset::AreaIndex,
    fit,
    query::{
        outline::{Subject, subject_name},
        world::World,
    },
    tui::{
        app::App,
        layout::{Pane, Places},
        look::{self, Role},
    },
};

/// Draws the pane.
pub(super) fn draw(app: &App, places: &Places, canvas: &mut Canvas) {
    let place = places.pane(Pane::Subjects);
    let subjects = &app.areas.subjects;
    let rows = near(subjects.place(), subjects.items().len(), 1, place).map(|item| {
        let subject = subjects.items()[item];
        Row {
            role: role(app.world(), subject),
            ..Row::item(item, row(app.world(), subject, columns(place)))
        }
    });
    List {
        place,
        pane: Some(Pane::Subjects),
        title: "Areas",
        remark: "plan nr rank",
        rows: rows.collect(),
        selected: subjects.place(),
        count: subjects.items().len(),
        focused: app.focus() == Pane::Subjects,
        empty: "nothing like that: F shows all",
    }
    .draw(canvas);
}

fn role(world: World, subject: Subject) -> Role {
    match subject {
        Subject::Area(area) if world.plan(area).is_none() => Role::Awaited,
        _ => Role::Plain,
    }
}

fn row(world: World, subject: Subject, columns: usize) -> String {
    let name = subject_name(world.dataset(), subject);
    let Subject::Area(area) = subject else {
        return name.to_string();
    };
    let signs = signs(world, area);
    let room = columns.saturating_sub(fit::width(&signs));
    let name = fit::cut(name, room);
    let blanks = " ".repeat(room - fit::width(&name));
    format!("{name}{blanks}{signs}")
}

/// Under `plan nr rank`: the plan's state, how many priorities, the latest rank.
fn signs(world: World, area: AreaIndex) -> String {
    let plan = if world.plan(area).is_some() {
        look::PUBLISHED
    } else {
        look::AWAITED
    };
    let rank = world
        .rank(area)
        .map_or(look::UNKNOWN.to_string(), |rank| rank.rank.to_string());
    format!(" {plan}{:>4}{rank:>5} ", world.priorities(area).count())
}
