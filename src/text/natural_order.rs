//! The order in which people expect names: numbers within them count as numbers.

use std::{borrow::Cow, cmp::Ordering};

/// Compares two texts without regard to case. Digits that follow each other count as one number, so
/// `wave 2` comes before `wave 10`.
///
/// Texts that differ only in case or in leading zeros are compared character by character, so only
/// equal texts are [`Ordering::Equal`].
#[must_use]
pub fn natural_order(a: &str, b: &str) -> Ordering {
    parts(a).cmp(parts(b)).then_with(|| a.cmp(b))
}

/// A number or a run of other characters. Numbers come first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    /// The number of digits and the digits, both without leading zeros.
    Number(usize, &'a str),
    /// Other characters, in lower case.
    Words(Cow<'a, str>),
}

fn parts(mut text: &str) -> impl Iterator<Item = Part<'_>> {
    std::iter::from_fn(move || {
        let is_number = text.starts_with(|first: char| first.is_ascii_digit());
        let end = text
            .find(|character: char| character.is_ascii_digit() != is_number)
            .unwrap_or(text.len());
        let (part, rest) = text.split_at(end);
        text = rest;
        if part.is_empty() {
            return None;
        }
        Some(if is_number {
            let digits = part.trim_start_matches('0');
            Part::Number(digits.len(), digits)
        } else if !part.contains(char::is_uppercase) {
            Part::Words(Cow::Borrowed(part))
        } else {
            Part::Words(Cow::Owned(part.to_lowercase()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_as_numbers() {
        let sorted = [
            "1",
            "2",
            "2 years",
            "02/2020",
            "10",
            "10 years",
            "Ward 18446744073709551616",
            "Wave 2",
            "wave 10",
            "wave 10b",
            "x",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(names, sorted);
    }

    #[test]
    fn only_equal_texts_are_equal() {
        for (a, b) in [("a", "A"), ("01", "1"), ("", "a")] {
            assert_ne!(natural_order(a, b), Ordering::Equal, "{a} {b}");
            assert_eq!(natural_order(a, b), natural_order(b, a).reverse());
        }
        assert_eq!(natural_order("a1", "a1"), Ordering::Equal);
    }
}
