//! The rank of a name for what the user typed.

use super::fold::{fold, word_spans};

/// Returns the rank of a name for what the user typed; lower is better. Returns none if the name
/// does not match or the input is empty.
///
/// A name that begins with the input has rank 0, one with a word that does has 1, and one that
/// contains it has 2.
#[must_use]
pub fn prefix_rank(input: &str, name: &str) -> Option<u8> {
    let (input, name) = (fold(input.trim()), fold(name));
    if input.is_empty() {
        None
    } else if name.starts_with(&input) {
        Some(0)
    } else if word_spans(&name).any(|word| name[word.start..].starts_with(&input)) {
        Some(1)
    } else {
        name.contains(&input).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_names_rank_before_beginnings_of_words() {
        let ranks = |input| {
            ["North Yorkshire Coast", "Great Yarmouth", "Norwich"]
                .map(|name| prefix_rank(input, name))
        };
        assert_eq!(ranks("nor"), [Some(0), None, Some(0)]);
        assert_eq!(ranks("YO"), [Some(1), None, None]);
        assert_eq!(ranks("or"), [Some(2), None, Some(2)]);
        assert_eq!(ranks(" "), [None; 3]);
    }
}
