//! The pane of areas: each with its rank in one year. Below it are the outcomes of the targets, if there is room.

use ratatui::layout::Rect;

use super::{AreasView, outcome_box};
use crate::{
    query::outline::AreaRow,
    tui::{
        layout::{Pane, inner},
        styles::StyleRole,
        views::scope::ViewScope,
        widgets::{AsidePlace, BlockList, BlockNote, ItemBlock, PLAIN_INDENT, RenderContext, Room},
    },
};

impl AreasView {
    pub(super) fn render_areas(&self, scope: &ViewScope, pane: Rect, context: &mut RenderContext) {
        let inside = inner(pane);
        let columns = usize::from(inside.width.saturating_sub(PLAIN_INDENT + 1));
        let (snapshot, styles) = (scope.snapshot(), context.styles);
        let items = self.areas.items();
        let ranks = self.ranks.fitted(columns, styles.ascii);
        let block = |index: usize| {
            let row: AreaRow = items[index];
            let mut block = ItemBlock::new(row.name(scope.dataset));
            if let AreaRow::Area(area) = row {
                block.aside = ranks.pieces(snapshot, area);
                block.aside_place = AsidePlace::FirstLine;
                if let Some(district) = self.ranks.district(snapshot, area) {
                    let whose = format!("rank of {district}");
                    block.notes = vec![BlockNote::new(whose, StyleRole::Dim, 1)];
                }
            }
            block
        };
        let list = BlockList {
            pane: Some(Pane::Areas),
            title: "Areas",
            statuses: &self.ranks.legends(),
            count: items.len(),
            selected: self.areas.selected_index(),
            marks_selection: true,
            focused: self.focus == Pane::Areas,
            groups: &[],
            item: &block,
            indent: PLAIN_INDENT,
            room: Room::Fit,
            spaced: false,
            empty: scope.empty_message("There are no areas."),
            styles,
        };
        let free = list.render_pane(pane, context.buffer, &mut context.state);
        if free > outcome_box::ROWS {
            let area = Rect {
                y: inside.bottom() - outcome_box::ROWS,
                height: outcome_box::ROWS,
                ..inside
            };
            self.render_outcomes(scope, area, context);
        }
    }
}
