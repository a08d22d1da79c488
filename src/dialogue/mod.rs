//! The whole program as a dialogue in lines, for ears and fingers: no drawing, no colour, no cursor that jumps.
//!
//! A page is a title, lines that are complete in themselves, and numbered choices; the answer is a number or a word of the
//! table of commands. It reads lines, so that it works in a pipe as well.

mod page;
pub mod session;

use std::io::{self, BufRead, Read as _, Write};

use session::{Dialogue, DialogueAction};

use crate::command::{SaveError, SaveFn};

/// Talks with the user until they leave or there is nothing more to read. Whatever they say, `heard` is called.
///
/// # Errors
/// If standard input can't be read, or standard output can't be written to.
pub fn run(
    dialogue: &mut Dialogue,
    mut input: impl BufRead,
    mut output: impl Write,
    save: SaveFn,
    mut heard: impl FnMut(),
) -> io::Result<()> {
    write!(output, "{}", dialogue.show())?;
    loop {
        output.flush()?;
        let mut bytes = Vec::new();
        // Bytes that are no UTF-8 are no reason to end.
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        heard();
        let line = String::from_utf8_lossy(&bytes);
        match dialogue.answer(&line) {
            DialogueAction::Say(words) => write!(output, "{words}")?,
            DialogueAction::Quit => return Ok(()),
            DialogueAction::Save {
                name,
                item,
                replace,
            } => {
                let said = match save(&name, dialogue.snapshot(), item, replace) {
                    Ok(()) => format!("The briefing is in {name}."),
                    Err(SaveError::Exists) => {
                        format!("{name} is there already. To replace it type w! {name}")
                    }
                    Err(SaveError::Failed(reason)) => format!("{name} {reason}."),
                };
                writeln!(output, "{said}")?;
            }
        }
    }
}

/// A longer line is read in parts.
const LONGEST: u64 = 4096;
