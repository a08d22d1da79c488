//! The files of an export.

use super::{
    catalogue, citations::citations, facts::facts, figures, metadata::metadata, sheet::Sheet,
};
use crate::{
    dataset::{Area, Kind, Owner, Priority, Programme},
    query::snapshot::Snapshot,
    report::csv,
};

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Name within the folder.
    pub name: String,
    /// Text of the file.
    pub content: String,
}

/// Returns everything known as files for one folder.
#[must_use]
pub fn export(snapshot: Snapshot) -> Vec<ExportFile> {
    let sheets = sheets(snapshot);
    let mut files: Vec<ExportFile> = sheets.iter().map(file).collect();
    files.push(ExportFile {
        name: "csv-metadata.json".into(),
        content: format!("{:#}\n", metadata(snapshot, &sheets)),
    });
    files
}

/// Returns a sheet as a CSV file.
fn file(sheet: &Sheet) -> ExportFile {
    let mut content = String::new();
    csv::row(sheet.columns.iter().map(|(name, _)| *name), &mut content);
    for cells in &sheet.rows {
        csv::row(cells.iter().map(String::as_str), &mut content);
    }
    ExportFile {
        name: format!("{}.csv", sheet.name),
        content,
    }
}

/// Returns the sheets that have rows.
pub(in crate::report) fn sheets(snapshot: Snapshot) -> Vec<Sheet> {
    let dataset = snapshot.dataset();
    let mut sheets = vec![
        catalogue::areas(snapshot),
        catalogue::priorities(snapshot),
        catalogue::themes(dataset),
        catalogue::classifications(snapshot),
        catalogue::sources(snapshot),
    ];
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in Programme::KINDS
        .iter()
        .chain(Area::KINDS)
        .chain(Priority::KINDS)
    {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    sheets.extend(kinds.into_iter().map(|kind| facts(snapshot, kind)));
    sheets.extend([
        figures::measures(snapshot),
        figures::figures(snapshot),
        figures::outcomes(snapshot),
        figures::marks(snapshot),
        figures::terms(snapshot),
        citations(snapshot),
    ]);
    sheets.retain(|sheet| !sheet.rows.is_empty());
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for sheet in &mut sheets {
        // Strict validators reject a foreign key with an empty or unknown value, so only complete
        // columns keep theirs.
        let Sheet {
            links,
            columns,
            rows,
            ..
        } = sheet;
        links.retain(|(column, other, _)| {
            let index = columns.iter().position(|(name, _)| name == column);
            names.iter().any(|name| name == other)
                && index.is_some_and(|index| rows.iter().all(|row| !row[index].is_empty()))
        });
    }
    sheets
}
