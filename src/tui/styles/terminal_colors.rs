//! The colours that a terminal can show, and its background.

/// The number of colours of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorLevel {
    /// No colours, or none are wanted.
    #[default]
    None,
    /// Sixteen, which users choose themselves.
    Ansi16,
    /// Besides these, a cube of 216 colours and 24 greys, which are the same in all terminals.
    Ansi256,
    /// All 24-bit colours.
    TrueColor,
}

/// The terminal's background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// Not known, or not yet: colours must be readable on dark and light.
    #[default]
    Unknown,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// Returns whether a background is dark or light, from its red, green and blue between 0 and 1.
#[must_use]
pub fn background(red: f32, green: f32, blue: f32) -> Background {
    // Luma as in ITU-R BT.601: the eye sees green as brighter than red and blue.
    if 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 {
        Background::Dark
    } else {
        Background::Light
    }
}
