//! The header: the tabs of the views on the left; date and filter on the right.

use ratatui::layout::Rect;

use crate::{
    command::{Command, View},
    query::facet_options::summary,
    text::{elide_end, text_width},
    tui::{
        app::App, layout::cells, mouse_targets::MouseTarget, styles::StyleRole,
        widgets::RenderContext,
    },
};

/// Renders the longest forms of tabs and status that fit together.
pub(super) fn render(app: &App, area: Rect, context: &mut RenderContext) {
    let columns = usize::from(area.width);
    let statuses = statuses(app);
    // A short status is better than tabs without names, and a filter must be visible.
    let (tabs, status) = [TabStyle::Named, TabStyle::Digits]
        .iter()
        .flat_map(|&tabs| statuses.iter().map(move |status| (tabs, status.as_str())))
        .find(|(tabs, status)| tabs.width(app) + 2 + text_width(status) <= columns)
        .unwrap_or((TabStyle::Digits, ""));
    tabs.render(app, area, context);
    render_status(status, area, context);
}

/// Renders the path to the pane, which replaces the tabs where only one pane fits.
pub(super) fn render_breadcrumb(app: &App, path: &str, area: Rect, context: &mut RenderContext) {
    let columns = usize::from(area.width);
    let path = elide_end(path, columns);
    context.put_str(area.x, area.y, &path, columns, StyleRole::Heading);
    let room = columns.saturating_sub(text_width(&path) + 2);
    let statuses = statuses(app);
    let status = statuses.iter().find(|status| text_width(status) <= room);
    render_status(status.map_or("", String::as_str), area, context);
}

fn render_status(status: &str, area: Rect, context: &mut RenderContext) {
    let x = area.right().saturating_sub(cells(text_width(status)));
    context.put_str(x, area.y, status, usize::from(area.width), StyleRole::Plain);
}

/// Returns date and filter, the longest form first.
fn statuses(app: &App) -> Vec<String> {
    let filter = app.filter();
    let count =
        filter.themes.len() + filter.regions.len() + filter.waves.len() + filter.partners.len();
    match (app.as_of(), summary(app.snapshot(), filter)) {
        (None, None) => vec![String::new()],
        (Some(date), None) => vec![
            format!("as of {date}"),
            format!("as of {}", date.iso()),
            date.iso(),
        ],
        (None, Some(summary)) => vec![
            format!("only {summary}"),
            filters(count),
            format!("F:{count}"),
        ],
        (Some(date), Some(summary)) => vec![
            format!("as of {} · only {summary}", date.iso()),
            format!("as of {} · {}", date.iso(), filters(count)),
            format!("{} F:{count}", date.iso()),
        ],
    }
}

fn filters(count: usize) -> String {
    format!("{count} {}", if count == 1 { "filter" } else { "filters" })
}

/// A form of the tabs.
#[derive(Debug, Clone, Copy)]
enum TabStyle {
    /// Digit and name of each view.
    Named,
    /// The name of the current view, and the digits of the others.
    Digits,
}

impl TabStyle {
    fn label(self, app: &App, view: View) -> String {
        let is_current = view == app.view();
        match self {
            Self::Named if is_current => format!("[{}]", view.name()),
            Self::Digits if is_current => format!("[{} {}]", view.digit(), view.name()),
            Self::Named => format!("{} {}", view.digit(), view.name()),
            Self::Digits => view.digit().to_string(),
        }
    }

    fn width(self, app: &App) -> usize {
        View::ALL
            .into_iter()
            .filter(|&view| app.has_tab(view))
            .map(|view| text_width(&self.label(app, view)) + 1)
            .sum::<usize>()
            - 1
    }

    fn render(self, app: &App, area: Rect, context: &mut RenderContext) {
        let mut x = area.x;
        for view in View::ALL.into_iter().filter(|&view| app.has_tab(view)) {
            let label = self.label(app, view);
            let role = if view == app.view() {
                StyleRole::Heading
            } else {
                StyleRole::Plain
            };
            let room = usize::from(area.right().saturating_sub(x));
            let end = context.put_str(x, area.y, &label, room, role);
            let tab = Rect {
                x,
                width: end - x,
                ..area
            };
            context.add_target(tab, MouseTarget::Command(Command::View(view)));
            x = end + 1;
            if x >= area.right() {
                break;
            }
        }
    }
}
