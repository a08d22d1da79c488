//! A text that covers the view: the full text of an item, what was copied, or a message.

use super::overlay_state::{OverlayScope, OverlayState, Response};
use crate::{
    command::{Command, Mode},
    tui::{
        action::AppAction,
        layout::{ViewRects, inner},
        selectable_list::Motion,
        views::ViewScope,
        widgets::{RenderContext, RichText, TextPane},
    },
};

/// The most lines of a text. It is wrapped again with every key, and longer texts would be slow.
const MAX_LINES: usize = 500;

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
        }
    }

    fn rich_text(&self, width: u16) -> RichText {
        let mut text = RichText::new(width);
        for line in self.text.lines() {
            text.paragraph(line);
        }
        text
    }

    fn scroll_by(&mut self, scope: &ViewScope, motion: Motion) {
        let max = ViewRects::new(scope.size, false).map_or(0, |rects| {
            let content = inner(rects.main);
            self.rich_text(content.width).max_scroll(content.height)
        });
        self.scroll = motion.apply(self.scroll, max + 1);
    }
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
            self.scroll_by(scope.view, motion);
        }
        Response::stay(AppAction::None)
    }

    fn refresh(&mut self, scope: &OverlayScope) {
        if self.scroll > 0 {
            self.scroll_by(scope.view, Motion::By(0));
        }
    }

    fn render(&self, _: &OverlayScope, rects: &ViewRects, context: &mut RenderContext) {
        let styles = context.styles;
        context.render(
            TextPane {
                text: self.rich_text(inner(rects.main).width),
                title: &self.title,
                status: &self.status,
                scroll: self.scroll,
                focused: true,
                styles,
            },
            rects.main,
        );
    }
}
