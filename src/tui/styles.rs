//! Styles. Words, symbols, bold and reverse video carry the meaning; colour only supports it.

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
        let Self {
            color_level,
            background,
            ..
        } = self;
        let full = match (role, background) {
            (StyleRole::Plain | StyleRole::Selected | StyleRole::Emphasis, _) => return None,
            (StyleRole::Heading, Background::Dark) => Color::Rgb(0xd2, 0xa8, 0xff),
            (StyleRole::Heading, Background::Light) => Color::Rgb(0x66, 0x39, 0xba),
            (StyleRole::Heading, Background::Unknown) => Color::Rgb(0x96, 0x56, 0xd5),
            (StyleRole::Match, Background::Dark) => Color::Rgb(0xf2, 0xcc, 0x60),
            (StyleRole::Match, Background::Light) => Color::Rgb(0x7a, 0x4f, 0x01),
            (StyleRole::Match, Background::Unknown) => Color::Rgb(0x95, 0x70, 0x00),
            (StyleRole::Present, Background::Dark) => Color::Rgb(0x79, 0xc0, 0xff),
            (StyleRole::Present, Background::Light) => Color::Rgb(0x05, 0x50, 0xae),
            (StyleRole::Present, Background::Unknown) => Color::Rgb(0x1e, 0x77, 0xd0),
            (StyleRole::Pending, Background::Dark) => Color::Rgb(0xff, 0xa6, 0x57),
            (StyleRole::Pending, Background::Light) => Color::Rgb(0x95, 0x38, 0x00),
            (StyleRole::Pending, Background::Unknown) => Color::Rgb(0xc5, 0x52, 0x05),
            (StyleRole::Border, Background::Dark) => Color::Rgb(0x9a, 0xa4, 0xae),
            (StyleRole::Border, Background::Light) => Color::Rgb(0x59, 0x63, 0x6e),
            (StyleRole::Border, Background::Unknown) => Color::Rgb(0x75, 0x75, 0x75),
        };
        match (color_level, background) {
            (ColorLevel::None, _) | (ColorLevel::Ansi16, Background::Unknown) => None,
            (ColorLevel::TrueColor, _) => Some(full),
            (ColorLevel::Ansi16, Background::Dark) => match role {
                StyleRole::Heading => Some(Color::LightMagenta),
                StyleRole::Match => Some(Color::Yellow),
                StyleRole::Present => Some(Color::LightCyan),
                StyleRole::Pending => Some(Color::LightYellow),
                _ => None,
            },
            (ColorLevel::Ansi16, Background::Light) => match role {
                StyleRole::Heading => Some(Color::Magenta),
                StyleRole::Present => Some(Color::Blue),
                StyleRole::Match | StyleRole::Pending => Some(Color::Red),
                _ => None,
            },
        }
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

    /// Returns red, green and blue from 0 to 1; for the sixteen colours, those of xterm.
    fn rgb(color: Color) -> [f64; 3] {
        let bytes = match color {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Red => [205, 0, 0],
            Color::Yellow => [205, 205, 0],
            Color::Blue => [0, 0, 238],
            Color::Magenta => [205, 0, 205],
            Color::LightYellow => [255, 255, 0],
            Color::LightMagenta => [255, 0, 255],
            Color::LightCyan => [0, 255, 255],
            other => panic!("{other:?} is not used"),
        };
        bytes.map(|byte| f64::from(byte) / 255.0)
    }

    fn linear(rgb: [f64; 3]) -> [f64; 3] {
        rgb.map(|part| {
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// Returns the relative luminance that WCAG 2 defines.
    fn luminance(rgb: [f64; 3]) -> f64 {
        let [red, green, blue] = linear(rgb);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    const BLACK: [f64; 3] = [0.0; 3];
    const WHITE: [f64; 3] = [1.0; 3];
    /// The lightest dark background and the darkest light one that terminals have by default.
    const DARK_GREY: [f64; 3] = [0.17; 3];
    const LIGHT_GREY: [f64; 3] = [0.93; 3];

    fn all_styles() -> Vec<(Styles, Vec<[f64; 3]>)> {
        let styles = |color_level, background| Styles {
            color_level,
            background,
            ascii: false,
        };
        vec![
            (
                styles(ColorLevel::TrueColor, Background::Dark),
                vec![BLACK, DARK_GREY],
            ),
            (
                styles(ColorLevel::TrueColor, Background::Light),
                vec![WHITE, LIGHT_GREY],
            ),
            (
                styles(ColorLevel::TrueColor, Background::Unknown),
                vec![BLACK, WHITE],
            ),
            (styles(ColorLevel::Ansi16, Background::Dark), vec![BLACK]),
            (styles(ColorLevel::Ansi16, Background::Light), vec![WHITE]),
            (
                styles(ColorLevel::Ansi16, Background::Unknown),
                vec![BLACK, WHITE],
            ),
        ]
    }

    #[test]
    fn every_colour_has_a_contrast_of_at_least_4_5_to_1() {
        for (styles, backgrounds) in all_styles() {
            for (role, color) in StyleRole::ALL
                .into_iter()
                .filter_map(|role| Some((role, styles.color(role)?)))
            {
                for background in &backgrounds {
                    let contrast = contrast(rgb(color), *background);
                    assert!(
                        contrast >= 4.5,
                        "{role:?} in {styles:?} on {background:?}: {contrast:.2}"
                    );
                }
            }
        }
    }

    /// Linear RGB as people without one kind of cones see it (Viénot, Brettel and Mollon 1999).
    const PROTANOPIA: [[f64; 3]; 3] = [
        [0.112_38, 0.887_62, 0.0],
        [0.112_38, 0.887_62, 0.0],
        [0.004_01, -0.004_01, 1.0],
    ];
    const DEUTERANOPIA: [[f64; 3]; 3] = [
        [0.292_75, 0.707_25, 0.0],
        [0.292_75, 0.707_25, 0.0],
        [-0.022_34, 0.022_34, 1.0],
    ];

    /// Returns the CIE 1976 difference between two colours in linear RGB; 2.3 is just visible.
    fn difference(a: [f64; 3], b: [f64; 3]) -> f64 {
        let lab = |[red, green, blue]: [f64; 3]| {
            // CIE XYZ, relative to white.
            let reddish = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
            let bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            let bluish = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
            let [reddish, bright, bluish] = [reddish, bright, bluish].map(|part| {
                if part > 0.008_856 {
                    part.cbrt()
                } else {
                    7.787 * part + 16.0 / 116.0
                }
            });
            [
                116.0 * bright - 16.0,
                500.0 * (reddish - bright),
                200.0 * (bright - bluish),
            ]
        };
        lab(a)
            .iter()
            .zip(lab(b))
            .map(|(one, other)| (one - other).powi(2))
            .sum::<f64>()
            .sqrt()
    }

    #[test]
    fn colour_blind_users_can_tell_roles_apart() {
        let see = |matrix: Option<[[f64; 3]; 3]>, rgb: [f64; 3]| {
            let linear = linear(rgb);
            matrix.map_or(linear, |matrix| {
                matrix.map(|row| {
                    row.iter()
                        .zip(linear)
                        .map(|(a, b)| a * b)
                        .sum::<f64>()
                        .clamp(0.0, 1.0)
                })
            })
        };
        for (styles, _) in all_styles() {
            for (one, other) in [
                (StyleRole::Present, StyleRole::Pending),
                (StyleRole::Heading, StyleRole::Match),
            ] {
                let (Some(a), Some(b)) = (styles.color(one), styles.color(other)) else {
                    continue;
                };
                for eyes in [None, Some(PROTANOPIA), Some(DEUTERANOPIA)] {
                    let difference = difference(see(eyes, rgb(a)), see(eyes, rgb(b)));
                    assert!(
                        difference >= 20.0,
                        "{one:?} and {other:?} in {styles:?}: {difference:.1}"
                    );
                }
            }
        }
    }

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
