//! The content of the help: keys by purpose, signs, and notes.

use crate::{
    command::{Command, FooterKey, Mode, View, footer::key},
    query::{fact_group::FactGroup, ranks::YearRanks, search::SyntaxHelp, snapshot::Snapshot},
    text::{text_width, wrap},
    tui::{
        map_shapes::{DISTRICT_ATTRIBUTION, LAND_ATTRIBUTION},
        styles::{OUTCOMES, StyleRole},
        symbols,
    },
};

/// The columns of the keys, also where arrows are words, and of the signs.
const KEY_WIDTH: usize = 7;
const ASCII_KEY_WIDTH: usize = 11;
const SIGN_WIDTH: usize = 2;
/// The columns of words that are explained.
const WORD_WIDTH: usize = 12;
/// The columns of the examples of a search.
const EXAMPLE_WIDTH: usize = 26;

const fn key_width(ascii: bool) -> usize {
    if ascii { ASCII_KEY_WIDTH } else { KEY_WIDTH }
}

/// The most useful keys by purpose.
const PURPOSES: [(&str, &[FooterKey]); 3] = [
    (
        "Move",
        &[
            key(&[Command::Up, Command::Down], "up, down"),
            key(&[Command::Left, Command::Right], "pane to the left, right"),
            key(&[Command::Open], "open"),
            key(&[Command::Escape], "back, or clear a date"),
            key(&[Command::Zoom], "one pane, full screen"),
        ],
    ),
    (
        "Find",
        &[
            key(&[Command::View(View::Search)], "search"),
            key(&[Command::Filter], "filter"),
            key(&[Command::Date], "as of a date"),
            key(&[Command::Sort], "sort"),
            key(&[Command::Jump], "jump to a name in the list"),
            key(&[Command::NextHit], "next search result"),
            key(&[Command::Palette], "any command"),
        ],
    ),
    (
        "Keep",
        &[
            key(&[Command::Copy], "copy, with its sources"),
            key(&[Command::CopyReference], "copy the reference"),
            key(&[Command::Save], "save to a file"),
            key(&[Command::Compare], "add to Compare"),
            key(&[Command::Mark], "mark"),
            key(&[Command::Marks], "list the marks"),
            key(&[Command::Quit], "quit"),
        ],
    ),
];

/// Returns the name of a group of facts, and what such a fact tells.
fn meaning(group: FactGroup) -> (&'static str, &'static str) {
    match group {
        FactGroup::Target => ("target", "what is promised"),
        FactGroup::Action => ("action", "what is done"),
        FactGroup::Result => ("result", "what came of it"),
        FactGroup::Reason => ("reason", "why it is a priority"),
        FactGroup::Money => ("money", "sums, in whole pounds"),
        FactGroup::Event => ("event", "what happened when"),
        FactGroup::Note => ("note", "anything else"),
    }
}

/// Notes after the keys and signs, each under a heading.
pub(super) const NOTES: [(&str, &[&str]); 4] = [
    (
        "Searching",
        &[
            "Type what you want to know: words, names, sums, dates. Typing errors are forgiven. You can also type:",
            "In the results, / starts a new search. In an empty field, Up brings back your last search.",
        ],
    ),
    (
        "Mouse",
        &[
            "Click to select, and click again to open. The wheel scrolls the list under the pointer.",
            "Hold Shift to select text with the mouse. With --no-mouse, the terminal keeps the mouse.",
        ],
    ),
    (
        "Screen readers",
        &[
            "The cursor is always on the selected item, so screen readers and magnifiers can follow it.",
            "F9 or `oa --speak` shows one list at a time in sentences, for screen readers and braille displays. `oa --plain` asks and answers line by line.",
        ],
    ),
    (
        // The licence of the districts asks for this.
        "Sources of the map",
        &[LAND_ATTRIBUTION, DISTRICT_ATTRIBUTION],
    ),
];

/// A line of the help: a sign or key, and a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HelpLine {
    /// The sign or key; empty in a further line of an entry.
    pub(super) sign: String,
    /// The style of the sign.
    pub(super) sign_role: StyleRole,
    /// The columns before the text.
    pub(super) indent: usize,
    /// The text.
    pub(super) text: String,
    /// The style of the text.
    pub(super) role: StyleRole,
}

impl HelpLine {
    fn text(text: impl Into<String>, role: StyleRole) -> Self {
        Self {
            sign: String::new(),
            sign_role: role,
            indent: 0,
            text: text.into(),
            role,
        }
    }

    pub(super) fn blank() -> Self {
        Self::text("", StyleRole::Plain)
    }

    fn heading(text: &str) -> Self {
        Self::text(text, StyleRole::Emphasis)
    }
}

/// Lines of the help, wrapped to a width.
pub(super) struct HelpColumn {
    pub(super) width: usize,
    pub(super) lines: Vec<HelpLine>,
}

impl HelpColumn {
    pub(super) fn new(width: u16) -> Self {
        Self {
            width: usize::from(width).max(KEY_WIDTH + 8),
            lines: Vec::new(),
        }
    }

