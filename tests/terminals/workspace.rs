//! A folder for one terminal, with the shell that it runs.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use ratatui::layout::Size;

use super::case::Case;

/// Time after which a test has failed. Long, because the machine may be busy.
pub(crate) const WAIT_LIMIT: Duration = Duration::from_secs(30);
/// Pause between two looks at a terminal or a file.
pub(crate) const PAUSE: Duration = Duration::from_millis(30);

/// The prompt of the shell.
pub(crate) const PROMPT: &str = "ready$";

/// A folder for one terminal. The shell has three commands: `prepare` leaves text on the screen, `oa`
/// starts the program, and `finish` prints its exit status.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    pub(crate) fn new(name: &str, case: &Case) -> Self {
        // Short, since the path of a socket must be.
        let folder = std::env::temp_dir().join(format!("oa-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let workspace = Self { folder };
        let exports: String = case
            .environment
            .iter()
            .map(|(name, value)| format!("export {name}='{value}'\n"))
            .collect();
        let [log, size, before, after] =
            ["log", "size", "before", "after"].map(|name| workspace.path(name));
        let script = format!(
            "PS1='{PROMPT} '; HISTFILE=\n\
             export LC_ALL=C.UTF-8\n\
             unset NO_COLOR PROMPT_COMMAND\n\
             {exports}\
             prepare() {{\n\
               for line in {{1..200}}; do echo \"left over $line left over $line left over\"; done\n\
               stty -g >{before}; stty size >{size}\n\
             }}\n\
             alias oa=\"'{program}' --log {log}\"\n\
             finish() {{ status=$?; stty -g >{after}; echo \"status $status\"; }}\n\
             touch {ready}\n",
            program = env!("CARGO_BIN_EXE_oa"),
            ready = workspace.path("ready"),
        );
        workspace.write("shell", &script);
        workspace
    }

    /// Returns the path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> String {
        let path = self.folder.join(name);
        path.to_str().expect("a plain name").to_string()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, text).expect("the folder can be written to");
        path
    }

    /// Returns the command that starts the shell.
    pub(crate) fn shell(&self) -> [String; 5] {
        let words = ["bash", "--noprofile", "--rcfile", &self.path("shell"), "-i"];
        words.map(str::to_string)
    }

    /// Waits until a file is there and not empty, and returns its text.
    pub(crate) fn wait_for_file(&self, name: &str) -> String {
        let path = self.path(name);
        wait_for(&format!("{name} is written"), || {
            fs::read_to_string(&path)
                .ok()
                .filter(|text| text.ends_with('\n'))
        })
    }

    /// Waits until the shell has started.
    pub(crate) fn wait_for_shell(&self) {
        let path = self.path("ready");
        wait_for("the shell starts", || {
            Path::new(&path).exists().then_some(())
        });
    }

    /// Returns the size of the terminal when the program started.
    pub(crate) fn size(&self) -> Size {
        let text = self.wait_for_file("size");
        let mut numbers = text
            .split_whitespace()
            .map(|number| number.parse().expect("`stty size` prints numbers"));
        let rows = numbers.next().expect("the rows");
        Size::new(numbers.next().expect("the columns"), rows)
    }

    /// Returns what the program has logged so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap_or_default()
    }

    /// Waits until the program has logged these words for at least this often, and a frame after the
    /// last of them.
    pub(crate) fn wait_for_frame_after(&self, words: &str, count: usize) {
        wait_for(&format!("a frame after {count} times `{words}`"), || {
            let log = self.log();
            let last = log.rfind(words)?;
            (log.matches(words).count() >= count && log[last..].contains("frame: ")).then_some(())
        });
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            // A folder that is left among the temporary files does no harm.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Waits until there is an answer.
pub(crate) fn wait_for<T>(what: &str, mut answer: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = answer() {
            return answer;
        }
        assert!(start.elapsed() < WAIT_LIMIT, "waited in vain until {what}");
        std::thread::sleep(PAUSE);
    }
}
