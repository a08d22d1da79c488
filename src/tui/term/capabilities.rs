//! Abilities of terminals, recognised by the environment and by the name that they report.

use super::clipboard::ClipboardRoute;

/// Abilities that not every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an ability of its own"
)]
pub struct Capabilities {
    /// Support for synchronized updates (mode 2026): a frame is shown at once, never in part.
    pub(super) synchronizes: bool,
    /// Support for REP, which repeats the last character.
    pub(super) rep: RepSupport,
    /// A mouse that can be used without harm to the keys.
    pub(super) mouse: bool,
    /// The way to the clipboard.
    pub(super) clipboard: ClipboardRoute,
    /// True if GNU screen is somewhere between the program and the user.
    inside_screen: bool,
    /// True if queries are read to their end, known or not, and may be answered.
    may_be_queried: bool,
    /// The part of a row with right-to-left text that the terminal moves.
    pub(super) reordering: Reordering,
}

/// The part of a row that a terminal moves if there is right-to-left text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Reordering {
    /// Nothing outside the text.
    #[default]
    None,
    /// All that is between right-to-left texts, as VTE and Konsole do.
    Rows,
    /// A row whose first letter is a right-to-left one, to the right end, as mlterm does.
    Start,
}

/// Characters that a terminal can repeat (REP, `CSI n b`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum RepSupport {
    /// None, or not known.
    #[default]
    None,
    /// ASCII only; REP after any other character does nothing.
    Ascii,
    /// Every character that is one column wide.
    Full,
}

impl RepSupport {
    /// Returns true if the terminal can repeat this symbol, which must be one character.
    pub(super) fn has(self, symbol: &str) -> bool {
        match self {
            Self::None => false,
            Self::Ascii => symbol.is_ascii(),
            Self::Full => true,
        }
    }
}

/// Known terminals, by the beginning of their reply to XTVERSION: support for synchronized updates,
/// and for REP. Others get what all understand.
const KNOWN_TERMINALS: [(&str, bool, RepSupport); 11] = [
    ("kitty", true, RepSupport::Full),
    ("foot", true, RepSupport::Full),
    ("WezTerm", true, RepSupport::Full),
    ("ghostty", true, RepSupport::Full),
    ("contour", true, RepSupport::Full),
    ("iTerm2", true, RepSupport::Full),
    ("mintty", true, RepSupport::Full),
    ("XTerm", false, RepSupport::Full),
    ("VTE", false, RepSupport::Full),
    ("Konsole", false, RepSupport::Full),
    // tmux repeats all characters only since 3.6: https://github.com/tmux/tmux/issues/3687.
    ("tmux", false, RepSupport::Ascii),
];

/// Beginnings of the values of `TERM` of terminals that read a control string (OSC) to its end,
/// if they know it or not. The Linux console and hardware terminals are not among them, and neither
/// is dvtm, which shows the end of a long one.
const READ_CONTROL_STRINGS: [&str; 17] = [
    "xterm",
    "tmux",
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "gnome",
    "iterm",
    "kitty",
    "konsole",
    "mintty",
    "mlterm",
    "putty",
    "rxvt",
    "st",
    "vte",
    "wezterm",
];

impl Capabilities {
    /// Returns the abilities of a terminal that is known by the environment only: `TERM`, and true
    /// if `STY` and `TMUX` are set, as GNU screen and tmux do.
    #[must_use]
    pub fn from_environment(term: &str, sty: bool, tmux: bool) -> Self {
        // tmux may call itself `screen` as well. Inside each other, only `TERM` tells them apart.
        let screen = !term.starts_with("tmux") && (sty || (term.starts_with("screen") && !tmux));
        let reads_control_strings = term.starts_with("screen")
            || READ_CONTROL_STRINGS
                .iter()
                .any(|known| term == *known || starts_with_word(term, known));
        let clipboard = if screen {
            ClipboardRoute::ScreenPassthrough
        } else if cfg!(windows) || reads_control_strings {
            ClipboardRoute::Osc52
        } else {
            ClipboardRoute::None
        };
        Self {
            // While any mouse mode is on, GNU screen (tried with 4.9.0) holds the Esc key back until
            // another key follows, since it may be the beginning of a click. tmux inside it passes
            // the mode on.
            mouse: !screen && !sty,
            clipboard,
            inside_screen: sty,
            may_be_queried: reads_control_strings && !cfg!(windows),
            ..Self::default()
        }
    }

    /// Returns the abilities of VTE or Konsole, or of mlterm. They set `VTE_VERSION`, `KONSOLE_VERSION` and `MLTERM`, also
    /// for tmux. kitty keeps these if it was started from there.
    #[must_use]
    pub fn with_reordering(self, term: &str, vte_or_konsole: bool, mlterm: bool) -> Self {
        Self {
            reordering: match (vte_or_konsole, mlterm) {
                _ if term == "xterm-kitty" => Reordering::None,
                (_, true) => Reordering::Start,
                (true, _) => Reordering::Rows,
                _ => Reordering::None,
            },
            ..self
        }
    }

    /// Returns true if the terminal may be asked for its background and its name: it does not show
    /// the queries as text, and may answer them.
    #[must_use]
    pub fn may_be_queried(self) -> bool {
        self.may_be_queried
    }

    /// Returns true if GNU screen is between the program and the terminal.
    #[must_use]
    pub fn is_inside_screen(self) -> bool {
        self.inside_screen || self.clipboard == ClipboardRoute::ScreenPassthrough
    }

