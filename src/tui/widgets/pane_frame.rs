//! The frame of a pane: a title row, and a border on the left.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    symbols::border::{PLAIN, Set},
    text::{Line, Span},
    widgets::{Block, Borders, Widget},
};

use crate::{
    text::{elide_end, text_width},
    tui::styles::{StyleRole, Styles},
};

/// The frame of a pane. A focused pane has its title in brackets; a pane at the left edge has no border.
pub(crate) struct PaneFrame<'a> {
    /// The title.
    pub title: &'a str,
    /// Texts for the right of the title row, the preferred one first: the first that fits is shown.
    pub statuses: &'a [String],
    /// True if the pane receives the keys.
    pub focused: bool,
    /// The styles.
    pub styles: Styles,
}

impl Widget for PaneFrame<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let border = self.styles.style(StyleRole::Border);
        let has_border = area.x > 0;
        let (title, title_role) = if self.focused {
            (format!("[{}]", self.title), StyleRole::Heading)
        } else {
            (format!(" {} ", self.title), StyleRole::Plain)
        };
        let room = usize::from(area.width).saturating_sub(2);
        let title = elide_end(&title, room);
        let left = room.saturating_sub(text_width(&title));
        let status = self
            .statuses
            .iter()
            .find(|status| !status.is_empty() && text_width(status) + 2 <= left);
        let title = Span::styled(&*title, self.styles.style(title_role));
        let mut titles = Block::new()
            .border_style(border)
            .borders(Borders::TOP | Borders::LEFT)
            .border_set(Set {
                // The title row continues that of the pane on the left, unless there is none.
                top_left: if has_border {
                    "┬"
                } else {
                    PLAIN.horizontal_top
                },
                ..PLAIN
            })
            .title_top(title);
        if let Some(status) = status {
            titles = titles.title_top(Line::from(format!(" {status} ")).right_aligned());
        }
        // A block styles its whole area: two thin ones leave the cells of the content alone.
        titles.render(Rect { height: 1, ..area }, buffer);
        if has_border {
            let below = Rect {
                y: area.y + 1,
                width: 1,
                height: area.height.saturating_sub(1),
                ..area
            };
            Block::new()
                .borders(Borders::LEFT)
                .border_style(border)
                .render(below, buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(area: Rect, title: &str, statuses: &[&str], focused: bool) -> Buffer {
        let statuses: Vec<String> = statuses.iter().map(ToString::to_string).collect();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
        PaneFrame {
            title,
            statuses: &statuses,
            focused,
            styles: Styles::default(),
        }
        .render(area, &mut buffer);
        buffer.set_style(buffer.area, ratatui::style::Style::reset());
        buffer
    }

    fn lines(lines: [&str; 3]) -> Buffer {
        let mut buffer = Buffer::with_lines(lines);
        buffer.set_style(buffer.area, ratatui::style::Style::reset());
        buffer
    }

    #[test]
    fn pane_at_the_left_edge_has_no_border() {
        assert_eq!(
            rendered(Rect::new(0, 0, 20, 3), "Areas", &["1/9 ↓"], true),
            lines([
                "─[Areas]───── 1/9 ↓ ",
                "                    ",
                "                    "
            ])
        );
    }

    #[test]
    fn first_status_that_fits_is_shown() {
        assert_eq!(
            rendered(
                Rect::new(4, 0, 16, 3),
                "Facts",
                &["columns and more", "2/7"],
                false
            ),
            lines([
                "    ┬ Facts ─── 2/7 ",
                "    │               ",
                "    │               "
            ])
        );
    }
}
