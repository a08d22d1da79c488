//! The pane with the full text of an item and its sources.

use ratatui::layout::Rect;

use super::scope::ViewScope;
use crate::{
    dataset::ItemIndex,
    query::describe::{Description, describe},
    tui::{
        layout::inner,
        styles::Styles,
        widgets::{RenderContext, RichText, TextPane},
    },
};

/// Renders the text of an item from its first line.
pub(super) fn render(scope: &ViewScope, item: ItemIndex, area: Rect, context: &mut RenderContext) {
    render_scrolled(scope, item, area, 0, false, context);
}

/// Renders the text of an item, scrolled by a number of lines.
pub(super) fn render_scrolled(
    scope: &ViewScope,
    item: ItemIndex,
    area: Rect,
    scroll: usize,
    focused: bool,
    context: &mut RenderContext,
) {
    let description = describe(scope.snapshot(), item);
    let styles = context.styles;
    context.render(
        TextPane {
            text: text(scope, &description, inner(area).width, styles),
            title: &description.kind,
            status: &description.reference,
            scroll,
            focused,
            styles,
        },
        area,
    );
}

/// Returns the largest number of lines to scroll the text of an item by.
pub(super) fn max_scroll(scope: &ViewScope, item: ItemIndex, area: Rect) -> usize {
    let content = inner(area);
    let description = describe(scope.snapshot(), item);
    text(scope, &description, content.width, Styles::default()).max_scroll(content.height)
}

fn text(scope: &ViewScope, description: &Description, width: u16, styles: Styles) -> RichText {
    let mut text = RichText::new(width, styles);
    text.heading(&description.title);
    for field in &description.fields {
        text.field(field.label, &field.value);
    }
    text.citations(scope.dataset, description.cites.iter().copied());
    text.field("Reference", &description.reference);
    text
}
