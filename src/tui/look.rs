//! How things look. Meaning is carried by words, bold, reverse and signs; colour is a second voice.

use ratatui::style::{Color, Modifier, Style};

/// What stands before the selected item of a pane.
pub const MARKER: &str = "›";
/// A published plan.
pub const PUBLISHED: &str = "✓";
/// An awaited plan.
pub const AWAITED: &str = "○";
/// What isn't known, where there is no room for words.
pub const UNKNOWN: &str = "?";

/// What something is, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text like any other.
    Plain,
    /// What is selected and has the keys.
    Selected,
    /// What is selected elsewhere, and labels.
    Strong,
    /// A heading.
    Heading,
    /// What was asked for, where it matches.
    Match,
    /// What is there: a published plan, a priority in a theme.
    There,
    /// What is awaited or absent.
    Awaited,
    /// Lines between panes, and the coast.
    Line,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 8] = [
        Self::Plain,
        Self::Selected,
        Self::Strong,
        Self::Heading,
        Self::Match,
        Self::There,
        Self::Awaited,
        Self::Line,
    ];
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None, or none is wanted.
    #[default]
    None,
    /// The sixteen that everybody sets to their own liking.
    Sixteen,
    /// All.
    Full,
}

/// What the terminal's background is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// Not known, or not yet: colours must be readable on both.
    #[default]
    Unknown,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// How the dashboard looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// How many colours there are.
    pub depth: Depth,
    /// What they must be readable on.
    pub background: Background,
    /// Whether nothing but ASCII may be shown.
    pub ascii: bool,
}

impl Look {
    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style::new();
        let style = match role {
            Role::Plain | Role::There | Role::Awaited | Role::Line => style,
            // Whatever colours the cells had: in reverse they would make a patchwork.
            Role::Selected => style.add_modifier(Modifier::REVERSED).fg(Color::Reset),
            Role::Strong | Role::Heading => style.add_modifier(Modifier::BOLD),
            Role::Match => style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        };
        match self.colour(role) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }

    /// The colour of a role, where it has one.
    #[must_use]
    pub fn colour(self, role: Role) -> Option<Color> {
        let Self {
            depth, background, ..
        } = self;
        let full = match (role, background) {
            (Role::Plain | Role::Selected | Role::Strong, _) => return None,
            (Role::Heading, Background::Dark) => Color::Rgb(0xd2, 0xa8, 0xff),
            (Role::Heading, Background::Light) => Color::Rgb(0x66, 0x39, 0xba),
            (Role::Heading, Background::Unknown) => Color::Rgb(0x96, 0x56, 0xd5),
            (Role::Match, Background::Dark) => Color::Rgb(0xf2, 0xcc, 0x60),
            (Role::Match, Background::Light) => Color::Rgb(0x7a, 0x4f, 0x01),
            (Role::Match, Background::Unknown) => Color::Rgb(0x95, 0x70, 0x00),
            (Role::There, Background::Dark) => Color::Rgb(0x79, 0xc0, 0xff),
            (Role::There, Background::Light) => Color::Rgb(0x05, 0x50, 0xae),
            (Role::There, Background::Unknown) => Color::Rgb(0x1e, 0x77, 0xd0),
            (Role::Awaited, Background::Dark) => Color::Rgb(0xff, 0xa6, 0x57),
            (Role::Awaited, Background::Light) => Color::Rgb(0x95, 0x38, 0x00),
            (Role::Awaited, Background::Unknown) => Color::Rgb(0xc5, 0x52, 0x05),
            (Role::Line, Background::Dark) => Color::Rgb(0x9a, 0xa4, 0xae),
            (Role::Line, Background::Light) => Color::Rgb(0x59, 0x63, 0x6e),
            (Role::Line, Background::Unknown) => Color::Rgb(0x75, 0x75, 0x75),
        };
        match (depth, background) {
            (Depth::None, _) | (Depth::Sixteen, Background::Unknown) => None,
            (Depth::Full, _) => Some(full),
            (Depth::Sixteen, Background::Dark) => match role {
                Role::Heading => Some(Color::LightMagenta),
                Role::Match => Some(Color::Yellow),
                Role::There => Some(Color::LightCyan),
                Role::Awaited => Some(Color::LightYellow),
                _ => None,
            },
            (Depth::Sixteen, Background::Light) => match role {
                Role::Heading => Some(Color::Magenta),
                Role::There => Some(Color::Blue),
                Role::Match | Role::Awaited => Some(Color::Red),
                _ => None,
            },
        }
    }
}

