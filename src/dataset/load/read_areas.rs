//! Reading of a large file by several threads: each parses some of the areas.

use std::{
    io::{BufReader, ErrorKind, Read},
    num::NonZero,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread::{self, available_parallelism},
};

use super::area_splitter::AreaSplitter;
use crate::dataset::{
    format::{Area, Document},
    values::DataList,
};

/// The most threads that parse areas. One cuts them out of the file, which takes a tenth of the time.
const MAX_THREADS: usize = 4;

/// The longest text of an area in bytes. Longer ones would take too much memory beside the dataset.
const MAX_AREA: usize = 1 << 23;

/// The reason why a document was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadFailure {
    /// Something is wrong with it.
    Wrong,
    /// It may be sound, but an area is too long to be parsed by itself, or there are no threads.
    NoThreads,
}

/// The number of an area in the file, and its text.
type AreaText = (usize, Vec<u8>);

/// Reads a document.
///
/// # Errors
/// If anything is wrong with it, or it cannot be read in this way.
pub(super) fn read_document(reader: impl Read) -> Result<Document, ReadFailure> {
    let count = available_parallelism()
        .map_or(1, NonZero::get)
        .min(MAX_THREADS);
    let is_wrong = &AtomicBool::new(false);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel::<AreaText>(count);
        let receiver = Arc::new(Mutex::new(receiver));
        let mut threads = Vec::new();
        for _ in 0..count {
            let receiver = Arc::clone(&receiver);
            let thread = thread::Builder::new().name("areas".into());
            let spawned = thread.spawn_scoped(scope, move || parse_areas(&receiver, is_wrong));
            threads.extend(spawned.ok());
        }
        drop(receiver);
        if threads.is_empty() {
            return Err(ReadFailure::NoThreads);
        }
        let mut number = 0;
        let send = |text| {
            let area = (number, text);
            number += 1;
            !is_wrong.load(Ordering::Relaxed) && sender.send(area).is_ok()
        };
        let splitter = AreaSplitter::new(reader, MAX_AREA, send);
        let document = serde_json::from_reader(BufReader::new(splitter));
        drop(sender);
        let mut areas = Vec::new();
        for thread in threads {
            areas.extend(thread.join().map_err(|_| ReadFailure::Wrong)?);
        }
        let mut document: Document =
            document.map_err(|error: serde_json::Error| match error.io_error_kind() {
                Some(ErrorKind::FileTooLarge) => ReadFailure::NoThreads,
                _ => ReadFailure::Wrong,
            })?;
        if is_wrong.load(Ordering::Relaxed) || areas.len() != number {
            return Err(ReadFailure::Wrong);
        }
        areas.sort_unstable_by_key(|(number, _)| *number);
        let areas: Vec<Area> = areas.into_iter().map(|(_, area)| area).collect();
        document.areas = DataList::from(areas);
        Ok(document)
    })
}

/// Parses areas until no more are sent. After one that is wrong it parses no others.
fn parse_areas(texts: &Mutex<Receiver<AreaText>>, is_wrong: &AtomicBool) -> Vec<(usize, Area)> {
    let mut areas = Vec::new();
    loop {
        let next = texts.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, text)) = next else {
            return areas;
        };
        match serde_json::from_slice(&text) {
            Ok(area) if !is_wrong.load(Ordering::Relaxed) => areas.push((number, area)),
            _ => is_wrong.store(true, Ordering::Relaxed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::BUNDLED;

    #[test]
    fn document_is_the_same_as_if_one_thread_had_read_it() {
        let whole: Document = serde_json::from_str(BUNDLED).expect("it is sound");
        assert!(read_document(BUNDLED.as_bytes()) == Ok(whole));
    }

    #[test]
    fn a_wrong_area_makes_the_document_wrong() {
        for (text, with) in [
            (r#""id": "derby","#, r#""id": "Derby","#),
            (r#""id": "derby","#, ""),
            ("\"areas\": [", "\"areas\": [ {},"),
            ("\"version\"", "\"versions\""),
        ] {
            assert!(BUNDLED.contains(text), "{text}");
            let wrong = BUNDLED.replacen(text, with, 1);
            assert_eq!(
                read_document(wrong.as_bytes()).err(),
                Some(ReadFailure::Wrong)
            );
        }
        let cut = &BUNDLED.as_bytes()[..BUNDLED.len() - 9];
        assert_eq!(read_document(cut).err(), Some(ReadFailure::Wrong));
    }

    #[test]
    fn a_very_long_area_is_left_to_one_thread() {
        let blanks = " ".repeat(MAX_AREA);
        let long = BUNDLED.replacen(
            r#""id": "derby","#,
            &format!(r#""id": "derby",{blanks}"#),
            1,
        );
        assert_eq!(
            read_document(long.as_bytes()).err(),
            Some(ReadFailure::NoThreads)
        );
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), &long).expect("there is room for it");
        let dataset = crate::dataset::Dataset::from_file(file.path());
        let dataset = dataset.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(dataset.areas().len(), 12);
    }
}
