//! The keys of a test, and the user who logs in with them.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::Duration,
};

use super::{manual_in_a_line, program, run, run_well};

/// Keys in a folder of its own, for one test, and the user who logs in with them.
pub(crate) struct Keys {
    folder: PathBuf,
    pub(crate) login: String,
    /// The program that the server starts.
    pub(crate) program: PathBuf,
    /// True if the user exists only for the test.
    is_own_user: bool,
}

impl Keys {
    /// Creates keys for the user who runs the test.
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("oa-ssh-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        // An ordinary user need not be able to look into the folder with the build.
        let copy = folder.join("oa");
        fs::copy(program(), &copy).expect("a copy that anyone may run");
        let keys = Self {
            folder,
            login: run_well("id", &["-un"]).trim().to_string(),
            program: copy,
            is_own_user: false,
        };
        for key in ["host", "user"] {
            let file = keys.path(key);
            run_well(
                "ssh-keygen",
                &["-q", "-t", "ed25519", "-N", "", "-f", &file],
            );
        }
        fs::copy(keys.path("user.pub"), keys.path("authorized")).expect("the key can be copied");
        keys
    }

    /// Creates a user as the man page recommends, who logs in with these keys. Only root can do that: another user who
    /// runs the test is an ordinary user already.
    pub(crate) fn for_ordinary_user(name: &str) -> Self {
        let mut keys = Self::new(name);
        if keys.login != "root" {
            return keys;
        }
        let login = format!("oa-{name}-{}", std::process::id());
        let recommended =
            "useradd --system --home-dir / --no-create-home --shell /bin/sh --password '*'";
        assert!(manual_in_a_line().contains(recommended));
        let words = shlex::split(recommended).expect("a command");
        let mut options: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        options.push(&login);
        run_well(&words[0], &options);
        keys.is_own_user = true;
        keys.login = login;
        keys
    }

    /// Creates keys for the user who runs the test, and keys for an ordinary user.
    pub(crate) fn for_both_users(name: &str) -> [Self; 2] {
        [
            Self::new(&format!("own-{name}")),
            Self::for_ordinary_user(name),
        ]
    }

    /// Returns true if the user exists only for the test, so that settings for the user change nothing else.
    pub(crate) fn is_own_user(&self) -> bool {
        self.is_own_user
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder
            .join(name)
            .to_str()
            .expect("a plain name")
            .to_string()
    }

    /// Returns the options of an SSH client.
    pub(crate) fn client(&self, port: u16) -> Vec<String> {
        let (key, port) = (self.path("user"), port.to_string());
        let mut options: Vec<String> = ["-q", "-F", "/dev/null", "-i", &key, "-p", &port]
            .map(str::to_string)
            .into();
        for option in [
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "IdentityAgent=none",
            "ConnectTimeout=10",
        ] {
            options.extend(["-o".to_string(), option.to_string()]);
        }
        options
    }

    /// Returns a client with options and a request, to be started.
    pub(crate) fn command(&self, port: u16, options: &[&str], words: &[&str]) -> Command {
        let mut client = Command::new("ssh");
        client
            .args(self.client(port))
            .args(options)
            .arg(format!("{}@127.0.0.1", self.login))
            .stdin(Stdio::null());
        if !words.is_empty() {
            // Without this the client would read a request such as `-c sh` as its own options.
            client.arg("--").args(words);
        }
        client
    }

    /// Runs a client with options and a request, for at most 20 seconds, and returns its output.
    pub(crate) fn ssh(&self, port: u16, options: &[&str], words: &[&str]) -> Output {
        let client = self.command(port, options, words);
        Command::new("timeout")
            .arg("20")
            .arg(client.get_program())
            .args(client.get_args())
            .stdin(Stdio::null())
            .output()
            .expect("there is a client")
    }

    /// Returns the command that starts a client, for a shell.
    pub(crate) fn line(&self, port: u16, options: &str) -> String {
        format!(
            "ssh {} {options} {}@127.0.0.1",
            self.client(port).join(" "),
            self.login
        )
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        if self.is_own_user {
            // sshd may still be ending the user's last session. Without `--remove`: the home is the root of the system.
            for _ in 0..50 {
                if run("userdel", &[&self.login]).status.success() {
                    break;
                }
                std::thread::sleep(Duration::from_millis(100));
            }
        }
        // A folder that is left among the temporary files does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
