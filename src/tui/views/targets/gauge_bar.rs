//! The gauge of a target as a line: `━━━━┃━━■──`.

use crate::{
    query::{fact_group::FactGroup, gauge::TargetGauge},
    tui::{layout::cells, styles::StyleRole, widgets::RenderContext},
};

/// The value at the start.
pub(super) const START: &str = "◊";
/// The value to reach.
pub(super) const GOAL: &str = "┃";
/// The latest value.
pub(super) const NOW: &str = "■";

/// The roles of the three values.
pub(super) const START_ROLE: StyleRole = StyleRole::Kind(FactGroup::Reason);
pub(super) const GOAL_ROLE: StyleRole = StyleRole::Kind(FactGroup::Target);
pub(super) const NOW_ROLE: StyleRole = StyleRole::Kind(FactGroup::Result);

/// Returns a symbol of the gauge as it is put on the screen, where all but the goal have their replacements in ASCII.
pub(super) fn symbol(symbol: &'static str, ascii: bool) -> &'static str {
    // The replacement of this character is the scroll bar's.
    if ascii && symbol == GOAL { "|" } else { symbol }
}

/// Draws a gauge of `width` columns. The line is heavy up to the latest value, and thin if none is known.
pub(super) fn render(
    gauge: &TargetGauge,
    x: u16,
    y: u16,
    width: usize,
    context: &mut RenderContext,
) {
    let width = cells(width);
    let ascii = context.styles.ascii;
    let now = gauge.now.map(|figure| gauge.cell(figure, width));
    for cell in 0..width {
        let (line, role) = if now.is_some_and(|now| cell < now) {
            ("━", NOW_ROLE)
        } else {
            ("─", StyleRole::Dim)
        };
        context.put_symbol(x + cell, y, line, role);
    }
    // Where values meet, the latest is on top.
    let start = gauge.start.map(|figure| gauge.cell(figure, width));
    let goal = Some(gauge.cell(gauge.goal, width));
    for (cell, sign, role) in [
        (start, START, START_ROLE),
        (goal, GOAL, GOAL_ROLE),
        (now, NOW, NOW_ROLE),
    ] {
        if let Some(cell) = cell.filter(|cell| *cell < width) {
            context.put_symbol(x + cell, y, symbol(sign, ascii), role);
        }
    }
}
