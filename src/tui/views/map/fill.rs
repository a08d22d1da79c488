//! Fills: the characters that draw the grounds of a cell.

use super::{ground::MapGround, raster::CellGround};

/// The characters that draw land and areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum MapFill {
    /// Quarters of a cell on coloured background, which leave labels readable.
    #[default]
    Quadrants,
    /// Halves of a cell, for fonts without quarters.
    HalfBlocks,
    /// Dots, which show the coast finely but leave a hole around labels.
    Braille,
    /// A character for each ground, for terminals with few or no colours.
    Stipple,
    /// [`MapFill::Stipple`] in ASCII.
    Ascii,
}

/// A cell of the map: a character, the ground whose colour it has, and the ground behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapCell {
    pub(super) symbol: char,
    pub(super) ink: MapGround,
    pub(super) paper: MapGround,
}

/// The quadrant characters by the quadrants that are filled: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
const QUADRANTS: [char; 16] = [
    ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
];

/// The bits of the dots of a braille character, row by row, after U+2800.
const DOT_BITS: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

impl MapFill {
    /// Returns the next of the fills that a user can choose.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Quadrants => Self::HalfBlocks,
            Self::HalfBlocks => Self::Braille,
            Self::Braille => Self::Stipple,
            Self::Stipple | Self::Ascii => Self::Quadrants,
        }
    }

    /// Returns a sentence that says what the fill is.
    pub(super) fn description(self) -> &'static str {
        match self {
            Self::Quadrants => "The map is drawn in quarter blocks.",
            Self::HalfBlocks => "The map is drawn in half blocks.",
            Self::Braille => "The map is drawn in braille dots.",
            Self::Stipple | Self::Ascii => "The map is drawn in plain signs.",
        }
    }

    /// Returns true if the colour of the background shows the ground, so that labels do not hide it.
    pub(super) fn has_paper(self) -> bool {
        matches!(self, Self::Quadrants | Self::HalfBlocks)
    }

    /// Returns true if colours tell grounds apart, and not characters.
    pub(super) fn has_colors(self) -> bool {
        !matches!(self, Self::Stipple | Self::Ascii)
    }

    /// Returns the character and the grounds of a cell.
    pub(super) fn cell(self, cell: &CellGround) -> MapCell {
        match self {
            Self::Quadrants => quadrants(cell.quadrants()),
            Self::HalfBlocks => {
                let [upper, lower] =
                    [0, 2].map(|first| MapGround::commonest(&cell.quadrants()[first..first + 2]));
                quadrants([upper, upper, lower, lower])
            }
            Self::Braille => braille(cell.dots()),
            Self::Stipple => stippled(cell.main(), ['░', '·', '█']),
            Self::Ascii => stippled(cell.main(), [':', '.', '#']),
        }
    }
}

/// Returns a cell of at most two colours: the two commonest, the stronger one in the foreground. So the sea is never painted.
fn quadrants(grounds: [MapGround; 4]) -> MapCell {
    let first = MapGround::commonest(&grounds);
    let mut others = [MapGround::Sea; 4];
    let mut count = 0;
    for ground in grounds.into_iter().filter(|&ground| ground != first) {
        others[count] = ground;
        count += 1;
    }
    if count == 0 {
        return MapCell {
            symbol: ' ',
            ink: first,
            paper: first,
        };
    }
    let second = MapGround::commonest(&others[..count]);
    let (ink, paper) = (first.max(second), first.min(second));
    // What is neither takes the commoner of both.
    let is_filled = |ground| ground == ink || (ground != paper && first == ink);
    let mask = (0..4).fold(0, |mask, quadrant| {
        mask | usize::from(is_filled(grounds[quadrant])) << quadrant
    });
    MapCell {
        symbol: QUADRANTS[mask],
        ink,
        paper,
    }
}

