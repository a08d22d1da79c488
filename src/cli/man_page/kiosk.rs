//! The operator's guide: serving the program over SSH.

use super::{exit_status_section::EXIT_STATUS, roff_page::RoffPage};

/// The lines for sshd. The Debian package installs them and the other files as examples.
const SSHD_CONFIG: &str = include_str!("sshd_config");

/// The configuration of an sshd that serves only the kiosk.
const SEPARATE_SSHD_CONFIG: &str = include_str!("oa_sshd_config");

/// The service of that sshd, with limits for all visitors together.
const SERVICE: &str = include_str!("oa-kiosk.service");

/// The same limits for the sessions of an sshd that administrators use as well.
const SLICE: &str = include_str!("user-slice.conf");

/// Limits for each session, set by PAM.
const PAM_LIMITS: &str = include_str!("limits.conf");

/// The lines for a TCP load balancer.
const HAPROXY_CONFIG: &str = include_str!("haproxy.cfg");

const DESCRIPTION: &[&str] = &[
    "`oa --kiosk` runs the program for the public. OpenSSH starts it for everyone who logs in as one user, whatever they ask for.",
    "The kiosk writes no file. It reads no file except the system's description of the user's terminal (terminfo), and the dataset: the bundled one, or the one you name with `--data`. It starts no other program, and it cannot be suspended to reach a shell. It restarts itself with an environment that has only TERM, COLORTERM, NO_COLOR, LANG, LC_*, LINES, COLUMNS and SSH_ORIGINAL_COMMAND.",
    "What a user types after `ssh oa@host` is read by `oa` itself, never by a shell. For example, `ssh oa@host list areas` and `ssh oa@host search schools` print an answer and end. A request that is not allowed prints one line and ends with status 2.",
    "The options that you give in the configuration apply to every session. Users can add `--plain`, `--speak`, `--ascii`, `--no-mouse` and, unless you chose one, `--theme`, but they cannot turn off yours.",
];

const USER: &str = "Create a user account that owns nothing: `useradd --system --home-dir / --no-create-home --shell /bin/sh --password '*' oa`. The program needs no home folder, so this user has none to write to. The `*` stands for no password that anyone could type; without it, the account is locked, and sshd without PAM lets nobody in.";

const SETTINGS: &[(&str, &str)] = &[
    (
        "LoginGraceTime",
        "Connections that do not log in end after 20 seconds.",
    ),
    (
        "MaxStartups, PerSourceMaxStartups",
        "At most 100 connections that have not logged in yet, and five from the same address. Behind a load balancer all have the same address: use `PerSourceMaxStartups none` there.",
    ),
    (
        "ForceCommand exec ...",
        "With `exec`, no shell waits beside the program.",
    ),
    ("AuthorizedKeysFile", "Keys that the user cannot change."),
    (
        "DisableForwarding",
        "This and the next five lines turn off forwarding of any kind. With forwarding, users could reach other computers through this one.",
    ),
    (
        "PermitUserRC, AcceptEnv",
        "No script of the user runs first.",
    ),
    ("MaxSessions", "A connection has one session at a time."),
    (
        "ClientAliveInterval, ClientAliveCountMax",
        "A session whose client does not answer any more ends after about a minute and a half: sshd needs up to six times the interval.",
    ),
    (
        "UnusedConnectionTimeout",
        "A connection without a session, such as that of `ssh -N`, ends after 20 seconds. This needs OpenSSH 9.2 or later.",
    ),
    (
        "--idle-limit 30m",
        "A session without input ends after 30 minutes, with a warning a minute before. An unfinished escape sequence or paste is no input. The limit also ends sessions whose client reads nothing.",
    ),
    (
        "--time-limit 10",
        "A command ends after 10 seconds, even if its answer is not read. This is the limit without the option, too.",
    ),
];

const STRANGERS: &[&str] = &[
    "To serve people you know, collect their public keys in `/etc/ssh/oa_keys`. You can then remove a key that is misused. To serve anyone, remove the password of the user with `passwd --delete oa`, and add these lines below `Match User oa`. Nobody is then asked for a key or a password. Do this only on a computer where no one else can run programs: they could become this user.",
    "Do not publish a shared password or private key: it protects nothing, and people may reuse it.",
];

