//! The first row: the views, as of when, and what is asked for.

use ratatui::layout::Rect;

use super::canvas::{Canvas, Target};
use crate::{
    command::{Command, View},
    fit,
    query::{
        choices::summary,
        outline::{Chapter, Subject, chapter_name, subject_name},
    },
    tui::{app::App, layout::Pane, look::Role},
};

/// Draws the tabs on the left and what holds for every view on the right, in the longest form that fits.
pub(super) fn draw(app: &App, place: Rect, canvas: &mut Canvas) {
    let columns = usize::from(place.width);
    let status = statuses(app);
    let tabs = [Tabs::Named, Tabs::Digits];
    let fits =
        |(tabs, status): &(Tabs, &String)| tabs.width(app) + 2 + fit::width(status) <= columns;
    let all = tabs
        .iter()
        .flat_map(|&tabs| status.iter().map(move |status| (tabs, status)));
    // Short words of the status are better than no names on the tabs, and a filter must be seen.
    let chosen = all.clone().find(fits);
    let (tabs, status) =
        chosen.map_or((Tabs::Digits, ""), |(tabs, status)| (tabs, status.as_str()));
    tabs.draw(app, place, canvas);
    let x = place
        .right()
        .saturating_sub(u16::try_from(fit::width(status)).unwrap_or(0));
    canvas.text(x, place.y, status, columns, Role::Plain);
}

/// What holds for every view, from the longest form to the shortest.
fn statuses(app: &App) -> Vec<String> {
    let asked = summary(app.world(), app.filter());
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
enum Tabs {
    /// Each by digit and name.
    Named,
    /// The one that is shown by its name, the others by their digits.
    Digits,
}

impl Tabs {
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
            .map(|&view| fit::width(&self.label(app, view)) + 1)
            .sum::<usize>()
            - 1
    }

    fn draw(self, app: &App, place: Rect, canvas: &mut Canvas) {
        let mut x = place.x;
        for view in View::ALL {
            let label = self.label(app, view);
            let role = if view == app.view() {
                Role::Heading
            } else {
                Role::Plain
            };
            let after = canvas.text(
                x,
                place.y,
                &label,
                usize::from(place.right().saturating_sub(x)),
                role,
            );
            canvas.target(
                Rect {
                    x,
                    width: after - x,
                    ..place
                },
                Target::Command(Command::View(view)),
            );
            x = after + 1;
            if x >= place.right() {
                break;
            }
        }
    }
}

/// Draws the way to the pane that is shown, where there is room for only one.
pub(super) fn draw_breadcrumb(app: &App, place: Rect, canvas: &mut Canvas) {
    let dataset = app.dataset();
    let mut way = vec!["Areas".to_string()];
    if app.focus() > Pane::Subjects
        && let Some(subject) = app.areas.subjects.selected()
    {
        way = vec![subject_name(dataset, subject).to_string()];
        if let Some(chapter) = app
            .areas
            .chapters
            .selected()
            .filter(|_| app.focus() > Pane::Chapters)
        {
            way.push(match chapter {
                Chapter::Priority(priority) => dataset.priority(priority).number.to_string(),
                Chapter::AboutArea(_) => "about".into(),
                Chapter::Programme(_) => chapter_name(dataset, chapter).into_owned(),
            });
        }
        if subject == Subject::Programme && way.len() == 2 {
            way.remove(0);
        }
    }
    let columns = usize::from(place.width);
    let left = fit::cut(&way.join(" › "), columns).into_owned();
    canvas.text(place.x, place.y, &left, columns, Role::Heading);
    let room = columns.saturating_sub(fit::width(&left) + 2);
    let all = "all that is known";
    let status = statuses(app)
        .into_iter()
        .find(|status| status != all && fit::width(status) <= room)
        .unwrap_or_default();
    let x = place
        .right()
        .saturating_sub(u16::try_from(fit::width(&status)).unwrap_or(0));
    canvas.text(x, place.y, &status, room, Role::Plain);
}
