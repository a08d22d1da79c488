//! The first row: the views, as of when, and what is asked for.

use ratatui::layout::Rect;

use super::render_context::{HitTarget, RenderContext};
use crate::{
    command::{Command, View},
    fit,
    query::{
        facet_options::summary,
        outline::{AreaRow, PriorityRow},
    },
    tui::{app::App, layout::Pane, styles::StyleRole},
};

/// Draws the tabs on the left and what holds for every view on the right, in the longest form that fits.
pub(super) fn render(app: &App, rect: Rect, context: &mut RenderContext) {
    let columns = usize::from(rect.width);
    let status = statuses(app);
    let tabs = [TabStyle::Named, TabStyle::Digits];
    let fits = |(tabs, status): &(TabStyle, &String)| {
        tabs.width(app) + 2 + fit::text_width(status) <= columns
    };
    let all = tabs
        .iter()
        .flat_map(|&tabs| status.iter().map(move |status| (tabs, status)));
    // Short words of the status are better than no names on the tabs, and a filter must be seen.
    let chosen = all.clone().find(fits);
    let (tabs, status) = chosen.map_or((TabStyle::Digits, ""), |(tabs, status)| {
        (tabs, status.as_str())
    });
    tabs.render(app, rect, context);
    let x = rect
        .right()
        .saturating_sub(u16::try_from(fit::text_width(status)).unwrap_or(0));
    context.put_str(x, rect.y, status, columns, StyleRole::Plain);
}

/// What holds for every view, from the longest form to the shortest.
fn statuses(app: &App) -> Vec<String> {
    let asked = summary(app.snapshot(), app.filter());
    let count = app.filter().themes.len()
        + app.filter().regions.len()
        + app.filter().waves.len()
        + app.filter().partners.len();
    match (app.as_of(), asked) {
        (None, None) => vec!["all that is known".into(), String::new()],
        (Some(date), None) => vec![
            format!("as of {date}"),
            format!("as of {}", date.iso()),
            date.iso(),
        ],
        (None, Some(asked)) => vec![
            format!("only {asked}"),
            filters(count),
            format!("F:{count}"),
        ],
        (Some(date), Some(asked)) => vec![
            format!("as of {} · only {asked}", date.iso()),
            format!("as of {} · {}", date.iso(), filters(count)),
            format!("{} F:{count}", date.iso()),
        ],
    }
}

fn filters(count: usize) -> String {
    format!("{count} {}", if count == 1 { "filter" } else { "filters" })
}

/// How the views are named.
#[derive(Debug, Clone, Copy)]
enum TabStyle {
    /// Each by digit and name.
    Named,
    /// The one that is shown by its name, the others by their digits.
    Digits,
}

impl TabStyle {
    fn label(self, app: &App, view: View) -> String {
        let shown = view == app.view();
        match self {
            Self::Named if shown => format!("[{}]", view.name()),
            Self::Digits if shown => format!("[{} {}]", view.digit(), view.name()),
            Self::Named => format!("{} {}", view.digit(), view.name()),
            Self::Digits => view.digit().to_string(),
        }
    }

    fn width(self, app: &App) -> usize {
        View::ALL
            .iter()
            .map(|&view| fit::text_width(&self.label(app, view)) + 1)
            .sum::<usize>()
            - 1
    }

    fn render(self, app: &App, rect: Rect, context: &mut RenderContext) {
        let mut x = rect.x;
        for view in View::ALL {
            let label = self.label(app, view);
            let role = if view == app.view() {
                StyleRole::Heading
            } else {
                StyleRole::Plain
            };
            let after = context.put_str(
                x,
                rect.y,
                &label,
                usize::from(rect.right().saturating_sub(x)),
                role,
            );
            context.register_hit(
                Rect {
                    x,
                    width: after - x,
                    ..rect
                },
                HitTarget::Command(Command::View(view)),
            );
            x = after + 1;
            if x >= rect.right() {
                break;
            }
        }
    }
}

/// Draws the way to the pane that is shown, where there is room for only one.
pub(super) fn render_breadcrumb(app: &App, rect: Rect, context: &mut RenderContext) {
    let dataset = app.dataset();
    let mut way = vec!["Areas".to_string()];
    if app.focus() > Pane::Areas
        && let Some(area_row) = app.areas.area_rows.selected()
    {
        way = vec![area_row.name(dataset).to_string()];
        if let Some(priority_row) = app
            .areas
            .priority_rows
            .selected()
            .filter(|_| app.focus() > Pane::Priorities)
        {
            way.push(match priority_row {
                PriorityRow::Priority(priority) => dataset.priority(priority).number.to_string(),
                PriorityRow::AboutArea(_) => "about".into(),
                PriorityRow::Programme(_) => priority_row.name(dataset).into_owned(),
            });
        }
        if area_row == AreaRow::Programme && way.len() == 2 {
            way.remove(0);
        }
    }
    let columns = usize::from(rect.width);
    let left = fit::elide_end(&way.join(" › "), columns).into_owned();
    context.put_str(rect.x, rect.y, &left, columns, StyleRole::Heading);
    let room = columns.saturating_sub(fit::text_width(&left) + 2);
    let all = "all that is known";
    let status = statuses(app)
        .into_iter()
        .find(|status| status != all && fit::text_width(status) <= room)
        .unwrap_or_default();
    let x = rect
        .right()
        .saturating_sub(u16::try_from(fit::text_width(&status)).unwrap_or(0));
    context.put_str(x, rect.y, &status, room, StyleRole::Plain);
}
