//! Keys of the Windows console. It reports each press and each release of a key, with the character that the keyboard layout
//! gives to it.

use crossterm::event::{KeyCode, KeyModifiers};

use super::{
    parser::{char_event, control_event, key_event},
    terminal_event::TerminalEvent,
};

// Modifiers: `dwControlKeyState` of <https://learn.microsoft.com/windows/console/key-event-record-str>.
const ALT_PRESSED: u32 = 0x0001 | 0x0002;
const CONTROL_PRESSED: u32 = 0x0004 | 0x0008;
const SHIFT_PRESSED: u32 = 0x0010;

/// The virtual key code of the Alt key.
const ALT_KEY: u16 = 0x12;
/// Virtual key codes of the digits of the number pad.
const NUMBER_PAD: std::ops::RangeInclusive<u16> = 0x60..=0x69;

/// A press or a release of a key, as the console reports it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KeyRecord {
    /// True for a press, false for a release.
    pub(super) is_down: bool,
    /// The virtual key code.
    pub(super) key: u16,
    /// The UTF-16 unit that was typed, or 0 if there is none.
    pub(super) unit: u16,
    /// The modifiers.
    pub(super) modifiers: u32,
}

/// Converts records to events. It keeps the first half of a character that needs two records.
#[derive(Debug, Default)]
pub(super) struct ConsoleKeys {
    high_surrogate: Option<u16>,
}

impl ConsoleKeys {
    /// Returns the event of a record, if it leads to one.
    pub(super) fn translate(&mut self, record: KeyRecord) -> Option<TerminalEvent> {
        let has = |mask| record.modifiers & mask != 0;
        // Alt with digits of the number pad types a character (an Alt code) when Alt is released. The console reports text
        // that is pasted in the same way if the keyboard has no key for it.
        let is_alt_code = !record.is_down && record.key == ALT_KEY && record.unit != 0;
        if !(record.is_down || is_alt_code) {
            return None;
        }
        let (alt, control) = (has(ALT_PRESSED), has(CONTROL_PRESSED));
        if alt && !control && !is_alt_code && NUMBER_PAD.contains(&record.key) {
            return None;
        }
        if !is_alt_code && let Some(code) = named_key(record.key, has(SHIFT_PRESSED)) {
            let set = |is_set, modifier| if is_set { modifier } else { KeyModifiers::NONE };
            return Some(key_event(
                code,
                set(alt, KeyModifiers::ALT)
                    | set(control, KeyModifiers::CONTROL)
                    | set(has(SHIFT_PRESSED), KeyModifiers::SHIFT),
            ));
        }
        let character = self.character(record.unit)?;
        match character {
            // Space, letters and digits with Ctrl, on layouts that type nothing with them.
            '\0' => control_character(record.key)
                .filter(|_| control && !alt)
                .map(|character| key_event(KeyCode::Char(character), KeyModifiers::CONTROL)),
            // The console reports AltGr as Ctrl and Alt.
            _ if is_alt_code || (control && alt) => {
                Some(char_event(character, false)).filter(|_| !character.is_control())
            }
            ' ' if control => Some(control_event(0, false)),
            '\0'..='\u{1f}' | '\u{7f}' => Some(control_event(u8::try_from(character).ok()?, alt)),
            _ => Some(char_event(character, alt)),
        }
    }

    /// Returns the character that is complete with this unit.
    fn character(&mut self, unit: u16) -> Option<char> {
        let high = self.high_surrogate.take();
        if matches!(unit, 0xd800..=0xdbff) {
            self.high_surrogate = Some(unit);
            return None;
        }
        // A half on its own is dropped.
        char::decode_utf16(high.into_iter().chain([unit]))
            .last()?
            .ok()
    }
}

/// Returns the key that has a name, by its virtual key code.
fn named_key(key: u16, shift: bool) -> Option<KeyCode> {
    Some(match key {
        0x08 => KeyCode::Backspace,
        0x09 if shift => KeyCode::BackTab,
        0x09 => KeyCode::Tab,
        0x0d => KeyCode::Enter,
        0x1b => KeyCode::Esc,
        0x21 => KeyCode::PageUp,
        0x22 => KeyCode::PageDown,
        0x23 => KeyCode::End,
        0x24 => KeyCode::Home,
        0x25 => KeyCode::Left,
        0x26 => KeyCode::Up,
        0x27 => KeyCode::Right,
        0x28 => KeyCode::Down,
        0x2d => KeyCode::Insert,
        0x2e => KeyCode::Delete,
        0x70..=0x87 => KeyCode::F(u8::try_from(key - 0x6f).ok()?),
        _ => return None,
    })
}

