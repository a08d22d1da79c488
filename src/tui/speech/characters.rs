//! The characters that screen readers speak, and words for others.

use std::borrow::Cow;

use crate::text::is_printable_ascii;

/// Signs, each with the text that is spoken instead.
const SPOKEN: [(char, &str); 24] = [
    ('`', "\""),
    ('|', ","),
    ('\u{a0}', " "),
    ('·', ","),
    ('•', ","),
    ('›', ","),
    ('‹', ","),
    ('’', "'"),
    ('‘', "'"),
    ('“', "\""),
    ('”', "\""),
    ('«', "\""),
    ('»', "\""),
    ('…', "..."),
    ('−', "-"),
    ('‐', "-"),
    ('\u{2011}', "-"),
    ('×', "x"),
    ('±', "plus or minus "),
    ('°', " degrees"),
    ('→', "to"),
    ('≤', "at most "),
    ('≥', "at least "),
    ('✓', "yes"),
];

/// Returns a text without signs that screen readers leave out, pronounce as names of shapes, or show as the same braille cell.
///
/// A dash between numbers is a range, and any other one a pause.
pub(crate) fn speakable(text: &str) -> Cow<'_, str> {
    if is_printable_ascii(text) && !text.contains(['`', '|']) {
        return Cow::Borrowed(text);
    }
    let mut spoken = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '–' | '—' => {
                let is_range = spoken.ends_with(|last: char| last.is_ascii_digit())
                    && rest
                        .peek()
                        .is_some_and(|next| next.is_ascii_digit() || *next == '£');
                if is_range {
                    spoken.push_str(" to ");
                } else {
                    spoken.truncate(spoken.trim_end().len());
                    spoken.push(',');
                    if rest.peek().is_some_and(|next| *next != ' ') {
                        spoken.push(' ');
                    }
                }
            }
            _ => match SPOKEN.iter().find(|(sign, _)| *sign == character) {
                Some((_, words)) => {
                    if *words == "," {
                        spoken.truncate(spoken.trim_end().len());
                    }
                    spoken.push_str(words);
                }
                None if is_shape(character) => spoken.push(' '),
                None => spoken.push(character),
            },
        }
    }
    Cow::Owned(spoken)
}

/// Returns true for arrows, mathematical signs, lines, blocks, dingbats, braille patterns, pictures and controls.
fn is_shape(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{2010}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' | '\u{3000}' | '\u{e000}'..='\u{f8ff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words_and_pauses() {
        for (text, spoken) in [
            ("Oldham", "Oldham"),
            ("`1` is no date", "\"1\" is no date"),
            ("2016–17", "2016 to 17"),
            ("Oldham – a plan", "Oldham, a plan"),
            ("Areas › Oldham", "Areas, Oldham"),
            ("“known”…", "\"known\"..."),
            ("£3.5\u{a0}million", "£3.5 million"),
            ("●▌⣿ met", "    met"),
            ("Müller 東京", "Müller 東京"),
        ] {
            assert_eq!(speakable(text), spoken);
        }
    }
}
