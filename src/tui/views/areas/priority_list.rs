//! The pane of priorities: each with its title and themes.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::Dataset,
    query::outline::{AreaRow, PriorityRow},
    text::{elide_end, wrap_lines},
    tui::{
        layout::Pane,
        views::scope::ViewScope,
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

/// The most lines of a title; the detail shows the whole.
const MAX_TITLE_LINES: usize = 2;

impl AreasView {
    pub(super) fn render_priorities(
        &self,
        scope: &ViewScope,
        pane: Rect,
        context: &mut RenderContext,
    ) {
        let (items, selected) = (self.priorities.items(), self.priorities.selected_index());
        // A priority has at least two rows: its title and its themes.
        let rows = visible_window(selected, items.len(), 2, pane).flat_map(|item| {
            let lines = lines(scope.dataset, items[item], row_width(pane));
            lines.into_iter().map(move |text| ListRow::item(item, text))
        });
        let list = ItemList {
            pane: Some(Pane::Priorities),
            title: if self.areas.selected() == Some(AreaRow::Programme) {
                "The programme"
            } else {
                "Priorities"
            },
            status: "",
            counter: None,
            rows: rows.collect(),
            selected,
            count: items.len(),
            focused: self.focus == Pane::Priorities,
            empty: "No priorities known.",
            styles: context.styles,
        };
        context.render(list, pane);
    }
}

fn lines(dataset: &Dataset, row: PriorityRow, width: usize) -> Vec<String> {
    let PriorityRow::Priority(priority) = row else {
        return vec![row.name(dataset).into_owned()];
    };
    let priority = dataset.priority(priority);
    let number = format!("{} ", priority.number);
    let indent = " ".repeat(number.len());
    let width = width.saturating_sub(number.len());
    let mut lines: Vec<String> = wrap_lines(&priority.title, width, MAX_TITLE_LINES)
        .iter()
        .enumerate()
        .map(|(index, line)| format!("{}{line}", if index == 0 { &number } else { &indent }))
        .collect();
    let themes: Vec<&str> = priority
        .themes
        .iter()
        .map(|classification| {
            let theme = dataset.theme_index(&classification.theme);
            dataset.theme(theme).name.as_str()
        })
        .collect();
    let themes = if themes.is_empty() {
        "(no theme)".to_string()
    } else {
        format!("({})", themes.join(", "))
    };
    lines.push(format!("{indent}{}", elide_end(&themes, width)));
    lines
}
