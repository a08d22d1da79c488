//! What a click or a turn of the wheel means, by what is drawn where.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::{buffer::Buffer, layout::Position, layout::Rect};

use super::{
    app::{App, Effect},
    view::{
        self,
        render_context::{HitTarget, RenderContext},
    },
};

/// Does what the mouse says.
pub fn apply(app: &mut App, event: MouseEvent) -> Effect {
    let position = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            at(app, position).map_or(Effect::None, |target| app.click(target))
        }
        MouseEventKind::ScrollUp => app.scroll(at(app, position), -1),
        MouseEventKind::ScrollDown => app.scroll(at(app, position), 1),
        _ => Effect::None,
    }
}

/// What is drawn at a position. Drawn anew for it, since views keep nothing.
fn at(app: &App, position: Position) -> Option<HitTarget> {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, app.size())));
    let mut context = RenderContext::new(&mut buffer, app.styles);
    view::render_screen(app, &mut context);
    context.hit_test(position)
}
