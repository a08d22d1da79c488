//! The lines of an item at a given width: all of them, or with a shortened text.

use std::{borrow::Cow, ops::Range};

use super::item_block::{AsidePlace, ItemBlock, TextPiece};
use crate::{
    text::{ELLIPSIS, shortened, text_width, word_lines},
    tui::{
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

/// A line of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct BlockLine {
    /// The pieces from the left.
    pub left: Vec<TextPiece>,
    /// The parts that match the search, as ranges of bytes of the first piece.
    pub matches: Vec<Range<usize>>,
    /// The pieces at the right edge.
    pub right: Vec<TextPiece>,
}

/// An item whose text is wrapped to a width, so that its lines can be counted before they are made.
#[derive(Debug, Clone)]
pub(super) struct WrappedBlock {
    block: ItemBlock,
    columns: usize,
    /// The columns of what stands on the right.
    aside_width: usize,
    ellipsis: &'static str,
    text_lines: Vec<Range<usize>>,
    /// The lines of each note, with its level.
    note_lines: Vec<(usize, Vec<Vec<TextPiece>>)>,
}

/// Returns the columns of pieces.
fn width(pieces: &[TextPiece]) -> usize {
    pieces.iter().map(|(text, _)| text_width(text)).sum()
}

impl WrappedBlock {
    /// Wraps an item to `columns`.
    pub(super) fn new(mut block: ItemBlock, columns: usize, styles: Styles) -> Self {
        let ascii = styles.ascii;
        if let Cow::Owned(text) = shown_text(&block.text, ascii) {
            let moved = |offset: usize| offset + 2 * block.text[..offset].matches('£').count();
            for part in &mut block.matches {
                *part = moved(part.start)..moved(part.end);
            }
            block.dim_from = block.dim_from.map(moved);
            block.text = text;
        }
        let notes = block.notes.iter_mut().flat_map(|note| &mut note.pieces);
        for (text, _) in notes.chain(&mut block.aside) {
            if let Cow::Owned(shown) = shown_text(text, ascii) {
                *text = Cow::Owned(shown);
            }
        }
        let aside_width = width(&block.aside);
        let text_columns = match block.aside_place {
            AsidePlace::FirstLine if !block.aside.is_empty() => {
                columns.saturating_sub(aside_width + 1)
            }
            _ => columns,
        };
        let text_lines = word_lines(&block.text, text_columns);
        let note_lines = block
            .notes
            .iter()
            .map(|note| (note.level, flow(&note.pieces, columns)))
            .collect();
        Self {
            block,
            columns: text_columns.max(1),
            aside_width,
            ellipsis: if ascii { "..." } else { ELLIPSIS },
            text_lines,
            note_lines,
        }
    }

    /// Returns the number of rows of the whole text and what stands on its right, without notes.
    pub(super) fn text_height(&self, level: usize) -> usize {
        let needs_row =
            self.aside_is_under_text(level) && !self.has_room_for_aside(&self.text_lines);
        self.text_lines.len() + usize::from(needs_row)
    }

    /// Returns the number of rows with at most `max_rows` for the text, and the notes up to a level.
    pub(super) fn height(&self, max_rows: usize, level: usize) -> usize {
        let notes: usize = self.notes(level).map(Vec::len).sum();
        let note_before_aside = self.last_note(level).filter(|_| self.has_last_aside());
        let needs_row = note_before_aside.is_some_and(|note| {
            let shown = &self.text_lines[..self.text_lines.len().min(max_rows.max(1))];
            width(note) + 1 + self.aside_width > self.columns
                && !(self.block.aside_place == AsidePlace::AnyRoom
                    && self.has_room_for_aside(shown))
        });
        self.text_height(level).min(max_rows) + notes + usize::from(needs_row)
    }

    fn notes(&self, level: usize) -> impl Iterator<Item = &Vec<Vec<TextPiece>>> {
        let notes = self.note_lines.iter();
        notes
            .filter(move |(shown_from, _)| *shown_from <= level)
            .map(|(_, lines)| lines)
    }

    fn last_note(&self, level: usize) -> Option<&Vec<TextPiece>> {
        self.notes(level).filter_map(|lines| lines.last()).last()
    }

    fn has_last_aside(&self) -> bool {
        self.block.aside_place != AsidePlace::FirstLine && !self.block.aside.is_empty()
    }

    /// Returns true if what stands on the right is in the last line of the text or in a row after it.
    fn aside_is_under_text(&self, level: usize) -> bool {
        self.has_last_aside() && self.last_note(level).is_none()
    }

    /// Returns true if what stands on the right may be in one of some lines of the text.
    fn has_room_for_aside(&self, lines: &[Range<usize>]) -> bool {
        let mut from_last = lines.iter().rev();
        match self.block.aside_place {
            AsidePlace::AnyRoom => from_last.any(|line| self.fits_before_aside(line)),
            _ => from_last
                .next()
                .is_some_and(|line| self.fits_before_aside(line)),
        }
    }

    fn fits_before_aside(&self, line: &Range<usize>) -> bool {
        let text = text_width(&self.block.text[line.clone()]);
        text + 1 + self.aside_width <= self.columns
    }

    /// Returns the parts of the text in `max_rows`, and true if an ellipsis follows the last.
    fn text_parts(&self, max_rows: usize, level: usize) -> (Vec<Range<usize>>, bool) {
        if self.text_height(level) <= max_rows {
            return (self.text_lines.clone(), false);
        }
        let count = self.text_lines.len().min(max_rows.max(1));
        let mut parts = self.text_lines[..count].to_vec();
        let is_placed_above = self.block.aside_place == AsidePlace::AnyRoom
            && self.has_room_for_aside(&parts[..count - 1]);
        let columns = if self.aside_is_under_text(level) && !is_placed_above {
            self.columns.saturating_sub(self.aside_width + 1)
        } else {
            self.columns
        };
        let fits = |line: &Range<usize>| {
            let text = &self.block.text[line.clone()];
            let word = text.split(' ').next().unwrap_or_default();
            text_width(word) + text_width(self.ellipsis) <= columns
        };
        let mut columns_left = columns;
        if count > 1 && columns < self.columns && !parts.last().is_some_and(fits) {
            // What stands on the right gets the row alone, so that no word is cut in two.
            parts.pop();
            columns_left = self.columns;
        }
        if let Some(last) = parts.last_mut() {
            *last = shortened(&self.block.text, last.clone(), columns_left, self.ellipsis);
        }
        (parts, true)
    }

    /// Returns the sign in front of the first line.
    pub(super) fn sign(&self) -> Option<&TextPiece> {
        self.block.sign.as_ref()
    }

    /// Returns the words between the sign and the text.
    pub(super) fn label(&self) -> Option<&TextPiece> {
        self.block.label.as_ref()
    }

    /// Makes the lines, with at most `max_rows` for the text, and the notes up to a level. `text_role` replaces the role of
    /// the text.
    pub(super) fn lines(
        &self,
        max_rows: usize,
        level: usize,
        text_role: Option<StyleRole>,
    ) -> Vec<BlockLine> {
        let role = text_role.unwrap_or(self.block.role);
        let (parts, is_cut) = self.text_parts(max_rows, level);
        let last = parts.len() - 1;
        let text = parts.iter().enumerate().map(|(index, part)| {
            let mut left = self.pieces_of(part, role);
            if is_cut
                && index == last
                && let Some((shown, _)) = left.last_mut()
            {
                shown.to_mut().push_str(self.ellipsis);
            }
            BlockLine {
                matches: self.matches_in(part),
                left,
                right: Vec::new(),
            }
        });
        let notes = self.notes(level).flatten().map(|pieces| BlockLine {
            left: pieces.clone(),
            ..BlockLine::default()
        });
        let mut lines: Vec<BlockLine> = text.chain(notes).collect();
        if self.block.aside.is_empty() {
            return lines;
        }
        if self.has_last_aside() && lines.len() < self.height(max_rows, level) {
            lines.push(BlockLine::default());
        }
        let has_room = |line: &BlockLine| width(&line.left) + 1 + self.aside_width <= self.columns;
        let line = match self.block.aside_place {
            AsidePlace::FirstLine => lines.first_mut(),
            AsidePlace::LastLine => lines.last_mut(),
            AsidePlace::AnyRoom => lines.iter_mut().rfind(|line| has_room(line)),
        };
        if let Some(line) = line {
            line.right.clone_from(&self.block.aside);
        }
        lines
    }

    /// Returns a part of the text as pieces: what is context has a role of its own.
    fn pieces_of(&self, part: &Range<usize>, role: StyleRole) -> Vec<TextPiece> {
        let piece = |range: Range<usize>, role| {
            let text = self.block.text[range].to_string();
            (Cow::Owned(text), role)
        };
        match self.block.dim_from {
            Some(from) if from <= part.start => vec![piece(part.clone(), StyleRole::Dim)],
            Some(from) if from < part.end => {
                vec![
                    piece(part.start..from, role),
                    piece(from..part.end, StyleRole::Dim),
                ]
            }
            _ => vec![piece(part.clone(), role)],
        }
    }

    /// Returns the matches in a part of the text, from its start.
    fn matches_in(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let matches = self.block.matches.iter();
        matches
            .map(|found| found.start.max(part.start)..found.end.min(part.end))
            .filter(|found| found.start < found.end)
            .map(|found| found.start - part.start..found.end - part.start)
            .collect()
    }
}

impl BlockLine {
    /// Puts an ellipsis in the place of the last word.
    pub(super) fn elide_last_word(&mut self, ascii: bool) {
        if let Some((text, _)) = self.left.last_mut() {
            let text = text.to_mut();
            let end = text.trim_end().rfind(' ').unwrap_or(text.len());
            text.truncate(end);
            text.push_str(if ascii { "..." } else { ELLIPSIS });
        }
    }
}

/// Distributes pieces over lines.
fn flow(pieces: &[TextPiece], columns: usize) -> Vec<Vec<TextPiece>> {
    let mut lines: Vec<Vec<TextPiece>> = Vec::new();
    let mut line: Vec<TextPiece> = Vec::new();
    let mut used = 0;
    for (text, role) in pieces {
        let piece_width = text_width(text);
        if used + piece_width <= columns {
            line.push((text.clone(), *role));
            used += piece_width;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let text = text.trim_start();
        for range in word_lines(text, columns) {
            let part = text[range].to_string();
            used = text_width(&part);
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push((Cow::Owned(part), *role));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
