//! Ways to make room beside the map: sums are shortened first, and left out last.

use super::area_field::{AreaField, MONEY, NEAREST};
use crate::{text::elide_words, tui::symbols::shown_text};

/// The room of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextRoom {
    pub(super) columns: usize,
    /// True if the terminal shows ASCII only.
    pub(super) ascii: bool,
}

/// A way to shorten fields.
pub(super) type Shortening = fn(TextRoom, &mut Vec<AreaField>);

/// The ways to make room for the titles of priorities, in their order. The first two leave a part of each sum's purpose.
pub(super) const SHORTENINGS: [Shortening; 5] = [
    leave_one_sum,
    |_, fields| of(MONEY, fields).for_each(shorten_to_clause),
    |room, fields| of(MONEY, fields).for_each(|text| shorten_to_row(text, room)),
    |_, fields| fields.retain(|field| field.label != NEAREST),
    |_, fields| fields.retain(|field| field.label != MONEY),
];

/// Leaves the first of several sums.
fn leave_one_sum(_: TextRoom, fields: &mut Vec<AreaField>) {
    let mut sums = 0;
    fields.retain(|field| {
        sums += usize::from(field.label == MONEY);
        field.label != MONEY || sums < 2
    });
}

/// Returns the texts of the fields with a label.
fn of<'f>(label: &str, fields: &'f mut [AreaField]) -> impl Iterator<Item = &'f mut String> {
    let fields = fields.iter_mut().filter(move |field| field.label == label);
    fields.map(|field| &mut field.text)
}

fn shorten_to_row(text: &mut String, TextRoom { columns, ascii }: TextRoom) {
    // Signs are wider in ASCII, and so is the ellipsis.
    let columns = columns - if ascii { 2 } else { 0 };
    *text = elide_words(&shown_text(text, ascii), columns).into_owned();
}

/// Shortens a text to its first clause, without the name of the area that a sum is for. Commas within a sum are no end.
fn shorten_to_clause(text: &mut String) {
    let ends = [", ", ": ", "; ", " ("].into_iter();
    let mut names = text.match_indices(" for ");
    let name = names.find(|(start, word)| {
        let rest = &text[start + word.len()..];
        rest.starts_with(char::is_uppercase)
    });
    let name = name.map(|(start, _)| start);
    if let Some(end) = ends.filter_map(|end| text.find(end)).chain(name).min() {
        text.truncate(end);
        text.push('…');
    }
}
