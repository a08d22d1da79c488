//! Contrast in all styles, with the colours that terminals show.

use ratatui::style::{Color, Modifier};

use super::*;
use crate::query::fact_group::FactGroup;

/// Colours that a terminal shows by default: red, green and blue in hexadecimal digits.
pub(super) struct TerminalPalette {
    pub(super) name: &'static str,
    /// The background of its dark scheme.
    dark: Option<&'static str>,
    /// The background of its light scheme, if it shows these colours on one.
    light: Option<&'static str>,
    /// True if it shows bold text in the light variant of its colour.
    bold_is_bright: bool,
    /// The sixteen colours.
    colors: &'static str,
}

pub(super) const PALETTES: [TerminalPalette; 12] = [
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
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightCyan => 14,
        other => panic!("{other:?} is not used"),
    }
}

/// Returns what a terminal with this palette shows.
pub(super) fn rgb(color: Color, bold: bool, palette: &TerminalPalette) -> [f64; 3] {
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

pub(super) fn linear(rgb: [f64; 3]) -> [f64; 3] {
    rgb.map(|part| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// Returns the relative luminance that WCAG 2 defines.
pub(super) fn luminance(rgb: [f64; 3]) -> f64 {
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
pub(super) fn all_styles() -> impl Iterator<Item = Styles> {
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
pub(super) fn backgrounds(styles: Styles, palette: &TerminalPalette) -> Vec<[f64; 3]> {
    match (styles.color_level, styles.background) {
        (ColorLevel::Ansi16, Background::Dark) => palette.dark.into_iter().map(parts).collect(),
        (ColorLevel::Ansi16, Background::Light) => palette.light.into_iter().map(parts).collect(),
        (_, Background::Dark) => vec![BLACK, DARK_GREY],
        (_, Background::Light) => vec![WHITE, LIGHT_GREY],
        // Hardly a colour has enough contrast on all backgrounds.
        (_, Background::Unknown) => vec![BLACK, WHITE],
    }
}

/// The least contrast of a role's colour.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Need {
    /// Text, as WCAG 2.2 (1.4.3) requires.
    Text,
    /// Signs, bars and shapes, as WCAG 2.2 (1.4.11) requires.
    Mark,
    /// Rules between panes, which say nothing.
    Decoration,
}

impl Need {
    fn contrast(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Mark => 3.0,
            Self::Decoration => 1.3,
        }
    }
}

/// A background that roles are shown on: the terminal's, if there is none.
type Ground = Option<StyleRole>;

const SCREEN: Ground = None;
const ROWS: [Ground; 4] = [
    SCREEN,
    Some(StyleRole::SelectedRow),
    Some(StyleRole::PathRow),
    Some(StyleRole::Popup),
];
const MAP: [Ground; 3] = [
    SCREEN,
    Some(StyleRole::LandShape),
    Some(StyleRole::NeighbourShape),
];
const LANES: [Ground; 2] = [Some(StyleRole::PlanBar), Some(StyleRole::OtherPlanBar)];

/// Returns the contrast that a role needs, and the backgrounds that it is shown on.
fn needs(role: StyleRole) -> Vec<(Need, Vec<Ground>)> {
    let rows = ROWS.to_vec();
    match role {
        StyleRole::Dim
        | StyleRole::Accent
        | StyleRole::AccentBold
        | StyleRole::Match
        | StyleRole::Outcome(_)
        | StyleRole::Kind(FactGroup::Money) => vec![(Need::Text, rows)],
        StyleRole::Kind(_) => vec![(Need::Mark, [&rows[..], &LANES].concat())],
        StyleRole::KindHeading(_) => vec![(Need::Text, vec![SCREEN, Some(StyleRole::Popup)])],
        StyleRole::SelectedText => vec![(Need::Text, vec![Some(StyleRole::SelectedRow)])],
        StyleRole::PathText => vec![(Need::Text, vec![Some(StyleRole::PathRow)])],
        StyleRole::GroundText => vec![(Need::Text, [&MAP[1..], &LANES].concat())],
        StyleRole::Selected
        | StyleRole::ActiveTab
        | StyleRole::AsOfTag
        | StyleRole::Popup
        | StyleRole::Heat(_) => vec![(Need::Text, vec![Some(role)])],
        StyleRole::SelectedBar | StyleRole::Bar => vec![(Need::Mark, rows[..3].to_vec())],
        StyleRole::Thumb => vec![(
            Need::Mark,
            vec![SCREEN, Some(StyleRole::PathRow), Some(StyleRole::Popup)],
        )],
        StyleRole::Faint => vec![(Need::Mark, vec![SCREEN])],
        StyleRole::Line => vec![(Need::Decoration, vec![SCREEN])],
        StyleRole::SeaText => vec![(Need::Text, vec![SCREEN, Some(StyleRole::NeighbourShape)])],
        StyleRole::WeakLabel => vec![(Need::Text, MAP.to_vec())],
        StyleRole::District | StyleRole::Rank(_) => vec![(Need::Mark, MAP.to_vec())],
        StyleRole::Border | StyleRole::Present | StyleRole::Pending => {
            vec![(Need::Text, vec![SCREEN])]
        }
        // These have no colour of their own, or are backgrounds.
        StyleRole::Plain
        | StyleRole::Emphasis
        | StyleRole::SelectedRow
        | StyleRole::PathRow
        | StyleRole::LandShape
        | StyleRole::NeighbourShape
        | StyleRole::PlanBar
        | StyleRole::OtherPlanBar => Vec::new(),
    }
}

/// Returns the colours that a background has, or none if it is not painted.
fn ground_colors(ground: Ground, styles: Styles, palette: &TerminalPalette) -> Vec<[f64; 3]> {
    match ground {
        SCREEN => backgrounds(styles, palette),
        Some(role) => {
            let color = match role {
                // The map paints these colours behind its labels itself.
                StyleRole::LandShape | StyleRole::NeighbourShape => styles.color(role),
                _ => styles.style(role).bg,
            };
            color
                .map(|color| rgb(color, false, palette))
                .into_iter()
                .collect()
        }
    }
}

#[test]
fn every_colour_can_be_read_on_every_background_that_it_is_used_on() {
    for (styles, palette) in
        all_styles().flat_map(|styles| PALETTES.iter().map(move |palette| (styles, palette)))
    {
        for (role, color) in StyleRole::all().filter_map(|role| Some((role, styles.color(role)?))) {
            let bold = styles.style(role).add_modifier.contains(Modifier::BOLD);
            for (need, grounds) in needs(role) {
                for ground in grounds {
                    for background in ground_colors(ground, styles, palette) {
                        let contrast = contrast(rgb(color, bold, palette), background);
                        assert!(
                            contrast >= need.contrast(),
                            "{role:?} on {ground:?} in {styles:?} in {}: {contrast:.2}",
                            palette.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_background_can_be_told_from_the_one_around_it() {
    for styles in all_styles() {
        for role in StyleRole::all() {
            let Some(color) = styles.style(role).bg.filter(|color| *color != Color::Reset) else {
                continue;
            };
            let around = match styles.background {
                Background::Light => WHITE,
                _ => BLACK,
            };
            let contrast = contrast(rgb(color, false, &PALETTES[0]), around);
            // A popup has a frame, and a path has a bar.
            let is_framed = matches!(role, StyleRole::Popup | StyleRole::PathRow);
            assert!(
                contrast >= if is_framed { 1.05 } else { 1.09 },
                "{role:?} in {styles:?}: {contrast:.2}"
            );
        }
    }
}

#[test]
fn colours_that_bold_makes_brighter_are_checked_as_they_are_shown() {
    let heading = rgb(Color::Magenta, true, &PALETTES[0]);
    let contrast = contrast(heading, WHITE);
    assert!((3.1..3.2).contains(&contrast), "{contrast}");
}

#[test]
fn neighbouring_classes_of_the_map_differ_clearly_in_lightness() {
    for styles in all_styles().filter(|styles| styles.has_backgrounds()) {
        let classes = [RankLevel::Low, RankLevel::Middle, RankLevel::High];
        let colors = classes.map(|level| styles.color(StyleRole::Rank(level)));
        let colors = colors.map(|color| rgb(color.expect("it has one"), false, &PALETTES[0]));
        // Light terminals have the wider range: the classes are darker than the land.
        let least = match styles.background {
            Background::Light => 1.9,
            _ => 1.29,
        };
        for pair in colors.windows(2) {
            let contrast = contrast(pair[0], pair[1]);
            assert!(contrast >= least, "{styles:?}: {contrast:.2}");
        }
    }
}
