//! The pane with the whole text of what is selected, and who says so.

use ratatui::layout::Rect;

use super::{
    canvas::{Canvas, Target},
    prose::Prose,
};
use crate::{
    dataset::Slot,
    query::describe::{Description, describe},
    tui::{
        app::App,
        layout::{Pane, content},
    },
};

/// Draws what is selected in the three panes, from the line that one scrolled to.
pub fn draw_scrolled(app: &App, place: Rect, canvas: &mut Canvas) {
    canvas.target(place, Target::Pane(Pane::Detail));
    draw_from(
        app,
        app.areas.slot(),
        place,
        app.detail_top(),
        app.focus() == Pane::Detail,
        canvas,
    );
}

/// Draws all that is known of something.
pub fn draw(app: &App, slot: Slot, place: Rect, canvas: &mut Canvas) {
    draw_from(app, slot, place, 0, false, canvas);
}

fn draw_from(app: &App, slot: Slot, place: Rect, top: usize, focused: bool, canvas: &mut Canvas) {
    let description = describe(app.world(), slot);
    written(app, &description, content(place).width).draw_pane(
        place,
        &description.kind,
        &description.reference,
        top,
        focused,
        canvas,
    );
}

/// All that is known of something, in lines of so many columns.
#[must_use]
pub fn text(app: &App, slot: Slot, columns: u16) -> Prose {
    written(app, &describe(app.world(), slot), columns)
}

fn written(app: &App, description: &Description, columns: u16) -> Prose {
    let mut text = Prose::new(columns);
    text.strong(&description.title);
    for field in &description.fields {
        text.labelled(field.label, &field.value);
    }
    text.sources(app.dataset(), description.cites.iter().copied());
    text.labelled("Reference", &description.reference);
    text
}
