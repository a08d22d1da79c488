//! Words that a search leaves out, such as `-hastings`, among the arguments.

use std::{borrow::Cow, ffi::OsString};

use clap::{Arg, Command};

use crate::command::SaveFormat;

/// Minus sign of mathematics, which clap does not take for the start of an option.
const MINUS_SIGN: char = '\u{2212}';

/// Returns the arguments of a search with minus signs before words to leave out, since clap takes -hastings for -h and others.
///
/// Options stay as they are: `-oFILE` with an ending that is a format, and a value that may begin with a hyphen, as in
/// `--sort -money`.
pub(super) fn with_minus_signs(
    typed: &[OsString],
    program: impl FnOnce() -> Command,
) -> Cow<'_, [OsString]> {
    if !typed.iter().skip(1).any(|word| excluded(word).is_some()) {
        return Cow::Borrowed(typed);
    }
    let program = program();
    let mut words = typed.iter().skip(1);
    let command = words.find_map(|word| program.find_subcommand(word));
    let Some(search) = program.find_subcommand("search") else {
        return Cow::Borrowed(typed);
    };
    if command.is_some_and(|command| command.get_name() != search.get_name()) {
        return Cow::Borrowed(typed);
    }
    let may_follow_hyphen = |option: &OsString| {
        let name = option.to_str().and_then(|option| option.strip_prefix("--"));
        let is_called = |argument: &&Arg| name.is_some() && argument.get_long() == name;
        let mut arguments = search.get_arguments();
        arguments
            .find(is_called)
            .is_some_and(Arg::is_allow_hyphen_values_set)
    };
    let word = |(position, word): (usize, &OsString)| {
        let before = position.checked_sub(1).map(|before| &typed[before]);
        let excluded = excluded(word).filter(|_| !before.is_some_and(may_follow_hyphen));
        excluded.unwrap_or_else(|| word.clone())
    };
    Cow::Owned(typed.iter().enumerate().map(word).collect())
}

/// Returns a word to leave out with a minus sign, or none for an option or another word.
fn excluded(word: &OsString) -> Option<OsString> {
    let word = word.to_str()?.strip_prefix('-')?;
    let start = word.chars().take(2);
    let is_word = start.filter(|letter| letter.is_alphanumeric()).count() == 2;
    let is_file = word
        .strip_prefix('o')
        .is_some_and(|name| SaveFormat::of(name).is_ok());
    let is_excluded = !is_file && is_word || word.starts_with('"');
    is_excluded.then(|| OsString::from(format!("{MINUS_SIGN}{word}")))
}

/// Returns words as they were typed, with hyphens again.
pub(super) fn with_hyphens(words: &[String]) -> Vec<String> {
    let word = |word: &String| match word.strip_prefix(MINUS_SIGN) {
        Some(rest) => format!("-{rest}"),
        None => word.clone(),
    };
    words.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::arguments::Arguments;

    fn arguments(line: &str) -> String {
        let typed: Vec<OsString> = line.split(' ').map(Into::into).collect();
        let arguments = with_minus_signs(&typed, Arguments::command);
        let words: Vec<_> = arguments
            .iter()
            .map(|word| word.to_string_lossy())
            .collect();
        words.join(" ")
    }

    #[test]
    fn only_words_to_leave_out_get_a_minus_sign() {
        for (line, expected) in [
            ("oa search maths -hastings", "oa search maths −hastings"),
            ("oa maths -\"key-stage\"", "oa maths −\"key-stage\""),
            ("oa search maths -o a.csv", "oa search maths -o a.csv"),
            ("oa search maths -oa.csv", "oa search maths -oa.csv"),
            ("oa search maths -ofsted", "oa search maths −ofsted"),
            (
                "oa search maths --sort -type",
                "oa search maths --sort -type",
            ),
            ("oa areas --sort -rank", "oa areas --sort -rank"),
            (
                "oa search --sort -type -bath",
                "oa search --sort -type −bath",
            ),
            ("oa list money --sort -money", "oa list money --sort -money"),
        ] {
            assert_eq!(arguments(line), expected);
        }
    }

    #[test]
    fn words_are_shown_with_hyphens() {
        let words = ["maths", "−bath"].map(String::from);
        assert_eq!(with_hyphens(&words), ["maths", "-bath"]);
    }
}
