//! Styles. Words, symbols, bold and reverse video carry the meaning; colour only supports it.

#[cfg(test)]
mod color_blindness;
#[cfg(test)]
mod contrast;
mod palette;
mod role;
mod terminal_colors;

use ratatui::style::{Color, Modifier, Style};

pub use role::{HeatLevel, OUTCOMES, RankLevel, StyleRole};
pub use terminal_colors::{Background, ColorLevel, background};

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
        let mut style = Style::new().add_modifier(role.modifier());
        if role == StyleRole::Faint {
            // A view behind a popup keeps nothing of its own look.
            style = Style::reset();
            if self.color(role).is_none() {
                style = style.add_modifier(Modifier::DIM);
            }
        }
        let background = palette::background(role, self.color_level, self.background);
        let reverse = role.modifier_without_background();
        if let Some(color) = background {
            style = style.bg(color);
        } else if !reverse.is_empty() {
            style = style.add_modifier(reverse);
        }
        if background.is_none() && reverse.contains(Modifier::REVERSED) {
            // Cells may have other colours already; reversed, they would look patchy.
            return style.fg(Color::Reset);
        }
        match palette::foreground(role, self.color_level, self.background) {
            Some(color) => style.fg(color),
            None => style,
        }
    }

    /// Returns the colour of a role's text or symbol, if it has one.
    #[must_use]
    pub fn color(self, role: StyleRole) -> Option<Color> {
        palette::foreground(role, self.color_level, self.background)
    }

    /// Returns true if roles such as [`StyleRole::SelectedRow`] have a background; otherwise they use reverse video.
    #[must_use]
    pub fn has_backgrounds(self) -> bool {
        self.style(StyleRole::SelectedRow).bg.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_works_without_colours() {
        let styles = Styles::default();
        for role in [StyleRole::Selected, StyleRole::Emphasis, StyleRole::Match] {
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
    fn selected_rows_are_reversed_where_they_have_no_background() {
        for (color_level, background, has_background) in [
            (ColorLevel::TrueColor, Background::Dark, true),
            (ColorLevel::Ansi256, Background::Light, true),
            (ColorLevel::TrueColor, Background::Unknown, false),
            (ColorLevel::Ansi16, Background::Dark, false),
            (ColorLevel::None, Background::Light, false),
        ] {
            let styles = Styles {
                color_level,
                background,
                ascii: false,
            };
            assert_eq!(styles.has_backgrounds(), has_background, "{styles:?}");
            for role in [StyleRole::Selected, StyleRole::SelectedRow] {
                let style = styles.style(role);
                let is_reversed = style.add_modifier.contains(Modifier::REVERSED);
                assert_eq!(is_reversed, !has_background, "{role:?} in {styles:?}");
                assert!(!is_reversed || style.fg == Some(Color::Reset));
            }
        }
    }

    #[test]
    fn view_behind_a_popup_loses_its_own_look() {
        let styles = Styles {
            color_level: ColorLevel::TrueColor,
            background: Background::Dark,
            ascii: false,
        };
        let selected = styles.style(StyleRole::Selected);
        let mut cell = ratatui::buffer::Cell::new("a");
        cell.set_style(selected)
            .set_style(styles.style(StyleRole::Faint));
        assert_eq!((cell.bg, cell.modifier), (Color::Reset, Modifier::empty()));
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
