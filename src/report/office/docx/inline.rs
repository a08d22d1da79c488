//! Text within a paragraph: runs, and links to web addresses and notes.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use crate::report::office::xml::escape;

/// The links of a document.
pub(super) struct DocumentLinks {
    /// Number of notes, to which numbers such as `[1]` lead.
    notes: usize,
    /// Numbers of the web addresses, from 1.
    addresses: HashMap<String, usize>,
}

impl DocumentLinks {
    /// Starts without web addresses.
    pub(super) fn new(notes: usize) -> Self {
        Self {
            notes,
            addresses: HashMap::new(),
        }
    }

    /// Returns the name of the relationship to an address.
    fn id(&mut self, address: &str) -> String {
        let next = self.addresses.len() + 1;
        let number = *self.addresses.entry(address.to_string()).or_insert(next);
        format!("link{number}")
    }

    /// Returns the addresses with the names of the relationships to them, in order.
    pub(super) fn addresses(&self) -> impl Iterator<Item = (String, &str)> {
        let mut addresses: Vec<(usize, &str)> = self
            .addresses
            .iter()
            .map(|(address, number)| (*number, address.as_str()))
            .collect();
        addresses.sort_unstable();
        addresses
            .into_iter()
            .map(|(number, address)| (format!("link{number}"), address))
    }
}

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'t> {
    Text(&'t str),
    Address(&'t str),
    Note(&'t str, usize),
}

/// Splits a text at web addresses and at numbers of notes up to `notes`.
fn pieces(text: &str, notes: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    let mut position = 0;
    while position < text.len() {
        let rest = &text[position..];
        let found = address_at(text, position)
            .map(|address| (address.len(), Piece::Address(address)))
            .or_else(|| {
                let (sign, number) = note_at(rest, notes)?;
                Some((sign.len(), Piece::Note(sign, number)))
            });
        match found {
            Some((length, piece)) => {
                if plain < position {
                    pieces.push(Piece::Text(&text[plain..position]));
                }
                pieces.push(piece);
                position += length;
                plain = position;
            }
            None => position += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if plain < text.len() {
        pieces.push(Piece::Text(&text[plain..]));
    }
    pieces
}

/// Returns the web address that starts at a position, without the punctuation of the sentence around it.
fn address_at(text: &str, position: usize) -> Option<&str> {
    let rest = &text[position..];
    if !rest.starts_with("https://") && !rest.starts_with("http://") {
        return None;
    }
    let before = text[..position].chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let is_end =
        |character: char| character.is_whitespace() || matches!(character, '"' | '<' | '>');
    let end = rest.find(is_end).unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ';', ':', ')']))
}

/// Returns the sign of a note at the start of a text, such as `[12]`, and its number.
fn note_at(rest: &str, notes: usize) -> Option<(&str, usize)> {
    let inner = rest.strip_prefix('[')?;
    let end = inner.find(']')?;
    let number: usize = inner[..end].parse().ok()?;
    let is_plain = inner[..end].bytes().all(|byte| byte.is_ascii_digit());
    (is_plain && (1..=notes).contains(&number)).then(|| (&rest[..end + 2], number))
}

/// Writes a text as runs. `properties` are those of every run, in XML.
pub(super) fn write_text(
    out: &mut dyn Write,
    links: &mut DocumentLinks,
    text: &str,
    properties: &str,
) -> io::Result<()> {
    for piece in pieces(text, links.notes) {
        match piece {
            Piece::Text(words) => run(out, words, properties)?,
            Piece::Address(address) => write_link(out, links, address, address)?,
            Piece::Note(sign, number) => {
                write!(
                    out,
                    "<w:hyperlink w:anchor=\"note{number}\" w:history=\"1\">"
                )?;
                run(out, sign, "<w:rStyle w:val=\"NoteNumber\"/>")?;
                out.write_all(b"</w:hyperlink>")?;
            }
        }
    }
    Ok(())
}

/// Writes words that lead to a web address.
pub(super) fn write_link(
    out: &mut dyn Write,
    links: &mut DocumentLinks,
    words: &str,
    address: &str,
) -> io::Result<()> {
    let id = links.id(address);
    write!(out, "<w:hyperlink r:id=\"{id}\" w:history=\"1\">")?;
    run(out, words, "<w:rStyle w:val=\"Hyperlink\"/>")?;
    out.write_all(b"</w:hyperlink>")
}

/// Writes one run, with a break for each line end.
pub(super) fn run(out: &mut dyn Write, words: &str, properties: &str) -> io::Result<()> {
    out.write_all(b"<w:r>")?;
    if !properties.is_empty() {
        write!(out, "<w:rPr>{properties}</w:rPr>")?;
    }
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            out.write_all(b"<w:br/>")?;
        }
        write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escape(line))?;
    }
    out.write_all(b"</w:r>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_notes_are_found() {
        let text = "See [1][12] and (https://a.example/b.pdf). In [2017], [3]";
        assert_eq!(
            pieces(text, 12),
            [
                Piece::Text("See "),
                Piece::Note("[1]", 1),
                Piece::Note("[12]", 12),
                Piece::Text(" and ("),
                Piece::Address("https://a.example/b.pdf"),
                Piece::Text("). In [2017], "),
                Piece::Note("[3]", 3),
            ]
        );
        assert_eq!(pieces("[1] [0] [+1]", 0), [Piece::Text("[1] [0] [+1]")]);
        assert_eq!(pieces("é[", 9), [Piece::Text("é[")]);
    }

    #[test]
    fn an_address_is_one_link_however_often_it_occurs() {
        let mut links = DocumentLinks::new(0);
        let mut out = Vec::new();
        for address in [
            "https://b.example",
            "https://a.example",
            "https://b.example",
        ] {
            write_text(&mut out, &mut links, address, "").expect("memory can be written");
        }
        let found: Vec<_> = links.addresses().map(|(id, _)| id).collect();
        assert_eq!(found, ["link1", "link2"]);
    }
}
