//! Text in parts that give way, the last first, to fit the rows of a pane.

use ratatui::layout::Rect;

use crate::{
    text::{ELLIPSIS, text_width, wrap_words},
    tui::{
        layout::cells,
        styles::{StyleRole, Styles},
        symbols::shown_text,
        widgets::RenderContext,
    },
};

/// The columns of a label, unless others are set.
const LABEL: usize = 9;
/// The columns before every line: those of the bar beside a selected item.
const MARGIN: usize = 1;

/// A piece of a line: its column, its text and its role.
type FittedPiece = (usize, String, StyleRole);

/// Text in parts. Render it in an area: as many parts are shown as fit, in their order.
#[derive(Debug, Clone)]
pub(super) struct FittedText {
    width: usize,
    labels: usize,
    ascii: bool,
    parts: Vec<Vec<Vec<FittedPiece>>>,
}

/// A line with a sign or a number before its text.
pub(super) struct SignedLine<'a> {
    /// The column of the sign.
    pub indent: usize,
    /// The sign or number.
    pub sign: &'a str,
    /// The role of the sign.
    pub sign_role: StyleRole,
    /// The text.
    pub text: &'a str,
    /// The role of the text.
    pub role: StyleRole,
}

impl FittedText {
    /// Creates an empty text of a width in columns.
    #[must_use]
    pub(super) fn new(width: u16, styles: Styles) -> Self {
        Self {
            width: usize::from(width),
            labels: LABEL,
            ascii: styles.ascii,
            parts: Vec::new(),
        }
    }

    /// Sets the columns of labels.
    #[must_use]
    pub(super) fn with_labels(self, labels: usize) -> Self {
        Self { labels, ..self }
    }

    /// Starts a part. Lines that follow belong to it.
    pub(super) fn part(&mut self) {
        self.parts.push(Vec::new());
    }

    fn push(&mut self, line: Vec<FittedPiece>) {
        if self.parts.is_empty() {
            self.part();
        }
        self.parts.last_mut().expect("there is a part").push(line);
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, text: &str, role: StyleRole) {
        let text = shown_text(text, self.ascii);
        for line in wrap_words(&text, self.width.saturating_sub(2 * MARGIN), usize::MAX) {
            self.push(vec![(MARGIN, line, role)]);
        }
    }

    /// Adds an empty line.
    pub(super) fn blank(&mut self) {
        self.push(Vec::new());
    }

    /// Adds a text after a sign, in at most `max_lines` lines. All of them are indented.
    pub(super) fn signed(&mut self, line: &SignedLine, max_lines: usize) {
        let column = line.indent + text_width(line.sign) + 1;
        let mut sign = Some((line.indent, line.sign.to_string(), line.sign_role));
        for text in wrap_words(
            &shown_text(line.text, self.ascii),
            self.width.saturating_sub(column + MARGIN),
            max_lines,
        ) {
            // A no-break space has done its work.
            let text = text.replace('\u{a0}', " ");
            let pieces = sign.take().into_iter().chain([(column, text, line.role)]);
            self.push(pieces.collect());
        }
    }

    /// Adds a labelled value.
    pub(super) fn field(&mut self, label: &str, value: &str) {
        let label_width = self.labels.max(text_width(label) + 1);
        let line = SignedLine {
            indent: MARGIN,
            sign: &format!("{label:<width$}", width = label_width - 1),
            sign_role: StyleRole::Dim,
            text: value,
            role: StyleRole::Plain,
        };
        self.signed(&line, usize::MAX);
    }

    /// Returns the number of rows that all parts need.
    #[must_use]
    pub(super) fn rows(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Renders as many parts as fit, in their order. A first part that does not fit itself ends in an ellipsis.
    pub(super) fn render(&self, area: Rect, context: &mut RenderContext) {
        let mut left = usize::from(area.height);
        let mut lines: Vec<&[FittedPiece]> = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 && part.len() > left {
                break;
            }
            let shown = part.len().min(left);
            lines.extend(part.iter().take(shown).map(Vec::as_slice));
            left -= shown;
        }
        let is_cut = self
            .parts
            .first()
            .is_some_and(|part| part.len() > usize::from(area.height));
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let y = area.y + cells(index);
            for (column, text, role) in line {
                let room = usize::from(area.width).saturating_sub(*column);
                if room == 0 {
                    continue;
                }
                let end = context.put_str(area.x + cells(*column), y, text, room, *role);
                if is_cut && index == last && end < area.right() {
                    context.put_str(end, y, ELLIPSIS, 1, *role);
                }
            }
        }
    }
}
