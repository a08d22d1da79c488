//! The names of the months.

/// The names of the months, from January.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the first three letters of a month from 1 to 12.
#[must_use]
pub fn short_month(month: u8) -> &'static str {
    &MONTHS[usize::from(month) - 1][..3]
}

/// Returns the month, from 1, whose name starts with a word of at least three letters, in any case: `Oct`, `sept`.
#[must_use]
pub fn month_of(word: &str) -> Option<u8> {
    // Some people write four letters of this one.
    let word = if word.eq_ignore_ascii_case("sept") {
        "sep"
    } else {
        word
    };
    let starts = |name: &str| {
        word.len() >= 3
            && name
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let index = MONTHS.iter().position(|name| starts(name))?;
    u8::try_from(index + 1).ok()
}
