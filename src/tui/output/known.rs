//! What terminals say they are, and what is known of them.

/// What a terminal can do beyond what all can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Abilities {
    /// It shows a frame at once when it is told where one begins and ends (synchronized update, mode 2026).
    pub synchronizes: bool,
    /// It repeats a character when it is told to (REP).
    pub repeats: bool,
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
    ("tmux", REPEATS),
];

const BOTH: Abilities = Abilities { synchronizes: true, repeats: true };
const REPEATS: Abilities = Abilities { synchronizes: false, repeats: true };

/// What the terminal with this name and version can do: `kitty(0.31.0)`, `tmux 3.4`.
#[must_use]
pub fn abilities(name: &str) -> Abilities {
    KNOWN.into_iter().find(|(known, _)| name.starts_with(known)).map_or_else(Abilities::default, |(_, abilities)| abilities)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_its_name_and_a_stranger_gets_what_all_understand() {
        assert_eq!(abilities("WezTerm 20230712-072601-f4abf8fd"), BOTH);
        assert_eq!(abilities("tmux 3.4"), REPEATS);
        assert_eq!(abilities("a new one (1.0)"), Abilities::default());
    }
}
