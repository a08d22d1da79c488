//! Mouse events.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::{buffer::Buffer, layout::Position, layout::Rect};

use super::{
    app::{App, Effect},
    mouse_targets::MouseTarget,
    screen,
    widgets::RenderContext,
};

/// Most cells of a frame that is not shown, about 1 MB. On a larger screen, a click that arrives before the next frame is
/// dropped.
const MAX_EXTRA_CELLS: u32 = 25_000;

/// Passes a mouse event to the app.
pub fn apply(app: &mut App, event: MouseEvent) -> Effect {
    let position = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            target(app, position).map_or(Effect::None, |target| app.click(target))
        }
        MouseEventKind::ScrollUp => app.scroll(target(app, position), -1),
        MouseEventKind::ScrollDown => app.scroll(target(app, position), 1),
        _ => Effect::None,
    }
}

/// Returns the target at a position.
fn target(app: &App, position: Position) -> Option<MouseTarget> {
    if let Some(targets) = app.mouse_targets() {
        return targets.at(position);
    }
    if app.size().area() > MAX_EXTRA_CELLS {
        return None;
    }
    // The state has changed since the last frame, as after the first of two clicks that arrive together: a frame that is not
    // shown has the targets of the current state.
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, app.size())));
    let mut context = RenderContext::new(&mut buffer, app.styles());
    screen::render_to(app, &mut context);
    context.state.targets.at(position)
}
