//! Text helpers that every layer shares: width and wrapping, sanitizing, limits, the order of names,
//! and suggestions for misspelt names.

mod ascii;
mod limit;
mod natural_order;
mod sanitize;
mod shorten;
mod suggest;
mod width;
mod word_wrap;
mod wrap;

pub use ascii::{similar_ascii, to_ascii};
pub use limit::{LimitError, MAX_INPUT_BYTES, check_count, check_length, grouped};
pub use natural_order::natural_order;
pub use sanitize::{echo, is_noncharacter, is_obeyed, paragraph, quoted, sanitize, visible};
pub use shorten::{elide_words, elide_words_with, wrap_words, wrap_words_with};
pub use suggest::{Suggestions, nearest, suggest};
pub use width::{
    ELLIPSIS, elide_end, elide_middle, elide_start, is_plain, is_printable_ascii, text_width,
};
pub use word_wrap::{first_word_lines, shortened, word_lines};
pub use wrap::{wrap, wrap_hanging};
