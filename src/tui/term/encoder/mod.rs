//! The frame encoder: turns a frame into one write of as few bytes as possible.
//!
//! ratatui's `CrosstermBackend` moves the cursor absolutely, resets every style and writes blanks
//! one by one. [`FrameEncoder`] keeps a copy of the screen and chooses, row by row, the cheapest of
//! several ways. `benches/README.md` says what each of them saves.

mod csi;
mod cursor_motion;
mod frame_buffer;
mod frame_encoder;
mod right_to_left;
mod row_diff;
mod row_writer;
mod sgr;
mod uncertain_width;

#[cfg(test)]
mod tests;

pub use frame_buffer::FrameBuffer;
pub use frame_encoder::FrameEncoder;
