//! Values of several words after an option, without quotation marks: `--as-of 9 October 2017`, `--money 1.3 million`.

use std::{borrow::Cow, ffi::OsString, ops::Range};

use crate::query::{typed_date::is_like_a_date, typed_money::parse_typed_money};

/// Options that take a date.
const DATE_OPTIONS: [&str; 8] = [
    "--as-of",
    "--known",
    "--since",
    "--until",
    "--by",
    "--period",
    "--year",
    "--published",
];
/// Options that take a sum of money.
const MONEY_OPTIONS: [&str; 2] = ["--money", "--over"];

/// Most words of a value: `Monday 9th of October 2017`.
const MAX_WORDS: usize = 5;

/// Returns the arguments with the words of a date or a sum joined into one. Words that clap can read one by one stay apart.
pub(super) fn with_joined_values(typed: &[OsString]) -> Cow<'_, [OsString]> {
    let values: Vec<Range<usize>> = (1..typed.len())
        .filter_map(|option| value_after(typed, option))
        .collect();
    if values.is_empty() {
        return Cow::Borrowed(typed);
    }
    let mut joined = Vec::new();
    let mut next = 0;
    for value in values.into_iter().filter(|value| value.len() > 1) {
        if value.start < next {
            continue;
        }
        joined.extend_from_slice(&typed[next..value.start]);
        joined.push(typed[value.clone()].join(" ".as_ref()));
        next = value.end;
    }
    joined.extend_from_slice(&typed[next..]);
    Cow::Owned(joined)
}

/// Returns the words of the value of an option that begins at a position, if they are several.
fn value_after(typed: &[OsString], position: usize) -> Option<Range<usize>> {
    let word = typed[position].to_str()?;
    let (option, attached) = match word.split_once('=') {
        Some((option, value)) => (option, Some(value)),
        None => (word, None),
    };
    let is_value: fn(&str) -> bool = if DATE_OPTIONS.contains(&option) {
        // Without the name of a month, the next number may be a word of a search.
        |text| text.contains(char::is_alphabetic) && is_like_a_date(text)
    } else if MONEY_OPTIONS.contains(&option) {
        |text| parse_typed_money(text).is_ok()
    } else {
        return None;
    };
    let start = if attached.is_some() {
        position
    } else {
        position + 1
    };
    let words = typed
        .iter()
        .skip(position + 1)
        .map_while(|word| word.to_str());
    let words: Vec<&str> = attached.into_iter().chain(words).take(MAX_WORDS).collect();
    let count = (2..=words.len()).rev().find(|&count| {
        let words = &words[..count];
        words.iter().all(|word| !word.contains(' ')) && is_value(&words.join(" "))
    })?;
    Some(start..start + count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_sums_of_several_words_need_no_quotation_marks() {
        for (line, expected) in [
            (
                "list areas --as-of 9 October 2017",
                "list|areas|--as-of|9 October 2017",
            ),
            (
                "list areas --as-of=9 October 2017",
                "list|areas|--as-of=9 October 2017",
            ),
            (
                "show --since Oct 2017 oldham",
                "show|--since|Oct 2017|oldham",
            ),
            (
                "list --by Monday 9th of October 2017 --area derby",
                "list|--by|Monday 9th of October 2017|--area|derby",
            ),
            ("list --until 31 June 2017", "list|--until|31 June 2017"),
            ("money --over £1.3 million", "money|--over|£1.3 million"),
            ("money --over 500k derby", "money|--over|500k|derby"),
            (
                "search --as-of 2017 10 schools",
                "search|--as-of|2017|10|schools",
            ),
            ("search --as-of today in may", "search|--as-of|today|in|may"),
            ("search 9 October 2017", "search|9|October|2017"),
            ("list --as-of", "list|--as-of"),
            (
                "list --since 1 May 2018 --until 2 May 2018",
                "list|--since|1 May 2018|--until|2 May 2018",
            ),
        ] {
            let typed: Vec<OsString> = line.split(' ').map(Into::into).collect();
            let joined = with_joined_values(&typed);
            assert_eq!(joined.join("|".as_ref()), expected, "{line}");
        }
    }
}
