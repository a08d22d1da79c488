//! Completions for shells, made from the same arguments that are parsed.

use clap::{Command, CommandFactory, builder::PossibleValuesParser};
use clap_complete::Shell;
use opportunity_areas::dataset::{Dataset, ItemIndex};

use crate::cli::Arguments;

/// Completions for a shell. They propose what the dataset has, while the program itself takes what comes near as well.
pub(crate) fn script(shell: Shell, dataset: &Dataset) -> String {
    let named = |matches: fn(ItemIndex) -> bool| -> Vec<String> {
        let mut names: Vec<String> = dataset
            .item_indices_in_order()
            .filter(|&item| matches(item))
            .map(|item| dataset.reference(item).into_owned())
            .collect();
        names.sort();
        names
    };
    let areas = named(|item| matches!(item, ItemIndex::Area(_)));
    let themes: Vec<String> = dataset
        .themes()
        .map(|(_, theme)| theme.id.to_string())
        .collect();
    let subjects = [areas.clone(), themes.clone()].concat();
    let everything = named(|_| true);
    let command = Arguments::command()
        .mut_arg("reference", |argument| {
            argument.value_parser(PossibleValuesParser::new(everything.clone()))
        })
        .mut_subcommand("show", |show| proposes(show, "references", &everything))
        .mut_subcommand("compare", |compare| proposes(compare, "areas", &areas))
        .mut_subcommand("timeline", |timeline| proposes(timeline, "area", &areas))
        .mut_subcommand("brief", |brief| proposes(brief, "subject", &subjects));
    let mut command = ["list", "search", "matrix"]
        .into_iter()
        .fold(command, |command, name| {
            command.mut_subcommand(name, |filtered| {
                proposes(proposes(filtered, "area", &areas), "theme", &themes)
            })
        });
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "oa", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Fish {
        // The generator leaves out arguments without an option's name for fish.
        for (name, proposed) in [
            ("show", &everything),
            ("compare", &areas),
            ("timeline", &areas),
            ("brief", &subjects),
        ] {
            script.push_str(&format!(
                "complete -c oa -n \"__fish_seen_subcommand_from {name}\" -f -a \"{}\"\n",
                proposed.join(" ")
            ));
        }
    }
    script
}

fn proposes(command: Command, argument: &str, names: &[String]) -> Command {
    command.mut_arg(argument, |argument| {
        argument.value_parser(PossibleValuesParser::new(names.to_vec()))
    })
}
