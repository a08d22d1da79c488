//! The cells of a screen, whose memory goes back to the system.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Rect, Size},
};

/// Cells from which on a screen is large: these take about 400 kB.
const LARGE_SCREEN: u32 = 10_000;
/// Cells for which memory is reserved for a large screen: more than 32 MiB. Of the memory that is reserved, only what is used
/// is taken from the system.
///
/// glibc keeps most of what is freed, and pieces of many sizes add up while a terminal is resized. Only larger blocks always
/// go back at once: see `DEFAULT_MMAP_THRESHOLD_MAX` in its `malloc.c`.
const RESERVED_CELLS: usize = (33 << 20) / size_of::<Cell>();

/// Returns the blank cells of a screen of this size.
pub(super) fn blank(size: Size) -> Buffer {
    let area = Rect::new(0, 0, size.width, size.height);
    if area.area() < LARGE_SCREEN {
        return Buffer::empty(area);
    }
    let mut content = Vec::new();
    // Without so much address space the system keeps the memory, or has too little for the screen, too.
    let _ = content.try_reserve_exact(RESERVED_CELLS);
    content.resize(
        usize::from(size.width) * usize::from(size.height),
        Cell::EMPTY,
    );
    Buffer { area, content }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_and_small_screens_are_blank() {
        for size in [Size::new(80, 24), Size::new(100, 100), Size::new(500, 150)] {
            let area = Rect::new(0, 0, size.width, size.height);
            assert_eq!(blank(size), Buffer::empty(area));
        }
    }
}
