//! Checks of a document. Each returns what is wrong, so that a test can show that it finds mistakes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use opportunity_areas::command::Key;

use super::Document;

/// Words that a reader may stumble over, and what to write instead.
const PLAIN_WORDS: [(&str, &str); 14] = [
    ("stands", "is"),
    ("lies", "is"),
    ("whoever", "anyone who"),
    ("nobody", "no one, or name who"),
    ("so many", "the number"),
    ("rests on", "cites"),
    ("one's", "your"),
    ("utilise", "use"),
    ("in order to", "to"),
    ("prior to", "before"),
    ("leverage", "use"),
    ("via", "through"),
    ("e.g.", "for example"),
    ("i.e.", "that is"),
];

/// Returns the links that lead nowhere. Web addresses are not followed.
pub(crate) fn broken_links(document: &Document) -> Vec<String> {
    let folder = Path::new(&document.path).parent().unwrap_or(Path::new(""));
    let leads_nowhere = |link: &String| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        if file.starts_with("https://") {
            return false;
        }
        let target = folder.join(file);
        let anchors = match file {
            "" => document.anchors(),
            _ if !target.exists() => return true,
            _ if anchor.is_empty() => return false,
            _ => Document::read(&target.to_string_lossy()).anchors(),
        };
        !anchors.iter().any(|it| it == anchor)
    };
    document.links().into_iter().filter(leads_nowhere).collect()
}

/// Returns the paths in code and diagrams that are not in the project. `<name>` and `*` match anything.
pub(crate) fn missing_paths(document: &Document) -> Vec<String> {
    paths(document)
        .into_iter()
        .filter(|path| {
            let fixed: PathBuf = Path::new(path)
                .iter()
                .take_while(|part| !part.to_string_lossy().contains(['<', '*']))
                .collect();
            !fixed.exists()
        })
        .collect()
}

/// Returns the paths that a document names in code and diagrams.
pub(crate) fn paths(document: &Document) -> Vec<String> {
    const FOLDERS: [&str; 7] = [
        "src/", "tests/", "benches/", "data/", ".ci/", ".github/", ".config/",
    ];
    let code = document.code().into_iter();
    let lines = code
        .chain(document.block_lines("text"))
        .chain(document.block_lines("sh"));
    let words: Vec<String> = lines
        .flat_map(|line| line.split(' ').map(str::to_string).collect::<Vec<_>>())
        .collect();
    let is_path = |word: &String| {
        FOLDERS.iter().any(|folder| word.starts_with(folder))
            || Path::new(word)
                .extension()
                .is_some_and(|extension| ["toml", "md"].iter().any(|it| extension == *it))
    };
    words
        .into_iter()
        .map(|word| word.trim_end_matches([',', '.', ':', ';']).to_string())
        .filter(is_path)
        .collect()
}

/// Returns the names of types, functions and constants that the source does not define.
pub(crate) fn unknown_names(document: &Document, source: &str) -> Vec<String> {
    const DEFINITIONS: [&str; 8] = [
        "struct", "enum", "trait", "type", "fn", "static", "const", "mod",
    ];
    let is_known = |name: &String| {
        let mut parts = name.trim_end_matches("()").split("::");
        let first = parts.next().unwrap_or_default();
        let is_variable = !first.contains(char::is_lowercase);
        let is_defined = DEFINITIONS
            .iter()
            .any(|word| has_word(source, &format!("{word} {first}")));
        (is_defined || is_variable && has_word(source, first))
            && parts.all(|part| has_word(source, part))
    };
    let mut names = names(document);
    names.retain(|name| !is_known(name));
    names
}

/// Returns the Rust names and environment variables in a document's code: `Dataset`, `App::update`, `draw()`, `TERM`.
pub(crate) fn names(document: &Document) -> Vec<String> {
    let is_word =
        |part: &str| !part.is_empty() && part.chars().all(|it| it.is_alphanumeric() || it == '_');
    let is_name = |code: &String| {
        let name = code.trim_end_matches("()");
        name.len() > 1
            && name.split("::").all(is_word)
            && (name.starts_with(char::is_uppercase) || name.contains("::") || name != code)
            && code.parse::<Key>().is_err()
    };
    let mut names = document.code();
    names.retain(is_name);
    names
}

/// Returns the commands that fail. Within a sentence a command may be named without its arguments.
pub(crate) fn failing_commands(document: &Document) -> Vec<String> {
    let in_blocks = document.block_lines("sh").into_iter();
    let mut failing: Vec<String> = in_blocks
        .filter_map(|line| Some(format!("{line}: {}", fault(&line)?)))
        .collect();
    for line in document.commands_in_prose() {
        let is_incomplete = |fault: &String| {
            fault.contains("required arguments were not provided")
                || fault.contains("there is no file to check")
        };
        let fault = fault(&line).filter(|fault| !is_incomplete(fault));
        failing.extend(fault.map(|fault| format!("{line}: {fault}")));
    }
    failing
}

fn fault(line: &str) -> Option<String> {
    let Some(words) = shlex::split(line) else {
        return Some("a quotation mark is not closed".into());
    };
    let mut words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .skip_while(|word| word.contains('='))
        .take_while(|word| !matches!(*word, "|" | ">" | "&&"))
        .collect();
    match words.remove(0) {
        "oa" => fault_of_program(&words),
        "cargo" => fault_of_cargo(&words),
        file if Path::new(file).is_file() => None,
        other => Some(format!("`{other}` is not known to this test")),
    }
}

