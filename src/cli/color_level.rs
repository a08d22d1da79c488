//! The number of colours to use, from the environment and the terminal's description.

use crate::tui::styles::ColorLevel;

/// Returns the number of colours to use on a terminal with this name.
///
/// `is_relayed` is true if a program between this one and the terminal passes fewer colours on than `COLORTERM` says, which
/// is about the terminal. `true_color` is true if `COLORTERM` says that it shows all colours. `described` returns the
/// number of colours that the system's description of the terminal states.
pub(crate) fn color_level(
    term: &str,
    is_relayed: bool,
    true_color: bool,
    described: impl FnOnce(&str) -> Option<u32>,
) -> ColorLevel {
    // These have no colours, even if the variable of another terminal is still set.
    if is_monochrome(term) {
        return ColorLevel::None;
    }
    let shows_16_at_most = term == "linux" || term.starts_with("linux-");
    if true_color && !is_relayed && !shows_16_at_most && !term.starts_with("dvtm") {
        return ColorLevel::TrueColor;
    }
    match described(term).unwrap_or_else(|| usual_color_count(term)) {
        0..8 => ColorLevel::None,
        8..256 => ColorLevel::Ansi16,
        _ if shows_16_at_most => ColorLevel::Ansi16,
        0x100_0000.. if !is_relayed => ColorLevel::TrueColor,
        _ => ColorLevel::Ansi256,
    }
}

fn is_monochrome(term: &str) -> bool {
    term.starts_with("vt1")
        || term.starts_with("vt2")
        || term.ends_with("-m")
        || term.ends_with("-mono")
}

/// Returns the number of colours that terminals with such names have. Machines that one logs in to often have no
/// description of a new terminal.
fn usual_color_count(term: &str) -> u32 {
    let new_terminals = [
        "kitty",
        "alacritty",
        "foot",
        "ghostty",
        "wezterm",
        "contour",
        "256color",
        "direct",
    ];
    if new_terminals.iter().any(|name| term.contains(name)) {
        256
    } else {
        8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_follow_colorterm_and_the_description() {
        use ColorLevel::{Ansi16, Ansi256, None as Mono, TrueColor};
        for (term, is_relayed, true_color, described, level) in [
            ("xterm-256color", false, true, Some(256), TrueColor),
            ("xterm-256color", false, false, Some(256), Ansi256),
            ("xterm", false, false, Some(8), Ansi16),
            ("rxvt-unicode-256color", false, false, Some(256), Ansi256),
            ("st-256color", false, false, None, Ansi256),
            ("mlterm", false, false, Some(8), Ansi16),
            ("tmux-256color", false, false, Some(256), Ansi256),
            ("xterm-kitty", false, false, None, Ansi256),
            ("xterm-direct", false, false, Some(1 << 24), TrueColor),
            ("rxvt-unicode", false, false, Some(88), Ansi16),
            ("screen", true, true, Some(8), Ansi16),
            ("screen.xterm-256color", true, true, Some(256), Ansi256),
            ("dvtm-256color", false, true, Some(256), Ansi256),
            ("linux", false, true, Some(8), Ansi16),
            ("vt100", false, true, Some(0), Mono),
            ("xterm-mono", false, true, None, Mono),
            ("sun", false, false, Some(0), Mono),
            ("new", false, false, None, Ansi16),
        ] {
            assert_eq!(
                color_level(term, is_relayed, true_color, |_| described),
                level,
                "{term}, {described:?}"
            );
        }
    }
}
