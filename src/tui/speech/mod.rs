//! The screen-reader mode: the state in sentences, one list or text at a time.
//!
//! It is another presentation of the same state, with the same keys. Views and popups say what they list as a
//! [`SpokenPage`], and [`crate::tui::screen`] renders it. Each row is a sentence that ends with its position. A move changes
//! the position of the cursor and nothing else, so that a screen reader speaks the new row only.

mod characters;
mod item_text;
mod page;
mod rows;
mod spoken_screen;

pub(crate) use characters::speakable;
pub(crate) use item_text::item_text;
pub(crate) use page::{SpokenField, SpokenPage, SpokenRows};
pub(crate) use rows::{cut, sentence, with_position, wrapped};
pub(crate) use spoken_screen::{SpokenScreen, list_rows};
