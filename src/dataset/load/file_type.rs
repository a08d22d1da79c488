//! Recognises files that are not JSON, to name what they are and the next step.

use super::diagnostic::{Diagnostic, Locator};

/// Advice for data in another format.
const CONVERT: &str =
    "a dataset is a JSON file: convert the data to the format that `oa schema` prints";

/// Returns the problem of bytes that begin as those of a well-known binary format do.
fn recognise_binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let has = |part: &[u8]| {
        let start = &bytes[..bytes.len().min(1 << 16)];
        start.windows(part.len()).any(|window| window == part)
    };
    Some(match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            if has(b"xl/") || has(b"opendocument.spreadsheet") {
                (
                    "this is a spreadsheet (.xlsx or .ods), not a JSON file",
                    CONVERT,
                )
            } else if has(b"word/") || has(b"opendocument.text") {
                (
                    "this is a document (.docx or .odt), not a JSON file",
                    CONVERT,
                )
            } else if let Some(b"[Content_Types].xml") = bytes.get(30..49) {
                (
                    "this is a file of Microsoft Office, probably a spreadsheet (.xlsx), not a JSON file",
                    CONVERT,
                )
            } else {
                (
                    "this is a ZIP archive, not a JSON file",
                    "unpack it, and give the JSON file in it",
                )
            }
        }
        [0x1f, 0x8b, ..]
        | [b'B', b'Z', b'h', ..]
        | [0xfd, b'7', b'z', b'X', b'Z', ..]
        | [0x28, 0xb5, 0x2f, 0xfd, ..] => (
            "this is a compressed file, not a JSON file",
            "unpack it first",
        ),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => (
            "this is an old spreadsheet or document (.xls or .doc), not a JSON file",
            CONVERT,
        ),
        [b'%', b'P', b'D', b'F', ..] => ("this is a PDF document, not a JSON file", CONVERT),
        [b'{', b'\\', b'r', b't', b'f', ..] => (
            "this is a document in Rich Text Format, not a JSON file",
            "save it as plain text",
        ),
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            ("this is UTF-32, not UTF-8", "save the file as UTF-8")
        }
        // With a byte order mark, or ASCII characters without one.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0x7f, 0, _, ..] | [1..=0x7f, 0, _, 0, ..] => {
            ("this is UTF-16, not UTF-8", "save the file as UTF-8")
        }
        _ if bytes.contains(&0) => (
            "this is a binary file, not a JSON file",
            "give the path of a JSON file",
        ),
        _ => return None,
    })
}

/// Returns the problem of a text that is not JSON but looks like another format.
pub(super) fn recognise_text(text: &str) -> Option<(String, String)> {
    if let Some((message, help)) = recognise_binary(text.as_bytes()) {
        return Some((message.into(), help.into()));
    }
    let start = text.trim_start();
    let (message, help) = match start.as_bytes().first()? {
        b'<' => recognise_markup(start),
        b'{' | b'[' if is_json_lines(start) => (
            "this looks like JSON Lines, with one value in each line",
            "a dataset is one object: put the items into its lists, in the format that `oa schema` prints",
        ),
        b'{' => return None,
        b'[' => (is_section(first_line(start)))
            .then_some(("this looks like TOML or an INI file, not JSON", CONVERT))?,
        _ => recognise_lines(start)?,
    };
    Some((message.into(), help.into()))
}

fn recognise_markup(start: &str) -> (&'static str, &'static str) {
    let head: String = start.chars().take(500).collect::<String>().to_lowercase();
    if head.contains("<html") || head.contains("<!doctype html") {
        (
            "this is a web page (HTML), not a JSON file",
            "download the file itself, not the page that shows it",
        )
    } else {
        ("this is XML, not JSON", CONVERT)
    }
}

/// Returns true if the first line is a value of its own, and so is the start of the second.
fn is_json_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_value = |line: &str| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    lines.next().is_some_and(is_value)
        && lines
            .next()
            .is_some_and(|line| line.trim_start().starts_with(['{', '[']))
}

