//! What terminals say they are, and what is known of them.

/// What a terminal can do beyond what all can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Abilities {
    /// It shows a frame at once when it is told where one begins and ends (synchronized update, mode 2026).
    pub synchronizes: bool,
    /// What it repeats when it is told to (REP).
    pub repeats: Repeats,
}

/// Which characters a terminal writes again when it is told to repeat the last one (REP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeats {
    /// None, as far as is known.
    #[default]
    Nothing,
    /// Those of ASCII; after any other it does nothing.
    Ascii,
    /// All of one column.
    All,
}

impl Repeats {
    /// Whether the terminal can be told to repeat this symbol, which is one character.
    #[must_use]
    pub fn has(self, symbol: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Ascii => symbol.is_ascii(),
            Self::All => true,
        }
    }
}

/// Terminals by the beginning of what they answer when they are asked for their name (XTVERSION). Those that say nothing, or
/// are not listed, get what all understand.
const KNOWN: [(&str, Abilities); 11] = [
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
        Abilities {
            synchronizes: false,
            repeats: Repeats::Ascii,
        },
    ),
];

const BOTH: Abilities = Abilities {
    synchronizes: true,
    repeats: Repeats::All,
};
const REPEATS: Abilities = Abilities {
    synchronizes: false,
    repeats: Repeats::All,
};

/// What the terminal with this name and version can do: `kitty(0.31.0)`, `tmux 3.4`.
#[must_use]
pub fn abilities(name: &str) -> Abilities {
    KNOWN
        .into_iter()
        .find(|(known, _)| name.starts_with(known))
        .map_or_else(Abilities::default, |(_, abilities)| abilities)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_its_name_and_a_stranger_gets_what_all_understand() {
        assert_eq!(abilities("WezTerm 20230712-072601-f4abf8fd"), BOTH);
        assert_eq!(abilities("tmux 3.3a").repeats, Repeats::Ascii);
        assert_eq!(abilities("XTerm(379)"), REPEATS);
        assert_eq!(abilities("a new one (1.0)"), Abilities::default());
    }
}
