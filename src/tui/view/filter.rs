//! The values that can be chosen, with what there is of each.

use super::{
    canvas::Canvas,
    list::{List, Row, columns, near},
};
use crate::{
    fit,
    tui::{layout::Body, state::over::Choices},
};

/// Draws the list.
pub(super) fn draw(list: &Choices, body: &Body, canvas: &mut Canvas) {
    let columns = columns(body.main);
    let Choices { selected, choices } = list;
    let mut rows = Vec::new();
    let mut heading = None;
    for item in near(*selected, choices.len(), 1, body.main) {
        let choice = &choices[item];
        if heading != Some(choice.condition) {
            heading = Some(choice.condition);
            rows.push(Row::heading(format!(
                "{} ({} of each)",
                choice.condition.plural(),
                choice.condition.counted()
            )));
        }
        let sign = if choice.chosen { "[x]" } else { "[ ]" };
        let count = format!(" {}", choice.count);
        let label = format!("{sign} {}", choice.label);
        let label = fit::cut(&label, columns.saturating_sub(fit::width(&count))).into_owned();
        rows.push(Row::item(item, format!("{label}{count}")));
    }
    List {
        place: body.main,
        pane: None,
        title: "Show only",
        remark: "all conditions, any of their values",
        rows,
        selected: *selected,
        count: choices.len(),
        focused: true,
        empty: "there is nothing to choose",
    }
    .draw(canvas);
}
