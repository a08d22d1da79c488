//! The last row: the keys that matter here, from the table; a line that is typed in; or a caption.

use ratatui::layout::Rect;

use super::{
    input,
    render_context::{HitTarget, RenderContext},
};
use crate::{
    command, fit,
    tui::{
        app::{App, Banner},
        state::overlay::Overlay,
        styles::StyleRole,
    },
};

/// Draws as many keys as fit, the most needed first.
pub(super) fn render(app: &App, rect: Rect, context: &mut RenderContext) {
    if let Some(banner) = &app.banner {
        render_caption(banner, rect, context);
        return;
    }
    let mut x = rect.x + render_line(app, rect, context);
    for (key, name, command) in command::footer(app.mode())
        .into_iter()
        .filter(|(.., command)| command.is_allowed(app.kiosk))
    {
        let key = key.to_string();
        let width = fit::text_width(&key) + 1 + fit::text_width(name);
        if usize::from(x) + width > usize::from(rect.right()) {
            break;
        }
        let start = x;
        let after_key = context.put_str(x, rect.y, &key, width, StyleRole::Emphasis);
        let after_name = context.put_str(after_key + 1, rect.y, name, width, StyleRole::Plain);
        context.register_hit(
            Rect {
                x: start,
                width: after_name - start,
                ..rect
            },
            HitTarget::Command(command),
        );
        x = after_name + 2;
    }
}

/// Draws a caption over the last rows, as many as it needs.
fn render_caption(banner: &Banner, rect: Rect, context: &mut RenderContext) {
    let columns = usize::from(rect.width);
    let lines = fit::wrap(&banner.words, columns);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(rect.y);
    let first = rect.y + 1 - rows;
    context.clear(Rect {
        y: first - 1,
        height: rows + 1,
        ..rect
    });
    for x in rect.left()..rect.right() {
        context.put_symbol(x, first - 1, "─", StyleRole::Border);
    }
    context.put_str(
        rect.x + 1,
        first - 1,
        &fit::elide_end(banner.keys, columns.saturating_sub(2)),
        columns,
        StyleRole::Plain,
    );
    for (y, line) in (first..=rect.y).zip(&lines) {
        context.put_str(rect.x, y, line, columns, StyleRole::Emphasis);
    }
}

/// Draws the line that is typed in, with the cursor at its end. Gives how many columns it takes.
fn render_line(app: &App, rect: Rect, context: &mut RenderContext) -> u16 {
    let found;
    let (label, typed, remark) = match &app.overlay {
        Some(Overlay::Jump(line)) => {
            found = line.remark();
            ("Jump to: ", &line.typed, found.as_deref())
        }
        Some(Overlay::Date(line)) if line.typed.is_empty() => {
            ("As of: ", &line.typed, Some("all that is known"))
        }
        Some(Overlay::Date(line)) => ("As of: ", &line.typed, line.problem.as_deref()),
        Some(Overlay::Save(line)) => ("Save as: ", &line.typed, line.problem.as_deref()),
        _ => return 0,
    };
    input::render(label, typed, rect, true, context);
    let mut end = context.cursor.x;
    if let Some(remark) = remark {
        let room = usize::from(rect.right().saturating_sub(end)).saturating_sub(2);
        end = context.put_str(
            end + 2,
            rect.y,
            &fit::elide_end(remark, room),
            room,
            StyleRole::Emphasis,
        );
    }
    end + 2 - rect.x
}