/// Whether a background is dark or light, by its red, green and blue from 0 to 1.
#[must_use]
pub fn background(red: f32, green: f32, blue: f32) -> Background {
    // The weights that television gives to what the eye sees as bright.
    if 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 {
        Background::Dark
    } else {
        Background::Light
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue from 0 to 1; the sixteen colours as xterm has them.
    fn rgb(colour: Color) -> [f64; 3] {
        let bytes = match colour {
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

    /// As WCAG 2 defines it.
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
    /// The lightest of the dark backgrounds and the darkest of the light ones that terminals come with.
    const DARK_GREY: [f64; 3] = [0.17; 3];
    const LIGHT_GREY: [f64; 3] = [0.93; 3];

    fn looks() -> Vec<(Look, Vec<[f64; 3]>)> {
        let look = |depth, background| Look {
            depth,
            background,
            ascii: false,
        };
        vec![
            (look(Depth::Full, Background::Dark), vec![BLACK, DARK_GREY]),
            (
                look(Depth::Full, Background::Light),
                vec![WHITE, LIGHT_GREY],
            ),
            (look(Depth::Full, Background::Unknown), vec![BLACK, WHITE]),
            (look(Depth::Sixteen, Background::Dark), vec![BLACK]),
            (look(Depth::Sixteen, Background::Light), vec![WHITE]),
            (
                look(Depth::Sixteen, Background::Unknown),
                vec![BLACK, WHITE],
            ),
        ]
    }

    #[test]
    fn every_colour_has_a_contrast_of_at_least_4_5_to_1() {
        for (look, backgrounds) in looks() {
            for (role, colour) in Role::ALL
                .into_iter()
                .filter_map(|role| Some((role, look.colour(role)?)))
            {
                for background in &backgrounds {
                    let contrast = contrast(rgb(colour), *background);
                    assert!(
                        contrast >= 4.5,
                        "{role:?} in {look:?} on {background:?}: {contrast:.2}"
                    );
                }
            }
        }
    }

    /// Linear RGB as people without one kind of cone see it (Viénot, Brettel and Mollon 1999).
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

    /// The difference between two colours as CIE 1976 measures it, in linear RGB; 2.3 can just be seen.
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
    fn pairs_of_meaning_stay_apart_for_colour_blind_eyes() {
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
        for (look, _) in looks() {
            for (one, other) in [(Role::There, Role::Awaited), (Role::Heading, Role::Match)] {
                let (Some(a), Some(b)) = (look.colour(one), look.colour(other)) else {
                    continue;
                };
                for eyes in [None, Some(PROTANOPIA), Some(DEUTERANOPIA)] {
                    let difference = difference(see(eyes, rgb(a)), see(eyes, rgb(b)));
                    assert!(
                        difference >= 20.0,
                        "{one:?} and {other:?} in {look:?}: {difference:.1}"
                    );
                }
            }
        }
    }

    #[test]
    fn without_colours_all_that_must_stand_out_does() {
        let look = Look::default();
        for role in [Role::Selected, Role::Strong, Role::Heading, Role::Match] {
            assert_ne!(look.style(role), look.style(Role::Plain), "{role:?}");
            assert!(
                look.style(role)
                    .fg
                    .is_none_or(|colour| colour == Color::Reset)
            );
        }
    }

    #[test]
    fn backgrounds_are_told_apart() {
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
