//! Text for a terminal, wrapped between words, with columns aligned by their width in the terminal.

mod ascii_page;
mod links;
mod render;
mod table;
mod writer;

pub(super) use render::render;
