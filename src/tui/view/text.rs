//! A text on its own: what was copied, to be selected by hand where the terminal took no copy; all that is known of something;
//! or a message.

use super::{canvas::Canvas, prose::Prose};
use crate::tui::{
    app::App,
    layout::content,
    state::over::{Over, TextPage},
};

fn prose(page: &TextPage, columns: u16) -> Prose {
    let mut prose = Prose::new(columns);
    for line in page.text.lines() {
        prose.plain(line);
    }
    prose
}

/// The last line that may be the first on the screen.
#[must_use]
pub fn last_top(app: &App) -> usize {
    match (&app.over, app.body()) {
        (Some(Over::Text(page)), Some(body)) => {
            let room = content(body.main);
            prose(page, room.width).last_top(room.height)
        }
        _ => 0,
    }
}

/// Draws the text.
pub fn draw(app: &App, page: &TextPage, canvas: &mut Canvas) {
    let Some(body) = app.body() else { return };
    prose(page, content(body.main).width).draw_pane(
        body.main,
        &page.title,
        &page.remark,
        page.top,
        true,
        canvas,
    );
}
