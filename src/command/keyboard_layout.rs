//! Keyboard layouts: the key of a US keyboard in the position of a character.
//!
//! Terminals send characters, not positions, so a layout is recognised by its letters. Layouts that share letters but not
//! their positions, such as the Serbian and the Russian one, cannot be told apart: the more common one counts.

/// The rows of letters on a US keyboard, without and with Shift. The rows below have the same positions.
const US: [&str; 6] = [
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "QWERTYUIOP{}",
    "ASDFGHJKL:\"",
    "ZXCVBNM<>?",
];

/// The same rows of other layouts; a blank where the key has no letter, or one that another layout has elsewhere.
const LAYOUTS: [[&str; 6]; 5] = [
    // Russian; also Bulgarian and Belarusian keyboards with the Russian arrangement.
    [
        "йцукенгшщзхъ",
        "фывапролджэ",
        "ячсмитьбю",
        "ЙЦУКЕНГШЩЗХЪ",
        "ФЫВАПРОЛДЖЭ",
        "ЯЧСМИТЬБЮ",
    ],
    // Letters that only Ukrainian and Belarusian have.
    [
        "        ў  ї",
        " і        є",
        "",
        "        Ў  Ї",
        " І        Є",
        "",
    ],
    // Greek; the key of `q` has a semicolon.
    [
        " ςερτυθιοπ",
        "ασδφγηξκλ",
        "ζχψωβνμ",
        "  ΕΡΤΥΘΙΟΠ",
        "ΑΣΔΦΓΗΞΚΛ",
        "ΖΧΨΩΒΝΜ",
    ],
    // Hebrew has no capitals: with Shift it types Latin letters.
    ["  קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ", "", "", ""],
    // Arabic; `b` has two letters. With Shift the keys have marks, signs and some letters.
    [
        "ضصثقفغعهخحجد",
        "شسيبلاتنمكط",
        "ئءؤر ىةوزظ",
        "     إ",
        "     أـ",
        "     آ   ؟",
    ],
];

/// The row of digits on French and Belgian keyboards, which need Shift for them.
const AZERTY_DIGITS: &str = "&é\"'(-è_ç";

/// Returns the character of a US keyboard on the key that this character has on another one.
pub(super) fn same_position(character: char) -> Option<char> {
    let in_row = |row: &str| row.chars().position(|other| other == character);
    if let Some(index) = in_row(AZERTY_DIGITS) {
        return "123456789".chars().nth(index);
    }
    if character.is_ascii() {
        return None;
    }
    LAYOUTS
        .iter()
        .flat_map(|layout| US.iter().zip(layout))
        .find_map(|(us, row)| us.chars().nth(in_row(row)?))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::command::{Command, Key, Mode, View};

    #[test]
    fn rows_have_the_length_of_a_keyboard_and_no_character_has_two_positions() {
        let mut seen: HashMap<char, char> = HashMap::new();
        for layout in LAYOUTS {
            for (us, row) in US.iter().zip(layout) {
                assert!(row.chars().count() <= us.chars().count(), "{row}");
                for (us, character) in us.chars().zip(row.chars()) {
                    assert!(
                        !character.is_ascii() || character == ' ',
                        "{character} in {row}"
                    );
                    if character != ' ' {
                        assert_eq!(seen.insert(character, us), None, "{character}");
                    }
                }
            }
        }
    }

    #[test]
    fn letters_of_other_layouts_are_the_keys_in_their_positions() {
        for (typed, us) in [
            ("йцукен фывапролдж ячсмить", "qwerty asdfghjkl; zxcvbnm"),
            ("ЙЖХЪ", "Q:{}"),
            ("ії", "s]"),
            ("ςερτυ ασδφγηξκλ ζχψωβνμ", "werty asdfghjkl zxcvbnm"),
            ("קראטוןםפ שדגכעיחל זסבהנמצ", "ertyuiop asdfghjk zxcvbnm"),
            (
                "ضصثقفغعهخح شسيبلاتنم ئءؤر ىة",
                "qwertyuiop asdfghjkl zxcv nm",
            ),
            ("؟", "?"),
            ("&é\"'(-è_ç", "123456789"),
        ] {
            let found: String = typed
                .chars()
                .map(|character| same_position(character).unwrap_or(character))
                .collect();
            assert_eq!(found, us);
        }
        assert_eq!(same_position('q'), None);
        assert_eq!(same_position('語'), None);
    }

    #[test]
    fn commands_work_on_other_layouts_where_the_character_has_no_other_meaning() {
        let command = |view, character| Command::from_key(Mode::View(view), Key::Char(character));
        assert_eq!(command(View::Areas, 'й'), Some(Command::Quit));
        assert_eq!(command(View::Areas, 'Ж'), Some(Command::Palette));
        assert_eq!(command(View::Areas, 'ο'), None, "`o` is no key");
        assert_eq!(command(View::Areas, 'ξ'), Some(Command::Down));
        assert_eq!(command(View::Areas, 'é'), Some(Command::View(View::Matrix)));
        assert_eq!(command(View::Areas, '\''), Some(Command::Marks));
        assert_eq!(
            command(View::Areas, '-'),
            Some(Command::View(View::Targets))
        );
        assert_eq!(command(View::Compare, '-'), Some(Command::RemoveArea));
        assert_eq!(
            Command::from_key(Mode::View(View::Areas), Key::Ctrl('с')),
            Some(Command::Quit)
        );
    }

    #[test]
    fn text_inputs_take_letters_as_they_are() {
        for mode in Mode::ALL.into_iter().filter(|mode| mode.has_text_input()) {
            for character in "йσשضé&".chars() {
                assert_eq!(
                    Command::from_key(mode, Key::Char(character)),
                    Some(Command::Type(character)),
                    "{mode:?}"
                );
            }
        }
    }
}
