//! The words and numbers of a text, in the form in which they are compared.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold::fold_into;

/// Words after a number that multiply it, and the number of zeros they add. Those in the second
/// list must follow it without a blank.
const MAGNITUDES: [(&str, usize); 3] = [("thousand", 3), ("million", 6), ("billion", 9)];
const ATTACHED_MAGNITUDES: [(&str, usize); 5] =
    [("k", 3), ("m", 6), ("mn", 6), ("bn", 9), ("b", 9)];

/// Returns true for a number in the form of [`each_token`].
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Returns true for a number, and for a word that one digit makes a different one: `ks2`.
pub(super) fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Returns true for a letter, a digit or a mark on the letter before it.
fn is_within(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        _ => character.is_alphanumeric() || is_combining_mark(character),
    }
}

/// Calls `visit` with each word and number of a text: its bytes in the text, and the form in which
/// it is compared.
///
/// Words are in lower case and without accents. Numbers have no separators, no superfluous zeros
/// and no words: `£500,000`, `0.5 million` and `500k` are `500000`.
///
/// The tokens share one buffer, since a dataset may have a million texts.
pub(super) fn each_token(
    text: &str,
    buffer: &mut String,
    mut visit: impl FnMut(Range<usize>, &str),
) {
    let mut rest = 0;
    while let Some(start) = word_start(text, rest) {
        let end = number(text, start, buffer).unwrap_or_else(|| {
            let end = word_end(text, start);
            fold_into(&text[start..end], buffer);
            end
        });
        if !buffer.is_empty() {
            visit(start..end, buffer);
        }
        rest = end;
    }
}

/// Returns the words and numbers of a text in the form in which they are compared.
pub(in crate::query) fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    each_token(text, &mut String::new(), |_, token| {
        tokens.push(token.to_string());
    });
    tokens
}

/// Returns the character at a position, and the position after it. Bytes of ASCII, which most are, are not decoded.
fn character_at(text: &str, position: usize) -> Option<(char, usize)> {
    let byte = *text.as_bytes().get(position)?;
    if byte.is_ascii() {
        return Some((char::from(byte), position + 1));
    }
    let character = text[position..].chars().next()?;
    Some((character, position + character.len_utf8()))
}

/// Returns the start of the first word at a position or after it.
fn word_start(text: &str, mut position: usize) -> Option<usize> {
    loop {
        let (character, next) = character_at(text, position)?;
        if is_within(character) {
            return Some(position);
        }
        position = next;
    }
}

/// Returns the end of the word that begins at `start`. An apostrophe within it belongs to it.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some((character, next)) = character_at(text, end) {
        let is_apostrophe = || {
            matches!(character, '\'' | '’')
                && character_at(text, next).is_some_and(|(after, _)| is_within(after))
        };
        if !is_within(character) && !is_apostrophe() {
            break;
        }
        end = next;
    }
    end
}

/// Writes the number that begins at `start` to the buffer and returns its end, or returns none if
/// there is no number, or one with letters such as `34th`.
fn number(text: &str, start: usize, buffer: &mut String) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let mut end = digits(start);
    if end == start {
        return None;
    }
    buffer.clear();
    buffer.push_str(&text[start..end]);
    // Groups of three digits: 1,250,000.
    if end - start <= 3 {
        while bytes.get(end) == Some(&b',') && digits(end + 1) == end + 4 {
            buffer.push_str(&text[end + 1..end + 4]);
            end += 4;
        }
    }
    let whole = buffer.len();
    // Neither 9.10.2017 nor its end 10.2017 is a number with a fraction.
    let fraction_end = digits(end + 1);
    let follows_point = start > 1 && bytes[start - 1] == b'.' && bytes[start - 2].is_ascii_digit();
    let is_fraction = bytes.get(end) == Some(&b'.')
        && fraction_end > end + 1
        && !follows_point
        && !(bytes.get(fraction_end) == Some(&b'.') && digits(fraction_end + 1) > fraction_end + 1);
    if is_fraction {
        buffer.push_str(&text[end + 1..fraction_end]);
        end = fraction_end;
    }
    let (mut zeros, letters) = (0, word_end(text, end));
    if letters > end {
        let attached = &text[end..letters];
        let mut magnitudes = ATTACHED_MAGNITUDES.iter().chain(&MAGNITUDES);
        zeros = magnitudes
            .find(|(name, _)| name.eq_ignore_ascii_case(attached))?
            .1;
        end = letters;
    } else if matches!(bytes.get(end), Some(b' ' | b'-'))
        && let word = &text[end + 1..word_end(text, end + 1)]
        && let Some((_, more)) = MAGNITUDES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(word))
    {
        (zeros, end) = (*more, end + 1 + word.len());
    }
    write_number(buffer, whole, zeros);
    Some(end)
}

/// Moves the decimal point of the digits in the buffer, which is after the first `whole` of them,
/// and removes superfluous zeros.
fn write_number(buffer: &mut String, whole: usize, zeros: usize) {
    let point = whole + zeros;
    while buffer.len() < point {
        buffer.push('0');
    }
    while buffer.len() > point && buffer.ends_with('0') {
        buffer.pop();
    }
    if buffer.len() > point {
        buffer.insert(point, '.');
    }
    let first = buffer.find(|digit| digit != '0').unwrap_or(buffer.len());
    let keep_one = if buffer[first..].starts_with('.') || first == buffer.len() {
        first.saturating_sub(1)
    } else {
        first
    };
    buffer.drain(..keep_one);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_accents_capitals_and_quotes() {
        assert_eq!(
            tokens("Café—“Children’s” 16-18, e\u{301}cole 'cornerstone employers' ２０２２"),
            [
                "cafe",
                "children's",
                "16",
                "18",
                "ecole",
                "cornerstone",
                "employers",
                "2022"
            ]
        );
        assert!(tokens(" \u{301} ' - ").is_empty());
    }

    #[test]
    fn numbers_are_equal_however_they_are_written() {
        for (texts, number) in [
            (
                &[
                    "£500,000",
                    "500000",
                    "0.5 million",
                    "500k",
                    "£0.50m",
                    "500 thousand",
                ][..],
                "500000",
            ),
            (&["68.1%", "68.10 per cent"], "68.1"),
            (
                &["£1.25 million", "1,250,000", "1.25m", "£1.25bn"][..3],
                "1250000",
            ),
            (&["2017", "02017"], "2017"),
            (&["0", "00", "0.0"], "0"),
            (&["0.5", "0.50"], "0.5"),
            (&["1.5 billion"], "1500000000"),
            (&["£1-million"], "1000000"),
        ] {
            for text in texts {
                assert_eq!(tokens(text)[0], number, "{text}");
            }
        }
    }

    #[test]
    fn numbers_that_only_look_alike_stay_apart() {
        assert_eq!(tokens("2017-20"), ["2017", "20"]);
        assert_eq!(
            tokens("in 2016,400 of 1,2345"),
            ["in", "2016", "400", "of", "1", "2345"]
        );
        assert_eq!(tokens("9.10.2017"), ["9", "10", "2017"]);
        assert_eq!(tokens("page 3. Next"), ["page", "3", "next"]);
        assert_eq!(
            tokens("34th 1990s KS2 5mm"),
            ["34th", "1990s", "ks2", "5mm"]
        );
        assert_eq!(
            tokens("978-1-78105-808-4"),
            ["978", "1", "78105", "808", "4"]
        );
    }
}