    pub(super) fn heading(&mut self, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(HelpLine::blank());
        }
        self.lines.push(HelpLine::heading(text));
    }

    /// Adds an example of the syntax of a search under the last text.
    pub(super) fn example(&mut self, help: &SyntaxHelp) {
        let indent = EXAMPLE_WIDTH.min(self.width / 2);
        if text_width(help.example) < indent {
            self.entry(help.example, StyleRole::AccentBold, indent, help.meaning);
        } else {
            self.lines.push(HelpLine::heading(help.example));
            self.entry("", StyleRole::Plain, indent, help.meaning);
        }
    }

    pub(super) fn entry(&mut self, sign: &str, sign_role: StyleRole, indent: usize, text: &str) {
        let wrapped = wrap(text, self.width - indent);
        for (index, line) in wrapped.into_iter().enumerate() {
            self.lines.push(HelpLine {
                sign: if index == 0 {
                    sign.into()
                } else {
                    String::new()
                },
                sign_role,
                indent,
                text: line.into_owned(),
                role: StyleRole::Plain,
            });
        }
    }
}

/// Returns the keys of a purpose as they are shown, with a word for what they do.
fn keys_of(key: &FooterKey, ascii: bool) -> Option<(String, &'static str)> {
    // Some commands belong to one view only.
    [View::Areas, View::Matrix]
        .into_iter()
        .find_map(|view| key.keys(Mode::View(view), ascii))
        .map(|keys| (keys, key.label))
}

/// Returns the keys of a purpose in words, with what they do: `Enter: open`.
pub(super) fn keys_in_words(key: &FooterKey) -> Option<String> {
    let (keys, label) = keys_of(key, true)?;
    let keys = match &*keys {
        "/" => "Slash".into(),
        ":" => "Colon".into(),
        "'" => "Apostrophe".into(),
        _ => keys.replace('/', " and "),
    };
    Some(format!("{keys}: {label}"))
}

/// Returns the most useful keys by purpose, as far as `is_offered`.
pub(super) fn purposes(
    is_offered: impl Fn(Command) -> bool,
    width: u16,
    ascii: bool,
) -> HelpColumn {
    let mut column = HelpColumn::new(width);
    let indent = key_width(ascii);
    for (index, (purpose, keys)) in PURPOSES.into_iter().enumerate() {
        column.heading(purpose);
        for key in keys.iter().filter(|key| is_offered(key.commands[0])) {
            if let Some((keys, label)) = keys_of(key, ascii) {
                column.entry(&keys, StyleRole::AccentBold, indent, label);
            }
        }
        if index == 0 {
            column.entry("1 – 8", StyleRole::AccentBold, indent, "the views");
            column.entry("? F1", StyleRole::AccentBold, indent, "this help");
        }
    }
    column
}

/// Returns the signs and their meanings, and how ranks are to be read.
pub(super) fn signs(snapshot: Snapshot, width: u16, ascii: bool) -> HelpColumn {
    let mut column = HelpColumn::new(width);
    column.heading("Signs");
    for group in FactGroup::ALL {
        let (name, meaning) = meaning(group);
        let text = format!("{name:8}{meaning}");
        let sign = symbols::kind_sign(group, ascii);
        column.entry(sign, StyleRole::Kind(group), SIGN_WIDTH, &text);
    }
    column.heading("Outcome of a target");
    for outcome in OUTCOMES {
        let sign = symbols::outcome_sign(outcome, ascii);
        let word = symbols::outcome_word(outcome);
        column.entry(sign, StyleRole::Outcome(outcome), SIGN_WIDTH, word);
    }
    if let Some(YearRanks { best, worst, .. }) = YearRanks::of(snapshot) {
        column.heading("Rank");
        let shortest = best.saturating_sub(1);
        let text = format!(
            "in the Social Mobility Index of {worst} districts; {worst} is the worst, and bars run from {shortest} to {worst}"
        );
        column.entry("", StyleRole::Plain, 0, &text);
    }
    column.heading("Whose facts");
    for (word, meaning) in [
        ("shared", "also of other areas, which the detail names"),
        ("whole area", "of the area, not of one priority"),
    ] {
        column.entry(word, StyleRole::Dim, WORD_WIDTH, meaning);
    }
    column.heading("Other signs");
    for (sign, meaning) in [
        ("–", "a number that is not known"),
        ("…", "cut short: select it to read all"),
    ] {
        let sign = symbols::shown_text(sign, ascii);
        let indent = SIGN_WIDTH.max(text_width(&sign) + 1);
        column.entry(&sign, StyleRole::Dim, indent, meaning);
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_keys_that_fit_beside_their_texts() {
        for (purpose, keys) in PURPOSES {
            for key in keys {
                for ascii in [false, true] {
                    let (keys, label) = keys_of(key, ascii).expect("a key");
                    let columns = crate::text::text_width(&keys);
                    assert!(columns < key_width(ascii), "{purpose}: {keys} {label}");
                }
            }
        }
    }
}
