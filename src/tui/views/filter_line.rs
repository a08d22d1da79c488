//! The line above a list in which the words are typed that its rows must have.

use ratatui::layout::Rect;

use crate::{
    command::{Command, Mode},
    query::table::RowFilter,
    text::text_width,
    tui::{
        action::AppAction,
        layout::cells,
        mouse_targets::MouseTarget,
        speech::SpokenPage,
        styles::StyleRole,
        views::{scope::ViewScope, view_state::ViewState},
        widgets::{InputLine, RenderContext, TextInput},
    },
};

/// The label of the line.
const LABEL: &str = " Filter ";

/// Selects an item of a list with words above it. Clears words that hide its row, if it is there without them. Returns
/// whether it is listed.
pub(super) fn select_despite_words<V: ViewState + Clone>(
    view: &mut V,
    scope: &ViewScope,
    words: fn(&mut V) -> &mut FilterLine,
    select: impl Fn(&mut V) -> bool,
) -> bool {
    if select(view) {
        return true;
    }
    if words(view).is_empty() {
        return false;
    }
    let mut shown = view.clone();
    words(&mut shown).clear();
    shown.refresh(scope);
    let found = select(&mut shown);
    if found {
        *view = shown;
    }
    found
}

/// The words that rows must have, while they are typed and after.
#[derive(Debug, Clone, Default)]
pub(super) struct FilterLine {
    input: TextInput,
    /// True if typed text goes to the line.
    is_typing: bool,
}

impl FilterLine {
    /// Returns the words.
    pub(super) fn row_filter(&self) -> RowFilter {
        RowFilter::new(self.input.text())
    }

    /// Returns the words as they were typed.
    pub(super) fn text(&self) -> &str {
        self.input.text().trim()
    }

    /// Adds the line to a page for a screen reader while it is typed in.
    pub(super) fn speak<'p>(&'p self, page: SpokenPage<'p>) -> SpokenPage<'p> {
        if self.is_typing {
            let advice = "Type words that rows must have and press Enter";
            page.with_field("Words", advice, &self.input)
        } else {
            page
        }
    }

    /// Returns true if nothing was typed.
    pub(super) fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Returns true if typed text goes to the line.
    pub(super) fn is_typing(&self) -> bool {
        self.is_typing
    }

    /// Returns the mode while typed text goes to the line.
    pub(super) fn mode(&self) -> Option<Mode> {
        self.is_typing.then_some(Mode::RowFilter)
    }

    /// Returns the input while typed text goes to it.
    pub(super) fn text_input(&mut self) -> Option<&mut TextInput> {
        self.is_typing.then_some(&mut self.input)
    }

    /// Starts to type.
    pub(super) fn start(&mut self) {
        self.is_typing = true;
    }

    /// Starts to type, or goes to the rows.
    pub(super) fn toggle(&mut self) {
        self.is_typing = !self.is_typing;
    }

    /// Goes to the rows, and keeps the words. Returns true if typed text went to the line.
    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.is_typing)
    }

    /// Leaves the line, or clears its words, or else leaves the view. Returns the action; none if words were cleared, so that
    /// there are more rows.
    pub(super) fn go_back(&mut self) -> Option<AppAction> {
        if self.leave() {
            return Some(AppAction::None);
        }
        let had_words = !std::mem::take(&mut self.input).text().is_empty();
        (!had_words).then_some(AppAction::LeaveView)
    }

    /// Clears the words.
    pub(super) fn clear(&mut self) {
        self.input = TextInput::default();
    }

    /// Edits the words while they are typed. Returns whether they changed; none if the command is no edit.
    pub(super) fn update(&mut self, command: Command) -> Option<bool> {
        self.text_input()?
            .update(command)
            .map(|change| change.value)
    }

    /// Searches everything for words that no row has.
    pub(super) fn search(&mut self) -> AppAction {
        self.leave();
        AppAction::Search(self.text().into())
    }

    /// Returns why no row is shown: none has the words.
    pub(super) fn why_empty(&self) -> &'static str {
        if self.is_typing {
            "No row has all these words. Enter searches everything for them, Ctrl-U clears them."
        } else {
            "No row has all these words. Enter searches everything for them, Esc clears them."
        }
    }

    /// Renders the words, and on the right what changes them.
    pub(super) fn render(&self, row: Rect, context: &mut RenderContext) {
        let input = InputLine {
            label: LABEL,
            input: &self.input,
            status: None,
            focused: self.is_typing,
            styles: context.styles,
        };
        let used = cells(text_width(self.input.text()) + LABEL.len() + 1);
        context.render(input, row);
        let label = Rect {
            width: row.width.min(cells(LABEL.len())),
            height: 1,
            ..row
        };
        context.set_style(label, StyleRole::Dim);
        let hints: &[&str] = match (self.is_typing, self.input.text().is_empty()) {
            (true, _) => &["Ctrl-U clears it, Esc leaves it", "Esc leaves it"],
            (false, true) => &[
                "press / and type: only rows with these words are shown",
                "press / and type words",
                "press / to type",
            ],
            (false, false) => &["/ changes it, Esc clears it", "Esc clears it"],
        };
        let room = usize::from(row.width.saturating_sub(used.saturating_add(4)));
        if let Some(hint) = hints.iter().find(|hint| text_width(hint) <= room) {
            let x = row.right() - 2 - cells(text_width(hint));
            context.put_str(x, row.y, hint, room, StyleRole::Dim);
        }
        context.add_target(row, MouseTarget::Command(Command::FilterRows));
    }
}

/// Marks the words of a filter in a text at a place.
pub(super) fn highlight(
    filter: &RowFilter,
    text: &str,
    x: u16,
    y: u16,
    context: &mut RenderContext,
) {
    for range in filter.highlights(text) {
        let area = Rect {
            x: x + cells(text_width(&text[..range.start])),
            y,
            width: cells(text_width(&text[range])),
            height: 1,
        };
        let area = area.intersection(context.buffer.area);
        context.set_style(area, StyleRole::Match);
    }
}