/// Recognises YAML and tables by their first lines.
fn recognise_lines(text: &str) -> Option<(&'static str, &'static str)> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let content = lines.clone().find(|line| !line.starts_with('#'));
    if content.is_some_and(|line| line.starts_with("---") || is_yaml_field(line)) {
        return Some(("this looks like YAML, not JSON", CONVERT));
    }
    let header = lines.next()?;
    let row = lines.next();
    let is_table = [',', ';', '\t', '|'].into_iter().any(|separator| {
        let columns = |line: &str| line.matches(separator).count();
        columns(header) > 0 && row.is_none_or(|row| columns(row) >= columns(header))
    });
    is_table.then_some(("this looks like a table (CSV), not JSON", CONVERT))
}

/// Returns true for lines such as `name: Oldham` and `areas:`.
fn is_yaml_field(line: &str) -> bool {
    let Some((key, value)) = line.trim_start_matches("- ").split_once(':') else {
        return false;
    };
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    !key.is_empty() && key.chars().all(is_key) && (value.is_empty() || value.starts_with(' '))
}

/// Returns true for lines such as `[programme]`.
fn is_section(line: &str) -> bool {
    let name = line.trim().trim_matches(['[', ']']);
    line.trim_end().ends_with(']')
        && name.starts_with(|c: char| c.is_alphabetic())
        && !matches!(name, "true" | "false" | "null")
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.".contains(c))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Words the problem of bytes that are not UTF-8 from the byte `valid` on.
pub(super) fn not_utf8(bytes: &[u8], valid: usize) -> Diagnostic {
    let readable = String::from_utf8_lossy(bytes);
    let byte = bytes[valid];
    let position = Locator::new(&readable).locate(valid..valid + 1, "");
    if let Some((message, help)) = recognise_binary(bytes) {
        // A position in a file that has no lines would not help.
        return if bytes.starts_with(b"{") || bytes.starts_with(b"[") || bytes.starts_with(&[0]) {
            Diagnostic::at(position, message, help)
        } else {
            Diagnostic::whole(message, help)
        };
    }
    // Both agree on these bytes.
    let (message, help) = if byte >= 0xa0 {
        (
            format!(
                "byte {byte:#04x} is not UTF-8; in Latin-1 and Windows-1252 it is `{}`",
                char::from(byte)
            ),
            "the file is probably in one of these: save it as UTF-8",
        )
    } else {
        (
            format!("byte {byte:#04x} is not UTF-8"),
            "save the file as UTF-8",
        )
    };
    Diagnostic::at(position, &message, help)
}

#[cfg(test)]
mod tests {
    use crate::dataset::Dataset;

    #[test]
    fn other_formats_are_named() {
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let cases: [(&[u8], &str); 16] = [
            (
                b"PK\x03\x04\x14\x00....................xl/workbook.xml",
                "spreadsheet",
            ),
            (
                b"PK\x03\x04\x14\x00....................word/document.xml",
                "document",
            ),
            (
                b"PK\x03\x04\x14\x00....................data.json",
                "ZIP archive",
            ),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old spreadsheet"),
            (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
            (b"\x1f\x8b\x08\x00", "compressed"),
            (&utf16("\u{feff}{\"version\": 1}"), "UTF-16"),
            (&utf16("{\"version\": 1}"), "UTF-16"),
            (b"Area,Priority\nOldham,Reading\n", "table (CSV)"),
            (
                b"\"Area\";\"Priority\"\n\"Oldham\";\"Reading\"\n",
                "table (CSV)",
            ),
            (b"{\"id\": \"a\"}\n{\"id\": \"b\"}\n", "JSON Lines"),
            (b"<!DOCTYPE html>\n<html lang=\"en\">", "web page"),
            (b"<?xml version=\"1.0\"?><programme/>", "XML"),
            (b"version: 1\nareas:\n  - id: oldham\n", "YAML"),
            (b"# plan\n---\nversion: 1\n", "YAML"),
            (b"[programme]\nname = \"Parks\"\n", "TOML"),
        ];
        for (bytes, name) in cases {
            let error = Dataset::from_bytes("file", bytes).expect_err(name);
            let [diagnostic] = &error.diagnostics[..] else {
                panic!("{name}: {error}");
            };
            assert!(diagnostic.message.contains(name), "{name}: {error}");
            assert!(!diagnostic.help.is_empty(), "{name}: {error}");
        }
    }

    #[test]
    fn latin_1_is_named_with_the_character() {
        let error = Dataset::from_bytes("file", b"{\"name\": \"\xe9\"}").expect_err("Latin-1");
        assert!(error.to_string().contains("it is `é`"), "{error}");
    }
}
