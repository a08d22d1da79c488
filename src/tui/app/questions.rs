//! Questions that are typed without a field, where letters are keys.

use super::{
    App, Effect, Notice,
    earlier::{Earlier, changes_more_than_selection},
    typed_words::TypedWords,
};
use crate::{
    command::{Command, Key, Mode},
    query::describe::counted,
    text::elide_end,
    tui::{
        action::AppAction,
        overlays::{Overlay, is_like_words},
    },
};

/// Most columns of a question in the footer.
const MAX_QUESTION_WIDTH: usize = 40;

impl App<'_> {
    /// Returns the question that was typed without a field, if Enter searches for it.
    pub(in crate::tui) fn typed_question(&self) -> Option<&str> {
        self.typed.question()
    }

    /// Offers to search for a question, if one was typed without a field.
    pub(super) fn offer_question(&mut self) {
        if !self.mode().has_text_input()
            && let Some(question) = self.typed_question()
        {
            let question = elide_end(question, MAX_QUESTION_WIDTH);
            let text = format!("Press Enter to search for “{question}”");
            self.notify(Notice::problem(text).with_cancel());
        }
    }

    /// Adds a character to the question that is offered, or takes one or all of it back. Its letters are no keys, or else
    /// they would copy, mark and quit. Returns none if the key does something else.
    pub(super) fn continue_question(&mut self, key: Key) -> Option<Effect> {
        if self.mode().has_text_input() || self.typed_question().is_none() {
            return None;
        }
        match key {
            // They begin another text.
            Key::Char('/' | ':') => return None,
            Key::Char(typed) => {
                self.typed.push(typed, false);
                self.typed.look_for_question();
            }
            Key::Backspace => self.typed.pop(),
            Key::Escape => self.typed = TypedWords::default(),
            _ => return None,
        }
        self.forget_clicks();
        (self.notice, self.copied) = (None, None);
        if key == Key::Char(' ')
            && let Some(question) = self.certain_question()
        {
            return Some(self.search_for_question(question));
        }
        self.offer_question();
        Some(Effect::None)
    }

    /// Opens the search with a question that was typed without a field, and takes back what its letters did as keys.
    pub(super) fn search_for_question(&mut self, question: String) -> Effect {
        if self.overlay.is_some() {
            let _ = self.update(Command::Back);
            self.overlay = None;
        }
        self.restore_earlier();
        self.typed = TypedWords::default();
        let effect = self.perform(AppAction::Search(question));
        self.notice = Some(Notice::hint("This is the search. Esc goes back"));
        effect
    }

    /// Returns the words that were typed so far, if they can only begin a question.
    pub(super) fn certain_question(&self) -> Option<String> {
        let has_input = self.mode().has_text_input();
        let entry = self.refused_entry().filter(|_| has_input);
        if has_input && (entry.is_none() || self.overlay.is_none()) {
            return None;
        }
        self.typed.certain_question(self.scope.dataset, entry)
    }

    /// Returns what was typed in a prompt that does not take it.
    fn refused_entry(&self) -> Option<&str> {
        let prompt = self.overlay.as_ref().map(Overlay::state);
        prompt.and_then(|prompt| prompt.refused_entry())
    }

    /// Says why a letter does not quit yet: within a word it is hardly meant to, and marks would be lost. The same letter
    /// at once quits.
    pub(super) fn keeps_from_quitting(&mut self, key: Key) -> bool {
        let Key::Char(letter) = key else {
            return false;
        };
        let marks = self.bookmarks.locations().len();
        let reason = if self.typed.is_in_word() {
            "Press q again to quit".to_string()
        } else if marks > 0 && !self.typed.ends_with(letter) {
            let marks = counted(marks, "mark is", "marks are");
            format!("Press q again to quit: your {marks} lost then")
        } else {
            return false;
        };
        self.forget_clicks();
        self.notify(Notice::problem(reason));
        true
    }

    /// Remembers a key that was pressed in `mode`, and its command.
    pub(super) fn remember_key(&mut self, key: Key, mode: Mode, command: Option<Command>) {
        match key {
            Key::Char(typed) if !mode.has_text_input() => {
                self.typed.push(typed, command.is_some());
            }
            // The key that opened a prompt stays the start of what is edited in it.
            _ if mode.has_text_input()
                && self.mode() == mode
                && command != Some(Command::ClearInput) => {}
            _ => self.typed = TypedWords::default(),
        }
        if self.is_choosing(key) {
            self.typed = TypedWords::default();
        }
        self.look_for_question();
    }

    /// Returns true if keys are meant for the popup that is open: they have changed a choice in it, or no word has the key.
    fn is_choosing(&self, key: Key) -> bool {
        let has_choice = self
            .overlay
            .as_ref()
            .is_some_and(|overlay| overlay.state().has_choice());
        let is_digit = matches!(key, Key::Char(typed) if typed.is_ascii_digit());
        has_choice || (is_digit && self.mode() == Mode::Filter)
    }

    pub(super) fn look_for_question(&mut self) {
        let mode = self.mode();
        if !mode.has_text_input() {
            self.typed.look_for_question();
            return;
        }
        let entry = self.refused_entry().map(String::from);
        let has_digit = |entry: &String| entry.contains(|typed: char| typed.is_ascii_digit());
        let is_likely = match mode {
            // No date is without a number.
            Mode::Date => !entry.as_ref().is_some_and(has_digit),
            // Letters before the one that opened the prompt were a word with it.
            Mode::Jump => self.typed.is_longer_than_a_key(),
            Mode::Save => entry.as_deref().is_some_and(is_like_words),
            _ => false,
        };
        self.typed
            .look_for_question_in_prompt(self.scope.dataset, entry.as_deref(), is_likely);
    }

    /// Keeps the state before a command, unless that of an earlier letter is kept.
    pub(super) fn keep_earlier(&mut self, command: Command) {
        if self.typed.earlier.is_none() && changes_more_than_selection(command) {
            self.typed.earlier = Some(Box::new(Earlier {
                as_of: self.as_of(),
                filter: self.filter().clone(),
                zoomed: self.scope.zoomed,
                view: self.view,
                views: self.views.clone(),
                history: self.history.clone(),
                bookmarks: self.bookmarks.clone(),
            }));
        }
    }

    /// Takes back what letters changed that were meant as words.
    pub(super) fn restore_earlier(&mut self) {
        let Some(earlier) = self.typed.earlier.take() else {
            return;
        };
        let Earlier {
            as_of,
            filter,
            zoomed,
            view,
            mut views,
            history,
            bookmarks,
        } = *earlier;
        // Results may have arrived since.
        views.search = std::mem::take(&mut self.views.search);
        (self.scope.as_of, self.scope.filter, self.scope.zoomed) = (as_of, filter, zoomed);
        (self.view, self.views) = (view, views);
        (self.history, self.bookmarks) = (history, bookmarks);
        self.refresh();
        self.resize(self.size());
    }
}
