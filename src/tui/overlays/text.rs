//! A text that covers the view: the full text of an item, what was copied, or a message.

mod speech;

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    text::wrap_hanging,
    tui::{
        action::AppAction,
        layout::cells,
        selectable_list::Motion,
        speech::SpokenPage,
        styles::StyleRole,
        widgets::{PopupArea, RenderContext, text_of},
    },
};

/// The most lines of a text. It is wrapped again with every key, and longer texts would be slow.
const MAX_LINES: usize = 500;

/// The narrowest text, and the longest label before a colon, in columns.
const MIN_COLUMNS: usize = 4;
const MAX_LABEL: usize = 30;
/// The rows of the frame.
const FRAME_ROWS: usize = 2;
/// The start of an indented line, and of those that it is broken into.
const INDENT: &str = "  ";
const HANGING: &str = "    ";
/// The start of a line that is context, such as a source.
pub(super) const CONTEXT: &str = HANGING;
/// The widest popup with its frame: longer lines are hard to read.
const WIDTH: u16 = 100;

/// A text that covers the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextPopup {
    /// The title.
    pub title: String,
    /// The text on the right of the title.
    pub status: String,
    /// The text itself.
    pub text: String,
    /// The number of lines that are scrolled out above.
    scroll: usize,
    /// True if the text is to be selected with the mouse: nothing is beside it then.
    is_bare: bool,
}

impl TextPopup {
    /// Creates a popup. If the text is too long, `rest` says where to find the rest.
    #[must_use]
    pub(crate) fn new(title: &str, status: &str, text: &str, rest: &str) -> Self {
        let mut lines = text.lines();
        let mut text: String = lines
            .by_ref()
            .take(MAX_LINES)
            .map(|line| format!("{line}\n"))
            .collect();
        let more = lines.count();
        if more > 0 {
            text.push_str(&format!("{more} more lines: {rest}\n"));
        }
        Self {
            title: title.into(),
            status: status.into(),
            text,
            scroll: 0,
            is_bare: false,
        }
    }

    /// Returns the popup without anything beside the text, so that whole lines of the screen can be selected with the
    /// mouse. Web addresses start a line each, so that as few as possible are broken.
    #[must_use]
    pub(crate) fn bare(self) -> Self {
        let mut text = String::with_capacity(self.text.len());
        for line in self.text.lines() {
            for (index, part) in split_before_addresses(line).into_iter().enumerate() {
                let part = if index == 0 { part } else { part.trim_start() };
                text.push_str(part.trim_end());
                text.push('\n');
            }
        }
        Self {
            text,
            is_bare: true,
            ..self
        }
    }

    /// Returns the text in lines of at most `width` columns, each with true if it starts a line of the text.
    fn lines(&self, width: u16) -> Vec<(bool, String)> {
        let columns = usize::from(width).max(MIN_COLUMNS);
        let wrapped = self.text.lines().flat_map(|line| {
            // Indented lines, such as those of numbered titles, keep their texts under each other.
            let indent = if line.starts_with(INDENT) {
                HANGING
            } else {
                ""
            };
            let lines = wrap_hanging(line, columns, indent);
            lines
                .into_iter()
                .map(Cow::into_owned)
                .enumerate()
                .map(|(index, line)| (index == 0, line))
        });
        wrapped.collect()
    }

    /// Returns the place of the popup, and that of the text in it.
    fn areas(&self, body: Rect) -> (PopupArea, Rect) {
        if self.is_bare {
            let popup = PopupArea::full(body);
            return (popup, popup.inner);
        }
        let largest = PopupArea::new(body, WIDTH, body.height);
        if !largest.is_framed {
            return (largest, largest.inner);
        }
        let lines = self.lines(text_of(largest.inner).width).len();
        let popup = PopupArea::new(body, WIDTH, cells(lines + FRAME_ROWS));
        (popup, text_of(popup.inner))
    }

    fn scroll_by(&mut self, scope: &OverlayScope, motion: Motion) {
        let max = scope.body().map_or(0, |body| {
            let (_, text) = self.areas(body);
            let lines = self.lines(text.width).len();
            lines.saturating_sub(usize::from(text.height))
        });
        self.scroll = motion.apply(self.scroll, max + 1);
    }
}

/// Splits a line so that each web address in it starts a part.
fn split_before_addresses(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = line;
    // An address at the start of the rest starts a part already.
    while let Some(start) = rest
        .match_indices("https://")
        .chain(rest.match_indices("http://"))
        .map(|(start, _)| start)
        .filter(|&start| start > 0)
        .min()
    {
        let (before, address) = rest.split_at(start);
        parts.push(before);
        rest = address;
    }
    parts.push(rest);
    parts
}

impl OverlayState for TextPopup {
    fn mode(&self) -> Mode {
        Mode::Text
    }

    fn update(&mut self, scope: &OverlayScope, command: Command) -> Response {
        if matches!(command, Command::Back | Command::Open) {
            return Response::close(AppAction::None);
        }
        if let Some(motion) = Motion::from_command(command, scope.view.page(false)) {
            self.scroll_by(scope, motion);
        }
        Response::stay(AppAction::None)
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        if self.scroll > 0 {
            self.scroll_by(scope, Motion::By(0));
        }
    }

    fn spoken<'p>(&'p self, scope: OverlayScope<'p>) -> SpokenPage<'p> {
        self.page(scope)
    }

    fn render(&self, _: &OverlayScope, body: Rect, context: &mut RenderContext) {
        let (popup, area) = self.areas(body);
        popup.render(&self.title, &self.status, context);
        let lines = self.lines(area.width);
        let columns = usize::from(area.width);
        if !self.is_bare {
            let visible = self.scroll..self.scroll + usize::from(area.height);
            context.put_scroll_bar(popup.inner, visible, lines.len());
        }
        // The first line of the text may be broken into several.
        let rest = lines.iter().skip(1).position(|(is_start, _)| *is_start);
        let first = rest.map_or(lines.len(), |rest| rest + 1);
        let before = lines.iter().take(self.scroll).rev();
        let mut starts = before.filter(|(is_start, _)| *is_start);
        let mut is_context = starts
            .next()
            .is_some_and(|(_, line)| line.starts_with(CONTEXT));
        let visible = lines.iter().enumerate().skip(self.scroll);
        for (y, (index, (is_start, line))) in (area.y..area.bottom()).zip(visible) {
            let is_first = index < first;
            if *is_start {
                is_context = line.starts_with(CONTEXT);
            }
            let role = match (is_first, is_context) {
                (true, _) => StyleRole::Emphasis,
                (false, true) => StyleRole::Dim,
                (false, false) => StyleRole::Plain,
            };
            let may_have_label = *is_start && !is_first && !line.starts_with(INDENT);
            let label = line
                .find(": ")
                .filter(|&end| may_have_label && end < MAX_LABEL);
            let (label, rest) = line.split_at(label.map_or(0, |end| end + 1));
            let x = context.put_str(area.x, y, label, columns, StyleRole::Dim);
            let room = usize::from(area.right().saturating_sub(x));
            context.put_str(x, y, rest, room, role);
        }
        context.set_cursor(area.as_position());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_start_a_line_where_text_is_selected_by_hand() {
        let text = "Source: DfE, https://example.org/a and http://b.org\nEnd";
        let popup = TextPopup::new("Copied", "", text, "").bare();
        assert_eq!(
            popup.text,
            "Source: DfE,\nhttps://example.org/a and\nhttp://b.org\nEnd\n"
        );
        assert_eq!(split_before_addresses("https://a.org"), ["https://a.org"]);
        assert_eq!(split_before_addresses(""), [""]);
    }
}
