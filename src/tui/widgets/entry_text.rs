//! Text for a pane: labelled entries, paragraphs and numbered notes, whose words keep their roles when lines are wrapped.

#[cfg(test)]
mod tests;

use std::{borrow::Cow, ops::Range};

use ratatui::{buffer::Buffer, layout::Rect};

use super::{block_list::TextPiece, render_context::put_str};
use crate::{
    query::fact_group::FactGroup,
    text::{text_width, word_lines},
    tui::{
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

/// The columns of the labels, unless one is wider.
const LABEL_COLUMNS: usize = 9;
/// The columns that a text behind a sum is indented by if it has lines of its own.
const UNDER_SUM: usize = 2;

/// Text that is wrapped to a width, in lines of pieces.
#[derive(Debug, Clone)]
pub(crate) struct EntryText {
    columns: usize,
    /// The columns of the labels, with a gap.
    labels: usize,
    ascii: bool,
    /// The lines that are rendered. Others are counted, but have no pieces.
    visible: Range<usize>,
    lines: Vec<Vec<TextPiece>>,
    /// True if the last line is blank.
    ends_blank: bool,
}

impl EntryText {
    /// Creates an empty text of a width in columns.
    #[must_use]
    pub(crate) fn new(columns: usize, styles: Styles) -> Self {
        Self {
            columns: columns.max(1),
            labels: LABEL_COLUMNS,
            ascii: styles.ascii,
            visible: 0..usize::MAX,
            lines: Vec::new(),
            ends_blank: false,
        }
    }

    /// Keeps the pieces of these lines only. The text is rendered from the first of them, in no more rows.
    #[must_use]
    pub(crate) fn showing(self, visible: Range<usize>) -> Self {
        Self { visible, ..self }
    }

    /// Makes room for the widest of some labels, unless that would leave less than half of the width for the texts.
    #[must_use]
    pub(crate) fn with_labels<'l>(self, labels: impl IntoIterator<Item = &'l str>) -> Self {
        let widest = labels.into_iter().map(|label| text_width(label) + 1);
        let labels = widest.max().unwrap_or(0).max(LABEL_COLUMNS);
        Self {
            labels: if labels * 2 <= self.columns {
                labels
            } else {
                LABEL_COLUMNS
            },
            ..self
        }
    }

    /// Returns the lines.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn lines(&self) -> &[Vec<TextPiece>] {
        &self.lines
    }

    /// Returns the number of lines.
    #[must_use]
    pub(crate) fn count(&self) -> usize {
        self.lines.len()
    }

    /// Adds an empty line, unless the text is empty or ends with one.
    pub(crate) fn blank(&mut self) {
        if !self.lines.is_empty() && !self.ends_blank {
            self.lines.push(Vec::new());
            self.ends_blank = true;
        }
    }

    fn push_line(&mut self, line: Vec<TextPiece>) {
        self.lines.push(line);
        self.ends_blank = false;
    }

    /// Returns true if the next line is one of those that are rendered.
    fn is_visible(&self) -> bool {
        self.visible.contains(&self.lines.len())
    }

    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, text: &str, role: StyleRole) {
        self.hanging(Vec::new(), &[(text.to_string().into(), role)], 0);
    }

    /// Adds a line with text on the left and on the right, such as a heading with a count.
    pub(crate) fn sides(&mut self, left: TextPiece, right: TextPiece) {
        let gap = self
            .columns
            .saturating_sub(text_width(&left.0) + text_width(&right.0));
        if gap == 0 {
            self.hanging(Vec::new(), &[left], 0);
            return;
        }
        self.push_line(vec![
            left,
            (" ".repeat(gap).into(), StyleRole::Plain),
            right,
        ]);
    }

    /// Adds a paragraph behind a label, in a column of its own. The label of a further paragraph is empty.
    pub(crate) fn entry(&mut self, label: &str, pieces: &[TextPiece]) {
        self.labelled(label, Vec::new(), pieces, 0);
    }

    /// Adds a paragraph behind a label and a sign. All lines but the first are indented by `indent` columns, too.
    pub(crate) fn labelled(
        &mut self,
        label: &str,
        sign: Vec<TextPiece>,
        pieces: &[TextPiece],
        indent: usize,
    ) {
        let label_width = text_width(label);
        let mut first: Vec<TextPiece> = Vec::new();
        if !label.is_empty() {
            first.push((label.to_string().into(), StyleRole::Dim));
        }
        let gap = self.labels.saturating_sub(label_width).max(1);
        let mut blanks = self.piece();
        push_blanks(&mut blanks, gap);
        first.push((blanks.into(), StyleRole::Plain));
        first.extend(sign);
        self.hanging(first, pieces, self.labels + indent);
    }

    /// Adds a sum and its purpose behind a label. Sums of `sum_columns` end under each other. Where the column beside them
    /// would be too narrow for the purpose, it stands below its sum.
    pub(crate) fn sum(
        &mut self,
        label: &str,
        sum: &str,
        sum_columns: usize,
        purpose: &[TextPiece],
    ) {
        let pad = " ".repeat(sum_columns.saturating_sub(text_width(sum)));
        let money = StyleRole::Kind(FactGroup::Money);
        let sum: TextPiece = (format!("{pad}{sum}").into(), money);
        let gap = |columns: usize| -> TextPiece { (" ".repeat(columns).into(), StyleRole::Plain) };
        let hang = sum_columns + UNDER_SUM;
        if (self.labels + hang) * 2 <= self.columns {
            self.labelled(label, vec![sum, gap(UNDER_SUM)], purpose, hang);
        } else {
            self.labelled(label, vec![sum], &[], 0);
            self.labelled("", vec![gap(UNDER_SUM)], purpose, UNDER_SUM);
        }
    }

    /// Adds a numbered note.
    pub(crate) fn note(&mut self, number: usize, text: &str, role: StyleRole) {
        let number: TextPiece = (format!("[{number}] ").into(), StyleRole::Dim);
        let indent = text_width(&number.0);
        self.hanging(vec![number], &[(text.to_string().into(), role)], indent);
    }

    /// Adds a paragraph after some pieces. All lines but the first are indented.
    pub(crate) fn hanging(&mut self, first: Vec<TextPiece>, pieces: &[TextPiece], indent: usize) {
        // In a narrow pane an indentation would leave no room for words.
        let indent = [indent, self.labels, 2]
            .into_iter()
            .find(|&narrower| narrower <= indent && narrower * 2 <= self.columns)
            .unwrap_or(0);
        let mut used: usize = first.iter().map(|(text, _)| text_width(text)).sum();
        let mut line = first;
        let mut has_words = false;
        let shown: Vec<(Cow<str>, StyleRole)> = pieces
            .iter()
            .map(|(text, role)| (shown_text(text, self.ascii), *role))
            .collect();
        let parts = parts(&shown);
        let is_blank = line.is_empty() && parts.is_empty();
        for word in parts.chunk_by(|_, next| next.gap == 0) {
            let width: usize = word.iter().map(|part| part.width).sum();
            let gap = if has_words { word[0].gap } else { 0 };
            if used + gap + width > self.columns && (has_words || used > indent) {
                self.break_line(&mut line, indent);
                used = indent;
            } else if gap > 0 {
                self.push(&mut line, word[0].role, |text| push_blanks(text, gap));
                used += gap;
            }
            for part in word {
                used = self.push_part(&mut line, part, used, indent);
            }
            has_words = true;
        }
        self.push_line(line);
        self.ends_blank = is_blank;
    }

    /// Adds a part of a word, mostly to the line. Returns the columns that are used then.
    fn push_part(
        &mut self,
        line: &mut Vec<TextPiece>,
        part: &WordPart,
        used: usize,
        indent: usize,
    ) -> usize {
        if used + part.width <= self.columns {
            self.push(line, part.role, |text| push_shown(text, part.text));
            return used + part.width;
        }
        let mut used = used;
        let room = self.columns.saturating_sub(used.max(indent));
        for (index, range) in word_lines(part.text, room).into_iter().enumerate() {
            if index > 0 {
                self.break_line(line, indent);
                used = indent;
            }
            used += text_width(&part.text[range.clone()]);
            self.push(line, part.role, |text| push_shown(text, &part.text[range]));
        }
        used
    }

    fn break_line(&mut self, line: &mut Vec<TextPiece>, indent: usize) {
        self.push_line(std::mem::take(line));
        if indent > 0 {
            self.push(line, StyleRole::Plain, |text| push_blanks(text, indent));
        }
    }

    /// Returns an empty piece. Most lines have just one: it need not grow.
    fn piece(&self) -> String {
        String::with_capacity(self.columns)
    }

    /// Adds text to the last piece of the next line, if that has the same role.
    fn push(&self, line: &mut Vec<TextPiece>, role: StyleRole, add: impl FnOnce(&mut String)) {
        if !self.is_visible() {
            return;
        }
        match line.last_mut() {
            Some((last, last_role)) if *last_role == role => add(last.to_mut()),
            _ => {
                let mut text = self.piece();
                add(&mut text);
                line.push((Cow::Owned(text), role));
            }
        }
    }

    /// Returns the largest number of lines to scroll by: the last page is full.
    #[must_use]
    pub(crate) fn max_scroll(&self, height: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(height))
    }

    /// Renders the lines from `scroll`, from the second column on. The last column is the scroll bar's.
    pub(crate) fn render(&self, scroll: usize, content: Rect, styles: Styles, buffer: &mut Buffer) {
        let rows = content.top()..content.bottom();
        for (y, line) in rows.zip(self.lines.iter().skip(scroll)) {
            let mut x = content.x + 1;
            for (text, role) in line {
                let room = usize::from(content.right().saturating_sub(x));
                x = put_str(buffer, x, y, text, room, styles.style(*role));
            }
        }
    }
}

/// A word, or a part of one that has several roles.
struct WordPart<'t> {
    /// The number of blanks before it; 0 if it continues a word.
    gap: usize,
    text: &'t str,
    /// The columns of the text.
    width: usize,
    role: StyleRole,
}

/// Divides pieces into words. A piece that does not start with a blank continues the last word.
fn parts<'t>(pieces: &'t [(Cow<str>, StyleRole)]) -> Vec<WordPart<'t>> {
    let mut parts: Vec<WordPart> = Vec::new();
    let mut gap = 1;
    for (shown, role) in pieces {
        for (index, text) in shown.split(' ').enumerate() {
            gap += usize::from(index > 0);
            if text.is_empty() {
                continue;
            }
            parts.push(WordPart {
                gap,
                text,
                width: text_width(text),
                role: *role,
            });
            gap = 0;
        }
    }
    parts
}

fn push_blanks(text: &mut String, count: usize) {
    text.extend(std::iter::repeat_n(' ', count));
}

/// Adds a part of a word. A no-break space has done its work; not every font or terminal shows it as a blank.
fn push_shown(text: &mut String, part: &str) {
    for (index, part) in part.split('\u{a0}').enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(part);
    }
}
