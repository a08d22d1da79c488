//! The last row: the keys that matter here, from the table; a line that is typed in; or a caption.

use ratatui::layout::Rect;

use super::{
    canvas::{Canvas, Target},
    input,
};
use crate::{
    command, fit,
    tui::{
        app::{App, Caption},
        look::Role,
        state::over::Over,
    },
};

/// Draws as many keys as fit, the most needed first.
pub(super) fn draw(app: &App, place: Rect, canvas: &mut Canvas) {
    if let Some(caption) = &app.caption {
        draw_caption(caption, place, canvas);
        return;
    }
    let mut x = place.x + draw_line(app, place, canvas);
    for (key, name, command) in command::footer(app.mode())
        .into_iter()
        .filter(|(.., command)| command.is_allowed(app.kiosk))
    {
        let key = key.to_string();
        let width = fit::width(&key) + 1 + fit::width(name);
        if usize::from(x) + width > usize::from(place.right()) {
            break;
        }
        let start = x;
        let after_key = canvas.text(x, place.y, &key, width, Role::Strong);
        let after_name = canvas.text(after_key + 1, place.y, name, width, Role::Plain);
        canvas.target(
            Rect {
                x: start,
                width: after_name - start,
                ..place
            },
            Target::Command(command),
        );
        x = after_name + 2;
    }
}

/// Draws a caption over the last rows, as many as it needs.
fn draw_caption(caption: &Caption, place: Rect, canvas: &mut Canvas) {
    let columns = usize::from(place.width);
    let lines = fit::wrap(&caption.words, columns);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(place.y);
    let first = place.y + 1 - rows;
    canvas.clear(Rect {
        y: first - 1,
        height: rows + 1,
        ..place
    });
    for x in place.left()..place.right() {
        canvas.sign(x, first - 1, "─", Role::Line);
    }
    canvas.text(
        place.x + 1,
        first - 1,
        &fit::cut(caption.keys, columns.saturating_sub(2)),
        columns,
        Role::Plain,
    );
    for (y, line) in (first..=place.y).zip(&lines) {
        canvas.text(place.x, y, line, columns, Role::Strong);
    }
}

/// Draws the line that is typed in, with the cursor at its end. Gives how many columns it takes.
fn draw_line(app: &App, place: Rect, canvas: &mut Canvas) -> u16 {
    let found;
    let (label, typed, remark) = match &app.over {
        Some(Over::Jump(line)) => {
            found = line.remark();
            ("Jump to: ", &line.typed, found.as_deref())
        }
        Some(Over::Date(line)) if line.typed.is_empty() => {
            ("As of: ", &line.typed, Some("all that is known"))
        }
        Some(Over::Date(line)) => ("As of: ", &line.typed, line.problem.as_deref()),
        Some(Over::Save(line)) => ("Save as: ", &line.typed, line.problem.as_deref()),
        _ => return 0,
    };
    input::draw(label, typed, place, true, canvas);
    let mut end = canvas.cursor.x;
    if let Some(remark) = remark {
        let room = usize::from(place.right().saturating_sub(end)).saturating_sub(2);
        end = canvas.text(
            end + 2,
            place.y,
            &fit::cut(remark, room),
            room,
            Role::Strong,
        );
    }
    end + 2 - place.x
}
