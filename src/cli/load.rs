//! Loading the dataset that the program works on, and finding items in it.

use std::{cell::OnceCell, io, path::Path};

use super::{error::CliError, progress};
use crate::{
    dataset::{Dataset, ItemIndex},
    query::{
        resolve::{self, AmbiguousName, NameKind, resolve},
        snapshot::Snapshot,
    },
    text::paragraph,
};

/// Loads the bundled dataset, a file, or standard input if the name is `-`, unless it has been `loaded`.
pub(crate) fn load(
    file: Option<&Path>,
    loaded: &OnceCell<&'static Dataset>,
) -> Result<&'static Dataset, CliError> {
    if let Some(dataset) = loaded.get() {
        return Ok(dataset);
    }
    let dataset = match file {
        None => Dataset::bundled(),
        Some(file) if file == Path::new("-") => {
            progress::while_working("Reading standard input".into(), || {
                Dataset::from_reader("standard input", io::stdin().lock())
            })?
        }
        Some(file) => {
            let name = file.display().to_string();
            progress::while_working(format!("Reading {}", paragraph(&name)), || {
                Dataset::from_file(file)
            })?
        }
    };
    Ok(loaded.get_or_init(|| leak(dataset)))
}

/// Keeps the dataset until the program ends. The system frees the memory faster than dropping every item would.
pub(crate) fn leak(dataset: Dataset) -> &'static Dataset {
    Box::leak(Box::new(dataset))
}

/// Finds the item with this reference or name.
pub(crate) fn find(snapshot: Snapshot, reference: &str) -> Result<ItemIndex, CliError> {
    let found = resolve(snapshot, reference);
    if found.is_err()
        && let Some(error) = no_such_priority(snapshot, reference)
    {
        return Err(error);
    }
    unambiguous(found)
}

/// Returns the error for a reference such as `oldham/9`, of which only the area exists.
fn no_such_priority(snapshot: Snapshot, reference: &str) -> Option<CliError> {
    let (area, number) = reference.split_once('/')?;
    let number = number.parse().ok()?;
    let area = resolve::area(snapshot.dataset(), area).ok()?;
    let priorities = snapshot.priorities(area);
    Some(CliError::NoSuchPriority {
        area: snapshot.dataset().area(area).name.to_string(),
        number,
        priorities: priorities
            .map(|(_, priority)| priority.reference.to_string())
            .collect(),
    })
}

/// Finds the item with this reference or name, which must have been known.
pub(crate) fn known_item(snapshot: Snapshot, reference: &str) -> Result<ItemIndex, CliError> {
    known(snapshot, find(snapshot, reference)?)
}

/// Returns an item, which must have been known.
pub(crate) fn known(snapshot: Snapshot, item: ItemIndex) -> Result<ItemIndex, CliError> {
    match snapshot.day() {
        Some(day) if !snapshot.contains(item) => Err(CliError::NotYetKnown {
            reference: snapshot.dataset().reference(item).into_owned(),
            day,
        }),
        _ => Ok(item),
    }
}

/// Turns an unclear name into the error for it.
pub(crate) fn unambiguous<T>(found: Result<T, AmbiguousName>) -> Result<T, CliError> {
    found.map_err(|error| {
        let AmbiguousName {
            name: typed,
            wanted,
            mut candidates,
        } = error;
        if candidates.len() > 1 {
            CliError::AmbiguousName { typed, candidates }
        } else {
            CliError::UnknownName {
                wanted: Some(wanted).filter(|&wanted| wanted != NameKind::Any),
                typed,
                nearest: candidates.pop(),
            }
        }
    })
}
