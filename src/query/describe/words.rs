//! Small pieces of English.

#[cfg(feature = "tui")]
use crate::dataset::PartialDate;

/// Joins words with commas.
pub(super) fn comma_list<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> String {
    words.into_iter().fold(String::new(), |mut all, word| {
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(word.as_ref());
        all
    })
}

/// Joins words with commas and, before the last, "or".
pub(crate) fn or_list<T: AsRef<str>>(words: &[T]) -> String {
    list_with("or", words)
}

/// Joins words with commas and, before the last, "and".
pub(crate) fn and_list<T: AsRef<str>>(words: &[T]) -> String {
    list_with("and", words)
}

fn list_with<T: AsRef<str>>(conjunction: &str, words: &[T]) -> String {
    match words {
        [first @ .., before, last] => {
            let first = comma_list(first.iter().chain([before]));
            format!("{first} {conjunction} {}", last.as_ref())
        }
        few => comma_list(few),
    }
}

/// Returns the words for the state of knowledge at the end of a date: `on 9 October 2017`, `by the end of October 2017`.
#[must_use]
#[cfg(feature = "tui")]
pub(crate) fn known_when(date: PartialDate) -> String {
    match date {
        PartialDate::Day(_) => format!("on {date}"),
        PartialDate::Month(..) | PartialDate::Year(_) => format!("by the end of {date}"),
    }
}

/// Returns a text with a capital first letter.
#[must_use]
pub(crate) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Returns a count with its noun in the singular or plural: `1 fact`, `2 facts`.
#[must_use]
pub(crate) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

/// Returns a name with the ending of its possessive: `Oldham's`, `Hastings'`.
#[must_use]
pub(crate) fn possessive(name: &str) -> String {
    let ending = if name.ends_with(['s', 'S']) {
        "'"
    } else {
        "'s"
    };
    format!("{name}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_count() {
        let facts = |count| counted(count, "fact", "facts");
        assert_eq!([0, 1, 2].map(facts), ["0 facts", "1 fact", "2 facts"]);
    }

    #[test]
    fn names_that_end_in_s_have_an_apostrophe_only() {
        assert_eq!(possessive("Oldham"), "Oldham's");
        assert_eq!(possessive("Hastings"), "Hastings'");
    }

    #[test]
    fn only_the_first_letter_becomes_a_capital() {
        assert_eq!(capitalized("shared action"), "Shared action");
        assert_eq!(capitalized("émigré"), "Émigré");
        assert_eq!(capitalized(""), "");
    }
}
