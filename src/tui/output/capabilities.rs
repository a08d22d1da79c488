//! What terminals say they are, and what is known of them.

/// What a terminal can do beyond what all can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// It shows a frame at once when it is told where one begins and ends (synchronized update, mode 2026).
    pub synchronizes: bool,
    /// What it repeats when it is told to (REP).
    pub repeats: RepSupport,
}

/// Which characters a terminal writes again when it is told to repeat the last one (REP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RepSupport {
    /// None, as far as is known.
    #[default]
    None,
    /// Those of ASCII; after any other it does nothing.
    Ascii,
    /// All of one column.
    Full,
}

impl RepSupport {
    /// Whether the terminal can be told to repeat this symbol, which is one character.
    #[must_use]
    pub fn has(self, symbol: &str) -> bool {
        match self {
            Self::None => false,
            Self::Ascii => symbol.is_ascii(),
            Self::Full => true,
        }
    }
}

/// Terminals by the beginning of what they answer when they are asked for their name (XTVERSION). Those that say nothing, or
/// are not listed, get what all understand.
const KNOWN: [(&str, Capabilities); 11] = [
    ("kitty", BOTH),
    ("foot", BOTH),
    ("WezTerm", BOTH),
    ("ghostty", BOTH),
    ("contour", BOTH),
    ("iTerm2", BOTH),
    ("mintty", BOTH),
    ("XTerm", REPEATS),
    ("VTE", REPEATS),
    ("Konsole", REPEATS),
    // tmux repeats all characters from 3.6 on only: https://github.com/tmux/tmux/issues/3687.
    (
        "tmux",
        Capabilities {
            synchronizes: false,
            repeats: RepSupport::Ascii,
        },
    ),
];

const BOTH: Capabilities = Capabilities {
    synchronizes: true,
    repeats: RepSupport::Full,
};
const REPEATS: Capabilities = Capabilities {
    synchronizes: false,
    repeats: RepSupport::Full,
};

/// What the terminal with this name and version can do: `kitty(0.31.0)`, `tmux 3.4`.
#[must_use]
pub fn capabilities(name: &str) -> Capabilities {
    KNOWN
        .into_iter()
        .find(|(known, _)| name.starts_with(known))
        .map_or_else(Capabilities::default, |(_, capabilities)| capabilities)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_its_name_and_a_stranger_gets_what_all_understand() {
        assert_eq!(capabilities("WezTerm 20230712-072601-f4abf8fd"), BOTH);
        assert_eq!(capabilities("tmux 3.3a").repeats, RepSupport::Ascii);
        assert_eq!(capabilities("XTerm(379)"), REPEATS);
        assert_eq!(capabilities("a new one (1.0)"), Capabilities::default());
    }
}
