//! A terminal emulator in this process, for programs that run terminals inside another.

use opportunity_areas::command::Key;
use ratatui::layout::Size;

use super::{
    driver::{Driver, Shown},
    terminal::Session,
};

/// A program in a pseudo-terminal, and what it shows.
pub(crate) struct PtyDriver {
    session: Session,
    version: String,
    /// Shell command that ends what would go on without a terminal.
    end: Option<String>,
    /// Shell command that prints the text, if it is not that of the emulator.
    print: Option<String>,
}

impl PtyDriver {
    /// Starts a shell command in a terminal of this size.
    pub(crate) fn start(command: &str, size: Size, version: String) -> Self {
        Self {
            session: Session::start(command, size.width, size.height),
            version,
            end: None,
            print: None,
        }
    }

    /// Runs this shell command in the end.
    pub(crate) fn end_with(mut self, command: String) -> Self {
        self.end = Some(command);
        self
    }

    /// Takes the text that this shell command prints for what is shown.
    pub(crate) fn print_with(mut self, command: String) -> Self {
        self.print = Some(command);
        self
    }
}

impl Drop for PtyDriver {
    fn drop(&mut self) {
        if let Some(command) = &self.end {
            let _ = std::process::Command::new("sh")
                .args(["-c", command])
                .output();
        }
    }
}

impl Driver for PtyDriver {
    fn press(&mut self, key: Key) {
        self.session.send(&bytes_of(key));
    }

    fn type_line(&mut self, line: &str) {
        self.session.send(&format!("{line}\r"));
    }

    fn click(&mut self, column: u16, row: u16) {
        let (column, row) = (column + 1, row + 1);
        self.session
            .send(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    }

    fn resize(&mut self, size: Size) {
        self.session.resize(size.width, size.height);
    }

    fn shown(&mut self) -> Shown {
        let Some(command) = &self.print else {
            return Shown::Text(self.session.text());
        };
        let output = std::process::Command::new("sh")
            .args(["-c", command])
            .output();
        let text = output.expect("a shell").stdout;
        Shown::Text(String::from_utf8_lossy(&text).into_owned())
    }

    fn shows_color(&mut self) -> bool {
        let styled = self.session.styled();
        let mut sequences = styled
            .split("\x1b[")
            .filter_map(|part| part.split_once('m'));
        sequences.any(|(numbers, _)| {
            let mut numbers = numbers.split(';').filter_map(|number| number.parse().ok());
            numbers.any(|number| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107))
        })
    }

    fn version(&self) -> String {
        self.version.clone()
    }
}

/// Returns what a terminal sends for a key.
fn bytes_of(key: Key) -> String {
    let sequence = match key {
        Key::Char(character) => return character.to_string(),
        Key::Ctrl(letter) => {
            let control = char::from(u8::try_from(letter).expect("a letter") & 0x1f);
            return control.to_string();
        }
        Key::Up => "\x1b[A",
        Key::Down => "\x1b[B",
        Key::Right => "\x1b[C",
        Key::Left => "\x1b[D",
        Key::Home => "\x1b[H",
        Key::End => "\x1b[F",
        Key::PageUp => "\x1b[5~",
        Key::PageDown => "\x1b[6~",
        Key::Enter => "\r",
        Key::Escape => "\x1b",
        Key::Tab => "\t",
        Key::ShiftTab => "\x1b[Z",
        Key::Backspace => "\x7f",
        Key::Delete => "\x1b[3~",
        Key::F(number @ 1..=4) => return format!("\x1bO{}", char::from(b'O' + number)),
        Key::F(number) => return format!("\x1b[{}~", number + 10 + u8::from(number > 5)),
    };
    sequence.to_string()
}
