//! The form in which names are compared.

use crate::query::search::fold;

/// Returns a name in the form of an id: lower case and without accents and apostrophes, with one
/// hyphen for everything else between letters and digits. `&` counts as the word "and".
///
/// Slashes are kept.
pub(super) fn name_key(name: &str) -> String {
    let mut key = String::new();
    for character in fold(name.trim()).chars() {
        match character {
            _ if character.is_alphanumeric() => key.push(character),
            '\'' => {}
            '&' => {
                if !key.is_empty() && !key.ends_with(['-', '/']) {
                    key.push('-');
                }
                key.push_str("and-");
            }
            '/' => {
                key.truncate(key.trim_end_matches('-').len());
                key.push('/');
            }
            _ if !key.is_empty() && !key.ends_with(['-', '/']) => key.push('-'),
            _ => {}
        }
    }
    key.truncate(key.trim_end_matches('-').len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_people_type_differently_have_the_same_key() {
        for (names, key) in [
            (
                &["Stoke-on-Trent", " STOKE  on trent.", "stoke—on–trent"][..],
                "stoke-on-trent",
            ),
            (&["St Mary’s", "st marys", "St. Mary's"], "st-marys"),
            (&["Ynys Môn", "ynys mon"], "ynys-mon"),
            (&["Oldham / 3", "oldham/3"], "oldham/3"),
            (&["東京"], "東京"),
            (
                &["Health & care", "health and care", "Health&Care"],
                "health-and-care",
            ),
            (&["", " - "], ""),
        ] {
            for name in names {
                assert_eq!(name_key(name), key, "{name}");
            }
        }
    }
}
