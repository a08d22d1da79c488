//! The loop that reads answers and writes pages.

use std::io::{self, BufRead, Read as _, Write};

use super::{action::DialogueAction, session::Dialogue};
use crate::{
    command::{SaveError, SaveFn, SaveSubject},
    dataset::ItemIndex,
    text::{grouped, paragraph},
};

/// Longest line in bytes that is answered.
const MAX_LINE_BYTES: u64 = 4096;

/// Runs the dialogue until the user quits or the input ends. Calls `on_input` with each line.
///
/// # Errors
///
/// Returns an error if the input can't be read or the output can't be written.
pub(crate) fn run(
    dialogue: &mut Dialogue,
    mut input: impl BufRead,
    mut output: impl Write,
    save: SaveFn,
    mut on_input: impl FnMut(&str),
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
        let is_too_long = bytes.len() as u64 == MAX_LINE_BYTES && !bytes.ends_with(b"\n");
        if is_too_long {
            input.skip_until(b'\n')?;
        }
        // Input that is not UTF-8 must not end the dialogue.
        let line = String::from_utf8_lossy(&bytes);
        on_input(&line);
        if is_too_long {
            let limit = grouped(MAX_LINE_BYTES);
            writeln!(
                output,
                "The line has more than {limit} bytes. Type a shorter one."
            )?;
            continue;
        }
        match dialogue.answer(&line) {
            DialogueAction::Say(text) => write!(output, "{text}")?,
            DialogueAction::Quit => return Ok(()),
            DialogueAction::Save {
                name,
                subject,
                replace,
            } => {
                let saved = save(&name, dialogue.snapshot(), &subject, replace);
                let name = paragraph(&name);
                let message = match saved {
                    Ok(()) => match subject {
                        // Pages that are about no item have it.
                        SaveSubject::Item(ItemIndex::Programme) => {
                            format!("Saved the briefing on the programme as {name}.")
                        }
                        SaveSubject::Item(_) => format!("Saved the briefing as {name}."),
                        SaveSubject::Rows { .. } => format!("Saved the facts as {name}."),
                        SaveSubject::Targets { .. } => format!("Saved the targets as {name}."),
                        SaveSubject::Comparison(_) => format!("Saved the comparison as {name}."),
                    },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn line_that_is_too_long_gets_one_answer() {
        let dataset = Dataset::bundled();
        let mut dialogue = Dialogue::new(&dataset, false);
        let mut output = Vec::new();
        let input = format!("{}\noldham\n", "x".repeat(130_000));
        run(
            &mut dialogue,
            input.as_bytes(),
            &mut output,
            &|_, _, _, _| unreachable!("nothing is saved"),
            |_| {},
        )
        .expect("memory can be written to");
        let said = String::from_utf8(output).expect("it is text");
        let answer = "The line has more than 4,096 bytes. Type a shorter one.\n";
        assert_eq!(said.matches(answer).count(), 1, "{said}");
        assert!(
            !said.contains("xxx") && said.contains("Oldham, North West."),
            "{said}"
        );
    }
}
