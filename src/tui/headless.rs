//! The dashboard without a terminal: plays keys and gives back screens, for tests and pictures.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position, layout::Size};

use super::{
    app::{App, Effect},
    mouse, picture, screen,
    widgets::RenderState,
};
use crate::command::Key;

/// A dashboard on a screen that exists only in memory.
#[derive(Debug)]
pub struct HeadlessApp<'a> {
    /// The dashboard.
    pub app: App<'a>,
    terminal: Terminal<TestBackend>,
}

impl<'a> HeadlessApp<'a> {
    /// Opens a dashboard on a screen of its size.
    #[must_use]
    pub fn new(app: App<'a>) -> Self {
        let Ok(terminal) = Terminal::new(TestBackend::new(app.size().width, app.size().height));
        let mut headless = Self { app, terminal };
        headless.draw();
        headless
    }

    /// Presses keys, one after the other; draws after each. Stops at a key that leaves the program, and says so. What only
    /// a terminal or a disk can do is not done.
    pub fn press(&mut self, keys: impl IntoIterator<Item = Key>) -> Effect {
        for key in keys {
            let effect = self.app.press(key);
            if effect == Effect::Quit {
                return effect;
            }
            self.draw();
        }
        Effect::None
    }

    /// Clicks on a cell.
    pub fn click(&mut self, column: u16, row: u16) {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let _ = mouse::apply(
            &mut self.app,
            MouseEvent {
                kind,
                column,
                row,
                modifiers: KeyModifiers::NONE,
            },
        );
        self.draw();
    }

    /// Gives the screen another size.
    pub fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size.width, size.height);
        self.app.resize(size);
        self.draw();
    }

    fn draw(&mut self) {
        // Drawn whole: a screen in memory does not know that a wide character covers the cell after it.
        let Ok(()) = self.terminal.clear();
        let mut state = RenderState::default();
        let Ok(_) = self
            .terminal
            .draw(|frame| state = screen::render(&self.app, frame));
        self.app.set_hit_targets(state.targets);
    }

    /// What the screen shows.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// Where the terminal's cursor stands.
    #[must_use]
    pub fn cursor(&self) -> Position {
        self.terminal.backend().cursor_position()
    }

    /// The screen as text, a line a row, without blanks at the ends.
    #[must_use]
    pub fn text(&self) -> String {
        picture::text(self.buffer())
    }
}
