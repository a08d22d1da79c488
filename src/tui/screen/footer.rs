//! The footer: the most important keys; before them a prompt or a notice, or in their place a banner.

use ratatui::{
    layout::Rect,
    text::{Line, Span, Text},
    widgets::{Block, Borders, Clear, Paragraph, Widget},
};

use crate::{
    command,
    text::{elide_end, text_width, wrap},
    tui::{
        app::{App, Banner},
        layout::cells,
        mouse_targets::MouseTarget,
        styles::StyleRole,
        widgets::{InputLine, RenderContext},
    },
};

/// The columns between two keys.
const GAP: u16 = 2;

/// Renders the prompt, if there is one, and as many keys as fit.
pub(super) fn render(app: &App, area: Rect, context: &mut RenderContext) {
    if let Some(banner) = app.banner() {
        render_banner(banner, area, context);
        return;
    }
    let mut x = area.x + render_prompt(app, area, context) + render_notice(app, area, context);
    for binding in command::footer(app.mode())
        .into_iter()
        .filter(|binding| app.is_offered(binding.command))
    {
        let (key, name) = (binding.keys[0].to_string(), binding.name);
        let width = text_width(&key) + 1 + text_width(name);
        if usize::from(x) + width > usize::from(area.right()) {
            break;
        }
        let name_x = context.put_str(x, area.y, &key, width, StyleRole::Emphasis) + 1;
        let end = context.put_str(name_x, area.y, name, width, StyleRole::Plain);
        let target = Rect {
            x,
            width: end - x,
            ..area
        };
        context.add_target(target, MouseTarget::Command(binding.command));
        x = end + GAP;
    }
}

/// Renders a banner over the last rows, as many as it needs.
fn render_banner(banner: &Banner, area: Rect, context: &mut RenderContext) {
    let columns = usize::from(area.width);
    let lines = wrap(&banner.text, columns);
    let rows = cells(lines.len()).min(area.y);
    let place = Rect {
        y: area.y - rows,
        height: rows + 1,
        ..area
    };
    let styles = context.styles;
    let border = styles.style(StyleRole::Border);
    let emphasis = styles.style(StyleRole::Emphasis);
    let hint = elide_end(banner.hint, columns.saturating_sub(2));
    let title = Line::from_iter([Span::styled("─", border), Span::raw(hint)]);
    let lines: Text = lines
        .into_iter()
        .map(|line| Line::from(Span::styled(line, emphasis)))
        .collect();
    Clear.render(place, context.buffer);
    Paragraph::new(lines)
        .block(
            Block::new()
                .borders(Borders::TOP)
                .border_style(border)
                .title_top(title),
        )
        .render(place, context.buffer);
}

/// Renders the notice, if there is one. Returns the columns that it needs.
fn render_notice(app: &App, area: Rect, context: &mut RenderContext) -> u16 {
    let Some(notice) = app.notice() else {
        return 0;
    };
    let columns = usize::from(area.width);
    let notice = elide_end(notice, columns);
    context.put_str(area.x, area.y, &notice, columns, StyleRole::Plain) - area.x + GAP
}

/// Renders the prompt. Returns the columns that it needs.
fn render_prompt(app: &App, area: Rect, context: &mut RenderContext) -> u16 {
    let prompt = app
        .overlay
        .as_ref()
        .and_then(|overlay| overlay.state().prompt());
    let Some(prompt) = prompt else {
        return 0;
    };
    let line = InputLine {
        label: prompt.label,
        input: prompt.input,
        status: prompt.status.as_deref(),
        focused: true,
        styles: context.styles,
    };
    let width = line.width(area.width);
    context.render(line, area);
    width + GAP
}
