//! The pane with the whole text of what is selected, and who says so.

use ratatui::layout::Rect;

use super::{
    render_context::{HitTarget, RenderContext},
    rich_text::RichText,
};
use crate::{
    dataset::ItemIndex,
    query::describe::{Description, describe},
    tui::{
        app::App,
        layout::{Pane, inner},
    },
};

/// Draws what is selected in the three panes, from the line that one scrolled to.
pub fn render_scrolled(app: &App, rect: Rect, context: &mut RenderContext) {
    context.register_hit(rect, HitTarget::Pane(Pane::Detail));
    render_from(
        app,
        app.areas.selected_item(),
        rect,
        app.detail_top(),
        app.focus() == Pane::Detail,
        context,
    );
}

/// Draws all that is known of something.
pub fn render(app: &App, item: ItemIndex, rect: Rect, context: &mut RenderContext) {
    render_from(app, item, rect, 0, false, context);
}

fn render_from(
    app: &App,
    item: ItemIndex,
    rect: Rect,
    top: usize,
    focused: bool,
    context: &mut RenderContext,
) {
    let description = describe(app.snapshot(), item);
    written(app, &description, inner(rect).width).render_pane(
        rect,
        &description.kind,
        &description.reference,
        top,
        focused,
        context,
    );
}

/// All that is known of something, in lines of so many columns.
#[must_use]
pub fn text(app: &App, item: ItemIndex, columns: u16) -> RichText {
    written(app, &describe(app.snapshot(), item), columns)
}

fn written(app: &App, description: &Description, columns: u16) -> RichText {
    let mut text = RichText::new(columns);
    text.strong(&description.title);
    for field in &description.fields {
        text.labelled(field.label, &field.value);
    }
    text.sources(app.dataset(), description.cites.iter().copied());
    text.labelled("Reference", &description.reference);
    text
}
