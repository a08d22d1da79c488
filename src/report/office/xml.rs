//! Text as XML allows it.

use std::borrow::Cow;

use crate::text::is_noncharacter;

/// First line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Namespace of the elements of a document.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Namespace of relationships between parts.
pub(super) const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Returns true for characters that a text in a file may not have. Line ends and tabs stay.
///
/// XML has no place for them, not even escaped: <https://www.w3.org/TR/xml/#charsets>.
fn is_forbidden(character: char) -> bool {
    let is_space = matches!(character, '\t' | '\n');
    character.is_control() && !is_space || is_noncharacter(character)
}

/// Returns a text without the characters that XML forbids, with escapes for those that it reserves. It may stand in an
/// attribute.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let is_reserved = |character| matches!(character, '&' | '<' | '>' | '"');
    if !text.contains(|character| is_reserved(character) || is_forbidden(character)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ if is_forbidden(character) => {}
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_xml_forbids_is_written() {
        let all: String = ('\0'..=char::MAX).collect();
        let escaped = escape(&all);
        assert!(!escaped.contains(is_forbidden));
        assert!(!escaped.contains(['\0', '\u{1b}', '\u{85}', '\u{fffe}', '"', '<']));
        assert!(escaped.contains('é') && escaped.contains('\u{10fffd}') && escaped.contains('\t'));
        let text = format!("<a b=\"{escaped}\">{escaped}</a>");
        assert!(roxmltree::Document::parse(&text).is_ok());
        assert!(matches!(escape("£1.3 million"), Cow::Borrowed(_)));
    }
}
