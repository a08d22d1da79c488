//! The pane of facts, by kind: actions, targets, results and others, with the money where it is known.

use ratatui::layout::Rect;

use super::AreasView;
use crate::{
    dataset::{Dataset, Kind},
    query::outline::{FactRow, PriorityRow},
    text::wrap_lines,
    tui::{
        layout::Pane,
        views::scope::ViewScope,
        widgets::{ItemList, ListRow, RenderContext, row_width, visible_window},
    },
};

/// The most lines of a fact; the detail shows the whole.
const MAX_LINES: usize = 2;

impl AreasView {
    pub(super) fn render_facts(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let (items, selected) = (self.facts.items(), self.facts.selected_index());
        let mut rows = Vec::new();
        let mut heading = None;
        for item in visible_window(selected, items.len(), 1, pane) {
            let kind = items[item].heading_kind();
            if heading != Some(kind) {
                heading = Some(kind);
                let count = items
                    .iter()
                    .filter(|other| other.heading_kind() == kind)
                    .count();
                rows.push(ListRow::heading(format!("{} ({count})", kind.heading())));
            }
            let lines = lines(scope.dataset, items[item], row_width(pane));
            rows.extend(lines.into_iter().map(|text| ListRow::item(item, text)));
        }
        let list = ItemList {
            pane: Some(Pane::Facts),
            title: match self.priorities.selected() {
                Some(PriorityRow::Priority(_)) => "Actions and targets",
                _ => "Facts",
            },
            status: "",
            counter: None,
            rows,
            selected,
            count: items.len(),
            focused: self.focus == Pane::Facts,
            empty: "No facts known.",
            styles: context.styles,
        };
        context.render(list, pane);
    }
}

fn lines(dataset: &Dataset, row: FactRow, width: usize) -> Vec<String> {
    let fact = dataset.fact(row.fact);
    let mut text = row.scope.mark().to_string();
    // The headline of a sum of money contains the amount.
    if let Some(amount) = fact.amount().filter(|_| fact.kind != Kind::Money) {
        text.push_str(&format!("{amount}: "));
    }
    text.push_str(&fact.headline());
    let mut lines = wrap_lines(&text, width.saturating_sub(1), MAX_LINES);
    for line in lines.iter_mut().skip(1) {
        line.insert(0, ' ');
    }
    lines
}
