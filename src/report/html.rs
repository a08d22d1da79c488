//! One self-contained, accessible HTML page.

use super::page::{Page, PageBlock};
use crate::text::is_noncharacter;

/// Colours and spacing of GOV.UK pages.
const STYLE: &str = "body{font-family:sans-serif;line-height:1.5;max-width:50em;margin:2em auto;padding:0 1em;color:#0b0c0c;background:#fff}\
table{border-collapse:collapse}th,td{border:1px solid #505a5f;padding:.3em .6em;text-align:left;vertical-align:top}dt{font-weight:bold}a{color:#1d70b8}";

/// Renders a page as HTML.
pub(super) fn render(page: &Page) -> String {
    let title = escape(&page.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    for block in &page.blocks {
        match block {
            PageBlock::Heading(heading) => out.push_str(&format!("<h2>{}</h2>\n", escape(heading))),
            PageBlock::Subheading(words) => out.push_str(&format!("<h3>{}</h3>\n", escape(words))),
            PageBlock::Paragraph(words) => out.push_str(&format!("<p>{}</p>\n", linked(words))),
            PageBlock::Fields(fields) => {
                out.push_str("<dl>\n");
                let mut before = None;
                for (label, value) in fields {
                    // A list of terms has each of them once, with all of its values.
                    if before != Some(label) {
                        out.push_str(&format!("<dt>{}</dt>", escape(label)));
                    }
                    out.push_str(&format!("<dd>{}</dd>\n", linked(value)));
                    before = Some(label);
                }
                out.push_str("</dl>\n");
            }
            PageBlock::List(entries) => list("ul", entries, &mut out),
            PageBlock::Notes(notes) => list("ol", notes, &mut out),
            PageBlock::Table(table) if table.rows.is_empty() => {}
            PageBlock::Table(table) => {
                let header: String = table
                    .whole_columns()
                    .map(|(_, column)| format!("<th scope=\"col\">{}</th>", escape(&column.name)))
                    .collect();
                out.push_str(&format!(
                    "<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n"
                ));
                for row in &table.rows {
                    let cells: String = table
                        .whole_columns()
                        .map(|(index, _)| format!("<td>{}</td>", linked(&row.cells[index].words)))
                        .collect();
                    out.push_str(&format!("<tr>{cells}</tr>\n"));
                }
                out.push_str("</tbody>\n</table>\n");
                if !table.notes.is_empty() {
                    out.push_str("<h2>Sources</h2>\n");
                    list("ol", &table.notes, &mut out);
                }
            }
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Appends a list: `ul` or `ol`.
fn list(element: &str, entries: &[String], out: &mut String) {
    out.push_str(&format!("<{element}>\n"));
    for entry in entries {
        out.push_str(&format!("<li>{}</li>\n", linked(entry)));
    }
    out.push_str(&format!("</{element}>\n"));
}

/// Escapes the characters that HTML reserves, and writes U+FFFD for each code point that HTML forbids.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if is_forbidden(character) => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    out
}

/// Returns true for what a document must not contain: <https://html.spec.whatwg.org/#preprocessing-the-input-stream>.
fn is_forbidden(character: char) -> bool {
    let is_space = matches!(character, '\t' | '\n' | '\x0c' | '\r');
    character.is_control() && !is_space || is_noncharacter(character)
}

/// Escapes a text and turns its web addresses into links.
fn linked(words: &str) -> String {
    let linked = words.split(' ').map(|word| {
        let escaped = escape(word);
        if word.starts_with("https://") || word.starts_with("http://") {
            format!("<a href=\"{escaped}\">{escaped}</a>")
        } else {
            escaped
        }
    });
    linked.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_point_that_html_forbids_is_written() {
        let all: String = ('\0'..=char::MAX).collect();
        let page = Page {
            title: all.clone(),
            blocks: vec![
                PageBlock::Paragraph(all.clone()),
                PageBlock::List(vec![all]),
            ],
            ..Page::default()
        };
        let html = render(&page);
        assert!(!html.contains(is_forbidden));
        assert!(html.contains('é') && html.contains('\u{10fffd}'));
    }

    #[test]
    fn a_label_with_several_values_is_written_once() {
        let fields = [("Theme", "a"), ("Theme", "b"), ("Rank", "c")];
        let fields = fields.map(|(label, value)| (label.to_string(), value.to_string()));
        let page = Page {
            blocks: vec![PageBlock::Fields(fields.into())],
            ..Page::default()
        };
        let html = render(&page);
        assert!(
            html.contains("<dt>Theme</dt><dd>a</dd>\n<dd>b</dd>\n<dt>Rank</dt><dd>c</dd>"),
            "{html}"
        );
    }
}
