//! Styles and signs. Meaning is carried by bold, reverse and signs; colour would be a second voice.

use ratatui::style::{Modifier, Style};

/// The style of the selected item in the pane that has the keys.
pub const SELECTED: Style = Style::new().add_modifier(Modifier::REVERSED);
/// The style of headings and titles.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
/// The style of what is text like any other.
pub const PLAIN: Style = Style::new();

/// What stands before the selected item of a pane.
pub const MARKER: &str = "›";
/// A published plan.
pub const PUBLISHED: &str = "✓";
/// An awaited plan.
pub const AWAITED: &str = "○";
/// What isn't known, where there is no room for words.
pub const UNKNOWN: &str = "?";
