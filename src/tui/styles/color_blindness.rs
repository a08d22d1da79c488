//! Colours as colour-blind people see them: roles that they cannot tell apart differ in their signs, and levels keep their order.

use ratatui::style::Modifier;

use super::{
    contrast::{PALETTES, TerminalPalette, all_styles, backgrounds, linear, rgb},
    *,
};
use crate::{query::fact_group::FactGroup, tui::symbols};

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

/// Machado, Oliveira and Fernandes 2009, at full severity. The authors of the other two matrices give none.
const TRITANOPIA: [[f64; 3]; 3] = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

/// The eyes to try: all cones, or one kind missing.
const EYES: [Option<[[f64; 3]; 3]>; 4] =
    [None, Some(PROTANOPIA), Some(DEUTERANOPIA), Some(TRITANOPIA)];

/// Returns a colour in linear RGB as these eyes see it.
fn seen(matrix: Option<[[f64; 3]; 3]>, rgb: [f64; 3]) -> [f64; 3] {
    let linear = linear(rgb);
    matrix.map_or(linear, |matrix| {
        matrix.map(|row| {
            let parts = row.iter().zip(linear).map(|(a, b)| a * b);
            parts.sum::<f64>().clamp(0.0, 1.0)
        })
    })
}

/// Returns the colour of a role as a terminal shows it, unless the terminal has no such scheme.
fn shown(role: StyleRole, styles: Styles, palette: &TerminalPalette) -> Option<[f64; 3]> {
    let bold = styles.style(role).add_modifier.contains(Modifier::BOLD);
    let color = styles.color(role)?;
    (!backgrounds(styles, palette).is_empty()).then(|| rgb(color, bold, palette))
}

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
    for (styles, palette) in
        all_styles().flat_map(|styles| PALETTES.iter().map(move |palette| (styles, palette)))
    {
        let pairs = [(StyleRole::Present, StyleRole::Pending)];
        let attributes = |role| styles.style(role).add_modifier;
        // A line under the words is more than a colour.
        let same_form = |(one, other): &(_, _)| attributes(*one) == attributes(*other);
        for (one, other) in pairs.into_iter().filter(same_form) {
            let shown = |role| shown(role, styles, palette);
            let (Some(a), Some(b)) = (shown(one), shown(other)) else {
                continue;
            };
            for eyes in &EYES[..3] {
                let difference = difference(seen(*eyes, a), seen(*eyes, b));
                assert!(
                    difference >= 20.0,
                    "{one:?} and {other:?} in {styles:?} in {}: {difference:.1}",
                    palette.name
                );
            }
        }
    }
}

/// Returns the roles with a sign, and the sign with and without other characters than ASCII.
fn signs() -> Vec<(StyleRole, [&'static str; 2])> {
    let kinds = FactGroup::ALL.map(|group| {
        let signs = [false, true].map(|ascii| symbols::kind_sign(group, ascii));
        (StyleRole::Kind(group), signs)
    });
    let outcomes = OUTCOMES.map(|outcome| {
        let signs = [false, true].map(|ascii| symbols::outcome_sign(outcome, ascii));
        (StyleRole::Outcome(outcome), signs)
    });
    kinds.into_iter().chain(outcomes).collect()
}

#[test]
fn roles_with_similar_colours_differ_in_their_signs() {
    let mut similar = 0;
    for styles in all_styles() {
        for palette in &PALETTES {
            for (index, (one, signs)) in self::signs().into_iter().enumerate() {
                for (other, other_signs) in self::signs().into_iter().skip(index + 1) {
                    let shown = |role| shown(role, styles, palette);
                    let is_similar = match (shown(one), shown(other)) {
                        (Some(a), Some(b)) => EYES
                            .iter()
                            .any(|eyes| difference(seen(*eyes, a), seen(*eyes, b)) < 20.0),
                        _ => true,
                    };
                    similar += usize::from(is_similar);
                    assert!(
                        !is_similar || (signs[0] != other_signs[0] && signs[1] != other_signs[1]),
                        "{one:?} and {other:?} in {styles:?}"
                    );
                }
            }
        }
    }
    assert!(similar > 0, "the check has something to find");
}

#[test]
fn levels_keep_their_order_in_all_eyes() {
    let brightness = |eyes, rgb| {
        let [red, green, blue]: [f64; 3] = seen(eyes, rgb);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let ranks = [RankLevel::Low, RankLevel::Middle, RankLevel::High].map(StyleRole::Rank);
    for styles in all_styles().filter(|styles| styles.has_backgrounds()) {
        let is_light = styles.background == Background::Light;
        let heat = HeatLevel::ALL.map(StyleRole::Heat);
        let levels = [
            ranks.map(|role| styles.style(role).fg),
            heat.map(|role| styles.style(role).bg),
        ];
        let levels =
            levels.map(|level| level.map(|color| color.expect("every level has a colour")));
        for (eyes, levels) in EYES
            .into_iter()
            .flat_map(|eyes| levels.map(|level| (eyes, level)))
        {
            let mut brightness =
                levels.map(|color| brightness(eyes, rgb(color, false, &PALETTES[0])));
            if is_light {
                brightness.reverse();
            }
            assert!(
                brightness.is_sorted_by(|a, b| *b > a * 1.1),
                "{levels:?} in {styles:?}: {brightness:?}"
            );
        }
    }
}
