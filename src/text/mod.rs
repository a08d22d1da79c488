//! Text helpers that every layer shares: width and wrapping, sanitizing, and suggestions for
//! misspelt names.

mod sanitize;
mod suggest;
mod width;

pub use sanitize::{echo, is_noncharacter, is_obeyed, paragraph, quoted, sanitize, visible};
pub use suggest::{Suggestions, suggest};
pub use width::{
    ELLIPSIS, elide_end, elide_middle, elide_start, is_printable_ascii, text_width, wrap,
    wrap_hanging, wrap_lines,
};
