//! Notices: one sentence in the footer about the last key.

use crate::{
    command::{Command, FooterKey, View},
    dataset::OutcomeStatus,
    tui::styles::StyleRole,
};

/// The kind of a notice, which decides its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// Something was done.
    Done,
    /// Something could not be done, or nothing happened.
    Problem,
    /// A hint.
    Hint,
}

/// A sentence in the footer, until the next key or click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// The kind.
    pub kind: NoticeKind,
    /// The sentence, without a full stop at its end.
    pub text: String,
    /// Keys that matter now.
    pub keys: &'static [FooterKey],
}

/// The key that shows what was copied.
const SHOW_TEXT: &[FooterKey] = &[FooterKey {
    commands: &[Command::Copy],
    label: "show the text",
}];
/// The key that lists the marks.
const LIST_MARKS: &[FooterKey] = &[FooterKey {
    commands: &[Command::Marks],
    label: "list the marks",
}];

/// The labels of the keys that clear the date and the filter.
pub(super) const CLEAR_DATE_LABEL: &str = "clear date";
pub(super) const CLEAR_FILTER_LABEL: &str = "clear filter";
/// The key that clears the date.
const CLEAR_DATE: &[FooterKey] = &[FooterKey {
    commands: &[Command::Escape],
    label: CLEAR_DATE_LABEL,
}];
/// The key that clears the filter where Esc takes back something else first.
const CLEAR_FILTER: &[FooterKey] = &[FooterKey {
    commands: &[Command::ClearFilter],
    label: CLEAR_FILTER_LABEL,
}];
/// The same where Esc clears it.
const ESCAPE_FILTER: &[FooterKey] = &[FooterKey {
    commands: &[Command::Escape],
    label: CLEAR_FILTER_LABEL,
}];
/// The key that leaves a question.
const CANCEL: &[FooterKey] = &[FooterKey {
    commands: &[Command::Escape],
    label: "cancel",
}];
/// The key that opens the comparison.
const SHOW_COMPARISON: &[FooterKey] = &[FooterKey {
    commands: &[Command::View(View::Compare)],
    label: "compare",
}];
/// The keys that open other search results.
const OTHER_RESULTS: &[FooterKey] = &[
    FooterKey {
        commands: &[Command::NextHit],
        label: "next",
    },
    FooterKey {
        commands: &[Command::PreviousHit],
        label: "previous",
    },
];

impl Notice {
    /// Says what was done.
    pub(super) fn done(text: impl Into<String>) -> Self {
        Self::new(NoticeKind::Done, text.into())
    }

    /// Says why nothing was done.
    pub(super) fn problem(text: impl Into<String>) -> Self {
        Self::new(NoticeKind::Problem, text.into())
    }

    /// Says what can be done.
    pub(super) fn hint(text: impl Into<String>) -> Self {
        Self::new(NoticeKind::Hint, text.into())
    }

    /// Offers to show the text that was to be copied.
    pub(super) fn with_text(self) -> Self {
        Self {
            keys: SHOW_TEXT,
            ..self
        }
    }

    /// Offers to list the marks.
    pub(super) fn with_marks(self) -> Self {
        Self {
            keys: LIST_MARKS,
            ..self
        }
    }

    /// Offers to clear the date.
    pub(super) fn with_clear_date(self) -> Self {
        Self {
            keys: CLEAR_DATE,
            ..self
        }
    }

    /// Offers to clear the filter: with Esc, unless that takes back something else first.
    pub(super) fn with_clear_filter(self, with_escape: bool) -> Self {
        Self {
            keys: if with_escape {
                ESCAPE_FILTER
            } else {
                CLEAR_FILTER
            },
            ..self
        }
    }

    /// Offers to open the comparison.
    pub(super) fn with_comparison(self) -> Self {
        Self {
            keys: SHOW_COMPARISON,
            ..self
        }
    }

    /// Offers to leave the question that was typed.
    pub(super) fn with_cancel(self) -> Self {
        Self {
            keys: CANCEL,
            ..self
        }
    }

    /// Offers to open other search results.
    pub(super) fn with_results(self) -> Self {
        Self {
            keys: OTHER_RESULTS,
            ..self
        }
    }

    fn new(kind: NoticeKind, text: String) -> Self {
        let text = match text.strip_suffix('.') {
            Some(sentence) => sentence.to_string(),
            None => text,
        };
        Self {
            kind,
            text,
            keys: &[],
        }
    }

    /// Returns the style of the sign.
    #[must_use]
    pub(crate) fn role(&self) -> StyleRole {
        match self.kind {
            NoticeKind::Done => StyleRole::Outcome(Some(OutcomeStatus::Met)),
            NoticeKind::Problem => StyleRole::Outcome(Some(OutcomeStatus::PartlyMet)),
            NoticeKind::Hint => StyleRole::AccentBold,
        }
    }

    /// Returns the sign of the notice.
    #[must_use]
    pub(crate) fn sign(&self, ascii: bool) -> &'static str {
        match (self.kind, ascii) {
            (NoticeKind::Done, false) => "✓",
            (NoticeKind::Done, true) => "+",
            (NoticeKind::Problem, _) => "!",
            (NoticeKind::Hint, false) => "•",
            (NoticeKind::Hint, true) => "*",
        }
    }
}

impl From<&str> for Notice {
    /// Most notices of views say why a command does nothing.
    fn from(text: &str) -> Self {
        Self::problem(text)
    }
}
