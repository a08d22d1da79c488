//! Styles. Words, symbols, bold and reverse video carry the meaning; colour only supports it.

#[cfg(test)]
mod contrast;

use ratatui::style::{Color, Modifier, Style};

/// The meaning of a text or symbol, which decides its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StyleRole {
    /// Ordinary text.
    Plain,
    /// The selected item of the focused list.
    Selected,
    /// The selected item of another list, and labels.
    Emphasis,
    /// A heading.
    Heading,
    /// Words that match the search.
    Match,
    /// Something that exists: a published plan, a priority in a theme.
    Present,
    /// Something that does not exist, or not yet.
    Pending,
    /// Borders, and the coast.
    Border,
}

impl StyleRole {
    /// All roles.
    pub const ALL: [Self; 8] = [
        Self::Plain,
        Self::Selected,
        Self::Emphasis,
        Self::Heading,
        Self::Match,
        Self::Present,
        Self::Pending,
        Self::Border,
    ];
}

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

/// The styles of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Styles {
    /// The number of colours.
    pub color_level: ColorLevel,
    /// The background.
    pub background: Background,
    /// True if only ASCII characters may be shown.
    pub ascii: bool,
}

impl Styles {
    /// Returns the style of a role.
    #[must_use]
    pub fn style(self, role: StyleRole) -> Style {
        let style = Style::new();
        let style = match role {
            StyleRole::Plain | StyleRole::Present | StyleRole::Pending | StyleRole::Border => style,
            // Cells may have other colours already; reversed, they would look patchy.
            StyleRole::Selected => style.add_modifier(Modifier::REVERSED).fg(Color::Reset),
            StyleRole::Emphasis | StyleRole::Heading => style.add_modifier(Modifier::BOLD),
            StyleRole::Match => style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        };
        match self.color(role) {
            Some(color) => style.fg(color),
            None => style,
        }
    }

    /// Returns the colour of a role, if it has one.
    #[must_use]
    pub fn color(self, role: StyleRole) -> Option<Color> {
        match self.color_level {
            ColorLevel::None => None,
            ColorLevel::Ansi16 => ansi16(role, self.background),
            ColorLevel::Ansi256 => indexed(role, self.background).map(Color::Indexed),
            ColorLevel::TrueColor => {
                let [_, red, green, blue] = true_color(role, self.background)?.to_be_bytes();
                Some(Color::Rgb(red, green, blue))
            }
        }
    }
}

/// Returns the colour of a role among the sixteen. On a dark background, light yellow and light cyan have enough contrast
/// in all usual palettes. On a light one, many terminals show bold text in the light variant of its colour, which has too
/// little: bold roles have no colour there.
fn ansi16(role: StyleRole, background: Background) -> Option<Color> {
    match (role, background) {
        (StyleRole::Heading | StyleRole::Present, Background::Dark) => Some(Color::LightCyan),
        (StyleRole::Match | StyleRole::Pending, Background::Dark) => Some(Color::LightYellow),
        (StyleRole::Present, Background::Light) => Some(Color::Blue),
        (StyleRole::Pending, Background::Light) => Some(Color::Red),
        _ => None,
    }
}

/// Returns the colour of a role in the cube and the greys. Only six of them can be read on black and on white.
fn indexed(role: StyleRole, background: Background) -> Option<u8> {
    let [dark, light, unknown] = match role {
        StyleRole::Plain | StyleRole::Selected | StyleRole::Emphasis => return None,
        StyleRole::Heading => [183, 55, 98],
        StyleRole::Match => [221, 58, 29],
        StyleRole::Present => [117, 25, 63],
        StyleRole::Pending => [215, 124, 131],
        StyleRole::Border => [248, 241, 243],
    };
    Some(on(background, dark, light, unknown))
}

/// Returns the colour of a role as red, green and blue.
fn true_color(role: StyleRole, background: Background) -> Option<u32> {
    let [dark, light, unknown] = match role {
        StyleRole::Plain | StyleRole::Selected | StyleRole::Emphasis => return None,
        StyleRole::Heading => [0x00d2_a8ff, 0x0066_39ba, 0x0096_56d5],
        StyleRole::Match => [0x00f2_cc60, 0x007a_4f01, 0x0095_7000],
        StyleRole::Present => [0x0079_c0ff, 0x0005_50ae, 0x001e_77d0],
        StyleRole::Pending => [0x00ff_a657, 0x0095_3800, 0x00c5_5205],
        StyleRole::Border => [0x009a_a4ae, 0x0059_636e, 0x0075_7575],
    };
    Some(on(background, dark, light, unknown))
}

fn on<T>(background: Background, dark: T, light: T, unknown: T) -> T {
    match background {
        Background::Dark => dark,
        Background::Light => light,
        Background::Unknown => unknown,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_works_without_colours() {
        let styles = Styles::default();
        for role in [
            StyleRole::Selected,
            StyleRole::Emphasis,
            StyleRole::Heading,
            StyleRole::Match,
        ] {
            assert_ne!(
                styles.style(role),
                styles.style(StyleRole::Plain),
                "{role:?}"
            );
            assert!(
                styles
                    .style(role)
                    .fg
                    .is_none_or(|color| color == Color::Reset)
            );
        }
    }

    #[test]
    fn background_is_dark_or_light() {
        assert_eq!(background(0.0, 0.0, 0.0), Background::Dark);
        assert_eq!(background(1.0, 1.0, 1.0), Background::Light);
        assert_eq!(
            background(0.0, 0.17, 0.21),
            Background::Dark,
            "solarized dark"
        );
        assert_eq!(
            background(0.99, 0.96, 0.89),
            Background::Light,
            "solarized light"
        );
    }
}
