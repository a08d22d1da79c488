//! One self-contained, accessible HTML page.

use super::page::{Page, PageBlock};

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
            PageBlock::Paragraph(words) => out.push_str(&format!("<p>{}</p>\n", linked(words))),
            PageBlock::Fields(fields) => {
                out.push_str("<dl>\n");
                for (label, value) in fields {
                    out.push_str(&format!(
                        "<dt>{}</dt><dd>{}</dd>\n",
                        escape(label),
                        linked(value)
                    ));
                }
                out.push_str("</dl>\n");
            }
            PageBlock::List(entries) => list("ul", entries, &mut out),
            PageBlock::Notes(notes) => list("ol", notes, &mut out),
            PageBlock::Table(table) => {
                let header: String = table
                    .columns
                    .iter()
                    .map(|name| format!("<th scope=\"col\">{}</th>", escape(name)))
                    .collect();
                out.push_str(&format!(
                    "<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n"
                ));
                for row in &table.rows {
                    let cells: String = row
                        .iter()
                        .map(|cell| format!("<td>{}</td>", linked(cell)))
                        .collect();
                    out.push_str(&format!("<tr>{cells}</tr>\n"));
                }
                out.push_str("</tbody>\n</table>\n");
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

/// Escapes the characters that HTML reserves.
fn escape(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
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
