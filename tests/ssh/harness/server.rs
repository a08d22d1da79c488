//! Servers that a test starts: sshd and `haproxy`, with the configurations in the man page.

use std::{
    fs,
    process::{Child, Command, Stdio},
    time::Instant,
};

use super::{Keys, WAIT_LIMIT, example, free_port, wait_until, wait_until_it_listens};

/// The first line of the configuration of sshd in the man page.
pub(crate) const SSHD_EXAMPLE: &str = "# These three lines";

/// Changes to the configuration in the man page.
#[derive(Clone, Copy)]
pub(crate) struct Settings<'s> {
    /// True if sshd uses PAM.
    pub(crate) pam: bool,
    /// True if the example limits the connections that have not logged in. All clients of a test have the same address.
    pub(crate) limits_startups: bool,
    /// Lines before the example.
    pub(crate) before: &'s str,
    /// Texts in the example, and what they are replaced by.
    pub(crate) replace: &'s [(&'s str, &'s str)],
    /// Lines after the example, for the user only.
    pub(crate) after: &'s str,
}

impl Settings<'_> {
    /// The example, but many clients may connect at once.
    pub(crate) const MANY_CLIENTS: Self = Self {
        limits_startups: false,
        ..Self::AS_IT_IS
    };

    /// The example as it is.
    pub(crate) const AS_IT_IS: Self = Self {
        pam: false,
        limits_startups: true,
        before: "",
        replace: &[],
        after: "",
    };

    /// Many clients, with an idle limit of four seconds.
    pub(crate) const SHORT_IDLE_LIMIT: Self = Self {
        replace: &[("--idle-limit 30m", "--idle-limit 4s")],
        ..Self::MANY_CLIENTS
    };
}

/// A server that is stopped when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
}

impl Server {
    /// Starts sshd with the configuration in the man page, for the user of the keys and for many clients.
    pub(crate) fn sshd(keys: &Keys) -> Self {
        Self::sshd_with(keys, Settings::MANY_CLIENTS)
    }

    /// Starts sshd with the configuration in the man page and these changes.
    pub(crate) fn sshd_with(keys: &Keys, settings: Settings) -> Self {
        let mut block = example(SSHD_EXAMPLE);
        let many = [
            ("PerSourceMaxStartups 5", "PerSourceMaxStartups none"),
            ("MaxStartups 30:50:100", "MaxStartups 200"),
        ];
        let many = if settings.limits_startups {
            &[][..]
        } else {
            &many
        };
        for (text, other) in many.iter().chain(settings.replace) {
            assert!(block.contains(text), "{text}: {block}");
            block = block.replace(text, other);
        }
        let port = free_port();
        let program = keys.program.to_str().expect("a plain name");
        let block = block
            .replace("User oa\n", &format!("User {}\n", keys.login))
            .replace("/usr/bin/oa", program)
            .replace("/etc/ssh/oa_keys", &keys.path("authorized"));
        assert!(block.contains(program) && block.contains(&keys.login));
        let (host, before, after) = (keys.path("host"), settings.before, settings.after);
        let pam = if settings.pam { "yes" } else { "no" };
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile none\nStrictModes no\n\
             PermitRootLogin yes\nSubsystem sftp internal-sftp\nUsePAM {pam}\n{before}{block}{after}"
        );
        let file = keys.path(&format!("sshd-{port}"));
        fs::write(&file, config).expect("the configuration can be written");
        // sshd needs this folder if root runs it, and only then can it be created.
        let _ = fs::create_dir_all("/run/sshd");
        let log = fs::File::create(keys.path(&format!("log-{port}"))).expect("a log");
        let child = Command::new("/usr/sbin/sshd")
            .args(["-D", "-e", "-f", &file])
            .stderr(log)
            .spawn()
            .expect("openssh-server is installed");
        let server = Self { child, port };
        wait_until_it_listens(port);
        server
    }

    /// Starts `haproxy` with the configuration in the man page, in front of these servers.
    pub(crate) fn haproxy(keys: &Keys, servers: &[&Self; 2]) -> Self {
        let port = free_port();
        let config = example("frontend ssh\n")
            .replace("bind :22", &format!("bind 127.0.0.1:{port}"))
            .replace("192.0.2.1:22", &format!("127.0.0.1:{}", servers[0].port))
            .replace("192.0.2.2:22", &format!("127.0.0.1:{}", servers[1].port));
        let file = keys.path("haproxy");
        fs::write(&file, config).expect("the configuration can be written");
        let child = Command::new("haproxy")
            .args(["-db", "-f", &file])
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("haproxy is installed");
        let server = Self { child, port };
        wait_until_it_listens(port);
        server
    }

    /// Returns the process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Returns the process ids of the kiosks that this server runs.
    pub(crate) fn kiosks(&self) -> Vec<u32> {
        let mut kiosks = descendants(self.id());
        kiosks.retain(|process| name(*process) == "oa");
        kiosks
    }

    /// Waits until at least this many kiosks run.
    pub(crate) fn wait_for_kiosks_at_least(&self, count: usize) {
        wait_until(&format!("{count} kiosks run"), || {
            self.kiosks().len() >= count
        });
    }

    pub(crate) fn wait_for_kiosks(&self, count: usize) {
        let start = Instant::now();
        while self.kiosks().len() != count {
            assert!(
                start.elapsed() < WAIT_LIMIT,
                "{} kiosks instead of {count}",
                self.kiosks().len()
            );
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

/// Returns the processes that a process started, and those that they started.
pub(crate) fn descendants(process: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut parents = vec![process];
    while let Some(parent) = parents.pop() {
        let children = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))
            .unwrap_or_default();
        let children = children.split_whitespace();
        for child in children.filter_map(|child| child.parse().ok()) {
            found.push(child);
            parents.push(child);
        }
    }
    found
}

/// Returns the name of a process; empty if it has ended.
pub(crate) fn name(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm"))
        .unwrap_or_default()
        .trim()
        .to_string()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
