//! `oa check`: validation of a dataset.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::{
        answer_output::{print, say},
        ascii_output,
        error::CliError,
        exit_status::ExitStatus,
        load::leak,
        message,
        output_file::{ends_in, file_ending_in, print_to},
        progress::while_working,
        values::CheckFormat,
    },
    dataset::{
        Dataset, Diagnostic, ItemIndex, LoadError, Warnings,
        load::{MAX_SHOWN, read_file, read_stream},
    },
    query::describe::counted,
    text::paragraph,
};

/// Check a dataset and list its problems, and values that are probably wrong
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Warnings are about values that are allowed but probably wrong. The exit status is 2 only if there are problems.\n\nExample: oa check my-programme.json"
)]
pub(crate) struct CheckArguments {
    /// The JSON file to check, or `-` for standard input; without one, the file of --data
    file: Option<PathBuf>,

    /// Show all problems or warnings, not only the first 50
    #[arg(long)]
    all: bool,

    /// Write the result in this format
    #[arg(long, value_enum, ignore_case = true, default_value_t = CheckFormat::Text)]
    format: CheckFormat,

    /// Write the result to this file, as .txt or .json by the ending of its name
    #[arg(
        short = 'o', long = "output", value_name = "FILE", value_parser = file_ending_in([".txt", ".json"]),
        conflicts_with = "format"
    )]
    pub(super) output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

/// Prints warnings on standard error, and the size of the dataset. Problems are in the error.
///
/// As JSON, everything is on standard output.
pub(in crate::cli) fn run(
    arguments: &CheckArguments,
    data: Option<&Path>,
) -> Result<ExitStatus, CliError> {
    let file = arguments.file.as_deref().or(data);
    let file = file.ok_or(CliError::NothingToCheck)?;
    let max_shown = if arguments.all { usize::MAX } else { MAX_SHOWN };
    let is_input = file == Path::new("-");
    let name = if is_input {
        "standard input".into()
    } else {
        file.display().to_string()
    };
    let checked = while_working(format!("Reading {}", paragraph(&name)), || {
        let bytes = if is_input {
            read_stream(&name, io::stdin().lock())
        } else {
            read_file(file)
        };
        Dataset::check(&name, &bytes?, max_shown)
    });
    let status = if checked.is_ok() {
        ExitStatus::Success
    } else {
        ExitStatus::Failure
    };
    if let Some(output) = &arguments.output {
        let result = if ends_in(output, ".json") {
            as_json(&name, &checked)
        } else {
            as_text(&name, &checked)
        };
        print_to(Some(output), arguments.force, &result)?;
        return Ok(status);
    }
    if arguments.format == CheckFormat::Json {
        print(&as_json(&name, &checked))?;
        return Ok(status);
    }
    let (dataset, warnings) = checked?;
    let dataset = leak(dataset);
    if warnings.total > 0 {
        message::warn(&warnings);
    }
    say(&summary(&name, dataset, &warnings))
}

/// Returns the line about a dataset that can be used: the number of warnings, and its size.
fn summary(name: &str, dataset: &Dataset, warnings: &Warnings) -> String {
    let found = match warnings.total {
        0 => "no problems".into(),
        1 => "no problems, 1 warning".into(),
        total => format!("no problems, {total} warnings"),
    };
    let [areas, facts, sources] = sizes(dataset);
    format!(
        "{}: {found}; {}, {}, {}\n",
        paragraph(name),
        counted(areas, "area", "areas"),
        counted(facts, "fact", "facts"),
        counted(sources, "source", "sources"),
    )
}

/// Returns the result of a check as text: all that the program would say about it.
fn as_text(name: &str, checked: &Result<(Dataset, Warnings), LoadError>) -> String {
    let text = match checked {
        Ok((dataset, warnings)) if warnings.total > 0 => {
            format!("{warnings}\n{}", summary(name, dataset, warnings))
        }
        Ok((dataset, warnings)) => summary(name, dataset, warnings),
        Err(error) => error.to_string(),
    };
    let text = message::lines(&text);
    format!("{}\n", ascii_output::shown(&text, false))
}

/// Returns the numbers of areas, facts and sources.
fn sizes(dataset: &Dataset) -> [usize; 3] {
    let document = dataset.document();
    let facts = dataset
        .item_indices()
        .filter(|item| matches!(item, ItemIndex::Fact(_)))
        .count();
    [document.areas.len(), facts, document.sources.len()]
}

/// Returns the result of a check as JSON: the numbers of problems and warnings, those that are shown, and the size of the
/// dataset if it can be used.
fn as_json(name: &str, checked: &Result<(Dataset, Warnings), LoadError>) -> String {
    let (found, total) = match checked {
        Ok((_, warnings)) => (&warnings.diagnostics, warnings.total),
        Err(error) => (&error.diagnostics, error.total),
    };
    let found: Vec<Value> = found.iter().map(diagnostic).collect();
    let dataset = checked.as_ref().ok().map(|(dataset, _)| {
        let [areas, facts, sources] = sizes(dataset);
        json!({ "areas": areas, "facts": facts, "sources": sources })
    });
    let (problems, warnings, errors_shown, warnings_shown) = match checked {
        Ok(_) => (0, total, Vec::new(), found),
        Err(_) => (total, 0, found, Vec::new()),
    };
    let result = json!({
        "file": paragraph(name),
        "dataset": dataset,
        "number_of_problems": problems,
        "number_of_warnings": warnings,
        "problems": errors_shown,
        "warnings": warnings_shown,
    });
    format!("{result:#}\n")
}

/// Returns a problem or a warning as JSON. Line and column count from 1; they are absent if it is about the whole file.
fn diagnostic(diagnostic: &Diagnostic) -> Value {
    let mut object = json!({ "message": diagnostic.message });
    if !diagnostic.help.is_empty() {
        object["help"] = json!(diagnostic.help);
    }
    if let Some(position) = &diagnostic.position {
        object["line"] = json!(position.line);
        object["column"] = json!(position.column);
        object["path"] = json!(position.path);
    }
    object
}
