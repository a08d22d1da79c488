//! The syntax of a query: phrases, words to leave out, and conditions.

/// A line of help about the syntax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxHelp {
    /// Example to type.
    pub example: &'static str,
    /// Meaning, as a phrase without a full stop.
    pub meaning: &'static str,
}

/// Returns the lines that explain the syntax of a search.
#[must_use]
pub fn syntax_help() -> &'static [SyntaxHelp] {
    const fn line(example: &'static str, meaning: &'static str) -> SyntaxHelp {
        SyntaxHelp { example, meaning }
    }
    const LINES: [SyntaxHelp; 9] = [
        line(
            "mental health oldham",
            "items that have all these words, in any order",
        ),
        line(
            "\"mental health\"",
            "these words next to each other, exactly so",
        ),
        line("maths -hastings", "without the word hastings"),
        line(
            "kind:target",
            "targets only; also area, priority, action, result, reason, money, event and others",
        ),
        line(
            "area:oldham",
            "in one area; in quotation marks if the name has a space",
        ),
        line("theme:maths", "with one theme"),
        line(
            "partner:\"literacy trust\"",
            "with a partner whose name has these words",
        ),
        line(
            "year:2018",
            "with a date or period in that year, or about it",
        ),
        line(
            "£500,000",
            "the sum, however it is written: 500000, 0.5 million, 500k",
        ),
    ];
    &LINES
}

/// A condition on the items, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct QueryCondition {
    pub(super) key: ConditionKey,
    pub(super) value: String,
}

/// The property that a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ConditionKey {
    Kind,
    Area,
    Theme,
    Partner,
    Year,
}

impl ConditionKey {
    /// All properties, with their names.
    pub(super) const ALL: [(Self, &'static str); 5] = [
        (Self::Kind, "kind"),
        (Self::Area, "area"),
        (Self::Theme, "theme"),
        (Self::Partner, "partner"),
        (Self::Year, "year"),
    ];

    /// Returns the name that is typed before the colon.
    pub(super) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(key, _)| *key == self)
            .map_or("", |(_, name)| name)
    }
}

/// A part of a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum QueryPiece<'q> {
    /// Words in any order.
    Plain(&'q str),
    /// Words between quotation marks.
    Phrase(&'q str),
    /// A word or phrase that must not occur.
    Excluded(&'q str),
    /// A condition and its value.
    Condition(ConditionKey, &'q str),
}

/// Divides a query into its parts. What is not in the syntax is plain words: quotation marks that are
/// not closed, a hyphen within a word, and names before a colon that are not conditions.
pub(super) fn pieces(input: &str) -> impl Iterator<Item = QueryPiece<'_>> {
    let mut rest = input;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        if is_quote(first)
            && let Some((phrase, after)) = quoted(rest)
        {
            rest = after;
            return Some(QueryPiece::Phrase(phrase));
        }
        if matches!(first, '-' | '−')
            && let Some((text, after)) = value(&rest[first.len_utf8()..])
        {
            rest = after;
            return Some(QueryPiece::Excluded(text));
        }
        if let Some((key, after)) = condition(rest)
            && let Some((text, after)) = value(after)
        {
            rest = after;
            return Some(QueryPiece::Condition(key, text));
        }
        // A mark that has no meaning here is skipped, so that each step makes progress.
        let start = first.len_utf8();
        let end = rest[start..]
            .find(|character: char| character.is_whitespace() || is_quote(character))
            .map_or(rest.len(), |offset| start + offset);
        let (plain, after) = rest.split_at(end);
        rest = after;
        Some(QueryPiece::Plain(plain))
    })
}

/// Returns true for the quotation marks that keyboards and word processors make.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„')
}

/// Returns the text in the quotation marks at the beginning, and the rest.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let start = text.chars().next().filter(|&first| is_quote(first))?;
    let text = &text[start.len_utf8()..];
    let end = text.find(is_quote)?;
    let close = text[end..].chars().next()?;
    Some((&text[..end], &text[end + close.len_utf8()..]))
}

/// Returns a word or a quoted text at the beginning, and the rest.
fn value(text: &str) -> Option<(&str, &str)> {
    quoted(text).or_else(|| {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        word.contains(char::is_alphanumeric).then_some((word, rest))
    })
}

/// Returns the condition that a text begins with, and what follows the colon.
fn condition(text: &str) -> Option<(ConditionKey, &str)> {
    let (name, rest) = text.split_once(':')?;
    let key = ConditionKey::ALL
        .iter()
        .find(|(_, key)| key.eq_ignore_ascii_case(name))?;
    Some((key.0, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_divided_into_their_parts() {
        let all: Vec<_> = pieces(
            "post-16 −oldham -\"free meals\" \"mental health\" Kind:target area:\"West Somerset\"",
        )
        .collect();
        assert_eq!(
            all,
            [
                QueryPiece::Plain("post-16"),
                QueryPiece::Excluded("oldham"),
                QueryPiece::Excluded("free meals"),
                QueryPiece::Phrase("mental health"),
                QueryPiece::Condition(ConditionKey::Kind, "target"),
                QueryPiece::Condition(ConditionKey::Area, "West Somerset"),
            ]
        );
        let typed: Vec<_> = pieces("“maths” \"open http://x.uk kind: - a").collect();
        assert_eq!(
            typed,
            [
                QueryPiece::Phrase("maths"),
                QueryPiece::Plain("\"open"),
                QueryPiece::Plain("http://x.uk"),
                QueryPiece::Plain("kind:"),
                QueryPiece::Plain("-"),
                QueryPiece::Plain("a"),
            ]
        );
    }

    #[test]
    fn every_condition_is_explained() {
        for (_, name) in ConditionKey::ALL {
            let begins = |line: &SyntaxHelp| line.example.starts_with(&format!("{name}:"));
            assert!(syntax_help().iter().any(begins), "{name}");
        }
    }
}
