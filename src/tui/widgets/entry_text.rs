//! Text for a pane: labelled entries, paragraphs and numbered notes, whose words keep their roles when lines are wrapped.

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
    lines: Vec<Vec<TextPiece>>,
}

impl EntryText {
    /// Creates an empty text of a width in columns.
    #[must_use]
    pub(crate) fn new(columns: usize, styles: Styles) -> Self {
        Self {
            columns: columns.max(1),
            labels: LABEL_COLUMNS,
            ascii: styles.ascii,
            lines: Vec::new(),
        }
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
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
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
        self.lines.push(vec![
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
        first.push((" ".repeat(gap).into(), StyleRole::Plain));
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
        for word in self.words(pieces) {
            let width = word.width();
            let gap = if has_words { word.gap } else { 0 };
            if used + gap + width > self.columns && (has_words || used > indent) {
                self.break_line(&mut line, indent);
                used = indent;
            } else if gap > 0 {
                push(&mut line, &" ".repeat(gap), word.parts[0].1);
                used += gap;
            }
            for (text, role) in &word.parts {
                for (index, part) in self.split(text, used, indent).into_iter().enumerate() {
                    if index > 0 {
                        self.break_line(&mut line, indent);
                        used = indent;
                    }
                    used += text_width(&text[part.clone()]);
                    // A no-break space has done its work; not every font or terminal shows it as a blank.
                    push(&mut line, &text[part].replace('\u{a0}', " "), *role);
                }
            }
            has_words = true;
        }
        self.lines.push(line);
    }

    /// Returns the parts of a word that fit in the rest of a line and in further lines: mostly the whole word.
    fn split(&self, word: &str, used: usize, indent: usize) -> Vec<Range<usize>> {
        if used + text_width(word) <= self.columns {
            return std::iter::once(0..word.len()).collect();
        }
        word_lines(word, self.columns.saturating_sub(used.max(indent)))
    }

    fn break_line(&mut self, line: &mut Vec<TextPiece>, indent: usize) {
        self.lines.push(std::mem::take(line));
        if indent > 0 {
            line.push((" ".repeat(indent).into(), StyleRole::Plain));
        }
    }

    /// Divides pieces into words. A piece that does not start with a blank continues the last word.
    fn words(&self, pieces: &[TextPiece]) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut gap = 1;
        for (text, role) in pieces {
            let shown = shown_text(text, self.ascii);
            for (index, part) in shown.split(' ').enumerate() {
                gap += usize::from(index > 0);
                if part.is_empty() {
                    continue;
                }
                let part: TextPiece = (part.to_string().into(), *role);
                match words.last_mut().filter(|_| gap == 0) {
                    Some(word) => word.parts.push(part),
                    None => words.push(Word {
                        gap,
                        parts: vec![part],
                    }),
                }
                gap = 0;
            }
        }
        words
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

/// A word, which may have parts with several roles.
struct Word {
    /// The number of blanks before it.
    gap: usize,
    parts: Vec<TextPiece>,
}

impl Word {
    fn width(&self) -> usize {
        self.parts.iter().map(|(text, _)| text_width(text)).sum()
    }
}

/// Adds text to the last piece if that has the same role.
fn push(line: &mut Vec<TextPiece>, text: &str, role: StyleRole) {
    match line.last_mut() {
        Some((last, last_role)) if *last_role == role => last.to_mut().push_str(text),
        _ => line.push((Cow::Owned(text.to_string()), role)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(columns: usize) -> EntryText {
        EntryText::new(columns, Styles::default())
    }

    fn shown(text: &EntryText) -> Vec<String> {
        let line = |line: &Vec<TextPiece>| line.iter().map(|(text, _)| text.as_ref()).collect();
        text.lines().iter().map(line).collect()
    }

    #[test]
    fn values_stand_in_a_column_behind_dim_labels() {
        let mut text = text(30);
        text.entry(
            "Plan",
            &[(
                "Published 9 October 2017, for 2017–20".into(),
                StyleRole::Plain,
            )],
        );
        text.entry("", &[("38 pages".into(), StyleRole::Plain)]);
        text.entry("Classification", &[("ours".into(), StyleRole::Plain)]);
        assert_eq!(
            shown(&text),
            [
                "Plan     Published 9 October",
                "         2017, for 2017–20",
                "         38 pages",
                "Classification ours"
            ]
        );
        assert_eq!(text.lines()[0][0].1, StyleRole::Dim);
    }

    #[test]
    fn words_keep_their_roles_and_numbers_stay_with_their_word() {
        let mut text = text(13);
        text.paragraph("with sources", StyleRole::Emphasis);
        text.hanging(
            Vec::new(),
            &[
                ("A plan of".into(), StyleRole::Plain),
                (" Oldham".into(), StyleRole::Emphasis),
                ("[6]".into(), StyleRole::Dim),
            ],
            2,
        );
        text.note(1, "The Star, 27 May", StyleRole::Dim);
        assert_eq!(
            shown(&text),
            [
                "with sources",
                "A plan of",
                "  Oldham[6]",
                "[1] The Star,",
                "    27 May"
            ]
        );
    }

    #[test]
    fn blank_lines_never_follow_each_other() {
        let mut text = text(20);
        text.blank();
        text.paragraph("a", StyleRole::Plain);
        text.blank();
        text.blank();
        text.sides(
            ("Events".into(), StyleRole::Plain),
            ("6".into(), StyleRole::Dim),
        );
        assert_eq!(shown(&text), ["a", "", "Events             6"]);
        assert_eq!(text.max_scroll(2), 1);
    }

    #[test]
    fn wide_labels_get_a_column_and_notes_hang_behind_their_number() {
        let mut wide = text(30).with_labels(["Goal", "Announced as"]);
        wide.entry(
            "Goal",
            &[("more pupils at school".into(), StyleRole::Plain)],
        );
        wide.note(10, "The Star, 27 May 2019, page 1", StyleRole::Dim);
        let lines = [
            "Goal         more pupils at",
            "             school",
            "[10] The Star, 27 May 2019,",
            "     page 1",
        ];
        assert_eq!(shown(&wide), lines);
        assert_eq!(text(20).with_labels(["Announced as"]).labels, LABEL_COLUMNS);
    }

    #[test]
    fn purpose_of_a_sum_stands_beside_it_or_below_it() {
        let purpose = [("for three years, to 2020".into(), StyleRole::Plain)];
        let lines = |columns| {
            let mut text = text(columns);
            text.sum("Money", "£5,000", 7, &purpose);
            shown(&text)
        };
        let wide = [
            "Money     £5,000  for three years, to",
            "                  2020",
        ];
        assert_eq!(lines(40), wide);
        let narrow = [
            "Money     £5,000",
            "           for three years, to",
            "           2020",
        ];
        assert_eq!(lines(30), narrow);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_pane(words in "([a-z東é]{1,20} ?){0,12}", columns in 4_usize..40, indent in 0_usize..12) {
            let mut text = text(columns);
            text.hanging(vec![("► ".into(), StyleRole::Plain)], &[(words.clone().into(), StyleRole::Plain)], indent);
            text.entry("Priority", &[(words.into(), StyleRole::Plain)]);
            for line in shown(&text) {
                prop_assert!(text_width(&line) <= columns.max(LABEL_COLUMNS), "{line:?} in {columns}");
            }
        }
    }
}
