//! Help on a word that is not the name of a command: `oa help areas`, `oa targets --help`.

use std::ffi::OsString;

use clap::Command;

/// Returns the help that a user means who asks for help on the name of a list, which `oa list` prints.
pub(super) fn help_topic(
    typed: &[OsString],
    program: impl FnOnce() -> Command,
    is_list: impl FnOnce(&str) -> bool,
) -> Option<String> {
    let words: Option<Vec<&str>> = typed.iter().skip(1).map(|word| word.to_str()).collect();
    let (["help" | "--help" | "-h", topic] | [topic, "--help" | "-h"]) = words?[..] else {
        return None;
    };
    let program = program();
    // A command explains itself.
    if program.find_subcommand(topic).is_some() || !is_list(topic) {
        return None;
    }
    let help = program.try_get_matches_from(["oa", "list", "--help"]);
    Some(help.err()?.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::arguments::{Arguments, is_list_kind};

    fn topic(line: &str) -> Option<String> {
        let typed: Vec<OsString> = line.split(' ').map(Into::into).collect();
        help_topic(&typed, Arguments::command, is_list_kind)
    }

    #[test]
    fn names_of_lists_have_the_help_of_the_list() {
        let list = topic("oa help areas").expect("it is a list");
        assert!(list.contains("Usage: oa list"), "{list}");
        for line in ["oa areas --help", "oa areas -h", "oa --help partners"] {
            assert_eq!(topic(line).as_ref(), Some(&list), "{line}");
        }
        for line in [
            "oa help show",
            "oa show --help",
            "oa --help",
            "oa help",
            "oa areas",
        ] {
            assert_eq!(topic(line), None, "{line}");
        }
    }
}
