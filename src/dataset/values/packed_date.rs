//! Dates in four bytes: a dataset has one with each of its millions of citations.

use std::num::NonZeroU8;

use super::date::PartialDate;

/// A [`PartialDate`] in four bytes. An option of it needs no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) struct PackedDate {
    year: u16,
    /// The month, or 0 if only the year is known.
    month: u8,
    /// The day plus 1, or 1 if it is not known.
    day_plus_one: NonZeroU8,
}

impl PackedDate {
    /// Packs a date.
    pub(in crate::dataset) const fn new(date: PartialDate) -> Self {
        let (year, month, day) = date.parts();
        Self {
            year,
            month,
            day_plus_one: NonZeroU8::MIN.saturating_add(day),
        }
    }

    /// Returns the date.
    pub(in crate::dataset) fn unpack(self) -> PartialDate {
        let known = |number: u8| Some(number).filter(|&number| number > 0);
        let day = self.day_plus_one.get() - 1;
        PartialDate::from_parts(self.year, known(self.month), known(day))
            .expect("it is the date that was packed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_unpacked_as_they_were_packed() {
        for iso in [
            "0000",
            "2018",
            "9999-01",
            "2018-12",
            "2020-02-29",
            "1999-12-31",
        ] {
            let date: PartialDate = iso.parse().expect("a date");
            assert_eq!(PackedDate::new(date).unpack(), date);
        }
        assert_eq!(size_of::<Option<PackedDate>>(), 4);
    }
}