/// Returns a cell of one colour: that of most of its land.
fn braille(dots: [MapGround; 8]) -> MapCell {
    let mut land = [MapGround::Sea; 8];
    let (mut count, mut bits) = (0, 0);
    for (ground, bit) in dots.into_iter().zip(DOT_BITS) {
        if ground != MapGround::Sea {
            land[count] = ground;
            count += 1;
            bits |= bit;
        }
    }
    let symbol = if bits == 0 {
        ' '
    } else {
        char::from_u32(0x2800 + bits).unwrap_or(' ')
    };
    MapCell {
        symbol,
        ink: MapGround::commonest(&land[..count]),
        paper: MapGround::Sea,
    }
}

/// Returns the character of a ground: England, its neighbours, and areas.
fn stippled(ground: MapGround, [england, neighbour, area]: [char; 3]) -> MapCell {
    MapCell {
        symbol: match ground {
            MapGround::Sea => ' ',
            MapGround::Neighbour => neighbour,
            MapGround::England => england,
            MapGround::Area(_) => area,
        },
        ink: ground,
        paper: MapGround::Sea,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MapGround::{Area, England, Neighbour, Sea};

    fn cell(quadrants: [MapGround; 4]) -> CellGround {
        let dots = [0, 1, 0, 1, 2, 3, 2, 3].map(|quadrant| quadrants[quadrant]);
        CellGround::new(quadrants, dots)
    }

    fn drawn(fill: MapFill, quadrants: [MapGround; 4]) -> (char, MapGround, MapGround) {
        let MapCell { symbol, ink, paper } = fill.cell(&cell(quadrants));
        (symbol, ink, paper)
    }

    #[test]
    fn the_stronger_ground_is_the_foreground() {
        let fill = MapFill::Quadrants;
        assert_eq!(drawn(fill, [Sea, Sea, England, Sea]), ('▖', England, Sea));
        assert_eq!(
            drawn(fill, [England, Area(2), Area(2), Area(2)]),
            ('▟', Area(2), England)
        );
        assert_eq!(
            drawn(fill, [Neighbour, England, Neighbour, England]),
            ('▐', England, Neighbour)
        );
        assert_eq!(drawn(fill, [England; 4]), (' ', England, England));
        assert_eq!(drawn(fill, [Sea; 4]), (' ', Sea, Sea));
    }

    #[test]
    fn a_third_ground_takes_the_commoner_of_the_others() {
        let fill = MapFill::Quadrants;
        assert_eq!(
            drawn(fill, [England, England, Area(0), Sea]),
            ('▖', Area(0), England)
        );
        assert_eq!(
            drawn(fill, [Area(0), Area(0), England, Sea]),
            ('▜', Area(0), England)
        );
    }

    #[test]
    fn half_blocks_have_no_quarters() {
        let fill = MapFill::HalfBlocks;
        assert_eq!(drawn(fill, [Sea, England, Sea, Sea]), ('▀', England, Sea));
        assert_eq!(drawn(fill, [Sea, Sea, England, Sea]), ('▄', England, Sea));
        assert_eq!(
            drawn(fill, [England, England, Area(1), England]),
            ('▄', Area(1), England)
        );
    }

    #[test]
    fn braille_and_stipple_never_colour_the_background() {
        assert_eq!(
            drawn(MapFill::Braille, [Sea, England, England, England]),
            ('⣼', England, Sea)
        );
        assert_eq!(drawn(MapFill::Braille, [Sea; 4]), (' ', Sea, Sea));
        assert_eq!(drawn(MapFill::Stipple, [Area(0); 4]), ('█', Area(0), Sea));
        assert_eq!(
            drawn(MapFill::Ascii, [England, England, Sea, Sea]),
            (':', England, Sea)
        );
    }

    #[test]
    fn a_user_reaches_every_fill() {
        let mut fill = MapFill::default();
        let mut seen = Vec::new();
        while !seen.contains(&fill) {
            seen.push(fill);
            fill = fill.next();
        }
        assert_eq!(seen.len(), 4);
        assert_eq!(fill, MapFill::Quadrants);
    }
}
