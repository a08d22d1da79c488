//! The exit statuses, as every man page lists them.

pub(super) const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "The request was answered, or the session was closed."),
    (
        "1",
        "Nothing was found. The answer as CSV has a heading only.",
    ),
    (
        "2",
        "The arguments are wrong, a dataset has problems, or a file or the terminal cannot be used. Standard error says why.",
    ),
    (
        "124",
        "The command took longer than `--time-limit` allows, or no one read its answer in that time.",
    ),
    (
        "128+n",
        "Signal n ended the program. The terminal was restored first.",
    ),
];