    /// Returns the abilities of a terminal that has reported this name and version: `kitty(0.31.0)`,
    /// `tmux 3.4`. GNU screen does not report them.
    pub(super) fn with_version(self, name: &str) -> Self {
        let (synchronizes, rep) = KNOWN_TERMINALS
            .into_iter()
            .find(|(known, ..)| name.starts_with(known))
            .map_or_else(Default::default, |(_, synchronizes, rep)| {
                (synchronizes, rep)
            });
        Self {
            synchronizes,
            rep,
            mouse: !self.inside_screen,
            clipboard: ClipboardRoute::Osc52,
            reordering: if name.starts_with("VTE") || name.starts_with("Konsole") {
                Reordering::Rows
            } else if name.starts_with("tmux") || name.starts_with("mlterm") {
                // One of them may be outside tmux.
                self.reordering
            } else {
                // Another terminal has only kept the variable.
                Reordering::None
            },
            ..self
        }
    }
}

/// Returns true for `xterm-256color` and the word `xterm`, and false for `xtermite`.
fn starts_with_word(term: &str, word: &str) -> bool {
    term.strip_prefix(word)
        .is_some_and(|rest| rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_terminals_get_their_abilities_and_others_the_default() {
        let capabilities = |name| {
            let Capabilities {
                synchronizes, rep, ..
            } = Capabilities::default().with_version(name);
            (synchronizes, rep)
        };
        assert_eq!(
            capabilities("WezTerm 20230712-072601-f4abf8fd"),
            (true, RepSupport::Full)
        );
        assert_eq!(capabilities("tmux 3.3a"), (false, RepSupport::Ascii));
        assert_eq!(capabilities("XTerm(379)"), (false, RepSupport::Full));
        assert_eq!(
            capabilities("a new one (1.0)"),
            (false, RepSupport::None),
            "not known"
        );
    }

    #[test]
    fn gnu_screen_gets_no_mouse_and_the_clipboard_of_its_terminal() {
        use ClipboardRoute::{Osc52, ScreenPassthrough};
        for (term, sty, tmux, mouse, clipboard) in [
            (
                "screen.xterm-256color",
                true,
                false,
                false,
                ScreenPassthrough,
            ),
            ("screen", false, false, false, ScreenPassthrough),
            ("screen-256color", true, true, false, ScreenPassthrough),
            ("xterm-256color", true, false, false, ScreenPassthrough),
            ("screen", false, true, true, Osc52),
            ("tmux-256color", true, true, false, Osc52),
            ("xterm-256color", false, false, true, Osc52),
        ] {
            let capabilities = Capabilities::from_environment(term, sty, tmux);
            assert_eq!(
                (capabilities.mouse, capabilities.clipboard),
                (mouse, clipboard),
                "{term}, STY {sty}, TMUX {tmux}"
            );
        }
    }

    #[test]
    fn terminals_that_reorder_rows_are_known_by_their_variable_or_their_name() {
        use Reordering::{None, Rows, Start};
        let unknown = Capabilities::from_environment("xterm-256color", false, false);
        for name in ["VTE(7006)", "Konsole 22.12.3"] {
            assert_eq!(unknown.with_version(name).reordering, Rows, "{name}");
        }
        for (term, rows, start, expected) in [
            ("xterm-256color", false, false, None),
            ("xterm-256color", true, false, Rows),
            ("mlterm", false, true, Start),
            // Started from the other.
            ("mlterm", true, true, Start),
            ("xterm-kitty", true, true, None),
        ] {
            let known = unknown.with_reordering(term, rows, start);
            assert_eq!(known.reordering, expected, "{term}");
            assert_eq!(known.with_version("tmux 3.4").reordering, expected);
            assert_eq!(known.with_version("XTerm(379)").reordering, None);
        }
    }

    #[test]
    fn tmux_that_calls_itself_screen_is_known_by_its_reply() {
        let before = Capabilities::from_environment("screen", false, false);
        let after = before.with_version("tmux 3.4");
        assert_eq!((before.mouse, after.mouse), (false, true));
        assert_eq!(after.clipboard, ClipboardRoute::Osc52);
        let inside = Capabilities::from_environment("screen", true, true);
        assert!(!inside.with_version("tmux 3.4").mouse);
    }

    #[test]
    #[cfg(not(windows))]
    fn only_terminals_that_read_queries_and_may_answer_are_asked() {
        for (term, sty, tmux, asked) in [
            ("xterm-256color", false, false, true),
            ("rxvt-unicode-256color", false, false, true),
            ("st-256color", false, false, true),
            ("mlterm", false, false, true),
            ("screen", false, true, true),
            ("tmux-256color", true, true, true),
            // GNU screen reads the queries and answers none. Over SSH it may be tmux, which answers.
            ("screen.xterm-256color", true, false, true),
            ("screen", false, false, true),
            ("linux", false, false, false),
            ("dvtm-256color", false, false, false),
            ("vt220", false, false, false),
            ("", false, false, false),
        ] {
            let capabilities = Capabilities::from_environment(term, sty, tmux);
            assert_eq!(
                capabilities.may_be_queried(),
                asked,
                "{term}, STY {sty}, TMUX {tmux}"
            );
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn only_terminals_that_read_control_strings_get_a_clipboard() {
        let clipboard = |term| Capabilities::from_environment(term, false, false).clipboard;
        for term in ["linux", "vt100", "vt220", "dvtm-256color", "stv52", "", "x"] {
            assert_eq!(clipboard(term), ClipboardRoute::None, "{term}");
        }
        for term in ["xterm", "st-256color", "rxvt-unicode-256color", "alacritty"] {
            assert_eq!(clipboard(term), ClipboardRoute::Osc52, "{term}");
        }
    }
}
