//! A row with a value of the filter.

use ratatui::layout::Rect;

use crate::{
    query::{facet_options::FacetOption, facets::Condition, fact_group::FactGroup},
    text::{elide_words, text_width},
    tui::{layout::cells, styles::StyleRole, symbols, widgets::RenderContext},
};

/// The columns of the popup's frame.
pub(super) const FRAME: u16 = 2;

/// The columns of the check box with its blank, and of the sign of a kind with its blank.
const CHECK: u16 = 4;
const SIGN: u16 = 2;
/// The least columns between the name and the count.
const GAP: u16 = 2;
/// The columns around a row: the bar of the selected one and a blank, and the same on the right.
const AROUND: u16 = 4;

/// Returns the columns of a row with the whole name, and of what is around it.
pub(super) fn row_width(option: &FacetOption) -> u16 {
    let sign = if option.condition == Condition::Kind {
        SIGN
    } else {
        0
    };
    let count = option.count.to_string();
    let text = cells(text_width(&option.label) + text_width(&count));
    CHECK + sign + text + GAP + AROUND
}

/// A value with what is said of it.
pub(super) struct ValueRow<'v> {
    /// The value.
    pub option: &'v FacetOption,
    /// True if it is switched on.
    pub is_on: bool,
    /// True if no item has it.
    pub is_empty: bool,
    /// Its count in words or digits; empty if it is not known yet.
    pub count: &'v str,
}

impl ValueRow<'_> {
    /// Renders a check box, the sign of a kind, the name, and on the right the count.
    pub(super) fn render(&self, row: Rect, role: StyleRole, context: &mut RenderContext) {
        let Self {
            option,
            is_on,
            is_empty,
            count,
        } = *self;
        let check = if is_on { "[x]" } else { "[ ]" };
        let check_role = if is_on && !is_empty {
            StyleRole::AccentBold
        } else {
            StyleRole::Dim
        };
        let role = match role {
            StyleRole::Plain if !is_on || is_empty => StyleRole::Dim,
            role => role,
        };
        let count_x = row.right().saturating_sub(cells(text_width(count)));
        context.put_str(row.x, row.y, check, usize::from(row.width), check_role);
        let mut x = row.x + CHECK;
        let group = FactGroup::ALL
            .into_iter()
            .find(|group| option.condition == Condition::Kind && group.plural() == option.value);
        if let Some(group) = group {
            let sign = symbols::kind_sign(group, context.styles.ascii);
            x = context.put_str(x, row.y, sign, 1, StyleRole::Kind(group)) + 1;
        }
        let columns = usize::from(count_x.saturating_sub(x + GAP));
        let label = context.shown(&option.label);
        context.put_str(x, row.y, &elide_words(&label, columns), columns, role);
        context.put_str(count_x, row.y, count, usize::from(row.width), role);
    }
}
