//! How the dashboard is to look: what the user wants, and what the terminal is known to have.

use std::env;

use opportunity_areas::tui::styles::{Background, ColorLevel, Styles};

use crate::cli::ColorTheme;

/// How it looks before the terminal has said more.
pub(crate) fn styles(theme: ColorTheme, ascii: bool) -> Styles {
    Styles {
        color_level: color_level(),
        background: match theme {
            // A console is dark, and never says so.
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

/// Whether the terminal may be asked for its background: where colours depend on it, and nothing odd is known to happen.
pub(crate) fn may_ask(theme: ColorTheme, styles: Styles) -> bool {
    let answers = [
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
        && answers.iter().any(|known| name.contains(known))
}

/// Whether the dialogue is wanted, or the terminal can show nothing else.
pub(crate) fn plain(wanted: bool) -> bool {
    let set = |name| env::var(name).is_ok_and(|value| !value.is_empty() && value != "0");
    wanted || set("OA_PLAIN") || env::var("TERM").is_ok_and(|name| name == "dumb")
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
        // These have none, whatever else is said.
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

/// What the locale says, as far as it says anything: the first of these that is set counts.
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
