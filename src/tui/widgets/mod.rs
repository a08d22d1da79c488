//! Widgets that views and overlays share. Each reports the cursor and its mouse targets in a [`RenderState`].

mod block_list;
mod entry_pane;
mod entry_text;
mod input_line;
mod pane_frame;
mod popup;
mod render_context;
mod scroll_bar;
mod scroll_offset;
mod text_input;

pub(super) use block_list::{
    AsidePlace, BlockList, BlockNote, ItemBlock, ListGroup, PLAIN_INDENT, Room, SIGN_INDENT,
    TextPiece,
};
pub(super) use entry_pane::{EntryPane, content_columns, entry_columns};
pub(super) use entry_text::EntryText;
pub(super) use input_line::InputLine;
pub(super) use pane_frame::PaneFrame;
pub(super) use popup::{PopupArea, PopupRows, render_field, text_of};
pub use render_context::{RenderContext, RenderState};
pub(super) use scroll_offset::scroll_offset;
pub use text_input::TextInput;
