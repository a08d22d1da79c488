//! Widgets that views and overlays share. Each reports the cursor and its mouse targets in a [`RenderState`].

#[cfg_attr(
    not(test),
    allow(dead_code, reason = "the views take the list over one after the other")
)]
mod block_list;
mod input_line;
mod item_list;
mod pane_frame;
mod render_context;
mod rich_text;
mod text_input;

#[allow(
    unused_imports,
    reason = "the views take the list over one after the other"
)]
pub(super) use block_list::{
    AsidePlace, BlockList, BlockNote, ItemBlock, ListGroup, PLAIN_INDENT, Piece, Room, SIGN_INDENT,
    render_thumb, thumb_rows,
};
pub(super) use input_line::InputLine;
pub(super) use item_list::{ItemList, ListRow, row_width, scroll_offset, visible_window};
pub(super) use pane_frame::PaneFrame;
pub use render_context::{RenderContext, RenderState};
pub(super) use rich_text::{RichText, TextPane};
pub use text_input::TextInput;
