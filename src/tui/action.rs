//! Requests from views and overlays to the app.

use std::borrow::Cow;

use super::history::Location;
use crate::{
    command::{Command, SaveSubject, View},
    dataset::{AreaIndex, ItemIndex, PartialDate},
    query::filter::Filter,
};

/// A request to the app: views and overlays change their own state only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AppAction {
    /// Nothing.
    None,
    /// Open an item in the view that shows it.
    OpenItem(ItemIndex),
    /// Show the full text of an item over the view.
    ShowFullText(ItemIndex),
    /// Go back to the previous view.
    LeaveView,
    /// Go back to the previous location.
    GoBack,
    /// Go to a bookmarked location.
    GoTo(Location),
    /// Take back what a prompt has changed while its text was typed.
    CancelPreview,
    /// Say something in the footer, such as why a command does nothing.
    Notify(&'static str),
    /// Say in the footer what a command did.
    Confirm(Cow<'static, str>),
    /// Select the item at an index of the view's list.
    SelectIndex(usize),
    /// Select an item of another list of the view.
    SelectItem(ItemIndex),
    /// Take back the choice of an item of another list, and select the item at an index of the view's list.
    ReturnToIndex(usize),
    /// Search for these words.
    Search(String),
    /// Let the user choose an area to add to the comparison.
    ChooseArea {
        /// The areas.
        areas: Vec<AreaIndex>,
        /// The index of the one that is selected first.
        selected: usize,
        /// The area whose place it takes, if there is no room for another.
        replaced: Option<AreaIndex>,
    },
    /// Add an area to the comparison.
    AddArea(AreaIndex),
    /// Show what was known on a date; without one, the latest.
    SetAsOf(Option<PartialDate>),
    /// Replace the filter.
    SetFilter(Box<Filter>),
    /// Remove the bookmark at an index.
    RemoveBookmark(usize),
    /// Open a view if one is given, then run a command.
    Run(Option<View>, Command),
    /// Write a briefing to a file.
    Save {
        /// The file name.
        name: String,
        /// The subject of the file.
        subject: SaveSubject,
        /// True to overwrite an existing file.
        overwrite: bool,
    },
}
