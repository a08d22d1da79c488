//! The page for a search without results: each word alone, and searches that find something.

use ratatui::layout::Rect;

use crate::{
    query::{describe::counted, search::NoResults},
    text::{elide_end, text_width, word_lines},
    tui::{
        layout::cells, mouse_targets::MouseTarget, styles::StyleRole,
        views::row_marks::render_selection, widgets::RenderContext,
    },
};

/// The column of the words.
const INDENT: u16 = 3;
/// The widest word that others are aligned with.
const MAX_WORD_COLUMNS: usize = 24;

/// Renders the page. `chosen` is the index of the chosen suggestion.
pub(super) fn render(
    no_results: &NoResults,
    hint: &str,
    chosen: Option<usize>,
    area: Rect,
    context: &mut RenderContext,
) {
    let mut page = PageRows { area, y: area.y };
    page.y += 1;
    if hidden_matches(no_results) > 0 {
        for sentence in no_results.sentences() {
            page.text(&sentence, StyleRole::Plain, context);
        }
        page.text(hint, StyleRole::Dim, context);
        return;
    }
    let several = no_results.words.len() > 1;
    let title = if several {
        "Nothing has all of these words. Each word alone:"
    } else {
        "Nothing matches."
    };
    page.text(title, StyleRole::Emphasis, context);
    page.y += 1;
    let texts = no_results.suggestions.iter().map(|other| &other.query);
    let words = no_results.words.iter().map(|(word, _)| word);
    let columns = words
        .chain(texts)
        .map(|text| text_width(&context.shown(text)))
        .max();
    let columns = columns.unwrap_or(0).min(MAX_WORD_COLUMNS);
    for (word, count) in &no_results.words {
        let found = format!("{count:>7} found");
        page.row(word, columns, &found, context);
    }
    if no_results.suggestions.is_empty() {
        return;
    }
    page.y += 1;
    page.text("Try", StyleRole::Emphasis, context);
    for (index, suggestion) in no_results.suggestions.iter().enumerate() {
        if page.y >= area.bottom() {
            break;
        }
        let found = match suggestion.reason {
            "" => format!("{:>7} found", suggestion.count),
            reason => format!("{:>7} found, {reason}", suggestion.count),
        };
        let rows = Rect {
            y: page.y,
            height: 1,
            ..area
        };
        page.row(&suggestion.query, columns, &found, context);
        context.add_target(rows, MouseTarget::Row(index));
        if chosen == Some(index) {
            render_selection(rows, context);
            context.set_cursor(rows.as_position());
        }
    }
}

/// Returns the number of matches that the filter or the date hides. With any, the page has no suggestions.
pub(super) fn hidden_matches(no_results: &NoResults) -> usize {
    no_results.without_filter + no_results.without_date + no_results.without_both
}

/// Returns the status at the right of the title.
pub(super) fn status(no_results: &NoResults) -> String {
    match hidden_matches(no_results) {
        0 => "nothing found".into(),
        hidden => counted(hidden, "match hidden", "matches hidden"),
    }
}

/// The rows of the page, from the top.
struct PageRows {
    area: Rect,
    y: u16,
}

impl PageRows {
    /// Writes a paragraph.
    fn text(&mut self, text: &str, role: StyleRole, context: &mut RenderContext) {
        let columns = usize::from(self.area.width.saturating_sub(2)).max(1);
        let text = context.shown(text);
        for line in word_lines(&text, columns) {
            if self.y < self.area.bottom() {
                context.put_str(self.area.x + 1, self.y, &text[line], columns, role);
            }
            self.y += 1;
        }
    }

    /// Writes a word and what is found of it.
    fn row(&mut self, word: &str, columns: usize, found: &str, context: &mut RenderContext) {
        if self.y >= self.area.bottom() {
            return;
        }
        let room = |x: u16| usize::from(self.area.right().saturating_sub(x));
        let x = self.area.x + INDENT;
        let word = context.shown(word);
        let word = elide_end(&word, columns);
        context.put_str(x, self.y, &word, room(x), StyleRole::Plain);
        let x = x + cells(columns) + 1;
        let found = context.shown(found);
        let found = elide_end(&found, room(x));
        context.put_str(x, self.y, &found, room(x), StyleRole::Dim);
        self.y += 1;
    }
}
