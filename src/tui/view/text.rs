//! A text on its own: what was copied, to be selected by hand where the terminal took no copy; all that is known of something;
//! or a message.

use super::{render_context::RenderContext, rich_text::RichText};
use crate::tui::{
    app::App,
    layout::inner,
    state::overlay::{Overlay, TextPopup},
};

fn prose(page: &TextPopup, columns: u16) -> RichText {
    let mut prose = RichText::new(columns);
    for line in page.text.lines() {
        prose.plain(line);
    }
    prose
}

/// The last line that may be the first on the screen.
#[must_use]
pub fn last_top(app: &App) -> usize {
    match (&app.overlay, app.body()) {
        (Some(Overlay::Text(page)), Some(body)) => {
            let room = inner(body.main);
            prose(page, room.width).last_top(room.height)
        }
        _ => 0,
    }
}

/// Draws the text.
pub fn render(app: &App, page: &TextPopup, context: &mut RenderContext) {
    let Some(body) = app.body() else { return };
    prose(page, inner(body.main).width).render_pane(
        body.main,
        &page.title,
        &page.remark,
        page.top,
        true,
        context,
    );
}
