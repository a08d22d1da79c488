//! Text beside the page: more of it, its text to copy, and files.

use super::{
    action::DialogueAction, content::rest, page::DialoguePage, reply::Reply, session::Dialogue,
    transcript::choices,
};
use crate::query::{describe::quote, outline::PriorityRow};

impl Dialogue<'_> {
    /// Says what the page leaves out, or else the choices that follow.
    pub(super) fn more(&mut self) -> Reply {
        let rest = rest(&self.page, self.snapshot());
        if rest.is_empty() || self.rest_was_said {
            return self.more_choices();
        }
        self.rest_was_said = true;
        Reply::Text(rest.iter().map(|line| format!("{line}\n")).collect())
    }

    /// Lists the choices after those that were listed.
    pub(super) fn more_choices(&mut self) -> Reply {
        let content = self.content();
        self.first = content.start_within(self.first);
        match content.after(self.first) {
            Some(first) => {
                self.first = first;
                Reply::Text(choices(&content, first))
            }
            None => Reply::line("There is no more."),
        }
    }

    /// Lists the choices before those that were listed.
    pub(super) fn previous_choices(&mut self) -> Reply {
        let content = self.content();
        // A date or a filter may have left fewer choices than there were.
        self.first = content.start_within(self.first);
        match content.before(self.first) {
            Some(first) => {
                self.first = first;
                Reply::Text(choices(&content, first))
            }
            None => Reply::line("These are the first choices."),
        }
    }

    /// Returns true if the page is about an item, and not a list.
    fn is_about_item(&self) -> bool {
        matches!(
            self.page,
            DialoguePage::Area(_)
                | DialoguePage::Priority(PriorityRow::Priority(_))
                | DialoguePage::Fact(_)
                | DialoguePage::Theme(_)
                | DialoguePage::Source(_)
        )
    }

    /// Says the text that a dashboard copies: the item with its sources, or else the page.
    pub(super) fn text_to_copy(&mut self) -> Reply {
        let item = self.page.item();
        if !self.is_about_item() {
            let content = self.content();
            return Reply::Text(self.page_text(&content, None));
        }
        if !self.snapshot().contains(item) {
            return Reply::line("There is nothing to copy on this date.");
        }
        Reply::Text(quote(self.snapshot(), item))
    }

    /// Says the reference of the item.
    pub(super) fn reference_to_copy(&self) -> Reply {
        let item = self.page.item();
        if self.is_about_item() && self.snapshot().contains(item) {
            Reply::line(&self.dataset.reference(item))
        } else {
            Reply::line("This page has no reference.")
        }
    }

    /// Saves what the page is about to a file.
    pub(super) fn save(&mut self, name: &str, replace: bool) -> Reply {
        if !self.snapshot().contains(self.page.item()) {
            return Reply::line("There is nothing to save on this date.");
        }
        let subject = self.save_subject();
        if name.is_empty() {
            let example = subject.file_name(self.dataset);
            return Reply::line(&format!("Type w and a file name. For example: w {example}"));
        }
        Reply::Action(DialogueAction::Save {
            name: name.into(),
            subject,
            replace,
        })
    }
}
