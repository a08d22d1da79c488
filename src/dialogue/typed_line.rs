//! Words that people type although the command table does not have them.

use super::page::DialoguePage;
use crate::command::{Command, View};

/// Words for a number that is too large for any page.
const TOO_LARGE: usize = usize::MAX;

/// Returns the number that a line is: `3`, `3.`, `3)` or `#3`, also in full-width digits. A negative
/// number counts as 0, which no choice has.
pub(super) fn number(line: &str) -> Option<usize> {
    let digits = line.trim_start_matches('#').trim_end_matches(['.', ')']);
    let (digits, is_negative) = match digits.strip_prefix('-') {
        Some(digits) => (digits, true),
        None => (digits, false),
    };
    let plain: Option<String> = digits.chars().map(plain_digit).collect();
    let plain = plain.filter(|plain| !plain.is_empty())?;
    if is_negative {
        return Some(0);
    }
    Some(plain.parse().unwrap_or(TOO_LARGE))
}

/// Returns an ASCII or full-width digit in ASCII. Keyboards for Chinese and Japanese type the latter.
fn plain_digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '０'..='９' => char::from_digit(u32::from(character) - u32::from('０'), 10),
        _ => None,
    }
}

/// A line in words of other programs.
#[derive(Debug, PartialEq)]
pub(super) enum OtherWords<'l> {
    /// The first page.
    Start,
    /// A command, and what follows it.
    Command(Command, &'l str),
    /// The line without words before a name or a command: `show oldham`.
    Rest(&'l str),
    /// The last answer again.
    Again,
    /// The rest of the page.
    More,
    /// A page that no command of the dashboard shows.
    Page(DialoguePage),
    /// The meaning of a word.
    Term(&'l str),
}

/// Reads a line that is neither a command nor a name.
pub(super) fn other_words(line: &str) -> Option<OtherWords<'_>> {
    if let Some(words) = line.strip_prefix('/').map(str::trim)
        && !words.is_empty()
    {
        return Some(OtherWords::Command(Command::View(View::Search), words));
    }
    let (word, rest) = line
        .split_once(char::is_whitespace)
        .map_or((line, ""), |(word, rest)| (word, rest.trim()));
    let command = match word.to_lowercase().as_str() {
        "home" | "start" | "menu" | "main" => return Some(OtherWords::Start),
        "oa" | "show" | "open" | "list" | "go" | "to" | "theme" | "area" | "priority"
            if !rest.is_empty() =>
        {
            return Some(OtherWords::Rest(rest));
        }
        "terms" | "term" | "words" if rest.is_empty() => {
            return Some(OtherWords::Page(DialoguePage::Terms));
        }
        "term" => return Some(OtherWords::Term(rest)),
        "help" if matches!(rest, "search" | "searching") => {
            return Some(OtherWords::Page(DialoguePage::SearchHelp));
        }
        "help" if matches!(rest, "all" | "commands") => {
            return Some(OtherWords::Page(DialoguePage::Commands));
        }
        "commands" if rest.is_empty() => return Some(OtherWords::Page(DialoguePage::Commands)),
        "coverage" if rest.is_empty() => return Some(OtherWords::Page(DialoguePage::Coverage)),
        "money" if rest.is_empty() => return Some(OtherWords::Page(DialoguePage::Money(None))),
        "more" if rest.is_empty() => return Some(OtherWords::More),
        "again" | "repeat" if rest.is_empty() => return Some(OtherWords::Again),
        "find" => Command::View(View::Search),
        "date" => Command::Date,
        _ if !rest.is_empty() => return None,
        "exit" | "bye" | ":q" | ":q!" => Command::Quit,
        "next" => Command::PageDown,
        "previous" | "prev" => Command::PageUp,
        "undo" | "return" => Command::Back,
        "copy" => Command::Copy,
        "reference" => Command::CopyReference,
        "unmark" => Command::Mark,
        "clear" => Command::ClearFilter,
        "--help" | "-h" | "h" | "man" => Command::Help,
        _ => return None,
    };
    Some(OtherWords::Command(command, rest))
}

/// Returns words without a preposition before them: `early years` for `with early years`.
pub(super) fn without_preposition(words: &str) -> &str {
    let prepositions = ["with ", "in ", "for ", "of "].iter();
    let mut rests = prepositions.filter_map(|preposition| words.strip_prefix(preposition));
    rests.next().unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_understood_as_people_type_them() {
        for (line, expected) in [
            ("3", Some(3)),
            ("3.", Some(3)),
            ("3)", Some(3)),
            ("#3", Some(3)),
            ("１２", Some(12)),
            ("-1", Some(0)),
            ("99999999999999999999999", Some(usize::MAX)),
            ("", None),
            ("#", None),
            ("3a", None),
            ("1 2", None),
            ("1e3", None),
        ] {
            assert_eq!(number(line), expected, "{line}");
        }
    }
}
