//! The values that can be chosen, with what there is of each.

use super::{
    item_list::{ItemList, ListRow, columns, near},
    render_context::RenderContext,
};
use crate::{
    fit,
    tui::{layout::ViewAreas, state::overlay::FilterPicker},
};

/// Draws the list.
pub(super) fn render(list: &FilterPicker, body: &ViewAreas, context: &mut RenderContext) {
    let columns = columns(body.main);
    let FilterPicker { selected, choices } = list;
    let mut rows = Vec::new();
    let mut heading = None;
    for item in near(*selected, choices.len(), 1, body.main) {
        let choice = &choices[item];
        if heading != Some(choice.condition) {
            heading = Some(choice.condition);
            rows.push(ListRow::heading(format!(
                "{} ({} of each)",
                choice.condition.plural(),
                choice.condition.counted()
            )));
        }
        let sign = if choice.chosen { "[x]" } else { "[ ]" };
        let count = format!(" {}", choice.count);
        let label = format!("{sign} {}", choice.label);
        let label =
            fit::elide_end(&label, columns.saturating_sub(fit::text_width(&count))).into_owned();
        rows.push(ListRow::item(item, format!("{label}{count}")));
    }
    ItemList {
        rect: body.main,
        pane: None,
        title: "Show only",
        remark: "all conditions, any of their values",
        rows,
        selected: *selected,
        count: choices.len(),
        focused: true,
        empty: "there is nothing to choose",
    }
    .render(context);
}
