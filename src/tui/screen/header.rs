//! The header: the tabs of the views on the left; date and filter on the right.

use ratatui::layout::Rect;

use super::scope_tag;
use crate::{
    command::{Command, View},
    text::text_width,
    tui::{
        app::App, layout::cells, mouse_targets::MouseTarget, styles::StyleRole,
        widgets::RenderContext,
    },
};

/// Renders the tabs with names, or the others as digits where these do not fit.
pub(super) fn render(app: &App, area: Rect, context: &mut RenderContext) {
    let columns = usize::from(area.width);
    // The blank after the last tab may be cut off.
    let tabs = [TabStyle::Named, TabStyle::Digits]
        .into_iter()
        .find(|tabs| tabs.width(app) <= columns + 1)
        .unwrap_or(TabStyle::CurrentOnly);
    let end = tabs.render(app, area, context);
    scope_tag::render_in_header(app, end, area, context);
}

/// A form of the tabs.
#[derive(Debug, Clone, Copy)]
enum TabStyle {
    /// Digit and name of each view.
    Named,
    /// Digit and name of the current view, and the digits of the others.
    Digits,
    /// Digit and name of the current view.
    CurrentOnly,
}

impl TabStyle {
    /// Returns the digit and the name on a tab, as far as they are shown.
    fn label(self, app: &App, view: View) -> Option<(char, &'static str)> {
        let digit = view.digit()?;
        let is_current = view == app.view();
        match self {
            Self::Named => Some((digit, view.name())),
            Self::Digits | Self::CurrentOnly if is_current => Some((digit, view.name())),
            Self::Digits => Some((digit, "")),
            Self::CurrentOnly => None,
        }
    }

    fn labels(self, app: &App) -> impl Iterator<Item = (View, char, &'static str)> {
        View::ALL
            .into_iter()
            .filter(|&view| app.has_tab(view))
            .filter_map(move |view| {
                let (digit, name) = self.label(app, view)?;
                Some((view, digit, name))
            })
    }

    fn width(self, app: &App) -> usize {
        self.labels(app)
            .map(|(.., name)| usize::from(label_width(name)))
            .sum()
    }

    /// Renders the tabs. Returns the column after the last.
    fn render(self, app: &App, area: Rect, context: &mut RenderContext) -> u16 {
        let mut x = area.x;
        for (view, digit, name) in self.labels(app) {
            let width = label_width(name).min(area.right() - x);
            let tab = Rect { x, width, ..area };
            render_tab(view == app.view(), digit, name, tab, context);
            context.add_target(tab, MouseTarget::Command(Command::View(view)));
            x += width;
        }
        x
    }
}

/// Returns the columns of a tab: a blank, the digit and, with a name, a blank at each end of it.
fn label_width(name: &str) -> u16 {
    match text_width(name) {
        0 => 2,
        width => cells(width + 4),
    }
}

fn render_tab(is_current: bool, digit: char, name: &str, tab: Rect, context: &mut RenderContext) {
    let columns = usize::from(tab.width);
    let digit = digit.to_string();
    if !is_current {
        context.put_str(tab.x + 1, tab.y, &digit, columns - 1, StyleRole::Dim);
        let room = columns.saturating_sub(3);
        context.put_str(tab.x + 3, tab.y, name, room, StyleRole::Plain);
        return;
    }
    let (left, right) = if context.styles.ascii {
        ("[", "]")
    } else {
        (" ", " ")
    };
    let label = format!("{left}{digit} {name}{right}");
    context.put_str(tab.x, tab.y, &label, columns, StyleRole::ActiveTab);
}
