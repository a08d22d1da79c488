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

/// A ground in two bytes: a large map has many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct PackedGround(u16);

impl PackedGround {
    /// First number of an area; the numbers before it are those of the other grounds.
    const FIRST_AREA: u16 = 3;
}

impl From<MapGround> for PackedGround {
    fn from(ground: MapGround) -> Self {
        Self(match ground {
            MapGround::Sea => 0,
            MapGround::Neighbour => 1,
            MapGround::England => 2,
            MapGround::Area(index) => index.saturating_add(Self::FIRST_AREA),
        })
    }
}

impl From<PackedGround> for MapGround {
    fn from(PackedGround(number): PackedGround) -> Self {
        match number {
            0 => Self::Sea,
            1 => Self::Neighbour,
            2 => Self::England,
            area => Self::Area(area - PackedGround::FIRST_AREA),
        }
    }
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
    fn packed_grounds_are_the_same_grounds() {
        for ground in [Sea, Neighbour, England, Area(0), Area(12), Area(65_532)] {
            assert_eq!(MapGround::from(PackedGround::from(ground)), ground);
        }
    }

    #[test]
    fn stronger_ground_wins_a_tie() {
        assert_eq!(MapGround::commonest(&[Sea, England, Sea, England]), England);
        assert_eq!(MapGround::commonest(&[Area(3), England]), Area(3));
        assert_eq!(MapGround::commonest(&[Sea, Sea, Neighbour]), Sea);
        assert_eq!(MapGround::commonest(&[]), Sea);
    }
}
