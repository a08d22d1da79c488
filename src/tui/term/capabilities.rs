//! Abilities of terminals, recognised by the name that they report.

/// Abilities that not every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Capabilities {
    /// Support for synchronized updates (mode 2026): a frame is shown at once, never in part.
    pub(super) synchronizes: bool,
    /// Support for REP, which repeats the last character.
    pub(super) rep: RepSupport,
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

/// Known terminals, by the beginning of their reply to XTVERSION. Others get what all understand.
const KNOWN_TERMINALS: [(&str, Capabilities); 11] = [
    ("kitty", SYNC_AND_REP),
    ("foot", SYNC_AND_REP),
    ("WezTerm", SYNC_AND_REP),
    ("ghostty", SYNC_AND_REP),
    ("contour", SYNC_AND_REP),
    ("iTerm2", SYNC_AND_REP),
    ("mintty", SYNC_AND_REP),
    ("XTerm", REP_ONLY),
    ("VTE", REP_ONLY),
    ("Konsole", REP_ONLY),
    // tmux repeats all characters only since 3.6: https://github.com/tmux/tmux/issues/3687.
    (
        "tmux",
        Capabilities {
            synchronizes: false,
            rep: RepSupport::Ascii,
        },
    ),
];

const SYNC_AND_REP: Capabilities = Capabilities {
    synchronizes: true,
    rep: RepSupport::Full,
};
const REP_ONLY: Capabilities = Capabilities {
    synchronizes: false,
    rep: RepSupport::Full,
};

impl Capabilities {
    /// Returns the abilities of a terminal by its name and version: `kitty(0.31.0)`, `tmux 3.4`.
    pub(super) fn from_version(name: &str) -> Self {
        KNOWN_TERMINALS
            .into_iter()
            .find(|(known, _)| name.starts_with(known))
            .map_or_else(Self::default, |(_, capabilities)| capabilities)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_terminals_get_their_abilities_and_others_the_default() {
        let capabilities = Capabilities::from_version;
        assert_eq!(
            capabilities("WezTerm 20230712-072601-f4abf8fd"),
            SYNC_AND_REP
        );
        assert_eq!(capabilities("tmux 3.3a").rep, RepSupport::Ascii);
        assert_eq!(capabilities("XTerm(379)"), REP_ONLY);
        assert_eq!(capabilities("a new one (1.0)"), Capabilities::default());
    }
}
