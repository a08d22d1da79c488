//! Contrast, and colours that colour-blind users can tell apart: in all styles, with the colours that terminals show.

use ratatui::style::{Color, Modifier};

use super::*;

/// Colours that a terminal shows by default: red, green and blue in hexadecimal digits.
struct TerminalPalette {
    name: &'static str,
    /// The background of its dark scheme.
    dark: Option<&'static str>,
    /// The background of its light scheme, if it shows these colours on one.
    light: Option<&'static str>,
    /// True if it shows bold text in the light variant of its colour.
    bold_is_bright: bool,
    /// The sixteen colours.
    colors: &'static str,
}

const PALETTES: [TerminalPalette; 12] = [
    TerminalPalette {
        name: "xterm",
        dark: Some("000000"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
            7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    },
    TerminalPalette {
        name: "st",
        dark: Some("000000"),
        light: None,
        bold_is_bright: true,
        colors: "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
            7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    },
    TerminalPalette {
        name: "VTE",
        dark: Some("171421"),
        light: Some("ffffff"),
        bold_is_bright: false,
        colors: "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc \
            5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff",
    },
    TerminalPalette {
        name: "VTE, Tango, in old versions",
        dark: Some("2e3436"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf \
            555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
    },
    TerminalPalette {
        name: "Linux console",
        dark: Some("000000"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
            555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    },
    TerminalPalette {
        name: "Konsole, Breeze",
        dark: Some("232627"),
        light: None,
        bold_is_bright: true,
        colors: "232627 ed1515 11d116 f67400 1d99f3 9b59b6 1abc9c fcfcfc \
            7f8c8d c0392b 1cdc9a fdbc4b 3daee9 8e44ad 16a085 ffffff",
    },
    TerminalPalette {
        name: "urxvt",
        dark: Some("000000"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "000000 cd0000 00cd00 cdcd00 0000cd cd00cd 00cdcd e5e5e5 \
            404040 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff",
    },
    TerminalPalette {
        name: "kitty",
        dark: Some("000000"),
        light: None,
        bold_is_bright: false,
        colors: "000000 cc0403 19cb00 cecb00 0d73cc cb1ed1 0dcdcd dddddd \
            767676 f2201f 23fd00 fffd00 1a8fff fd28ff 14ffff ffffff",
    },
    TerminalPalette {
        name: "alacritty",
        dark: Some("181818"),
        light: None,
        bold_is_bright: false,
        colors: "181818 ac4242 90a959 f4bf75 6a9fb5 aa759f 75b5aa d8d8d8 \
            6b6b6b c55555 aac474 feca88 82b8c8 c28cb8 93d3c3 f8f8f8",
    },
    TerminalPalette {
        name: "Windows, Campbell",
        dark: Some("0c0c0c"),
        light: Some("f2f2f2"),
        bold_is_bright: true,
        colors: "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
            767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    },
    TerminalPalette {
        name: "Terminal.app",
        dark: Some("000000"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf \
            666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
    },
    TerminalPalette {
        name: "PuTTY",
        dark: Some("000000"),
        light: Some("ffffff"),
        bold_is_bright: true,
        colors: "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb \
            555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    },
];

/// Returns red, green and blue from 0 to 1.
fn parts(rgb: &str) -> [f64; 3] {
    let byte = |at: usize| u8::from_str_radix(&rgb[at..at + 2], 16).expect("hexadecimal digits");
    [0, 2, 4].map(|at| f64::from(byte(at)) / 255.0)
}

/// Returns the number of one of the sixteen colours.
fn palette_index(color: Color) -> usize {
    match color {
        Color::Red => 1,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::LightYellow => 11,
        Color::LightCyan => 14,
        other => panic!("{other:?} is not used"),
    }
}

/// Returns what a terminal with this palette shows.
fn rgb(color: Color, bold: bool, palette: &TerminalPalette) -> [f64; 3] {
    match color {
        Color::Rgb(red, green, blue) => [red, green, blue].map(|byte| f64::from(byte) / 255.0),
        Color::Indexed(index @ 16..=231) => {
            let index = u32::from(index) - 16;
            let level = |part: u32| {
                if part == 0 {
                    0.0
                } else {
                    f64::from(55 + 40 * part) / 255.0
                }
            };
            [index / 36, index / 6 % 6, index % 6].map(level)
        }
        Color::Indexed(index @ 232..) => [f64::from(8 + 10 * (u32::from(index) - 232)) / 255.0; 3],
        color => {
            let index = palette_index(color);
            let is_brightened = bold && palette.bold_is_bright && index < 8;
            let shown = if is_brightened { index + 8 } else { index };
            let mut colors = palette.colors.split(' ');
            parts(colors.nth(shown).expect("there are sixteen"))
        }
    }
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

/// Returns all styles with colours.
fn all_styles() -> impl Iterator<Item = Styles> {
    [
        ColorLevel::Ansi16,
        ColorLevel::Ansi256,
        ColorLevel::TrueColor,
    ]
    .into_iter()
    .flat_map(|color_level| {
        [Background::Unknown, Background::Dark, Background::Light].map(|background| Styles {
            color_level,
            background,
            ascii: false,
        })
    })
}

/// Returns the backgrounds on which the styles must be readable.
fn backgrounds(styles: Styles, palette: &TerminalPalette) -> Vec<[f64; 3]> {
    match (styles.color_level, styles.background) {
        (ColorLevel::Ansi16, Background::Dark) => palette.dark.into_iter().map(parts).collect(),
        (ColorLevel::Ansi16, Background::Light) => palette.light.into_iter().map(parts).collect(),
        (_, Background::Dark) => vec![BLACK, DARK_GREY],
        (_, Background::Light) => vec![WHITE, LIGHT_GREY],
        // Hardly a colour has enough contrast on all backgrounds.
        (_, Background::Unknown) => vec![BLACK, WHITE],
    }
}

#[test]
fn every_colour_has_a_contrast_of_at_least_4_5_to_1() {
    for (styles, palette) in
        all_styles().flat_map(|styles| PALETTES.iter().map(move |palette| (styles, palette)))
    {
        for (role, color) in StyleRole::ALL
            .into_iter()
            .filter_map(|role| Some((role, styles.color(role)?)))
        {
            let bold = styles.style(role).add_modifier.contains(Modifier::BOLD);
            for background in backgrounds(styles, palette) {
                let contrast = contrast(rgb(color, bold, palette), background);
                assert!(
                    contrast >= 4.5,
                    "{role:?} in {styles:?} in {}: {contrast:.2}",
                    palette.name
                );
            }
        }
    }
}

#[test]
fn colours_that_bold_makes_brighter_are_checked_as_they_are_shown() {
    let heading = rgb(Color::Magenta, true, &PALETTES[0]);
    let contrast = contrast(heading, WHITE);
    assert!((3.1..3.2).contains(&contrast), "{contrast}");
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
    for (styles, palette) in
        all_styles().flat_map(|styles| PALETTES.iter().map(move |palette| (styles, palette)))
    {
        for (one, other) in [
            (StyleRole::Present, StyleRole::Pending),
            (StyleRole::Heading, StyleRole::Match),
        ] {
            let shown = |role| {
                let bold = styles.style(role).add_modifier.contains(Modifier::BOLD);
                let color = styles.color(role)?;
                (!backgrounds(styles, palette).is_empty()).then(|| rgb(color, bold, palette))
            };
            let (Some(a), Some(b)) = (shown(one), shown(other)) else {
                continue;
            };
            for eyes in [None, Some(PROTANOPIA), Some(DEUTERANOPIA)] {
                let difference = difference(see(eyes, a), see(eyes, b));
                assert!(
                    difference >= 20.0,
                    "{one:?} and {other:?} in {styles:?} in {}: {difference:.1}",
                    palette.name
                );
            }
        }
    }
}
