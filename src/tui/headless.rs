//! The dashboard without a terminal: plays keys and returns screens, for tests and pictures.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use super::{
    app::{App, Effect},
    mouse, picture, screen,
    widgets::{RenderContext, RenderState},
};
use crate::command::Key;

/// Draws a dashboard once. This needs a third of the memory of a [`HeadlessApp`], which keeps the last two frames as well.
#[must_use]
pub fn draw_once(app: &App) -> Buffer {
    let Size { width, height } = app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    screen::render_to(app, &mut RenderContext::new(&mut buffer, app.styles()));
    buffer
}

/// A dashboard on a screen in memory.
#[derive(Debug)]
pub struct HeadlessApp<'a> {
    /// The state.
    pub app: App<'a>,
    terminal: Terminal<TestBackend>,
}

impl<'a> HeadlessApp<'a> {
    /// Opens a dashboard on a screen of its size, and draws it.
    #[must_use]
    pub fn new(app: App<'a>) -> Self {
        let Ok(terminal) = Terminal::new(TestBackend::new(app.size().width, app.size().height));
        let mut headless = Self { app, terminal };
        headless.draw();
        headless
    }

    /// Presses keys, and draws after each. Stops at a key that quits, and returns the effect of the last key: what it asks
    /// of a terminal or a disk is not done.
    pub fn press(&mut self, keys: impl IntoIterator<Item = Key>) -> Effect {
        let mut effect = Effect::None;
        for key in keys {
            effect = self.app.press(key);
            if effect == Effect::Quit {
                break;
            }
            self.draw();
        }
        effect
    }

    /// Types a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.app.paste(text);
        self.draw();
    }

    /// Clicks a cell, and returns the effect.
    pub fn click(&mut self, column: u16, row: u16) -> Effect {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let effect = mouse::apply(
            &mut self.app,
            MouseEvent {
                kind,
                column,
                row,
                modifiers: KeyModifiers::NONE,
            },
        );
        self.draw();
        effect
    }

    /// Resizes the screen.
    pub fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size.width, size.height);
        self.app.resize(size);
        self.draw();
    }

    fn draw(&mut self) {
        // `TestBackend` does not know that a wide character covers the next cell, so the whole screen is drawn.
        let Ok(()) = self.terminal.clear();
        let mut state = RenderState::default();
        let Ok(_) = self
            .terminal
            .draw(|frame| state = screen::render(&self.app, frame));
        self.app.set_mouse_targets(state.targets);
    }

    /// Returns the cells.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// Returns the position of the cursor.
    #[must_use]
    pub fn cursor(&self) -> Position {
        self.terminal.backend().cursor_position()
    }

    /// Returns the screen as text, a line for each row, without trailing blanks.
    #[must_use]
    pub fn text(&self) -> String {
        picture::text(self.buffer())
    }
}
