//! The areas of a file, cut out while the rest is read, so that other threads can parse them.

use std::{
    io::{self, Read},
    mem::replace,
};

/// The size of a piece of the file in bytes.
const PIECE: usize = 1 << 16;

/// A reader that hands on a file of JSON, but with an empty list of areas: `send` gets the text of each area.
///
/// It knows only as much JSON as it needs to find where an area ends. What it hands on and sends must be parsed; together
/// both are sound only if the file is.
pub(super) struct AreaSplitter<R, F> {
    reader: R,
    max_bytes: usize,
    send: F,
    /// The piece of the file that was read last, and how far it was looked at.
    piece: Vec<u8>,
    position: usize,
    place: Place,
    /// The lists and objects around the current byte.
    depth: usize,
    text: TextState,
    /// The beginning of the last text directly in the outermost object.
    key: Vec<u8>,
    /// The bytes of the current area so far.
    area: Vec<u8>,
}

/// The place of the current byte in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Outside the areas.
    Outside,
    /// After the key of the areas.
    AfterKey,
    /// In the list of areas, before its first area.
    Start,
    /// In an area.
    Area,
    /// After an area.
    AfterArea,
    /// After a comma, before the next area.
    AfterComma,
}

/// The state of a text in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextState {
    Outside,
    Inside,
    AfterBackslash,
}

/// The key of the areas in the file.
const KEY: &[u8] = b"areas";

/// The number of objects around an area. The list of areas is handed on, and not counted within.
const AREA_DEPTH: usize = 1;

impl<R: Read, F: FnMut(Vec<u8>) -> bool> AreaSplitter<R, F> {
    /// Wraps a reader. Reading ends with an error if `send` returns false, or if an area has more than `max_bytes`.
    pub(super) fn new(reader: R, max_bytes: usize, send: F) -> Self {
        Self {
            reader,
            max_bytes,
            send,
            piece: Vec::new(),
            position: 0,
            place: Place::Outside,
            depth: 0,
            text: TextState::Outside,
            key: Vec::new(),
            area: Vec::new(),
        }
    }

    /// Reads the next piece of the file. Returns false at its end.
    fn fill(&mut self) -> io::Result<bool> {
        self.piece.resize(PIECE, 0);
        let bytes = self.reader.read(&mut self.piece)?;
        self.piece.truncate(bytes);
        self.position = 0;
        Ok(bytes > 0)
    }

    /// Looks at bytes outside areas, at most as many as `room`, up to the list of areas. Returns how many there are.
    fn skip_outside(&mut self, room: usize) -> usize {
        let start = self.position;
        let end = self.piece.len().min(start.saturating_add(room));
        while self.position < end {
            let byte = self.piece[self.position];
            self.position += 1;
            if self.text != TextState::Outside {
                self.step_in_text(byte);
                if self.depth == 1 && self.key.len() <= KEY.len() {
                    self.key.push(byte);
                }
                continue;
            }
            match byte {
                b'"' => {
                    self.text = TextState::Inside;
                    self.key.clear();
                    self.place = Place::Outside;
                }
                b':' if self.depth == 1 && self.key.strip_suffix(b"\"") == Some(KEY) => {
                    self.place = Place::AfterKey;
                }
                b'[' if self.place == Place::AfterKey => {
                    self.place = Place::Start;
                    break;
                }
                b' ' | b'\n' | b'\r' | b'\t' => {}
                _ => {
                    self.place = Place::Outside;
                    self.nest(byte);
                }
            }
        }
        self.position - start
    }

