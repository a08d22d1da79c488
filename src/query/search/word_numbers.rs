//! The numbers of words, looked up for each word of a dataset while it is indexed.

use hashbrown::HashMap;

/// Most bytes of a word that is its own key. The key has a byte for the length as well.
const MAX_SHORT: usize = 15;

/// The number of each distinct word.
///
/// A short word is a key by itself. So most look-ups neither follow a pointer nor call a function to
/// compare texts: that was a fifth of the processor time of `oa search` in a large file.
#[derive(Debug, Default)]
pub(super) struct WordNumbers {
    short: HashMap<(u64, u64), u32>,
    long: HashMap<Box<str>, u32>,
}

impl WordNumbers {
    /// Returns the number of a word. A new one gets the number that `add` returns.
    pub(super) fn number(&mut self, word: &str, add: impl FnOnce() -> u32) -> u32 {
        if let Some(key) = short_key(word) {
            return *self.short.entry(key).or_insert_with(add);
        }
        if let Some(number) = self.long.get(word) {
            return *number;
        }
        let number = add();
        self.long.insert(word.into(), number);
        number
    }
}

/// Returns the bytes of a word and its length in two numbers, if it is short enough.
fn short_key(word: &str) -> Option<(u64, u64)> {
    let bytes = word.as_bytes();
    if bytes.len() > MAX_SHORT {
        return None;
    }
    // A loop over so few bytes is faster than a call that copies them.
    let pack = |bytes: &[u8]| {
        let bytes = bytes.iter().rev();
        bytes.fold(0, |packed: u64, byte| packed << 8 | u64::from(*byte))
    };
    let (first, rest) = bytes.split_at(bytes.len().min(8));
    Some((pack(first), pack(rest) | (bytes.len() as u64) << 56))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_number_of_its_own() {
        let mut numbers = WordNumbers::default();
        let words = [
            "",
            "a",
            "\0",
            "\0\0",
            "ab",
            "ba",
            "eightlet",
            "eightlett",
            "fifteen-letters",
            "sixteen--letters",
            "sixteen--letterz",
            "ééééééé",
            "éééééééé",
        ];
        for round in 0..2 {
            for (expected, word) in (0..).zip(words) {
                let add = || {
                    assert_eq!(round, 0, "{word}");
                    expected
                };
                assert_eq!(numbers.number(word, add), expected, "{word}");
            }
        }
    }
}
