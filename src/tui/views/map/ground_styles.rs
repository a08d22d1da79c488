//! The styles of grounds, marks and labels.

use ratatui::style::{Color, Style};

use super::{fill::MapFill, ground::MapGround};
use crate::tui::styles::{StyleRole, Styles};

/// The styles of a map, found once for all its cells.
pub(super) struct GroundStyles {
    pub(super) fill: MapFill,
    styles: Styles,
    england: Option<Color>,
    neighbour: Option<Color>,
    /// The colours of the areas.
    areas: Vec<Option<Color>>,
}

impl GroundStyles {
    /// Returns the styles for a fill that the user has chosen, if the terminal can show it.
    pub(super) fn new(styles: Styles, chosen: MapFill, areas: Vec<StyleRole>) -> Self {
        let fill = if styles.ascii {
            MapFill::Ascii
        } else if styles.has_backgrounds() {
            chosen
        } else {
            // Without colours of our own, only different characters tell land from areas.
            MapFill::Stipple
        };
        let areas = areas.into_iter().map(|role| styles.color(role));
        Self {
            fill,
            styles,
            england: styles.color(StyleRole::LandShape),
            neighbour: styles.color(StyleRole::NeighbourShape),
            areas: areas.collect(),
        }
    }

    fn color(&self, ground: MapGround) -> Option<Color> {
        match ground {
            MapGround::Sea => None,
            MapGround::Neighbour => self.neighbour,
            MapGround::England => self.england,
            MapGround::Area(area) => self.areas.get(usize::from(area)).copied().flatten(),
        }
    }

    /// Returns the style of a cell with a ground in the foreground and one behind it.
    pub(super) fn cell(&self, ink: MapGround, paper: MapGround) -> Style {
        let mut style = Style::new();
        style.fg = self.color(ink);
        style.bg = self.color(paper);
        style
    }

    /// Returns the style of text or of a mark on a ground.
    pub(super) fn on(&self, role: StyleRole, ground: MapGround) -> Style {
        let mut style = self.styles.style(role);
        if self.fill.has_paper() {
            style.bg = self.color(ground);
        }
        style
    }

    /// Returns the style of a selected label.
    pub(super) fn selected(&self) -> Style {
        self.styles.style(StyleRole::Selected)
    }
}
