//! The pages of the dialogue, and what they hold.

use crate::{
    command::View,
    dataset::{AreaIndex, ItemIndex, SourceIndex, ThemeIndex},
    query::{
        facet_options::FacetOption,
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
    /// Fact.
    Fact(ItemIndex),
    /// Words and abbreviations that are explained.
    Terms,
    /// Number of facts of each area, and what is not known.
    Coverage,
    /// Sums of money.
    Money,
    /// Priorities in a theme.
    Theme(ThemeIndex),
    /// Nearest areas in each direction.
    Neighbours(AreaIndex),
    /// Publication.
    Source(SourceIndex),
    /// Targets in groups.
    Targets(TargetGrouping),
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
    /// Values that a user can choose.
    Filter,
    /// Marked pages.
    Marks,
    /// Commands.
    Help,
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
            | Self::Neighbours(area)
            | Self::Priority(PriorityRow::AboutArea(area)) => ItemIndex::Area(*area),
            Self::Priority(PriorityRow::Priority(priority)) => ItemIndex::Priority(*priority),
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
    /// Title without a full stop.
    pub(super) title: String,
    /// Lines below the title.
    pub(super) lines: Vec<String>,
    /// Choices, numbered from 1.
    pub(super) choices: Vec<Choice>,
}

impl PageContent {
    /// Creates a page without choices.
    pub(super) fn text(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self {
            title: title.into(),
            lines,
            choices: Vec::new(),
        }
    }

    /// Creates a page without lines.
    pub(super) fn menu(title: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self {
            title: title.into(),
            lines: Vec::new(),
            choices,
        }
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
    /// Adds a value to the filter, or removes it.
    Toggle(FacetOption),
}
