//! Messages to the user: banners, notices, and texts over the view.

use super::{
    App, Banner, Notice,
    notice::{CLEAR_DATE_LABEL, CLEAR_FILTER_LABEL},
};
use crate::{
    command::{Mode, SaveError, SaveSubject, View},
    dataset::ItemIndex,
    query::{
        describe::{context_of, counted, known_when, name_of, quote},
        filter_words::shown,
    },
    text::visible,
    tui::{
        overlays::{Overlay, TextPopup},
        symbols::shown_text,
    },
};

impl App<'_> {
    /// Returns the message at the foot of the screen.
    pub(in crate::tui) fn banner(&self) -> Option<&Banner> {
        self.banner.as_ref()
    }

    /// Shows another message at the foot of the screen, or none. Returns the one before.
    pub(in crate::tui) fn set_banner(&mut self, banner: Option<Banner>) -> Option<Banner> {
        std::mem::replace(&mut self.banner, banner)
    }

    /// Returns the sentence about the last key, if it has one.
    pub(in crate::tui) fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Says why a command does nothing, until the next command or click.
    pub(super) fn notify(&mut self, notice: impl Into<Notice>) {
        self.notice = Some(notice.into());
    }

    /// Shows a newcomer three keys, until the first key.
    pub fn show_hint(&mut self) {
        let hint = if self.speaks() {
            "Arrows move, Enter opens, Tab goes to the next list, slash searches, F1 helps"
        } else {
            "New here? Arrows move, Enter opens, / searches"
        };
        self.notice = Some(Notice::hint(hint));
    }

    /// Says that a key does nothing, and what does something. A popup has all its keys in the footer.
    pub fn on_unbound_key(&mut self, key: &str) {
        self.forget_clicks();
        self.copied = None;
        let key = visible(key);
        let advice = match self.mode() {
            Mode::View(View::Search) | Mode::RowFilter => ". Press F1 for help",
            Mode::View(View::Table | View::Targets) => ". Press / to filter the rows",
            Mode::View(_) => ". Press / to search",
            _ => "",
        };
        self.notify(&*format!("{key} does nothing here{advice}"));
    }

    /// Says why the dataset has nothing for a view.
    pub(super) fn say_why_hidden(&mut self, view: View) {
        self.notify(match view {
            View::Matrix => "There are no themes, so there is no matrix.",
            View::Map => "No area has a position, so there is no map.",
            View::Timeline => "There are no events, so there is no timeline.",
            View::Compare => "There are no two areas to compare.",
            View::Targets => "There are no targets.",
            View::Table => "There are no facts.",
            View::Areas | View::Sources | View::Search => "There is nothing to show.",
        });
    }

    pub(super) fn toggle_bookmark(&mut self) {
        let is_added = self.bookmarks.toggle(self.location());
        let item = context_of(self.snapshot(), self.selected_item());
        self.notice = Some(if is_added {
            Notice::done(format!("Marked {item}")).with_marks()
        } else {
            Notice::done(format!("Mark removed from {item}"))
        });
    }

    pub(super) fn show_full_text(&mut self, item: ItemIndex) {
        let (snapshot, reference) = (self.snapshot(), self.dataset().reference(item));
        let popup = match item {
            ItemIndex::Theme(theme) => TextPopup::of_theme(snapshot, theme),
            item => TextPopup::new(
                &name_of(snapshot, item),
                &reference,
                &shown_text(&quote(snapshot, item), self.styles.ascii),
                &format!("`oa show {reference}` prints them"),
            ),
        };
        self.overlay = Some(Overlay::Text(popup));
    }

    /// Shows the result of [`Effect::Save`](super::Effect::Save).
    pub fn on_saved(&mut self, name: &str, result: Result<(), SaveError>) {
        self.forget_clicks();
        let Some(Overlay::Save(prompt)) = &mut self.overlay else {
            return;
        };
        match result {
            Ok(()) => {
                let subject = match prompt.subject() {
                    SaveSubject::Item(item) => context_of(self.scope.snapshot(), *item),
                    SaveSubject::Rows { count, .. } => counted(*count, "fact", "facts"),
                    SaveSubject::Targets { .. } => "the targets".into(),
                    SaveSubject::Comparison(_) => "the comparison".into(),
                };
                self.overlay = None;
                self.notice = Some(Notice::done(format!(
                    "Saved {subject} as {}",
                    visible(name)
                )));
            }
            Err(error) => {
                prompt.on_error(error);
                if self.speaks() {
                    self.say_problem();
                }
            }
        }
    }

    /// Says what the filter shows.
    pub(super) fn say_filter(&mut self) {
        self.notice = Some(match shown(self.snapshot(), self.filter(), "all") {
            Some(shown) => {
                let with_escape = self.escape_label() == Some(CLEAR_FILTER_LABEL);
                Notice::done(format!("Shows {shown}")).with_clear_filter(with_escape)
            }
            None => Notice::done("The filter is cleared: this is everything"),
        });
    }

    /// Says which date is shown.
    pub(super) fn say_date(&mut self) {
        self.notice = Some(match self.as_of() {
            Some(date) => {
                let notice = Notice::done(format!("Shows what was known {}", known_when(date)));
                // No other key clears the date alone.
                if self.escape_label() == Some(CLEAR_DATE_LABEL) {
                    notice.with_clear_date()
                } else {
                    notice
                }
            }
            None => Notice::done("The date is cleared: this is the latest"),
        });
    }
}
