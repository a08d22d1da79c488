//! The tag that says which date and which filter the screen is limited to.

use ratatui::layout::Rect;

use crate::{
    query::{facet_options::condition_count, filter_words::summary},
    text::text_width,
    tui::{app::App, layout::cells, styles::StyleRole, widgets::RenderContext},
};

/// The narrowest screen with the tag in the header, in columns. Narrower ones have it in the footer.
const MIN_HEADER_WIDTH: u16 = 100;

/// Renders the tag at the right end of a wide header, if the tabs leave room from column `from`.
pub(super) fn render_in_header(app: &App, from: u16, area: Rect, context: &mut RenderContext) {
    if area.width >= MIN_HEADER_WIDTH {
        let columns = usize::from(area.right().saturating_sub(from));
        let _ = render(app, columns, area, context);
    }
}

/// Renders the tag at the right end of a footer, unless the header has it. Returns the column after the room for keys.
pub(super) fn render_in_footer(app: &App, area: Rect, context: &mut RenderContext) -> u16 {
    if area.width >= MIN_HEADER_WIDTH {
        return area.right();
    }
    // The keys need more room than the tag.
    let columns = usize::from(area.width) * 2 / 5;
    render(app, columns, area, context)
}

/// Renders the longest form of the tag that fits. Returns the column that it begins at.
fn render(app: &App, columns: usize, area: Rect, context: &mut RenderContext) -> u16 {
    let mut forms = forms(app);
    for form in &mut forms {
        *form = context.shown(form).into_owned();
    }
    let Some(shortest) = forms.last() else {
        return area.right();
    };
    let fits = |form: &&String| text_width(form) + 2 <= columns;
    let form = forms.iter().find(fits).unwrap_or(shortest);
    let tag = format!(" {form} ");
    let x = area.right().saturating_sub(cells(text_width(&tag)));
    let columns = usize::from(area.width);
    context.put_str(x, area.y, &tag, columns, StyleRole::AsOfTag);
    x
}

/// Returns the date and the filter that the view follows, the longest form first; nothing if there is neither.
fn forms(app: &App) -> Vec<String> {
    let filter = app.followed_filter();
    let count = filter.map_or(0, condition_count);
    let summary = filter.and_then(|filter| summary(app.snapshot(), filter));
    match (app.as_of(), summary) {
        (None, None) => Vec::new(),
        (Some(date), None) => vec![
            format!("as of {date}"),
            format!("as of {}", date.iso()),
            date.iso(),
        ],
        (None, Some(summary)) => vec![only(&summary), filters(count), format!("F:{count}")],
        (Some(date), Some(summary)) => vec![
            format!("as of {date}, {}", only(&summary)),
            format!("as of {date}, {}", filters(count)),
            format!("{} F:{count}", date.iso()),
        ],
    }
}

/// Returns the chosen values after `only`, or what is left out.
fn only(summary: &str) -> String {
    if summary.starts_with("without ") {
        summary.into()
    } else {
        format!("only {summary}")
    }
}

fn filters(count: usize) -> String {
    format!("{count} {}", if count == 1 { "filter" } else { "filters" })
}
