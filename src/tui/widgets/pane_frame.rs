//! The title rule of a pane, and the thin line on its left.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, widgets::Widget};

use super::render_context::put_str;
use crate::{
    text::{elide_words, text_width},
    tui::{
        layout::cells,
        styles::{StyleRole, Styles},
        symbols::shown_text,
    },
};

/// The rule on top of a pane: `━ Areas ━━━━ rank 2016`. It is heavy and in the accent colour in the pane with the focus.
///
/// A pane at the left edge of the screen has no line on its left, and no pane has one on its right or below.
pub(crate) struct PaneFrame<'a> {
    /// The title.
    pub title: &'a str,
    /// Texts for the right of the title, the preferred one first: the first that fits is shown.
    pub statuses: &'a [String],
    /// True if the pane receives the keys.
    pub focused: bool,
    /// The styles.
    pub styles: Styles,
}

/// The columns that a title does not get: the rule and a blank before it, a blank after it.
const AROUND_TITLE: usize = 3;

impl PaneFrame<'_> {
    /// Returns true if a title fits the rule of a pane in whole.
    #[must_use]
    pub(crate) fn fits(title: &str, pane: Rect) -> bool {
        text_width(title) <= title_columns(pane)
    }
}

/// Returns the columns for a title on the rule of a pane. The last column belongs to the scroll bar below.
fn title_columns(pane: Rect) -> usize {
    let line = u16::from(pane.x > 0);
    usize::from(pane.width.saturating_sub(line)).saturating_sub(AROUND_TITLE + 1)
}

impl Widget for PaneFrame<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let line = self.styles.style(StyleRole::Line);
        let has_line = area.x > 0;
        if has_line {
            for y in area.top()..area.bottom() {
                buffer[(area.x, y)].set_symbol("│").set_style(line);
            }
        }
        let (rule, rule_role, title_role) = if self.focused {
            ("━", StyleRole::Accent, StyleRole::AccentBold)
        } else {
            ("─", StyleRole::Line, StyleRole::Emphasis)
        };
        let rule_style = self.styles.style(rule_role);
        let (start, end) = (area.x + u16::from(has_line), area.right());
        let width = usize::from(end - start);
        let columns = title_columns(area);
        let title = shown_text(self.title, self.styles.ascii);
        let title = elide_words(&title, columns);
        let left = columns.saturating_sub(text_width(&title));
        // Two blanks are between the title and the status, and as much of the rule as there is room for.
        let status = self
            .statuses
            .iter()
            .map(|status| shown_text(status, self.styles.ascii))
            .find(|status| !status.is_empty() && text_width(status) < left);
        let status_width = status.as_ref().map_or(0, |status| text_width(status) + 2);
        let rule_end = end - cells(status_width);
        for x in start..rule_end {
            buffer[(x, area.y)].set_symbol(rule).set_style(rule_style);
        }
        if !title.is_empty() {
            let title = format!(" {title} ");
            // The rule's colour must not show through.
            let style = Style::reset().patch(self.styles.style(title_role));
            put_str(
                buffer,
                start + 1,
                area.y,
                &title,
                width.saturating_sub(1),
                style,
            );
        }
        if let Some(status) = status {
            let status = format!(" {status} ");
            let style = self.styles.style(StyleRole::Dim);
            put_str(buffer, rule_end, area.y, &status, status_width, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::styles::{Background, ColorLevel};

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
    fn pane_at_the_left_edge_has_no_line_on_its_left() {
        assert_eq!(
            rendered(Rect::new(0, 0, 20, 3), "Areas", &["1/9 ↓"], true),
            lines([
                "━ Areas ━━━━━ 1/9 ↓ ",
                "                    ",
                "                    "
            ])
        );
    }

    #[test]
    fn the_pane_with_the_focus_is_told_by_its_rule_and_by_its_colour() {
        let rule = |focused| rendered(Rect::new(0, 0, 20, 3), "Areas", &[], focused);
        assert_ne!(rule(true), rule(false), "without colours");
        for ascii in [false, true] {
            let style = |focused| {
                let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
                PaneFrame {
                    title: "Areas",
                    statuses: &[],
                    focused,
                    styles: Styles {
                        color_level: ColorLevel::TrueColor,
                        background: Background::Dark,
                        ascii,
                    },
                }
                .render(buffer.area, &mut buffer);
                buffer[(2, 0)].fg
            };
            assert_ne!(style(true), style(false));
        }
    }

    #[test]
    fn titles_in_narrow_panes_are_cut_and_never_leave_the_screen() {
        for width in 0..12 {
            for x in 0..3 {
                rendered(Rect::new(x, 0, width, 3), "Priorities", &["3"], true);
            }
        }
    }

    #[test]
    fn a_status_may_need_the_room_of_the_rule() {
        assert_eq!(
            rendered(
                Rect::new(0, 0, 20, 3),
                "Areas",
                &["1234567890", "short"],
                true
            ),
            lines([
                "━ Areas  1234567890 ",
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
                "    │─ Facts ── 2/7 ",
                "    │               ",
                "    │               "
            ])
        );
    }
}
