//! The parts of the screen in screen-reader mode.

use ratatui::layout::{Rect, Size};

/// The fewest rows of a screen with two rows for what changed, and with one.
const TWO_STATUS_ROWS: u16 = 12;
const ONE_STATUS_ROW: u16 = 5;
/// The most rows of a list or text on the screen. All of them are spoken whenever they change.
const MAX_ROWS: u16 = 13;

/// The rows of the screen.
pub(crate) struct SpokenScreen {
    pub status: Rect,
    pub title: Rect,
    pub field: Rect,
    pub rows: Rect,
}

impl SpokenScreen {
    /// Divides a screen.
    pub(crate) fn new(screen: Rect) -> Self {
        let status = match screen.height {
            TWO_STATUS_ROWS.. => 2,
            ONE_STATUS_ROW.. => 1,
            _ => 0,
        };
        let mut rest = screen;
        let mut take = |rows: u16| {
            let rows = rows.min(rest.height);
            let taken = Rect {
                height: rows,
                ..rest
            };
            rest.y += rows;
            rest.height -= rows;
            taken
        };
        let status = take(status);
        let title = take(u16::from(screen.height > 2));
        let field = take(u16::from(screen.height > 1));
        Self {
            status,
            title,
            field,
            rows: take(MAX_ROWS),
        }
    }
}

/// Returns the number of rows of a list or text on a screen, at least 1.
pub(crate) fn list_rows(size: Size) -> usize {
    let screen = Rect::new(0, 0, size.width, size.height);
    usize::from(SpokenScreen::new(screen).rows.height.max(1))
}
