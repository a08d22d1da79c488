//! Roles: the meanings of texts, symbols and backgrounds, which decide their styles.

use ratatui::style::Modifier;

pub use crate::query::outcome_counts::OUTCOMES;
use crate::{dataset::OutcomeStatus, query::fact_group::FactGroup};

/// The meaning of a text, a symbol or a background, which decides its style.
///
/// There are three levels of emphasis: what is selected or asked for, content ([`StyleRole::Plain`]) and context
/// ([`StyleRole::Dim`]). There is one accent colour. Roles with a background of their own say so; all others keep the
/// background that a cell has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StyleRole {
    /// Ordinary text.
    Plain,
    /// Context: labels, counts, themes, references and sources.
    Dim,
    /// Bold text, such as the title of a pane without the focus.
    Emphasis,
    /// The accent colour: frames of popups, marks on an axis.
    Accent,
    /// The accent colour in bold: keys, numbers of priorities, the rule and title of the pane with the focus.
    AccentBold,
    /// Words that were searched for.
    Match,
    /// The tab of the current view, with a background.
    ActiveTab,
    /// The date as of which the screen shows what was known, with a background.
    AsOfTag,

    /// The whole selected item where it has one style, with a background.
    Selected,
    /// The background of the selected item's rows in the pane with the focus. Rendered last where it reverses colours.
    SelectedRow,
    /// The text of the selected item, on [`StyleRole::SelectedRow`].
    SelectedText,
    /// The background of the selected item's rows in the other panes.
    PathRow,
    /// The text of the selected item in the other panes, on [`StyleRole::PathRow`].
    PathText,
    /// Text on any other background of ours, such as land.
    GroundText,
    /// The bar at the left of the selected item in the pane with the focus.
    SelectedBar,
    /// The scroll bar, and the bar at the left of the selected item in the other panes.
    Thumb,

    /// Rules between panes and under titles: decoration only.
    Line,
    /// Borders, and the coast.
    Border,
    /// A popup, with a background.
    Popup,
    /// The view behind a popup: without bold and backgrounds.
    Faint,

    /// The sign of a group of facts.
    Kind(FactGroup),
    /// The heading of a group of facts.
    KindHeading(FactGroup),
    /// The sign and word of an outcome; none if it is not known.
    Outcome(Option<OutcomeStatus>),

    /// A bar that compares numbers, such as ranks.
    Bar,
    /// A count from 1 to 3 in a cell of the matrix, with a background that is stronger the higher it is.
    Heat(HeatLevel),
    /// England on the map. Its colour is also that behind labels.
    LandShape,
    /// Wales and Scotland on the map. Their colour is also that behind labels.
    NeighbourShape,
    /// Names of seas and countries on the map.
    SeaText,
    /// Labels on the map of areas without the value that is shown.
    WeakLabel,
    /// Areas on the map.
    District,
    /// A value on the map: higher is further from the background.
    Rank(RankLevel),
    /// The time of a plan in the selected lane, as a background.
    PlanBar,
    /// The time of a plan in another lane, as a background.
    OtherPlanBar,

    /// Something that exists: a published plan, a priority in a theme.
    Present,
    /// Something that does not exist, or not yet.
    Pending,
}

/// A level of [`StyleRole::Heat`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeatLevel {
    /// One.
    One,
    /// Two.
    Two,
    /// Three or more.
    Three,
}

/// A level of [`StyleRole::Rank`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankLevel {
    /// No value.
    Unknown,
    /// A low value.
    Low,
    /// A value in the middle.
    Middle,
    /// A high value.
    High,
}

impl HeatLevel {
    /// All levels, the weakest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// Returns the level of a count; none for 0.
    #[must_use]
    pub fn of(count: usize) -> Option<Self> {
        match count {
            0 => None,
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => Some(Self::Three),
        }
    }
}

impl StyleRole {
    /// Returns all roles.
    pub fn all() -> impl Iterator<Item = Self> {
        let kinds = FactGroup::ALL.into_iter();
        [
            Self::Plain,
            Self::Dim,
            Self::Emphasis,
            Self::Accent,
            Self::AccentBold,
            Self::Match,
            Self::ActiveTab,
            Self::AsOfTag,
            Self::Selected,
            Self::SelectedRow,
            Self::SelectedText,
            Self::PathRow,
            Self::PathText,
            Self::GroundText,
            Self::SelectedBar,
            Self::Thumb,
            Self::Line,
            Self::Border,
            Self::Popup,
            Self::Faint,
            Self::Bar,
            Self::LandShape,
            Self::NeighbourShape,
            Self::SeaText,
            Self::WeakLabel,
            Self::District,
            Self::Rank(RankLevel::Unknown),
            Self::Rank(RankLevel::Low),
            Self::Rank(RankLevel::Middle),
            Self::Rank(RankLevel::High),
            Self::PlanBar,
            Self::OtherPlanBar,
            Self::Present,
            Self::Pending,
        ]
        .into_iter()
        .chain(HeatLevel::ALL.map(Self::Heat))
        .chain(kinds.clone().map(Self::Kind))
        .chain(kinds.map(Self::KindHeading))
        .chain(OUTCOMES.map(Self::Outcome))
    }

    /// Returns the attributes of a role at any number of colours.
    pub(super) fn modifier(self) -> Modifier {
        match self {
            Self::Emphasis
            | Self::AccentBold
            | Self::ActiveTab
            | Self::AsOfTag
            | Self::Selected
            | Self::SelectedText
            | Self::PathText
            | Self::KindHeading(_) => Modifier::BOLD,
            Self::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
            _ => Modifier::empty(),
        }
    }

    /// Returns the attributes that replace the background of a role where it has none.
    pub(super) fn modifier_without_background(self) -> Modifier {
        match self {
            Self::Selected | Self::SelectedRow | Self::ActiveTab | Self::AsOfTag => {
                Modifier::REVERSED
            }
            // The numbers themselves are shown, too.
            Self::Heat(HeatLevel::Three) => Modifier::BOLD,
            _ => Modifier::empty(),
        }
    }
}
