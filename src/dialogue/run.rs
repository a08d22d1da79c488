//! The loop that reads answers and writes pages.

use std::io::{self, BufRead, Read as _, Write};

use super::{action::DialogueAction, session::Dialogue};
use crate::{
    command::{SaveError, SaveFn},
    text::paragraph,
};

/// Longest line in bytes that is read at once; a longer one counts as several answers.
const MAX_LINE_BYTES: u64 = 4096;

/// Runs the dialogue until the user quits or the input ends. Calls `on_input` after each line.
///
/// # Errors
///
/// Returns an error if the input can't be read or the output can't be written.
pub(crate) fn run(
    dialogue: &mut Dialogue,
    mut input: impl BufRead,
    mut output: impl Write,
    save: SaveFn,
    mut on_input: impl FnMut(),
) -> io::Result<()> {
    write!(output, "{}", dialogue.show())?;
    loop {
        output.flush()?;
        let mut bytes = Vec::new();
        if input
            .by_ref()
            .take(MAX_LINE_BYTES)
            .read_until(b'\n', &mut bytes)?
            == 0
        {
            return Ok(());
        }
        on_input();
        // Input that is not UTF-8 must not end the dialogue.
        let line = String::from_utf8_lossy(&bytes);
        match dialogue.answer(&line) {
            DialogueAction::Say(text) => write!(output, "{text}")?,
            DialogueAction::Quit => return Ok(()),
            DialogueAction::Save {
                name,
                item,
                replace,
            } => {
                let saved = save(&name, dialogue.snapshot(), item, replace);
                let name = paragraph(&name);
                let message = match saved {
                    Ok(()) => format!("Saved the briefing as {name}."),
                    Err(SaveError::Exists) => {
                        format!("{name} already exists. To overwrite it, type w! {name}")
                    }
                    Err(SaveError::Failed(reason)) => format!("{name} {reason}."),
                };
                writeln!(output, "{message}")?;
            }
        }
    }
}
