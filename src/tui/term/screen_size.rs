//! The size of the screen that is drawn, for terminals of any size.

use std::io;

use ratatui::layout::Size;

/// Most cells that are drawn: what a client says about its terminal must not fill the memory, which takes about 110 bytes
/// for each.
const MAX_CELLS: u32 = 65_000;
/// Most columns and rows that are drawn. A row takes more memory while it is written.
const MAX_SIDE: u16 = 1000;
/// Most columns that are drawn of a terminal with more cells than are drawn.
const MAX_COLUMNS: u16 = 500;
/// The size of a terminal that does not know its size, and says that it has no columns or rows.
const DEFAULT_SIZE: Size = Size::new(80, 24);

/// Returns the size of the screen to draw.
///
/// # Errors
/// If the terminal does not report its size.
pub(in crate::tui) fn current_size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(screen_size(Size::new(width, height)))
}

/// Returns the size of the screen that is drawn on a terminal of this size. It is in the upper left corner of a terminal that
/// is larger.
fn screen_size(terminal: Size) -> Size {
    let or_default = |side, default| if side == 0 { default } else { side };
    let width = or_default(terminal.width, DEFAULT_SIZE.width);
    let height = or_default(terminal.height, DEFAULT_SIZE.height);
    let size = Size::new(width.min(MAX_SIDE), height.min(MAX_SIDE));
    if size.area() <= MAX_CELLS {
        return size;
    }
    let width = size.width.min(MAX_COLUMNS);
    let rows = MAX_CELLS / u32::from(width);
    Size::new(
        width,
        size.height.min(u16::try_from(rows).unwrap_or(u16::MAX)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_sizes_are_drawn_in_full() {
        for (width, height) in [(80, 24), (1, 1), (500, 130), (1000, 65), (65, 1000)] {
            let size = Size::new(width, height);
            assert_eq!(screen_size(size), size);
        }
    }

    #[test]
    fn larger_sizes_are_cut_and_none_is_the_usual_one() {
        for (width, height, cut) in [
            (1000, 1000, (500, 130)),
            (65_535, 65_535, (500, 130)),
            (65_535, 2, (1000, 2)),
            (3, 65_535, (3, 1000)),
            (100, 65_535, (100, 650)),
            (0, 0, (80, 24)),
            (0, 50, (80, 50)),
            (100, 0, (100, 24)),
            (0, 65_535, (80, 812)),
        ] {
            let size = screen_size(Size::new(width, height));
            assert_eq!((size.width, size.height), cut, "{width}x{height}");
            assert!(size.area() <= MAX_CELLS);
        }
    }
}
