//! The rank of a name for what is typed of it.

use super::fold::{fold, word_spans};

/// Returns the rank of a name for the typed text, the lower the better, or none if it does not
/// match or nothing is typed.
///
/// The name begins with the text (0), one of its words does (1), or it contains the text (2).
#[must_use]
pub fn prefix_rank(typed: &str, name: &str) -> Option<u8> {
    let (typed, name) = (fold(typed.trim()), fold(name));
    if typed.is_empty() {
        None
    } else if name.starts_with(&typed) {
        Some(0)
    } else if word_spans(&name).any(|word| name[word.start..].starts_with(&typed)) {
        Some(1)
    } else {
        name.contains(&typed).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_names_rank_before_beginnings_of_words() {
        let ranks = |typed| {
            ["North Yorkshire Coast", "Great Yarmouth", "Norwich"]
                .map(|name| prefix_rank(typed, name))
        };
        assert_eq!(ranks("nor"), [Some(0), None, Some(0)]);
        assert_eq!(ranks("YO"), [Some(1), None, None]);
        assert_eq!(ranks("or"), [Some(2), None, Some(2)]);
        assert_eq!(ranks(" "), [None; 3]);
    }
}
