//! Widgets that views and overlays share. Each reports the cursor and its mouse targets in a [`RenderState`].

mod input_line;
mod item_list;
mod pane_frame;
mod render_context;
mod rich_text;
mod text_input;

pub(super) use input_line::InputLine;
pub(super) use item_list::{ItemList, ListRow, row_width, scroll_offset, visible_window};
pub(super) use pane_frame::PaneFrame;
pub use render_context::{RenderContext, RenderState};
pub(super) use rich_text::{RichText, TextPane};
pub use text_input::TextInput;
