//! Printing answers on standard output.

use std::{
    env,
    ffi::OsStr,
    io::{self, IsTerminal, Write},
};

use super::{
    answer_options::OutputArguments,
    ascii_output,
    error::CliError,
    exit_status::ExitStatus,
    file_arguments::FileArguments,
    pager,
    save::{in_format, save_page},
    table_options::TableArguments,
    values::When,
};
use crate::{
    command::{SaveError, SaveFormat},
    query::snapshot::Snapshot,
    report::{Page, RowLayout, TextLayout, render},
    text::paragraph,
    tui::term,
};

/// Width of an answer, in columns, if standard output is not a terminal.
pub(crate) const DEFAULT_COLUMNS: usize = 80;

/// Prints a page in the format that was asked for.
///
/// With `-o`, writes it to the file instead. An empty page is printed even so: it says that nothing was found, and so does the exit status. As CSV, which has no place
/// for that sentence, an empty page without a table prints nothing.
pub(crate) fn print_page(
    snapshot: Snapshot,
    page: &Page,
    output: &OutputArguments,
) -> Result<ExitStatus, CliError> {
    print_in(snapshot, page, output, display(output))
}

/// Prints a page with a table as it was asked for.
///
/// # Errors
/// If a column does not exist, or the page cannot be printed.
pub(crate) fn print_table(
    snapshot: Snapshot,
    page: Page,
    output: &OutputArguments,
    table: &TableArguments,
) -> Result<ExitStatus, CliError> {
    let page = table.arrange(page)?;
    let layout = TextLayout {
        wide: table.wide,
        ..display(output)
    };
    print_in(snapshot, &page, output, layout)
}

fn print_in(
    snapshot: Snapshot,
    page: &Page,
    output: &OutputArguments,
    layout: TextLayout,
) -> Result<ExitStatus, CliError> {
    if let Some(written) = save_answer(snapshot, page, &output.file) {
        return written;
    }
    let format = output.format.into();
    let shown = in_format(snapshot, page, format);
    let mut text = render(snapshot, &shown, format, layout);
    if pager::is_needed(&text) {
        // Older pagers show the sequences of links as characters.
        if layout.links && output.hyperlink == When::Auto {
            let links = false;
            text = render(snapshot, &shown, format, TextLayout { links, ..layout });
        }
        if !pager::show(&text) {
            print(&text)?;
        }
    } else {
        print(&text)?;
    }
    Ok(if page.is_empty() {
        ExitStatus::NotFound
    } else {
        ExitStatus::Success
    })
}

/// Writes a page to the file that was asked for, and says so; none if there is no such file. An empty page is not written: no
/// file is better than an empty one.
fn save_answer(
    snapshot: Snapshot,
    page: &Page,
    arguments: &FileArguments,
) -> Option<Result<ExitStatus, CliError>> {
    let file = arguments.file.as_ref().filter(|_| !page.is_empty())?;
    // The parser of the arguments has checked it.
    let format = SaveFormat::of(&file.to_string_lossy()).ok()?;
    let saved = save_page(file, snapshot, page, format, arguments.force);
    Some(report_saved(file.as_os_str(), saved))
}

/// Says that a file was written, or why not.
pub(crate) fn report_saved(
    file: &OsStr,
    saved: Result<(), SaveError>,
) -> Result<ExitStatus, CliError> {
    let file = file.to_string_lossy();
    match saved {
        Ok(()) => say(&format!("Saved {}\n", paragraph(&file))),
        Err(SaveError::Exists) => Err(CliError::FileExists { file: file.into() }),
        Err(SaveError::Failed(reason)) => Err(CliError::WriteFile {
            file: file.into(),
            reason,
        }),
    }
}

/// Writes text that is not data to standard output.
pub(crate) fn say(text: &str) -> Result<ExitStatus, CliError> {
    print(&ascii_output::shown(text, io::stdout().is_terminal()))
}

/// Writes text to standard output. A reader that closes the pipe early, such as `head`, is not an error.
pub(crate) fn print(text: &str) -> Result<ExitStatus, CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::WriteAnswer { source })
        }
        _ => Ok(ExitStatus::Success),
    }
}

/// Returns the width that the variable `COLUMNS` asks for, where there is no terminal to ask.
fn columns_variable() -> Option<usize> {
    let columns = env::var("COLUMNS").ok()?.parse().ok()?;
    (columns > 0).then_some(columns)
}

/// Returns the width and the abilities of standard output, as far as the user allows their use.
fn display(output: &OutputArguments) -> TextLayout {
    let terminal = io::stdout().is_terminal();
    // If standard output is not a terminal, crossterm would start `tput` to find out the width.
    let of_terminal = if terminal {
        crossterm::terminal::size()
            .ok()
            .map(|(columns, _)| usize::from(columns))
    } else {
        None
    };
    let width = of_terminal
        .filter(|&columns| columns > 0)
        .or_else(columns_variable);
    let layout = TextLayout {
        ascii: ascii_output::is_wanted(terminal),
        columns: width.unwrap_or(DEFAULT_COLUMNS),
        rows: if terminal || width.is_some() {
            RowLayout::Fitted
        } else {
            RowLayout::OneLine
        },
        wide: false,
        styled: match output.color {
            When::Always => true,
            When::Never => false,
            // The order is that of https://bixense.com/clicolors.
            When::Auto if anstyle_query::no_color() => false,
            When::Auto if anstyle_query::clicolor_force() => true,
            When::Auto => {
                terminal
                    && anstyle_query::clicolor() != Some(false)
                    && anstyle_query::term_supports_color()
            }
        },
        links: match output.hyperlink {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        },
    };
    if terminal && (layout.styled || layout.links) && !term::allow_sequences() {
        return TextLayout {
            styled: false,
            links: false,
            ..layout
        };
    }
    layout
}
