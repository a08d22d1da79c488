//! Colours and attributes (SGR), and the fewest bytes that change them.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::csi::push_decimal;

/// The colours and attributes that a terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SgrState {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Attributes that can be seen on a blank.
const VISIBLE_ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Attributes with the parameters that set and reset them. NOTE: bold and dim share a reset.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl SgrState {
    /// Default colours without attributes.
    pub(super) const DEFAULT: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// Returns the colours and attributes of a cell; of a blank, only those that can be seen.
    pub(super) fn of(cell: &Cell, is_blank: bool) -> Self {
        let sgr = Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        if is_blank && sgr.blank_invisible() {
            Self {
                bg: sgr.bg,
                ..Self::DEFAULT
            }
        } else {
            sgr
        }
    }

    /// Returns true if a blank shows nothing but its background.
    fn blank_invisible(self) -> bool {
        !self.modifier.intersects(VISIBLE_ON_BLANKS)
    }

    /// Returns true if a blank that should be written as `wanted` looks the same written as this.
    pub(super) fn can_render_blank(self, wanted: Self) -> bool {
        self.bg == wanted.bg && wanted.blank_invisible() && self.blank_invisible()
    }

    /// Returns true if cells that are erased look like cells that were never written to: terminals
    /// erase with the current background colour.
    pub(super) fn erases_to_blank(self) -> bool {
        self.bg == Color::Reset && self.blank_invisible()
    }

    /// Writes the change to other colours and attributes: either the differences, or a reset and
    /// everything, whichever is shorter.
    pub(super) fn write_change(self, wanted: Self, bytes: &mut Vec<u8>) {
        if self == wanted {
            return;
        }
        if wanted == Self::DEFAULT {
            // Without parameters the sequence resets.
            bytes.extend_from_slice(b"\x1b[m");
            return;
        }
        if self.has_part_of(wanted) {
            self.push_changes(wanted, &mut Parameters::start(bytes));
            bytes.push(b'm');
            return;
        }
        // Both ways are written, and the longer one is taken back.
        let start = bytes.len();
        self.push_changes(wanted, &mut Parameters::start(bytes));
        let changes = bytes.len();
        let mut reset = Parameters::start(bytes);
        reset.push(0);
        Self::DEFAULT.push_changes(wanted, &mut reset);
        if bytes.len() - changes < changes - start {
            bytes.drain(start..changes);
        } else {
            bytes.truncate(changes);
        }
        bytes.push(b'm');
    }

    /// Returns true if nothing is to be reset, so that the change is never longer than a reset and everything.
    fn has_part_of(self, wanted: Self) -> bool {
        let keeps = |from: Color, to: Color| from == to || to != Color::Reset;
        wanted.modifier.contains(self.modifier)
            && keeps(self.fg, wanted.fg)
            && keeps(self.bg, wanted.bg)
    }

    fn push_changes(self, wanted: Self, parameters: &mut Parameters) {
        if self.modifier != wanted.modifier {
            self.push_attributes(wanted, parameters);
        }
        if self.fg != wanted.fg {
            parameters.push_color(wanted.fg, 30);
        }
        if self.bg != wanted.bg {
            parameters.push_color(wanted.bg, 40);
        }
    }

    fn push_attributes(self, wanted: Self, parameters: &mut Parameters) {
        let mut current = self.modifier;
        for (attribute, _, off) in ATTRIBUTES {
            if current.contains(attribute) && !wanted.modifier.contains(attribute) {
                parameters.push(off);
                // The other attribute with the same reset must be set again.
                let together = ATTRIBUTES.iter().filter(|(_, _, other)| *other == off);
                current = together.fold(current, |current, (attribute, ..)| {
                    current.difference(*attribute)
                });
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if wanted.modifier.contains(attribute) && !current.contains(attribute) {
                parameters.push(on);
            }
        }
    }
}

/// Parameters of a control sequence, separated by semicolons.
struct Parameters<'b> {
    bytes: &'b mut Vec<u8>,
}

impl<'b> Parameters<'b> {
    /// Starts a control sequence.
    fn start(bytes: &'b mut Vec<u8>) -> Self {
        bytes.extend_from_slice(b"\x1b[");
        Self { bytes }
    }

