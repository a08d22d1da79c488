//! Help texts and man pages, as a user reads them.

use std::process::{Command, Stdio};

const COMMANDS: [&str; 19] = [
    "list",
    "show",
    "search",
    "money",
    "changes",
    "targets",
    "term",
    "matrix",
    "compare",
    "timeline",
    "brief",
    "coverage",
    "export",
    "check",
    "completions",
    "man",
    "tour",
    "picture",
    "schema",
];

fn oa(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).expect("text is UTF-8")
}

#[test]
fn help_of_the_program() {
    insta::assert_snapshot!("help", oa(&["--help"]));
}

#[test]
fn help_of_every_command() {
    for command in COMMANDS {
        insta::assert_snapshot!(format!("help_{command}"), oa(&[command, "--help"]));
    }
}

#[test]
fn man_page_for_operators() {
    insta::assert_snapshot!("man_kiosk", oa(&["man", "kiosk"]));
}

#[test]
fn every_command_has_a_man_page_with_a_title_and_examples() {
    for command in COMMANDS {
        let page = oa(&["man", command]);
        let title = format!(".TH OA-{} 1 20", command.to_uppercase());
        assert!(page.contains(&title), "{page}");
        assert!(page.contains("\n.SH EXAMPLES\n"), "{page}");
    }
}

/// The commands after the questions in the help.
#[cfg(feature = "office")]
#[test]
fn every_question_in_the_help_is_answered() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let help = oa(&["--help"]);
    let questions = help
        .lines()
        .skip_while(|line| !line.starts_with("Questions"));
    let questions: Vec<&str> = questions.filter(|line| line.starts_with("  ")).collect();
    assert!(questions.len() > 10, "{help}");
    for line in questions {
        assert!(line.len() <= 80, "{line}");
        let (_, command) = line.split_once("  oa ").expect("a command");
        let command = command.split("  ").next().unwrap_or(command);
        let output = Command::new(env!("CARGO_BIN_EXE_oa"))
            .args(command.split(' '))
            .current_dir(folder.path())
            .env("COLUMNS", "80")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        if command == "oldham" {
            // It opens the dashboard, which needs a terminal.
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            continue;
        }
        assert!(output.status.success(), "{line}: {output:?}");
        let lines = String::from_utf8_lossy(&output.stdout).lines().count();
        // The others are lists of what there is.
        if command.starts_with("money")
            || command.starts_with("targets")
            || command.starts_with("changes")
        {
            assert!(lines < 24, "{line}: {lines} lines");
        }
    }
}

/// The list above has every command.
#[test]
fn program_lists_every_command() {
    let help = oa(&["--help"]);
    let listed: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert_eq!(listed, COMMANDS);
}

/// Needs mandoc: `.ci/run` installs it.
#[test]
#[ignore = "needs mandoc: cargo test -- --ignored mandoc"]
fn mandoc_accepts_every_page() {
    let folder = std::env::temp_dir().join(format!("oa-man-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be created");
    for arguments in COMMANDS
        .iter()
        .map(|command| vec!["man", command])
        .chain([vec!["man"], vec!["man", "kiosk"]])
    {
        let file = folder.join(arguments.join("-"));
        std::fs::write(&file, oa(&arguments)).expect("the page can be written");
        let output = Command::new("mandoc")
            .args(["-T", "lint"])
            .arg(&file)
            .output()
            .expect("mandoc is installed");
        let complaints = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && complaints.is_empty(),
            "{arguments:?}:\n{complaints}"
        );
    }
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}
