//! The box below the areas: the outcomes of the selected area's targets beside those of all. It explains the signs, too.

use ratatui::{layout::Rect, widgets::Widget};

use super::AreasView;
use crate::{
    query::{
        filter::Filter,
        outcome_counts::{OUTCOMES, OutcomeCounts, outcome_word},
        outline::AreaRow,
        targets::{outcome_counts, outcome_counts_of},
    },
    text::text_width,
    tui::{
        layout::cells,
        styles::StyleRole,
        symbols::outcome_sign,
        views::scope::ViewScope,
        widgets::{PaneFrame, RenderContext},
    },
};

/// The rows of the box: a title, an outcome each, and their sum.
pub(super) const ROWS: u16 = 7;

/// The columns of the number of all targets, and of the gap before it.
const ALL_COLUMNS: usize = 7;
/// The widest name of an area in the title.
const MAX_NAME_COLUMNS: usize = 12;

impl AreasView {
    /// Renders the box into an area as wide as the pane.
    pub(super) fn render_outcomes(
        &self,
        scope: &ViewScope,
        area: Rect,
        context: &mut RenderContext,
    ) {
        let snapshot = scope.snapshot();
        let all = *self
            .all_outcomes
            .get_or_init(|| outcome_counts(snapshot, &Filter::default()));
        if all.total() == 0 {
            return;
        }
        let (name, own) = match self.areas.selected() {
            Some(AreaRow::Area(index)) => {
                let name = scope.dataset.area(index).short_name();
                let name = if text_width(name) <= MAX_NAME_COLUMNS {
                    name
                } else {
                    "this area"
                };
                (name, Some(outcome_counts_of(snapshot, index)))
            }
            _ => ("", None),
        };
        PaneFrame {
            title: "Targets",
            statuses: &[format!("{name}{:>ALL_COLUMNS$}", "all")
                .trim_start()
                .to_string()],
            focused: false,
            styles: context.styles,
        }
        .render(area, context.buffer);
        for (row, outcome) in OUTCOMES.into_iter().enumerate() {
            let y = area.y + 1 + cells(row);
            let sign = outcome_sign(outcome, context.styles.ascii);
            context.put_str(area.x + 1, y, sign, 1, StyleRole::Outcome(outcome));
            let count = |counts: OutcomeCounts| counts.count(outcome);
            let numbers = [own.map(count), Some(count(all))];
            render_row(
                area,
                y,
                outcome_word(outcome),
                numbers,
                StyleRole::Plain,
                context,
            );
        }
        let totals = [own.map(|own| own.total()), Some(all.total())];
        let y = area.bottom() - 1;
        render_row(area, y, "in all", totals, StyleRole::Dim, context);
    }
}

fn render_row(
    area: Rect,
    y: u16,
    word: &str,
    numbers: [Option<usize>; 2],
    role: StyleRole,
    context: &mut RenderContext,
) {
    let columns = usize::from(area.width.saturating_sub(4));
    context.put_str(area.x + 3, y, word, columns, role);
    let edge = area.right().saturating_sub(1);
    for (number, edge) in numbers
        .into_iter()
        .zip([edge.saturating_sub(cells(ALL_COLUMNS)), edge])
    {
        let Some(number) = number else { continue };
        let (shown, role) = match number {
            0 => ("0".to_string(), StyleRole::Dim),
            number => (number.to_string(), role),
        };
        let x = edge.saturating_sub(cells(text_width(&shown))).max(area.x);
        context.put_str(x, y, &shown, columns, role);
    }
}
