//! The deadlines of targets in words.

use std::borrow::Cow;

use crate::dataset::Period;

/// Returns a deadline without `by`, for a column with this heading: `March 2019`.
#[must_use]
pub fn deadline_words(by: &Period) -> &str {
    by.words.strip_prefix("by ").unwrap_or(&by.words)
}

/// Returns a deadline with a preposition, for a sentence: `by March 2019`, or `in 2019` if the dataset says so.
#[must_use]
pub fn deadline_phrase(by: &Period) -> Cow<'_, str> {
    let has_preposition = ["by ", "in ", "from ", "until ", "within ", "at "]
        .iter()
        .any(|preposition| by.words.starts_with(preposition));
    if has_preposition {
        Cow::Borrowed(&by.words)
    } else {
        Cow::Owned(format!("by {}", by.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_have_one_preposition() {
        for (words, bare, phrase) in [
            ("March 2019", "March 2019", "by March 2019"),
            ("by 2020", "2020", "by 2020"),
            ("in 2019", "in 2019", "in 2019"),
            (
                "within three years",
                "within three years",
                "within three years",
            ),
        ] {
            let text = format!("{{\"words\": \"{words}\"}}");
            let by: Period = serde_json::from_str(&text).expect("a period");
            assert_eq!(deadline_words(&by), bare);
            assert_eq!(deadline_phrase(&by), phrase);
        }
    }
}
