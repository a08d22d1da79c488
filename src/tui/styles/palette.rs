//! The colours of all roles.
//!
//! The terminal's own background is never painted. Colours for dark terminals are readable on black and on dark grey, those
//! for light ones on white and light grey; where the background is not known, on black and on white.

use ratatui::style::Color;

use super::{
    role::{HeatLevel, RankLevel, StyleRole},
    terminal_colors::{Background, ColorLevel},
};
use crate::{dataset::OutcomeStatus, query::fact_group::FactGroup};

/// A colour in all its forms. Each form comes for a dark and a light background, and for one that is not known.
#[derive(Debug, Clone, Copy)]
struct Shade {
    /// Red, green and blue.
    rgb: [Option<u32>; 3],
    /// Numbers in the cube of 216 colours and the 24 greys, which are the same in all terminals.
    indexed: [Option<u8>; 3],
    /// One of the sixteen colours, for a dark and a light background. Few can be read with all usual palettes.
    ansi16: [Option<Color>; 2],
}

/// Creates a shade for known backgrounds.
const fn shade(dark: (u32, u8), light: (u32, u8)) -> Shade {
    Shade {
        rgb: [Some(dark.0), Some(light.0), None],
        indexed: [Some(dark.1), Some(light.1), None],
        ansi16: [None, None],
    }
}

impl Shade {
    /// Adds the form for a background that is not known.
    const fn unknown(mut self, rgb: u32, index: u8) -> Self {
        self.rgb[2] = Some(rgb);
        self.indexed[2] = Some(index);
        self
    }

    /// Adds one of the sixteen colours for dark backgrounds.
    const fn dark16(mut self, color: Color) -> Self {
        self.ansi16[0] = Some(color);
        self
    }

    /// Adds one of the sixteen colours for light backgrounds.
    const fn light16(mut self, color: Color) -> Self {
        self.ansi16[1] = Some(color);
        self
    }

    /// Returns the shade for bold text. Many terminals show bold text in the light variant of its colour, which has too
    /// little contrast on a light background.
    const fn bold(mut self) -> Self {
        self.ansi16[1] = None;
        self
    }

    fn color(self, level: ColorLevel, background: Background) -> Option<Color> {
        let column = match background {
            Background::Dark => 0,
            Background::Light => 1,
            Background::Unknown => 2,
        };
        match level {
            ColorLevel::None => None,
            ColorLevel::Ansi16 => self.ansi16.get(column).copied().flatten(),
            ColorLevel::Ansi256 => self.indexed[column].map(Color::Indexed),
            ColorLevel::TrueColor => {
                let [_, red, green, blue] = self.rgb[column]?.to_be_bytes();
                Some(Color::Rgb(red, green, blue))
            }
        }
    }
}

const ACCENT: Shade = shade((0x007c_c4ff, 117), (0x000b_5cad, 25))
    .unknown(0x001e_77d0, 63)
    .dark16(Color::LightCyan)
    .light16(Color::Blue);
const DIM: Shade = shade((0x009a_a5b6, 249), (0x005b_6675, 240)).unknown(0x0075_7575, 243);
const GOOD: Shade = shade((0x007e_e2a8, 115), (0x000a_6b3d, 23))
    .unknown(0x001e_8652, 29)
    .dark16(Color::LightGreen);
const PART: Shade = shade((0x00f2_d16b, 221), (0x007a_5a00, 58))
    .unknown(0x0095_7000, 131)
    .dark16(Color::LightYellow);
const BAD: Shade = shade((0x00ff_8d8d, 217), (0x00b3_261e, 124))
    .unknown(0x00d0_452c, 131)
    .light16(Color::Red);
/// Not the accent, which means selected.
const PROGRESS: Shade = shade((0x00c9_d3df, 188), (0x003d_5a78, 59)).unknown(0x005f_7893, 243);
const TARGET: Shade = shade((0x00ff_b86b, 215), (0x009a_4b00, 94))
    .unknown(0x00c5_5205, 131)
    .dark16(Color::LightYellow)
    .light16(Color::Red);
const REASON: Shade = shade((0x00c4_a7ff, 183), (0x006b_3fd4, 55))
    .unknown(0x0096_56d5, 98)
    .light16(Color::Magenta);
const EVENT: Shade = shade((0x00f5_9ac0, 218), (0x00a3_195b, 89))
    .unknown(0x00c9_4088, 163)
    .light16(Color::Magenta);
const NOTE: Shade = shade((0x00a9_b4c2, 249), (0x004a_5563, 240)).unknown(0x006b_7785, 243);
/// Content on a background of ours. Elsewhere content has the terminal's own colour.
const TEXT: Shade = shade((0x00e6_e9ee, 254), (0x001a_1f27, 235));
const SELECTED_TEXT: Shade = shade((0x00ff_ffff, 231), (0x000b_1a2b, 234));
/// Text on the accent colour.
const ON_ACCENT: Shade = shade((0x000b_1420, 16), (0x00ff_ffff, 231)).unknown(0x00ff_ffff, 231);

const fn kind(group: FactGroup) -> Shade {
    match group {
        FactGroup::Target => TARGET,
        FactGroup::Action => ACCENT,
        FactGroup::Result => GOOD,
        FactGroup::Reason => REASON,
        FactGroup::Money => PART,
        FactGroup::Event => EVENT,
        FactGroup::Note => NOTE,
    }
}

