//! Waves in words.

use crate::dataset::{Dataset, FactData, Item};

/// Returns a wave with the month of the event that named its areas: `wave 1 (October 2016)`.
#[must_use]
pub(crate) fn wave_words(dataset: &Dataset, number: u8) -> String {
    let mut waves = dataset.document().waves.iter();
    let date = waves
        .find(|wave| wave.number == number)
        .and_then(|wave| dataset.find(wave.named_by.as_str()))
        .and_then(|event| match dataset.item(event) {
            Item::Fact(fact) => match fact.body {
                FactData::Event(event) => Some(event.date),
                _ => None,
            },
            _ => None,
        });
    match date {
        Some(date) => format!("wave {number} ({})", date.month()),
        None => format!("wave {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_have_the_month_in_which_their_areas_were_named() {
        let dataset = Dataset::bundled();
        assert_eq!(
            [1, 2, 3].map(|number| wave_words(&dataset, number)),
            ["wave 1 (October 2016)", "wave 2 (January 2017)", "wave 3"]
        );
    }
}
