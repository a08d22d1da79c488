//! The pages of the dialogue, and what they hold.

use crate::{
    command::View,
    dataset::{AreaIndex, ItemIndex, PartialDate, SourceIndex, ThemeIndex},
    query::{
        facet_options::FacetOption,
        facets::Condition,
        fact_group::FactGroup,
        outline::{AreaRow, PriorityRow},
        search::SearchQuery,
        table::TableOrder,
        targets::TargetGrouping,
    },
};

/// A page of the dialogue.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum DialoguePage {
    /// First page.
    Start,
    /// View across areas.
    View(View),
    /// Area, or the programme.
    Area(AreaRow),
    /// Priority, or other facts of an area or the programme.
    Priority(PriorityRow),
    /// Facts of one group of a priority, or of other facts.
    Group(PriorityRow, FactGroup),
    /// Facts of one group of an area and its priorities.
    AreaGroup(AreaIndex, FactGroup),
    /// Fact.
    Fact(ItemIndex),
    /// Words and abbreviations that are explained.
    Terms,
    /// Number of facts of each area, and what is not known.
    Coverage,
    /// Sums of money, of all areas or of one.
    Money(Option<AreaIndex>),
    /// Priorities in a theme.
    Theme(ThemeIndex),
    /// Themes, and the priorities of an area in each.
    ThemesOf(AreaIndex),
    /// Areas by their distance from one of them.
    Map {
        /// Area in the middle.
        centre: AreaIndex,
        /// Information about each area.
        layer: MapLayer,
    },
    /// Events of the programme and an area.
    EventsOf(AreaIndex),
    /// Publication.
    Source(SourceIndex),
    /// Publications, those that most facts cite first.
    SourcesByCitations,
    /// Targets in groups.
    Targets(WantedTargets),
    /// Facts with some words, in an order.
    Table {
        /// Words that facts must have.
        words: String,
        /// Order of the facts.
        order: TableOrder,
    },
    /// Areas side by side.
    Comparison(Vec<AreaIndex>),
    /// Results of a search.
    SearchResults {
        /// Words as the user typed them.
        words: String,
        /// Words and phrases, ready to be searched for.
        query: SearchQuery,
    },
    /// Values that a user can choose, of all conditions or of one.
    Filter(Option<Condition>),
    /// Marked pages.
    Marks,
    /// The most important commands.
    Help,
    /// All commands.
    Commands,
    /// Words and signs that a search can have.
    SearchHelp,
}

/// Information about each area on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum MapLayer {
    /// None but the distance.
    #[default]
    Distance,
    /// Plan.
    Plans,
    /// Rank of the year that most areas have one for.
    Ranks,
    /// Priorities in a theme.
    Theme(ThemeIndex),
    /// Sum that most areas have for the same purpose.
    Money,
    /// Outcomes of targets.
    Targets,
}

/// The targets that a user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WantedTargets {
    /// Order.
    pub(super) grouping: TargetGrouping,
    /// Area that they belong to.
    pub(super) area: Option<AreaIndex>,
    /// Date by which they are to be reached.
    pub(super) by: Option<PartialDate>,
}

impl DialoguePage {
    /// Returns the page of an item.
    pub(super) fn of(item: ItemIndex) -> Self {
        match item {
            ItemIndex::Programme => Self::Area(AreaRow::Programme),
            ItemIndex::Area(area) => Self::Area(AreaRow::Area(area)),
            ItemIndex::Priority(priority) => Self::Priority(PriorityRow::Priority(priority)),
            ItemIndex::Fact(_) | ItemIndex::Term(_) => Self::Fact(item),
            ItemIndex::Theme(theme) => Self::Theme(theme),
            ItemIndex::Source(source) => Self::Source(source),
        }
    }

    /// Returns the item that a briefing from this page is about.
    pub(super) fn item(&self) -> ItemIndex {
        match self {
            Self::Area(AreaRow::Area(area))
            | Self::ThemesOf(area)
            | Self::EventsOf(area)
            | Self::AreaGroup(area, _)
            | Self::Money(Some(area))
            | Self::Map { centre: area, .. }
            | Self::Priority(PriorityRow::AboutArea(area))
            | Self::Group(PriorityRow::AboutArea(area), _) => ItemIndex::Area(*area),
            Self::Priority(PriorityRow::Priority(priority))
            | Self::Group(PriorityRow::Priority(priority), _) => ItemIndex::Priority(*priority),
            Self::Fact(item) => *item,
            Self::Theme(theme) => ItemIndex::Theme(*theme),
            Self::Source(source) => ItemIndex::Source(*source),
            Self::Comparison(areas) => areas
                .first()
                .map_or(ItemIndex::Programme, |&area| ItemIndex::Area(area)),
            _ => ItemIndex::Programme,
        }
    }
}

/// The content of a page.
pub(super) struct PageContent {
    /// First line without a full stop.
    pub(super) title: String,
    /// Lines below the title.
    pub(super) lines: Vec<String>,
    /// Choices, numbered from 1.
    pub(super) choices: Vec<Choice>,
    /// Number of choices that are listed at first, if it is not the usual one.
    pub(super) listed_first: Option<usize>,
}

impl PageContent {
    /// Creates a page with choices.
    pub(super) fn new(title: impl Into<String>, lines: Vec<String>, choices: Vec<Choice>) -> Self {
        Self {
            title: title.into(),
            lines,
            choices,
            listed_first: None,
        }
    }

    /// Creates a page without choices.
    pub(super) fn text(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self::new(title, lines, Vec::new())
    }

    /// Creates a page without lines.
    pub(super) fn menu(title: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(title, Vec::new(), choices)
    }
}

/// A numbered choice.
pub(super) struct Choice {
    /// Text after the number.
    pub(super) label: String,
    /// Action of the number.
    pub(super) action: ChoiceAction,
}

impl Choice {
    /// Creates a choice that opens a page.
    pub(super) fn open(label: impl Into<String>, page: DialoguePage) -> Self {
        Self {
            label: label.into(),
            action: ChoiceAction::Open(page),
        }
    }
}

/// The action of a choice.
pub(super) enum ChoiceAction {
    /// Opens a page.
    Open(DialoguePage),
    /// Returns to a marked page.
    Return(DialoguePage),
    /// Adds a value to the filter, or removes it.
    Toggle(FacetOption),
}
