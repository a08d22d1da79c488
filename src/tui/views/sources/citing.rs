//! The list of what cites the open publication, by area.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{OpenSource, SourcesView};
use crate::{
    dataset::{Item, ItemIndex},
    query::describe::{counted, name_of},
    tui::{
        styles::{StyleRole, Styles},
        symbols,
        views::ViewScope,
        widgets::{BlockList, ItemBlock, ListGroup, RenderContext, Room, SIGN_INDENT},
    },
};

impl SourcesView {
    pub(super) fn render_citing(
        &self,
        scope: &ViewScope,
        open: &OpenSource,
        area: Rect,
        context: &mut RenderContext,
    ) {
        let items = self.rows.items();
        let groups = open.groups.iter().map(|(owner, range)| ListGroup {
            short_heading: None,
            items: range.clone(),
            heading: match owner {
                Some(area) => scope.dataset.area(*area).name.to_string(),
                None => "The programme".into(),
            },
            role: StyleRole::Emphasis,
            status: counted(range.len(), "fact", "facts"),
        });
        let groups: Vec<ListGroup> = groups.collect();
        let styles = context.styles;
        let item = |index: usize| citing_item(scope, items[index], styles);
        let source = scope.dataset.source(open.source);
        let count = counted(items.len(), "fact", "facts");
        let list = BlockList {
            pane: None,
            title: &format!("Facts that cite {}", source.title),
            statuses: &[format!("{count}, Esc back to the sources"), count],
            count: items.len(),
            selected: self.rows.selected_index(),
            marks_selection: true,
            focused: true,
            groups: &groups,
            item: &item,
            indent: SIGN_INDENT,
            room: Room::Lines(2),
            spaced: false,
            empty: "",
            styles,
        };
        context.render(list, area);
    }
}

/// Returns an item with its sign, or a priority with its number.
fn citing_item(scope: &ViewScope, item: ItemIndex, styles: Styles) -> ItemBlock {
    let mut block = ItemBlock::new(name_of(scope.snapshot(), item).into_owned());
    block.sign = match scope.dataset.item(item) {
        Item::Priority(_, priority) => Some((
            Cow::Owned(priority.number.to_string()),
            StyleRole::AccentBold,
        )),
        Item::Fact(fact) => {
            let (sign, role) = symbols::kind_mark(fact.kind, styles.ascii);
            Some((Cow::Borrowed(sign), role))
        }
        _ => None,
    };
    block
}
