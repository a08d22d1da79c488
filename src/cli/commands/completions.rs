//! `oa completions`: completions for shells.

use std::path::PathBuf;

use clap::{Args, Command, builder::PossibleValuesParser};
use clap_complete::Shell;

use crate::{
    cli::{error::CliError, exit_status::ExitStatus, output_file::print_to},
    dataset::{Dataset, ItemIndex},
    sort::SortShared,
    text::natural_order,
};

/// Print completions for a shell, with the names of areas, themes and references
#[derive(Debug, Args)]
#[group(skip)]
#[command(
    after_help = "Example: oa completions bash -o ~/.local/share/bash-completion/completions/oa"
)]
pub(crate) struct CompletionsArguments {
    /// The shell
    pub(in crate::cli) shell: Shell,
    /// Write the script to this file. It may have any name, since each shell has its own
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

/// Prints the script that the shell reads, or writes it to a file.
pub(in crate::cli) fn run(
    dataset: &Dataset,
    arguments: &CompletionsArguments,
    program: Command,
) -> Result<ExitStatus, CliError> {
    let script = script(arguments.shell, dataset, program);
    print_to(arguments.output.as_deref(), arguments.force, &script)
}

/// Returns the script. It suggests exact references only, although the commands also accept similar names.
fn script(shell: Shell, dataset: &Dataset, program: Command) -> String {
    let all = references(dataset, |_| true);
    let areas = references(dataset, |item| matches!(item, ItemIndex::Area(_)));
    let themes: Vec<String> = dataset
        .themes()
        .map(|(_, theme)| theme.id.to_string())
        .collect();
    let terms: Vec<String> = dataset
        .terms()
        .map(|(_, term)| term.id.to_string())
        .collect();
    let subjects = [areas.clone(), themes.clone()].concat();
    // The positional argument of each command, and its values.
    let positionals = [
        ("show", "references", &all),
        ("compare", "areas", &areas),
        ("term", "words", &terms),
        ("timeline", "area", &areas),
        ("brief", "subjects", &subjects),
        ("money", "areas", &areas),
    ];

    let mut command = suggest(program, "words", &all);
    for (name, argument, values) in positionals {
        command = command.mut_subcommand(name, |command| suggest(command, argument, values));
    }
    let has_filter = |command: &&Command| {
        let mut arguments = command.get_arguments();
        arguments.any(|argument| argument.get_id() == "partner")
    };
    let filtered = command.get_subcommands().filter(has_filter);
    let filtered: Vec<String> = filtered.map(|one| one.get_name().to_string()).collect();
    for name in filtered {
        command = command.mut_subcommand(name, |command| {
            suggest(suggest(command, "area", &areas), "theme", &themes)
        });
    }
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "oa", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Fish {
        // clap_complete writes no values of positional arguments for fish.
        for (name, _, values) in positionals {
            script.push_str(&format!(
                "complete -c oa -n \"__fish_seen_subcommand_from {name}\" -f -a \"{}\"\n",
                values.join(" ")
            ));
        }
    }
    script
}

/// Returns the references of the items for which the predicate holds, sorted.
fn references(dataset: &Dataset, is_included: impl Fn(ItemIndex) -> bool) -> Vec<String> {
    let mut references: Vec<String> = dataset
        .item_indices()
        .filter(|&item| is_included(item))
        .map(|item| dataset.reference(item).into_owned())
        .collect();
    references.sort_shared_by(|a, b| natural_order(a, b));
    references
}

/// Makes completions suggest these values for an argument.
fn suggest(command: Command, argument: &str, values: &[String]) -> Command {
    command.mut_arg(argument, |argument| {
        argument.value_parser(PossibleValuesParser::new(values.to_vec()))
    })
}