    fn push(&mut self, number: u8) {
        if !matches!(self.bytes.last(), Some(b'[' | b';')) {
            self.bytes.push(b';');
        }
        push_decimal(usize::from(number), self.bytes);
    }

    /// Adds a colour. `first` is the parameter of black: 30 in the foreground, 40 behind it.
    fn push_color(&mut self, color: Color, first: u8) {
        let bright = first + 60;
        match color {
            Color::Reset => self.push(first + 9),
            Color::Black => self.push(first),
            Color::Red => self.push(first + 1),
            Color::Green => self.push(first + 2),
            Color::Yellow => self.push(first + 3),
            Color::Blue => self.push(first + 4),
            Color::Magenta => self.push(first + 5),
            Color::Cyan => self.push(first + 6),
            Color::Gray => self.push(first + 7),
            Color::DarkGray => self.push(bright),
            Color::LightRed => self.push(bright + 1),
            Color::LightGreen => self.push(bright + 2),
            Color::LightYellow => self.push(bright + 3),
            Color::LightBlue => self.push(bright + 4),
            Color::LightMagenta => self.push(bright + 5),
            Color::LightCyan => self.push(bright + 6),
            Color::White => self.push(bright + 7),
            Color::Indexed(index) => [first + 8, 5, index]
                .into_iter()
                .for_each(|number| self.push(number)),
            Color::Rgb(red, green, blue) => [first + 8, 2, red, green, blue]
                .into_iter()
                .for_each(|number| self.push(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: SgrState, wanted: SgrState) -> String {
        let mut bytes = Vec::new();
        from.write_change(wanted, &mut bytes);
        String::from_utf8(bytes)
            .expect("parameters are ASCII")
            .replace('\x1b', "^")
    }

    #[test]
    fn the_shortest_change_is_written() {
        let with = |modifier| SgrState {
            modifier,
            ..SgrState::DEFAULT
        };
        let bold = with(Modifier::BOLD);
        assert_eq!(change(SgrState::DEFAULT, SgrState::DEFAULT), "");
        assert_eq!(change(SgrState::DEFAULT, bold), "^[1m");
        assert_eq!(change(bold, SgrState::DEFAULT), "^[m");
        assert_eq!(
            change(with(Modifier::BOLD.union(Modifier::REVERSED)), bold),
            "^[27m"
        );
        assert_eq!(
            change(with(Modifier::BOLD.union(Modifier::DIM)), bold),
            "^[0;1m"
        );
        assert_eq!(
            change(
                bold,
                SgrState {
                    fg: Color::Red,
                    ..bold
                }
            ),
            "^[31m"
        );
        assert_eq!(
            change(
                SgrState {
                    fg: Color::Rgb(1, 2, 3),
                    bg: Color::Red,
                    ..bold
                },
                with(Modifier::ITALIC)
            ),
            "^[0;3m"
        );
    }

    #[test]
    fn no_change_is_longer_than_the_differences_or_a_reset_and_everything() {
        let colors = [Color::Reset, Color::Red, Color::Rgb(1, 20, 255)];
        let modifiers = [
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::BOLD.union(Modifier::DIM),
            Modifier::REVERSED.union(Modifier::ITALIC),
        ];
        let states: Vec<SgrState> = colors
            .iter()
            .flat_map(|&fg| colors.map(|bg| (fg, bg)))
            .flat_map(|(fg, bg)| modifiers.map(|modifier| SgrState { fg, bg, modifier }))
            .collect();
        for &from in &states {
            for &wanted in states.iter().filter(|&&wanted| wanted != from) {
                let (mut differences, mut all) = (Vec::new(), Vec::new());
                from.push_changes(wanted, &mut Parameters::start(&mut differences));
                let mut reset = Parameters::start(&mut all);
                if wanted != SgrState::DEFAULT {
                    reset.push(0);
                    SgrState::DEFAULT.push_changes(wanted, &mut reset);
                }
                let shortest = differences.len().min(all.len()) + 1;
                assert_eq!(
                    change(from, wanted).len(),
                    shortest,
                    "{from:?} to {wanted:?}"
                );
            }
        }
    }
}
