//! The grounds of the map: sea, land and areas.

/// The ground of a part of a cell, the weakest first: a stronger one wins a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum MapGround {
    /// The sea, and land outside Great Britain.
    #[default]
    Sea,
    /// Wales and Scotland.
    Neighbour,
    /// England.
    England,
    /// The shape of an area, by its index among the areas of the map.
    Area(u16),
}

impl MapGround {
    /// Returns the commonest of some grounds; the strongest of those that are equally common.
    pub(super) fn commonest(grounds: &[Self]) -> Self {
        let count = |ground: Self| grounds.iter().filter(|&&other| other == ground).count();
        let best = grounds
            .iter()
            .copied()
            .max_by_key(|&ground| (count(ground), ground));
        best.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::MapGround::{Area, England, Neighbour, Sea};
    use super::*;

    #[test]
    fn stronger_ground_wins_a_tie() {
        assert_eq!(MapGround::commonest(&[Sea, England, Sea, England]), England);
        assert_eq!(MapGround::commonest(&[Area(3), England]), Area(3));
        assert_eq!(MapGround::commonest(&[Sea, Sea, Neighbour]), Sea);
        assert_eq!(MapGround::commonest(&[]), Sea);
    }
}
