//! The footer: the most useful keys; before them a notice, or in their place a banner.

use std::borrow::Cow;

use ratatui::{
    layout::Rect,
    text::{Line, Span, Text},
    widgets::{Block, Borders, Clear, Paragraph, Widget},
};

use super::scope_tag;
use crate::{
    command::{
        Command, FooterKey, Mode, View,
        footer::{self, Footer},
    },
    sort::SortShared,
    text::{elide_end, text_width, wrap, wrap_words},
    tui::{
        app::{App, Banner},
        layout::{Pane, ScreenLayout, cells},
        mouse_targets::MouseTarget,
        styles::StyleRole,
        widgets::RenderContext,
    },
};

/// The columns between two keys.
const GAP: usize = 2;
/// The columns of the key for help after a notice, and the narrowest notice that leaves room for it.
const HELP_COLUMNS: usize = 8;
const MIN_NOTICE: usize = 24;
/// The fewest rows above the footer of which a long notice may cover the last ones.
const MIN_ROWS_ABOVE: u16 = 11;

/// Renders the notice, if there is one, and as many keys as fit.
pub(super) fn render(app: &App, area: Rect, context: &mut RenderContext) {
    if let Some(banner) = app.banner() {
        render_banner(banner, area, context);
        return;
    }
    let end = scope_tag::render_in_footer(app, area, context);
    let area = Rect {
        width: end - area.x,
        ..area
    };
    let x = render_notice(app, area, context);
    let rest = Rect {
        x,
        width: area.right().saturating_sub(x),
        ..area
    };
    render_keys(app, rest, context);
}

/// The order in which keys go where there is less and less room: the highest first.
type KeyRank = u8;

/// Returns the keys to show, in their order.
fn keys(app: &App) -> Vec<(KeyRank, FooterKey)> {
    let mode = app.mode();
    let Footer { keys, pinned } = footer::footer(mode);
    if let Some(notice) = app.notice() {
        // What a notice is about matters more than how to quit, but not more than the way to help.
        let notice = notice.keys.iter().map(|key| (1, *key));
        let pinned = pinned.iter().zip([0, 2]);
        return notice
            .chain(pinned.map(|(key, rank)| (rank, *key)))
            .collect();
    }
    let mut keys = match mode {
        Mode::View(View::Areas) => areas_keys(app),
        // What cites a publication opens elsewhere.
        Mode::View(View::Sources) if app.views.sources.is_open() => footer::CITING,
        Mode::Help if app.lists_keys() => footer::KEY_LIST,
        _ if mode.has_text_input() && app.typed_question().is_some() => footer::QUESTION,
        _ => keys,
    }
    .iter()
    .map(|key| (1, *key))
    .collect::<Vec<_>>();
    if mode == Mode::View(View::Areas) && app.views.areas.shows_programme() {
        let priorities = keys.iter_mut().filter(|(_, key)| key.label == "priorities");
        priorities.for_each(|(_, key)| key.label = "parts");
    }
    if matches!(mode, Mode::View(_))
        && let Some(label) = app.escape_label()
    {
        let escape = FooterKey {
            commands: &[Command::Escape],
            label,
        };
        keys.retain(|(_, key)| key.commands != escape.commands);
        // It stays where there is hardly any room: nobody should wonder how to see everything again.
        keys.insert(keys.len().min(1), (0, escape));
    }
    let pinned = pinned.iter().map(|key| (0, *key));
    keys.into_iter().chain(pinned).collect()
}

/// Returns the keys of the focused pane.
fn areas_keys(app: &App) -> &'static [FooterKey] {
    if app.has_area_page() {
        return footer::AREA_PAGE;
    }
    let is_single = matches!(app.layout(), ScreenLayout::Single(_));
    match (app.focus(), is_single) {
        (Pane::Areas, false) => footer::footer(Mode::View(View::Areas)).keys,
        (Pane::Priorities, false) => footer::PRIORITIES,
        (Pane::Facts, false) => footer::FACTS,
        (Pane::Detail, false) => footer::DETAIL,
        (Pane::Areas, true) => footer::SINGLE_AREAS,
        (Pane::Priorities, true) => footer::SINGLE_PRIORITIES,
        (Pane::Facts, true) => footer::SINGLE_FACTS,
        (Pane::Detail, true) => footer::SINGLE_DETAIL,
    }
}

