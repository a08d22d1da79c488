//! The look of the dashboard, from options and the environment.

use std::env;

use super::values::ColorTheme;
use crate::tui::{
    styles::{Background, ColorLevel, Styles},
    term::Capabilities,
};

/// Returns the styles to start with. The terminal may report its background later.
pub(crate) fn styles(theme: ColorTheme, ascii: bool) -> Styles {
    Styles {
        color_level: color_level(),
        background: match theme {
            // The Linux console is dark, and does not answer the query for its background.
            ColorTheme::Auto if env::var("TERM").is_ok_and(|name| name == "linux") => {
                Background::Dark
            }
            ColorTheme::Auto => Background::Unknown,
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
    Capabilities::from_environment(&term, set("STY"), set("TMUX"))
}

/// Returns whether to ask the terminal for its background: only if the colours depend on it, and only terminals that
/// are known to handle the query, since others may show it as text.
pub(crate) fn may_query(theme: ColorTheme, styles: Styles) -> bool {
    let known_terminals = [
        "xterm",
        "tmux",
        "alacritty",
        "foot",
        "kitty",
        "wezterm",
        "ghostty",
        "rxvt-unicode",
        "konsole",
        "gnome",
        "vte",
    ];
    let name = env::var("TERM").unwrap_or_default();
    theme == ColorTheme::Auto
        && styles.color_level != ColorLevel::None
        && known_terminals.iter().any(|known| name.contains(known))
}

/// Returns whether to run the dialogue: if the option or `OA_PLAIN` asks for it, or the terminal cannot show a dashboard.
pub(crate) fn wants_dialogue(plain: bool) -> bool {
    let set = |name| env::var(name).is_ok_and(|value| !value.is_empty() && value != "0");
    plain || set("OA_PLAIN") || env::var("TERM").is_ok_and(|name| name == "dumb")
}

fn color_level() -> ColorLevel {
    if anstyle_query::no_color()
        || anstyle_query::clicolor() == Some(false)
        || !anstyle_query::term_supports_color()
    {
        return ColorLevel::None;
    }
    let name = env::var("TERM").unwrap_or_default();
    match name.as_str() {
        // These terminals have no colours, whatever COLORTERM says.
        name if name.starts_with("vt1")
            || name.starts_with("vt2")
            || name.ends_with("-m")
            || name.ends_with("-mono") =>
        {
            ColorLevel::None
        }
        _ if anstyle_query::truecolor() => ColorLevel::TrueColor,
        _ => ColorLevel::Ansi16,
    }
}

/// Returns whether the locale uses UTF-8, which is assumed if no locale is set. The order of the variables is that of POSIX.
fn shows_unicode() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty());
    set.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
