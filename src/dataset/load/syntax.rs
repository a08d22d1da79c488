//! Words for text that is not JSON: common mistakes, each with what to do.

use std::ops::Range;

use super::{file_type::recognise_text, json_tree::reason};

/// The problem of a text that is not JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SyntaxProblem {
    /// The wrong part in bytes.
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Words a syntax error of JSON at a byte.
pub(super) fn syntax_problem(text: &str, byte: usize, error: &serde_json::Error) -> SyntaxProblem {
    let wording = error.to_string();
    let wording = reason(&wording);
    if let Some((message, help)) = recognise_text(text) {
        return SyntaxProblem {
            span: byte..byte,
            message,
            help,
        };
    }
    if error.is_eof() {
        let inside = wording.trim_start_matches("EOF while parsing ");
        return SyntaxProblem {
            span: byte..byte,
            message: format!("the file is incomplete: it ends inside {inside}"),
            help: "download or save the file again".into(),
        };
    }
    let byte = text.floor_char_boundary(byte);
    let (span, message, help) = mistake(text, byte, wording).unwrap_or_else(|| {
        (
            byte..byte + 1,
            format!("the file is not valid JSON: {wording}"),
            "correct the file here".into(),
        )
    });
    SyntaxProblem {
        span,
        message,
        help,
    }
}

/// The wrong part of the text in bytes, the problem and the remedy.
type Mistake = (Range<usize>, String, String);

/// Recognises a common mistake at a byte.
fn mistake(text: &str, byte: usize, wording: &str) -> Option<Mistake> {
    mistake_of_character(text, byte, wording).or_else(|| mistake_of_word(text, byte, wording))
}

/// Recognises a mistake by the character at a byte, or by the words of the error.
fn mistake_of_character(text: &str, byte: usize, wording: &str) -> Option<Mistake> {
    let rest = &text[byte..];
    let first = rest.chars().next()?;
    let here = byte..byte + first.len_utf8();
    let before = text[..byte].trim_end();
    let found = |message: &str, help: &str| Some((here.clone(), message.into(), help.into()));
    if matches!(first, ']' | '}') && before.ends_with(',') {
        let message = format!("there is a comma before the closing `{first}`");
        return Some((
            before.len() - 1..before.len(),
            message,
            "remove the comma".into(),
        ));
    }
    if wording.starts_with("control character") {
        // serde_json counts to the character, or to the one before.
        let control = rest.char_indices().take(2).find(|(_, c)| c.is_control());
        let (distance, control) = control.unwrap_or((0, first));
        let here = byte + distance..byte + distance + 1;
        let found = |message: &str, help: &str| Some((here.clone(), message.into(), help.into()));
        return match control {
            '\t' => found("there is a tab in this text", "write `\\t`, or a space"),
            other if !matches!(other, '\n' | '\r') => found(
                "there is a control character in this text",
                "remove it: it cannot be seen, and JSON does not allow it",
            ),
            _ => found(
                "this text goes on after the end of the line",
                "close it with a quotation mark, or write `\\n` for a line break",
            ),
        };
    }
    if wording.starts_with("invalid escape") {
        return found(
            "a backslash in text must be followed by a character that JSON knows",
            "write `\\\\` for a backslash",
        );
    }
    if wording.starts_with("trailing characters") {
        return found(
            "there is more text after the end of the data",
            "remove it; a dataset is one object, from `{` to `}`",
        );
    }
    match first {
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '″' => {
            let message = format!("`{first}` is not the quotation mark of JSON");
            return Some((
                here,
                message,
                "write straight quotation marks: \"…\". Word processors change them, so use a text editor".into(),
            ));
        }
        '\'' => {
            return found(
                "text is in single quotation marks",
                "write double quotation marks: \"…\"",
            );
        }
        '#' => return found("JSON has no comments", "remove the comment"),
        '/' if rest.starts_with("//") || rest.starts_with("/*") => {
            return found("JSON has no comments", "remove the comment");
        }
        _ => {}
    }
    None
}

/// Recognises a mistake by the word around a byte, or by what is before it.
fn mistake_of_word(text: &str, byte: usize, wording: &str) -> Option<Mistake> {
    let first = text[byte..].chars().next()?;
    let here = byte..byte + first.len_utf8();
    let before = text[..byte].trim_end();
    let found = |message: &str, help: &str| Some((here.clone(), message.into(), help.into()));
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let start = byte
        - text[..byte]
            .chars()
            .rev()
            .take_while(|&character| is_word(character))
            .map(char::len_utf8)
            .sum::<usize>();
    let length: usize = text[start..]
        .chars()
        .take_while(|&character| is_word(character))
        .map(char::len_utf8)
        .sum();
    let word = &text[start..start + length];
    let span = start..start + length;
    let instead = match word.to_ascii_lowercase().as_str() {
        "true" => "true",
        "false" => "false",
        "null" | "none" | "nan" | "na" | "nil" | "infinity" | "undefined" => {
            "null, or remove the field"
        }
        _ => "",
    };
    if !instead.is_empty() {
        let message = format!("`{word}` is not a value of JSON");
        return Some((span, message, format!("write {instead}")));
    }
    if wording.starts_with("key must be a string") && first.is_alphanumeric() {
        let message = "a field's name must be in quotation marks".into();
        return Some((span, message, format!("write \"{word}\"")));
    }
    let needs_comma = wording.starts_with("expected `,`");
    if needs_comma && matches!(first, '"' | '{' | '[' | '-' | '0'..='9') {
        return found(
            "there is no comma before this",
            "add a comma after the value before",
        );
    }
    if needs_comma && before.ends_with('"') {
        return found(
            "there is more after the end of this text",
            "write `\\\"` for a quotation mark inside text",
        );
    }
    let is_fraction =
        first == '.' && text[byte + 1..].starts_with(|next: char| next.is_ascii_digit());
    if wording.starts_with("invalid number") || first == '+' || is_fraction {
        return Some((
            number_before(text, byte).unwrap_or(here),
            "this is not a number of JSON".into(),
            "write digits only: no leading zeros, plus signs or commas, and digits on both sides of a point".into(),
        ));
    }
    None
}

/// Returns the number that ends before a byte, in bytes; none if there is none. `serde_json` reports
/// `5.` at the first character that is not part of it, which may be on the next line.
fn number_before(text: &str, byte: usize) -> Option<Range<usize>> {
    let before = text[..byte].trim_end();
    let is_part = |character: char| character.is_ascii_digit() || "+-.eE".contains(character);
    let start = before.trim_end_matches(is_part).len();
    (start < before.len()).then_some(start..before.len())
}
