//! The screen in screen-reader mode, without any style: what changed, the title, the field, and the rows.
//!
//! ```text
//! Marked Oldham.                                     what the last command did, or blank
//!
//! Areas, as of 9 October 2017.                       the title
//! Name: old                                          the field, or blank
//! Blackpool, plan published, 3 priorities. 1 of 13   the rows
//! Bradford, plan published, 4 priorities. 2 of 13
//! ```
//!
//! Every part has its place, so that a prompt leaves the rows as they are.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
};

use crate::{
    query::filter_words::summary,
    text::{elide_start, text_width, wrap},
    tui::{
        app::App,
        layout::cells,
        speech::{
            SpokenField, SpokenPage, SpokenRows, SpokenScreen, cut, sentence, speakable,
            with_position, wrapped,
        },
        widgets::RenderContext,
    },
};

/// Renders the screen.
pub(super) fn render(app: &App, context: &mut RenderContext) {
    let screen = context.buffer.area;
    if screen.is_empty() {
        return;
    }
    let columns = usize::from(screen.width);
    let page = app.spoken_page();
    let parts = SpokenScreen::new(screen);
    let status = status(app).unwrap_or_default();
    for (y, line) in (parts.status.top()..parts.status.bottom()).zip(wrap(&status, columns)) {
        put(context, y, &line);
    }
    let title = title(app, &page);
    for y in parts.title.top()..parts.title.bottom() {
        put(context, y, &cut(&title, columns, usize::MAX));
    }
    if let Some(field) = &page.field {
        render_field(field, parts.field, context);
    }
    let is_in_field = app.is_in_spoken_field();
    let page = if app.hides_spoken_rows() {
        match app.page_behind_prompt() {
            Some(behind) => behind,
            None => return,
        }
    } else {
        page
    };
    let (lines, selected) = lines(&page, app.spoken_line(), parts.rows.height, columns);
    for (index, (y, line)) in (parts.rows.top()..parts.rows.bottom())
        .zip(&lines)
        .enumerate()
    {
        put(context, y, line);
        if index == selected && !is_in_field {
            context.set_cursor(Position::new(screen.x, y));
        }
    }
}

/// Returns what the last command did, or a warning.
fn status(app: &App) -> Option<String> {
    let text = match (app.banner(), app.notice()) {
        (Some(banner), _) => &banner.text,
        (None, Some(notice)) => &notice.text,
        (None, None) => return None,
    };
    Some(sentence(&speakable(text)))
}

/// Returns the title with the date and the filter.
fn title(app: &App, page: &SpokenPage) -> String {
    if let Some(field) = page.field.as_ref().filter(|_| app.hides_spoken_rows()) {
        return sentence(field.advice);
    }
    let mut title = page.title.clone();
    if app.overlay.is_none() {
        if let Some(date) = app.as_of() {
            title.push_str(&format!(", as of {date}"));
        }
        let filter = app.followed_filter();
        if let Some(summary) = filter.and_then(|filter| summary(app.snapshot(), filter)) {
            let only = if summary.starts_with("without ") {
                ""
            } else {
                "only "
            };
            title.push_str(&format!(", {only}{summary}"));
        }
    }
    if let Some(remark) = &page.remark {
        title.push_str(&format!("; {remark}"));
    }
    sentence(&speakable(&title))
}

/// Returns the lines on the screen, and the index of the selected one among them.
fn lines(page: &SpokenPage, line: usize, height: u16, columns: usize) -> (Vec<String>, usize) {
    let height = usize::from(height.max(1));
    match &page.rows {
        SpokenRows::List { count: 0, .. } => (
            vec![cut(&sentence(&speakable(&page.empty)), columns, usize::MAX)],
            0,
        ),
        SpokenRows::List {
            count,
            selected,
            sentence,
        } => {
            // The list turns by whole pages: moving it by one row would change, and speak, all of them with each key.
            let first = selected / height * height;
            let shown = first..(first + height).min(*count);
            let lines = shown.map(|index| {
                let text = sentence(index);
                with_position(&speakable(&text), index + 1, *count, columns)
            });
            (lines.collect(), selected - first)
        }
        SpokenRows::Text(paragraphs) => {
            let all = wrapped(paragraphs, columns);
            let line = line.min(all.len().saturating_sub(1));
            let first = line / height * height;
            let shown = all.into_iter().skip(first).take(height);
            (shown.collect(), line - first)
        }
    }
}

/// Renders a field, with the cursor where text is typed.
fn render_field(field: &SpokenField, row: Rect, context: &mut RenderContext) {
    if row.is_empty() {
        return;
    }
    let columns = usize::from(row.width);
    let (before, after) = field.input.split_at_cursor();
    let label = format!("{}: ", field.label);
    let room = columns.saturating_sub(text_width(&label) + 1);
    let before = elide_start(before, room);
    let before = speakable(&before);
    let text = format!("{label}{before}{}", speakable(after));
    put(context, row.y, &text);
    let x = cells(text_width(&label) + text_width(&before)).min(row.width - 1);
    context.set_cursor(Position::new(row.x + x, row.y));
}

fn put(context: &mut RenderContext, y: u16, text: &str) {
    let (x, columns) = (
        context.buffer.area.x,
        usize::from(context.buffer.area.width),
    );
    context.put_styled(x, y, text, columns, Style::new());
}
