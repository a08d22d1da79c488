//! The overlays: one file for each, with its state, update and rendering. Lists and texts cover the view; prompts take the
//! footer and leave the view visible.

mod bookmarks;
mod commands;
mod date;
mod filter;
mod jump;
mod overlay;
mod overlay_state;
mod save;
mod text;
mod theme_text;

pub(crate) use bookmarks::BookmarkList;
pub(crate) use commands::{CommandList, CommandPicker};
pub(crate) use date::DatePrompt;
pub(crate) use filter::{FilterCounts, FilterPicker};
pub(crate) use jump::JumpPrompt;
pub(crate) use overlay::Overlay;
pub(crate) use overlay_state::OverlayScope;
pub(crate) use save::{SavePrompt, is_like_words};
pub(crate) use text::TextPopup;
