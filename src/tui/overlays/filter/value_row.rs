//! A row with a value of the filter.

use ratatui::layout::Rect;

use crate::{
    query::{facet_options::FacetOption, facets::Condition, fact_group::FactGroup},
    text::{elide_end, text_width},
    tui::{layout::cells, styles::StyleRole, symbols, widgets::RenderContext},
};

/// Renders a value: a check box, the sign of a kind, the name, and on the right its count in words or digits.
pub(super) fn render_value(
    option: &FacetOption,
    is_on: bool,
    count: &str,
    row: Rect,
    role: StyleRole,
    context: &mut RenderContext,
) {
    let (check, check_role) = if is_on {
        ("[x]", StyleRole::AccentBold)
    } else {
        ("[ ]", StyleRole::Dim)
    };
    let role = match role {
        StyleRole::Plain if !is_on => StyleRole::Dim,
        role => role,
    };
    let count_x = row.right().saturating_sub(cells(text_width(count)));
    context.put_str(row.x, row.y, check, usize::from(row.width), check_role);
    let mut x = row.x + 4;
    let group = FactGroup::ALL
        .into_iter()
        .find(|group| option.condition == Condition::Kind && group.plural() == option.value);
    if let Some(group) = group {
        let sign = symbols::kind_sign(group, context.styles.ascii);
        x = context.put_str(x, row.y, sign, 1, StyleRole::Kind(group)) + 1;
    }
    let columns = usize::from(count_x.saturating_sub(x + 1));
    let label = context.shown(&option.label);
    context.put_str(x, row.y, &elide_end(&label, columns), columns, role);
    context.put_str(count_x, row.y, count, usize::from(row.width), role);
}
