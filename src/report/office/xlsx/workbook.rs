//! The parts of a workbook.

use std::io::{self, Write};

use super::{
    about::About,
    cell::SheetCell,
    names::{SheetNames, column_letters, quoted_name},
    sheet::SheetWriter,
    styles::{CellStyle, styles_part},
    table::{MAX_COLUMNS, MAX_ROWS, SheetTable},
};
use crate::{
    query::snapshot::Snapshot,
    report::office::{
        archive::Archive,
        properties::{app_part, content_types, core_part, package_relationships},
        xml::{DECLARATION, escape},
    },
    text::grouped,
};

/// Name of the first sheet.
const FIRST_SHEET: &str = "About";

/// Writes a workbook.
pub(super) fn write_workbook(
    snapshot: Snapshot,
    about: &About,
    tables: &[SheetTable],
    out: impl Write,
) -> io::Result<()> {
    check_size(tables)?;
    let mut names = SheetNames::default();
    let first = names.add(FIRST_SHEET);
    let sheets: Vec<(String, &SheetTable)> = tables
        .iter()
        .map(|table| (names.add(&table.title), table))
        .collect();
    let mut archive = Archive::new(out);
    let parts = std::iter::once(("xl/workbook.xml".to_string(), "spreadsheetml.sheet.main"))
        .chain((0..=sheets.len()).map(|index| (sheet_path(index), "spreadsheetml.worksheet")))
        .chain([("xl/styles.xml".to_string(), "spreadsheetml.styles")]);
    // Programs that guess the type of a file look for this part at its start.
    archive.text_part("[Content_Types].xml", &content_types(parts))?;
    archive.text_part("_rels/.rels", &package_relationships("xl/workbook.xml"))?;
    archive.text_part("docProps/app.xml", &app_part())?;
    archive.text_part("docProps/core.xml", &core_part(snapshot, &about.title))?;
    archive.text_part("xl/workbook.xml", &workbook_part(&first, &sheets))?;
    archive.text_part(
        "xl/_rels/workbook.xml.rels",
        &workbook_relationships(sheets.len() + 1),
    )?;
    archive.text_part("xl/styles.xml", &styles_part())?;
    let mut links = None;
    archive.part(&sheet_path(0), |out| {
        links = about.write(snapshot, &sheets, out)?;
        Ok(())
    })?;
    add_relationships(&mut archive, 0, links)?;
    for (index, (_, table)) in sheets.iter().enumerate() {
        let mut links = None;
        archive.part(&sheet_path(index + 1), |out| {
            links = write_table(table, out)?;
            Ok(())
        })?;
        add_relationships(&mut archive, index + 1, links)?;
    }
    archive.finish()
}

/// Checks that every table fits a sheet.
fn check_size(tables: &[SheetTable]) -> io::Result<()> {
    let too_many = |table: &SheetTable, count: usize, noun: &str, limit: usize| {
        let (count, limit) = (grouped(count as u64), grouped(limit as u64));
        io::Error::new(
            io::ErrorKind::InvalidInput,
            format!(
                "the sheet {} would have {count} {noun}, and a sheet can have {limit}; narrow the list, or use .csv",
                table.title
            ),
        )
    };
    for table in tables {
        if table.len > MAX_ROWS {
            return Err(too_many(table, table.len, "rows", MAX_ROWS));
        }
        if table.columns.len() > MAX_COLUMNS {
            return Err(too_many(table, table.columns.len(), "columns", MAX_COLUMNS));
        }
    }
    Ok(())
}

/// Returns the path of a sheet, counted from 0.
fn sheet_path(index: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", index + 1)
}

fn add_relationships(
    archive: &mut Archive<impl Write>,
    index: usize,
    links: Option<String>,
) -> io::Result<()> {
    links.map_or(Ok(()), |links| {
        let path = format!("xl/worksheets/_rels/sheet{}.xml.rels", index + 1);
        archive.text_part(&path, &links)
    })
}

/// Writes the sheet of a table, and returns the relationships to its web addresses.
fn write_table(table: &SheetTable, out: &mut dyn Write) -> io::Result<Option<String>> {
    let widths = table.widths();
    let mut sheet = SheetWriter::start(out, &widths, true, false)?;
    let names: Vec<SheetCell> = table.columns.iter().map(SheetCell::text).collect();
    sheet.row(&names, Some(CellStyle::Heading))?;
    for index in 0..table.len {
        sheet.row(&(table.row)(index), None)?;
    }
    sheet.finish(Some(&range(table, "")))
}

/// Returns the range of a table with its heading. Fixed ranges have a `$` as their sign.
fn range(table: &SheetTable, sign: &str) -> String {
    let column = column_letters(table.columns.len().saturating_sub(1));
    format!("{sign}A{sign}1:{sign}{column}{sign}{}", table.len + 1)
}

/// Returns the part that lists the sheets.
fn workbook_part(first: &str, sheets: &[(String, &SheetTable)]) -> String {
    let names = std::iter::once(first).chain(sheets.iter().map(|(name, _)| name.as_str()));
    let list: String = names
        .enumerate()
        .map(|(index, name)| {
            let number = index + 1;
            format!(
                "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>",
                escape(name)
            )
        })
        .collect();
    let defined: String = sheets
        .iter()
        .enumerate()
        .map(|(index, (name, table))| {
            let (sheet, range) = (index + 1, range(table, "$"));
            let name = quoted_name(name);
            let name = escape(&name);
            // Excel needs the first name for the filter, and the second prints the heading on every page.
            format!(
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{sheet}\" hidden=\"1\">{name}!{range}</definedName>\
                 <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{sheet}\">{name}!$1:$1</definedName>"
            )
        })
        .collect();
    let defined = if defined.is_empty() {
        defined
    } else {
        format!("<definedNames>{defined}</definedNames>")
    };
    format!(
        "{DECLARATION}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <bookViews><workbookView/></bookViews><sheets>{list}</sheets>{defined}</workbook>"
    )
}

/// Returns the part with the relationships from the workbook to its sheets and styles.
fn workbook_relationships(sheets: usize) -> String {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let list: String = (1..=sheets)
        .map(|number| {
            format!(
                "<Relationship Id=\"rId{number}\" Type=\"{KIND}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            )
        })
        .collect();
    let styles = sheets + 1;
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}\
         <Relationship Id=\"rId{styles}\" Type=\"{KIND}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    fn table(len: usize, columns: usize) -> SheetTable<'static> {
        SheetTable {
            title: "Facts".into(),
            columns: vec!["a".into(); columns],
            len,
            row: Box::new(move |_| vec![SheetCell::number(1); columns]),
        }
    }

    #[test]
    fn tables_that_no_sheet_can_have_are_refused() {
        let dataset = Dataset::bundled();
        let snapshot = Snapshot::latest(&dataset);
        let about = About::of_everything(snapshot);
        for (len, columns, words) in [
            (
                MAX_ROWS + 1,
                1,
                "1,048,576 rows, and a sheet can have 1,048,575",
            ),
            (
                1,
                MAX_COLUMNS + 1,
                "16,385 columns, and a sheet can have 16,384",
            ),
        ] {
            let mut out = Vec::new();
            let refused = write_workbook(snapshot, &about, &[table(len, columns)], &mut out);
            let message = refused.expect_err("it is too large").to_string();
            assert!(message.contains(words), "{message}");
            assert!(out.is_empty());
        }
        assert!(check_size(&[table(MAX_ROWS, MAX_COLUMNS)]).is_ok());
    }
}
