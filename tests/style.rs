//! Checks the house style that no lint knows: names, lengths of files, and first words of documentation.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Longest file in `src`, in lines.
const MAX_LINES: usize = 400;

/// Types of ratatui that a reader would confuse with ours. `Dataset` is missing on purpose: it is our main type, and ratatui's
/// charts are not used.
const RATATUI_TYPES: [&str; 34] = [
    "Alignment",
    "Axis",
    "Bar",
    "Block",
    "Borders",
    "Buffer",
    "Canvas",
    "Cell",
    "Chart",
    "Color",
    "Constraint",
    "Direction",
    "Frame",
    "Gauge",
    "Label",
    "Layout",
    "Line",
    "List",
    "Map",
    "Margin",
    "Marker",
    "Padding",
    "Painter",
    "Palette",
    "Paragraph",
    "Position",
    "Rect",
    "Row",
    "Shape",
    "Size",
    "Span",
    "Style",
    "Table",
    "Text",
];

/// First words that make documentation a clause without a subject.
const CLAUSE_WORDS: [&str; 5] = ["What", "Whether", "How", "Where", "Who"];

fn source_files() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("source is UTF-8");
                files.push((path, text));
            }
        }
    }
    let mut files = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    files
}

/// Returns the name of the type that a line defines at module level.
fn defined_type(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => line,
    };
    let name = ["struct ", "enum ", "trait ", "type "]
        .iter()
        .find_map(|keyword| line.strip_prefix(keyword))?;
    let end = name.find(|character: char| !character.is_alphanumeric());
    Some(&name[..end.unwrap_or(name.len())])
}

/// Returns the first word of a documentation comment.
fn first_word(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let text = line.strip_prefix("/// ").or(line.strip_prefix("//! "))?;
    text.split_whitespace().next()
}

#[test]
fn every_type_has_a_name_of_its_own() {
    let files = source_files();
    let mut defined: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
    for (path, text) in &files {
        for name in text.lines().filter_map(defined_type) {
            defined.entry(name).or_default().push(path);
        }
    }
    assert!(
        defined.len() > 100,
        "only {} types were found",
        defined.len()
    );
    let twice: Vec<_> = defined
        .iter()
        .filter(|(_, paths)| paths.len() > 1)
        .collect();
    assert!(twice.is_empty(), "defined more than once: {twice:?}");
    let shadowing: Vec<_> = defined
        .iter()
        .filter(|(name, _)| RATATUI_TYPES.contains(name))
        .collect();
    assert!(
        shadowing.is_empty(),
        "named like types of ratatui: {shadowing:?}"
    );
}

#[test]
fn files_are_short() {
    for (path, text) in source_files() {
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn documentation_starts_with_a_subject_or_a_verb() {
    let files = source_files();
    let clauses: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| text.lines().map(move |line| (path, line)))
        .filter(|(_, line)| first_word(line).is_some_and(|word| CLAUSE_WORDS.contains(&word)))
        .map(|(path, line)| format!("{}: {}", path.display(), line.trim()))
        .collect();
    assert!(clauses.is_empty(), "{clauses:#?}");
}

#[test]
fn checks_recognise_definitions_and_first_words() {
    assert_eq!(
        defined_type("pub(in crate::tui) enum Event {"),
        Some("Event")
    );
    assert_eq!(defined_type("pub struct Pounds(pub u64);"), Some("Pounds"));
    assert_eq!(defined_type("type Bounds = [f64; 4];"), Some("Bounds"));
    assert_eq!(defined_type("    struct Inner;"), None);
    assert_eq!(first_word("    /// Whether it is so."), Some("Whether"));
    assert_eq!(first_word("// What this is."), None);
}