    /// Moves on to the end of an area, of the list of areas or of the piece.
    fn skip_areas(&mut self) -> io::Result<()> {
        if self.place == Place::Area {
            return self.skip_area();
        }
        while let Some(&byte) = self.piece.get(self.position) {
            match (self.place, byte) {
                (_, b' ' | b'\n' | b'\r' | b'\t') => {}
                (Place::Start | Place::AfterComma, b'{') => {
                    self.place = Place::Area;
                    return self.skip_area();
                }
                (Place::AfterArea, b',') => self.place = Place::AfterComma,
                // The bracket is handed on.
                (Place::Start | Place::AfterArea, b']') => {
                    (self.place, self.depth) = (Place::Outside, AREA_DEPTH + 1);
                    return Ok(());
                }
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
            self.position += 1;
        }
        Ok(())
    }

    /// Moves on to the end of the area, and sends it, or else to that of the piece.
    fn skip_area(&mut self) -> io::Result<()> {
        let start = self.position;
        while let Some(&byte) = self.piece.get(self.position) {
            self.position += 1;
            if self.text != TextState::Outside {
                self.step_in_text(byte);
            } else if byte == b'"' {
                self.text = TextState::Inside;
            } else {
                self.nest(byte);
                if byte == b'}' && self.depth == AREA_DEPTH {
                    self.place = Place::AfterArea;
                    break;
                }
            }
        }
        self.area
            .extend_from_slice(&self.piece[start..self.position]);
        if self.area.len() > self.max_bytes {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.place == Place::AfterArea {
            // The next one will be about as long: a list that grows by doubling would take up to twice the memory.
            let next = Vec::with_capacity(self.area.len());
            if !(self.send)(replace(&mut self.area, next)) {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        Ok(())
    }

    fn step_in_text(&mut self, byte: u8) {
        self.text = match (self.text, byte) {
            (TextState::Inside, b'"') => TextState::Outside,
            (TextState::Inside, b'\\') => TextState::AfterBackslash,
            _ => TextState::Inside,
        };
    }

    fn nest(&mut self, byte: u8) {
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

impl<R: Read, F: FnMut(Vec<u8>) -> bool> Read for AreaSplitter<R, F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.position == self.piece.len() && !self.fill()? {
                return Ok(0);
            }
            match self.place {
                Place::Outside | Place::AfterKey => {
                    let start = self.position;
                    let count = self.skip_outside(buffer.len());
                    buffer[..count].copy_from_slice(&self.piece[start..start + count]);
                    return Ok(count);
                }
                _ => self.skip_areas()?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Splits a text that is read a few bytes at a time. Returns what is handed on, and the areas.
    fn split(text: &str, bytes: usize) -> io::Result<(String, Vec<String>)> {
        struct Slow<'t>(&'t [u8], usize);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let count = self.1.min(self.0.len()).min(buffer.len());
                let (now, later) = self.0.split_at(count);
                buffer[..count].copy_from_slice(now);
                self.0 = later;
                Ok(count)
            }
        }
        let mut areas = Vec::new();
        let mut rest = String::new();
        let mut splitter = AreaSplitter::new(Slow(text.as_bytes(), bytes), 40, |area| {
            areas.push(String::from_utf8(area).expect("it is UTF-8"));
            true
        });
        splitter.read_to_string(&mut rest)?;
        Ok((rest, areas))
    }

    #[test]
    fn areas_are_cut_out_however_they_are_written() {
        for (text, rest, areas) in [
            (r#"{"a":1,"areas":[]}"#, r#"{"a":1,"areas":[]}"#, &[][..]),
            (
                "{ \"areas\" :\n[ {\"id\": \"a\"} ,\t{\"b\":[{},\"]}\"]} ] , \"z\":[1]}",
                "{ \"areas\" :\n[] , \"z\":[1]}",
                &["{\"id\": \"a\"}", "{\"b\":[{},\"]}\"]}"],
            ),
            (
                r#"{"areas":[{"a":"\"}\\"},{"é":"\\\"{"}],"b":{"areas":[{}]}}"#,
                r#"{"areas":[],"b":{"areas":[{}]}}"#,
                &[r#"{"a":"\"}\\"}"#, r#"{"é":"\\\"{"}"#],
            ),
            // Neither a text nor a key elsewhere is the key of the areas.
            (
                r#"{"a":"areas","b":[{}],"areas ":[{}],"\"areas":[{}],"areasx":[{}],"c":["areas",[{}]]}"#,
                r#"{"a":"areas","b":[{}],"areas ":[{}],"\"areas":[{}],"areasx":[{}],"c":["areas",[{}]]}"#,
                &[],
            ),
            (r#"[{"areas":[{}]}]"#, r#"[{"areas":[{}]}]"#, &[]),
            // A second list would be refused with the rest.
            (
                r#"{"areas":[{}],"areas":[{"a":1}]}"#,
                r#"{"areas":[],"areas":[]}"#,
                &["{}", r#"{"a":1}"#],
            ),
            (r#"{"areas":{"a":[{}]}}"#, r#"{"areas":{"a":[{}]}}"#, &[]),
            // The end is missing: the rest is no JSON.
            (r#"{"areas":[{"a":1}"#, r#"{"areas":["#, &[r#"{"a":1}"#]),
            (r#"{"areas":[{"a":"#, r#"{"areas":["#, &[]),
        ] {
            for bytes in [1, 2, 3, 5, 7, 1000] {
                let found = split(text, bytes).expect("it can be split");
                assert_eq!(
                    found,
                    (
                        rest.to_string(),
                        areas.iter().map(ToString::to_string).collect()
                    ),
                    "{bytes}"
                );
            }
        }
    }

    #[test]
    fn what_is_between_areas_is_not_dropped() {
        for text in [
            r#"{"areas":[{},]}"#,
            r#"{"areas":[,{}]}"#,
            r#"{"areas":[{}{}]}"#,
            r#"{"areas":[{},,{}]}"#,
            r#"{"areas":[1]}"#,
            r#"{"areas":["a"]}"#,
            r#"{"areas":[{} 1]}"#,
            r#"{"areas":[{}}]"#,
            // It is too long.
            r#"{"areas":[{"a":"12345678901234567890123456789012345678901234567890"}]}"#,
        ] {
            assert!(split(text, 1000).is_err(), "{text}");
        }
    }
}
