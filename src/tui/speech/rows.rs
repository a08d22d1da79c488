//! Sentences and paragraphs as the rows of a screen.

use super::characters::speakable;
use crate::text::{text_width, wrap};

/// The most words of a sentence with its position: longer ones are read whole with Enter.
const MAX_WORDS: usize = 25;
/// The words of a position, as in `2 of 13`.
const POSITION_WORDS: usize = 3;
/// A blank at which lines are not broken.
const NO_BREAK: char = '\u{a0}';

/// Returns the lines of a text. Each paragraph ends with its position.
pub(crate) fn wrapped(paragraphs: &[String], columns: usize) -> Vec<String> {
    let count = paragraphs.len();
    let numbered = paragraphs.iter().zip(1..);
    let lines = numbered.flat_map(|(paragraph, number)| {
        let text = sentence(&speakable(paragraph)).replace(NO_BREAK, " ");
        let text = format!("{text} {number}{NO_BREAK}of{NO_BREAK}{count}");
        let lines = wrap(&text, columns.max(1)).into_iter();
        lines
            .map(|line| line.replace(NO_BREAK, " "))
            .collect::<Vec<_>>()
    });
    lines.collect()
}

/// Returns a sentence with its position in as many words as fit: `Bradford, 4 priorities. 2 of 13`.
pub(crate) fn with_position(text: &str, number: usize, count: usize, columns: usize) -> String {
    let position = format!(" {number} of {count}");
    let room = columns.saturating_sub(position.len());
    let text = cut(&sentence(text), room, MAX_WORDS - POSITION_WORDS);
    format!("{text}{position}")
}

/// Returns a text with a full stop at its end.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) {
        text.into()
    } else {
        format!("{text}.")
    }
}

/// Returns as many whole words of a text as fit; three full stops say that there are more.
pub(crate) fn cut(text: &str, columns: usize, max_words: usize) -> String {
    const MORE: &str = "...";
    let is_short = text_width(text) <= columns && text.split_whitespace().count() <= max_words;
    if is_short {
        return text.into();
    }
    let mut shortened = String::new();
    for word in text.split_whitespace().take(max_words) {
        let gap = usize::from(!shortened.is_empty());
        if text_width(&shortened) + gap + text_width(word) + MORE.len() > columns {
            break;
        }
        if gap > 0 {
            shortened.push(' ');
        }
        shortened.push_str(word);
    }
    shortened.truncate(shortened.trim_end_matches(['.', ',', ';', ':']).len());
    shortened.push_str(MORE);
    shortened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_their_position_and_keep_whole_words() {
        let text = "Bradford, plan published, 4 priorities, rank not known";
        assert_eq!(
            with_position(text, 2, 13, 80),
            "Bradford, plan published, 4 priorities, rank not known. 2 of 13"
        );
        assert_eq!(
            with_position(text, 2, 13, 40),
            "Bradford, plan published, 4... 2 of 13"
        );
        let long = "word ".repeat(60);
        assert_eq!(
            with_position(&long, 1, 2, 400).split(' ').count(),
            MAX_WORDS
        );
    }

    #[test]
    fn paragraphs_are_wrapped_and_numbered() {
        let text = [
            "Board: Ann Ample, chair".to_string(),
            "Rank 316 of 324.".to_string(),
        ];
        assert_eq!(
            wrapped(&text, 20),
            [
                "Board: Ann Ample,",
                "chair. 1 of 2",
                "Rank 316 of 324.",
                "2 of 2"
            ]
        );
    }
}
