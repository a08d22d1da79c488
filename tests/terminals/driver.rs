//! What all terminals can be asked to do.

use opportunity_areas::command::Key;
use ratatui::layout::Size;

/// A running terminal.
pub(crate) trait Driver {
    /// Presses a key.
    fn press(&mut self, key: Key);

    /// Types a line and Enter.
    fn type_line(&mut self, line: &str);

    /// Clicks a cell.
    fn click(&mut self, column: u16, row: u16);

    /// Resizes the terminal, perhaps not exactly to this size.
    fn resize(&mut self, size: Size);

    /// Returns true if it shows colours.
    fn shows_color(&mut self) -> bool;

    /// Returns what the terminal shows.
    fn shown(&mut self) -> Shown;

    /// Returns the pixels of a terminal with a window, four bytes for each, and its width.
    fn pixels(&mut self) -> Option<(Vec<u8>, usize)> {
        None
    }

    /// Returns the name and version.
    fn version(&self) -> String;
}

/// What a terminal shows.
pub(crate) enum Shown {
    /// The text, a line for each row.
    Text(String),
    /// Pixels, from a terminal that cannot print its text.
    Pixels(Vec<u8>),
}

/// Returns the first line that a command prints, or a remark that there is none.
pub(crate) fn first_line(program: &str, option: &str) -> String {
    let output = std::process::Command::new(program)
        .arg(option)
        // Without it Konsole needs a display even for this.
        .env("QT_QPA_PLATFORM", "offscreen")
        .output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.unwrap_or("version not known").trim().to_string()
}
