//! The weights of a query's terms: rare words say more than common ones.

use super::{
    index::Index,
    word_table::{WordTable, level},
};

/// Weight of the name of a place that is missing, at least: people who name a place want to know
/// about that place.
const PLACE_NEED: u32 = 24;

/// The weights of the terms.
#[derive(Debug)]
pub(super) struct TermWeights {
    rarity: Vec<u32>,
    need: Vec<u32>,
}

impl TermWeights {
    /// Weighs the terms by how often their words occur.
    pub(super) fn new(index: &Index, table: &WordTable) -> Self {
        let places: Vec<u32> = index
            .places
            .clone()
            .flat_map(|text| index.shared.words.list(text as usize))
            .filter_map(|code| code.as_word())
            .collect();
        let (mut rarities, mut needs) = (Vec::new(), Vec::new());
        for term in 0..table.terms {
            let (mut count, mut is_place, mut best) = (0, false, 0);
            for (word, level) in table.words_of_term(term) {
                best = best.max(level);
                count += u64::from(index.counts[word as usize] + index.kind_counts[word as usize]);
                is_place |= level >= level::STEM && places.contains(&word);
            }
            let rarity = rarity(index.entries.len() as u64, count);
            rarities.push(rarity);
            let is_guess = best == level::SIMILAR;
            needs.push(match (table.is_ignored[term], is_place) {
                (true, _) => 0,
                (false, true) => rarity.max(PLACE_NEED),
                // A word that may not be meant is no reason to leave out what has the others.
                (false, false) if is_guess => rarity / 2,
                (false, false) => rarity,
            });
        }
        Self {
            rarity: rarities,
            need: needs,
        }
    }

    /// Returns the rarity of a term, from 2 to 24.
    pub(super) fn rarity(&self, term: usize) -> u32 {
        self.rarity[term]
    }

    /// Returns the weight of a term that is missing.
    pub(super) fn need(&self, term: usize) -> u32 {
        self.need[term]
    }

    /// Returns the weight of all terms.
    pub(super) fn total_need(&self) -> u32 {
        self.need.iter().sum()
    }
}

/// Returns the rarity of a word that occurs this often in a number of entries, from 2 to 24. It
/// grows by 2 each time the word is half as frequent.
fn rarity(entries: u64, count: u64) -> u32 {
    let ratio = (entries + 1) * 16 / (count + 1);
    (ratio * ratio)
        .max(1)
        .ilog2()
        .saturating_sub(6)
        .clamp(2, 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarity_grows_as_words_become_rarer() {
        let rarities: Vec<u32> = [5000, 1000, 500, 100, 10, 1]
            .map(|count| rarity(1300, count))
            .into();
        assert_eq!(rarities, [2, 2, 4, 9, 15, 20]);
        assert_eq!(rarity(0, 0), 2);
        assert_eq!(rarity(10_000_000, 0), 24);
    }
}
