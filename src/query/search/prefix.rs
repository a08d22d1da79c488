//! The rank of a name for what the user typed.

use super::{fold::fold, stem::stem, token::tokens};

/// Returns the rank of a name for what the user typed; lower is better. Returns none if the name
/// does not match or the input is empty.
///
/// A name that begins with the input has rank 0, one whose words begin with the words of the input
/// or have the same stems, in any order, has 1, and one that contains the input has 2.
#[must_use]
pub fn prefix_rank(input: &str, name: &str) -> Option<u8> {
    let (input, name) = (fold(input.trim()), fold(name));
    if input.is_empty() {
        return None;
    }
    if name.starts_with(&input) {
        return Some(0);
    }
    let (wanted, words) = (tokens(&input), tokens(&name));
    let has = |wanted: &String| {
        words
            .iter()
            .any(|word| word.starts_with(wanted.as_str()) || stem(word) == stem(wanted))
    };
    if !wanted.is_empty() && wanted.iter().all(has) {
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
        assert_eq!(ranks("coast north"), [Some(1), None, None]);
    }
}