/// Runs the program. It must answer, or refuse only because there is no terminal to draw on.
fn fault_of_program(arguments: &[&str]) -> Option<String> {
    // It may write files.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let is_writing = arguments.contains(&"-o") || arguments.first() == Some(&"export");
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .current_dir(if is_writing {
            folder.path()
        } else {
            Path::new(".")
        })
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let error = String::from_utf8_lossy(&output.stderr);
    let answered = output.status.success() && !output.stdout.is_empty();
    let has_no_terminal = output.status.code() == Some(2) && error.contains("needs a terminal");
    (!answered && !has_no_terminal).then(|| format!("{}: {error}", output.status))
}

/// Checks that cargo's targets exist. Running cargo from a test would wait for the lock that the test's own cargo holds.
fn fault_of_cargo(arguments: &[&str]) -> Option<String> {
    const COMMANDS: [&str; 12] = [
        "run", "test", "build", "bench", "check", "clippy", "fmt", "doc", "fetch", "install",
        "insta", "nextest",
    ];
    if !COMMANDS.contains(&arguments[0]) {
        return Some(format!(
            "`cargo {}` is not known to this test",
            arguments[0]
        ));
    }
    let manifest = fs::read_to_string("Cargo.toml").expect("there is a manifest");
    arguments.windows(2).find_map(|pair| {
        let [option, name] = pair else { return None };
        let exists = match *option {
            "--test" => ["tests/NAME.rs", "tests/NAME/main.rs"]
                .iter()
                .any(|file| Path::new(&file.replace("NAME", name)).exists()),
            "--bench" | "--example" | "--bin" => manifest.contains(&format!("name = \"{name}\"")),
            "--features" => manifest.contains(&format!("\n{name} = [")),
            _ => true,
        };
        (!exists).then(|| format!("there is no `{name}` for {option}"))
    })
}

/// Returns the sentences with more than `most_words` words.
pub(crate) fn long_sentences(document: &Document, most_words: usize) -> Vec<String> {
    let mut long = Vec::new();
    for passage in document.prose() {
        let mut words = Vec::new();
        for word in passage.split_whitespace() {
            words.push(word);
            let bare = word.trim_end_matches(['"', ')', '*']);
            if bare.ends_with(['.', '?', '!', ':']) {
                if words.len() > most_words {
                    long.push(words.join(" "));
                }
                words.clear();
            }
        }
        if words.len() > most_words {
            long.push(words.join(" "));
        }
    }
    long
}

/// Returns the words that there is a plainer one for, with that one.
pub(crate) fn stilted_words(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for passage in document.prose() {
        let passage = passage.to_lowercase();
        for (word, plain) in PLAIN_WORDS {
            if has_word(&passage, word) {
                found.push(format!("`{word}`, write {plain}: {passage}"));
            }
        }
    }
    found
}

/// Returns the sections with a table of figures that do not say when and on which machine it was measured.
pub(crate) fn undated_figures(document: &Document) -> Vec<String> {
    let sections = document.text.split("\n## ").skip(1);
    sections
        .filter(|section| section.contains("\n|---"))
        .filter(|section| {
            let measured = section
                .lines()
                .find_map(|line| line.strip_prefix("Measured on "));
            !measured.is_some_and(|line| {
                let date = line.split(',').next().unwrap_or_default();
                let words: Vec<&str> = date.split(' ').collect();
                let is_date = matches!(words[..], [day, month, year]
                    if day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
                        && month.starts_with(char::is_uppercase)
                        && year.parse().is_ok_and(|year: u16| year >= 2026));
                is_date && line.contains("core")
            })
        })
        .map(|section| section.lines().next().unwrap_or_default().to_string())
        .collect()
}

/// Returns the lines of a changelog that are not as Keep a Changelog wants them.
pub(crate) fn faults_of_changelog(document: &Document) -> Vec<String> {
    const KINDS: [&str; 6] = [
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    ];
    let mut faults = Vec::new();
    if !document.text.contains("\n## [Unreleased]\n") {
        faults.push("there is no section for what is not yet released".into());
    }
    for line in document.text.lines() {
        let is_good = if let Some(kind) = line.strip_prefix("### ") {
            KINDS.contains(&kind)
        } else if let Some(version) = line.strip_prefix("## ") {
            version == "[Unreleased]" || is_dated_version(version)
        } else {
            true
        };
        if !is_good {
            faults.push(line.to_string());
        }
    }
    let items = document.prose().into_iter();
    faults
        .extend(items.filter(|item| item.contains(' ') && !item.trim_end().ends_with(['.', ':'])));
    faults
}

/// Whether a heading reads like `[0.1.0] - 2026-11-25`.
fn is_dated_version(heading: &str) -> bool {
    heading.split_once(" - ").is_some_and(|(version, date)| {
        version.starts_with('[') && version.ends_with(']') && date.len() == 10
    })
}

/// Whether a text has these words, not as a part of longer ones.
fn has_word(text: &str, words: &str) -> bool {
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == '_');
    text.match_indices(words).any(|(start, _)| {
        !is_letter(text[..start].chars().next_back())
            && !is_letter(text[start + words.len()..].chars().next())
    })
}