/// Returns the colour of a role's text or symbol, if it has one of its own.
pub(super) fn foreground(
    role: StyleRole,
    level: ColorLevel,
    background: Background,
) -> Option<Color> {
    let shade = match role {
        StyleRole::Plain
        | StyleRole::Emphasis
        | StyleRole::SelectedRow
        | StyleRole::PathRow
        | StyleRole::PlanBar
        | StyleRole::OtherPlanBar => return None,
        StyleRole::Dim | StyleRole::Outcome(None) => DIM,
        StyleRole::Accent | StyleRole::SelectedBar => ACCENT,
        StyleRole::AccentBold | StyleRole::Match => ACCENT.bold(),
        StyleRole::ActiveTab | StyleRole::AsOfTag => ON_ACCENT,
        StyleRole::Selected | StyleRole::SelectedText => SELECTED_TEXT,
        StyleRole::PathText | StyleRole::GroundText | StyleRole::Popup => TEXT,
        StyleRole::Thumb => shade((0x007b_8798, 245), (0x007a_8696, 244)).unknown(0x0075_7575, 243),
        StyleRole::Line => shade((0x003b_4858, 239), (0x00c2_cbd5, 250)).unknown(0x0075_7575, 243),
        StyleRole::Faint => shade((0x007a_8492, 245), (0x0069_737f, 242)).unknown(0x0075_7575, 243),
        StyleRole::Kind(group) => kind(group),
        StyleRole::KindHeading(group) => kind(group).bold(),
        StyleRole::Outcome(Some(OutcomeStatus::Met)) => GOOD,
        StyleRole::Outcome(Some(OutcomeStatus::PartlyMet)) => PART,
        StyleRole::Outcome(Some(OutcomeStatus::InProgress)) => PROGRESS,
        StyleRole::Outcome(Some(OutcomeStatus::NotMet)) => BAD,
        StyleRole::Bar => shade((0x005f_93c2, 74), (0x004a_80b3, 25)).unknown(0x001e_77d0, 63),
        StyleRole::Heat(level) => match level {
            HeatLevel::One | HeatLevel::Two => TEXT,
            HeatLevel::Three => shade((0x00ff_ffff, 231), (0x001a_1f27, 235)),
        },
        StyleRole::LandShape => shade((0x002a_4a3a, 22), (0x00d3_e6d0, 194)),
        StyleRole::NeighbourShape => shade((0x001c_2b27, 235), (0x00ec_f1e9, 255)),
        StyleRole::SeaText => {
            shade((0x0087_97ad, 109), (0x005b_6675, 60)).unknown(0x0075_7575, 243)
        }
        StyleRole::WeakLabel => {
            shade((0x00b9_c4be, 252), (0x0046_535a, 239)).unknown(0x0075_7575, 243)
        }
        StyleRole::District => shade((0x00ff_b86b, 215), (0x00b4_5a00, 130))
            .unknown(0x00c5_5205, 131)
            .dark16(Color::LightYellow)
            .light16(Color::Red),
        StyleRole::Rank(RankLevel::Unknown) => shade((0x0093_a39a, 249), (0x0066_756b, 242)),
        StyleRole::Rank(RankLevel::Low) => shade((0x00d0_8a48, 209), (0x00a8_720f, 130)),
        StyleRole::Rank(RankLevel::Middle) => shade((0x00ff_b454, 215), (0x007d_3500, 88)),
        StyleRole::Rank(RankLevel::High) => shade((0x00ff_f0cf, 230), (0x002e_0d00, 16)),
        StyleRole::Border => {
            shade((0x009a_a4ae, 248), (0x0059_636e, 241)).unknown(0x0075_7575, 243)
        }
        StyleRole::Present => shade((0x0079_c0ff, 117), (0x0005_50ae, 25))
            .unknown(0x001e_77d0, 63)
            .dark16(Color::LightCyan)
            .light16(Color::Blue),
        StyleRole::Pending => shade((0x00ff_a657, 215), (0x0095_3800, 124))
            .unknown(0x00c5_5205, 131)
            .dark16(Color::LightYellow)
            .light16(Color::Red),
    };
    shade.color(level, background)
}

/// Returns the background of a role, if it has one.
///
/// Without 256 colours there is none. Without knowing the terminal's background there are only those that carry their own
/// text: no other background lets every colour that is readable on black and on white be read.
pub(super) fn background(
    role: StyleRole,
    level: ColorLevel,
    background: Background,
) -> Option<Color> {
    if level == ColorLevel::Ansi16 {
        return None;
    }
    let shade = match role {
        StyleRole::Selected | StyleRole::SelectedRow => {
            shade((0x001d_3854, 238), (0x00d6_e8fb, 189))
        }
        StyleRole::PathRow => shade((0x0019_232f, 236), (0x00ee_f2f6, 255)),
        StyleRole::ActiveTab => ACCENT,
        StyleRole::AsOfTag => PART.unknown(0x0095_7000, 131),
        StyleRole::Popup => shade((0x0016_1d27, 234), (0x00f7_f9fb, 255)),
        StyleRole::Heat(HeatLevel::One) => shade((0x0016_304a, 17), (0x00dc_ebf9, 189)),
        StyleRole::Heat(HeatLevel::Two) => shade((0x0021_527f, 24), (0x00a9_cff0, 111)),
        StyleRole::Heat(HeatLevel::Three) => shade((0x002f_78bb, 27), (0x006f_b0e6, 69)),
        StyleRole::PlanBar => shade((0x001f_4765, 24), (0x00c9_def2, 189)),
        StyleRole::OtherPlanBar => shade((0x001a_3346, 236), (0x00e3_eef8, 255)),
        _ => return None,
    };
    shade.color(level, background)
}
