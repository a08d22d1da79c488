//! Cursor motion: the shortest of the sequences that move the cursor.
//!
//! Only sequences that all terminals take for the same motion. A line feed is not among them: some
//! take it for a new line, as the screen reader Fenrir does.

use ratatui::layout::Position;

use super::csi::{csi_len, push_csi};

/// Writes the shortest sequence that moves the cursor. `from` is `None` if the position is unknown,
/// for example after a character whose width differs between terminals.
pub(super) fn move_cursor(from: Option<Position>, to: Position, bytes: &mut Vec<u8>) {
    let shortest = match from {
        Some(from) if from == to => return,
        Some(from) if from.y == to.y && from.x < to.x => {
            return step_right(usize::from(to.x - from.x), bytes);
        }
        Some(from) => relative(from, to)
            .into_iter()
            .fold(absolute(to), |best, next| {
                if next.len() < best.len() { next } else { best }
            }),
        None => absolute(to),
    };
    bytes.extend_from_slice(shortest.as_slice());
}

/// Writes the motion to the right in a row. Nothing can be shorter: the number of the column is never less than that of steps.
fn step_right(columns: usize, bytes: &mut Vec<u8>) {
    if columns == 1 {
        bytes.extend_from_slice(b"\x1b[C");
    } else {
        push_csi(columns, b'C', bytes);
    }
}

/// Returns the length in bytes of the motion to the right in a row by at most nine columns.
pub(super) fn step_right_len(columns: usize) -> usize {
    if columns == 1 { 3 } else { csi_len(columns) }
}

/// A short byte string on the stack: every frame tries many of them.
#[derive(Clone, Copy)]
struct Sequence {
    bytes: [u8; 16],
    length: usize,
}

impl Sequence {
    const EMPTY: Self = Self {
        bytes: [0; 16],
        length: 0,
    };
    /// Longer than any other sequence, so it is never chosen.
    const IMPOSSIBLE: Self = Self {
        bytes: [0; 16],
        length: usize::MAX,
    };

    fn len(&self) -> usize {
        self.length
    }

    fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.length.min(16)]
    }

    fn push(mut self, more: &[u8]) -> Self {
        let end = self.length.saturating_add(more.len());
        if end > self.bytes.len() {
            return Sequence::IMPOSSIBLE;
        }
        self.bytes[self.length..end].copy_from_slice(more);
        self.length = end;
        self
    }

    fn then(self, more: Self) -> Self {
        if more.length > 16 {
            Sequence::IMPOSSIBLE
        } else {
            self.push(more.as_slice())
        }
    }

    fn number(self, number: u16) -> Self {
        let mut digits = [0; 5];
        let (mut rest, mut start) = (number, 5);
        loop {
            start -= 1;
            digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                return self.push(&digits[start..]);
            }
        }
    }

    /// Returns a control sequence with one parameter.
    fn csi(number: u16, end: u8) -> Self {
        Sequence::EMPTY.push(b"\x1b[").number(number).push(&[end])
    }

    /// Returns a motion by a number of cells. A single one needs no parameter: every terminal knows
    /// `CSI A` to `CSI D`, since terminfo uses them.
    fn step(cells: u16, end: u8) -> Self {
        if cells == 1 {
            Sequence::EMPTY.push(&[0x1b, b'[', end])
        } else {
            Sequence::csi(cells, end)
        }
    }

    fn repeated(byte: u8, times: u16) -> Self {
        if times > 5 {
            Sequence::IMPOSSIBLE
        } else {
            Sequence::EMPTY.push(&[byte; 5][..usize::from(times)])
        }
    }
}

fn shorter(one: Sequence, other: Sequence) -> Sequence {
    if other.len() < one.len() { other } else { one }
}

fn absolute(to: Position) -> Sequence {
    let start = Sequence::EMPTY.push(b"\x1b[");
    if to == Position::ORIGIN {
        start
    } else {
        start.number(to.y + 1).push(b";").number(to.x + 1)
    }
    .push(b"H")
}

/// Returns the relative motions: first to the row and then along it from the current column, or
/// from its start.
fn relative(from: Position, to: Position) -> [Sequence; 2] {
    let down = match to.y.checked_sub(from.y) {
        Some(0) => Sequence::EMPTY,
        Some(rows) => shorter(Sequence::step(rows, b'B'), Sequence::csi(to.y + 1, b'd')),
        None => shorter(
            Sequence::step(from.y - to.y, b'A'),
            Sequence::csi(to.y + 1, b'd'),
        ),
    };
    let along = match to.x.checked_sub(from.x) {
        Some(0) => Sequence::EMPTY,
        Some(columns) => shorter(Sequence::step(columns, b'C'), Sequence::csi(to.x + 1, b'G')),
        None => {
            let columns = from.x - to.x;
            shorter(
                Sequence::repeated(8, columns),
                shorter(Sequence::step(columns, b'D'), Sequence::csi(to.x + 1, b'G')),
            )
        }
    };
    let from_start = Sequence::EMPTY.push(b"\r");
    let from_start = if to.x == 0 {
        from_start
    } else {
        from_start.then(Sequence::step(to.x, b'C'))
    };
    [down.then(along), down.then(from_start)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn motion(from: Option<(u16, u16)>, to: (u16, u16)) -> String {
        let mut bytes = Vec::new();
        move_cursor(from.map(Position::from), to.into(), &mut bytes);
        String::from_utf8(bytes)
            .expect("sequences are ASCII")
            .replace('\x1b', "^")
    }

    #[test]
    fn the_shortest_motion_is_chosen() {
        assert_eq!(motion(None, (0, 0)), "^[H");
        assert_eq!(motion(None, (4, 0)), "^[1;5H");
        assert_eq!(motion(None, (0, 4)), "^[5;1H");
        assert_eq!(motion(Some((3, 3)), (3, 3)), "");
        assert_eq!(motion(Some((9, 3)), (0, 3)), "\r");
        assert_eq!(motion(Some((9, 3)), (0, 4)), "^[B\r");
        assert_eq!(motion(Some((9, 3)), (9, 5)), "^[2B");
        assert_eq!(motion(Some((9, 3)), (7, 3)), "\x08\x08");
        assert_eq!(motion(Some((9, 3)), (10, 3)), "^[C");
        assert_eq!(motion(Some((70, 3)), (2, 3)), "^[3G");
        assert_eq!(motion(Some((70, 30)), (70, 0)), "^[1d");
        assert_eq!(motion(Some((70, 30)), (9, 2)), "^[3;10H");
    }

    #[test]
    fn steps_to_the_right_are_never_longer_than_the_number_of_the_column() {
        for from in [0, 1, 8, 9, 98, 990] {
            for columns in [1, 2, 9, 10, 99, 100, 1000] {
                let to = from + columns;
                let steps = motion(Some((from, 3)), (to, 3));
                assert!(steps.len() <= Sequence::csi(to + 1, b'G').len(), "{steps}");
                if columns <= 9 {
                    assert_eq!(steps.len(), step_right_len(usize::from(columns)));
                }
            }
        }
    }
}
