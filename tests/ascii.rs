//! Answers without other characters than ASCII.

use std::process::{Command, Output, Stdio};

fn oa(arguments: &[&str], columns: usize) -> Output {
    Command::new(env!("CARGO_BIN_EXE_oa"))
        .args(arguments)
        .env("COLUMNS", columns.to_string())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

const COMMANDS: [&str; 17] = [
    "list",
    "list areas",
    "list money --wide",
    "list sources",
    "show oldham norwich/1 programme theme/maths",
    "brief blackpool --full",
    "search £500,000",
    "search literacy",
    "targets",
    "targets --group theme",
    "money",
    "changes --since 2021 --full",
    "matrix",
    "compare fenland derby",
    "timeline",
    "coverage",
    "terms",
];

#[test]
fn text_is_in_ascii_and_fits_wherever_the_option_is() {
    for line in COMMANDS {
        let words: Vec<&str> = line.split(' ').collect();
        let plain = oa(&words, 80);
        let plain = String::from_utf8_lossy(&plain.stdout).into_owned();
        for columns in [60, 80, 120] {
            let before = oa(&[&["--ascii"], &words[..]].concat(), columns).stdout;
            let after = oa(&[&words[..], &["--ascii"]].concat(), columns).stdout;
            assert_eq!(before, after, "{line}");
            let text = String::from_utf8_lossy(&after);
            for row in text.lines() {
                assert!(row.is_ascii() && row.len() <= columns, "{line}: {row}");
                // As in the dashboard, three dots mark what is cut.
                assert!(!row.contains('~'), "{line}: {row}");
            }
            // Every character of the dataset has a similar one.
            let questions = |text: &str| text.matches('?').count();
            if columns == 80 {
                assert!(questions(&text) <= questions(&plain), "{line}: {text}");
            }
            // A narrow table may leave out a text with its sum, but then without the option, too.
            let shown = oa(&words, columns).stdout;
            let shown = String::from_utf8_lossy(&shown);
            assert_eq!(shown.contains('£'), text.contains("GBP "), "{line}");
        }
    }
}

#[test]
fn help_and_messages_are_in_ascii() {
    let help = oa(&["--ascii", "help", "list"], 80).stdout;
    assert!(help.is_ascii() && !help.is_empty());
    let long = "x".repeat(200);
    for arguments in [["show", &long], ["money", "--over=£x"]] {
        let output = oa(&[&["--ascii"], &arguments[..]].concat(), 80);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.is_ascii(), "{said}");
    }
}

#[test]
fn other_formats_keep_every_character() {
    for format in ["csv", "json", "jsonl", "html", "markdown"] {
        let arguments = ["list", "money", "--format", format];
        let plain = oa(&arguments, 80).stdout;
        let ascii = oa(&[&arguments[..], &["--ascii"]].concat(), 80).stdout;
        assert_eq!(plain, ascii, "{format}");
    }
}
