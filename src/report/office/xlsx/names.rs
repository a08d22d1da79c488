//! Names of sheets and cells.

use crate::query::describe::capitalized;

/// Longest name of a sheet in UTF-16 units.
const MAX_UNITS: usize = 31;

/// Names of the sheets of a workbook. No two are the same, in any case.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    taken: Vec<String>,
}

impl SheetNames {
    /// Returns a name for a sheet: the title as far as it is allowed and fits, with a number if it is in use.
    pub(super) fn add(&mut self, title: &str) -> String {
        let clean: String = title
            .chars()
            .map(|character| match character {
                '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
                _ if character.is_control() => ' ',
                _ => character,
            })
            .collect();
        let words: Vec<&str> = clean.split_whitespace().collect();
        let clean = words.join(" ");
        let clean = clean.trim_matches('\'');
        // Excel keeps the name `History` for itself.
        let base = match clean {
            "" => "Sheet".to_string(),
            _ if clean.eq_ignore_ascii_case("history") => "History of changes".into(),
            _ => capitalized(clean),
        };
        let mut number = 1;
        loop {
            let suffix = if number == 1 {
                String::new()
            } else {
                format!(" ({number})")
            };
            let name = format!("{}{suffix}", cut(&base, MAX_UNITS - suffix.len()));
            let key = name.to_lowercase();
            if !self.taken.contains(&key) {
                self.taken.push(key);
                return name;
            }
            number += 1;
        }
    }
}

/// Returns the beginning of a text that has at most this many UTF-16 units, cut at a blank if there is one.
fn cut(text: &str, max_units: usize) -> &str {
    let mut units = 0;
    let mut end = text.len();
    for (index, character) in text.char_indices() {
        units += character.len_utf16();
        if units > max_units {
            end = index;
            break;
        }
    }
    let start = &text[..end];
    let start = match start.rfind(' ') {
        Some(blank) if end < text.len() && blank > max_units / 2 => &start[..blank],
        _ => start,
    };
    start.trim_end_matches([' ', ',', ';', '\''])
}

/// Returns a name as formulas and links write it: `'Areas'`.
pub(super) fn quoted_name(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// Returns the letters of a column, counted from 0: A to Z, then AA.
pub(super) fn column_letters(index: usize) -> String {
    let mut letters = String::new();
    let mut rest = index + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("a remainder of 26 is less than 26");
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_allowed_and_different() {
        let mut names = SheetNames::default();
        for (title, name) in [
            ("Areas", "Areas"),
            ("AREAS", "AREAS (2)"),
            ("areas", "Areas (3)"),
            ("What's [new]: a/b?", "What's new a b"),
            ("", "Sheet"),
            ("'quoted'", "Quoted"),
            ("history", "History of changes"),
            (
                "Gaps: the numbers of the priorities without each part",
                "Gaps the numbers of the",
            ),
            (
                "Areas by themes, with the numbers of their priorities",
                "Areas by themes, with the",
            ),
            (&"x".repeat(40), &"x".repeat(31)[..]),
        ] {
            let expected = if title.starts_with('x') {
                capitalized(name)
            } else {
                name.to_string()
            };
            assert_eq!(names.add(title), expected);
        }
    }

    #[test]
    fn columns_beyond_z_have_two_letters() {
        assert_eq!(
            [0, 25, 26, 51, 701, 702].map(column_letters),
            ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
        );
    }
}
