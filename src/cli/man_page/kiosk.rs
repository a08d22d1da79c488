//! The operator's guide: serving the program over SSH.

use super::{exit_status_section::EXIT_STATUS, roff_page::RoffPage};

/// The lines for `/etc/ssh/sshd_config`. The Debian package installs them as an example.
const SSHD_CONFIG: &str = include_str!("sshd_config");

/// The lines for a TCP load balancer.
const HAPROXY_CONFIG: &str = include_str!("haproxy.cfg");

const DESCRIPTION: &[&str] = &[
    "`oa --kiosk` runs the program for the public. OpenSSH starts it for everyone who logs in as one user, whatever they ask for.",
    "The kiosk writes no file. It reads no file except the dataset: the bundled one, or the one you name with `--data`. It starts no other program, and it cannot be suspended to reach a shell. It restarts itself with an environment that has only TERM, COLORTERM, NO_COLOR, LANG, LC_*, LINES, COLUMNS and SSH_ORIGINAL_COMMAND.",
    "What a user types after `ssh oa@host` is read by `oa` itself, never by a shell. For example, `ssh oa@host show oldham/3` and `ssh oa@host search early years` print an answer and end. A request that is not allowed prints one line and ends with status 2.",
    "The options that you give in the configuration apply to every session. Users can add `--plain`, `--ascii`, `--no-mouse` and, unless you chose one, `--theme`, but they cannot turn off yours.",
];

const USER: &str = "Create a separate user account for the program, for example with `useradd --system --create-home --shell /bin/sh oa`. Make sure that this user cannot write to its home folder or to its keys: the program needs neither.";

const SETTINGS: &[(&str, &str)] = &[
    (
        "DisableForwarding",
        "This and the next five lines turn off forwarding of any kind. With forwarding, users could reach other computers through this one.",
    ),
    (
        "PermitUserRC, AcceptEnv",
        "No script of the user runs first.",
    ),
    (
        "ClientAliveInterval, ClientAliveCountMax",
        "A session whose connection is lost ends within a minute and a half.",
    ),
    (
        "--idle-limit 30m",
        "A session without input ends after 30 minutes, with a warning a minute before.",
    ),
];

const SYSTEMD: &str = "If systemd starts sshd, limit every session with these settings in a drop-in for its service: `ProtectSystem=strict`, `ProtectHome=read-only`, `PrivateTmp=yes`, `NoNewPrivileges=no` (logging in needs this) and `TasksMax=` with the number of processes you allow.";

const SEVERAL_HOSTS: &str = "The program keeps no state between sessions, so any number of hosts can serve it behind a TCP load balancer. All hosts need the same host keys, because users see them as one host.";

const SEE_ALSO: &str = "oa(1), ssh(1), sshd_config(5), systemd.exec(5), haproxy(1)";

/// Returns the man page.
pub(super) fn page() -> String {
    let mut page = RoffPage::new("oa-kiosk", 8);
    page.paragraph(
        "NAME",
        "oa-kiosk - serve opportunity areas to anyone over SSH",
    );
    page.synopsis(&[(
        "oa --kiosk",
        "[--data FILE] [--idle-limit TIME] [--plain] [--ascii] [--theme THEME] [--no-mouse]".into(),
    )]);
    page.paragraphs("DESCRIPTION", DESCRIPTION);
    page.paragraph("SSH SERVER", USER);
    page.file("Add this to `/etc/ssh/sshd_config`:", SSHD_CONFIG);
    page.definitions("SETTINGS", SETTINGS);
    page.paragraph("SYSTEMD", SYSTEMD);
    page.paragraph("SEVERAL HOSTS", SEVERAL_HOSTS);
    page.file("A configuration for HAProxy:", HAPROXY_CONFIG);
    page.definitions("EXIT STATUS", EXIT_STATUS);
    page.paragraph("SEE ALSO", SEE_ALSO);
    page.finish()
}
