//! Three classes of values, each with about as many areas.

use crate::tui::styles::RankLevel;

/// Values in three classes. Equal values are in the same class.
#[derive(Debug, Clone)]
pub(super) struct ValueClasses {
    /// The values in order.
    sorted: Vec<u64>,
}

const LEVELS: [RankLevel; 3] = [RankLevel::Low, RankLevel::Middle, RankLevel::High];

impl ValueClasses {
    pub(super) fn new(values: impl Iterator<Item = u64>) -> Self {
        let mut sorted: Vec<u64> = values.collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// Returns the class of a value.
    pub(super) fn level(&self, value: u64) -> RankLevel {
        let start = |third: usize| self.sorted.get(self.sorted.len() * third / 3);
        match (start(1), start(2)) {
            (_, Some(&high)) if value >= high => RankLevel::High,
            (Some(&middle), _) if value >= middle => RankLevel::Middle,
            _ => RankLevel::Low,
        }
    }

    /// Returns the classes that have values, each with its lowest and highest value.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (RankLevel, u64, u64)> {
        LEVELS.into_iter().filter_map(|level| {
            let mut values = self
                .sorted
                .iter()
                .filter(|&&value| self.level(value) == level);
            let first = *values.next()?;
            Some((level, first, values.next_back().copied().unwrap_or(first)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(values: &[u64]) -> Vec<(RankLevel, u64, u64)> {
        ValueClasses::new(values.iter().copied()).ranges().collect()
    }

    #[test]
    fn classes_are_about_as_large() {
        let ranks = [316, 277, 303, 301, 319, 282, 292, 312, 323, 294, 298, 324];
        assert_eq!(
            ranges(&ranks),
            [
                (RankLevel::Low, 277, 294),
                (RankLevel::Middle, 298, 312),
                (RankLevel::High, 316, 324)
            ]
        );
    }

    #[test]
    fn equal_values_share_a_class() {
        assert_eq!(ranges(&[7, 7, 7, 7]), [(RankLevel::High, 7, 7)]);
        assert_eq!(
            ranges(&[1, 2]),
            [(RankLevel::Middle, 1, 1), (RankLevel::High, 2, 2)]
        );
        assert_eq!(ranges(&[]), []);
    }
}
