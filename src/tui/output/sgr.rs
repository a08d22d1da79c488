//! How what is written next will look, and the fewest bytes that change it.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// Colours and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SgrState {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// What can be seen even where nothing is written.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Attributes with what switches them on and off. Bold and dim are switched off together.
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
    /// As a terminal writes when it is new.
    pub(super) const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// What a cell is written with. Of a blank only what can be seen counts.
    pub(super) fn of(cell: &Cell) -> Self {
        let pen = Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        if cell.symbol() == " " && pen.blank_invisible() {
            Self {
                bg: pen.bg,
                ..Self::PLAIN
            }
        } else {
            pen
        }
    }

    /// Whether nothing but the background is seen where nothing is written.
    fn blank_invisible(self) -> bool {
        !self.modifier.intersects(SEEN_ON_BLANKS)
    }

    /// Whether a blank that is to be written with another pen looks the same written with this one.
    pub(super) fn can_render(self, wanted: Self, blank: bool) -> bool {
        self == wanted
            || (blank && wanted.blank_invisible() && self.blank_invisible() && self.bg == wanted.bg)
    }

    /// Whether what is erased meanwhile is as blank as if it had never been written on.
    pub(super) fn erases(self) -> bool {
        self.bg == Color::Reset && self.blank_invisible()
    }

    /// Writes what turns this pen into another: the shorter of changing what differs and of beginning anew.
    pub(super) fn change(self, wanted: Self, bytes: &mut Vec<u8>) {
        if self == wanted {
            return;
        }
        let (mut changed, mut anew) = (Parameters::default(), Parameters::default());
        self.differences(wanted, &mut changed);
        if wanted != Self::PLAIN {
            // Nothing before a semicolon is a nought.
            anew.0.push(b';');
            Self::PLAIN.differences(wanted, &mut anew);
        }
        let shorter = if changed.0.len() <= anew.0.len() {
            changed
        } else {
            anew
        };
        bytes.extend_from_slice(b"\x1b[");
        bytes.extend_from_slice(&shorter.0);
        bytes.push(b'm');
    }

    fn differences(self, wanted: Self, parameters: &mut Parameters) {
        let mut have = self.modifier;
        for (attribute, _, off) in ATTRIBUTES {
            if have.contains(attribute) && !wanted.modifier.contains(attribute) {
                parameters.push(off);
                // What goes with it must be switched on again.
                let together = ATTRIBUTES.iter().filter(|(_, _, other)| *other == off);
                have = together.fold(have, |have, (attribute, ..)| have.difference(*attribute));
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if wanted.modifier.contains(attribute) && !have.contains(attribute) {
                parameters.push(on);
            }
        }
        if self.fg != wanted.fg {
            parameters.push_color(wanted.fg, 30);
        }
        if self.bg != wanted.bg {
            parameters.push_color(wanted.bg, 40);
        }
    }
}

/// Numbers with semicolons between them.
#[derive(Default)]
struct Parameters(Vec<u8>);

impl Parameters {
    fn push(&mut self, number: u8) {
        if !matches!(self.0.last(), None | Some(b';')) {
            self.0.push(b';');
        }
        self.0.extend_from_slice(number.to_string().as_bytes());
    }

    /// A colour; `first` is the number of black: 30 for what is written, 40 for what is behind it.
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
        from.change(wanted, &mut bytes);
        String::from_utf8(bytes)
            .expect("numbers")
            .replace('\x1b', "^")
    }

    #[test]
    fn the_shortest_change_is_written() {
        let with = |modifier| SgrState {
            modifier,
            ..SgrState::PLAIN
        };
        let bold = with(Modifier::BOLD);
        assert_eq!(change(SgrState::PLAIN, SgrState::PLAIN), "");
        assert_eq!(change(SgrState::PLAIN, bold), "^[1m");
        assert_eq!(change(bold, SgrState::PLAIN), "^[m");
        assert_eq!(
            change(with(Modifier::BOLD.union(Modifier::REVERSED)), bold),
            "^[27m"
        );
        assert_eq!(
            change(with(Modifier::BOLD.union(Modifier::DIM)), bold),
            "^[;1m"
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
            "^[;3m"
        );
    }
}