/// Returns the character of a key whose virtual key code is that of a space, a digit or a letter.
fn control_character(key: u16) -> Option<char> {
    let character = char::from(u8::try_from(key).ok()?);
    matches!(character, ' ' | '0'..='9' | 'A'..='Z').then(|| character.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use crossterm::event::Event;

    use super::*;
    use crate::{command::Key, tui::event::keys};

    const LEFT_CONTROL: u32 = 0x0008;
    const LEFT_ALT: u32 = 0x0002;
    const RIGHT_ALT: u32 = 0x0001;

    /// Returns the records of a key that is pressed and released.
    fn stroke(key: u16, unit: u16, modifiers: u32) -> [KeyRecord; 2] {
        [true, false].map(|is_down| KeyRecord {
            is_down,
            key,
            unit,
            modifiers,
        })
    }

    /// Returns the keys that records lead to.
    fn pressed(records: impl IntoIterator<Item = KeyRecord>) -> Vec<Key> {
        let mut console = ConsoleKeys::default();
        records
            .into_iter()
            .filter_map(|record| match console.translate(record)? {
                TerminalEvent::Input(Event::Key(key)) => keys::from_event(&key),
                _ => None,
            })
            .collect()
    }

    fn chars(text: &str) -> Vec<Key> {
        text.chars().map(Key::Char).collect()
    }

    #[test]
    fn each_character_counts_once_although_its_key_is_also_released() {
        let text = "speech and language in oldham";
        let records = text.encode_utf16().flat_map(|unit| {
            let key = u16::from(u8::try_from(unit).expect("ASCII").to_ascii_uppercase());
            stroke(key, unit, 0)
        });
        assert_eq!(pressed(records), chars(text));
    }

    #[test]
    fn shift_may_be_released_before_the_letter() {
        let records = [
            KeyRecord {
                is_down: true,
                key: 0x10,
                unit: 0,
                modifiers: SHIFT_PRESSED,
            },
            KeyRecord {
                is_down: true,
                key: 0x47,
                unit: 0x47,
                modifiers: SHIFT_PRESSED,
            },
            KeyRecord {
                is_down: false,
                key: 0x10,
                unit: 0,
                modifiers: 0,
            },
            KeyRecord {
                is_down: false,
                key: 0x47,
                unit: 0x67,
                modifiers: 0,
            },
        ];
        assert_eq!(pressed(records), chars("G"));
    }

    #[test]
    fn alt_codes_type_a_character_when_alt_is_released() {
        // Alt with 0233 on the number pad.
        let mut records = vec![KeyRecord {
            is_down: true,
            key: ALT_KEY,
            unit: 0,
            modifiers: LEFT_ALT,
        }];
        for digit in [0, 2, 3, 3] {
            records.extend(stroke(0x60 + digit, 0, LEFT_ALT));
        }
        records.push(KeyRecord {
            is_down: false,
            key: ALT_KEY,
            unit: 0xe9,
            modifiers: 0,
        });
        assert_eq!(pressed(records), chars("é"));
        assert_eq!(pressed(stroke(ALT_KEY, 0, LEFT_ALT)), [], "Alt alone");
    }

    #[test]
    fn altgr_types_characters() {
        for (key, character) in [
            (0x38, '['),
            (0x39, ']'),
            (0x51, '@'),
            (0x45, '€'),
            (0xe2, '|'),
        ] {
            let unit = u16::try_from(u32::from(character)).expect("one unit");
            for alt in [RIGHT_ALT, LEFT_ALT] {
                assert_eq!(
                    pressed(stroke(key, unit, alt | LEFT_CONTROL)),
                    [Key::Char(character)],
                    "{character}"
                );
            }
        }
    }

    #[test]
    fn control_with_a_letter_is_a_key_and_alt_with_a_letter_is_not() {
        assert_eq!(pressed(stroke(0x43, 3, LEFT_CONTROL)), [Key::Ctrl('c')]);
        assert_eq!(pressed(stroke(0x4c, 12, LEFT_CONTROL)), [Key::Ctrl('l')]);
        assert_eq!(pressed(stroke(0x50, 0, LEFT_CONTROL)), [Key::Ctrl('p')]);
        assert_eq!(pressed(stroke(0x11, 0, LEFT_CONTROL)), [], "Ctrl alone");
        assert_eq!(pressed(stroke(0x51, 0x71, LEFT_ALT)), []);
        assert_eq!(pressed(stroke(0x50, 0, LEFT_ALT | LEFT_CONTROL)), []);
    }

    #[test]
    fn named_keys_are_recognised_with_and_without_shift() {
        for (code, unit, key) in [
            (0x0d, 13, Key::Enter),
            (0x1b, 27, Key::Escape),
            (0x08, 8, Key::Backspace),
            (0x26, 0, Key::Up),
            (0x22, 0, Key::PageDown),
            (0x2e, 0, Key::Delete),
            (0x09, 9, Key::Tab),
        ] {
            assert_eq!(pressed(stroke(code, unit, 0)), [key]);
        }
        assert_eq!(pressed(stroke(0x09, 9, SHIFT_PRESSED)), [Key::ShiftTab]);
    }

    #[test]
    fn pasted_text_may_have_no_key_codes() {
        let records = "a\rb😀"
            .encode_utf16()
            .flat_map(|unit| stroke(0, unit, 0).into_iter().take(1));
        assert_eq!(
            pressed(records),
            [Key::Char('a'), Key::Enter, Key::Char('b'), Key::Char('😀')]
        );
        assert_eq!(pressed(stroke(0, 0xdc00, 0)), [], "half a character");
    }
}
