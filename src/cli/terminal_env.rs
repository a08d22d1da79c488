//! The look of the dashboard, from options and the environment.

use std::env;

use super::{color_level::color_level, terminfo::color_count, values::ColorTheme};
use crate::tui::{
    styles::{Background, ColorLevel, Styles},
    term::Capabilities,
};

/// Returns the styles to start with. The terminal may report its background later.
pub(crate) fn styles(theme: ColorTheme, ascii: bool, capabilities: Capabilities) -> Styles {
    let term = env::var("TERM").unwrap_or_default();
    Styles {
        color_level: color_level_of(&term, capabilities),
        background: match theme {
            ColorTheme::Auto => {
                initial_background(&term, &env::var("COLORFGBG").unwrap_or_default())
            }
            ColorTheme::Dark => Background::Dark,
            ColorTheme::Light => Background::Light,
        },
        ascii: ascii || !shows_unicode(),
    }
}

/// Returns the abilities of the terminal that the environment tells. It may report its name later.
pub(crate) fn capabilities() -> Capabilities {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let term = env::var("TERM").unwrap_or_default();
    Capabilities::from_environment(&term, set("STY"), set("TMUX")).with_reordering(
        &term,
        set("VTE_VERSION") || set("KONSOLE_VERSION"),
        set("MLTERM"),
    )
}

/// Returns whether to ask the terminal for its background: only if the colours depend on it, and only if the terminal is
/// known to read the query. No reply can be taken for keys, and nothing waits for one.
pub(crate) fn may_query(theme: ColorTheme, styles: Styles, capabilities: Capabilities) -> bool {
    theme == ColorTheme::Auto
        && styles.color_level != ColorLevel::None
        && capabilities.may_be_queried()
}

/// Returns whether to run the dialogue: if the option or `OA_PLAIN` asks for it, or the terminal cannot show a dashboard. With
/// `speak`, the option for the dashboard in screen-reader mode, the variable does not count.
pub(crate) fn wants_dialogue(plain: bool, speak: bool) -> bool {
    plain || (!speak && is_on("OA_PLAIN")) || env::var("TERM").is_ok_and(|name| name == "dumb")
}

/// Returns whether the dashboard opens in screen-reader mode: if the option or `OA_SPEAK` asks for it.
pub(crate) fn wants_speech(speak: bool) -> bool {
    speak || is_on("OA_SPEAK")
}

/// Returns true if a variable is set to anything but 0.
fn is_on(name: &str) -> bool {
    env::var(name).is_ok_and(|value| !value.is_empty() && value != "0")
}

fn color_level_of(term: &str, capabilities: Capabilities) -> ColorLevel {
    if anstyle_query::no_color()
        || anstyle_query::clicolor() == Some(false)
        || !anstyle_query::term_supports_color()
    {
        return ColorLevel::None;
    }
    // Windows Terminal does not set COLORTERM. Its variable is passed on to programs in tmux, too: the name tells them apart.
    let in_windows_terminal = env::var_os("WT_SESSION").is_some_and(|id| !id.is_empty())
        && (term.is_empty() || term.starts_with("xterm"));
    let true_color = anstyle_query::truecolor() || in_windows_terminal;
    color_level(
        term,
        capabilities.is_inside_screen(),
        true_color,
        color_count,
    )
}

/// Returns the background that a terminal has before it reports one. `colors` is the value of `COLORFGBG`: the numbers of
/// the text colour and the background colour, with anything between them, as in `15;default;0`.
fn initial_background(term: &str, colors: &str) -> Background {
    // The Linux console is dark, and does not answer the query for its background.
    if term == "linux" {
        return Background::Dark;
    }
    match colors
        .rsplit_once(';')
        .map(|(_, background)| background.parse::<u8>())
    {
        // Black, the dark colours, and dark grey.
        Some(Ok(0..=6 | 8)) => Background::Dark,
        Some(Ok(7 | 9..=15)) => Background::Light,
        _ => Background::Unknown,
    }
}

/// Returns whether the locale uses UTF-8, which is assumed if no locale is set. The order of the variables is that of POSIX.
pub(crate) fn shows_unicode() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty());
    set.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn background_is_what_colorfgbg_says() {
        for (term, colors, background) in [
            ("rxvt-unicode-256color", "15;default;0", Background::Dark),
            ("rxvt", "0;15", Background::Light),
            ("xterm", "0;7", Background::Light),
            ("xterm", "15;8", Background::Dark),
            ("xterm", "0;default", Background::Unknown),
            ("xterm", "15;234", Background::Unknown),
            ("xterm", "7", Background::Unknown),
            ("xterm", "", Background::Unknown),
            ("linux", "0;15", Background::Dark),
        ] {
            assert_eq!(
                initial_background(term, colors),
                background,
                "{term} {colors}"
            );
        }
    }
}