/// The lines that let anyone in.
const NO_AUTHENTICATION: &str = "    PermitEmptyPasswords yes\n    AuthenticationMethods none\n";

const LIMITS: &[&str] = &[
    "Whatever a visitor does, the program uses at most 16 MB of memory, 16 open files and 6 threads. A single command on the bundled dataset uses at most one second of processor time. A request is at most 4,000 bytes long, and a search at most 1,000. When the client disconnects, the program ends within a second. A larger dataset needs more: measure it.",
    "A visitor who sends input without end keeps at most 50 % of a processor busy, and a little more at first. Two processes of sshd for each visitor come on top, with about 2 MB of memory and the time to decrypt what arrives. So set limits for all visitors together, as in the next sections.",
];

const SEPARATE_SERVER: &str = "We recommend an sshd of its own for the kiosk. Its limits, and the way in which strangers log in, then change nothing for administrators. Their sshd needs another address or port, and `DenyUsers oa`.";

const SEPARATE_SSHD_TEXT: &str =
    "Save the lines above as `/etc/ssh/oa.conf`, and these as `/etc/ssh/oa_sshd_config`:";

const SERVICE_TEXT: &str = "With `UsePAM no`, sessions stay in the service, so its limits apply to all visitors together. Save this as `/etc/systemd/system/oa-kiosk.service`:";

const SHARED_SERVER: &str = "If administrators use the same sshd, save the lines for sshd as `/etc/ssh/sshd_config.d/oa.conf`. Do not limit the service of this sshd. pam_systemd moves every session out of it, into a slice for the user, where limits of the service do not apply. Settings such as `ProtectSystem=strict` would restrict administrators, too.";

const SLICE_TEXT: &str = "Limit the slice instead. Replace UID by the number that `id -u oa` prints, and save this as `/etc/systemd/system/user-UID.slice.d/oa.conf`:";

const PAM_TEXT: &str = "Also save this as `/etc/security/limits.d/oa.conf`. It limits each process to 512 MB of address space, of which the program uses a small part, and to one minute of processor time. No process dumps core. All visitors together get 600 processes and threads, and 60 sessions with a terminal.";

const SEVERAL_HOSTS: &[&str] = &[
    "The program keeps no state between sessions, so any number of hosts can serve it behind a TCP load balancer. All hosts need the same host keys, because users see them as one host.",
    "sshd does not limit how many sessions the same address has after it has logged in. The load balancer can, so it is useful in front of one host as well.",
];

const SEE_ALSO: &str = "oa(1), ssh(1), sshd_config(5), limits.conf(5), systemd.exec(5), systemd.resource-control(5), pam_systemd(8), haproxy(1)";

/// Returns the man page.
pub(super) fn page() -> String {
    let mut page = RoffPage::new("oa-kiosk", 8);
    page.paragraph(
        "NAME",
        "oa-kiosk - serve opportunity areas to anyone over SSH",
    );
    page.synopsis(&[(
        "oa --kiosk",
        "[--data FILE] [--idle-limit TIME] [--time-limit SECONDS] [--plain] [--speak] [--ascii] [--theme THEME] [--no-mouse]".into(),
    )]);
    page.paragraphs("DESCRIPTION", DESCRIPTION);
    page.paragraph("SSH SERVER", USER);
    page.file("These lines are for sshd:", SSHD_CONFIG);
    page.definitions("SETTINGS", SETTINGS);
    page.paragraphs("STRANGERS", STRANGERS);
    page.file("For anyone:", NO_AUTHENTICATION);
    page.paragraphs("LIMITS", LIMITS);
    page.paragraph("A SERVER OF ITS OWN", SEPARATE_SERVER);
    page.file(SEPARATE_SSHD_TEXT, SEPARATE_SSHD_CONFIG);
    page.file(SERVICE_TEXT, SERVICE);
    page.paragraph("A SHARED SERVER", SHARED_SERVER);
    page.file(SLICE_TEXT, SLICE);
    page.file(PAM_TEXT, PAM_LIMITS);
    page.paragraphs("SEVERAL HOSTS", SEVERAL_HOSTS);
    page.file("A configuration for HAProxy:", HAPROXY_CONFIG);
    page.definitions("EXIT STATUS", EXIT_STATUS);
    page.paragraph("SEE ALSO", SEE_ALSO);
    page.finish()
}