/// Renders the keys that fit, in their order.
fn render_keys(app: &App, area: Rect, context: &mut RenderContext) {
    let (mode, ascii) = (app.mode(), context.styles.ascii);
    let shown = |(rank, key): (KeyRank, FooterKey)| {
        let command = *key.commands.last()?;
        let keys = key.keys(mode, ascii).filter(|_| app.is_offered(command))?;
        Some((rank, keys, key.label, command))
    };
    let keys: Vec<_> = keys(app).into_iter().filter_map(shown).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_shared_by_key(|&index| keys[index].0);
    let mut room = usize::from(area.width);
    let mut chosen: Vec<usize> = order
        .into_iter()
        .take_while(|&index| {
            let (_, keys, label, _) = &keys[index];
            let width = text_width(keys) + 1 + text_width(label);
            let fits = width <= room;
            room = room.saturating_sub(width + GAP);
            fits
        })
        .collect();
    chosen.sort_unstable();
    let mut x = area.x;
    for (_, keys, label, command) in chosen.into_iter().map(|index| &keys[index]) {
        let columns = usize::from(area.width);
        let label_x = context.put_str(x, area.y, keys, columns, StyleRole::AccentBold) + 1;
        let end = context.put_str(label_x, area.y, label, columns, StyleRole::Dim);
        let target = Rect {
            x,
            width: end - x,
            ..area
        };
        context.add_target(target, MouseTarget::Command(*command));
        x = end + cells(GAP);
    }
}

/// Renders a banner over the last rows, as many as it needs.
fn render_banner(banner: &Banner, area: Rect, context: &mut RenderContext) {
    let columns = usize::from(area.width);
    let text = context.shown(&banner.text);
    let lines = wrap(&text, columns);
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

/// Renders the notice, if there is one. Returns the column of the first key.
fn render_notice(app: &App, area: Rect, context: &mut RenderContext) -> u16 {
    let x = area.x + 1;
    let Some(notice) = app.notice() else {
        return x;
    };
    let (sign, role) = (notice.sign(context.styles.ascii), notice.role());
    let sign_x = x;
    let x = x + cells(text_width(sign)) + 1;
    let columns = usize::from(area.right().saturating_sub(x));
    // The way to help stays, if there is room for more than a few words.
    let help = if columns > MIN_NOTICE {
        HELP_COLUMNS
    } else {
        0
    };
    let text = context.shown(&notice.text);
    let room = columns - help;
    let mut lines = wrap(&text, room.max(1));
    if area.y < MIN_ROWS_ABOVE {
        lines = vec![elide_end(&text, room)];
    } else if lines.len() > usize::from(area.y) {
        // The name of an area or of a file can be longer than the screen. The header stays.
        let shown = wrap_words(&text, room.max(1), usize::from(area.y));
        lines = shown.into_iter().map(Cow::Owned).collect();
    }
    // A long notice on a narrow screen covers the last rows of the view, until the next key. If the selection is there, it
    // covers the first ones.
    let rows_above = cells(lines.len().saturating_sub(1));
    let lowest = area.y - rows_above;
    let is_at_top = context.state.cursor.y >= lowest && context.state.cursor.y > 1 + rows_above;
    let (top, bottom) = if rows_above > 0 && is_at_top {
        (1, 2 + rows_above)
    } else {
        (lowest, area.y)
    };
    let covered = Rect {
        x: 0,
        y: top,
        width: context.buffer.area.width,
        height: bottom - top,
    };
    Clear.render(covered, context.buffer);
    context.put_str(sign_x, top, sign, columns, role);
    let mut end = x;
    for (y, line) in (top..).zip(&lines) {
        end = context.put_str(x, y, line, columns, StyleRole::Emphasis);
    }
    if top == lowest {
        end + cells(GAP)
    } else {
        sign_x
    }
}
