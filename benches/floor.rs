//! A minimal program with ratatui: three lists of a few rows. `cargo bench --bench session` compares `oa` with it.

use std::io;

use ratatui::{
    crossterm::event::{self, Event, KeyCode},
    layout::{Constraint, Layout},
    style::Style,
    widgets::{Block, List, ListState},
};

/// Draws until you press `q`. Down and Up move the selection of the first list.
fn main() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let panes = Layout::horizontal([Constraint::Ratio(1, 3); 3]).split(frame.area());
            for (pane, rows) in [12, 4, 8].into_iter().enumerate() {
                let rows = (0..rows).map(|row| format!("row {row} of pane {pane} with some text"));
                let list = List::new(rows)
                    .block(Block::bordered().title(format!("Pane {pane}")))
                    .highlight_style(Style::new().reversed());
                if pane == 0 {
                    frame.render_stateful_widget(list, panes[pane], &mut state);
                } else {
                    frame.render_widget(list, panes[pane]);
                }
            }
        })?;
        if let Event::Key(key) = event::read()? {
            match key.code {
                KeyCode::Char('q') => break,
                KeyCode::Down => state.select_next(),
                KeyCode::Up => state.select_previous(),
                _ => {}
            }
        }
    }
    ratatui::restore();
    Ok(())
}
